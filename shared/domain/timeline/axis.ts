/** Round clock times over a stretch of time, for whatever is drawn along one. */
import type { Layout } from './layout.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14_400].map((n) => n * MINUTE);

/** About `most` of them at most. `offset`: the zone's, so that steps of hours fall on its hours. */
export function roundTimes({ start, end }: { start: number; end: number }, most: number, offset: number): number[] {
  const span = end - start;
  const step = STEPS.find((candidate) => span / candidate <= most) ?? Math.ceil(span / most / DAY) * DAY;
  const first = Math.ceil((start + offset) / step) * step - offset;
  const count = Math.max(0, Math.floor((end - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}

/** Room a time with its day needs, and how far its middle stands from the edges, in ems. */
const ROOM = 8;
const INSET = 2.5;

/** Those that stand over the picture of a night. */
export function axisTicks({ view, sheet: { width, plot, em }, xOf }: Layout, offset: number): number[] {
  const most = Math.max(1, (width - plot) / (em * ROOM));
  const all = roundTimes({ start: view.from, end: view.to }, most, offset);
  return all.filter((at) => xOf(at) > plot + em * INSET && xOf(at) < width - em * INSET);
}

/** The day is said where it changes. */
export function tickText(ticks: readonly number[], at: number, words: { day: TimeWords; time: TimeWords }): string {
  const before = ticks[ticks.indexOf(at) - 1];
  const { day, time } = words;
  return before === undefined || day(before) !== day(at) ? `${day(at)} ${time(at)}` : time(at);
}
type TimeWords = (at: number) => string;
