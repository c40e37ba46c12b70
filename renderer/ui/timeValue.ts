/** A typed time as forms and drafts keep it. */
import { parseShortTime, type ShortTime, type Towards } from '#shared/domain/time/shortTime.ts';
import type { Precision, Timed } from '#shared/plan/facts.ts';

/** What was typed and what it meant at that moment: `-20` must not move on while the form stands open. */
export type TimeValue = { text: string; timed: Timed | null };
export const NO_TIME: TimeValue = { text: '', timed: null };

export function readTime(text: string, now: number, timeZone: string, towards: Towards = 'past'): TimeValue {
  const read = parseShortTime(text, now, timeZone, towards);
  return { text, timed: read.kind === 'time' ? read.timed : null };
}

/** What the text is, where it is no time: empty, 正在核实 or nothing that can be read. */
export function timeKind({ text, timed }: TimeValue): ShortTime['kind'] {
  return timed === null ? parseShortTime(text, 0, 'UTC').kind : 'time';
}

/** As commands take it: an ISO instant, no more precise than it is known. */
export function timedInput({ at, precision }: Timed): string | { at: string; precision: Precision } {
  const iso = new Date(at).toISOString();
  if (precision === 'minute') return `${iso.slice(0, 16)}Z`;
  return precision === 'second' ? `${iso.slice(0, 19)}Z` : { at: `${iso.slice(0, 16)}Z`, precision };
}
