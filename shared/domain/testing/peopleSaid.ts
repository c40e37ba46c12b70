/**
 * Test support: what a text says of people, read as a reader does: a figure by any of its names and the numbers that
 * belong to it, before or behind. Knows nothing of how the text was made.
 */
import type { Quantity } from '#shared/plan/facts.ts';

/** By figure, every name it has in this country's papers: 死亡 is 遇难. */
const NAMES: Readonly<Record<string, string>> = {
  dead: '遇难|死亡|罹难|身亡',
  injured: '受伤',
  trapped: '被困',
  missing: '失联|失踪',
  atRisk: '涉险',
};

/** `isVerifying`: 正在核实 stands with the number. */
export type Saying = { figure: string; n: number; words: string; isVerifying: boolean };

export function peopleSaid(text: string): Saying[] {
  return Object.entries(NAMES).flatMap(([figure, names]) => [
    // Up to the next mark: 由0人增至12人, 至少3人（正在核实）; in a table the number stands in the next cell.
    ...[...text.matchAll(new RegExp(`(?:${names})(?:人数)?[：\\s]*([^，。；、\\n]*)`, 'g'))].flatMap(
      ([words, of = '']) => numbersIn(of).map((n) => ({ figure, n, words, isVerifying: of.includes('正在核实') })),
    ),
    // 12人遇难.
    ...[...text.matchAll(new RegExp(`(\\d+)人?(?:${names})`, 'g'))].map(([words, n]) => ({
      figure,
      n: Number(n),
      words,
      isVerifying: false,
    })),
  ]);
}

/** The number that comes first, and whatever is counted in people behind it; a clause's numbers are neither. */
function numbersIn(words: string): number[] {
  const first = /^[^\d（(]{0,6}(\d+)/.exec(words);
  const counted = [...words.matchAll(/(\d+)(?=人|至\d|[-–~]\d)/g)].map(([, n]) => Number(n));
  return [...new Set([...(first === null ? [] : [Number(first[1])]), ...counted])];
}

/** Counted in people, whoever they are. */
export const peopleCounted = (text: string): number[] => [...text.matchAll(/(\d+)人/g)].map(([, n]) => Number(n));

export function numbersOf(quantity: Quantity | null | undefined): number[] {
  if (quantity === null || quantity === undefined || quantity.kind === 'unknown') return [];
  return quantity.kind === 'range' ? [quantity.from, quantity.to] : [quantity.n];
}
