/**
 * Finding an entry by hanzi, pinyin, initials, unit or number. What an entry is found by is worked out once per entry and
 * kept with it; a search then only compares texts (how long among 20,000: `bench/import.ts`).
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

type Keys = { text: string; name: string; digits: string; initials: string; spelled: readonly string[] };

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
    initials: syllables.map((syllable) => syllable[0] ?? '').join(''),
    spelled: syllables.map((_, index) => syllables.slice(index).join('')),
  };
  keys.set(contact, made);
  return made;
}

/** Ahead of the first search, part by part as an import comes, so that none has to do it for 20,000 at once. */
export function prepareFinding(contacts: Iterable<Contact>): void {
  for (const contact of contacts) keysOf(contact);
}

export const isPrepared = (contact: Contact): boolean => keys.has(contact);

/** The words typed, each of which must be found. */
const searchWords = (text: string): string[] =>
  plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');

const LATIN = /^[a-zü']+$/;
const DIGITS = /^[\d+\-() ]+$/;

type Word = { text: string; digits: string | null; spelled: string | null };

/** What is typed is made comparable once, not once per entry. */
const asked = (text: string): Word[] =>
  searchWords(text).map((word) => ({
    text: word,
    digits: DIGITS.test(word) ? digitsOf(word) : null,
    spelled: LATIN.test(word) ? plainPinyin(word).replaceAll("'", '') : null,
  }));

function hasWord(found: Keys, { text, digits, spelled }: Word): boolean {
  if (found.text.includes(text)) return true;
  if (digits !== null) return found.digits.includes(digits);
  return spelled !== null && isSpelled(found, spelled);
}

/** `zgq`, `zengguo`, `zeng` from a syllable's beginning on. */
const isSpelled = ({ initials, spelled }: Keys, word: string): boolean =>
  initials.includes(word) || spelled.some((rest) => rest.startsWith(word));

const isOf = ({ roles }: Contact, role: string): boolean => roles.some((each) => `${each.in}:${each.id}` === role);

export function fitsFilter({ text, kind, role, lacks }: ContactFilter, at: number): (known: KnownContact) => boolean {
  const words = text === undefined ? [] : asked(text);
  return ({ contact, confirmedAt }) => {
    if (kind !== undefined && contact.kind !== kind) return false;
    if (role !== undefined && !isOf(contact, role)) return false;
    if (lacks === 'number' && contact.numbers.length > 0) return false;
    if (lacks === 'confirmation' && (doubtfulFrom(confirmedAt) ?? at) > at) return false;
    if (words.length === 0) return true;
    const found = keysOf(contact);
    return words.every((word) => hasWord(found, word));
  };
}

/** How near a hit is: its name is that, begins so, holds it, or something else of it does. */
export function nearness(text: string): (known: KnownContact) => number {
  const [first] = searchWords(text);
  if (first === undefined) return () => 0;
  const typed = plainPinyin(first);
  return ({ contact }) => {
    const { name, initials, spelled } = keysOf(contact);
    const whole = spelled[0] ?? '';
    if (name === first || initials === typed || whole === typed) return 0;
    if (name.startsWith(first) || initials.startsWith(typed) || whole.startsWith(typed)) return 1;
    return name.includes(first) ? 2 : 3;
  };
}
