/** Clues and warnings, as they are or as known at an instant. */
import type { ClueRow, WarningFile, WarningRow } from '#shared/contract/rows.ts';
import type { WarningSource } from '#shared/domain/statistics/warnings.ts';
import { clueStream, warningStream } from '#shared/domain/streams.ts';
import { rankWarnings, viewClue, viewWarning, viewWarningRow } from '#shared/domain/warning/view.ts';
import { isEnded, type WarningState } from '#shared/domain/warning/warning.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskState, stateOf } from '../context.ts';
import type { QueryOf } from '../parse.ts';
import { type Answered, answered, type IncidentParts, type QueryParts, unanswered } from './parts.ts';

export function planOfWarning(
  { plans }: Pick<QueryParts, 'plans'>,
  { planPin }: WarningState,
  at: number,
): PlanPackage {
  const pinned = plans.byHash(planPin.hash, at);
  if (pinned === null) throw new Error(`the plan package ${planPin.id} ${planPin.hash} is not in this file`);
  return pinned.plan;
}

export const warningAt = ({ streams }: IncidentParts, id: string, at: number): WarningState | null =>
  stateOf('warning', streams.stateAt(warningStream(id), at));

function clueRows({ streams }: QueryParts, ids: readonly string[], at: number): ClueRow[] {
  return ids
    .map((id) => stateOf('clue', streams.stateAt(clueStream(id), at)))
    .flatMap((state) => (state === null ? [] : [viewClue(state)]));
}

function warningRows(parts: QueryParts, ids: readonly string[], at: number): WarningRow[] {
  const found = ids.map((id) => warningAt(parts, id, at)).filter((state) => state !== null);
  const [first] = found;
  const { warnings } = first === undefined ? { warnings: undefined } : planOfWarning(parts, first, at);
  return rankWarnings(
    warnings,
    found.map((state) => viewWarningRow(planOfWarning(parts, state, at), state, at)),
  );
}

export const listClues = (parts: QueryParts, query: QueryOf<'listClues'>): Answered<ClueRow[]> => {
  const at = query.at ?? parts.clock.now();
  const ids = query.waiting ? parts.warnings.waitingClues(at, query.limit) : parts.warnings.clues(at, query.limit);
  return answered(clueRows(parts, ids, at));
};

export function listWarnings(parts: QueryParts, query: QueryOf<'listWarnings'>): Answered<WarningRow[]> {
  const at = query.at ?? parts.clock.now();
  return answered(warningRows(parts, parts.warnings.warnings(at, query.limit), at));
}

export function getWarning(parts: IncidentParts, query: QueryOf<'getWarning'>): Answered<WarningFile> {
  const at = query.at ?? parts.clock.now();
  const state = warningAt(parts, query.warningId, at);
  if (state === null) return unanswered('unknownWarning', { field: 'warningId', id: query.warningId });
  return answered(viewWarning(planOfWarning(parts, state, at), state, at));
}

const MOST = 200;

/** What the board keeps in sight: clues nobody assessed, warnings that stand. */
export function boardWarnings(parts: QueryParts, at: number): { clues: ClueRow[]; warnings: WarningRow[] } {
  const standing = warningRows(parts, parts.warnings.standing(at, at, MOST), at);
  return {
    clues: clueRows(parts, parts.warnings.waitingClues(at, MOST), at).filter(({ settled }) => settled === null),
    warnings: standing.filter((row) => !isEnded(row) && row.stage !== 'dismissed'),
  };
}

/** Those that stand and those that ended since: an alarm of theirs may still be unheard. */
export const recentWarnings = (parts: QueryParts, since: number, at: number): { warningId: string; title: string }[] =>
  parts.warnings
    .standing(at, since, MOST)
    .map((id) => warningAt(parts, id, at))
    .filter((state) => state !== null)
    .map(({ warningId, title }) => ({ warningId, title }));

/** Sqlite's word for no limit. */
const ALL = -1;

/** Every warning and clue of the desk, for its statistics. */
export function warningSource(parts: QueryParts, at: number): WarningSource {
  const { streams, warnings: finder, plans } = parts;
  const { plan } = deskState(streams);
  const timeZone = (plan === null ? null : plans.byHash(plan.hash))?.plan.timeZone ?? 'UTC';
  return {
    warnings: finder
      .warnings(at, ALL)
      .map((id) => warningAt(parts, id, at))
      .filter((state) => state !== null),
    clues: finder
      .clues(at, ALL)
      .map((id) => stateOf('clue', streams.stateAt(clueStream(id), at)))
      .filter((state) => state !== null),
    timeZone,
  };
}
