/** Obligations as bars: windows that follow each other share a row. States are the engine's [TIMELINE-2]. */
import type { Obligation, ObligationState } from '#shared/plan/assessment.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentFile } from '../rows.ts';
import type { Bar, Sources } from './items.ts';

export type BarRow = { id: string; rule: string; to: string | null; bars: Bar[] };

/** In the plan's order. */
export function obligationRows(plan: PlanPackage, file: IncidentFile, cut: number, sources: Sources): BarRow[] {
  const rows = new Map<string, BarRow>();
  const bars = file.assessment.obligations
    .filter(({ arisenAt, trigger }) => Math.max(arisenAt, trigger) <= cut)
    .map((obligation) => barOf(obligation, file, cut, sources))
    .toSorted((a, b) => a.from - b.from);
  for (const { id: ruleId, series } of plan.reportingRules) {
    for (const bar of bars) {
      const { rule, to, demandId } = bar.obligation;
      if (rule !== ruleId) continue;
      const id = ['owed', series ?? rule, to ?? '-', demandId ?? '-'].join(' ');
      const row = rows.get(id);
      if (row === undefined) rows.set(id, { id, rule, to, bars: [bar] });
      else row.bars.push(bar);
    }
  }
  return [...rows.values()];
}

function barOf(obligation: Obligation, file: IncidentFile, cut: number, sources: Sources): Bar {
  const { key, trigger, dueAt, fulfilledAt, fulfilledBy, supersededAt, cause } = obligation;
  const ended = fulfilledAt ?? supersededAt ?? (obligation.state === 'waived' ? waivedAt(obligation, file) : null);
  const endedAt = ended !== null && ended <= cut ? ended : null;
  const isCut = ended !== null && endedAt === null;
  const report = file.reports.find(({ reportId }) => reportId === fulfilledBy);
  return {
    kind: 'bar',
    id: `owed ${key}`,
    obligation,
    state: isCut || cut < file.assessment.at ? stateAt(obligation, endedAt, cut) : obligation.state,
    from: trigger,
    dueAt,
    endedAt,
    source: sources(cause.entryId),
    metBy: endedAt === null || fulfilledAt === null ? null : sources(report?.entryId ?? fulfilledBy),
  };
}

/** What had not ended by the cut was owed then, late or not. */
function stateAt({ state, dueAt, dueSoonAt }: Obligation, endedAt: number | null, cut: number): ObligationState {
  if (endedAt !== null) return state;
  if (dueAt === null || dueSoonAt === null) return state === 'open' ? 'open' : 'immediate';
  if (cut > dueAt) return 'overdue';
  return cut >= dueSoonAt ? 'dueSoon' : 'pending';
}

function waivedAt({ rule, trigger }: Obligation, { entries }: IncidentFile): number {
  const waiver = entries.findLast(
    ({ type, struck, payload }) =>
      type === 'ObligationWaived' && struck === null && (payload as { rule: string }).rule === rule,
  );
  return Math.max(trigger, waiver?.recordedAt ?? trigger);
}
