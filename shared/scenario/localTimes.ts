/** Times as an author writes them: without an offset they are read in the file's zone. */
import { parseInstant } from '#shared/domain/values.ts';

const LOCAL = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?$/;
const MINUTE_MS = 60_000;

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** UTC milliseconds, or null where it is no instant (or a local time that the zone skips). */
export function localInstant(text: string, zone: string): number | null {
  const withOffset = addOffset(text, zone);
  return withOffset === null ? null : (parseInstant(withOffset)?.at ?? null);
}

/** Every `at` and `…At` of a command with its offset; what is no time is left for the desk to refuse by name. */
export function withOffsets(value: unknown, zone: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withOffsets(item, zone));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isTime = typeof item === 'string' && (key === 'at' || key.endsWith('At'));
      return [key, isTime ? (addOffset(item, zone) ?? item) : withOffsets(item, zone)];
    }),
  );
}

/** `2013-11-22T02:12` → `2013-11-22T02:12+08:00`, keeping whether seconds were given. */
function addOffset(text: string, zone: string): string | null {
  const match = LOCAL.exec(text);
  if (match === null) return parseInstant(text) === null ? null : text;
  const asUtc = parseInstant(`${text}Z`)?.at;
  if (asUtc === undefined) return null;
  // The offset before a change of clocks first: of a time that comes twice, the earlier is meant.
  const offsets = [offsetAt(asUtc - 24 * 60 * MINUTE_MS, zone), offsetAt(asUtc + 24 * 60 * MINUTE_MS, zone)];
  const offset = offsets.find((minutes) => offsetAt(asUtc - minutes * MINUTE_MS, zone) === minutes);
  return offset === undefined ? null : text + offsetText(offset);
}

/** Minutes east of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((local - Math.floor(instant / MINUTE_MS) * MINUTE_MS) / MINUTE_MS);
}

function offsetText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
