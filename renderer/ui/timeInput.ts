/**
 * How an officer types a time: `0212`, `02:12`, `212`, `-20` (20 minutes ago), `昨天 2312`, `前天 0830`, `11-22 0212`,
 * `2013-11-22 02:12`, `021230` with seconds, `现在`, and `约` before any of these. Full-width digits and signs too. A bare
 * time is today's, unless that would be more than an hour ahead: at 00:10, `2350` is yesterday's.
 */
import { TZDate } from '@date-fns/tz';
import type { Precision, Timed } from '#shared/plan/facts.ts';

const MINUTE = 60_000;
const AHEAD_MS = 60 * MINUTE;

const CLOCK = /^(?:(\d{1,2}):(\d{2})(?::(\d{2}))?|(\d{1,2})(\d{2})(\d{2})?)$/;
const AGO = /^-(\d{1,4})$/;
const DAYS: Record<string, number> = { 今天: 0, 今日: 0, 今: 0, 昨天: -1, 昨日: -1, 昨: -1, 前天: -2, 前日: -2 };
const NOW = /^(?:现在|now|\.)$/i;
const ABOUT = /^(?:约|大约|~|about\s)/i;
const DATE = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/;

type Day = { year: number; month: number; day: number };
type Clock = { hour: number; minute: number; second: number | null };

const numberOf = (text: string | undefined) => Number(text ?? Number.NaN);

function parseClock(text: string): Clock | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [, colonHour, colonMinute, colonSecond, hour, minute, second] = match;
  const seconds = colonSecond ?? second;
  const clock = {
    hour: numberOf(colonHour ?? hour),
    minute: numberOf(colonMinute ?? minute),
    second: seconds === undefined ? null : Number(seconds),
  };
  return clock.hour < 24 && clock.minute < 60 && (clock.second ?? 0) < 60 ? clock : null;
}

function dayOf(now: number, timeZone: string, offset: number): Day {
  const today = new TZDate(now, timeZone);
  const day = new TZDate(today.getFullYear(), today.getMonth(), today.getDate() + offset, 12, timeZone);
  return { year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() };
}

function parseDay(text: string, now: number, timeZone: string): Day | null {
  const offset = DAYS[text];
  if (offset !== undefined) return dayOf(now, timeZone, offset);
  const match = DATE.exec(text);
  if (!match) return null;
  const [, year, month, day] = match;
  const here = dayOf(now, timeZone, 0);
  const found = { year: Number(year ?? here.year), month: Number(month), day: Number(day) };
  // In January, `12-31` is last year's.
  if (year === undefined && instantOf(found, NOON, timeZone) > now + 48 * AHEAD_MS) found.year -= 1;
  return isRealDay(found) ? found : null;
}

const NOON: Clock = { hour: 12, minute: 0, second: null };

const isRealDay = ({ year, month, day }: Day): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const instantOf = ({ year, month, day }: Day, { hour, minute, second }: Clock, timeZone: string): number =>
  new TZDate(year, month - 1, day, hour, minute, second ?? 0, timeZone).getTime();

function parseExact(text: string, now: number, timeZone: string): Timed | null {
  const toMinute = (at: number): Timed => ({ at: Math.floor(at / MINUTE) * MINUTE, precision: 'minute' });
  if (NOW.test(text)) return toMinute(now);
  const ago = AGO.exec(text);
  if (ago) return toMinute(now - Number(ago[1]) * MINUTE);

  // A day may stand before the time with or without a space: 昨天2312, 11-22 0212.
  const split =
    /^(今天|今日|昨天|昨日|前天|前日|今|昨|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.月]\d{1,2}日?)?[\sT]*(\S+)$/.exec(
      text,
    );
  const clock = parseClock(split?.[2] ?? '');
  if (!clock) return null;
  const precision: Precision = clock.second === null ? 'minute' : 'second';
  if (split?.[1] !== undefined) {
    const day = parseDay(split[1], now, timeZone);
    return day && { at: instantOf(day, clock, timeZone), precision };
  }
  const today = instantOf(dayOf(now, timeZone, 0), clock, timeZone);
  const at = today - now > AHEAD_MS ? instantOf(dayOf(now, timeZone, -1), clock, timeZone) : today;
  return { at, precision };
}

/** Null when it is none of the forms above. */
export function parseTimeInput(text: string, now: number, timeZone: string): Timed | null {
  const plain = text.normalize('NFKC').trim().replace(/[−–—]/g, '-');
  const about = ABOUT.test(plain);
  const parsed = parseExact(plain.replace(ABOUT, '').trim(), now, timeZone);
  return parsed && about ? { ...parsed, precision: 'about' } : parsed;
}

/** `02:12`, `02:12:30`, `约02:12`: the clock time alone; the date stands beside the field. */
export function clockText({ at, precision }: Timed, timeZone: string): string {
  const time = new TZDate(at, timeZone).toTimeString().slice(0, precision === 'second' ? 8 : 5);
  return precision === 'about' ? `约${time}` : time;
}

/** As commands take it: an ISO instant, by its precision. */
export function timedInput({ at, precision }: Timed): string | { at: string; precision: Precision } {
  const iso = new Date(at).toISOString();
  if (precision === 'minute') return `${iso.slice(0, 16)}Z`;
  return precision === 'second' ? `${iso.slice(0, 19)}Z` : { at: `${iso.slice(0, 16)}Z`, precision };
}
