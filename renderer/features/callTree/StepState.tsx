/** How a step stands: shape and word, and who is at it. Colour only where somebody is left. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { CallStepRow } from '#shared/contract/rows.ts';
import styles from './CallTree.module.css';

export type Shown = CallStepRow['state'] | 'calling' | 'unreached';

export function shownState({ state, claim, tries }: CallStepRow): Shown {
  if (state !== 'left') return state;
  if (claim !== null) return 'calling';
  return tries.length > 0 ? 'unreached' : 'left';
}

const SHAPES: Readonly<Record<Shown, React.ReactNode>> = {
  left: <rect x="1.5" y="1.5" width="9" height="9" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  calling: <path d="M1 1 6.5 6 1 11M6 1 11.5 6 6 11" fill="none" stroke="currentColor" strokeWidth="2" />,
  unreached: <path d="M6 0.8 11.6 11 0.4 11Z" fill="currentColor" />,
  answered: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  acknowledged: <path d="M1 6.5 4.5 10 11 2" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  skipped: <path d="M1 6h10" fill="none" stroke="currentColor" strokeWidth="1.8" />,
};

export function StepState({ step }: { step: CallStepRow }) {
  const t = useT();
  const shown = shownState(step);
  return (
    <span className={classes(styles.state, styles[shown])}>
      <svg className={styles.shape} viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[shown]}
      </svg>
      {t(`callTree.state.${shown}`)}
    </span>
  );
}
