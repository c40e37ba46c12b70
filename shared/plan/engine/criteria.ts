/**
 * Which grade or level the values meet. Any one criterion is enough; the highest met counts; every match says on which
 * figure, from which entry, under which clause. Source: rules §2 and §4.
 */
import type { ClockGradeBasis, CriterionMatch, Prompt } from '../assessment.ts';
import type { Instant } from '../facts.ts';
import type { Criterion, PlanPackage } from '../schema.ts';
import { type Current, elapsedHours } from './current.ts';
import { HOUR_MS } from './timing.ts';

type Value = { readonly value: number; readonly entryId: string | null };

/** Where the numbers come from: confirmed, conservative or forecast. */
export type Values = {
  figure(id: string): Value | null;
  hours(id: string): Value | null;
};

export function confirmedValues(current: Current, at: Instant): Values {
  return {
    figure: (id) => {
      const figure = current.figures.get(id);
      return figure === undefined || figure.confirmed === null
        ? null
        : { value: figure.confirmed, entryId: figure.entryId };
    },
    hours: (id) => {
      const duration = current.durations.get(id);
      const hours = duration === undefined ? null : elapsedHours(duration, at);
      return hours === null ? null : { value: hours, entryId: duration?.entryId ?? null };
    },
  };
}

export function conservativeValues(current: Current, at: Instant): Values {
  return {
    ...confirmedValues(current, at),
    figure: (id) => {
      const figure = current.figures.get(id);
      return figure === undefined || figure.conservative === null
        ? null
        : { value: figure.conservative, entryId: figure.entryId };
    },
  };
}

export function forecastValues(current: Current, at: Instant): Values {
  return {
    ...confirmedValues(current, at),
    hours: (id) => {
      const duration = current.durations.get(id);
      if (duration === undefined || duration.forecastHours === null) return null;
      return { value: duration.forecastHours, entryId: duration.entryId };
    },
  };
}

export type Reached = { readonly id: string; readonly rank: number; readonly matches: readonly CriterionMatch[] };

/** The highest of the steps (lowest first) that any criterion meets, or null. */
export function highestReached(
  steps: readonly { readonly id: string; readonly criteria: readonly Criterion[] }[],
  current: Current,
  values: Values,
): Reached | null {
  for (let rank = steps.length - 1; rank >= 0; rank -= 1) {
    const step = steps[rank];
    if (step === undefined) continue;
    const matches = step.criteria.flatMap((criterion) => matchOf(step.id, criterion, current, values));
    if (matches.length > 0) return { id: step.id, rank, matches };
  }
  return null;
}

/** The match of one criterion, or none. */
export function matchOf(of: string, criterion: Criterion, current: Current, values: Values): CriterionMatch[] {
  const base = { of, criterion: criterion.id, clause: criterion.clause, provenance: criterion.provenance };
  switch (criterion.kind) {
    case 'figure': {
      const found = values.figure(criterion.figure);
      if (found === null || found.value < criterion.from || (criterion.exclusive && found.value === criterion.from))
        return [];
      return [
        { ...base, subject: { kind: 'figure', id: criterion.figure }, value: found.value, entryId: found.entryId },
      ];
    }
    case 'condition': {
      const condition = current.conditions.get(criterion.condition);
      if (condition?.value !== 'yes') return [];
      return [
        { ...base, subject: { kind: 'condition', id: criterion.condition }, value: null, entryId: condition.entryId },
      ];
    }
    case 'duration': {
      const found = values.hours(criterion.duration);
      if (found === null || found.value < criterion.fromHours) return [];
      if (criterion.unlessNo !== undefined && current.conditions.get(criterion.unlessNo)?.value === 'no') return [];
      return [
        { ...base, subject: { kind: 'duration', id: criterion.duration }, value: found.value, entryId: found.entryId },
      ];
    }
  }
}

export const gradeRank = (plan: PlanPackage, grade: string | null): number =>
  plan.grades.findIndex((g) => g.id === grade);
export const levelRank = (plan: PlanPackage, level: string | null): number =>
  plan.levels.findIndex((l) => l.id === level);

export type ClockGrade = { readonly grade: string; readonly rank: number; readonly basis: ClockGradeBasis };

/** The grade that drives the clocks: the higher of the determined one and what confirmed figures meet [plan 4.1.2]. */
export function clockGradeAt(plan: PlanPackage, current: Current, at: Instant): ClockGrade {
  const byFacts = highestReached(plan.grades, current, confirmedValues(current, at));
  const determined = current.grade;
  const base: ClockGrade =
    determined === null
      ? {
          grade: plan.undetermined.clockGrade,
          rank: gradeRank(plan, plan.undetermined.clockGrade),
          basis: { kind: 'undetermined', clause: plan.undetermined.clause },
        }
      : {
          grade: determined.value,
          rank: gradeRank(plan, determined.value),
          basis: { kind: 'determined', entryId: determined.entryId },
        };
  if (byFacts === null || byFacts.rank <= base.rank) return base;
  return { grade: byFacts.id, rank: byFacts.rank, basis: { kind: 'facts', matches: byFacts.matches } };
}

/** Instants after `after` at which a running duration reaches a threshold of the plan by itself. */
export function crossingsAfter(plan: PlanPackage, current: Current, after: Instant): Instant[] {
  const instants = new Set<Instant>();
  for (const criterion of [...plan.grades, ...plan.levels].flatMap((step) => step.criteria)) {
    if (criterion.kind !== 'duration') continue;
    const duration = current.durations.get(criterion.duration);
    if (!duration?.started) continue;
    const at = duration.started.at + criterion.fromHours * HOUR_MS;
    if (at > after && (duration.ended === null || at <= duration.ended.at)) instants.add(at);
  }
  return [...instants].sort((a, b) => a - b);
}

/** What a person should consider; never automatic [rules §2]. */
export function promptsAt(plan: PlanPackage, current: Current, at: Instant): Prompt[] {
  const confirmed = confirmedValues(current, at);
  const gradeNow = Math.max(
    gradeRank(plan, current.grade?.value ?? null),
    highestReached(plan.grades, current, confirmed)?.rank ?? -1,
  );
  const levelNow = Math.max(
    levelRank(plan, current.level?.value ?? null),
    highestReached(plan.levels, current, confirmed)?.rank ?? -1,
  );
  const prompts: Prompt[] = [];
  for (const [kind, values] of [
    ['conservative', conservativeValues(current, at)],
    ['forecast', forecastValues(current, at)],
  ] as const) {
    const grade = highestReached(plan.grades, current, values);
    if (grade !== null && grade.rank > gradeNow)
      prompts.push({ kind, of: 'grade', id: grade.id, matches: grade.matches });
    const level = highestReached(plan.levels, current, values);
    if (level !== null && level.rank > levelNow)
      prompts.push({ kind, of: 'level', id: level.id, matches: level.matches });
  }
  const careful = conservativeValues(current, at);
  for (const prompt of plan.prompts) {
    if (gradeRank(plan, prompt.suggestGrade) <= gradeNow) continue;
    const value = prompt.when.kind === 'figure' ? (careful.figure(prompt.when.figure)?.value ?? null) : null;
    const met =
      prompt.when.kind === 'figure'
        ? value !== null && value >= prompt.when.from
        : current.conditions.get(prompt.when.condition)?.value === 'yes';
    if (!met) continue;
    prompts.push({
      kind: 'practice',
      prompt: prompt.id,
      suggestGrade: prompt.suggestGrade,
      value,
      clause: prompt.clause,
      provenance: prompt.provenance,
    });
  }
  return prompts;
}
