/** Instants in official words, in the plan's zone whatever the machine's: 11月22日2时12分. */
import type { Timed } from '#shared/plan/facts.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

export function timeText({ at, precision }: Timed, timeZone: string): string {
  const part = partsOf(at, timeZone);
  const text = `${part('month')}月${part('day')}日${part('hour')}时${part('minute')}分`;
  return precision === 'about' ? `${text}左右` : text;
}

/** 2013年11月22日 */
export function dateText(at: number, timeZone: string): string {
  const part = partsOf(at, timeZone);
  return `${part('year')}年${part('month')}月${part('day')}日`;
}

/** 19:43:05, as the log keeps it. */
export function clockText(at: number, timeZone: string): string {
  const part = partsOf(at, timeZone);
  return (['hour', 'minute', 'second'] as const).map((type) => String(part(type)).padStart(2, '0')).join(':');
}

export const yearOf = (at: number, timeZone: string): number => partsOf(at, timeZone)('year');

function partsOf(at: number, timeZone: string): (type: Intl.DateTimeFormatPartTypes) => number {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  formats.set(timeZone, format);
  const parts = format.formatToParts(at);
  return (type) => Number(parts.find((part) => part.type === type)?.value);
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const number = 'numeric';
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: number,
    month: number,
    day: number,
    hour: number,
    minute: number,
    second: number,
  });
}
