/** Officers are a list from the start: everything recorded names one. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { SYSTEM_ACTOR, UNNAMED_ACTOR } from '../recorded.ts';

export function addOfficer(command: CommandOf<'AddOfficer'>, context: DecisionContext): Decision {
  const { officerId, name, post } = command;
  const isReserved = officerId === SYSTEM_ACTOR.officerId || officerId === UNNAMED_ACTOR.officerId;
  if (isReserved || context.desk.officers.some((officer) => officer.officerId === officerId)) {
    return rejected(deskError('idTaken', { field: 'officerId', id: officerId }));
  }
  return accepted([{ stream: 'desk', type: 'OfficerAdded', payload: { officerId, name, post } }]);
}
