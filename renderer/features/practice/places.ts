/** Where the marks stand on the line, in percent; marks that would fall on one spot are one tick. */
import type { Span } from '#renderer/app/practice/practice.ts';

const TICKS_PER_LINE = 400;

export function placesOf({ from, to, marks }: Span): number[] {
  const length = to - from || 1;
  const places = marks.map((mark) => Math.round(((mark - from) / length) * TICKS_PER_LINE));
  return [...new Set(places)].map((place) => (place / TICKS_PER_LINE) * 100);
}
