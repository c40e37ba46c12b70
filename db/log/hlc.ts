/**
 * Hybrid logical clock: wall time that never runs backwards and counts within a millisecond, so that streams fold in one
 * order on every device.
 */
export type Hlc = { ms: number; count: number };

export const ZERO_HLC: Hlc = { ms: 0, count: 0 };

/** The next local tick: after everything seen so far, whatever the wall clock says. */
export function tickHlc(seen: Hlc, wall: number): Hlc {
  return wall > seen.ms ? { ms: wall, count: 0 } : { ms: seen.ms, count: seen.count + 1 };
}
