/** The roster and its shifts as they are from now on; officers in it must be this desk's. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { isRetired } from '../people/serving.ts';
import type { RosterPerson } from './events.ts';
import { shiftKey } from './roster.ts';
import { dateOf, plusDays } from './shifts.ts';

export function setRoster({ shifts }: CommandOf<'SetRoster'>, { desk }: DecisionContext): Decision {
  const keys = shifts.map(shiftKey);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) return rejected(deskError('shiftTwice', { field: 'shifts', id: twice }));
  const isStranger = (person: RosterPerson): boolean =>
    person !== null &&
    'officerId' in person &&
    desk.officers.every((officer) => officer.officerId !== person.officerId);
  const stranger = shifts.flatMap(({ watch, lead }) => [watch, lead]).find(isStranger);
  if (stranger) return rejected(deskError('unknownOfficer', { field: 'shifts', id: Object.values(stranger)[0] }));
  const now = desk.roster.shifts;
  const changed = shifts.filter(
    ({ watch, lead, ...shift }) => JSON.stringify(now[shiftKey(shift)] ?? EMPTY) !== JSON.stringify({ watch, lead }),
  );
  if (changed.length === 0) return rejected(deskError('nothingChanged', { field: 'shifts' }));
  const newlyNamed = changed.flatMap(({ watch, lead, ...shift }) => {
    const before = now[shiftKey(shift)] ?? EMPTY;
    return [isSame(watch, before.watch) ? null : watch, isSame(lead, before.lead) ? null : lead];
  });
  const left = newlyNamed.find(
    (person) => person !== null && 'officerId' in person && isRetired(person.officerId, desk),
  );
  if (left) return rejected(deskError('officerRetired', { field: 'shifts', id: Object.values(left)[0] }));
  return accepted([{ stream: 'desk', type: 'RosterSet', payload: { shifts: changed } }]);
}

const EMPTY = { watch: null, lead: null };
const isSame = (a: RosterPerson, b: RosterPerson): boolean => JSON.stringify(a) === JSON.stringify(b);

export function setDutySettings(command: CommandOf<'SetDutySettings'>, { desk }: DecisionContext): Decision {
  const { starts, zeroReportBy } = command;
  const now = desk.roster.settings;
  if (now.zeroReportBy === zeroReportBy && now.starts.join() === starts.join()) {
    return rejected(deskError('nothingChanged', { field: 'starts' }));
  }
  return accepted([{ stream: 'desk', type: 'DutySettingsSet', payload: { starts, zeroReportBy } }]);
}

/** A report that was forgotten may be told of for so long. */
const LATE_DAYS = 7;

/** 零报告: once a day, of today or of a day just past; a custom of the trade, not of the plan. */
export function recordZeroReport({ date, to }: CommandOf<'RecordZeroReport'>, context: DecisionContext): Decision {
  const { desk, now } = context;
  const pinned = desk.plan === null ? null : context.plan(desk.plan.id);
  if (pinned === null) return rejected(deskError('unknownPlan', { planId: desk.plan?.id }));
  const today = dateOf(now, pinned.plan.timeZone);
  if (date > today || date < plusDays(today, -LATE_DAYS)) {
    return rejected(deskError('notThatDay', { field: 'date', date }));
  }
  if (desk.roster.zeroReports[date] !== undefined) return rejected(deskError('nothingChanged', { field: 'date' }));
  return accepted([{ stream: 'desk', type: 'ZeroReported', payload: { date, to } }]);
}
