/**
 * What counts as the same when searching: full and half width, upper and lower case, one set of punctuation, no spaces.
 * A text is found by any part of it, so there are no words to cut: 险情 is found in 管涌险情 and in 险 情 alike.
 *
 * ASCII punctuation stands in its full-width form, so that every folded character but letters and digits lies outside
 * ASCII: the index can set its own marks without meeting one in a text.
 */

/** Code points: 𠮷 is one. */
export const charactersOf = (text: string): string[] => Array.from(text);

/** Of a query; more is nobody's to type. */
const MAX_WORDS = 8;

/** Spaces, control and format characters, marks that only choose a glyph, and the codes the index keeps for itself. */
const NOTHING = /^[\s\p{Cc}\p{Cf}\p{Variation_Selector}\uFDD0-\uFDEF]$/u;

const ALIKE: readonly (readonly [every: string, one: string])[] = [
  ['。', '．'],
  ['、', '，'],
  ['「」『』“”„‟〝〞', '＂'],
  ['‘’‚‛´', '＇'],
  ['《〈«‹', '＜'],
  ['》〉»›', '＞'],
  ['〔【〖〘', '［'],
  ['〕】〗〙', '］'],
  ['—–‒―‐‑−', '－'],
  ['〜', '～'],
  ['·•‧', '・'],
];
const ONE_FOR_ALL = new Map(ALIKE.flatMap(([every, one]) => charactersOf(every).map((each) => [each, one] as const)));

const FULL_WIDTH = 0xfee0;

function foldOne(character: string): string {
  const alike = ONE_FOR_ALL.get(character);
  if (alike !== undefined) return alike;
  if (NOTHING.test(character)) return '';
  const code = character.codePointAt(0) ?? 0;
  const isPunctuation = code < 0x80 && !/[0-9a-z]/.test(character);
  return isPunctuation ? String.fromCodePoint(code + FULL_WIDTH) : character;
}

const remembered = new Map<string, readonly string[]>();
const REMEMBERED = 20_000;

/** What one character of a text is compared as; nothing, one, or several (㎡ is m2). */
export function foldCharacter(character: string): readonly string[] {
  const known = remembered.get(character);
  if (known !== undefined) return known;
  const plain = ONE_FOR_ALL.has(character) ? character : character.normalize('NFKC').toLowerCase();
  const folded = charactersOf(plain)
    .map(foldOne)
    .filter((one) => one !== '');
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(character, folded);
  return folded;
}

/** By characters, not by UTF-16 units: 𠮷 is one. */
export const folded = (text: string): string[] =>
  charactersOf(text.toWellFormed().normalize('NFC')).flatMap(foldCharacter);

export const fold = (text: string): string => folded(text).join('');

/** What is asked for: each word must be found. */
export const wordsOf = (query: string): string[] =>
  query
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);

/** A number written in groups (138-0000-1234) is found by its digits as well. */
const GROUPED_NUMBER = /\d(?:[\s\-－()（）]{0,2}\d){5,}/gu;

export const numbersIn = (text: string): string[] =>
  (text.match(GROUPED_NUMBER) ?? [])
    .map((number) => number.replace(/\D/gu, ''))
    .filter((digits) => !text.includes(digits));

/** The definition that the index is held to: every word stands in one of the fields. */
export function isFound(fields: readonly string[], query: string): boolean {
  const words = wordsOf(query);
  const texts = fields.flatMap((field) => [field, ...numbersIn(field)]).map(fold);
  return words.length > 0 && words.every((word) => texts.some((text) => text.includes(word)));
}
