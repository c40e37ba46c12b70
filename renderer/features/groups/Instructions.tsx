/** 批示: leaders' instructions, followed until answered; each can become tasks. */
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeNamed } from '#renderer/app/directory/callee.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import type { InstructionRow, ResponseFile } from '#shared/contract/rows.ts';
import type { Ask } from './asked.ts';
import styles from './tasks/Tasks.module.css';

export function Instructions({ file, ask }: { file: ResponseFile; ask: Ask }) {
  const t = useT();
  const rows = file.instructions.toSorted(
    (a, b) => Number(a.answer !== null) - Number(b.answer !== null) || b.receivedAt - a.receivedAt,
  );
  return (
    <>
      <div className={styles.bar}>
        {ask !== null && (
          <Button variant="primary" onPress={() => ask({ kind: 'instruction' })}>
            {t('groups.recordInstruction')}
          </Button>
        )}
      </div>
      {rows.length === 0 && <p className={styles.none}>{t('groups.noInstructions')}</p>}
      <ul className={styles.list}>
        {rows.map((row) => (
          <Instruction key={row.instructionId} row={row} file={file} ask={ask} />
        ))}
      </ul>
    </>
  );
}

function Instruction({ row, file, ask }: { row: InstructionRow; file: ResponseFile; ask: Ask }) {
  const t = useT();
  const format = useFormat();
  const { from, text, receivedAt, answer, instructionId } = row;
  const tasks = file.tasks.filter(({ source }) => source.kind === 'order' && source.instructionId === instructionId);
  return (
    <li className={classes(styles.task, answer !== null && styles.over)}>
      <span className={styles.clock}>
        <span>{t(answer === null ? 'groups.unanswered' : 'groups.answered')}</span>
        {answer === null ? (
          <Ticking text={(now) => format.span(receivedAt, now)} />
        ) : (
          <span className={styles.quiet}>{format.span(receivedAt, answer.at)}</span>
        )}
      </span>
      <span>
        <strong>{from}</strong> {text}{' '}
        <span className={styles.quiet}>
          {format.near(receivedAt, file.at)} {tasks.length > 0 && t('groups.tasksOf', { n: tasks.length })}
        </span>
        {answer !== null && (
          <span className={styles.line}>
            {format.near(answer.at, file.at)} {answer.text} <span className={styles.quiet}>{answer.actor.name}</span>
          </span>
        )}
      </span>
      {ask !== null && (
        <span className={styles.acts}>
          <CallButton callee={calleeNamed(from)} incidentId={file.incidentId} />
          {answer === null && (
            <Button variant="quiet" onPress={() => ask({ kind: 'answer', instruction: row })}>
              {t('groups.answer')}
            </Button>
          )}
          <Button variant="quiet" onPress={() => ask({ kind: 'task', group: null, instruction: row })}>
            {t('groups.assignTask')}
          </Button>
        </span>
      )}
    </li>
  );
}
