/** The level in force goes up or down [plan 4.5]. */
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { futureTimes } from '../questions.ts';
import { adjustmentAuthority } from './authority.ts';
import { assessNow, decided, incidentEvent, nowTimed, onIncident, shownOf } from './onIncident.ts';
import { basisError, belowProposal, decisionAt } from './responseBasis.ts';
import { levelInForce } from './status.ts';

export function adjustResponse(command: CommandOf<'AdjustResponse'>, context: DecisionContext): Decision {
  const { level, decision, reason } = command;
  return onIncident(command, context, 'open', (subject) => {
    const { state, plan, pin } = subject;
    const unknown = unknownItem('level', level, plan.levels);
    if (unknown !== null) return rejected(unknown);
    const inForce = levelInForce(state);
    if (inForce === null) return rejected(deskError('noLevelInForce', {}));
    if (inForce.level === level) return rejected(deskError('levelAlreadyInForce', { level }));
    const assessment = assessNow(subject, context);
    const error = firstError(
      adjustmentAuthority(plan, decision.post, inForce.level, level),
      basisError(plan, assessment, level, reason),
    );
    if (error !== null) return rejected(error);
    const event = incidentEvent(command, 'ResponseAdjusted', {
      from: inForce.level,
      level,
      decision: decisionAt(decision, nowTimed(context)),
      reason: reason ?? null,
      shown: shownOf(assessment, pin, context),
    });
    return decided(
      [event],
      [...futureTimes({ 'decision.at': decision.at }, context.now), ...belowProposal(plan, assessment, level)],
    );
  });
}
