/** A call taken at a locked screen gets a name. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';

export function claimCall({ callId }: CommandOf<'ClaimCall'>, { desk }: DecisionContext): Decision {
  const isOpen = desk.people.unclaimed.some((call) => call.callId === callId);
  if (!isOpen) return rejected(deskError('callNotUnnamed', { field: 'callId', id: callId }));
  return accepted([{ stream: 'desk', type: 'CallClaimed', payload: { callId } }]);
}
