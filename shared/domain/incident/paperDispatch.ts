/**
 * Papers that are no reports on their way: a notice of the response to the member units [plan 4.3, 4.5, 4.7], a 批示办理单, an
 * evaluation. To whom, how and when, and for each who said by phone that it is there. No clock hangs on it.
 */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { isSameUnit, storedUnit, unitErrors, unitTwice } from '../parties.ts';
import { futureTimes } from '../questions.ts';
import type { PaperDispatch } from '../rows.ts';
import { isOwnKind } from './events.ts';
import type { IncidentState } from './incident.ts';
import { decided, incidentEvent, nowTimed, onIncident } from './onIncident.ts';
import { standing } from './status.ts';
import { takenError } from './taken.ts';

export function dispatchesOf(state: IncidentState, documentId: string): PaperDispatch[] {
  const receipts = standing(state, 'PaperReceived');
  return standing(state, 'PaperSent')
    .filter(({ payload }) => payload.documentId === documentId)
    .map(({ payload: { dispatchId, recipients, at, via, sender }, entryId }) => ({
      dispatchId,
      entryId,
      recipients,
      at,
      via,
      sender,
      receipts: receipts
        .filter(({ payload }) => payload.dispatchId === dispatchId)
        .map(({ payload: { recipient, person, at: confirmed } }) => ({ recipient, person, at: confirmed })),
    }));
}

export function recordPaperSent(command: CommandOf<'RecordPaperSent'>, context: DecisionContext): Decision {
  const { dispatchId, documentId, via, sender, sentAt } = command;
  return onIncident(command, context, 'afterClosing', ({ state, plan }) => {
    const document = standing(state, 'DocumentSigned').find(({ payload }) => payload.documentId === documentId);
    // A report goes out as a report: its clocks are met by it.
    if (document === undefined || !isOwnKind(document.payload.kind))
      return rejected(deskError('unknownDocument', { field: 'documentId', id: documentId }));
    const error =
      takenError(state, 'PaperSent', 'dispatchId', dispatchId) ?? unitErrors(plan, 'recipients', command.recipients);
    if (error !== null) return rejected(error);
    const recipients = command.recipients.map((unit) => storedUnit(plan, unit));
    const twice = unitTwice('recipients', recipients);
    if (twice !== null) return rejected(twice);
    const event = incidentEvent(command, 'PaperSent', {
      dispatchId,
      documentId,
      recipients,
      at: sentAt ?? nowTimed(context),
      via: via ?? null,
      sender: sender ?? null,
    });
    return decided([event], futureTimes({ sentAt }, context.now));
  });
}

export function confirmPaperReceipt(command: CommandOf<'ConfirmPaperReceipt'>, context: DecisionContext): Decision {
  const { dispatchId, person, confirmedAt } = command;
  return onIncident(command, context, 'afterClosing', ({ state, plan }) => {
    const sent = standing(state, 'PaperSent').find(({ payload }) => payload.dispatchId === dispatchId);
    if (sent === undefined) return rejected(deskError('unknownReference', { field: 'dispatchId', id: dispatchId }));
    const recipient = storedUnit(plan, command.recipient);
    if (!sent.payload.recipients.some((unit) => isSameUnit(unit, recipient)))
      return rejected(deskError('unknownReference', { field: 'recipient', id: recipient.name }));
    const before = standing(state, 'PaperReceived').some(
      ({ payload }) => payload.dispatchId === dispatchId && isSameUnit(payload.recipient, recipient),
    );
    if (before) return rejected(deskError('nothingChanged', { field: 'recipient' }));
    const at = confirmedAt ?? nowTimed(context);
    const event = incidentEvent(command, 'PaperReceived', { dispatchId, recipient, person, at });
    return decided([event], futureTimes({ confirmedAt }, context.now));
  });
}
