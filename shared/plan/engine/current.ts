/**
 * What the facts say at one instant: the values that count, picked from what was recorded and not struck by then.
 *
 * Picks never depend on the order of entries recorded at the same instant: there the careful one wins (earlier times,
 * larger figures, higher grades and levels, yes before no). Source: rules §1.
 */
import type { DurationNow, FigureNow, IncidentTimes } from '../assessment.ts';
import type { Fact, FactKind, FactOf, Instant, Quantity, Timed, TriState } from '../facts.ts';
import type { PlanPackage } from '../schema.ts';
import { HOUR_MS } from './timing.ts';

export type Picked<T> = { readonly value: T; readonly entryId: string; readonly recordedAt: Instant };

export type Current = {
  readonly times: IncidentTimes;
  readonly figures: ReadonlyMap<string, FigureNow>;
  readonly conditions: ReadonlyMap<string, { readonly value: TriState; readonly entryId: string | null }>;
  readonly durations: ReadonlyMap<string, DurationFacts>;
  readonly marks: ReadonlyMap<string, TriState>;
  readonly switches: ReadonlyMap<string, boolean>;
  readonly grade: Picked<string> | null;
  readonly level: Picked<string | null> | null;
  readonly closed: FactOf<'closed'> | null;
};

export type DurationFacts = {
  readonly started: Timed | null;
  readonly ended: Timed | null;
  readonly forecastHours: number | null;
  readonly entryId: string | null;
};

/** Recorded by `at` and not struck by then. */
export function effectiveAt(facts: readonly Fact[], at: Instant): Fact[] {
  return facts.filter((fact) => fact.recordedAt <= at && !(fact.struck && fact.struck.at <= at));
}

export function factsOfKind<K extends FactKind>(facts: readonly Fact[], kind: K): FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}

/** The latest recorded; of two at the same instant the more careful, then the entry id, so that order never matters. */
function latest<T>(picks: readonly Picked<T>[], care: (value: T) => number): Picked<T> | null {
  let best: Picked<T> | null = null;
  for (const pick of picks) {
    if (best === null || laterOrMoreCareful(pick, best, care)) best = pick;
  }
  return best;
}

function laterOrMoreCareful<T>(a: Picked<T>, b: Picked<T>, care: (value: T) => number): boolean {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt;
  const difference = care(a.value) - care(b.value);
  if (difference !== 0) return difference > 0;
  return a.entryId > b.entryId;
}

const pick = <T>(fact: Fact, value: T): Picked<T> => ({ value, entryId: fact.entryId, recordedAt: fact.recordedAt });
const earlierIsCareful = (time: Timed | null): number => (time === null ? Number.NEGATIVE_INFINITY : -time.at);
const laterIsCareful = (time: Timed | null): number => (time === null ? Number.POSITIVE_INFINITY : time.at);
const CARE_OF_TRI_STATE: Record<TriState, number> = { yes: 2, unknown: 1, no: 0 };

export function currentAt(plan: PlanPackage, effective: readonly Fact[]): Current {
  return {
    times: timesNow(effective),
    figures: figuresNow(plan, effective),
    conditions: conditionsNow(plan, effective),
    durations: durationsNow(plan, effective),
    marks: new Map(
      plan.marks.map((mark) => {
        const picks = factsOfKind(effective, 'mark').filter((fact) => fact.mark === mark.id);
        return [
          mark.id,
          latest(
            picks.map((f) => pick(f, f.value)),
            (v) => CARE_OF_TRI_STATE[v],
          )?.value ?? 'unknown',
        ];
      }),
    ),
    switches: new Map(
      plan.switches.map((item) => {
        const picks = factsOfKind(effective, 'switch').filter((fact) => fact.switch === item.id);
        return [
          item.id,
          latest(
            picks.map((f) => pick(f, f.on)),
            Number,
          )?.value ?? false,
        ];
      }),
    ),
    grade: latest(
      factsOfKind(effective, 'grade').map((fact) => pick(fact, fact.grade)),
      (grade) => plan.grades.findIndex((g) => g.id === grade),
    ),
    level: levelNow(plan, effective),
    closed:
      latest(
        factsOfKind(effective, 'closed').map((fact) => pick(fact, fact)),
        (fact) => -fact.at.at,
      )?.value ?? null,
  };
}

