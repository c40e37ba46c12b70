/**
 * Who leaves the office is retired: offered nowhere any more, and the name opens nothing; what was written keeps it. Whoever
 * comes back is reinstated with everything as it was [PEOPLE-7].
 */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { type Role, rolesOf } from './roles.ts';
import { isRetired, servingOfficers } from './serving.ts';

export function retireOfficer({ officerId, reason }: CommandOf<'RetireOfficer'>, context: DecisionContext): Decision {
  const { desk, actor } = context;
  const field = { field: 'officerId', id: officerId };
  const officer = desk.officers.find((known) => known.officerId === officerId);
  if (officer === undefined) return rejected(deskError('unknownOfficer', field));
  if (isRetired(officerId, desk)) return rejected(deskError('nothingChanged', field));
  if (actor.officerId === officerId) return rejected(deskError('retireSelf', field));
  const { name } = officer;
  if (desk.onDuty.some((held) => held.officerId === officerId)) {
    return rejected(deskError('retireOnDuty', { ...field, name }));
  }
  if (isLast('administrator', officerId, context)) return rejected(deskError('lastAdministrator', field));
  if (isLast('director', officerId, context)) return rejected(deskError('lastDirector', field));
  return accepted([{ stream: 'desk', type: 'OfficerRetired', payload: { officerId, name, reason: reason ?? null } }]);
}

export function reinstateOfficer({ officerId }: CommandOf<'ReinstateOfficer'>, { desk }: DecisionContext): Decision {
  const field = { field: 'officerId', id: officerId };
  const officer = desk.officers.find((known) => known.officerId === officerId);
  if (officer === undefined) return rejected(deskError('unknownOfficer', field));
  if (!isRetired(officerId, desk)) return rejected(deskError('nothingChanged', field));
  return accepted([{ stream: 'desk', type: 'OfficerReinstated', payload: { officerId, name: officer.name } }]);
}

function isLast(role: Role, officerId: string, context: DecisionContext): boolean {
  const { desk } = context;
  const plan = desk.plan === null ? null : (context.plan(desk.plan.id)?.plan ?? null);
  const holders = servingOfficers(desk).filter((one) => rolesOf(one.officerId, desk, plan).includes(role));
  return holders.length === 1 && holders[0]?.officerId === officerId;
}

/** Nothing is written in the name of somebody who has left. */
export function retiredFault({ desk, actor }: DecisionContext): DeskError | null {
  return isRetired(actor.officerId, desk)
    ? deskError('officerRetired', { id: actor.officerId, name: actor.name })
    : null;
}
