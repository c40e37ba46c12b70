/** Incidents as rows and as files. What the last entry left is worked out once per incident and asked at many instants. */
import type { IncidentFile, IncidentRow } from '#shared/contract/rows.ts';
import type { IncidentState } from '#shared/domain/incident/incident.ts';
import { ledgerOf } from '#shared/domain/incident/ledgerOf.ts';
import { viewIncidentFile, viewIncidentRow } from '#shared/domain/incident/view.ts';
import { incidentStream } from '#shared/domain/streams.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { stateOf } from '../context.ts';
import type { QueryOf } from '../parse.ts';
import { type Answered, answered, type QueryParts, unanswered } from './parts.ts';

function planOf({ plans }: QueryParts, { planPin }: IncidentState): PlanPackage {
  const pinned = plans.byHash(planPin.hash);
  if (pinned === null) throw new Error(`the plan package ${planPin.id} ${planPin.hash} is not in this file`);
  return pinned.plan;
}

export function findIncident({ streams }: QueryParts, incidentId: string): IncidentState | null {
  return stateOf('incident', streams.get(incidentStream(incidentId)).state);
}

export function incidentRow(parts: QueryParts, incidentId: string, at: number): IncidentRow | null {
  const state = findIncident(parts, incidentId);
  if (state === null || state.openedAt > at) return null;
  const plan = planOf(parts, state);
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

export function getIncident(parts: QueryParts, query: QueryOf<'getIncident'>): Answered<IncidentFile> {
  const { incidentId, at = parts.clock.now() } = query;
  const state = findIncident(parts, incidentId);
  if (state === null || state.openedAt > at)
    return unanswered('unknownIncident', { field: 'incidentId', id: incidentId });
  const plan = planOf(parts, state);
  return answered(viewIncidentFile(plan, state, at, ledgerOf(plan, state)));
}
