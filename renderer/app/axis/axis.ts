/**
 * The time axis of one incident: from the event to now and on to the next limits. At "now" the axis opens into a band
 * that holds the rows' words, so nothing is ever written over a bar: what lies ahead is shifted by the band's width.
 * Positions are fractions of the axis without the band.
 */
import { roundTimes } from '#shared/domain/timeline/axis.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A young incident still looks an hour ahead, where its first limits are. */
const LEAST_HORIZON = HOUR;
const LEAST_AHEAD = 5 * MINUTE;
/** Room ahead of now even when nothing is due there. */
const AHEAD_SHARE = 0.14;

export type Axis = { start: number; now: number; end: number };

/** Limits farther away than the past is long run off the edge instead of crushing the past. */
export function axisOf(start: number, now: number, limits: readonly number[]): Axis {
  const past = Math.max(0, now - start);
  const horizon = Math.max(past, LEAST_HORIZON);
  const within = limits.map((limit) => limit - now).filter((ahead) => ahead > 0 && ahead <= horizon);
  const least = Math.max(LEAST_AHEAD, past * AHEAD_SHARE);
  const farthest = Math.max(0, ...within);
  return { start, now, end: now + Math.max(least, farthest * 1.06) };
}

/** Clamped to the axis. */
export function fractionOf({ start, end }: Axis, at: number): number {
  return Math.min(1, Math.max(0, (at - start) / (end - start)));
}

/** A bar that ends now goes on by this share under the band, which uncovers it as it moves. */
export const UNDER_BAND = 0.1;

/** Laid out anew before the now line has gone farther than that, or too far into what lies ahead. */
export function isWornOut(axis: Axis, now: number): boolean {
  const gone = now - axis.now;
  return gone < 0 || gone > (axis.end - axis.now) * 0.4 || gone > (axis.end - axis.start) * UNDER_BAND;
}

/**
 * Round clock times on the axis, none where the axis's own labels stand (its start, now). `room`: the share of the axis a
 * label needs. `offset`: the zone's, so that steps of hours fall on its hours.
 */
export function ticksOf(axis: Axis, room: number, offset: number): number[] {
  const now = fractionOf(axis, axis.now);
  return roundTimes(axis, 0.65 / room, offset).filter((at) => {
    const f = fractionOf(axis, at);
    return f > room && f < 1 - room * 0.6 && (f < now - room * 0.9 || f > now + 0.02);
  });
}
