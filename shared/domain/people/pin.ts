/**
 * 六位 PIN [reliability: People]: attribution, not encryption. What one looks like, which are refused as too plain, and how
 * long must be waited after wrong ones. The secret itself is the host's; the log only has that one was set or reset.
 */
import { z } from 'zod';

export const PIN_DIGITS = 6;
export const pinSchema = z.string().regex(new RegExp(`^\\d{${PIN_DIGITS}}$`));

const steps = (pin: string): Set<number> =>
  new Set(Array.from(pin.slice(1), (digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10));

/** 000000, 123456, 987654: one step from each digit to the next, and a small one. */
export function isPlainPin(pin: string): boolean {
  const [step, ...others] = steps(pin);
  return others.length === 0 && (step === 0 || step === 1 || step === 9);
}

/** Slips of the finger cost nothing. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** What must pass before the next try, after so many wrong ones on end. */
export function waitAfterMs(wrong: number): number {
  if (wrong < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES));
}
