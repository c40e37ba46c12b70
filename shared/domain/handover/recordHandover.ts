/** 交接班: from who is on duty to somebody whose roles allow it. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { permissions } from '../people/permissions.ts';
import { rolesOf } from '../people/roles.ts';
import { isRetired } from '../people/serving.ts';

export function recordHandover(command: CommandOf<'RecordHandover'>, context: DecisionContext): Decision {
  const { type: _, ...payload } = command;
  const { from, to, duties, handoverId } = payload;
  const { desk, actor } = context;
  if (desk.handovers.some((handover) => handover.handoverId === handoverId)) {
    return rejected(deskError('idTaken', { field: 'handoverId', id: handoverId }));
  }
  if (from === to) return rejected(deskError('handoverToSelf', { field: 'to' }));
  const heldBy = (duty: (typeof duties)[number]) => desk.onDuty.find((held) => held.duty === duty)?.officerId;
  if (actor.officerId !== from || duties.some((duty) => heldBy(duty) !== from)) {
    return rejected(deskError('notOnDuty', { field: 'from', id: from }));
  }
  const plan = desk.plan === null ? null : (context.plan(desk.plan.id)?.plan ?? null);
  if (isRetired(to, desk)) return rejected(deskError('officerRetired', { field: 'to', id: to }));
  const roles = rolesOf(to, desk, plan);
  if (roles.length === 0) return rejected(deskError('unknownOfficer', { field: 'to', id: to }));
  const needed = permissions.TakeDuty;
  if (!roles.some((role) => needed.includes(role))) {
    return rejected(deskError('roleNeeded', { field: 'to', roles: needed }));
  }
  return accepted([{ stream: 'desk', type: 'DutyHandedOver', payload }]);
}
