/** Adds up obligations as the engine left them; nothing is judged anew. */
import type { Obligation } from '#shared/plan/assessment.ts';
import { causeOf, isLate, latenessCauses, obligationStates } from './outcome.ts';
import type { Spread, Tally } from './rows.ts';

/** `isImmediate`: owed at once; what has neither a limit nor that (终报) has no time worth comparing. */
export type Tallied = { obligation: Obligation; isImmediate: boolean };

export function tallyOf(rows: readonly Tallied[]): Tally {
  const tally: Tally = {
    states: zeros(obligationStates),
    causes: zeros(latenessCauses),
    supersededLate: 0,
    elapsed: null,
    lateBy: null,
  };
  const elapsed: number[] = [];
  const lateBy: number[] = [];
  for (const { obligation, isImmediate } of rows) {
    const { state, lateBySeconds, elapsedSeconds } = obligation;
    tally.states[state] += 1;
    if (isLate(obligation)) tally.causes[causeOf(obligation)] += 1;
    if (state === 'superseded' && (lateBySeconds ?? 0) > 0) tally.supersededLate += 1;
    if (state === 'fulfilledLate' && lateBySeconds !== null) lateBy.push(lateBySeconds);
    if (state === 'fulfilled' && isImmediate && elapsedSeconds !== null) elapsed.push(elapsedSeconds);
  }
  return { ...tally, elapsed: spreadOf(elapsed), lateBy: spreadOf(lateBy) };
}

export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b);
  const worst = sorted.at(-1);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  if (worst === undefined || high === undefined || low === undefined) return null;
  return { n: sorted.length, median: Math.floor((low + high) / 2), worst };
}

const zeros = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
