/** The groups side by side: lead, leader and telephone, state, people, tasks. A column opens its group below. */
import { memo } from 'react';
import { GroupStateMark } from '#renderer/app/act/GroupStateMark.tsx';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { GroupRow, TaskRow } from '#shared/contract/rows.ts';
import styles from './GroupColumns.module.css';

type Props = {
  groups: readonly GroupRow[];
  tasks: readonly TaskRow[];
  chosen: string | null;
  onChoose: (groupId: string) => void;
};

export function GroupColumns({ groups, tasks, chosen, onChoose }: Props) {
  const t = useT();
  if (groups.length === 0) return <p className={styles.none}>{t('groups.none')}</p>;
  return (
    <ul className={styles.columns} aria-label={t('groups.list')}>
      {groups.map((group) => (
        <Column
          key={group.groupId}
          group={group}
          late={tasks.filter(({ overdue, to }) => overdue && to.kind === 'group' && to.id === group.groupId).length}
          isChosen={group.groupId === chosen}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
}

type ColumnProps = { group: GroupRow; late: number; isChosen: boolean; onChoose: (groupId: string) => void };

const Column = memo(function Column({ group, late, isChosen, onChoose }: ColumnProps) {
  const t = useT();
  const acts = useActWords();
  const { groupId, name, lead, leader, state, present, openTasks, members, deputies } = group;
  return (
    <li className={styles.item}>
      <button type="button" className={styles.column} aria-pressed={isChosen} onClick={() => onChoose(groupId)}>
        <strong className={styles.name}>{name}</strong>
        <GroupStateMark state={state} />
        <span className={styles.lead}>{acts.unit(lead)}</span>
        <span className={styles.quiet}>{t('groups.memberCount', { n: members.length + deputies.length })}</span>
        <span className={styles.leader}>{leader === null ? t('groups.noLeader') : leader.name}</span>
        <span className={styles.quiet}>{leader?.phone ?? '—'}</span>
        <span>{t('groups.peopleTasks', { people: present, tasks: openTasks })}</span>
        {late > 0 && <strong className={styles.late}>{t('groups.overdue', { n: late })}</strong>}
      </button>
    </li>
  );
});