/** Level changes one after the other. Of several at one instant whose order is not known, only the highest counts. */
export function levelsInOrder(plan: PlanPackage, effective: readonly Fact[]): FactOf<'level'>[] {
  const rank = (level: string | null) => plan.levels.findIndex(({ id }) => id === level);
  const sorted = factsOfKind(effective, 'level').sort(
    (a, b) =>
      a.recordedAt - b.recordedAt ||
      (a.order ?? 0) - (b.order ?? 0) ||
      rank(a.level) - rank(b.level) ||
      (a.entryId < b.entryId ? -1 : 1),
  );
  return sorted.filter((fact, index) => {
    const next = sorted[index + 1];
    return next === undefined || next.recordedAt !== fact.recordedAt || next.order !== fact.order;
  });
}

function levelNow(plan: PlanPackage, effective: readonly Fact[]): Current['level'] {
  const last = levelsInOrder(plan, effective).at(-1);
  return last === undefined ? null : pick(last, last.level);
}

function timesNow(effective: readonly Fact[]): IncidentTimes {
  const facts = factsOfKind(effective, 'times');
  const of = (read: (fact: FactOf<'times'>) => Timed | null | undefined): Timed | null => {
    const picks = facts.flatMap((fact) => {
      const value = read(fact);
      return value === undefined ? [] : [pick(fact, value)];
    });
    return latest(picks, earlierIsCareful)?.value ?? null;
  };
  const received = of((fact) => fact.received);
  if (received === null) throw new Error('an incident always has a received time');
  const occurred = of((fact) => fact.occurred);
  const discovered = of((fact) => fact.discovered);
  if (occurred !== null)
    return { occurred, discovered, received, clockStart: occurred, clockStartAssumedFrom: 'occurred' };
  if (discovered !== null && discovered.at < received.at) {
    return { occurred, discovered, received, clockStart: discovered, clockStartAssumedFrom: 'discovered' };
  }
  return { occurred, discovered, received, clockStart: received, clockStartAssumedFrom: 'received' };
}

/** Confirmed value of a figure kind: n, n, n, a, none. */
export function confirmedOf(quantity: Quantity): number | null {
  if (quantity.kind === 'unknown') return null;
  return quantity.kind === 'range' ? quantity.from : quantity.n;
}

/** Conservative value of a figure kind: n, n, n, b, none. */
function conservativeOf(quantity: Quantity | null): number | null {
  if (quantity === null || quantity.kind === 'unknown') return null;
  return quantity.kind === 'range' ? quantity.to : quantity.n;
}

type Observation = {
  readonly quantity: Quantity;
  readonly observed: Timed;
  readonly entryId: string;
  readonly recordedAt: Instant;
};

/** Exported for what shows figures over time: one reading of them there is. */
export function figuresNow(plan: PlanPackage, effective: readonly Fact[]): Map<string, FigureNow> {
  const observations = new Map<string, Observation[]>();
  for (const fact of factsOfKind(effective, 'figures')) {
    for (const [figure, quantity] of Object.entries(fact.values)) {
      const list = observations.get(figure) ?? [];
      list.push({ quantity, observed: fact.observed, entryId: fact.entryId, recordedAt: fact.recordedAt });
      observations.set(figure, list);
    }
  }
  const counting = new Map(plan.figures.map((f) => [f.id, countingObservation(observations.get(f.id) ?? [])]));
  const switchOn = (id: string): boolean =>
    latest(
      factsOfKind(effective, 'switch')
        .filter((f) => f.switch === id)
        .map((f) => pick(f, f.on)),
      Number,
    )?.value ?? false;
  return new Map(
    plan.figures.map((figure) => {
      const all = observations.get(figure.id) ?? [];
      const counts = counting.get(figure.id) ?? null;
      return [
        figure.id,
        {
          figure: figure.id,
          quantity: counts?.quantity ?? (all.length > 0 ? { kind: 'unknown' } : null),
          beingVerified: all.some((o) => o.quantity.kind === 'unknown' && (counts === null || isAfter(o, counts))),
          observed: counts?.observed ?? null,
          entryId: counts?.entryId ?? null,
          confirmed: counts === null ? null : confirmedOf(counts.quantity),
          conservative: conservativeFigure(plan, figure.id, counting, switchOn),
          conflictsWith:
            counts === null
              ? []
              : all
                  .filter(
                    (o) =>
                      o.observed.at === counts.observed.at &&
                      o.entryId !== counts.entryId &&
                      !sameNumber(o.quantity, counts.quantity),
                  )
                  .map((o) => o.entryId)
                  .sort(),
        } satisfies FigureNow,
      ];
    }),
  );
}

function isAfter(a: Observation, b: Observation): boolean {
  return a.observed.at > b.observed.at || (a.observed.at === b.observed.at && a.recordedAt > b.recordedAt);
}

