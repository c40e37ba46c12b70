/**
 * The colour an obligation's state speaks in, everywhere: red is late, amber is what must be acted on soon or at once,
 * neutral is what runs, and what is over recedes [ux 1]. Shape and word stand in StateBadge.
 */
import type { Obligation, ObligationState } from '#shared/plan/assessment.ts';

/** late: red · soon: amber · act: amber, to be done at once · run: neutral · quiet: recedes. */
export type StateTone = 'late' | 'soon' | 'act' | 'run' | 'quiet';

/** What of an obligation its colour hangs on. */
export type StateRow = { state: ObligationState } & Partial<Pick<Obligation, 'optional' | 'supervised'>>;

/** What may be waived or is owed by others never shouts, but for what is past its limit. */
export function stateTone({ state, optional = false, supervised = false }: StateRow): StateTone {
  switch (state) {
    case 'overdue':
      return 'late';
    case 'dueSoon':
      return 'soon';
    case 'immediate':
      return optional || supervised ? 'run' : 'act';
    case 'pending':
    case 'open':
      return 'run';
    default:
      return 'quiet';
  }
}
