/**
 * Keys counted in a form, for the statistics. What stands in the draft beside the form's says how far it may be trusted:
 * a number, left behind in order; `open` from the first key on, so that a page that died is known by it; `lost`. A part
 * of the keys is never taken for all of them. Pure.
 */

/** null: not all of them were counted. */
export type Counted = number | null;

type KeyPress = { key: string; code: string; repeat: boolean };

const MODIFIERS: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'OS',
  'CapsLock',
  'NumLock',
  'ScrollLock',
  'Fn',
  'FnLock',
]);

/** One stroke of a finger; the input method's count, whatever it makes of them. A held key is one, a chord is one. */
export function isStroke({ key, code, repeat }: KeyPress): boolean {
  // An input method hides which key it was, but not where it lies.
  const bare = MODIFIERS.has(key) || MODIFIERS.has(code.replace(/(Left|Right)$/, ''));
  return !repeat && !bare;
}

const LOST = 'lost';
/** In the draft while keys are being pressed. */
export const OPEN = 'open';

/**
 * How a form stands. empty: nothing typed, counting begins · begun: it goes on from what was kept, and nothing kept means
 * that nobody counted · besides: nothing typed, but perhaps in fields that are kept apart from it.
 */
export type FormStanding = 'empty' | 'begun' | 'besides';

export function countFrom(kept: string | null, form: FormStanding): Counted {
  if (form === 'empty') return 0;
  if (kept === null) return form === 'begun' ? null : 0;
  const keys = Number(kept);
  return kept !== '' && Number.isSafeInteger(keys) && keys >= 0 ? keys : null;
}

/** What is left behind; nothing where there is nothing to come back to. */
export function keptOf(counted: Counted, form: FormStanding): string | null {
  if (form === 'empty') return null;
  return counted === null ? LOST : String(counted);
}
