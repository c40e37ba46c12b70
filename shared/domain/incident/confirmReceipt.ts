/** A paper that was sent is there: rung up, and somebody said so. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { futureTimes } from '../questions.ts';
import { decided, incidentEvent, nowTimed, onIncident } from './onIncident.ts';
import { standing, standingReports } from './status.ts';

export function confirmReceipt(command: CommandOf<'ConfirmReceipt'>, context: DecisionContext): Decision {
  const { reportId, recipient, person, confirmedAt } = command;
  return onIncident(command, context, 'afterClosing', ({ state }) => {
    const report = standingReports(state).find((each) => each.reportId === reportId);
    if (report === undefined) return rejected(deskError('unknownReference', { field: 'reportId', id: reportId }));
    if (!report.recipients.includes(recipient))
      return rejected(deskError('unknownReference', { field: 'recipient', id: recipient }));
    const before = standing(state, 'ReceiptConfirmed').some(
      ({ payload }) => payload.reportId === reportId && payload.recipient === recipient,
    );
    if (before) return rejected(deskError('nothingChanged', { field: 'recipient' }));
    const at = confirmedAt ?? nowTimed(context);
    const event = incidentEvent(command, 'ReceiptConfirmed', { reportId, recipient, person, at });
    return decided([event], futureTimes({ confirmedAt }, context.now));
  });
}
