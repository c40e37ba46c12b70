/** A plan's items by id: entries keep ids where the screen says labels. */
import type { PlanPackage } from '#shared/plan/schema.ts';

export type PlanLabels = {
  labelOf: (id: string) => string | null;
  /** What a figure is counted in. */
  figureUnit: (id: string) => string;
};

const known = new WeakMap<PlanPackage, PlanLabels>();

export function planLabels(plan: PlanPackage): PlanLabels {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const labels = new Map<string, string>();
  const lists = [
    plan.areas,
    plan.units,
    plan.organisations,
    plan.groups,
    plan.posts,
    plan.figures,
    plan.conditions,
    plan.durations,
    plan.marks,
    plan.switches,
    plan.grades,
    plan.levels,
    plan.reportKinds,
    plan.reportingRules,
    plan.scope.objects,
    plan.scope.media,
    plan.details,
    plan.warnings?.levels ?? [],
    plan.warnings?.sources ?? [],
    plan.warnings?.kinds ?? [],
    plan.warnings?.authorities ?? [],
    plan.warnings?.grounds ?? [],
    plan.warnings?.recipients ?? [],
  ];
  for (const { id, label } of lists.flat()) if (!labels.has(id)) labels.set(id, label);
  const made: PlanLabels = {
    labelOf: (id) => labels.get(id) ?? null,
    figureUnit: (id) => plan.figures.find((figure) => figure.id === id)?.unit ?? '',
  };
  known.set(plan, made);
  return made;
}

export const NO_LABELS: PlanLabels = { labelOf: () => null, figureUnit: () => '' };
