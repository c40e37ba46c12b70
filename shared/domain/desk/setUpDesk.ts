/** First run: the desk takes its plan, once. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';

export function setUpDesk(command: CommandOf<'SetUpDesk'>, context: DecisionContext): Decision {
  const { planId } = command;
  if (context.desk.plan !== null) return rejected(deskError('alreadySetUp', { planId: context.desk.plan.id }));
  const pinned = context.plan(planId);
  if (pinned === null) return rejected(deskError('unknownPlan', { field: 'planId', planId }));
  return accepted([{ stream: 'desk', type: 'DeskSetUp', payload: { plan: pinned.pin } }]);
}
