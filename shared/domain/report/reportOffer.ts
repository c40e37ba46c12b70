/**
 * A report about to be made: of which kind, to whom, and which clocks it would meet. It is about the most urgent recipient;
 * others to whom the same words are owed are offered beside it, never assumed: the log must not say that somebody was told
 * who was not. The engine has the last word once the report is recorded.
 */

import type { Obligation } from '#shared/plan/assessment.ts';
import { minuteOf } from '#shared/plan/engine/timing.ts';
import type { Timed } from '#shared/plan/facts.ts';
import type { PlanPackage, ReportForm } from '#shared/plan/schema.ts';
import { rankObligations } from '../board.ts';
import { ownUnit } from '../checks.ts';
import { meets, metTogether, reporterOf } from '../metTogether.ts';
import { isUnmet } from '../questions.ts';
import type { IncidentRow, ReportRow } from '../rows.ts';

export type ReportChoice = {
  unit: string;
  /** Whom it is about. */
  to: string;
  kind: string;
  form: ReportForm;
  demandId: string | null;
  /** Now when null. */
  sent: Timed | null;
};

export type Offer = {
  to: string;
  /** What it would meet, most urgent first. */
  rows: Obligation[];
  /** Something here may not be waived. */
  isOwed: boolean;
};

type Reported = Pick<IncidentRow, 'reports' | 'assessment'>;

/** What is owed most urgently by this desk and can be met in this form, or `asked` where that fits. */
export function suggestReport(plan: PlanPackage, row: Reported, form: ReportForm, asked?: Obligation): ReportChoice {
  const unit = asked === undefined ? ownUnit(plan) : reporterOf(plan, asked.owedBy);
  const { obligations } = row.assessment;
  const sent = kindsSent(plan, unit, row.reports);
  const owed = rankObligations(obligations).filter(
    (one) =>
      isUnmet(one) &&
      one.to !== null &&
      reporterOf(plan, one.owedBy) === unit &&
      (one.form === 'any' || one.form === form),
  );
  const first = owed.find(({ key }) => key === asked?.key) ?? owed[0];
  const best = first === undefined ? null : metTogether(plan, first, obligations, sent, [form]);
  const { initial, followUp, mainRecipient } = plan.reportRoles;
  const to = first?.to ?? mainRecipient;
  if (best !== null) return { unit, to, form, kind: best.kind, demandId: best.demandId, sent: null };
  return { unit, to, form, kind: sent.length === 0 ? initial : followUp, demandId: null, sent: null };
}

/** Recipients to whom such a report would meet something, the most urgent first. */
export function offersFor(
  plan: PlanPackage,
  obligations: readonly Obligation[],
  choice: Omit<ReportChoice, 'to'>,
): Offer[] {
  const owed = rankObligations(obligations).filter(isUnmet);
  const recipients = [...new Set(owed.flatMap((row) => row.to ?? []))];
  return recipients.flatMap((to): Offer[] => {
    const rows = owed.filter((row) => meets(plan, { ...choice, to }, row) && !isTooEarly(plan, choice.sent, row));
    return rows.length === 0 ? [] : [{ to, rows, isOwed: rows.some((row) => !row.optional) }];
  });
}

/**
 * Whom such a report is owed to at the same time (同时), as soon as it goes to `recipients`: nothing is owed there yet, so
 * it is offered with it and not ticked.
 */
export function alongside(
  plan: PlanPackage,
  { clockGrade, marks }: Pick<IncidentRow['assessment'], 'clockGrade' | 'marks'>,
  { unit, kind }: Pick<ReportChoice, 'unit' | 'kind'>,
  recipients: readonly string[],
): string[] {
  const rank = (grade: string) => plan.grades.findIndex(({ id }) => id === grade);
  return plan.reportingRules.flatMap(({ trigger, appliesWhen, owedBy, recipients: others }) => {
    if (trigger.kind !== 'report' || reporterOf(plan, owedBy) !== unit) return [];
    const { to, kinds, whileClockGradeFrom: from } = trigger;
    const isOff = appliesWhen.unlessMarkNo !== undefined && marks[appliesWhen.unlessMarkNo] === 'no';
    const isBelow = from !== undefined && rank(clockGrade) < rank(from);
    return recipients.includes(to) && kinds.includes(kind) && !isOff && !isBelow ? others : [];
  });
}

/** Kinds of the reports that went from a unit to the main recipient and stand. */
function kindsSent(plan: PlanPackage, unit: string, reports: readonly ReportRow[]): string[] {
  return reports
    .filter((report) => !report.struck && report.unit === unit)
    .filter((report) => report.recipients.includes(plan.reportRoles.mainRecipient))
    .map((report) => report.kind);
}

/** Sent before it was owed, where that does not count. */
function isTooEarly(plan: PlanPackage, sent: Timed | null, row: Obligation): boolean {
  const rule = plan.reportingRules.find(({ id }) => id === row.rule);
  if (sent === null || rule?.fulfilledBy.kind !== 'report' || rule.fulfilledBy.earlierReportsCount) return false;
  if (rule.trigger.kind === 'lastReport') return sent.at <= row.trigger;
  return sent.precision === 'second' ? sent.at < row.trigger : minuteOf(sent.at) < minuteOf(row.trigger);
}
