/** What was given to whom, by whom, until when, and how it went; of one group where one is open. */
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useAct } from '#renderer/app/act/useAct.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeOfUnit } from '#renderer/app/directory/callee.ts';
import { quarterOf } from '#renderer/app/format/instant.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import { ToggleButton } from '#renderer/ui/ToggleGroup.tsx';
import type { GroupRow, ResponseFile, TaskRow } from '#shared/contract/rows.ts';
import type { Ask } from '../asked.ts';
import styles from './Tasks.module.css';
import { isOpen, orderTasks, taskCounts } from './taskOrder.ts';

type Props = { file: ResponseFile; group: GroupRow | null; ask: Ask };

/** What fits a tall screen. A long night's other rows follow without holding up what is typed or pressed meanwhile. */
const AT_ONCE = 30;

export const Tasks = memo(function Tasks({ file, group, ask }: Props) {
  const t = useT();
  const [onlyOpen, setOnlyOpen] = useState(true);
  const tasks = useMemo(
    () => (group === null ? file.tasks : file.tasks.filter(({ to }) => to.kind === 'group' && to.id === group.groupId)),
    [file.tasks, group],
  );
  const { overdue } = taskCounts(tasks);
  const rows = useMemo(() => orderTasks(onlyOpen ? tasks.filter(isOpen) : tasks), [tasks, onlyOpen]);
  const shown = useDeferredValue(rows, rows.slice(0, AT_ONCE));
  return (
    <>
      <div className={styles.bar}>
        {ask !== null && (
          <Button variant="primary" onPress={() => ask({ kind: 'task', group, instruction: null })}>
            {t('groups.assignTask')}
          </Button>
        )}
        <ToggleButton label={t('response.onlyOpen')} isOn={onlyOpen} onChange={setOnlyOpen} />
        <span className={styles.quiet}>
          {group === null ? t('groups.ofAll') : t('groups.ofGroup', { name: group.name })}
        </span>
        {overdue > 0 && <strong className={styles.late}>{t('groups.overdue', { n: overdue })}</strong>}
      </div>
      {rows.length === 0 && <p className={styles.none}>{t('groups.noTasks')}</p>}
      <ul className={styles.list}>
        {shown.map((task) => (
          <Task key={task.taskId} task={task} incidentId={file.incidentId} at={quarterOf(file.at)} ask={ask} />
        ))}
      </ul>
    </>
  );
});

type TaskProps = { task: TaskRow; incidentId: string; at: number; ask: Ask };

const Task = memo(function Task({ task, incidentId, at, ask }: TaskProps) {
  const t = useT();
  const format = useFormat();
  const acts = useActWords();
  const source = useSourceWords();
  const { what, detail, to, givenBy, dueAt, state, assignedAt, acceptedBy, acceptedAt, notes, outcome, endedAt } = task;
  return (
    <li className={classes(styles.task, !isOpen(task) && styles.over)}>
      <span className={styles.clock}>
        <span>{t(`groups.task.${state}`)}</span>
        {isOpen(task) && dueAt !== null && <Due dueAt={dueAt} at={at} overdue={task.overdue} />}
      </span>
      <span className={styles.words}>
        <strong>{what}</strong> → {acts.party(to)}{' '}
        <span className={styles.quiet}>
          {source(task)} · {t('groups.givenBy', { name: givenBy, time: format.near(assignedAt, at) })}
          {acceptedAt !== null &&
            ` · ${t('groups.acceptedBy', { name: acceptedBy ?? '', time: format.time(acceptedAt) })}`}
        </span>
        {detail && <span className={styles.line}>{detail}</span>}
        {notes.map((note) => (
          <span key={note.entryId} className={styles.line}>
            {format.time(note.at)} {note.text} <span className={styles.quiet}>{note.actor.name}</span>
          </span>
        ))}
        {outcome !== null && (
          <span className={styles.line}>
            {endedAt !== null && format.time(endedAt)} {t(`groups.task.${state}`)}：{outcome}
          </span>
        )}
      </span>
      {ask !== null && isOpen(task) && <TaskActs task={task} incidentId={incidentId} ask={ask} />}
    </li>
  );
});

function Due({ dueAt, at, overdue }: { dueAt: number; at: number; overdue: boolean }) {
  const t = useT();
  const format = useFormat();
  return (
    <span className={classes(overdue && styles.late)}>
      <Ticking
        text={(now) =>
          now > dueAt
            ? t('groups.lateBy', { time: format.span(dueAt, now) })
            : t('groups.left', { time: format.span(now, dueAt) })
        }
      />
      <span className={styles.quiet}> {t('response.dueAt', { time: format.near(dueAt, at) })}</span>
    </span>
  );
}

function useSourceWords(): (task: TaskRow) => string {
  const t = useT();
  return ({ source }) => {
    switch (source.kind) {
      case 'measure':
        return t('groups.source.measureOf', { clause: source.clause });
      case 'order':
        return t(source.instructionId === null ? 'groups.source.order' : 'groups.source.instruction');
      case 'request':
        return source.from === null ? t('groups.source.request') : t('groups.source.requestOf', { from: source.from });
    }
  };
}

function TaskActs({ task, incidentId, ask }: { task: TaskRow; incidentId: string; ask: NonNullable<Ask> }) {
  const t = useT();
  const { plan } = useDesk();
  const { send, busy, failure } = useAct();
  const accept = () =>
    void send({ type: 'AcceptTask', incidentId, taskId: task.taskId }, t('groups.accepted', { what: task.what }));
  const button = (words: string, onPress: () => void) => (
    <RowButton isDisabled={busy} aria-label={`${words}：${task.what}`} onPress={onPress}>
      {words}
    </RowButton>
  );
  return (
    <span className={styles.acts}>
      {task.to.kind === 'unit' && <CallButton callee={calleeOfUnit(plan, task.to)} incidentId={incidentId} />}
      {task.state === 'assigned' && button(t('groups.accept'), accept)}
      {button(t('groups.note'), () => ask({ kind: 'note', task }))}
      {button(t('groups.finish'), () => ask({ kind: 'finish', task }))}
      {button(t('groups.return'), () => ask({ kind: 'return', task }))}
      {failure && <span role="alert">{failure}</span>}
    </span>
  );
}
