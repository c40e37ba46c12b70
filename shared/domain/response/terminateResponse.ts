/** The end of a response: every condition confirmed, approved, and ended by who put the level in force [plan 4.7]. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError, firstError, unknownItems } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { assessNow, decided, incidentEvent, nowTimed, onIncident, shownOf } from '../incident/onIncident.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import { levelOf } from './authority.ts';
import { decideAs, staleError } from './decider.ts';
import { levelsOf } from './levels.ts';
import { proposalError } from './proposals.ts';

export function terminateResponse(command: CommandOf<'TerminateResponse'>, context: DecisionContext): Decision {
  const { conditions, approval, decision, reason, proposalId } = command;
  return onIncident(command, context, 'open', (subject) => {
    const { state, plan, pin } = subject;
    const { inForce, headEntryId } = levelsOf(state);
    const stale = staleError(command.against, headEntryId, { level: inForce?.level ?? null });
    if (inForce === null) return rejected(stale ?? deskError('noLevelInForce'));
    const error = firstError(stale, conditionsError(plan, conditions), proposalError(state, proposalId, null));
    if (error !== null) return rejected(error);
    const now = nowTimed(context);
    const approved = decideAs(subject, inForce, approval, { act: 'approve' }, 'approval', now);
    if (!approved.ok) return rejected(approved.error);
    const ended = decideAs(subject, inForce, decision, { act: 'terminate' }, 'decision', now);
    if (!ended.ok) return rejected(ended.error);
    const event = incidentEvent(command, 'ResponseTerminated', {
      level: inForce.level,
      conditions: Object.fromEntries(plan.termination.conditions.map(({ id }) => [id, true as const])),
      approval: approved.value,
      decision: ended.value,
      reason: reason ?? null,
      proposalId: proposalId ?? null,
      proposer: { unit: levelOf(plan, inForce.level).proposedBy, name: command.proposer ?? context.actor.name },
      shown: shownOf(assessNow(subject, context), pin, context),
    });
    const { at: approvedAt } = approved.value;
    return decided(
      [event],
      [
        ...futureTimes({ 'approval.at': approval.at, 'decision.at': decision.at }, context.now),
        ...outOfOrder(['startedAt', inForce.since], ['approval.at', approval.at]),
        ...outOfOrder(['approval.at', approvedAt], ['decision.at', decision.at]),
      ],
    );
  });
}

function conditionsError(plan: PlanPackage, given: Readonly<Record<string, boolean>>): DeskError | null {
  const { conditions, clause } = plan.termination;
  const unknown = unknownItems('conditions', Object.keys(given), conditions);
  if (unknown !== null) return unknown;
  const missing = conditions.filter(({ id }) => given[id] !== true).map(({ id }) => id);
  return missing.length === 0 ? null : deskError('conditionsNotMet', { field: 'conditions', missing }, clause);
}
