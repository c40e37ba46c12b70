/** Who an incident's entries name as people of groups and of the on-scene command. */
import { type IncidentState, isEntry } from '../incident/incident.ts';
import { isStruck } from '../incident/status.ts';
import type { StoredPerson } from '../parts.ts';

/** The entries that name one. */
export const NAMING_TYPES = ['GroupLeaderSet', 'PersonCheckedIn', 'OnSceneCommandOpened'] as const;

/** Once each, as last named. */
export function peopleNamedIn(state: IncidentState): StoredPerson[] {
  const people = new Map<string, StoredPerson>();
  for (const entry of state.entries) {
    if (isStruck(state, entry.entryId)) continue;
    if (isEntry(entry, 'GroupLeaderSet')) people.set(entry.payload.leader.personId, entry.payload.leader);
    if (isEntry(entry, 'PersonCheckedIn')) people.set(entry.payload.person.personId, entry.payload.person);
    if (isEntry(entry, 'OnSceneCommandOpened')) people.set(entry.payload.head.personId, entry.payload.head);
  }
  return [...people.values()];
}
