/** Which obligation of which incident a dialog is about. */
import type { IncidentRow } from '#shared/contract/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';

export type Asked = { incidentId: string; key: string };

export function findAsked(
  incidents: readonly IncidentRow[],
  asked: Asked | null,
): { incident: IncidentRow; row: Obligation } | null {
  const incident = incidents.find(({ incidentId }) => incidentId === asked?.incidentId);
  const row = incident?.assessment.obligations.find(({ key }) => key === asked?.key);
  return incident === undefined || row === undefined ? null : { incident, row };
}
