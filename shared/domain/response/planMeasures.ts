/** 应急处置措施 that a level brings by the plan: its own and those of the lower ones [plan 4.3; ERL 72]. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { levelRank } from './authority.ts';

export const planMeasures = (plan: PlanPackage, level: string): string[] =>
  plan.checklists.flatMap(({ when, items }) =>
    when.kind === 'level' && levelRank(plan, when.level) <= levelRank(plan, level) ? items.map(({ id }) => id) : [],
  );
