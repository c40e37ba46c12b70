/** Alarms of the live desk, whatever desk is on the screen: a practice replay never hides a real one. */
import { actingOfficer } from '#renderer/app/desk/DeskProvider.tsx';
import { useLiveDeskId } from '#renderer/app/desk/hostInfo.ts';
import { useSettings } from '#renderer/app/desk/settings.ts';
import { useQueryOf } from '#renderer/app/desk/useDeskQuery.ts';
import type { AlarmRow, IncidentRow, OfficerRow } from '#shared/contract/rows.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

export type LiveAlarms = {
  deskId: string;
  plan: PlanPackage;
  officer: OfficerRow;
  /** Not acknowledged, one group per incident, each with its newest alarm last. */
  groups: AlarmGroup[];
};
export type AlarmGroup = { incident: IncidentRow | null; incidentId: string; title: string; alarms: AlarmRow[] };

export function groupAlarms(alarms: readonly AlarmRow[], incidents: readonly IncidentRow[]): AlarmGroup[] {
  const ids = [...new Set(alarms.map((alarm) => alarm.incidentId))];
  return ids.map((incidentId) => {
    const own = alarms.filter((alarm) => alarm.incidentId === incidentId).toSorted((a, b) => a.raisedAt - b.raisedAt);
    return {
      incidentId,
      incident: incidents.find((row) => row.incidentId === incidentId) ?? null,
      title: own[0]?.incidentTitle ?? '',
      alarms: own,
    };
  });
}

export function useLiveAlarms(): LiveAlarms | null {
  const deskId = useLiveDeskId();
  const { data: desk } = useQueryOf(deskId, { type: 'getDesk' });
  const isSetUp = desk !== undefined && desk.planId !== null;
  const { data: plan } = useQueryOf(isSetUp ? deskId : null, { type: 'getPlan' });
  const { data: board } = useQueryOf(isSetUp ? deskId : null, { type: 'getBoard' });
  const chosen = useSettings((settings) => settings.officerId);
  if (deskId === null || !desk || !plan || !board) return null;
  return { deskId, plan, officer: actingOfficer(desk, chosen), groups: groupAlarms(board.alarms, board.incidents) };
}
