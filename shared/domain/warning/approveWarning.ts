/** 上报与批准: the command is told, and a post that the plan names for the level approves it, on what ground [plan 3.4.2]. */
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { decided, nowTimed } from '../incident/onIncident.ts';
import { storedDecision } from '../parts.ts';
import { futureTimes } from '../questions.ts';
import { approvalError, warningLevelOf } from './authority.ts';
import { onWarning, warningEvent } from './onWarning.ts';

export function reportWarning(command: CommandOf<'ReportWarning'>, context: DecisionContext): Decision {
  const { person, means, reportedAt } = command;
  return onWarning(command, context, ['proposed', 'reported', 'approved', 'issued'], ({ plan, warnings, state }) => {
    const to = command.to ?? warnings.reportedTo.unit;
    const error = unknownItem('to', to, plan.units);
    if (error !== null) return rejected(error);
    const at = reportedAt ?? nowTimed(context);
    const event = warningEvent(command, 'WarningReported', { title: state.title, to, person, means, at });
    return decided([event], futureTimes({ reportedAt }, context.now));
  });
}

export function approveWarning(command: CommandOf<'ApproveWarning'>, context: DecisionContext): Decision {
  const { approval, ground, basis } = command;
  return onWarning(command, context, ['reported'], ({ plan, warnings, state }) => {
    const { title } = state;
    const id = command.level ?? state.assessments.at(-1)?.level ?? '';
    const level = warningLevelOf(warnings, id);
    const error = firstError(
      level === null ? deskError('unknownPlanItem', { field: 'level', id }) : null,
      unknownItem('ground', ground, warnings.grounds),
      level === null ? null : approvalError(plan, level, approval.post),
    );
    if (error !== null) return rejected(error);
    const event = warningEvent(command, 'WarningApproved', {
      title,
      level: id,
      approval: storedDecision(approval, nowTimed(context)),
      ground,
      basis: basis ?? null,
    });
    return decided([event], futureTimes({ 'approval.at': approval.at }, context.now));
  });
}
