/** What a report met: each clock on time or how late. */
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { StateBadge } from '#renderer/ui/StateBadge.tsx';
import type { Obligation } from '#shared/plan/assessment.ts';
import styles from './MetClocks.module.css';

export function MetClocks({ clocks }: { clocks: readonly Obligation[] }) {
  const t = useT();
  const words = usePlanWords();
  const clock = useClockWords();
  if (clocks.length === 0) return <p className={styles.none}>{t('reports.metNone')}</p>;
  return (
    <ul className={styles.list} aria-label={t('reports.met')}>
      {clocks.map((row) => (
        <li key={row.key} className={styles.clock}>
          <StateBadge row={row} label={clock.text(row, row.fulfilledAt ?? row.trigger)} />
          <span>
            {words.rule(row.rule)}
            {row.to !== null && ` → ${words.unit(row.to)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
