/**
 * What a running duration (停输) will reach by itself next, and when: so that the officer sees 24:00:00 coming. Only what
 * is higher than the facts have reached already.
 */
import type { Assessment, DurationNow } from '#shared/plan/assessment.ts';
import type { Instant } from '#shared/plan/facts.ts';
import type { Criterion, PlanPackage } from '#shared/plan/schema.ts';

const HOUR_MS = 3_600_000;

export type Threshold = {
  at: Instant;
  duration: string;
  hours: number;
  /** The grade that is met then, if a higher one is. */
  grade: string | null;
  /** The level that is proposed then, if a higher one is. */
  level: string | null;
};

/** The next threshold of each running duration, earliest first. */
export function nextThresholds(plan: PlanPackage, assessment: Assessment): Threshold[] {
  return assessment.durations.flatMap((duration) => nextOf(plan, assessment, duration)).toSorted((a, b) => a.at - b.at);
}

type Step = { id: string; criteria: readonly Criterion[] };

function nextOf(plan: PlanPackage, assessment: Assessment, { duration, started, ended }: DurationNow): Threshold[] {
  if (started === null || ended !== null) return [];
  const hoursOf = ({ criteria }: Step): number[] =>
    criteria.flatMap((criterion) => {
      if (criterion.kind !== 'duration' || criterion.duration !== duration) return [];
      if (criterion.unlessNo !== undefined && assessment.conditions[criterion.unlessNo] === 'no') return [];
      return started.at + criterion.fromHours * HOUR_MS > assessment.at ? [criterion.fromHours] : [];
    });
  const grades = stepsAbove(plan.grades, assessment.factsGrade);
  const levels = stepsAbove(plan.levels, assessment.proposedLevel);
  const hours = [...grades, ...levels].flatMap(hoursOf);
  if (hours.length === 0) return [];
  const next = Math.min(...hours);
  const reached = (steps: readonly Step[]): string | null =>
    steps.findLast((step) => hoursOf(step).includes(next))?.id ?? null;
  const at = started.at + next * HOUR_MS;
  return [{ at, duration, hours: next, grade: reached(grades), level: reached(levels) }];
}

const stepsAbove = <S extends Step>(steps: readonly S[], reached: string | null): readonly S[] =>
  steps.slice(steps.findIndex(({ id }) => id === reached) + 1);
