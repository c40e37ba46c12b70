/**
 * What the figures would come to if the careful reading held (失联者若遇难), where it changes nothing yet: how many, which
 * grade that is, and how far the next one is. What it does change is a prompt of the engine's.
 */
import type { Assessment } from '#shared/plan/assessment.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

export type Careful = {
  figure: string;
  /** The figures that are counted in. */
  counted: string[];
  n: number;
  /** The grade this number alone meets. */
  grade: string | null;
  next: { grade: string; missing: number } | null;
};

export function carefulReadings(plan: PlanPackage, { figures, prompts, switches }: Assessment): Careful[] {
  const prompted = new Set(
    prompts.flatMap((prompt) =>
      prompt.kind === 'conservative' && prompt.of === 'grade' ? prompt.matches.map(({ subject }) => subject.id) : [],
    ),
  );
  return plan.conservative.flatMap(({ figure, plus, plusWhenOn, whenUnknownUse }): Careful[] => {
    const now = figures.find((row) => row.figure === figure);
    if (now === undefined || prompted.has(figure)) return [];
    const { confirmed, conservative: n } = now;
    if (n === null || n <= (confirmed ?? 0)) return [];
    const steps = plan.grades.flatMap((grade) =>
      grade.criteria.flatMap((criterion) =>
        criterion.kind === 'figure' && criterion.figure === figure ? [{ grade: grade.id, from: criterion.from }] : [],
      ),
    );
    if (steps.length === 0) return [];
    const added = [...plus, ...plusWhenOn.filter((item) => switches[item.switch]).map((item) => item.figure)];
    const isCounted = (id: string) => (figures.find((row) => row.figure === id)?.conservative ?? 0) > 0;
    const counted = added.filter(isCounted);
    const next = steps.find(({ from }) => from > n);
    return [
      {
        figure,
        counted: counted.length === 0 && whenUnknownUse !== undefined ? [whenUnknownUse] : counted,
        n,
        grade: steps.findLast(({ from }) => from <= n)?.grade ?? null,
        next: next === undefined ? null : { grade: next.grade, missing: next.from - n },
      },
    ];
  });
}
