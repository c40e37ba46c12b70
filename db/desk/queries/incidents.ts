/** Incidents as rows and as files. What the last entry left is worked out once per incident and asked at many instants. */
import type { IncidentRow, ReminderRow, ResponseFile } from '#shared/contract/rows.ts';
import type { IncidentAnswer } from '#shared/domain/incident/fileAfter.ts';
import type { IncidentState } from '#shared/domain/incident/incident.ts';
import { ledgerOf } from '#shared/domain/incident/ledgerOf.ts';
import { asKnownAt, viewIncidentAfter, viewIncidentRow } from '#shared/domain/incident/view.ts';
import { rankReminders, remindersOf } from '#shared/domain/response/reminders.ts';
import { viewResponse } from '#shared/domain/response/view.ts';
import { incidentStream } from '#shared/domain/streams.ts';
import type { Ledger } from '#shared/plan/engine/assess.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { stateOf } from '../context.ts';
import type { QueryOf } from '../parse.ts';
import { type Answered, answered, type IncidentParts, type QueryParts, unanswered } from './parts.ts';

export function planOf({ plans }: Pick<QueryParts, 'plans'>, { planPin }: IncidentState, at: number): PlanPackage {
  const pinned = plans.byHash(planPin.hash, at);
  if (pinned === null) throw new Error(`the plan package ${planPin.id} ${planPin.hash} is not in this file`);
  return pinned.plan;
}

export function findIncident({ streams }: Pick<QueryParts, 'streams'>, incidentId: string): IncidentState | null {
  return stateOf('incident', streams.get(incidentStream(incidentId)).state);
}

export function incidentRow(parts: QueryParts, incidentId: string, at: number): IncidentRow | null {
  const state = findIncident(parts, incidentId);
  if (state === null || state.openedAt > at) return null;
  const plan = planOf(parts, state, at);
  return viewIncidentRow(plan, state, at, ledgerOf(plan, state));
}

/** Those open at that instant, in no particular order. */
export function openRows(parts: QueryParts, at: number, limit: number): IncidentRow[] {
  const rows = parts.incidents.openAt(at, limit).map((id) => incidentRow(parts, id, at));
  // A closing that was struck since still stood at an earlier instant.
  return rows.filter((row): row is IncidentRow => row !== null && row.closedAt === null);
}

export function listIncidents(parts: QueryParts, query: QueryOf<'listIncidents'>): Answered<IncidentRow[]> {
  const at = query.at ?? parts.clock.now();
  const { status, limit } = query;
  if (status === 'open') return answered(openRows(parts, at, limit));
  const { incidents } = parts;
  const ids = status === 'closed' ? incidents.closedBy(at, limit) : incidents.openedBy(at, limit);
  return answered(ids.map((id) => incidentRow(parts, id, at)).filter((row) => row !== null));
}

export const getIncident = (parts: IncidentParts, query: QueryOf<'getIncident'>): Answered<IncidentAnswer> =>
  viewed(parts, query, (plan, state, at, ledger) => viewIncidentAfter(plan, state, at, ledger, query.after));

export const getResponse = (parts: IncidentParts, query: QueryOf<'getResponse'>): Answered<ResponseFile> =>
  viewed(parts, query, viewResponse);

function viewed<T>(
  parts: IncidentParts,
  { incidentId, at = parts.clock.now() }: { incidentId: string; at?: number | undefined },
  view: (plan: PlanPackage, state: IncidentState, at: number, ledger: Ledger) => T,
): Answered<T> {
  const state = findIncident(parts, incidentId);
  if (state === null || state.openedAt > at)
    return unanswered('unknownIncident', { field: 'incidentId', id: incidentId });
  const plan = planOf(parts, state, at);
  return answered(view(plan, state, at, ledgerOf(plan, state)));
}

/** What the board keeps in sight of these incidents besides their clocks. */
export function reminderRows(parts: QueryParts, incidentIds: readonly string[], at: number): ReminderRow[] {
  const known = incidentIds.map((id) => findIncident(parts, id)).map((state) => state && asKnownAt(state, at));
  return rankReminders(known.flatMap((state) => (state ? remindersOf(state, at) : [])));
}
