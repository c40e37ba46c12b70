import type { CommandInput } from '#shared/domain/commands.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

type Called = Extract<CommandInput, { type: 'AddCallStep' }>['called'];

/** A post or unit of the plan by its name, so that its numbers are found; a number typed beside it is kept with words alone. */
export function calledNamed(plan: PlanPackage, name: string, phone: string): Called {
  if (phone === '') {
    const post = plan.posts.find(({ label }) => label === name);
    if (post !== undefined) return { post: post.id };
    const party = [...plan.organisations, ...plan.units].find(({ label }) => label === name);
    if (party !== undefined) return { party: party.id };
  }
  return { other: name, ...(phone !== '' && { phone }) };
}
