/** Calls to somebody: those for an incident stand in its log, the others in the directory's. */
import { type IncidentState, isEntry } from '../incident/incident.ts';
import { isStruck } from '../incident/status.ts';
import type { DirectoryState } from './directory.ts';
import type { ContactFile } from './rows.ts';

type Calls = ContactFile['calls'];

const CALLS_SHOWN = 20;

/** Newest first. */
export function callsToContact(
  state: DirectoryState,
  incidents: readonly (IncidentState | null)[],
  contactId: string,
  at: number,
): Calls {
  const own = state.calls.map((call) => ({ ...call, incidentId: null }));
  const forIncidents = incidents.flatMap((incident) => (incident === null ? [] : callsOf(incident)));
  return [...own, ...forIncidents]
    .filter((call) => call.contactId === contactId && call.recordedAt <= at)
    .sort((a, b) => b.at.at - a.at.at)
    .slice(0, CALLS_SHOWN);
}

function callsOf(incident: IncidentState): Calls {
  return incident.entries.flatMap((entry): Calls => {
    if (isStruck(incident, entry.entryId)) return [];
    const { entryId, recordedAt, actor } = entry;
    const of = { entryId, recordedAt, actor, incidentId: incident.incidentId };
    if (isEntry(entry, 'PhoneCallRecorded')) return [{ ...entry.payload, ...of }];
    if (!isEntry(entry, 'CallStepTried')) return [];
    const { who, contactId, name, unit, number, at, result, note } = entry.payload;
    return number === null ? [] : [{ contactId, name: name ?? who, unit, number, at, result, note, ...of }];
  });
}
