/** What the screens show of the roster: a month of it, and on the board what wants somebody in the next days. */
import type { Instant } from '#shared/plan/facts.ts';
import type { PeopleState } from '../people/people.ts';
import type { Actor } from '../recorded.ts';
import { type RosterFault, rosterFaults } from './faults.ts';
import { type DutySettings, type Rostered, type RosterState, shiftKey } from './roster.ts';
import { dateOf, datesFrom, instantOf, plusDays, type Shift, shiftsOf } from './shifts.ts';

const NOBODY: Rostered = { watch: null, lead: null };
export const REMINDED_DAYS = 7;

export type RosterShift = Shift & Rostered;
export type RosterView = { shifts: RosterShift[]; faults: RosterFault[]; settings: DutySettings };

/** Of the desk: the roster, and who has left. */
type Known = { roster: RosterState; people: Pick<PeopleState, 'retired'> };

/** Between two days, both included. */
export function viewRoster({ roster, people }: Known, from: string, to: string, timeZone: string): RosterView {
  const { settings } = roster;
  // The shift before the first tells whether somebody stays on.
  const shifts = datesFrom(plusDays(from, -1), to).flatMap((date) => shiftsOf(date, settings.starts, timeZone));
  const shown = shifts.filter(({ date }) => date >= from);
  return {
    shifts: shown.map((shift) => ({ ...shift, ...(roster.shifts[shiftKey(shift)] ?? NOBODY) })),
    faults: rosterFaults(shifts, roster.shifts, people.retired).filter(({ date }) => date >= from),
    settings,
  };
}

export type DutyToday = {
  /** Shifts of the next seven days without somebody; none on a desk that keeps no roster. */
  gaps: RosterFault[];
  /** 零报告 of today: a custom, not of the plan; null where it is not made here. */
  zeroReport: { date: string; dueAt: Instant; reported: { at: Instant; actor: Actor; to: string } | null } | null;
  /** When any of it changes by itself. */
  nextChangeAt: Instant;
};

type Week = { known: Known; today: string; timeZone: string; view: RosterView };

let latestWeek: Week | null = null;

/** The board asks with every entry of the night; the days ahead are the same until one of them is given to somebody. */
function weekFrom(known: Known, today: string, timeZone: string): RosterView {
  const { roster, people } = known;
  const isSame =
    latestWeek !== null &&
    latestWeek.known.roster === roster &&
    latestWeek.known.people.retired === people.retired &&
    latestWeek.today === today &&
    latestWeek.timeZone === timeZone;
  if (latestWeek === null || !isSame) {
    const view = viewRoster(known, plusDays(today, -1), plusDays(today, REMINDED_DAYS), timeZone);
    latestWeek = { known: { roster, people }, today, timeZone, view };
  }
  return latestWeek.view;
}

export function viewDutyToday(known: Known, now: Instant, timeZone: string): DutyToday {
  const { settings, shifts, zeroReports } = known.roster;
  const today = dateOf(now, timeZone);
  const { shifts: ahead, faults } = weekFrom(known, today, timeZone);
  const isWanted = ({ date, start }: RosterFault): boolean => {
    const shift = ahead.find((each) => each.date === date && each.start === start);
    return shift !== undefined && shift.endsAt > now && shift.startsAt <= now + REMINDED_DAYS * 86_400_000;
  };
  const isKept = Object.keys(shifts).length > 0;
  const { zeroReportBy } = settings;
  const dueAt = zeroReportBy === null ? null : instantOf(today, zeroReportBy, timeZone);
  const changes = [
    instantOf(plusDays(today, 1), '00:00', timeZone),
    ...ahead.map(({ endsAt }) => endsAt),
    ...(dueAt === null ? [] : [dueAt]),
  ].filter((at) => at > now);
  return {
    gaps: isKept ? faults.filter((fault) => fault.kind === 'gap' && isWanted(fault)) : [],
    zeroReport: dueAt === null ? null : { date: today, dueAt, reported: zeroReports[today] ?? null },
    nextChangeAt: Math.min(...changes),
  };
}
