/**
 * Instants on screen: always in the plan's zone, always 24 h, whatever the machine's zone and locale are.
 */
export type ZonedParts = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 is Sunday. */
  weekday: number;
};

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

/** What was asked last, by zone: within a tick everybody asks for the same second. */
const lastAsked = new Map<string, { second: number; parts: ZonedParts }>();

export function zonedParts(instant: number, timeZone: string): ZonedParts {
  const second = Math.floor(instant / 1000);
  const last = lastAsked.get(timeZone);
  if (last?.second === second) return last.parts;
  const parts = partsOf(second * 1000, timeZone);
  lastAsked.set(timeZone, { second, parts });
  return parts;
}

function partsOf(instant: number, timeZone: string): ZonedParts {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

const two = (n: number) => String(n).padStart(2, '0');

/** `02:12` */
export function formatTime(instant: number, timeZone: string): string {
  const { hour, minute } = zonedParts(instant, timeZone);
  return `${two(hour)}:${two(minute)}`;
}
/** `02:12:05` */
export function formatTimeExact(instant: number, timeZone: string): string {
  return `${formatTime(instant, timeZone)}:${two(zonedParts(instant, timeZone).second)}`;
}
/** `02-13` */
export function formatDay(instant: number, timeZone: string): string {
  const { month, day } = zonedParts(instant, timeZone);
  return `${two(month)}-${two(day)}`;
}
/** `2026-02-13` */
export function formatDate(instant: number, timeZone: string): string {
  return `${zonedParts(instant, timeZone).year}-${formatDay(instant, timeZone)}`;
}
/** `02-13 02:12`, with the year when it is another than now's. */
export function formatInstant(instant: number, timeZone: string, now?: number): string {
  const sameYear = now !== undefined && zonedParts(now, timeZone).year === zonedParts(instant, timeZone).year;
  const day = sameYear ? formatDay(instant, timeZone) : formatDate(instant, timeZone);
  return `${day} ${formatTime(instant, timeZone)}`;
}

/** Whole days between the calendar days of two instants in the zone: 0 today, -1 yesterday. */
export function dayDistance(instant: number, now: number, timeZone: string): number {
  const dayOf = (at: number) => {
    const { year, month, day } = zonedParts(at, timeZone);
    return Date.UTC(year, month - 1, day) / 86_400_000;
  };
  return dayOf(instant) - dayOf(now);
}

const QUARTER_MS = 15 * 60_000;
/**
 * An instant of the same day in any zone, and the same one for a quarter of an hour: a row that only wants to know which
 * day it is need not render with every answer.
 */
export const quarterOf = (at: number): number => at - (at % QUARTER_MS);
