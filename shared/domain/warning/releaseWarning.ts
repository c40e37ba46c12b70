/** 解除: only by the authority in whose name it was issued, saying why the conditions are met [plan 3.4.4]. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { decided, nowTimed } from '../incident/onIncident.ts';
import { storedDecision } from '../parts.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import { releaseError } from './authority.ts';
import { goingNotice } from './notice.ts';
import { onWarning, versionError, warningEvent } from './onWarning.ts';
import { standingVersion } from './warning.ts';

export function releaseWarning(command: CommandOf<'ReleaseWarning'>, context: DecisionContext): Decision {
  const { version, decision, reason } = command;
  return onWarning(command, context, ['issued'], ({ plan, warnings, state }) => {
    const standing = standingVersion(state);
    const authority = warnings.authorities.find(({ id }) => id === standing?.inNameOf);
    if (standing === null || authority === undefined)
      return rejected(deskError('unknownPlanItem', { field: 'inNameOf', id: standing?.inNameOf ?? '' }));
    const error = firstError(versionError(state, version), releaseError(plan, warnings, authority, decision.post));
    if (error !== null) return rejected(error);
    const { warningId } = command;
    const going = goingNotice(plan, warnings, { warningId, inNameOf: authority.id, document: 'end' }, context);
    const event = warningEvent(command, 'WarningReleased', {
      title: state.title,
      version,
      inNameOf: authority.id,
      decision: storedDecision(decision, nowTimed(context)),
      reason,
      notice: going.notice,
    });
    return decided(
      [event, ...going.events],
      [
        ...futureTimes({ 'decision.at': decision.at }, context.now),
        ...outOfOrder(['issuedAt', standing.issuer.at], ['decision.at', decision.at]),
      ],
    );
  });
}
