/** What became of an obligation, in the words statistics count by, and why it was late [rules §3]. */
import type { Obligation, ObligationFlag, ObligationState } from '#shared/plan/assessment.ts';

/** late: met late · met: without a limit · atOnce: owed at once and not met yet · waiting: not due, or without a time. */
export const outcomes = ['onTime', 'met', 'late', 'overdue', 'atOnce', 'waiting', 'waived', 'superseded'] as const;
export type Outcome = (typeof outcomes)[number];

export const STATES_OF: Readonly<Record<Outcome, readonly ObligationState[]>> = {
  onTime: ['fulfilledOnTime'],
  met: ['fulfilled'],
  late: ['fulfilledLate'],
  overdue: ['overdue'],
  atOnce: ['immediate'],
  waiting: ['pending', 'dueSoon', 'open'],
  waived: ['waived'],
  superseded: ['superseded'],
};

export const obligationStates: readonly ObligationState[] = outcomes.flatMap((outcome) => STATES_OF[outcome]);

export const outcomeOf = (state: ObligationState): Outcome =>
  outcomes.find((outcome) => STATES_OF[outcome].includes(state)) ?? 'waiting';

export const latenessCauses = ['occurrenceCorrected', 'escalatedNow', 'lateReceipt', 'plain'] as const;
export type LatenessCause = (typeof latenessCauses)[number];

export const isLate = ({ state }: Pick<Obligation, 'state'>): boolean =>
  state === 'fulfilledLate' || state === 'overdue';

/**
 * One cause for each, so that they add up: what is late only since a correction before what became owed too late, before
 * what was late when the call came. `plain`: there was time, and it was not used.
 */
export function causeOf({ flags }: Pick<Obligation, 'flags'>): LatenessCause {
  return latenessCauses.find((cause) => flags.includes(cause as ObligationFlag)) ?? 'plain';
}
