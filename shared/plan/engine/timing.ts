/**
 * How sent times meet due instants. "N 分钟以内" includes the last instant, and a sent time known to the minute is
 * compared with the due instant's minute [plan 7.2(3)]. All instants are UTC epoch milliseconds.
 */
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { startOfDay } from 'date-fns/startOfDay';
import type { Instant, Timed } from '../facts.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;

export const minuteOf = (at: Instant): Instant => Math.floor(at / MINUTE_MS) * MINUTE_MS;

/** Sent no later than the due instant. */
export function sentInTime(sent: Timed, dueAt: Instant): boolean {
  return sent.precision === 'second' ? sent.at <= dueAt : minuteOf(sent.at) <= minuteOf(dueAt);
}

/** Sent at or after the instant that made it owed. */
export function sentAtOrAfter(sent: Timed, trigger: Instant): boolean {
  return sent.precision === 'second' ? sent.at >= trigger : minuteOf(sent.at) >= minuteOf(trigger);
}

/** The last instant a time of this precision may stand for. */
export function latestOf(timed: Timed): Instant {
  return timed.precision === 'second' ? timed.at : minuteOf(timed.at) + MINUTE_MS - 1;
}

export const wholeSeconds = (ms: number): number => Math.max(0, Math.floor(ms / 1000));

/** 24:00 of the n-th day after the day of `at`, in the package's zone. */
export function endOfDayAfter(at: Instant, days: number, timeZone: string): Instant {
  return startOfDay(addDays(new TZDate(at, timeZone), days + 1)).getTime();
}
