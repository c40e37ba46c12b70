/** What lasts: grades, levels, the on-scene command, groups and units, tasks and instructions. */
import type { IncidentEventPayload, IncidentEventType } from '../incident/events.ts';
import type { ResponseFile } from '../responseRows.ts';
import type { IncidentFile, LogRow } from '../rows.ts';
import type { RowName, Source, Sources, Span, SpanWhat } from './items.ts';

const sourceOf = ({ entryId, position }: LogRow): Source => ({ entryId, position });

function span(
  id: string,
  what: SpanWhat,
  from: number,
  to: number | null,
  source: Source,
  limit: number | null = null,
): Span {
  return { kind: 'span', id, what, from, to: to === null ? null : Math.max(from, to), limit, source };
}

/** 暂时无法判明 from the first on; a determination counts from when it was recorded. */
export function gradeSpans({ entries, gradeHistory, openedAt }: IncidentFile): Span[] {
  const [opening] = entries;
  if (opening === undefined) return [];
  const determined = gradeHistory.filter(({ struck }) => !struck);
  const changes = [{ grade: null, entryId: opening.entryId, recordedAt: openedAt }, ...determined];
  return changes.flatMap(({ grade, entryId, recordedAt }, index) => {
    const entry = entries.find((each) => each.entryId === entryId);
    const next = changes[index + 1]?.recordedAt ?? null;
    if (entry === undefined || next === recordedAt) return [];
    return [span(`grade ${entryId}`, { kind: 'grade', grade }, recordedAt, next, sourceOf(entry))];
  });
}

export function levelSpans({ history }: ResponseFile, sources: Sources): Span[] {
  return history.flatMap(({ entryId, level, decision }, index) => {
    const source = sources(entryId);
    if (level === null || source === null) return [];
    const next = history[index + 1]?.decision.at.at ?? null;
    return [span(`level ${entryId}`, { kind: 'level', level }, decision.at.at, next, source)];
  });
}

export function unitSpans({ units }: ResponseFile, sources: Sources): Span[] {
  return units.flatMap(({ summonsId, unit, calledAt, arrivedAt, stoodDownAt, entryId }) => {
    const source = sources(entryId);
    if (source === null) return [];
    const what = { kind: 'unit', ...unit, isThere: arrivedAt !== null } as const;
    return [span(`unit ${summonsId}`, what, calledAt, arrivedAt ?? stoodDownAt, source)];
  });
}

export function taskSpans({ tasks }: ResponseFile, sources: Sources): Span[] {
  return tasks.flatMap(({ taskId, what, assignedAt, endedAt, dueAt, state, entryId }) => {
    const source = sources(entryId);
    if (source === null) return [];
    return [
      span(`task ${taskId}`, { kind: 'task', what, isDone: state === 'finished' }, assignedAt, endedAt, source, dueAt),
    ];
  });
}

export function instructionSpans({ instructions }: ResponseFile, sources: Sources): Span[] {
  return instructions.flatMap(({ instructionId, from, receivedAt, answer, entryId }) => {
    const source = sources(entryId);
    if (source === null) return [];
    const what = { kind: 'instruction', from, isAnswered: answer !== null } as const;
    return [span(`instruction ${instructionId}`, what, receivedAt, answer?.at ?? null, source)];
  });
}

type Change = { at: number; what: SpanWhat | null; source: Source };
export type GroupRow = { id: string; name: RowName; spans: Span[] };

type Payload<T extends IncidentEventType> = IncidentEventPayload<T>;

/** The on-scene command first, then the groups in the order they were set up; a group that withdrew is gone. */
export function groupRows(entries: readonly LogRow[]): GroupRow[] {
  const rows = new Map<string, { name: RowName; changes: Change[] }>();
  const begin = (id: string, name: RowName, change: Change) => {
    const row = rows.get(id);
    if (row === undefined) rows.set(id, { name, changes: [change] });
    else row.changes.push(change);
  };
  const change = (id: string, at: number, what: SpanWhat | null, source: Source) =>
    rows.get(id)?.changes.push({ at, what, source });
  for (const entry of entries) {
    const source = sourceOf(entry);
    switch (entry.type) {
      case 'OnSceneCommandOpened': {
        const { place, at } = entry.payload as Payload<'OnSceneCommandOpened'>;
        begin('onScene', { kind: 'onScene' }, { at: at.at, what: { kind: 'onScene', place }, source });
        break;
      }
      case 'OnSceneCommandClosed':
        change('onScene', (entry.payload as Payload<'OnSceneCommandClosed'>).at.at, null, source);
        break;
      case 'GroupsSetUp': {
        const { groups, at } = entry.payload as Payload<'GroupsSetUp'>;
        for (const { groupId, name } of groups) {
          const what = { kind: 'group', state: 'forming' } as const;
          begin(`group ${groupId}`, { kind: 'group', groupId, name }, { at: at.at, what, source });
        }
        break;
      }
      case 'GroupAdded': {
        const { group, decision } = entry.payload as Payload<'GroupAdded'>;
        const what = { kind: 'group', state: 'forming' } as const;
        const name = { kind: 'group', groupId: group.groupId, name: group.name } as const;
        begin(`group ${group.groupId}`, name, { at: decision.at.at, what, source });
        break;
      }
      case 'GroupStateSet': {
        const { groupId, state, at } = entry.payload as Payload<'GroupStateSet'>;
        change(`group ${groupId}`, at.at, state === 'withdrawn' ? null : { kind: 'group', state }, source);
        break;
      }
      case 'GroupDissolved': {
        const { groupId, decision } = entry.payload as Payload<'GroupDissolved'>;
        change(`group ${groupId}`, decision.at.at, null, source);
        break;
      }
    }
  }
  return [...rows].map(([id, { name, changes }]) => ({ id, name, spans: spansOf(id, changes) }));
}

function spansOf(id: string, changes: readonly Change[]): Span[] {
  const ordered = changes.toSorted((a, b) => a.at - b.at);
  return ordered.flatMap(({ at, what, source }, index) => {
    const next = ordered[index + 1]?.at ?? null;
    if (what === null || next === at) return [];
    return [span(`${id} ${source.entryId}`, what, at, next, source)];
  });
}
