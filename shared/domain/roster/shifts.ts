/** Shifts of a day: each from one handover time to the next, in the plan's zone [plan 3.4.3(5)]. */
import { TZDate } from '@date-fns/tz';
import { z } from 'zod';
import type { Instant } from '#shared/plan/facts.ts';

/** `2026-03-01`: the day a shift begins. */
export const dateSchema = z.iso.date();
/** `08:00`. */
export const startSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

export type Shift = { date: string; start: string; startsAt: Instant; endsAt: Instant };

const two = (n: number): string => String(n).padStart(2, '0');
const numbers = (text: string, by: string): number[] => text.split(by).map(Number);

export function dateOf(at: Instant, timeZone: string): string {
  const local = new TZDate(at, timeZone);
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}

export function plusDays(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = numbers(date, '-');
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

export function instantOf(date: string, start: string, timeZone: string): Instant {
  const [year = 0, month = 1, day = 1] = numbers(date, '-');
  const [hour = 0, minute = 0] = numbers(start, ':');
  return new TZDate(year, month - 1, day, hour, minute, timeZone).getTime();
}

/** `starts` ascending; the last shift of a day ends with the first of the next. */
export function shiftsOf(date: string, starts: readonly string[], timeZone: string): Shift[] {
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const endsAt =
      next === undefined ? instantOf(plusDays(date, 1), starts[0] ?? start, timeZone) : instantOf(date, next, timeZone);
    return { date, start, startsAt: instantOf(date, start, timeZone), endsAt };
  });
}

/** All days from one to another, both included. */
export function datesFrom(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = plusDays(date, 1)) dates.push(date);
  return dates;
}

export function datesOfMonth(month: string): string[] {
  const first = `${month}-01`;
  const [year = 0, index = 1] = numbers(month, '-');
  const days = new Date(Date.UTC(year, index, 0)).getUTCDate();
  return datesFrom(first, `${month}-${two(days)}`);
}

export function plusMonths(month: string, months: number): string {
  const [year = 0, index = 1] = numbers(month, '-');
  return new Date(Date.UTC(year, index - 1 + months, 1)).toISOString().slice(0, 7);
}
