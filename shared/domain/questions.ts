/** What is odd but allowed, asked back once before it is recorded. */
import type { FigureNow, Obligation } from '#shared/plan/assessment.ts';
import type { Quantity, Timed } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { objectsIn } from './checks.ts';
import type { ConfirmQuestion } from './errors.ts';

/** Two clocks of one office differ by less. */
const CLOCK_TOLERANCE_MS = 60_000;
const MINUTE_MS = 60_000;

type Times = Readonly<Record<string, Timed | null | undefined>>;

export function futureTimes(times: Times, now: number): ConfirmQuestion[] {
  return present(times)
    .filter(([, time]) => time.at > now + CLOCK_TOLERANCE_MS)
    .map(([field, time]) => ({ code: 'futureTime', params: { field, at: time.at } }));
}

const ORDER = ['occurredAt', 'discoveredAt', 'receivedAt'] as const;

/** 发生 → 发现 → 接报: each pair that stands the wrong way round and touches one of `asked`. */
export function timesOutOfOrder(times: Times, asked: readonly string[] = ORDER): ConfirmQuestion[] {
  const questions: ConfirmQuestion[] = [];
  for (const [index, earlier] of ORDER.entries()) {
    for (const later of ORDER.slice(index + 1)) {
      const [a, b] = [times[earlier], times[later]];
      if (!a || !b || !isBefore(b, a) || !(asked.includes(earlier) || asked.includes(later))) continue;
      questions.push({ code: 'timesOutOfOrder', params: { earlier, later, earlierAt: a.at, laterAt: b.at } });
    }
  }
  return questions;
}

type Named = readonly [field: string, time: Timed | number | null | undefined];

/** What comes after something cannot be earlier than it; a bare number is an instant known to the minute. */
export function outOfOrder(earlier: Named, ...later: readonly Named[]): ConfirmQuestion[] {
  const [field, before] = [earlier[0], timedOf(earlier[1])];
  if (before === null) return [];
  return later.flatMap(([laterField, time]): ConfirmQuestion[] => {
    const after = timedOf(time);
    if (after === null || !isBefore(after, before)) return [];
    const params = { earlier: field, later: laterField, earlierAt: before.at, laterAt: after.at };
    return [{ code: 'timesOutOfOrder', params }];
  });
}

function timedOf(time: Timed | number | null | undefined): Timed | null {
  return typeof time === 'number' ? { at: time, precision: 'minute' } : (time ?? null);
}

export function sentBeforeOccurred(sent: Timed, occurred: Timed | null): ConfirmQuestion[] {
  if (occurred === null || !isBefore(sent, occurred)) return [];
  return [{ code: 'sentBeforeOccurred', params: { sentAt: sent.at, occurredAt: occurred.at } }];
}

/** Known to the minute only: compared by the minute. */
export function isBefore(a: Timed, b: Timed): boolean {
  if (a.precision === 'second' && b.precision === 'second') return a.at < b.at;
  return Math.floor(a.at / MINUTE_MS) < Math.floor(b.at / MINUTE_MS);
}

type Figures = ReadonlyMap<string, Pick<FigureNow, 'quantity'>>;

/** A figure that is part of another cannot be more than the whole; asked only about figures just given. */
export function partsOverWhole(plan: PlanPackage, after: Figures, given: readonly string[]): ConfirmQuestion[] {
  const quantity = (id: string) => after.get(id)?.quantity ?? null;
  return plan.figures.flatMap((figure): ConfirmQuestion[] => {
    const whole = figure.partOf;
    if (whole === undefined || !(given.includes(figure.id) || given.includes(whole))) return [];
    const [part, all] = [quantity(figure.id), quantity(whole)];
    if (part === null || all === null || lowest(part) <= highest(all)) return [];
    return [{ code: 'moreDeadThanAtRisk', params: { part: figure.id, whole, partIs: part, wholeIs: all } }];
  });
}

function lowest(quantity: Quantity): number {
  if (quantity.kind === 'unknown') return 0;
  return quantity.kind === 'range' ? quantity.from : quantity.n;
}

function highest(quantity: Quantity): number {
  if (quantity.kind === 'unknown' || quantity.kind === 'atLeast') return Number.POSITIVE_INFINITY;
  return quantity.kind === 'range' ? quantity.to : quantity.n;
}

/** Outside the plan's scope another plan applies: named, never blocked. */
export function outOfScope(plan: PlanPackage, details: Readonly<Record<string, string | null>>): ConfirmQuestion[] {
  return objectsIn(plan, details).flatMap(([, id]): ConfirmQuestion[] => {
    const object = plan.scope.objects.find((item) => item.id === id);
    if (object === undefined || object.inScope) return [];
    return [
      {
        code: 'outOfScope',
        clause: object.clause,
        params: { object: object.id, label: object.label, otherPlan: object.otherPlan ?? null },
      },
    ];
  });
}

const UNMET = new Set<Obligation['state']>(['overdue', 'immediate', 'dueSoon', 'pending', 'open']);

export const isUnmet = (obligation: Obligation): boolean => UNMET.has(obligation.state);

function present(times: Times): [string, Timed][] {
  return Object.entries(times).flatMap(([field, time]): [string, Timed][] => (time ? [[field, time]] : []));
}
