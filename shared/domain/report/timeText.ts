/** Instants in official words, in the plan's zone whatever the machine's: 11月22日2时12分. */
import type { Timed } from '#shared/plan/facts.ts';
import { zonedParts } from './zonedParts.ts';

export function timeText({ at, precision }: Timed, timeZone: string): string {
  const part = zonedParts(at, timeZone);
  const text = `${part('month')}月${part('day')}日${part('hour')}时${part('minute')}分`;
  return precision === 'about' ? `${text}左右` : text;
}

/** 2013年11月22日 */
export function dateText(at: number, timeZone: string): string {
  const part = zonedParts(at, timeZone);
  return `${part('year')}年${part('month')}月${part('day')}日`;
}

/** 19:43:05, as the log keeps it. */
export function clockText(at: number, timeZone: string): string {
  const part = zonedParts(at, timeZone);
  return (['hour', 'minute', 'second'] as const).map((type) => String(part(type)).padStart(2, '0')).join(':');
}

export const yearOf = (at: number, timeZone: string): number => zonedParts(at, timeZone)('year');

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
export function zoneOffset(at: number, timeZone: string): number {
  const part = zonedParts(at, timeZone);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(at / 1000) * 1000;
}
