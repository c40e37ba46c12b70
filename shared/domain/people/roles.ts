/**
 * Roles say which screens and which commands of administration an officer has; who may decide about a response stays with
 * the posts and the plan [reliability: People]. Roles come with the post until somebody sets them; the desk's first officer
 * is its 管理员 besides.
 */
import { z } from 'zod';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { isRetired, type Retired } from './serving.ts';

/** 值班员 · 带班领导 · 办公室主任 · 指挥长/副指挥长 · 工作组联络员 · 管理员 */
export const roles = ['watch', 'lead', 'director', 'commander', 'liaison', 'administrator'] as const;
/** Each once. */
export const rolesSchema = z
  .array(z.enum(roles))
  .min(1)
  .max(roles.length)
  .refine((all) => new Set(all).size === all.length);
export type Role = (typeof roles)[number];

type Known = {
  officers: readonly { officerId: string; post: string }[];
  people: { roles: Readonly<Record<string, readonly Role[]>>; retired: Retired };
};

const BY_POST: Readonly<Record<string, Role>> = {
  officeDirector: 'director',
  commander: 'commander',
  deputyCommander: 'commander',
};

/** A post of the package by its id; a post in words is watched from as any 值班员 does. */
function roleOfPost(post: string, plan: Pick<PlanPackage, 'posts'> | null): Role {
  const duty = plan?.posts.find(({ id }) => id === post)?.duty;
  return duty ?? BY_POST[post] ?? 'watch';
}

/** None for somebody who is not an officer of this desk, or no more. */
export function rolesOf(officerId: string, desk: Known, plan: Pick<PlanPackage, 'posts'> | null): readonly Role[] {
  const index = desk.officers.findIndex((officer) => officer.officerId === officerId);
  const officer = desk.officers[index];
  if (officer === undefined || isRetired(officerId, desk)) return [];
  const set = desk.people.roles[officerId];
  if (set !== undefined) return set;
  const own = roleOfPost(officer.post, plan);
  return index === 0 ? [own, 'administrator'] : [own];
}

/** Everybody who may administer the desk. */
export const administratorsOf = (desk: Known, plan: Pick<PlanPackage, 'posts'> | null): string[] =>
  desk.officers.flatMap(({ officerId }) =>
    rolesOf(officerId, desk, plan).includes('administrator') ? [officerId] : [],
  );
