/** One incident as a replay prints it: rules.md's ids, states and grades; instants as ISO. */
import type { IncidentRow, ResponseFile, WarningRow } from '#shared/contract/rows.ts';
import type { Obligation, ObligationFlag } from '#shared/plan/assessment.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

const UNDETERMINED = 'undetermined';

export function printedIncident(
  plan: PlanPackage,
  { incidentId, assessment }: IncidentRow,
  response: ResponseFile,
): unknown {
  const { grade, clockGrade, clockGradeBasis, proposedLevel, proposedBasis, prompts, level } = assessment;
  return {
    key: incidentId,
    grade: grade ?? UNDETERMINED,
    clockGrade,
    clockGradeBasis,
    proposedLevel,
    proposedBasis,
    prompts,
    level,
    ...printedResponse(response),
    obligations: assessment.obligations.toSorted(byRule).map((obligation) => printedObligation(plan, obligation)),
  };
}

/** What of the response's rows is printed: the level in force, the groups standing, every item of a list that applies. */
function printedResponse({ response, groups, checklists }: ResponseFile): object {
  return {
    response: response && {
      level: response.level,
      since: iso(response.since),
      startedBy: response.startedBy,
      decidedBy: response.decidedBy.post,
      pendingSignature: response.pendingSignature,
    },
    groups: groups
      .filter(({ state }) => state !== 'dissolved')
      .map(({ groupId, lead, state, present, openTasks }) => ({
        id: groupId,
        lead: lead.id ?? lead.name,
        state,
        people: present,
        openTasks,
      })),
    measures: checklists.flatMap(({ items }) => items.map(({ id, clause, state }) => ({ id, clause, state }))),
  };
}

export const printedWarning = ({
  warningId,
  stage,
  level,
  version,
  area,
  since,
  issuedBy,
  unacknowledged,
}: WarningRow): unknown => ({
  key: warningId,
  state: stage,
  level,
  version,
  area,
  since: iso(since),
  issuedBy: issuedBy?.authority ?? null,
  unacknowledged,
});

function byRule(a: Obligation, b: Obligation): number {
  return compare(a.rule, b.rule) || compare(a.to ?? '', b.to ?? '') || a.arisenAt - b.arisenAt || compare(a.key, b.key);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function printedObligation(plan: PlanPackage, obligation: Obligation): unknown {
  const { key, rule, owedBy, to, form, state, lateBySeconds, elapsedSeconds, clause } = obligation;
  return {
    key,
    rule,
    owedBy,
    to,
    form,
    trigger: iso(obligation.trigger),
    dueAt: iso(obligation.dueAt),
    state,
    flags: obligation.flags.map((flag) => flagText(plan, obligation, flag)),
    arisenAt: iso(obligation.arisenAt),
    fulfilledAt: iso(obligation.fulfilledAt),
    lateBySeconds,
    elapsedSeconds,
    clause,
  };
}

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

function flagText(plan: PlanPackage, { rule }: Obligation, flag: ObligationFlag): string {
  switch (flag) {
    case 'escalatedNow':
      return '升级补报·立即';
    case 'lateReceipt':
      return '迟接报';
    case 'occurrenceCorrected':
      return '更正事发时间';
    case 'afterFlaggedDay':
      return afterFlaggedDayText(plan, rule);
  }
}

/** 起火第7日后 */
function afterFlaggedDayText(plan: PlanPackage, ruleId: string): string {
  const trigger = plan.reportingRules.find(({ id }) => id === ruleId)?.trigger;
  const flagged = trigger?.kind === 'lateCasualtyChange' ? trigger.flagged : undefined;
  const condition = plan.conditions.find(({ id }) => id === flagged?.condition)?.label ?? '';
  return `${condition}第${flagged?.afterDay ?? ''}日后`;
}
