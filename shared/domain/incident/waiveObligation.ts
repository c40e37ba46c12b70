/** Only what the plan leaves to the office's choice (可…) may be waived, with a reason. */
import { deskError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { isUnmet } from '../questions.ts';
import { assessNow, incidentEvent, onIncident } from './onIncident.ts';

export function waiveObligation(command: CommandOf<'WaiveObligation'>, context: DecisionContext): Decision {
  return onIncident(command, context, 'open', (subject) => {
    const rule = subject.plan.reportingRules.find(({ id }) => id === command.rule);
    if (rule === undefined) return rejected(unknownItem('rule', command.rule, []) ?? deskError('notWaivable'));
    if (rule.optional !== true) return rejected(deskError('notWaivable', { field: 'rule', id: rule.id }, rule.clause));
    const unmet = assessNow(subject, context).obligations.some((row) => row.rule === rule.id && isUnmet(row));
    if (!unmet) return rejected(deskError('nothingToWaive', { field: 'rule', id: rule.id }, rule.clause));
    return accepted([incidentEvent(command, 'ObligationWaived', { rule: rule.id, reason: command.reason })]);
  });
}
