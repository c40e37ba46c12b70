/** Ids are chosen by callers; one that any entry of the incident bears, struck or not, is taken for good. */
import { deskError } from '../checks.ts';
import type { DeskError } from '../errors.ts';
import type { IncidentEventPayload, IncidentEventType } from './events.ts';
import { type IncidentState, isEntry } from './incident.ts';

export function takenError<T extends IncidentEventType>(
  state: IncidentState,
  type: T,
  field: keyof IncidentEventPayload<T> & string,
  id: string,
): DeskError | null {
  const isTaken = state.entries.some((entry) => isEntry(entry, type) && entry.payload[field] === id);
  return isTaken ? deskError('idTaken', { field, id }) : null;
}
