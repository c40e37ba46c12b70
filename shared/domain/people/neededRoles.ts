/** Whether the actor may give this command: null, or the roles of which one is needed [PEOPLE-4]. */
import type { Command } from '../commands.ts';
import type { DecisionContext } from '../decision.ts';
import { SYSTEM_ACTOR } from '../recorded.ts';
import { permissions } from './permissions.ts';
import { type Role, rolesOf } from './roles.ts';

export function neededRoles(command: Command, context: DecisionContext): readonly Role[] | null {
  const { actor, desk } = context;
  const permission = permissions[command.type];
  if (permission === 'anyone' || actor.officerId === SYSTEM_ACTOR.officerId) return null;
  if (command.type === 'RecordPin' && command.officerId === actor.officerId) return null;
  // Somebody who registers has no role yet; on a live desk only the very first may, and its host sees to it.
  if (command.type === 'AddOfficer' && command.officerId === actor.officerId) return null;
  const pinned = desk.plan === null ? null : context.plan(desk.plan.id);
  const held = rolesOf(actor.officerId, desk, pinned?.plan ?? null);
  return held.some((role) => permission.includes(role)) ? null : permission;
}
