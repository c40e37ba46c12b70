/** One key each for what is done with a telephone in the other hand. Pure, so that the table can be tested. */
import type { PhoneResult } from '#shared/domain/directory/events.ts';

export type CallKey = PhoneResult | 'claim' | 'nextNumber' | 'up' | 'down';

/** Digits are the same in every input method. */
export const CALL_KEYS: Readonly<Record<string, CallKey>> = {
  '1': 'answered',
  '2': 'noAnswer',
  '3': 'busy',
  '4': 'wrongNumber',
  '5': 'nextNumber',
  '0': 'claim',
};
const ARROWS: Readonly<Record<string, CallKey>> = { ArrowUp: 'up', ArrowDown: 'down' };

export type CallPress = {
  key: string;
  /** Where the key lies: with Alt some keyboards write something else. */
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  repeat: boolean;
  /** The focus is where something is typed or chosen, and keeps its own keys. */
  inField: boolean;
};

/** While typing the same keys go with Alt. */
export function callKeyOf(press: CallPress): CallKey | null {
  const { key, code, altKey, inField } = press;
  if (press.isComposing || press.ctrlKey || press.metaKey || press.shiftKey) return null;
  if (!altKey && !inField && Object.hasOwn(ARROWS, key)) return ARROWS[key] ?? null;
  if (press.repeat || (inField && !altKey)) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? key;
  return Object.hasOwn(CALL_KEYS, digit) ? (CALL_KEYS[digit] ?? null) : null;
}
