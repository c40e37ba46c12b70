/**
 * 现场指挥部 · 工作组: the bottom band of the board, one line of groups for each incident that has them. Every group leads
 * to its screen; tasks overdue are told apart, and are never mixed with the clocks above.
 */

import { GroupStateMark } from '#renderer/app/act/GroupStateMark.tsx';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { GroupRow, IncidentRow, ResponseFile } from '#shared/contract/rows.ts';
import styles from './GroupsBand.module.css';

/** Only where a response runs are there groups; the most urgent incident comes first. */
export function GroupsBands({ incidents }: { incidents: readonly IncidentRow[] }) {
  const running = incidents.filter(({ assessment }) => assessment.level !== null);
  return running.map(({ incidentId }) => <OfIncident key={incidentId} incidentId={incidentId} />);
}

function OfIncident({ incidentId }: { incidentId: string }) {
  const { data: file } = useDeskQuery({ type: 'getResponse', incidentId });
  if (file === undefined) return null;
  const groups = file.groups.filter(({ state }) => state !== 'dissolved');
  if (groups.length === 0 && file.onScene === null) return null;
  return <Band file={file} groups={groups} />;
}

function Band({ file, groups }: { file: ResponseFile; groups: readonly GroupRow[] }) {
  const t = useT();
  const format = useFormat();
  const hrefOf = useHref();
  const { onScene, tasks, incidentId } = file;
  const open = tasks.filter(({ state }) => state === 'assigned' || state === 'accepted').length;
  const overdue = tasks.filter((task) => task.overdue);
  const unmet = file.instructions.filter(({ answer }) => answer === null).length;
  const unanswered = file.reinforcements.filter(({ answer }) => answer === null).length;
  const isOpen = onScene !== null && onScene.closedAt === null;
  return (
    <Panel
      className={styles.band ?? ''}
      title={
        <>
          {t('groups.bandTitle', { title: file.title, n: groups.length })}
          {isOpen &&
            ` · ${t('groups.head', { name: onScene.head.name })} · ${onScene.place} · ${t('groups.openedAt', { time: format.near(onScene.openedAt, file.at) })}`}
        </>
      }
      aside={
        <>
          {t('groups.tasks', { n: open })}{' '}
          {overdue.length > 0 && <strong className={styles.late}>{t('groups.overdue', { n: overdue.length })}</strong>}{' '}
          {unmet > 0 && <span>{t('groups.instructionsOpen', { n: unmet })} </span>}
          {unanswered > 0 && <span>{t('groups.requestsOpen', { n: unanswered })} </span>}
          <a href={hrefOf({ screen: 'groups', incidentId })}>{t('groups.open')}</a>
        </>
      }
    >
      <ul className={styles.groups}>
        {groups.map((group) => (
          <Group
            key={group.groupId}
            group={group}
            late={overdue.filter(({ to }) => to.kind === 'group' && to.id === group.groupId).length}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Group({ group, late }: { group: GroupRow; late: number }) {
  const t = useT();
  const acts = useActWords();
  return (
    <li className={styles.group}>
      <span className={styles.name}>{group.name}</span>
      <span className={styles.lead}>{acts.unit(group.lead)}</span>
      <span>
        <GroupStateMark state={group.state} />{' '}
        {t('groups.peopleAndTasks', { people: group.present, tasks: group.openTasks })}{' '}
        {late > 0 && <strong className={styles.late}>{t('groups.overdue', { n: late })}</strong>}
      </span>
    </li>
  );
}
