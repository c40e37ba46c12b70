/** Which criteria of the plan's grades and levels the confirmed facts meet, for showing the whole ladder beside the result. */
import type { Assessment } from '#shared/plan/assessment.ts';
import type { Criterion } from '#shared/plan/schema.ts';

/** What a criterion is compared with now: a count, an amount or hours; null for a condition or what is not known. */
export function valueNow(criterion: Criterion, { figures, durations }: Assessment): number | null {
  switch (criterion.kind) {
    case 'figure':
      return figures.find(({ figure }) => figure === criterion.figure)?.confirmed ?? null;
    case 'duration':
      return durations.find(({ duration }) => duration === criterion.duration)?.elapsedHours ?? null;
    case 'condition':
      return null;
  }
}

export function isMet(criterion: Criterion, assessment: Assessment): boolean {
  const value = valueNow(criterion, assessment);
  switch (criterion.kind) {
    case 'figure':
      return value !== null && (criterion.exclusive ? value > criterion.from : value >= criterion.from);
    case 'duration': {
      const isRuledOut = criterion.unlessNo !== undefined && assessment.conditions[criterion.unlessNo] === 'no';
      return value !== null && value >= criterion.fromHours && !isRuledOut;
    }
    case 'condition':
      return assessment.conditions[criterion.condition] === 'yes';
  }
}
