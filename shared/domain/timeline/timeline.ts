/**
 * The picture of an incident's night: rows of marks, spans and bars, and the casualty curve. What stands in it is read off
 * the log and the engine, never worked out again; everything in it names the entry it came from.
 *
 * Two different pasts. "As known at" is the query's: the file it is made of. 截至 is the cut here: of what is known, only
 * what had happened by then [TIMELINE-3].
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { ResponseFile } from '../responseRows.ts';
import type { IncidentFile, LogRow } from '../rows.ts';
import { curvesOf } from './curves.ts';
import {
  endOf,
  type Item,
  type Lane,
  type Mark,
  type Row,
  type RowName,
  type Sources,
  type Span,
  type SpanWhat,
  startOf,
  type Timeline,
} from './items.ts';
import { obligationRows } from './obligationBars.ts';
import { placeOf } from './places.ts';
import { gradeSpans, groupRows, instructionSpans, levelSpans, taskSpans, unitSpans } from './spans.ts';

export type TimelineInput = {
  plan: PlanPackage;
  file: IncidentFile;
  response: ResponseFile;
  /** 截至; null: everything. */
  asOf: number | null;
  now: number;
};

const HOUR = 3_600_000;
/** Limits farther off than this share of the past are left beyond the edge. */
const AHEAD = 0.25;

export function timelineOf({ plan, file, response, asOf, now }: TimelineInput): Timeline {
  const cut = asOf ?? Number.POSITIVE_INFINITY;
  const sources = sourcesOf(file);
  const { marks, spanned } = marksOf(file, cut);
  const own = (row: string) => marks.get(row) ?? [];
  const row = (id: string, lane: Lane, name: RowName, items: readonly Item[]): Row[] =>
    items.length === 0 ? [] : [{ id, lane, name, items: [...items].sort((a, b) => startOf(a) - startOf(b)) }];
  const shown = (spans: readonly Span[]) => spans.flatMap((span) => cutSpan(span, cut));
  const lane = (id: Lane, spans: readonly Span[] = []) => row(id, id, { kind: 'lane' }, [...shown(spans), ...own(id)]);
  const start = Math.min(
    file.assessment.times.clockStart.at,
    file.assessment.times.received.at,
    ...[...marks.values()].flat().map(({ at }) => at),
  );
  const bars = obligationRows(plan, file, cut, sources);
  const rows: Row[] = [
    ...lane('facts'),
    ...curvesOf(plan, file, { from: start, cut, sources }).flatMap(({ figure, steps }) =>
      row(`figure ${figure}`, 'figures', { kind: 'figure', figure }, steps),
    ),
    ...lane('grade', gradeSpans(file)),
    ...lane('level', levelSpans(response, sources)),
    ...lane('reports'),
    ...bars.flatMap(({ id, rule, to, bars: items }) => row(id, 'obligations', { kind: 'rule', rule, to }, items)),
    ...groupRows(spanned).flatMap(({ id, name, spans }) => row(id, 'groups', name, [...shown(spans), ...own(id)])),
    ...row('units', 'groups', { kind: 'units' }, [...shown(unitSpans(response, sources)), ...own('units')]),
    ...lane('tasks', taskSpans(response, sources)),
    ...lane('instructions', instructionSpans(response, sources)),
    ...lane('bulletins'),
  ];
  const starts = rows.flatMap(({ items }) => items.map(startOf));
  const last = Math.max(start, ...starts, ...rows.flatMap(({ items }) => items.map(endOf)));
  const until = asOf ?? (file.closedAt === null ? Math.max(now, last) : Math.max(last, file.closedAt));
  const from = Math.min(start, until, ...starts);
  return { incidentId: file.incidentId, from, until, to: until + aheadOf(rows, from, until), rows };
}

function sourcesOf({ entries }: IncidentFile): Sources {
  const positions = new Map(entries.map(({ entryId, position }) => [entryId, position]));
  return (entryId) => {
    const position = entryId === null ? undefined : positions.get(entryId);
    return entryId === null || position === undefined ? null : { entryId, position };
  };
}

/** Marks by their row; `spanned`: the entries that count, in the order they were recorded. */
function marksOf({ entries }: IncidentFile, cut: number): { marks: Map<string, Mark[]>; spanned: LogRow[] } {
  const marks = new Map<string, Mark[]>();
  for (const entry of entries) {
    const place = placeOf(entry);
    if (place === null || place.at > cut) continue;
    const { entryId, position } = entry;
    const mark: Mark = {
      kind: 'mark',
      id: `mark ${entryId}`,
      at: place.at,
      precision: place.precision,
      source: { entryId, position },
      entry,
      isStruck: entry.struck !== null,
    };
    marks.set(place.row, [...(marks.get(place.row) ?? []), mark]);
  }
  return { marks, spanned: entries.filter(({ struck }) => struck === null) };
}

function cutSpan(span: Span, cut: number): Span[] {
  if (span.from > cut) return [];
  return span.to !== null && span.to > cut ? [{ ...span, to: null, what: undone(span.what) }] : [span];
}

/** What ended after the cut had not ended yet. */
function undone(what: SpanWhat): SpanWhat {
  if (what.kind === 'task') return { ...what, isDone: false };
  return what.kind === 'instruction' ? { ...what, isAnswered: false } : what;
}

function aheadOf(rows: readonly Row[], from: number, until: number): number {
  const past = until - from;
  const limits = rows.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'bar' && item.endedAt === null && item.dueAt !== null ? [item.dueAt] : [])),
  );
  const within = limits
    .map((limit) => limit - until)
    .filter((ahead) => ahead > 0 && ahead <= Math.max(past, HOUR) * AHEAD * 2);
  return Math.max(past * 0.04, HOUR / 60, ...within.map((ahead) => ahead * 1.1));
}
