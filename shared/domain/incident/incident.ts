/**
 * The incident's fold. It keeps every entry as recorded and turns each into facts for the engine; a strike marks, it
 * never removes. Everything else about an incident is read off `entries` by the selectors beside this file.
 */
import type { Fact } from '#shared/plan/facts.ts';
import type { PlanPin, RecordedEvent } from '../recorded.ts';
import type { IncidentEventPayload, IncidentEventType } from './events.ts';
import { factsOf } from './facts.ts';

export type Strike = { at: number; by: string; reason: string };

export type IncidentState = {
  kind: 'incident';
  incidentId: string;
  title: string;
  planPin: PlanPin;
  openedAt: number;
  /** Everything recorded, unknown types included, in the log's order. */
  entries: readonly RecordedEvent[];
  /** What the engine reads; several facts may come from one entry. */
  facts: readonly Fact[];
  /** By the struck entry's id. */
  strikes: ReadonlyMap<string, Strike>;
};

export type IncidentEntry<T extends IncidentEventType> = RecordedEvent & {
  type: T;
  payload: IncidentEventPayload<T>;
};

export function isEntry<T extends IncidentEventType>(event: RecordedEvent, type: T): event is IncidentEntry<T> {
  return event.type === type;
}

export const strikeOf = ({ strikes }: IncidentState, entryId: string): Strike | null =>
  // Asked of every entry, a dozen times for each screen; mostly nothing was struck at all.
  strikes.size === 0 ? null : (strikes.get(entryId) ?? null);

export function evolveIncident(state: IncidentState | null, event: RecordedEvent): IncidentState | null {
  if (state === null) return isEntry(event, 'IncidentOpened') ? opened(event) : null;
  const entries = [...state.entries, event];
  if (isEntry(event, 'EntryStruck')) return struck({ ...state, entries }, event);
  const facts = factsOf(event);
  const next = { ...state, entries, facts: facts.length === 0 ? state.facts : [...state.facts, ...facts] };
  return isEntry(event, 'DetailsRevised') ? { ...next, title: titleOf(next) } : next;
}

function opened(event: IncidentEntry<'IncidentOpened'>): IncidentState {
  const { incidentId, title, plan } = event.payload;
  return {
    kind: 'incident',
    incidentId,
    title,
    planPin: plan,
    openedAt: event.recordedAt,
    entries: [event],
    facts: factsOf(event),
    strikes: new Map(),
  };
}

function struck(state: IncidentState, event: IncidentEntry<'EntryStruck'>): IncidentState {
  const { entryId, reason } = event.payload;
  if (strikeOf(state, entryId) !== null) return state;
  const mark = { at: event.recordedAt, by: event.entryId };
  const facts = state.facts.map((fact) => (fact.entryId === entryId ? { ...fact, struck: mark } : fact));
  const next = { ...state, facts, strikes: new Map(state.strikes).set(entryId, { ...mark, reason }) };
  return { ...next, title: titleOf(next) };
}

function titleOf(state: IncidentState): string {
  let title = state.title;
  for (const entry of state.entries) {
    if (strikeOf(state, entry.entryId) !== null) continue;
    if (isEntry(entry, 'IncidentOpened')) title = entry.payload.title;
    if (isEntry(entry, 'DetailsRevised')) title = entry.payload.title ?? title;
  }
  return title;
}
