/** Which clocks a recorded report met, and how: from the incident as it stands after it. */
import type { IncidentFile, ReportRow } from '#shared/contract/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';

export function clocksMetBy(file: Pick<IncidentFile, 'assessment'>, report: ReportRow): Obligation[] {
  const keys = new Set(report.clocksMet);
  return file.assessment.obligations.filter((row) => keys.has(row.key) || row.fulfilledBy === report.reportId);
}
