/** 值守板: open incidents by urgency, who is on duty, what nobody has heard yet, the latest entries. */
import type { AlarmRow, BoardRow, ClockJumpRow, DutyRow } from '#shared/contract/rows.ts';
import { type AlarmAbout, alarmStreamOf } from '#shared/domain/alarm/about.ts';
import { type AlarmState, isOpen } from '#shared/domain/alarm/alarm.ts';
import { rankIncidents } from '#shared/domain/board.ts';
import type { DeskState } from '#shared/domain/desk/desk.ts';
import { nextReminderChange } from '#shared/domain/response/reminders.ts';
import { viewDutyToday } from '#shared/domain/roster/view.ts';
import { DESK_STREAM } from '#shared/domain/streams.ts';
import type { QueryOf } from '../parse.ts';
import { boardCallTrees } from './callTrees.ts';
import { openRows, reminderRows } from './incidents.ts';
import { latestEntries } from './log.ts';
import { type Answered, answered, type QueryParts } from './parts.ts';
import { boardWarnings, recentWarnings } from './warnings.ts';

const DAY_MS = 86_400_000;
const LATEST = 30;
const MOST_OPEN = 500;

export function getBoard(parts: QueryParts, query: QueryOf<'getBoard'>): Answered<BoardRow> {
  const at = query.at ?? parts.clock.now();
  const rows = openRows(parts, at, MOST_OPEN);
  const closed = parts.incidents.closedWithin(at - DAY_MS, at);
  const desk = parts.streams.stateAt(DESK_STREAM, at) as DeskState;
  const recentlyClosed = closed
    .filter(({ mergedInto }) => mergedInto === null)
    .map(({ incidentId, title, closedAt }) => ({ incidentId, title, closedAt }));
  // What was left open when closing, a 补签 above all, stays in sight while the incident does.
  const reminders = reminderRows(
    parts,
    [...rows, ...recentlyClosed].map(({ incidentId }) => incidentId),
    at,
  );
  const duty = dutyToday(parts, desk, at);
  const { clues, warnings } = boardWarnings(parts, at);
  const heardOf = recentWarnings(parts, at - DAY_MS, at);
  const incidents = rankIncidents(rows);
  const callTrees = boardCallTrees(parts, incidents, warnings, at);
  const changes = [
    ...callTrees.map((row) => row.nextChangeAt),
    ...warnings.map((row) => row.nextChangeAt),
    duty?.nextChangeAt ?? null,
    nextReminderChange(reminders),
    ...rows.map((row) => row.assessment.nextChangeAt),
    ...recentlyClosed.map(({ closedAt }) => closedAt + DAY_MS),
  ].filter((instant) => instant !== null);

  return answered({
    at,
    incidents,
    recentlyClosed,
    clues,
    warnings,
    callTrees,
    reminders,
    latest: latestEntries(parts, at, LATEST),
    onDuty: onDutyRows(desk),
    duty,
    alarms: [
      ...[...rows, ...closed].flatMap(({ incidentId, title }) => unheard(parts, { incidentId }, title, at)),
      ...heardOf.flatMap(({ warningId, title }) => unheard(parts, { warningId }, title, at)),
      ...unheard(parts, {}, '', at),
    ],
    clockJumps: clockJumpRows(desk),
    nextChangeAt: changes.length === 0 ? null : Math.min(...changes),
  });
}

/** null before the desk has a plan, hence a zone. */
export function dutyToday({ plans }: QueryParts, desk: DeskState, at: number): BoardRow['duty'] {
  const pinned = desk.plan === null ? null : plans.byHash(desk.plan.hash);
  return pinned === null ? null : viewDutyToday(desk, at, pinned.plan.timeZone);
}

export function onDutyRows({ officers, onDuty }: DeskState): DutyRow[] {
  return onDuty.flatMap(({ duty, officerId, since }) => {
    const officer = officers.find((candidate) => candidate.officerId === officerId);
    return officer === undefined ? [] : [{ duty, since, ...officer }];
  });
}

/** The alarm of what is closed or ended stays until somebody says they heard it. */
function unheard({ streams }: QueryParts, about: AlarmAbout, incidentTitle: string, at: number): AlarmRow[] {
  const { alarms } = streams.stateAt(alarmStreamOf(about), at) as AlarmState;
  return alarms.filter(isOpen).map(({ alarmId, kind, raisedAt, stages, open }) => ({
    alarmId,
    kind,
    ...about,
    incidentTitle,
    raisedAt,
    stages: [...open],
    stagesCalled: stages.length,
    acknowledged: null,
  }));
}

export const clockJumpRows = ({ clockJumps }: DeskState): ClockJumpRow[] =>
  clockJumps.map(({ jumpId, bootId, newOffsetMs, at, seconds, acknowledged }) => ({
    jumpId,
    bootId,
    newOffsetMs,
    at,
    seconds,
    acknowledged,
  }));
