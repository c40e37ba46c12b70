/**
 * Finding an entry by hanzi, pinyin, initials, unit or number. What an entry is found by is worked out once per entry and
 * kept with it; a search then only compares texts, which for 20,000 entries takes a few milliseconds (`bench/import.ts`).
 */
import { type Contact, type ContactKind, digitsOf, doubtfulFrom, type KnownContact } from './contact.ts';

export type ContactFilter = {
  text?: string | undefined;
  kind?: ContactKind | undefined;
  /** `post:commander`, `group:rescue`, `party:police`. */
  role?: string | undefined;
  /** Only what nobody confirmed for long, or what has no number. */
  lacks?: 'confirmation' | 'number' | undefined;
};

type Keys = { text: string; name: string; digits: string; syllables: readonly string[]; initials: string };

const keys = new WeakMap<Contact, Keys>();

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
/** ü is typed v. */
const plainPinyin = (text: string): string => plain(text).replaceAll('ü', 'v');

function keysOf(contact: Contact): Keys {
  const known = keys.get(contact);
  if (known !== undefined) return known;
  const { name, reading, unit, post, place, holds, note, numbers } = contact;
  const syllables = reading === undefined ? [] : plainPinyin(reading).split(/[\s']+/);
  const made: Keys = {
    text: plain([name, unit, post, place, holds, note].filter((part) => part !== undefined).join('\n')),
    name: plain(name),
    digits: numbers.map(({ number }) => digitsOf(number)).join('\n'),
    syllables,
    initials: syllables.map((syllable) => syllable[0] ?? '').join(''),
  };
  keys.set(contact, made);
  return made;
}

/** The words typed, each of which must be found. */
export const searchWords = (text: string): string[] =>
  plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');

const LATIN = /^[a-zü']+$/;
const DIGITS = /^[\d+\-() ]+$/;

function hasWord(contact: Contact, word: string): boolean {
  const found = keysOf(contact);
  if (found.text.includes(word)) return true;
  if (DIGITS.test(word)) return found.digits.includes(digitsOf(word));
  return LATIN.test(word) && isSpelled(found, plainPinyin(word).replaceAll("'", ''));
}

/** `zgq`, `zengguo`, `zeng` from a syllable's beginning on. */
function isSpelled({ syllables, initials }: Keys, word: string): boolean {
  if (initials.includes(word)) return true;
  return syllables.some((_, index) => syllables.slice(index).join('').startsWith(word));
}

const isOf = ({ roles }: Contact, role: string): boolean => roles.some((each) => `${each.in}:${each.id}` === role);

export function fitsFilter({ contact, confirmedAt }: KnownContact, filter: ContactFilter, at: number): boolean {
  const { text, kind, role, lacks } = filter;
  if (kind !== undefined && contact.kind !== kind) return false;
  if (role !== undefined && !isOf(contact, role)) return false;
  if (lacks === 'number' && contact.numbers.length > 0) return false;
  if (lacks === 'confirmation' && (doubtfulFrom(confirmedAt) ?? at) > at) return false;
  return text === undefined || searchWords(text).every((word) => hasWord(contact, word));
}

/** How near a hit is: its name is that, begins so, holds it, or something else of it does. */
export function nearness({ contact }: KnownContact, text: string): number {
  const [first] = searchWords(text);
  if (first === undefined) return 0;
  const { name, initials, syllables } = keysOf(contact);
  const spelled = plainPinyin(first);
  if (name === first || initials === spelled || syllables.join('') === spelled) return 0;
  if (name.startsWith(first) || initials.startsWith(spelled) || syllables.join('').startsWith(spelled)) return 1;
  return name.includes(first) ? 2 : 3;
}
