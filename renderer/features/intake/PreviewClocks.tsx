/** The clocks that saving starts, most urgent first: to whom, in what form, until when, how late already. */
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { classes } from '#renderer/ui/classes.ts';
import { StateShape, stateClass } from '#renderer/ui/StateBadge.tsx';
import type { Assessment, Obligation } from '#shared/plan/assessment.ts';
import styles from './IntakePreview.module.css';
import { linesOf } from './previewLines.ts';

export function PreviewClocks({ assessment, now }: { assessment: Assessment; now: number }) {
  const t = useT();
  const format = useFormat();
  const lines = linesOf(assessment);
  const { clockStart, clockStartAssumedFrom } = assessment.times;
  return (
    <section className={styles.block} aria-label={t('intake.preview.clocks')}>
      <h2 className={styles.caption}>
        {t(`intake.preview.clocksFrom.${clockStartAssumedFrom}`, { time: format.near(clockStart.at, now) })}
      </h2>
      <ul className={styles.clocks}>
        {lines.map(({ first, to }) => (
          <ClockLine key={first.key} row={first} to={to} now={now} />
        ))}
      </ul>
    </section>
  );
}

function ClockLine({ row, to, now }: { row: Obligation; to: readonly string[]; now: number }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { state, dueAt, trigger, clause, supervised } = row;
  const name = to.length === 0 ? words.rule(row.rule) : `${words.rule(row.rule)} → ${words.units(to)}`;
  const time = dueAt === null ? format.span(trigger, now) : format.span(Math.min(now, dueAt), Math.max(now, dueAt));
  return (
    <li className={classes(styles.clock, supervised && styles.supervised)}>
      <span className={classes(styles.what, stateClass(row))}>
        {supervised ? t('intake.preview.supervised', { unit: words.unit(row.owedBy), name }) : name}
      </span>
      <span className={classes(styles.state, stateClass(row))}>
        <StateShape state={state} />
        {t(state === 'dueSoon' ? 'ui.state.pending' : `ui.state.${state}`)}
        <b className={styles.time}>{state === 'immediate' ? t('intake.preview.since', { time }) : time}</b>
      </span>
      <span className={styles.until}>
        {dueAt === null
          ? t('intake.preview.noNumber', { clause })
          : t('intake.preview.due', { time: format.near(dueAt, now), clause })}
      </span>
      {state === 'overdue' && (
        <span className={classes(styles.advice, stateClass(row))}>{t('intake.preview.late')}</span>
      )}
    </li>
  );
}
