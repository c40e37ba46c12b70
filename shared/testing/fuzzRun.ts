/**
 * Which cases a fuzz tries: always the same ones where a build server runs it, others where somebody asks. What was tried
 * is printed, so that a run can be had again: `WATCHDESK_SEED=7 WATCHDESK_CASES=1000000 npm run unit -- FILE`.
 */
export type FuzzRun = { seed: number; cases: number };

function numberFrom(name: string, otherwise: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not ${text}`);
  return value;
}

export function fuzzRun(name: string, usual: FuzzRun): FuzzRun {
  const run = {
    seed: numberFrom('WATCHDESK_SEED', usual.seed),
    cases: numberFrom('WATCHDESK_CASES', usual.cases),
  };
  console.log(`${name}: ${run.cases} cases, seed ${run.seed}`);
  return run;
}

const BATCH = 20_000;

/** A long run in parts that fit into memory, each with a seed of its own. */
export const fuzzBatches = ({ seed, cases }: FuzzRun): FuzzRun[] =>
  Array.from({ length: Math.ceil(cases / BATCH) }, (_, n) => ({
    seed: seed + n,
    cases: Math.min(BATCH, cases - n * BATCH),
  }));

/** How long a fuzz may take before it counts as hung: generous, because it says nothing about speed. */
export const fuzzTimeoutMs = ({ cases }: FuzzRun): number => 120_000 + cases * 20;
