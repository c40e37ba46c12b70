/** Read off an incident's entries: is it open, what is in force and by whom, which reports and demands stand. */
import type { RecordedEvent } from '../recorded.ts';
import type { DetailNow } from '../rows.ts';
import type { IncidentEventPayload, IncidentEventType, RecordedReport } from './events.ts';
import { type IncidentEntry, type IncidentState, isEntry, strikeOf } from './incident.ts';

export type IncidentStatus =
  | { kind: 'open' }
  | { kind: 'closed'; at: number; entryId: string }
  | { kind: 'merged'; at: number; into: string };

type ByType = ReadonlyMap<string, readonly RecordedEvent[]>;

/** A night has thousands of entries, mostly notes, and a screen asks for those of twenty other types. */
const byType = new WeakMap<IncidentState['entries'], ByType>();

function entriesByType({ entries }: IncidentState): ByType {
  const known = byType.get(entries);
  if (known !== undefined) return known;
  const made = new Map<string, RecordedEvent[]>();
  for (const entry of entries) {
    const same = made.get(entry.type);
    if (same === undefined) made.set(entry.type, [entry]);
    else same.push(entry);
  }
  byType.set(entries, made);
  return made;
}

/** Entries of one type that were not struck, oldest first. */
export function standing<T extends IncidentEventType>(state: IncidentState, type: T): IncidentEntry<T>[] {
  const entries = entriesByType(state).get(type) ?? [];
  return entries.filter((entry): entry is IncidentEntry<T> => isEntry(entry, type) && !isStruck(state, entry.entryId));
}

export const isStruck = (state: IncidentState, entryId: string): boolean => strikeOf(state, entryId) !== null;

export function statusOf(state: IncidentState): IncidentStatus {
  const merged = standing(state, 'IncidentMerged').at(-1);
  if (merged !== undefined) return { kind: 'merged', at: merged.recordedAt, into: merged.payload.into };
  const closed = standing(state, 'IncidentClosed').at(-1);
  return closed === undefined ? { kind: 'open' } : { kind: 'closed', at: closed.recordedAt, entryId: closed.entryId };
}

export function standingReports(state: IncidentState): RecordedReport[] {
  return [
    ...standing(state, 'ReportRecorded').map((entry) => entry.payload.report),
    ...standing(state, 'IncidentAbsorbed').flatMap((entry) => entry.payload.reports),
  ];
}

export type Demand = IncidentEventPayload<'DemandRecorded'>;

export function standingDemands(state: IncidentState): Demand[] {
  return [
    ...standing(state, 'DemandRecorded').map((entry) => entry.payload),
    ...standing(state, 'IncidentAbsorbed').flatMap((entry) => entry.payload.demands),
  ];
}

export function callsOf(state: IncidentState): string[] {
  const calls = state.entries.flatMap((entry) => {
    if (isEntry(entry, 'IncidentOpened') || isEntry(entry, 'CallJoined')) return [entry.payload.callId];
    return isEntry(entry, 'IncidentAbsorbed') ? entry.payload.calls : [];
  });
  return [...new Set(calls)];
}

const TELL_DETAILS: readonly string[] = [
  'IncidentOpened',
  'CallJoined',
  'DetailsRevised',
  'IncidentAbsorbed',
] satisfies IncidentEventType[];

/**
 * The latest word on each detail. An officer's revision may take a text back to 正在核实; a later call that does not
 * know never erases what is known, and an absorbed incident only fills what is missing.
 */
export function detailsOf(state: IncidentState): Record<string, DetailNow> {
  const details: Record<string, DetailNow> = {};
  for (const entry of state.entries) {
    if (!TELL_DETAILS.includes(entry.type) || isStruck(state, entry.entryId)) continue;
    const put = (
      values: Readonly<Record<string, string | null>>,
      source: string | null,
      mayReplace: (old: DetailNow, value: string | null) => boolean,
    ) => {
      for (const [detail, value] of Object.entries(values)) {
        const old = details[detail];
        if (old !== undefined && !mayReplace(old, value)) continue;
        details[detail] = { detail, value, entryId: entry.entryId, recordedAt: entry.recordedAt, source };
      }
    };
    if (isEntry(entry, 'DetailsRevised')) put(entry.payload.details, entry.payload.source, () => true);
    if (isEntry(entry, 'IncidentOpened') || isEntry(entry, 'CallJoined')) {
      put(entry.payload.reported.details, entry.payload.reported.source, (_old, value) => value !== null);
    }
    if (isEntry(entry, 'IncidentAbsorbed')) {
      for (const { details: values, source } of entry.payload.reported)
        put(values, source, (old) => old.value === null);
    }
  }
  return details;
}
