/** How many of an incident's obligations are in which state: what a folded incident still says. */

import { clockTone } from '#renderer/app/clock/obligationClock.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { rankObligations, urgencyOf } from '#shared/domain/board.ts';
import type { Obligation, ObligationState } from '#shared/plan/assessment.ts';
import styles from './Lanes.module.css';

const SHOWN: readonly ObligationState[] = ['overdue', 'immediate', 'dueSoon', 'pending', 'open'];

type Props = { obligations: readonly Obligation[]; isFolded: boolean };

export function StateCounts({ obligations, isFolded }: Props) {
  const t = useT();
  const clock = useClockWords();
  const [first] = rankObligations(obligations);
  return (
    <span className={styles.counts}>
      {SHOWN.map((state) => {
        const rows = obligations.filter((row) => row.state === state);
        const [row] = rows;
        if (row === undefined) return null;
        return (
          <span
            key={state}
            className={styles.count}
            data-tone={clockTone({ ...row, supervised: false, optional: false })}
          >
            {t(`ui.state.${state}`)} {rows.length}
          </span>
        );
      })}
      {isFolded && first !== undefined && urgencyOf(first) !== 'done' && (
        <Ticking className={styles.nextClock} text={(now) => clock.text(first, now)} />
      )}
    </span>
  );
}
