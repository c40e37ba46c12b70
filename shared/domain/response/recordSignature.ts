/** 补签: the signature under a decision that was given by phone; it may come after the incident was closed or merged. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import { signaturesOf } from './signatures.ts';

export function recordSignature(command: CommandOf<'RecordSignature'>, context: DecisionContext): Decision {
  const { of, part, signedBy, signedAt } = command;
  return onIncident(command, context, 'always', ({ state }) => {
    if (!state.entries.some(({ entryId }) => entryId === of))
      return rejected(deskError('unknownEntry', { field: 'of', id: of }));
    const asked = signaturesOf(state).find((row) => row.of === of && row.part === part);
    if (asked === undefined) return rejected(deskError('nothingToSign', { field: 'of', id: of, part }));
    if (asked.signed !== null) {
      const { by, at } = asked.signed;
      return rejected(deskError('alreadySigned', { field: 'of', id: of, by, at }));
    }
    const at = signedAt ?? nowTimed(context);
    const event = incidentEvent(command, 'SignatureRecorded', { of, part, signedBy: signedBy ?? asked.name, at });
    return decided(
      [event],
      [
        ...futureTimes({ signedAt }, context.now),
        ...outOfOrder(['decision.at', asked.decidedAt], ['signedAt', signedAt]),
      ],
    );
  });
}
