/** What stands behind one obligation in the incident's log: pure look-ups for the 为什么 dialog. */
import type { IncidentFile, LogRow, ReportRow } from '#shared/contract/rows.ts';
import type { ClockGradeBasis, Obligation } from '#shared/plan/assessment.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

export type WhyFacts = {
  /** The report that met it. */
  report: ReportRow | null;
  /** Entries behind it, oldest first: what started the clock, what made it owed, what met it. */
  entries: LogRow[];
  /** Other windows of the same thing, oldest first. */
  windows: Obligation[];
};

export function whyFacts(plan: PlanPackage, file: IncidentFile, row: Obligation): WhyFacts {
  const report = file.reports.find(({ reportId }) => reportId === row.fulfilledBy) ?? null;
  const trigger = file.reports.find(({ reportId }) => reportId === row.triggerId);
  const demand = file.demands.find(({ demandId }) => demandId === row.demandId);
  const wanted = new Set(
    [
      row.triggerId,
      trigger?.entryId,
      demand?.entryId,
      row.cause.entryId,
      ...basisEntries(row.cause.clockGradeBasis),
      row.fulfilledBy,
      report?.entryId,
    ].filter((id) => id !== null && id !== undefined),
  );
  return {
    report,
    entries: file.entries.filter(({ entryId }) => wanted.has(entryId)),
    windows: windowsOf(plan, file.assessment.obligations, row),
  };
}

const basisEntries = (basis: ClockGradeBasis): (string | null)[] => {
  switch (basis.kind) {
    case 'undetermined':
      return [];
    case 'determined':
      return [basis.entryId];
    case 'facts':
      return basis.matches.map(({ entryId }) => entryId);
  }
};

function windowsOf(plan: PlanPackage, obligations: readonly Obligation[], row: Obligation): Obligation[] {
  const chain = (id: string) => plan.reportingRules.find((rule) => rule.id === id)?.series ?? id;
  return obligations
    .filter((other) => chain(other.rule) === chain(row.rule) && other.to === row.to && other.key !== row.key)
    .toSorted((a, b) => a.trigger - b.trigger || a.arisenAt - b.arisenAt);
}
