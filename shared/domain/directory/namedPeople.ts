/** Who an incident's entries name: of groups and of the on-scene command, who was rung up, who took or gave what. */
import { type IncidentState, isEntry } from '../incident/incident.ts';
import { isStruck } from '../incident/status.ts';
import type { StoredPerson } from '../parts.ts';
import type { RecordedEvent } from '../recorded.ts';

/** The entries that name one. */
export const NAMING_TYPES = [
  'GroupLeaderSet',
  'PersonCheckedIn',
  'OnSceneCommandOpened',
  'OnSceneCommandChanged',
  'PhoneCallRecorded',
  'UnitCalled',
  'ReportRecorded',
  'ReceiptConfirmed',
  'DemandRecorded',
  'CommandTransferred',
  'ReinforcementRequested',
  'ReinforcementAnswered',
  'InstructionRecorded',
] as const;

/** Once each, as last named; a number once known is kept. */
export function peopleNamedIn(state: IncidentState): StoredPerson[] {
  const people = new Map<string, StoredPerson>();
  for (const entry of state.entries) {
    const person = isStruck(state, entry.entryId) ? null : namedBy(entry);
    if (person === null) continue;
    const before = people.get(person.personId);
    people.set(person.personId, { ...person, phone: person.phone ?? before?.phone ?? null });
  }
  return [...people.values()];
}

function namedBy(entry: RecordedEvent): StoredPerson | null {
  if (isEntry(entry, 'GroupLeaderSet')) return entry.payload.leader;
  if (isEntry(entry, 'PersonCheckedIn')) return entry.payload.person;
  if (isEntry(entry, 'OnSceneCommandOpened') || isEntry(entry, 'OnSceneCommandChanged')) return entry.payload.head;
  if (isEntry(entry, 'PhoneCallRecorded')) {
    const { name, unit, number } = entry.payload;
    return inWords(name, number, unit === null ? null : { id: null, name: unit });
  }
  if (isEntry(entry, 'UnitCalled')) {
    const { answeredBy, phone, unit } = entry.payload;
    return inWords(answeredBy, phone, unit);
  }
  if (isEntry(entry, 'ReportRecorded')) return inWords(entry.payload.report.receiver);
  if (isEntry(entry, 'InstructionRecorded')) return inWords(entry.payload.from);
  if (
    isEntry(entry, 'ReceiptConfirmed') ||
    isEntry(entry, 'DemandRecorded') ||
    isEntry(entry, 'CommandTransferred') ||
    isEntry(entry, 'ReinforcementRequested') ||
    isEntry(entry, 'ReinforcementAnswered')
  )
    return inWords(entry.payload.person);
  return null;
}

/** Whoever stands there as a name and no more: the same name is the same person. */
const inWords = (
  name: string | null,
  phone: string | null = null,
  unit: StoredPerson['unit'] = null,
): StoredPerson | null => (name === null ? null : { personId: `named ${name}`, name, phone, title: null, unit });
