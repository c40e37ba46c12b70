/** 统计 over every incident of this file. What nothing moves any more is kept with its state, so asking again is cheap. */
import type { CountedRows, StatisticsRow } from '#shared/contract/rows.ts';
import type { IncidentState } from '#shared/domain/incident/incident.ts';
import { ledgerOf } from '#shared/domain/incident/ledgerOf.ts';
import { viewIncidentRow } from '#shared/domain/incident/view.ts';
import { isUnmet } from '#shared/domain/questions.ts';
import { buildStatistics, countedRows, type Source } from '#shared/domain/statistics/statistics.ts';
import type { QueryOf } from '../parse.ts';
import { findIncident, planOf } from './incidents.ts';
import { type Answered, answered, type QueryParts } from './parts.ts';
import { warningSource } from './warnings.ts';

/** Sqlite's word for no limit. */
const ALL = -1;

export function getStatistics(parts: QueryParts, query: QueryOf<'getStatistics'>): Answered<StatisticsRow> {
  const at = query.at ?? parts.clock.now();
  return answered(buildStatistics(sourcesAt(parts, at), warningSource(parts, at), query, at));
}

export function listObligations(parts: QueryParts, query: QueryOf<'listObligations'>): Answered<CountedRows> {
  const at = query.at ?? parts.clock.now();
  return answered(countedRows(sourcesAt(parts, at), query, at));
}

/** Oldest first, so that the ledgers still remembered afterwards are the newest incidents', which the board asks for. */
function sourcesAt(parts: QueryParts, at: number): Source[] {
  return parts.incidents
    .openedBy(at, ALL)
    .toReversed()
    .flatMap((incidentId) => {
      const state = findIncident(parts, incidentId);
      return state === null || state.openedAt > at ? [] : [sourceOf(parts, state, at)];
    });
}

const settled = new WeakMap<IncidentState, Source>();

function sourceOf(parts: QueryParts, state: IncidentState, at: number): Source {
  const plan = planOf(parts, state, at);
  const known = settled.get(state);
  if (known !== undefined && known.plan === plan && known.row.assessment.at <= at) return known;
  const source = { plan, row: viewIncidentRow(plan, state, at, ledgerOf(plan, state)) };
  if (isSettled(source, state)) settled.set(state, source);
  return source;
}

/** All its entries are known, nothing is owed, and no threshold is to come: the same at every later instant. */
function isSettled({ row }: Source, state: IncidentState): boolean {
  const { at, obligations, nextChangeAt } = row.assessment;
  const isWhole = state.entries.every(({ recordedAt }) => recordedAt <= at);
  return isWhole && nextChangeAt === null && !obligations.some(isUnmet);
}
