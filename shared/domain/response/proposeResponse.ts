/** The office proposes a level, or the end; a person with authority decides [plan 4.3]. */
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { assessNow, decided, incidentEvent, nowTimed, onIncident, shownOf } from '../incident/onIncident.ts';
import { takenError } from '../incident/taken.ts';
import { futureTimes } from '../questions.ts';
import { levelOf } from './authority.ts';
import { basisError, basisOf, belowProposal } from './basis.ts';
import { staleError } from './decider.ts';
import { levelsOf } from './levels.ts';

export function proposeResponse(command: CommandOf<'ProposeResponse'>, context: DecisionContext): Decision {
  const { proposalId, level, proposer, reason, proposedAt } = command;
  return onIncident(command, context, 'open', (subject) => {
    const { state, plan, pin } = subject;
    const { inForce, headEntryId } = levelsOf(state);
    const error = firstError(
      level === null ? null : unknownItem('level', level, plan.levels),
      takenError(state, 'ResponseProposed', 'proposalId', proposalId),
      staleError(command.against, headEntryId),
      level === null && inForce === null ? deskError('noLevelInForce') : null,
      level !== null && inForce?.level === level ? deskError('levelAlreadyInForce', { level }) : null,
    );
    if (error !== null) return rejected(error);
    const assessment = assessNow(subject, context);
    const withoutBasis = level === null ? null : basisError(plan, assessment, level, reason);
    if (withoutBasis !== null) return rejected(withoutBasis);
    const event = incidentEvent(command, 'ResponseProposed', {
      proposalId,
      level,
      proposer: {
        unit: levelOf(plan, level ?? (inForce?.level as string)).proposedBy,
        name: proposer ?? context.actor.name,
      },
      basis: level === null ? [] : basisOf(subject, context, assessment, level),
      reason: reason ?? null,
      at: proposedAt ?? nowTimed(context),
      shown: shownOf(assessment, pin, context),
    });
    return decided(
      [event],
      [...futureTimes({ proposedAt }, context.now), ...(level === null ? [] : belowProposal(plan, assessment, level))],
    );
  });
}
