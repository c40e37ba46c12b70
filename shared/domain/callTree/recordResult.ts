/**
 * What came of a call: by which number, when, who answered. A warning's recipient who says so acknowledges it in the same act
 * [plan 3.4.2, 附件6].
 */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { deskPlan, unknownContact } from '../directory/changeContact.ts';
import { contactOf } from '../directory/planContacts.ts';
import { decided, nowTimed } from '../incident/onIncident.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import type { Timed } from '../values.ts';
import { acknowledgeWarning } from '../warning/distribution.ts';
import { callEvent, claimedError, type OnStep, onStep, settledError } from './onCalls.ts';

export function recordCallResult(command: CommandOf<'RecordCallResult'>, context: DecisionContext): Decision {
  const { contactId, number, result, note } = command;
  return onStep(command, context, 'made', (on) => {
    const { run, step } = on;
    const plan = deskPlan(context);
    const contact =
      contactId === undefined || plan === null ? null : contactOf(plan, context.directory(), contactId)?.contact;
    const error = firstError(
      settledError(step),
      claimedError(on, context),
      contactId !== undefined && (contact === null || contact === undefined) ? unknownContact(contactId) : null,
    );
    if (error !== null) return rejected(error);
    const at = command.at ?? nowTimed(context);
    const event = callEvent(command, run, step.who.label, 'CallStepTried', {
      contactId: contactId ?? null,
      name: contact?.name ?? command.name ?? null,
      unit: contact?.unit ?? null,
      number: number ?? null,
      at,
      result,
      answeredBy: command.answeredBy ?? null,
      note: note ?? null,
    });
    const acknowledged = acknowledgement(command, on, at, context);
    if (acknowledged.kind === 'rejected') return acknowledged;
    return decided(
      [event, ...acknowledged.events],
      [...futureTimes({ at: command.at }, context.now), ...outOfOrder(['startedAt', run.since], ['at', command.at])],
    );
  });
}

type Acknowledged = Exclude<Decision, { kind: 'confirm' }>;

function acknowledgement(
  { subject, result, acknowledgedBy }: CommandOf<'RecordCallResult'>,
  { step }: OnStep,
  at: Timed,
  context: DecisionContext,
): Acknowledged {
  if (acknowledgedBy === undefined) return { kind: 'accepted', events: [] };
  const { called, who } = step;
  if (result !== 'answered' || called.kind !== 'recipient' || !('warningId' in subject))
    return { kind: 'rejected', error: deskError('callNotARecipient', { field: 'acknowledgedBy', who: who.label }) };
  const decision = acknowledgeWarning(
    {
      type: 'AcknowledgeWarning',
      warningId: subject.warningId,
      recipient: called.id ?? { other: who.label },
      person: acknowledgedBy,
      acknowledgedAt: at,
    },
    context,
  );
  // What is odd about the minute is asked once, about the call.
  return decision.kind === 'confirm' ? { kind: 'accepted', events: decision.events } : decision;
}
