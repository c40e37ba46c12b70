/**
 * Which backups stay: all of the last 48 hours, then the newest of each day for 12 days, of each week for 10 weeks and of
 * each month for 9 months, counting days that have one. Days, weeks and months are those of UTC: they only thin out.
 */
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const ALL_WITHIN_MS = 48 * HOUR_MS;
const QUOTA = { day: 12, week: 10, month: 9 };

const dayOf = (at: number): number => Math.floor(at / DAY_MS);
/** Weeks from Monday: 1970-01-01 was a Thursday. */
const weekOf = (at: number): number => Math.floor((dayOf(at) + 3) / 7);
const monthOf = (at: number): number => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth();

/** The instants of the backups to keep; every other one of `instants` may go. */
export function keptBackups(instants: readonly number[], now: number): Set<number> {
  const kept = new Set<number>();
  const seen = { day: new Set<number>(), week: new Set<number>(), month: new Set<number>() };
  const left = { ...QUOTA };
  const units = ['day', 'week', 'month'] as const;

  for (const at of [...instants].sort((a, b) => b - a)) {
    const place = { day: dayOf(at), week: weekOf(at), month: monthOf(at) };
    const recent = now - at <= ALL_WITHIN_MS;
    if (!recent) {
      const unit = units.find((candidate) => left[candidate] > 0);
      if (unit === undefined || seen[unit].has(place[unit])) continue;
      left[unit] -= 1;
    }
    kept.add(at);
    for (const unit of units) seen[unit].add(place[unit]);
  }
  return kept;
}
