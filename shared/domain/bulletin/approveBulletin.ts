/** 审批: a bulletin goes out only as approved, by a post that the plan names for it [plan 4.6]. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { decided, incidentEvent, nowTimed } from '../incident/onIncident.ts';
import { storedDecision } from '../parts.ts';
import { futureTimes } from '../questions.ts';
import { mayError } from '../response/authority.ts';
import { onBulletin } from './onBulletin.ts';

export function approveBulletin(command: CommandOf<'ApproveBulletin'>, context: DecisionContext): Decision {
  const { bulletinId, approval } = command;
  return onBulletin(command, context, ({ plan, publicity, row: { version, title, approval: earlier } }) => {
    if (earlier !== null)
      return rejected(deskError('bulletinApproved', { title, by: earlier.name, at: earlier.at.at }));
    const { approvedBy, clause } = publicity.approval;
    const error = mayError(plan, approval.post, approvedBy, clause, 'approval.post');
    if (error !== null) return rejected(error);
    const given = storedDecision(approval, nowTimed(context));
    const event = incidentEvent(command, 'BulletinApproved', { bulletinId, version, title, approval: given });
    return decided([event], futureTimes({ 'approval.at': approval.at }, context.now));
  });
}
