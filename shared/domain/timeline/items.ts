/** What the picture of a night is made of: rows of items, each with the entry it came from. */
import type { Obligation, ObligationState } from '#shared/plan/assessment.ts';
import type { Precision, Quantity } from '#shared/plan/facts.ts';
import type { LogRow } from '../rows.ts';

export const LANES = [
  'facts',
  'figures',
  'grade',
  'level',
  'reports',
  'obligations',
  'groups',
  'tasks',
  'instructions',
  'bulletins',
] as const;
export type Lane = (typeof LANES)[number];

/** The log entry something came from. */
export type Source = { entryId: string; position: number };

/** Something that happened at an instant. */
export type Mark = {
  kind: 'mark';
  id: string;
  at: number;
  precision: Precision;
  source: Source;
  entry: LogRow;
  /** Struck through since: both stay. */
  isStruck: boolean;
};

export type SpanWhat =
  | { kind: 'grade'; grade: string | null }
  | { kind: 'level'; level: string }
  | { kind: 'group'; state: 'forming' | 'inPlace' | 'working' | 'withdrawn' }
  | { kind: 'onScene'; place: string }
  | { kind: 'unit'; id: string | null; name: string; isThere: boolean }
  | { kind: 'task'; what: string; isDone: boolean }
  | { kind: 'instruction'; from: string; isAnswered: boolean };

/** `to` null: it goes on. `limit`: by when it was to be done. */
export type Span = {
  kind: 'span';
  id: string;
  what: SpanWhat;
  from: number;
  to: number | null;
  limit: number | null;
  source: Source;
};

/** An obligation: from its start to its limit, and what became of it, in the engine's own words. */
export type Bar = {
  kind: 'bar';
  id: string;
  obligation: Obligation;
  state: ObligationState;
  from: number;
  dueAt: number | null;
  /** Met, or no longer owed; null while it is owed. */
  endedAt: number | null;
  /** What brought it; null where an instant was reached. */
  source: Source | null;
  /** The report or determination that met it. */
  metBy: Source | null;
};

/** One value of a figure. `n` null is 正在核实 or not asked: a gap, never 0. */
export type Step = {
  kind: 'step';
  id: string;
  figure: string;
  from: number;
  to: number | null;
  n: number | null;
  quantity: Quantity | null;
  beingVerified: boolean;
  source: Source | null;
};

export type Item = Mark | Span | Bar | Step;

export type RowName =
  | { kind: 'lane' }
  | { kind: 'figure'; figure: string }
  | { kind: 'rule'; rule: string; to: string | null }
  | { kind: 'group'; groupId: string; name: string }
  | { kind: 'onScene' }
  | { kind: 'units' };

export type Row = { id: string; lane: Lane; name: RowName; items: Item[] };

export type Timeline = {
  incidentId: string;
  from: number;
  /** Where the picture ends: now or the cut, or the next limits beyond it. */
  to: number;
  /** What had happened by then: now, the cut, or the end of a closed incident. */
  until: number;
  rows: Row[];
};

export const startOf = (item: Item): number => (item.kind === 'mark' ? item.at : item.from);

/** As far as it is known to go. */
export function endOf(item: Item): number {
  switch (item.kind) {
    case 'mark':
      return item.at;
    case 'bar':
      return item.endedAt ?? item.from;
    case 'span':
    case 'step':
      return item.to ?? item.from;
  }
}

/** The entry to go to from it: of an obligation the one that met it. */
export const sourceOf = (item: Item): Source | null =>
  item.kind === 'bar' ? (item.metBy ?? item.source) : item.source;

export type Sources = (entryId: string | null) => Source | null;
