/**
 * Every criterion of every level against what is known: why this level, and why not the next [plan 4.3]. The same
 * matching that proposes a level, asked one criterion at a time.
 */
import type { CriterionMatch } from '../assessment.ts';
import type { IncidentFacts, Instant, TriState } from '../facts.ts';
import type { Criterion, PlanPackage, Provenance } from '../schema.ts';
import { confirmedValues, conservativeValues, forecastValues, matchOf, type Values } from './criteria.ts';
import { type Current, currentAt, effectiveAt } from './current.ts';
import { HOUR_MS } from './timing.ts';

/**
 * confirmed: met by confirmed figures, which alone propose · conservative: only by the careful reading · forecast: only
 * by what is expected · no: known and not met · unknown: nothing is known of it.
 */
export type ConditionRow = {
  readonly criterion: string;
  readonly clause: string;
  readonly provenance: Provenance;
  readonly subject: CriterionMatch['subject'];
  /** Number to reach, or hours; null for a condition. `exclusive`: more than it. */
  readonly needed: number | null;
  readonly exclusive: boolean;
  readonly met: 'confirmed' | 'conservative' | 'forecast' | 'no' | 'unknown';
  /** A condition that is explicitly no and so keeps a duration from counting. */
  readonly blockedBy: string | null;
  readonly confirmed: number | null;
  readonly conservative: number | null;
  readonly forecast: number | null;
  /** Of a condition. */
  readonly value: TriState | null;
  readonly entryId: string | null;
  /** A running duration reaches it by itself at this instant. */
  readonly reachedAt: Instant | null;
};

export type LevelConditions = { readonly level: string; readonly rows: readonly ConditionRow[] };

/** Lowest level first. */
export function conditionTable(plan: PlanPackage, incident: IncidentFacts, at: Instant): LevelConditions[] {
  const current = currentAt(plan, effectiveAt(incident.facts, at));
  const values = {
    confirmed: confirmedValues(current, at),
    conservative: conservativeValues(current, at),
    forecast: forecastValues(current, at),
  };
  return plan.levels.map(({ id, criteria }) => ({
    level: id,
    rows: criteria.map((criterion) => rowOf(id, criterion, current, values, at)),
  }));
}

const READINGS = ['confirmed', 'conservative', 'forecast'] as const;
type Readings = Readonly<Record<(typeof READINGS)[number], Values>>;

function rowOf(level: string, criterion: Criterion, current: Current, values: Readings, at: Instant): ConditionRow {
  const { id, clause, provenance } = criterion;
  const known = (reading: keyof Readings) => valueOf(criterion, values[reading]);
  const met = READINGS.find((reading) => matchOf(level, criterion, current, values[reading]).length > 0);
  const value =
    criterion.kind === 'condition' ? (current.conditions.get(criterion.condition)?.value ?? 'unknown') : null;
  const isKnown = value === null ? READINGS.some((reading) => known(reading) !== null) : value !== 'unknown';
  return {
    criterion: id,
    clause,
    provenance,
    subject: subjectOf(criterion),
    needed: criterion.kind === 'figure' ? criterion.from : criterion.kind === 'duration' ? criterion.fromHours : null,
    exclusive: criterion.kind === 'figure' && criterion.exclusive === true,
    met: met ?? (isKnown ? 'no' : 'unknown'),
    blockedBy: blockedBy(criterion, current),
    confirmed: known('confirmed')?.value ?? null,
    conservative: criterion.kind === 'figure' ? (known('conservative')?.value ?? null) : null,
    forecast: criterion.kind === 'duration' ? (known('forecast')?.value ?? null) : null,
    value,
    entryId:
      criterion.kind === 'condition'
        ? (current.conditions.get(criterion.condition)?.entryId ?? null)
        : (known('confirmed')?.entryId ?? known('conservative')?.entryId ?? known('forecast')?.entryId ?? null),
    reachedAt: reachedAt(criterion, current, at),
  };
}

function valueOf(criterion: Criterion, values: Values): ReturnType<Values['figure']> {
  if (criterion.kind === 'condition') return null;
  return criterion.kind === 'figure' ? values.figure(criterion.figure) : values.hours(criterion.duration);
}

function subjectOf(criterion: Criterion): CriterionMatch['subject'] {
  switch (criterion.kind) {
    case 'figure':
      return { kind: 'figure', id: criterion.figure };
    case 'condition':
      return { kind: 'condition', id: criterion.condition };
    case 'duration':
      return { kind: 'duration', id: criterion.duration };
  }
}

function blockedBy(criterion: Criterion, current: Current): string | null {
  if (criterion.kind !== 'duration' || criterion.unlessNo === undefined) return null;
  return current.conditions.get(criterion.unlessNo)?.value === 'no' ? criterion.unlessNo : null;
}

function reachedAt(criterion: Criterion, current: Current, at: Instant): Instant | null {
  if (criterion.kind !== 'duration' || blockedBy(criterion, current) !== null) return null;
  const duration = current.durations.get(criterion.duration);
  if (!duration?.started) return null;
  const reached = duration.started.at + criterion.fromHours * HOUR_MS;
  return reached > at && (duration.ended === null || reached <= duration.ended.at) ? reached : null;
}