const sameNumber = (a: Quantity, b: Quantity): boolean =>
  a.kind === 'unknown' || (confirmedOf(a) === confirmedOf(b) && conservativeOf(a) === conservativeOf(b));

/** The latest observed counts; of two at the same instant the larger; unknown never erases a number. */
function countingObservation(observations: readonly Observation[]): Observation | null {
  const rank = (o: Observation): [number, number, number, number] => [
    o.observed.at,
    confirmedOf(o.quantity) ?? 0,
    conservativeOf(o.quantity) ?? 0,
    o.recordedAt,
  ];
  let best: Observation | null = null;
  for (const candidate of observations) {
    if (candidate.quantity.kind === 'unknown') continue;
    if (best === null || isHigher(rank(candidate), rank(best), candidate.entryId > best.entryId)) best = candidate;
  }
  return best;
}

function isHigher(a: readonly number[], b: readonly number[], tie: boolean): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] as number;
    if (value !== other) return value > other;
  }
  return tie;
}

function conservativeFigure(
  plan: PlanPackage,
  figure: string,
  counting: ReadonlyMap<string, Observation | null>,
  switchOn: (id: string) => boolean,
): number | null {
  const own = (id: string): number | null => conservativeOf(counting.get(id)?.quantity ?? null);
  const rule = plan.conservative.find((item) => item.figure === figure);
  if (!rule) return own(figure);
  const base = own(figure) ?? (rule.whenUnknownUse === undefined ? null : own(rule.whenUnknownUse));
  const added = [
    ...rule.plus,
    ...rule.plusWhenOn.filter((item) => switchOn(item.switch)).map((item) => item.figure),
  ].map(own);
  const known = [base, ...added].filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function conditionsNow(plan: PlanPackage, effective: readonly Fact[]): Current['conditions'] {
  const facts = factsOfKind(effective, 'conditions');
  const result = new Map<string, { value: TriState; entryId: string | null }>();
  for (const condition of plan.conditions) {
    const picks = facts.flatMap((fact) => {
      const value = fact.values[condition.id];
      return value === undefined || value === 'unknown' ? [] : [pick(fact, value)];
    });
    const best = latest(picks, (value) => CARE_OF_TRI_STATE[value]);
    result.set(condition.id, { value: best?.value ?? 'unknown', entryId: best?.entryId ?? null });
  }
  for (const condition of plan.conditions) {
    const source = result.get(condition.id);
    if (source?.value !== 'yes') continue;
    for (const implied of condition.implies) {
      if (result.get(implied)?.value === 'unknown') result.set(implied, { value: 'yes', entryId: source.entryId });
    }
  }
  return result;
}

function durationsNow(plan: PlanPackage, effective: readonly Fact[]): Map<string, DurationFacts> {
  const facts = factsOfKind(effective, 'duration');
  return new Map(
    plan.durations.map(({ id }) => {
      const own = facts.filter((fact) => fact.duration === id);
      const of = <T>(read: (fact: FactOf<'duration'>) => T | undefined, care: (value: T) => number): Picked<T> | null =>
        latest(
          own.flatMap((fact) => {
            const value = read(fact);
            return value === undefined ? [] : [pick(fact, value)];
          }),
          care,
        );
      const started = of((fact) => fact.started, earlierIsCareful);
      const ended = of((fact) => fact.ended, laterIsCareful)?.value ?? null;
      const forecast = of(
        (fact) => fact.forecastHours,
        (hours) => hours ?? -1,
      );
      const start = started?.value ?? null;
      return [
        id,
        {
          started: start,
          // An end before the start belongs to an earlier stop.
          ended: start !== null && ended !== null && ended.at >= start.at ? ended : null,
          forecastHours: forecast?.value ?? null,
          entryId: started?.entryId ?? forecast?.entryId ?? null,
        },
      ];
    }),
  );
}

/** Elapsed outage is a confirmed figure: it grows by itself until the end is recorded. Before it begins there is none. */
export function elapsedHours(duration: DurationFacts, at: Instant): number | null {
  if (duration.started === null || duration.started.at > at) return null;
  const until = duration.ended !== null && duration.ended.at <= at ? duration.ended.at : at;
  return Math.max(0, until - duration.started.at) / HOUR_MS;
}

export function durationsView(current: Current, at: Instant): DurationNow[] {
  return [...current.durations].map(([duration, facts]) => ({
    duration,
    started: facts.started,
    ended: facts.ended,
    forecastHours: facts.forecastHours,
    elapsedHours: elapsedHours(facts, at),
    entryId: facts.entryId,
  }));
}
