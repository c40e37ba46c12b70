/** Alarms of the live desk, whatever desk is on the screen: a practice replay never hides a real one. */

import { useCalledAlarms } from '#renderer/app/desk/calledAlarms.ts';
import { actingOfficer } from '#renderer/app/desk/DeskProvider.tsx';
import { useLiveDeskId } from '#renderer/app/desk/hostInfo.ts';
import { useQueryOf } from '#renderer/app/desk/useDeskQuery.ts';
import { useChosenOfficer } from '#renderer/app/identity/identity.ts';
import type {
  AlarmRow,
  BoardRow,
  ClockJumpRow,
  ClueRow,
  IncidentRow,
  OfficerRow,
  ReminderRow,
  WarningReminder,
} from '#shared/contract/rows.ts';
import { type AlarmAbout, aboutKey, aboutOf } from '#shared/domain/alarm/about.ts';
import { withCalled } from '#shared/domain/alarm/called.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

export type LiveAlarms = {
  deskId: string;
  plan: PlanPackage;
  officer: OfficerRow;
  /** Not acknowledged, one group per incident or warning, each with its newest alarm last. */
  groups: AlarmGroup[];
  /** The latest, oldest first. */
  clockJumps: readonly ClockJumpRow[];
};
export type AlarmGroup = {
  kind: AlarmRow['kind'];
  /** One name for what it is about. */
  key: string;
  about: AlarmAbout;
  incident: IncidentRow | null;
  title: string;
  alarms: AlarmRow[];
  /** To name what a reminder is about, while it is open. */
  reminders: AlarmReminders;
};
export type AlarmReminders = {
  /** Of the incident. */
  rows: readonly ReminderRow[];
  /** Of the warning. */
  warning: readonly WarningReminder[];
  clues: readonly ClueRow[];
};
type Behind = Pick<BoardRow, 'incidents' | 'reminders' | 'warnings' | 'clues'>;

/** Clocks first; reminders are a line of their own, below them. */
export function groupAlarms(alarms: readonly AlarmRow[], behind: Behind): AlarmGroup[] {
  return [...groupKind('alarm', alarms, behind), ...groupKind('reminder', alarms, behind)];
}

function groupKind(kind: AlarmRow['kind'], alarms: readonly AlarmRow[], behind: Behind): AlarmGroup[] {
  const fitting = Map.groupBy(
    alarms.filter((alarm) => alarm.kind === kind),
    aboutKey,
  );
  return [...fitting].map(([key, rows]) => {
    const own = rows.toSorted((a, b) => a.raisedAt - b.raisedAt);
    const about = aboutOf(rows[0] ?? {});
    const isOfClues = about.incidentId === undefined && about.warningId === undefined;
    return {
      kind,
      key,
      about,
      incident: behind.incidents.find((row) => row.incidentId === about.incidentId) ?? null,
      title: own[0]?.incidentTitle ?? '',
      alarms: own,
      reminders: {
        rows: behind.reminders.filter((row) => row.incidentId === about.incidentId),
        warning: behind.warnings.find((row) => row.warningId === about.warningId)?.reminders ?? [],
        clues: isOfClues ? behind.clues : [],
      },
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
    groups: groupAlarms(alarms, board),
    clockJumps: board.clockJumps,
  };
}
