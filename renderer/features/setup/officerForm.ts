/** A person to be registered: name and post, the post one of the plan's duty posts or words of their own. */
import type { PlanPackage, PlanPost } from '#shared/plan/schema.ts';

export type OfficerForm = { name: string; post: string };
export const NO_OFFICER: OfficerForm = { name: '', post: '' };

export const dutyPosts = (plan: PlanPackage | undefined): PlanPost[] =>
  plan?.posts.filter((post) => post.duty !== undefined) ?? [];

const isNamed = (post: PlanPost, words: string) => post.label === words || post.labelEn === words;

/** As it is recorded: the post's id where the words are a post of the plan. */
export function officerOf({ name, post }: OfficerForm, plan: PlanPackage | undefined): { name: string; post: string } {
  const words = post.trim();
  return { name: name.trim(), post: dutyPosts(plan).find((item) => isNamed(item, words))?.id ?? words };
}

/** The duty that comes with the post, if any. */
export const dutyOf = (postId: string, plan: PlanPackage | undefined): 'watch' | 'lead' | null =>
  dutyPosts(plan).find((post) => post.id === postId)?.duty ?? null;
