/** The part of the desk's fold that is the roster: who is to be on duty when, and which days were reported as quiet. */
import type { Actor, RecordedEvent } from '../recorded.ts';
import type { RosterEventPayload, RosterEventType, RosterPerson } from './events.ts';

export type DutySettings = { starts: readonly string[]; zeroReportBy: string | null };
/** One handover a day, in the morning, as most offices do. */
export const INITIAL_DUTY_SETTINGS: DutySettings = { starts: ['08:00'], zeroReportBy: '17:00' };

export type Rostered = { watch: RosterPerson; lead: RosterPerson };
export type RosterState = {
  settings: DutySettings;
  /** By `date start`. */
  shifts: Readonly<Record<string, Rostered>>;
  /** The latest, by day. */
  zeroReports: Readonly<Record<string, { at: number; actor: Actor; to: string }>>;
};

export const initialRoster: RosterState = { settings: INITIAL_DUTY_SETTINGS, shifts: {}, zeroReports: {} };

export const shiftKey = ({ date, start }: { date: string; start: string }): string => `${date} ${start}`;

/** Older ones are in the log. */
const REMEMBERED_DAYS = 60;

export function evolveRoster(state: RosterState, event: RecordedEvent): RosterState {
  switch (event.type as RosterEventType) {
    case 'RosterSet': {
      const { shifts } = event.payload as RosterEventPayload<'RosterSet'>;
      const set = shifts.map(({ watch, lead, ...shift }): [string, Rostered] => [shiftKey(shift), { watch, lead }]);
      return { ...state, shifts: { ...state.shifts, ...Object.fromEntries(set) } };
    }
    case 'DutySettingsSet':
      return { ...state, settings: event.payload as RosterEventPayload<'DutySettingsSet'> };
    case 'ZeroReported': {
      const { date, to } = event.payload as RosterEventPayload<'ZeroReported'>;
      const all = { ...state.zeroReports, [date]: { at: event.recordedAt, actor: event.actor, to } };
      const kept = Object.keys(all).sort().slice(-REMEMBERED_DAYS);
      return { ...state, zeroReports: Object.fromEntries(Object.entries(all).filter(([day]) => kept.includes(day))) };
    }
    default:
      return state;
  }
}
