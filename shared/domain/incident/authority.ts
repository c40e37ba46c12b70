/**
 * Who may decide a response level. Judged by the stated post alone: the same person may hold another post that may,
 * and then the refusal says so [plan 2.1, 4.3, 4.5, 4.7].
 */
import type { PlanLevel, PlanPackage } from '#shared/plan/schema.ts';
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { DeskError } from '../errors.ts';

export const levelRank = (plan: PlanPackage, level: string | null): number =>
  plan.levels.findIndex(({ id }) => id === level);

export const levelOf = (plan: PlanPackage, level: string): PlanLevel =>
  plan.levels[levelRank(plan, level)] as PlanLevel;

export function levelAuthority(plan: PlanPackage, post: string, level: PlanLevel): DeskError | null {
  return authority(plan, post, level.decidedBy, level.clause);
}

export function authority(plan: PlanPackage, post: string, may: readonly string[], clause: string): DeskError | null {
  const unknown = unknownItem('decision.post', post, plan.posts);
  if (unknown !== null || may.includes(post)) return unknown;
  const offices = plan.posts.find(({ id }) => id === post)?.heldBy ?? [];
  const alsoHolds = plan.posts
    .filter(({ id, heldBy }) => may.includes(id) && heldBy.some((office) => offices.includes(office)))
    .map(({ id }) => id);
  return deskError('noAuthority', { post, may: [...may], alsoHolds }, clause);
}

/** Up: the target level's authority; down: the current level's [plan 4.5; down inferred]. */
export function adjustmentAuthority(plan: PlanPackage, post: string, from: string, to: string): DeskError | null {
  const decisive = levelRank(plan, to) > levelRank(plan, from) ? to : from;
  return levelAuthority(plan, post, levelOf(plan, decisive));
}

/**
 * 谁启动，谁终止: ended by the post that put the level in force. A level reached by stepping down was put there with the
 * authority of the level above, so that post ends it too, although it could not have started it.
 */
export function terminationAuthority(
  plan: PlanPackage,
  post: string,
  inForce: { level: string; post: string },
): DeskError | null {
  if (post === inForce.post) return null;
  const level = levelOf(plan, inForce.level);
  return firstError(
    levelAuthority(plan, post, level),
    deskError('notTheStarter', { post, starter: inForce.post, level: level.id }, plan.termination.clause),
  );
}
