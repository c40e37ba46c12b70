/** The command above takes over: from then on a level changes only by recording its decision [plan 4.3.3(4)]. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import { staleError } from './decider.ts';
import { levelsOf } from './levels.ts';

export function transferCommand(command: CommandOf<'TransferCommand'>, context: DecisionContext): Decision {
  const { to, person, means, transferredAt, reason } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    const { inForce, headEntryId } = levelsOf(state);
    const stale = staleError(command.against, headEntryId, { level: inForce?.level ?? null });
    if (inForce === null) return rejected(stale ?? deskError('noLevelInForce'));
    const error = firstError(
      stale,
      plan.superior?.takenOverBy.includes(to) ? null : deskError('unknownPlanItem', { field: 'to', id: to }),
      inForce.transferredTo === to ? deskError('alreadyTransferred', { to }, plan.superior?.transfer.clause) : null,
    );
    if (error !== null) return rejected(error);
    const at = transferredAt ?? nowTimed(context);
    const event = incidentEvent(command, 'CommandTransferred', { to, person, means, at, reason: reason ?? null });
    return decided(
      [event],
      [
        ...futureTimes({ transferredAt }, context.now),
        ...outOfOrder(['startedAt', inForce.since], ['transferredAt', transferredAt]),
      ],
    );
  });
}
