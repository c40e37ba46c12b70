/** Somebody was rung up: number, minute and what came of it. For an incident it stands in the incident's log. */
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { futureTimes } from '../questions.ts';
import { deskPlan, directoryEvent, unknownContact } from './changeContact.ts';
import type { Phoned } from './events.ts';
import { contactOf } from './planContacts.ts';

export function recordPhoneCall(command: CommandOf<'RecordPhoneCall'>, context: DecisionContext): Decision {
  const { contactId, incidentId, entryId, name, unit, number, at, result, note } = command;
  const plan = deskPlan(context);
  const isUnknown =
    contactId !== undefined && (plan === null || contactOf(plan, context.directory(), contactId) === null);
  if (isUnknown) return rejected(unknownContact(contactId));
  const phoned: Phoned = {
    contactId: contactId ?? null,
    name,
    unit: unit ?? null,
    number,
    at: at ?? nowTimed(context),
    result,
    note: note ?? null,
  };
  const questions = futureTimes({ at }, context.now);
  if (incidentId === undefined) {
    const event = directoryEvent('ContactCalled', phoned);
    return decided([entryId === undefined ? event : { ...event, entryId }], questions);
  }
  return onIncident({ incidentId, entryId }, context, 'afterClosing', () =>
    decided([incidentEvent({ incidentId, entryId }, 'PhoneCallRecorded', phoned)], questions),
  );
}
