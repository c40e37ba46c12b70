/** What the machine says about time: its wall clock, and a clock that nobody sets and that goes on in sleep. */
import { systemClock } from '#db/log/clock.ts';
import { type SteadySources, steadyClock } from '#db/log/steadyClock.ts';
import type { ClockReading } from './clockWatch.ts';

export type Sources = SteadySources & { wall: () => number; bootId: string };

export function machineClock(sources?: Sources): () => ClockReading {
  if (sources === undefined) {
    const { now, steady, bootId } = systemClock();
    return () => ({ wall: now(), steady: steady(), bootId });
  }
  const { wall, bootId } = sources;
  const steady = steadyClock(sources);
  return () => ({ wall: wall(), steady: steady(), bootId });
}
