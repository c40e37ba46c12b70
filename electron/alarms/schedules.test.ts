/**
 * Random nights against a plain oracle: no stage missed, none doubled, none too near, every jump recorded. The same nights
 * find each planted defect. SCHEDULES and SEED choose how many and which.
 */
import { expect, test } from 'vitest';
import { DEFECTS } from './testing/defects.ts';
import { KINDS, Night, noHits, STAGES } from './testing/night.ts';

const SCHEDULES = Number(process.env['SCHEDULES'] ?? 50_000);
const SEED = Number(process.env['SEED'] ?? 20_131_122);
const ACTS = 12;
const LEAST_HITS = 500;

test(`[ALARM-1..9] ${SCHEDULES} random nights: nothing missed, nothing doubled`, () => {
  const hits = noHits();
  console.log(`seed ${SEED}`);
  for (let n = 0; n < SCHEDULES; n += 1) {
    const fault = new Night(SEED + n, hits).play(ACTS);
    if (fault !== null) throw new Error(`night ${SEED + n}: ${fault}`);
  }
  const rows = KINDS.map(
    (kind) => `${kind.padEnd(8)} ${STAGES.map((stage) => `${stage} ${hits[kind][stage]}`).join(', ')}`,
  );
  console.log(rows.join('\n'));
  const least = Math.min(...KINDS.flatMap((kind) => STAGES.map((stage) => hits[kind][stage])));
  if (SCHEDULES >= 50_000) expect(least).toBeGreaterThanOrEqual(LEAST_HITS);
}, 120_000);

/** A defect that so many nights do not show would not be found by chance. */
const ENOUGH = 5000;

test.each(Object.entries(DEFECTS))('planted, and found: %s', (_, planted) => {
  const hits = noHits();
  let found: string | null = null;
  for (let n = 0; n < ENOUGH && found === null; n += 1) found = new Night(SEED + n, hits, planted).play(ACTS);
  expect(found).not.toBeNull();
});
