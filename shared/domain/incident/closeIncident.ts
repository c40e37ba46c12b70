/** 归档: needs a sent final report or a reason, and lists what is still unmet. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError, ownUnit } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { ConfirmQuestion } from '../errors.ts';
import { isUnmet } from '../questions.ts';
import { levelInForce } from '../response/levels.ts';
import { openWork } from '../response/openWork.ts';
import type { IncidentState } from './incident.ts';
import { assessNow, decided, incidentEvent, onIncident, shownOf } from './onIncident.ts';
import { standingReports } from './status.ts';

export function closeIncident(command: CommandOf<'CloseIncident'>, context: DecisionContext): Decision {
  const { outcome, reason } = command;
  return onIncident(command, context, 'open', (subject) => {
    const { state, plan, pin } = subject;
    if (reason === undefined && !finalReportWasSent(plan, state)) {
      return rejected(deskError('reasonNeeded', { field: 'reason' }));
    }
    const assessment = assessNow(subject, context);
    const unmet = assessment.obligations
      .filter(isUnmet)
      .map(({ key, rule, to, state: is, dueAt }) => ({ key, rule, to, state: is, dueAt }));
    const questions: ConfirmQuestion[] = [];
    if (unmet.length > 0) questions.push({ code: 'closeWithUnmet', params: { unmet } });
    const inForce = levelInForce(state);
    if (inForce !== null) {
      const { clause } = plan.termination;
      questions.push({ code: 'closeWithLevelInForce', clause, params: { level: inForce.level } });
    }
    questions.push(...openWork(state));
    const event = incidentEvent(command, 'IncidentClosed', {
      outcome,
      reason: reason ?? null,
      shown: shownOf(assessment, pin, context),
    });
    return decided([event], questions);
  });
}

function finalReportWasSent(plan: PlanPackage, state: IncidentState): boolean {
  const { final, mainRecipient } = plan.reportRoles;
  return standingReports(state).some(
    ({ unit, kind, recipients }) => unit === ownUnit(plan) && kind === final && recipients.includes(mainRecipient),
  );
}
