/**
 * The desk's clocks, handed in so that a drill or a replay runs under its own. Recorded time never runs backwards: an
 * entry recorded "after now" would be invisible until then. A wall clock that was set back is noticed and each entry
 * says so (`clockTrusted`).
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type DeskClock = {
  /** UTC epoch milliseconds. */
  now(): number;
  /** Milliseconds of a clock that nobody sets. */
  monotonic(): number;
  /** Monotonic readings compare only within the same boot. */
  bootId?: string;
};

/** How far wall and monotonic clock may drift apart before an entry says so. */
const TOLERATED_DRIFT_MS = 2000;

export type ClockReading = { recordedAt: number; monotonic: number; clockTrusted: boolean };

export type RecordingClock = {
  /** Now, but never before what is already recorded. */
  now(): number;
  read(): ClockReading;
};

/** `isDoubted`: the clock jumped, and nobody has said yet that it is right. */
export function recordingClock(
  clock: DeskClock,
  lastRecordedAt: () => number,
  isDoubted: () => boolean = () => false,
): RecordingClock {
  let anchor = { wall: clock.now(), monotonic: clock.monotonic() };
  let wasDoubted = false;

  function read(): ClockReading {
    const wall = clock.now();
    const monotonic = clock.monotonic();
    const highWater = lastRecordedAt();
    const doubted = isDoubted();
    // Somebody looked and said it is right: from here on it is measured against what it shows now.
    if (wasDoubted && !doubted) anchor = { wall, monotonic };
    wasDoubted = doubted;
    // Only backwards: a wall clock ahead of the monotonic one is what sleep looks like.
    const setBack = wall < anchor.wall + (monotonic - anchor.monotonic) - TOLERATED_DRIFT_MS;
    return {
      recordedAt: Math.max(wall, highWater),
      monotonic: Math.floor(monotonic),
      clockTrusted: !doubted && !setBack && wall >= highWater,
    };
  }

  return { read, now: () => Math.max(clock.now(), lastRecordedAt()) };
}

function readBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // No boot id here: readings then compare only within this run.
    return randomUUID();
  }
}

export const systemClock = (): DeskClock => ({
  now: () => Date.now(),
  monotonic: () => Number(process.hrtime.bigint() / 1_000_000n),
  bootId: readBootId(),
});
