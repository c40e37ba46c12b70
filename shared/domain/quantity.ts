/** How a figure is written and read: one grammar for the keyboard, scenario files and documents. */
import type { Quantity } from '#shared/plan/facts.ts';

const NUMBER = String.raw`(\d{1,9}(?:\.\d{1,4})?)`;
const EXACT = new RegExp(`^${NUMBER}$`);
const AT_LEAST = new RegExp(String.raw`^(?:(?:≥|>=|至少|不少于)\s*${NUMBER}|${NUMBER}\s*(?:\+|以上))$`);
const ABOUT = new RegExp(String.raw`^(?:约|大约|~|≈)\s*${NUMBER}$`);
const RANGE = new RegExp(String.raw`^${NUMBER}\s*(?:-|–|—|~|～|至|到)\s*${NUMBER}$`);
const UNKNOWN = /^(?:\?|？|正在核实|unknown)$/;

/** Reads `3`, `3+`, `≥3`, `约3`, `3-5`, `?`; full-width digits too. Null when it is none of these. */
export function parseQuantity(text: string): Quantity | null {
  const plain = text.normalize('NFKC').trim();
  if (UNKNOWN.test(plain)) return { kind: 'unknown' };
  const exact = EXACT.exec(plain);
  if (exact) return { kind: 'exact', n: Number(exact[1]) };
  const atLeast = AT_LEAST.exec(plain);
  if (atLeast) return { kind: 'atLeast', n: Number(atLeast[1] ?? atLeast[2]) };
  const about = ABOUT.exec(plain);
  if (about) return { kind: 'about', n: Number(about[1]) };
  const range = RANGE.exec(plain);
  if (!range) return null;
  const from = Number(range[1]);
  const to = Number(range[2]);
  return from <= to ? { kind: 'range', from, to } : null;
}
