/** A person starts a response level; nothing starts by itself [plan 4.3]. */
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { assessNow, decided, incidentEvent, nowTimed, onIncident, shownOf } from '../incident/onIncident.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import { levelOf } from './authority.ts';
import { basisError, basisOf, belowProposal } from './basis.ts';
import { decideAs, staleError } from './decider.ts';
import { levelsOf, responseName } from './levels.ts';
import { planMeasures } from './planMeasures.ts';
import { proposalError } from './proposals.ts';

export function startResponse(command: CommandOf<'StartResponse'>, context: DecisionContext): Decision {
  const { level, decision, matter, reason, expectedHours, measures, proposalId } = command;
  return onIncident(command, context, 'open', (subject) => {
    const { state, plan, pin } = subject;
    const { inForce, headEntryId, starts } = levelsOf(state);
    const responseId = command.responseId ?? responseName(starts.length + 1);
    const error = firstError(
      unknownItem('level', level, plan.levels),
      staleError(command.against, headEntryId, { level: inForce?.level ?? null }),
      inForce === null ? null : deskError('levelAlreadyInForce', { level: inForce.level }),
      starts.some((start) => start.responseId === responseId)
        ? deskError('idTaken', { field: 'responseId', id: responseId })
        : null,
      proposalError(state, proposalId, level),
    );
    if (error !== null) return rejected(error);
    const given = decideAs(subject, inForce, decision, { act: 'start', level }, 'decision', nowTimed(context));
    if (!given.ok) return rejected(given.error);
    const assessment = assessNow(subject, context);
    const withoutBasis = basisError(plan, assessment, level, reason);
    if (withoutBasis !== null) return rejected(withoutBasis);
    const event = incidentEvent(command, 'ResponseStarted', {
      responseId,
      level,
      decision: given.value,
      matter: matter ?? state.title,
      reason: reason ?? null,
      expectedHours,
      // A start after an end is a new start that cites the old one.
      citesEntryId: starts.at(-1)?.entryId ?? null,
      proposalId: proposalId ?? null,
      proposer: { unit: levelOf(plan, level).proposedBy, name: command.proposer ?? context.actor.name },
      basis: basisOf(subject, context, assessment, level),
      measures: measures ?? null,
      planMeasures: planMeasures(plan, level),
      shown: shownOf(assessment, pin, context),
    });
    return decided(
      [event],
      [
        ...futureTimes({ 'decision.at': decision.at }, context.now),
        ...outOfOrder(['occurredAt', assessment.times.occurred], ['decision.at', decision.at]),
        ...belowProposal(plan, assessment, level),
      ],
    );
  });
}
