/** First run: the desk takes its plan, once. */
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';

export function setUpDesk(command: CommandOf<'SetUpDesk'>, context: DecisionContext): Decision {
  if (context.desk.plan !== null) return rejected({ code: 'alreadySetUp', params: { planId: context.desk.plan.id } });
  const pinned = context.plan(command.planId);
  if (pinned === null) return rejected({ code: 'unknownPlan', params: { planId: command.planId } });
  return accepted([{ stream: 'desk', type: 'DeskSetUp', payload: { plan: pinned.pin } }]);
}
