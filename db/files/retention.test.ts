import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptBackups } from './retention.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday, noon. */
const NOW = Date.UTC(2026, 5, 15, 12);

const agesKept = (ages: readonly number[]): number[] => {
  const kept = keptBackups(
    ages.map((age) => NOW - age),
    NOW,
  );
  return ages.filter((age) => kept.has(NOW - age));
};
const every = (step: number, until: number): number[] =>
  Array.from({ length: Math.floor(until / step) + 1 }, (_, i) => i * step);

describe('which backups stay', () => {
  test.each<[string, number[], number[]]>([
    ['nothing', [], []],
    ['the only one, however old', [900 * DAY], [900 * DAY]],
    ['all of the last 48 hours, the bound included', [0, HOUR, 47 * HOUR, 48 * HOUR], [0, HOUR, 47 * HOUR, 48 * HOUR]],
    ['the newest of a day after that', [0, 3 * DAY, 3 * DAY + HOUR, 3 * DAY + 2 * HOUR], [0, 3 * DAY]],
    [
      'none of a day that the 48 hours hold already',
      [2 * DAY - HOUR, 2 * DAY, 2 * DAY + HOUR],
      [2 * DAY - HOUR, 2 * DAY],
    ],
  ])('[FILE-5] %s', (_what, ages, kept) => {
    expect(agesKept(ages)).toEqual(kept);
  });

  test('[FILE-5] of three years of half-hourly backups: 48 hours of all, 12 days, 10 weeks, 9 months', () => {
    const ages = every(HOUR / 2, 1095 * DAY);
    const kept = agesKept(ages);
    const recent = kept.filter((age) => age <= 48 * HOUR);
    expect(recent).toHaveLength(97);
    const older = kept.filter((age) => age > 48 * HOUR).map((age) => new Date(NOW - age).toISOString().slice(0, 10));
    const days = older.slice(0, 12);
    expect([days[0], days.at(-1)]).toEqual(['2026-06-12', '2026-06-01']);
    const weeks = ['05-31', '05-24', '05-17', '05-10', '05-03', '04-26', '04-19', '04-12', '04-05', '03-29'];
    expect(older.slice(12, 22), 'the last day of each week').toEqual(weeks.map((day) => `2026-${day}`));
    const months = ['2026-02-28', '2026-01-31', '2025-12-31', '2025-11-30', '2025-10-31', '2025-09-30', '2025-08-31'];
    expect(older.slice(22), 'the last day of each month').toEqual([...months, '2025-07-31', '2025-06-30']);
  });

  test('[FILE-5] the newest always stays, and thinning out again takes nothing more', () => {
    const ages = fc.array(fc.integer({ min: 0, max: 2000 * DAY }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(ages, (some) => {
        const instants = some.map((age) => NOW - age);
        const kept = keptBackups(instants, NOW);
        expect(kept.has(Math.max(...instants))).toBe(true);
        expect(keptBackups([...kept], NOW)).toEqual(kept);
        for (const at of instants) if (NOW - at <= 48 * HOUR) expect(kept.has(at)).toBe(true);
      }),
    );
  });
});
