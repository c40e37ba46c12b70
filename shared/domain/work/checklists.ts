/**
 * Which checklists of the plan apply, and where each item stands. Lists are only ever added: one that came by a fact or
 * a level stays when facts change, and whatever was done on it stays with it. A new start of a response brings its
 * measures anew. Source: rules §4, §9.
 */
import type { Fact } from '#shared/plan/facts.ts';
import type { Checklist } from '#shared/plan/responseSections.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { type IncidentState, isEntry } from '../incident/incident.ts';
import { isStruck, statusOf } from '../incident/status.ts';
import type { RecordedEvent } from '../recorded.ts';
import { levelRank } from '../response/authority.ts';
import { levelsOf, responseName } from '../response/levels.ts';
import type { ChecklistItemRow, ChecklistRow } from '../responseRows.ts';

type Touch = Pick<ChecklistItemRow, 'state' | 'note' | 'set' | 'taskId'>;
export type Touches = ReadonlyMap<string, Touch>;

const UNTOUCHED: Touch = { state: 'open', note: null, set: null, taskId: null };
const keyOf = (item: string, responseId: string | null): string => `${responseId ?? ''}/${item}`;

/** What was done about items, by response and item. */
export function touchesOf(state: IncidentState): Touches {
  const touches = new Map<string, Touch>();
  const keyOfTask = new Map<string, string>();
  const settle = (taskId: string, entry: RecordedEvent, change: Pick<Touch, 'state' | 'note'>, at: number) => {
    const key = keyOfTask.get(taskId);
    const before = key === undefined ? undefined : touches.get(key);
    if (key === undefined || before?.taskId !== taskId || before.state !== 'assigned') return;
    touches.set(key, { ...change, taskId, set: setBy(entry, at) });
  };
  for (const entry of state.entries) {
    if (isStruck(state, entry.entryId)) continue;
    if (isEntry(entry, 'ChecklistItemSet')) {
      const { item, responseId, state: to, note, at } = entry.payload;
      touches.set(keyOf(item, responseId), { state: to, note, taskId: null, set: setBy(entry, at.at) });
    } else if (isEntry(entry, 'TaskAssigned')) {
      const { taskId, source, at } = entry.payload;
      if (source.kind !== 'measure') continue;
      const key = keyOf(source.item, source.responseId);
      keyOfTask.set(taskId, key);
      touches.set(key, { state: 'assigned', note: null, taskId, set: setBy(entry, at.at) });
    } else if (isEntry(entry, 'TaskFinished')) {
      const { taskId, result, at } = entry.payload;
      settle(taskId, entry, { state: 'done', note: result }, at.at);
    } else if (isEntry(entry, 'TaskReturned')) {
      const { taskId, reason, at } = entry.payload;
      settle(taskId, entry, { state: 'open', note: reason }, at.at);
    }
  }
  return touches;
}

function setBy({ entryId, recordedAt, actor }: RecordedEvent, at: number): ChecklistItemRow['set'] {
  return { entryId, recordedAt, actor, at };
}

/** The response whose measures are followed: the one in force, else the last one. */
const followedResponse = (state: IncidentState): string | null => levelsOf(state).starts.at(-1)?.responseId ?? null;

export function checklistsOf(plan: PlanPackage, state: IncidentState, clockGrade: string): ChecklistRow[] {
  const touches = touchesOf(state);
  const response = followedResponse(state);
  return plan.checklists.flatMap((list): ChecklistRow[] => {
    const responseId = list.when.kind === 'level' ? response : null;
    const touch = (item: string): Touch => touches.get(keyOf(item, responseId)) ?? UNTOUCHED;
    const touchedAt = list.items.flatMap(({ id }) => touch(id).set?.recordedAt ?? []);
    const since = sinceOf(plan, state, list) ?? (touchedAt.length === 0 ? null : Math.min(...touchedAt));
    if (since === null) return [];
    const items = list.items
      .filter(({ id, grades }) => grades === undefined || grades.includes(clockGrade) || touch(id).set !== null)
      .map(({ id, clause, provenance, doneBy }) => ({ id, clause, provenance, doneBy, ...touch(id) }));
    return [{ id: list.id, because: becauseOf(list, responseId), since, items }];
  });
}

function becauseOf({ when }: Checklist, responseId: string | null): ChecklistRow['because'] {
  if (when.kind === 'condition') return { kind: 'condition', conditions: when.anyOf };
  if (when.kind !== 'level') return when;
  return { kind: 'level', level: when.level, responseId: responseId ?? responseName(1) };
}

/** When the list came; null while it does not apply. */
function sinceOf(plan: PlanPackage, state: IncidentState, { when }: Checklist): number | null {
  switch (when.kind) {
    case 'always':
      return state.openedAt;
    case 'level':
      return levelReachedAt(plan, state, when.level);
    case 'condition':
      return firstKnownAt(plan, state, when.anyOf);
    case 'ended':
      return endedAt(state);
  }
}

/** In the response followed, stepping down takes nothing away. */
function levelReachedAt(plan: PlanPackage, state: IncidentState, level: string): number | null {
  const start = levelsOf(state).starts.at(-1)?.entryId;
  const begun = state.entries.findIndex(({ entryId }) => entryId === start);
  if (begun < 0) return null;
  const reached = state.entries
    .slice(begun)
    .find(
      (entry) =>
        (isEntry(entry, 'ResponseStarted') || isEntry(entry, 'ResponseAdjusted')) &&
        levelRank(plan, entry.payload.level) >= levelRank(plan, level),
    );
  return reached?.recordedAt ?? null;
}

/** The careful reading: once known to be so, by itself or by what implies it, it counts, whatever is known later. */
function firstKnownAt(plan: PlanPackage, state: IncidentState, anyOf: readonly string[]): number | null {
  const telling = new Set(
    plan.conditions
      .filter(({ id, implies }) => [id, ...implies].some((each) => anyOf.includes(each)))
      .map(({ id }) => id),
  );
  const instants = state.facts.filter((fact) => tells(fact, telling)).map(({ recordedAt }) => recordedAt);
  return instants.length === 0 ? null : Math.min(...instants);
}

const tells = (fact: Fact, telling: ReadonlySet<string>): boolean =>
  fact.kind === 'conditions' &&
  fact.struck === undefined &&
  Object.entries(fact.values).some(([id, value]) => value === 'yes' && telling.has(id));

/** The instant the response ended, or the incident was closed without one; null while either may still run. */
export function endedAt(state: IncidentState): number | null {
  const status = statusOf(state);
  const { inForce, starts } = levelsOf(state);
  if (starts.length > 0 && inForce === null) {
    return state.entries.findLast((entry) => isEntry(entry, 'ResponseTerminated'))?.recordedAt ?? null;
  }
  return status.kind === 'closed' ? status.at : null;
}
