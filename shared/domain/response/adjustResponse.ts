/** The level in force goes up or down [plan 4.5]. */
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { assessNow, decided, incidentEvent, nowTimed, onIncident, shownOf } from '../incident/onIncident.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import { levelOf } from './authority.ts';
import { basisError, basisOf, belowProposal } from './basis.ts';
import { decideAs, staleError } from './decider.ts';
import { levelsOf } from './levels.ts';
import { planMeasures } from './planMeasures.ts';
import { proposalError } from './proposals.ts';

export function adjustResponse(command: CommandOf<'AdjustResponse'>, context: DecisionContext): Decision {
  const { level, decision, reason, matter, expectedHours, measures, proposalId } = command;
  return onIncident(command, context, 'open', (subject) => {
    const { state, plan, pin } = subject;
    const { inForce, headEntryId } = levelsOf(state);
    const stale = staleError(command.against, headEntryId, { level: inForce?.level ?? null });
    if (inForce === null) return rejected(stale ?? deskError('noLevelInForce'));
    const error = firstError(
      unknownItem('level', level, plan.levels),
      stale,
      inForce.level === level ? deskError('levelAlreadyInForce', { level }) : null,
      proposalError(state, proposalId, level),
    );
    if (error !== null) return rejected(error);
    const given = decideAs(subject, inForce, decision, { act: 'adjust', level }, 'decision', nowTimed(context));
    if (!given.ok) return rejected(given.error);
    const assessment = assessNow(subject, context);
    const withoutBasis = basisError(plan, assessment, level, reason);
    if (withoutBasis !== null) return rejected(withoutBasis);
    const event = incidentEvent(command, 'ResponseAdjusted', {
      from: inForce.level,
      level,
      decision: given.value,
      reason: reason ?? null,
      matter: matter ?? null,
      expectedHours: expectedHours ?? null,
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
        ...outOfOrder(['startedAt', inForce.since], ['decision.at', decision.at]),
        ...belowProposal(plan, assessment, level),
      ],
    );
  });
}
