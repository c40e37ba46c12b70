import { useT } from '#renderer/app/i18n/locale.ts';
import type { ObligationState } from '#shared/plan/assessment.ts';
import { classes } from './classes.ts';
import styles from './StateBadge.module.css';
import { type StateRow, stateTone } from './stateTone.ts';

export type StateBadgeProps = {
  row: StateRow;
  /** Other words than the state's own. */
  label?: string;
  className?: string | undefined;
};

/** An obligation's state: colour, shape and word, always all three. */
export function StateBadge({ row, label, className }: StateBadgeProps) {
  const t = useT();
  return (
    <span className={classes(styles.badge, stateClass(row), className)}>
      <StateShape state={row.state} />
      {label ?? t(`ui.state.${row.state}`)}
    </span>
  );
}

/** The state's colour, for what stands beside the badge (a countdown, a bar). */
export function stateClass(row: StateRow): string {
  const tone = stateTone(row);
  return styles[tone === 'quiet' ? row.state : tone] ?? '';
}

const SHAPES: Record<ObligationState, React.ReactNode> = {
  pending: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  dueSoon: <path d="M6 0.8 11.6 11 0.4 11Z" fill="currentColor" />,
  overdue: <rect x="1" y="1" width="10" height="10" fill="currentColor" />,
  immediate: <path d="M1 1 6.5 6 1 11M6 1 11.5 6 6 11" fill="none" stroke="currentColor" strokeWidth="2" />,
  open: <rect x="1.5" y="1.5" width="9" height="9" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  fulfilledOnTime: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  fulfilledLate: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="6" cy="6" r="2" fill="currentColor" />
    </>
  ),
  fulfilled: <path d="M1 6.5 4.5 10 11 2" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  superseded: <path d="M1 6h10" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  waived: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M2.5 9.5 9.5 2.5" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
};

export function StateShape({ state, className }: { state: ObligationState; className?: string }) {
  return (
    <svg className={classes(styles.shape, className)} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}
