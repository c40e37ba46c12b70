/**
 * A clock that nobody sets and that goes on while the machine sleeps. The fine monotonic clock stands still in sleep on
 * some systems; the time since boot does not, but is coarse. The same for every process of one boot.
 */

/** Less than this between the two is the coarse one's own unevenness. */
const ASLEEP_MS = 1000;

/** Both in milliseconds. */
export type SteadySources = { monotonic: () => number; sinceBoot: () => number };

export function steadyClock({ monotonic, sinceBoot }: SteadySources): () => number {
  /** Time since boot minus the monotonic clock: what was slept. */
  let ahead = sinceBoot() - monotonic();
  return () => {
    const now = monotonic();
    const slept = sinceBoot() - now - ahead;
    if (slept > ASLEEP_MS) ahead += slept;
    return Math.round(now + ahead);
  };
}
