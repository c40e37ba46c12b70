/** Whose decision the on-scene command and changes of groups need, as the plan says [plan 2.2]. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { DeskError } from '../errors.ts';
import { notInPlan } from '../parties.ts';
import { mayError } from '../response/authority.ts';

export function onSceneAuthority(
  { onScene, ...plan }: PlanPackage,
  of: 'headNamedBy' | 'groupsChangedBy',
  post: string,
): DeskError | null {
  if (onScene === undefined) return notInPlan('onScene');
  return mayError(plan, post, onScene[of], onScene.clause, 'decision.post');
}
