/**
 * Times as an officer types them with a phone in one hand: `0212`, `02:12`, `-20` (20 minutes ago), `昨天 2312`,
 * `22日 0212`, `11-22 0212`, `021230`, `约0212`. Always 24 h, in the plan's zone whatever the machine's. What was meant is
 * shown back with its date, so a reading must be predictable: a time without a day is the last such time; where a time to
 * come is asked for (a due time, an expiry) it is the next one, and `+30`, `2小时后`, `明天 0800` are understood too.
 */
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import type { Instant, Timed } from '#shared/plan/facts.ts';

export type ShortTime =
  | { kind: 'time'; timed: Timed }
  /** `?`: 正在核实. */
  | { kind: 'unknown' }
  | { kind: 'empty' }
  /** form: none of the forms above · noSuchTime: 25:00, 2月30日, an hour that summer time leaves out. */
  | { kind: 'bad'; reason: 'form' | 'noSuchTime' };

/** Which way a time without a day is meant: `past` when something happened, `coming` until when it is due. */
export type Towards = 'past' | 'coming';

const MINUTE_MS = 60_000;
/** Two clocks of one office differ by less: the minute that is about to begin is this one, not yesterday's. */
const CLOCK_TOLERANCE_MS = MINUTE_MS;

const UNKNOWN = /^(?:\?|正在核实|不明|unknown|being verified)$/;
const ABOUT = /^(?:(?:大约|约|~|≈)\s*(.+)|(.+?)\s*左右)$/;
const NOW = /^(?:现在|刚才|now)$/;
const AGO = /^(?:-\s*(\d{1,4})\s*(?:分钟?|min)?|(\d{1,4})\s*(?:分钟?|min)(?:前| ago))$/;
const HOURS_AGO = /^(?:-\s*(\d{1,3})\s*(?:小时|h)|(\d{1,3})\s*(?:小时|h)(?:前| ago))$/;
const AHEAD = /^(?:\+\s*(\d{1,4})\s*(?:分钟?|min)?|(\d{1,4})\s*(?:分钟?|min)后)$/;
const HOURS_AHEAD = /^(?:\+\s*(\d{1,3})\s*(?:小时|h)|(\d{1,3})\s*(?:小时|h)后)$/;
const CLOCK =
  /^(?:(\d{1,2})[:.时点](\d{1,2})(?:[:.分](\d{1,2})秒?)?分?|(\d{1,2})(\d{2})|(\d{2})(\d{2})(\d{2})|(\d{1,2})[时点])$/;
const DAY_WORDS = /^(今天|今日|今|昨天|昨日|昨|前天|前日|明天|明日|明|后天|today|yesterday|tomorrow)\s*(.+)$/;
const DAY = /^(?:(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})(?:日|(?=[T\s]))|(\d{1,2})[日号])[T\s]*(.+)$/;

export function parseShortTime(text: string, now: Instant, timeZone: string, towards: Towards = 'past'): ShortTime {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  if (plain === '') return { kind: 'empty' };
  if (UNKNOWN.test(plain)) return { kind: 'unknown' };
  const about = ABOUT.exec(plain);
  if (about) return asAbout(read(about[1] ?? about[2] ?? '', now, timeZone, towards));
  return read(plain, now, timeZone, towards);
}

