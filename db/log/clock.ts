/**
 * The desk's clocks, handed in so that a drill or a replay runs under its own. Recorded time never runs backwards: an
 * entry recorded "after now" would be invisible until then. A wall clock that was set is noticed and each entry says so
 * (`clockTrusted`).
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { steadyClock } from './steadyClock.ts';

export type DeskClock = {
  /** UTC epoch milliseconds. */
  now(): number;
  /** Milliseconds of a clock that nobody sets. */
  monotonic(): number;
  /** Milliseconds of a clock that nobody sets and that goes on in sleep. */
  steady?(): number;
  /** Readings of both compare only within the same boot. */
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

/** The clock jumped, and nobody has said yet that it is right. */
export type ClockDoubt = {
  /** Wall minus steady clock as it was before; null where that is of another boot. */
  trustedOffsetMs: number | null;
};

/**
 * [LOG-9] A wall clock that ran ahead is not followed until somebody says that it is right: entries go by the steady
 * clock meanwhile. Otherwise one wrong hour on the machine would keep the log an hour ahead until the hour has passed.
 */
export function recordingClock(
  clock: DeskClock,
  lastRecordedAt: () => number,
  doubt: () => ClockDoubt | null = () => null,
): RecordingClock {
  const offset = (wall: number): number => wall - (clock.steady?.() ?? wall);
  let anchor = { wall: clock.now(), monotonic: clock.monotonic() };
  let trusted = offset(anchor.wall);
  let wasDoubted = false;

  function read(): ClockReading {
    const wall = clock.now();
    const monotonic = clock.monotonic();
    const highWater = lastRecordedAt();
    const doubted = doubt();
    const current = offset(wall);
    // Somebody looked and said it is right: from here on it is measured against what it shows now.
    const isCalledRight = wasDoubted && doubted === null;
    if (isCalledRight) anchor = { wall, monotonic };
    if (isCalledRight || Math.abs(current - trusted) <= TOLERATED_DRIFT_MS) trusted = current;
    if (doubted !== null) trusted = doubted.trustedOffsetMs ?? trusted;
    wasDoubted = doubted !== null;
    const ahead = current - trusted;
    const isAhead = ahead > TOLERATED_DRIFT_MS;
    // Only backwards: without a steady clock, a wall clock ahead of the monotonic one is what sleep looks like.
    const setBack = wall < anchor.wall + (monotonic - anchor.monotonic) - TOLERATED_DRIFT_MS;
    return {
      recordedAt: Math.max(isAhead ? wall - ahead : wall, highWater),
      monotonic: Math.floor(monotonic),
      clockTrusted: doubted === null && !isAhead && !setBack && wall >= highWater,
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

/** The machine's own. */
export type SystemClock = Required<DeskClock>;

export function systemClock(): SystemClock {
  const monotonic = (): number => Number(process.hrtime.bigint() / 1_000_000n);
  return {
    now: () => Date.now(),
    monotonic,
    steady: steadyClock({ monotonic, sinceBoot: () => uptime() * 1000 }),
    bootId: readBootId(),
  };
}
