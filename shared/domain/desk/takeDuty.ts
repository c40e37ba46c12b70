/** 接班: taking a duty relieves who held it. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { isRetired } from '../people/serving.ts';

export function takeDuty(command: CommandOf<'TakeDuty'>, context: DecisionContext): Decision {
  const { duty, officerId } = command;
  const { officers, onDuty } = context.desk;
  if (!officers.some((officer) => officer.officerId === officerId)) {
    return rejected(deskError('unknownOfficer', { field: 'officerId', id: officerId }));
  }
  if (isRetired(officerId, context.desk)) {
    return rejected(deskError('officerRetired', { field: 'officerId', id: officerId }));
  }
  const alreadyOnIt = onDuty.some((held) => held.duty === duty && held.officerId === officerId);
  if (alreadyOnIt) return rejected(deskError('nothingChanged', { field: 'officerId' }));
  return accepted([{ stream: 'desk', type: 'DutyTaken', payload: { duty, officerId } }]);
}