/** The shortest text that reads back to the same time. */
export function shortTimeText(timed: Timed, now: Instant, timeZone: string, towards: Towards = 'past'): string {
  const at = new TZDate(timed.at, timeZone);
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}${timed.precision === 'second' ? `:${two(at.getSeconds())}` : ''}`;
  const day = `${two(at.getMonth() + 1)}-${two(at.getDate())} ${clock}`;
  // No finer than what is written.
  const unit = timed.precision === 'second' ? 1000 : MINUTE_MS;
  const isRead = (short: string): boolean => {
    const back = read(short, now, timeZone, towards);
    return back.kind === 'time' && Math.floor(back.timed.at / unit) === Math.floor(timed.at / unit);
  };
  const short = [clock, day].find(isRead) ?? `${at.getFullYear()}-${day}`;
  return timed.precision === 'about' ? `约${short}` : short;
}

function read(plain: string, now: Instant, timeZone: string, towards: Towards): ShortTime {
  if (NOW.test(plain)) return minute(now);
  const ago = AGO.exec(plain);
  if (ago) return minute(now - Number(ago[1] ?? ago[2]) * MINUTE_MS);
  const hoursAgo = HOURS_AGO.exec(plain);
  if (hoursAgo) return minute(now - Number(hoursAgo[1] ?? hoursAgo[2]) * 60 * MINUTE_MS);

  if (towards === 'coming') {
    const ahead = AHEAD.exec(plain);
    if (ahead) return minute(now + Number(ahead[1] ?? ahead[2]) * MINUTE_MS);
    const hoursAhead = HOURS_AHEAD.exec(plain);
    if (hoursAhead) return minute(now + Number(hoursAhead[1] ?? hoursAhead[2]) * 60 * MINUTE_MS);
  }

  const today = new TZDate(now, timeZone);
  const byWord = DAY_WORDS.exec(plain);
  if (byWord) return onDay(addDays(today, -daysBack(byWord[1] as string)), byWord[2] as string, timeZone);
  const byDate = DAY.exec(plain);
  if (byDate) {
    const clock = clockOf(byDate[5] as string);
    if (clock === null) return { kind: 'bad', reason: 'form' };
    const day = dayOf(byDate, today, timeZone, towards);
    return day === null ? { kind: 'bad', reason: 'noSuchTime' } : at(day, clock, timeZone);
  }
  const time = onDay(today, plain, timeZone);
  if (time.kind !== 'time') return time;
  const { at: instant } = time.timed;
  if (towards === 'coming') return instant > now - MINUTE_MS ? time : onDay(addDays(today, 1), plain, timeZone);
  return instant <= now + CLOCK_TOLERANCE_MS ? time : onDay(addDays(today, -1), plain, timeZone);
}

const minute = (instant: Instant): ShortTime => ({
  kind: 'time',
  timed: { at: Math.floor(instant / MINUTE_MS) * MINUTE_MS, precision: 'minute' },
});

const asAbout = (time: ShortTime): ShortTime =>
  time.kind === 'time' ? { kind: 'time', timed: { at: time.timed.at, precision: 'about' } } : time;

function daysBack(word: string): number {
  if (word.startsWith('前')) return 2;
  if (word.startsWith('明') || word === 'tomorrow') return -1;
  if (word.startsWith('后')) return -2;
  return word.startsWith('昨') || word === 'yesterday' ? 1 : 0;
}

type Clock = { hour: number; minute: number; second: number | null };

function clockOf(text: string): Clock | null {
  const match = CLOCK.exec(text.trim());
  if (!match) return null;
  const [, h1, m1, s1, h2, m2, h3, m3, s3, h4] = match;
  const second = s1 ?? s3;
  return {
    hour: Number(h1 ?? h2 ?? h3 ?? h4),
    minute: Number(m1 ?? m2 ?? m3 ?? 0),
    second: second === undefined ? null : Number(second),
  };
}

type Day = { year: number; month: number; day: number };

/**
 * The last such day; tomorrow's date is taken for what it says, and asked back as a time to come. Towards what comes: the
 * next such day, today included.
 */
function dayOf(match: RegExpExecArray, today: TZDate, timeZone: string, towards: Towards): Day | null {
  const [, year, month, dayOfMonth, dayAlone] = match;
  const tomorrow = addDays(today, 1).getTime();
  const isReal = ({ year: y, month: m, day: d }: Day): boolean => {
    const made = new TZDate(y, m - 1, d, timeZone);
    return made.getMonth() === m - 1 && made.getDate() === d;
  };
  const yesterday = addDays(today, -1).getTime();
  const isMeant = ({ year: y, month: m, day: d }: Day): boolean => {
    const start = new TZDate(y, m - 1, d, timeZone).getTime();
    return towards === 'coming' ? start > yesterday : start <= tomorrow;
  };
  // From the one tried first; a leap day may be four years away.
  const tried = (steps: readonly number[]): number[] =>
    towards === 'coming' ? steps.map((step) => -step) : [...steps];
  if (dayAlone !== undefined) {
    // Two of three months hold every day of a month.
    const months = tried([1, 0, -1, -2]).map((back) => today.getFullYear() * 12 + today.getMonth() + back);
    const days = months.map((count) => ({
      year: Math.floor(count / 12),
      month: (count % 12) + 1,
      day: Number(dayAlone),
    }));
    return days.find((day) => isReal(day) && isMeant(day)) ?? null;
  }
  const given = { month: Number(month), day: Number(dayOfMonth) };
  if (year !== undefined) return isReal({ year: Number(year), ...given }) ? { year: Number(year), ...given } : null;
  const thisYear = today.getFullYear();
  const years = tried([1, 0, -1, -2, -3, -4]).map((step) => thisYear + step);
  return years.map((y) => ({ year: y, ...given })).find((day) => isReal(day) && isMeant(day)) ?? null;
}

function onDay(date: Date, text: string, timeZone: string): ShortTime {
  const clock = clockOf(text);
  if (clock === null) return { kind: 'bad', reason: 'form' };
  return at({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() }, clock, timeZone);
}

function at({ year, month, day }: Day, { hour, minute: minutes, second }: Clock, timeZone: string): ShortTime {
  const isMidnight = hour === 24 && minutes === 0 && (second ?? 0) === 0;
  if ((hour > 23 && !isMidnight) || minutes > 59 || (second ?? 0) > 59) return { kind: 'bad', reason: 'noSuchTime' };
  const time = new TZDate(year, month - 1, day, hour, minutes, second ?? 0, timeZone);
  if (time.getHours() !== hour % 24) return { kind: 'bad', reason: 'noSuchTime' };
  return { kind: 'time', timed: { at: time.getTime(), precision: second === null ? 'minute' : 'second' } };
}

const two = (n: number): string => String(n).padStart(2, '0');
