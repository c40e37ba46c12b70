/** The end of a response: every condition confirmed, approved, and ended by who put the level in force [plan 4.7]. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError, firstError, unknownItems } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { futureTimes } from '../questions.ts';
import { authority, terminationAuthority } from './authority.ts';
import { assessNow, decided, incidentEvent, nowTimed, onIncident, shownOf } from './onIncident.ts';
import { decisionAt } from './responseBasis.ts';
import { levelInForce } from './status.ts';

export function terminateResponse(command: CommandOf<'TerminateResponse'>, context: DecisionContext): Decision {
  const { conditions, approval, decision } = command;
  return onIncident(command, context, 'open', (subject) => {
    const { state, plan, pin } = subject;
    const inForce = levelInForce(state);
    if (inForce === null) return rejected(deskError('noLevelInForce', {}));
    const error = firstError(
      conditionsError(plan, conditions),
      approvalError(plan, approval.post),
      terminationAuthority(plan, decision.post, inForce),
    );
    if (error !== null) return rejected(error);
    const now = nowTimed(context);
    const event = incidentEvent(command, 'ResponseTerminated', {
      level: inForce.level,
      conditions: Object.fromEntries(plan.termination.conditions.map(({ id }) => [id, true as const])),
      approval: decisionAt(approval, now),
      decision: decisionAt(decision, now),
      shown: shownOf(assessNow(subject, context), pin, context),
    });
    return decided([event], futureTimes({ 'approval.at': approval.at, 'decision.at': decision.at }, context.now));
  });
}

function conditionsError(plan: PlanPackage, given: Readonly<Record<string, boolean>>): DeskError | null {
  const { conditions, clause } = plan.termination;
  const unknown = unknownItems('conditions', Object.keys(given), conditions);
  if (unknown !== null) return unknown;
  const missing = conditions.filter(({ id }) => given[id] !== true).map(({ id }) => id);
  return missing.length === 0 ? null : deskError('conditionsNotMet', { field: 'conditions', missing }, clause);
}

function approvalError(plan: PlanPackage, post: string): DeskError | null {
  const { approvedBy, clause } = plan.termination;
  const error = authority(plan, post, approvedBy, clause);
  return error === null ? null : { ...error, params: { ...error.params, field: 'approval.post' } };
}
