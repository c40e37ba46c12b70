/** Processor time of another process, which other programs do not stretch; null where the system does not tell it so. */
import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second for every program. */
const TICK_MS = 10;

export function cpuMsOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // After the name, which may hold anything, come the state and the counters.
    const counters = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(counters[11]) + Number(counters[12])) * TICK_MS;
  } catch {
    return null;
  }
}
