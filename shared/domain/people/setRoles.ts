/** Roles are given and taken by those whose it is; a desk is never left without a 管理员. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { administratorsOf, roles as allRoles, type Role, rolesOf } from './roles.ts';
import { isRetired } from './serving.ts';

export function setRoles({ officerId, roles }: CommandOf<'SetRoles'>, context: DecisionContext): Decision {
  const { desk } = context;
  const plan = desk.plan === null ? null : (context.plan(desk.plan.id)?.plan ?? null);
  if (isRetired(officerId, desk)) return rejected(deskError('officerRetired', { field: 'officerId', id: officerId }));
  const held = rolesOf(officerId, desk, plan);
  if (held.length === 0) return rejected(deskError('unknownOfficer', { field: 'officerId', id: officerId }));
  const inOrder = allRoles.filter((role) => roles.includes(role));
  if (isSame(held, inOrder)) return rejected(deskError('nothingChanged', { field: 'roles' }));
  const administrators = administratorsOf(desk, plan);
  const isLast = administrators.length === 1 && administrators[0] === officerId;
  if (isLast && !roles.includes('administrator')) return rejected(deskError('lastAdministrator', { field: 'roles' }));
  return accepted([{ stream: 'desk', type: 'RolesSet', payload: { officerId, roles: inOrder } }]);
}

const isSame = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));
