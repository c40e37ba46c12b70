/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
import { zonedParts } from '#renderer/app/format/instant.ts';

export function zoneOffset(at: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = zonedParts(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
