/** A clock on the wall: large as hero, one line otherwise. State by colour, shape and word; the time as h:mm:ss. */
import { useTickText } from '#renderer/app/clock/useTickText.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { classes } from '#renderer/ui/classes.ts';
import { StateBadge, stateClass } from '#renderer/ui/StateBadge.tsx';
import { stateTone } from '#renderer/ui/stateTone.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import styles from './Wall.module.css';
import type { WallRow } from './wallRows.ts';

/** What is owed and to whom, in the plan's words. */
function useWords({ rule, to }: Obligation): { what: string; whom: string } {
  const label = useLabel();
  const { plan } = useDesk();
  const unit = plan.units.find(({ id }) => id === to);
  return {
    what: label(
      plan.reportingRules.find(({ id }) => id === rule),
      rule,
    ),
    whom: to === null ? '' : label(unit, to),
  };
}

/** How long is left or late; since when for what the plan gives no number. */
function useTime({ dueAt, trigger }: Obligation) {
  const format = useFormat();
  return useTickText((now) => {
    if (dueAt === null) return format.span(trigger, now);
    return now < dueAt ? format.span(now, dueAt) : format.duration((now - dueAt) / 1000);
  });
}

export function WallHero({ row: { title, obligation }, more }: { row: WallRow; more: number }) {
  const t = useT();
  const format = useFormat();
  const { what, whom } = useWords(obligation);
  const time = useTime(obligation);
  const { dueAt } = obligation;
  return (
    <section className={classes(styles.hero, styles[stateTone(obligation)])}>
      <div className={styles.heroTime}>
        <StateBadge row={obligation} className={styles.heroState} />
        <span ref={time} role="timer" aria-live="off" className={classes(styles.digits, stateClass(obligation))} />
      </div>
      <div className={styles.heroWords}>
        <h2 className={styles.what}>{what}</h2>
        {whom !== '' && <p className={styles.whom}>→ {whom}</p>}
        <p className={styles.line}>{title}</p>
        <p className={styles.line}>
          {dueAt !== null && t('wall.dueAt', { time: format.time(dueAt) })}
          {more > 0 && ` · ${t('wall.sameState', { n: more })}`}
        </p>
      </div>
    </section>
  );
}

/** `title` null: one incident is open, and the hero names it. */
export function WallClockRow({ row: { obligation }, title }: { row: WallRow; title: string | null }) {
  const { what, whom } = useWords(obligation);
  const time = useTime(obligation);
  return (
    <li className={classes(styles.row, title === null && styles.alone)}>
      <StateBadge row={obligation} />
      <span ref={time} role="timer" aria-live="off" className={classes(styles.time, stateClass(obligation))} />
      <span className={styles.rowWords}>{whom === '' ? what : `${what} → ${whom}`}</span>
      {title !== null && <span className={styles.rowTitle}>{title}</span>}
    </li>
  );
}
