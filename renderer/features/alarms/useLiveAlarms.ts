/** Alarms of the live desk, whatever desk is on the screen: a practice replay never hides a real one. */

import { useCalledAlarms } from '#renderer/app/desk/calledAlarms.ts';
import { actingOfficer } from '#renderer/app/desk/DeskProvider.tsx';
import { useLiveDeskId } from '#renderer/app/desk/hostInfo.ts';
import { useQueryOf } from '#renderer/app/desk/useDeskQuery.ts';
import { useChosenOfficer } from '#renderer/app/identity/identity.ts';
import type { AlarmRow, ClockJumpRow, IncidentRow, OfficerRow, ReminderRow } from '#shared/contract/rows.ts';
import { withCalled } from '#shared/domain/alarm/called.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

export type LiveAlarms = {
  deskId: string;
  plan: PlanPackage;
  officer: OfficerRow;
  /** Not acknowledged, one group per incident, each with its newest alarm last. */
  groups: AlarmGroup[];
  /** The latest, oldest first. */
  clockJumps: readonly ClockJumpRow[];
};
export type AlarmGroup = {
  kind: AlarmRow['kind'];
  incident: IncidentRow | null;
  incidentId: string;
  title: string;
  alarms: AlarmRow[];
  /** Of the incident, to name what a reminder is about. */
  reminders: readonly ReminderRow[];
};

/** Clocks first; reminders are a line of their own, below them. */
export function groupAlarms(
  alarms: readonly AlarmRow[],
  incidents: readonly IncidentRow[],
  reminders: readonly ReminderRow[] = [],
): AlarmGroup[] {
  return [...groupKind('alarm', alarms, incidents, reminders), ...groupKind('reminder', alarms, incidents, reminders)];
}

function groupKind(
  kind: AlarmRow['kind'],
  alarms: readonly AlarmRow[],
  incidents: readonly IncidentRow[],
  reminders: readonly ReminderRow[],
): AlarmGroup[] {
  const fitting = alarms.filter((alarm) => alarm.kind === kind);
  const ids = [...new Set(fitting.map((alarm) => alarm.incidentId))];
  return ids.map((incidentId) => {
    const own = fitting.filter((alarm) => alarm.incidentId === incidentId).toSorted((a, b) => a.raisedAt - b.raisedAt);
    return {
      kind,
      reminders: reminders.filter((row) => row.incidentId === incidentId),
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
  const called = useCalledAlarms((state) => state.called);
  const chosen = useChosenOfficer();
  if (deskId === null || !desk || !plan || !board) return null;
  const seen = board.latest[0]?.position ?? 0;
  const alarms = withCalled(board.alarms, called, seen);
  return {
    deskId,
    plan,
    officer: actingOfficer(desk, chosen),
    groups: groupAlarms(alarms, board.incidents, board.reminders),
    clockJumps: board.clockJumps,
  };
}
