/**
 * Which rows one call or paper can meet together, so that they are offered together: same recipient, one report kind,
 * one form, read off the plan's rules alone.
 */
import type { Obligation } from '#shared/plan/assessment.ts';
import type { PlanPackage, ReportForm, ReportingRule } from '#shared/plan/schema.ts';
import { urgencyOf } from './board.ts';
import { isUnmet } from './questions.ts';

export type MetTogether = {
  /** The obligations met, the asked one first. */
  keys: string[];
  kind: string;
  form: ReportForm;
  recipients: string[];
  unit: string;
  demandId: string | null;
};

/** A report that might be made to one recipient. */
export type Candidate = Pick<MetTogether, 'kind' | 'form' | 'unit' | 'demandId'> & { to: string };

/**
 * `sent`: kinds of the unit's own reports to the main recipient so far. `forms`: those the report may have, all that
 * meet the row when left out. Null where no such report meets it (认定).
 */
export function metTogether(
  plan: PlanPackage,
  obligation: Obligation,
  all: readonly Obligation[],
  sent: readonly string[],
  forms: readonly ReportForm[] = formsFor(obligation),
): MetTogether | null {
  const { to } = obligation;
  const unit = reporterOf(plan, obligation.owedBy);
  const kinds = kindsFor(plan, ruleOf(plan, obligation), sent);
  if (to === null || kinds.length === 0) return null;
  const others = all.filter((row) => row.key !== obligation.key && isUnmet(row));
  const demands = obligation.demandId === null ? [null, ...demandsIn(others)] : [obligation.demandId];
  const options = kinds.flatMap((kind) =>
    forms.flatMap((form) =>
      demands.map((demandId) => {
        const candidate: Candidate = { kind, form, unit, to, demandId };
        const met = [obligation, ...others.filter((row) => meets(plan, candidate, row))];
        return { ...candidate, keys: met.map((row) => row.key), pressing: met.filter(isPressing).length };
      }),
    ),
  );
  // The first of the best: kinds in the plan's order, a call before a paper, and no demand named needlessly. A window that
  // has only just opened is no reason to choose another kind.
  const [best] = options.toSorted((a, b) => b.pressing - a.pressing);
  if (best === undefined) return null;
  const { keys, kind, form, demandId } = best;
  return { keys, kind, form, recipients: [to], unit, demandId };
}

const isPressing = (row: Obligation): boolean => ['overdue', 'immediate', 'dueSoon'].includes(urgencyOf(row));

const formsFor = ({ form }: Obligation): readonly ReportForm[] =>
  form === 'any' || form === null ? ['phone', 'written'] : [form];

/** By the rules alone: whoever sends it, whenever. */
export function meets(plan: PlanPackage, report: Candidate, row: Obligation): boolean {
  const rule = ruleOf(plan, row);
  if (rule === undefined || rule.fulfilledBy.kind !== 'report' || row.to !== report.to) return false;
  if (reporterOf(plan, row.owedBy) !== report.unit) return false;
  if (row.form !== 'any' && row.form !== report.form) return false;
  if (rule.fulfilledBy.namingDemand && row.demandId !== report.demandId) return false;
  return rule.fulfilledBy.kinds.includes(report.kind);
}

/** A standing body also reports for the body it serves. */
export function reporterOf(plan: PlanPackage, owedBy: string): string {
  return plan.units.find((unit) => unit.standingBodyOf === owedBy)?.id ?? owedBy;
}

const demandsIn = (rows: readonly Obligation[]): string[] =>
  rows.flatMap((row) => (row.demandId === null ? [] : [row.demandId]));

/**
 * No second first report, and no follow-up before there was a first one, where the rule leaves a choice; an answer to a
 * demand is 核实反馈 unless another kind meets more, since a follow-up would restart the windows.
 */
function kindsFor(plan: PlanPackage, rule: ReportingRule | undefined, sent: readonly string[]): readonly string[] {
  if (rule === undefined || rule.fulfilledBy.kind !== 'report') return [];
  const { initial, followUp, final, verification } = plan.reportRoles;
  const hasBegun = sent.includes(initial) || sent.includes(followUp);
  const { kinds } = rule.fulfilledBy;
  const fitting = kinds.filter((kind) => kind !== (hasBegun ? initial : followUp) && kind !== final);
  if (fitting.length === 0) return kinds;
  return rule.fulfilledBy.namingDemand
    ? fitting.toSorted((a, b) => Number(b === verification) - Number(a === verification))
    : fitting;
}

const ruleOf = (plan: PlanPackage, { rule }: Obligation): ReportingRule | undefined =>
  plan.reportingRules.find(({ id }) => id === rule);
