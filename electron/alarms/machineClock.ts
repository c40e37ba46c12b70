/**
 * What the machine says about time: its wall clock, and a clock that nobody sets and that goes on while the machine
 * sleeps. The fine monotonic clock stands still in sleep on some systems; the time since boot does not, but is coarse.
 */
import { uptime } from 'node:os';
import { systemClock } from '#db/log/clock.ts';
import type { ClockReading } from './clockWatch.ts';

/** Less than this between the two is the coarse one's own unevenness. */
const ASLEEP_MS = 1000;

export type Sources = { wall: () => number; monotonic: () => number; sinceBoot: () => number; bootId: string };

function systemSources(): Sources {
  const clock = systemClock();
  return {
    wall: () => clock.now(),
    monotonic: () => clock.monotonic(),
    sinceBoot: () => uptime() * 1000,
    bootId: clock.bootId ?? 'none',
  };
}

export function machineClock({ wall, monotonic, sinceBoot, bootId }: Sources = systemSources()): () => ClockReading {
  /** Time since boot minus the monotonic clock: what was slept, and the same for every process of this boot. */
  let ahead = sinceBoot() - monotonic();
  return () => {
    const now = monotonic();
    const slept = sinceBoot() - now - ahead;
    if (slept > ASLEEP_MS) ahead += slept;
    return { wall: wall(), steady: Math.round(now + ahead), bootId };
  };
}
