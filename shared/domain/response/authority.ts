/**
 * Who may decide a response level. Judged by the stated post alone: the same person may hold another post that may,
 * and then the refusal says so [plan 2.1, 4.3, 4.5, 4.7].
 */
import type { PlanLevel, PlanPackage } from '#shared/plan/schema.ts';
import { deskError, unknownItem } from '../checks.ts';
import type { DeskError } from '../errors.ts';
import type { DelegatedAct } from '../parts.ts';
import type { LevelInForce } from './levels.ts';

export const levelRank = (plan: PlanPackage, level: string | null): number =>
  plan.levels.findIndex(({ id }) => id === level);

export const levelOf = (plan: PlanPackage, level: string): PlanLevel =>
  plan.levels[levelRank(plan, level)] as PlanLevel;

type InForce = Pick<LevelInForce, 'level' | 'post' | 'transferredTo'>;

/** The posts that may do this now, and the clause that says so. */
export type Authority = { may: readonly string[]; clause: string };

export function authorityFor(plan: PlanPackage, inForce: InForce | null, act: DelegatedAct): Authority {
  const { superior, termination } = plan;
  if (inForce !== null && inForce.transferredTo !== null && superior !== undefined) {
    return { may: postsOf(plan, inForce.transferredTo), clause: superior.transfer.clause };
  }
  switch (act.act) {
    case 'start':
      return ofLevel(plan, act.level);
    case 'adjust':
      return ofLevel(plan, decisiveLevel(plan, inForce, act.level));
    case 'approve':
      return { may: termination.approvedBy, clause: termination.clause };
    case 'terminate':
      return inForce === null
        ? { may: [], clause: termination.clause }
        : { may: [inForce.post], clause: termination.clause };
  }
}

const ofLevel = (plan: PlanPackage, level: string): Authority => {
  const { decidedBy: may, clause } = levelOf(plan, level);
  return { may, clause };
};

/** Up: the target level's authority; down: the current level's [plan 4.5; down inferred]. */
function decisiveLevel(plan: PlanPackage, inForce: InForce | null, to: string): string {
  const from = inForce?.level ?? null;
  return from === null || levelRank(plan, to) > levelRank(plan, from) ? to : from;
}

const postsOf = (plan: PlanPackage, unit: string): string[] =>
  plan.posts.filter((post) => post.unit === unit).map(({ id }) => id);

/** Null where this post may. `field`: the command's field that names the post. */
export function authorityError(
  plan: PlanPackage,
  inForce: InForce | null,
  post: string,
  act: DelegatedAct,
  field: string,
): DeskError | null {
  const { may, clause } = authorityFor(plan, inForce, act);
  const lacking = mayError(plan, post, may, clause, field);
  if (lacking === null || lacking.code !== 'noAuthority' || inForce === null) return lacking;
  if (inForce.transferredTo !== null) {
    return deskError('commandTransferred', { field, post, to: inForce.transferredTo, may: [...may] }, clause);
  }
  return act.act === 'terminate' ? endError(plan, post, inForce, field) : lacking;
}

/**
 * 谁启动，谁终止: ended by the post that put the level in force. A level reached by stepping down was put there with the
 * authority of the level above, so that post ends it too, although it could not have started it.
 */
function endError(plan: PlanPackage, post: string, inForce: InForce, field: string): DeskError {
  const { may, clause } = ofLevel(plan, inForce.level);
  const lacking = mayError(plan, post, may, clause, field);
  if (lacking !== null) return lacking;
  const { post: starter, level } = inForce;
  const params = { field, post, starter, level, alsoHolds: alsoHeld(plan, post, [starter]) };
  return deskError('notTheStarter', params, plan.termination.clause);
}

export function mayError(
  plan: PlanPackage,
  post: string,
  may: readonly string[],
  clause: string,
  field: string,
): DeskError | null {
  const unknown = unknownItem(field, post, plan.posts);
  if (unknown !== null || may.includes(post)) return unknown;
  return deskError('noAuthority', { field, post, may: [...may], alsoHolds: alsoHeld(plan, post, may) }, clause);
}

/** Those of the posts that may which a holder of this post holds too, e.g. 市能源局局长 [plan 2.1]. */
export function alsoHeld(plan: PlanPackage, post: string, may: readonly string[]): string[] {
  const offices = plan.posts.find(({ id }) => id === post)?.heldBy ?? [];
  return plan.posts
    .filter(({ id, heldBy }) => may.includes(id) && heldBy.some((office) => offices.includes(office)))
    .map(({ id }) => id);
}
