/** The package's lists behind a picked detail (area, object, medium), and a choice found by what was typed. */
import type { PlanDetail, PlanPackage } from '#shared/plan/schema.ts';

export type ListedChoice = { id: string; label: string; labelEn: string };

/** null for free words. */
export function listOf(plan: PlanPackage, { input }: Pick<PlanDetail, 'input'>): readonly ListedChoice[] | null {
  switch (input) {
    case 'area':
      return plan.areas;
    case 'object':
      return plan.scope.objects;
    case 'medium':
      return plan.scope.media;
    case 'text':
    case 'longText':
      return null;
  }
}

export const chosenFrom = (list: readonly ListedChoice[], text: string): ListedChoice | undefined =>
  list.find(({ label, labelEn, id }) => [label, labelEn, id].includes(text.trim()));
