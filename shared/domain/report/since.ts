/** What was last reported upward: where a follow-up report begins [plan 4.1.3(2)]. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { ownUnit } from '../checks.ts';
import type { IncidentFile, ReportRow } from '../rows.ts';

export type Since = {
  /** As known at this instant: when its paper was signed, or when it was said. */
  at: number;
  report: ReportRow;
};

export function sinceLastReport(plan: PlanPackage, file: IncidentFile): Since | null {
  const { initial, followUp, mainRecipient } = plan.reportRoles;
  const own = ownUnit(plan);
  const last = file.reports
    .filter(({ struck, unit, kind, recipients }) => {
      const isPeriodic = kind === initial || kind === followUp;
      return !struck && unit === own && isPeriodic && recipients.includes(mainRecipient);
    })
    .toSorted((a, b) => a.sent.at - b.sent.at)
    .at(-1);
  if (last === undefined) return null;
  const paper = file.documents.find(({ documentId }) => documentId === last.documentId);
  return { at: Math.max(file.openedAt, paper?.recordedAt ?? last.sent.at), report: last };
}
