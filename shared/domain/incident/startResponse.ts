/** A person starts a response level; nothing starts by itself [plan 4.3]. */
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { futureTimes } from '../questions.ts';
import { levelAuthority, levelOf } from './authority.ts';
import { assessNow, decided, incidentEvent, nowTimed, onIncident, shownOf } from './onIncident.ts';
import { basisError, belowProposal, decisionAt } from './responseBasis.ts';
import { levelInForce, standing } from './status.ts';

export function startResponse(command: CommandOf<'StartResponse'>, context: DecisionContext): Decision {
  const { level, decision, matter, reason, expectedHours } = command;
  return onIncident(command, context, 'open', (subject) => {
    const { state, plan, pin } = subject;
    const unknown = unknownItem('level', level, plan.levels);
    if (unknown !== null) return rejected(unknown);
    const inForce = levelInForce(state);
    if (inForce !== null) return rejected(deskError('levelAlreadyInForce', { level: inForce.level }));
    const assessment = assessNow(subject, context);
    const error = firstError(
      levelAuthority(plan, decision.post, levelOf(plan, level)),
      basisError(plan, assessment, level, reason),
    );
    if (error !== null) return rejected(error);
    const event = incidentEvent(command, 'ResponseStarted', {
      level,
      decision: decisionAt(decision, nowTimed(context)),
      matter: matter ?? null,
      reason: reason ?? null,
      expectedHours: expectedHours ?? null,
      // A start after an end is a new start that cites the old one.
      citesEntryId: standing(state, 'ResponseStarted').at(-1)?.entryId ?? null,
      shown: shownOf(assessment, pin, context),
    });
    return decided(
      [event],
      [...futureTimes({ 'decision.at': decision.at }, context.now), ...belowProposal(plan, assessment, level)],
    );
  });
}
