/**
 * Finding an entry by hanzi, pinyin, initials, unit or number. What an entry is found by is worked out once per entry and
 * kept with it, and of each part of the map once more as one text, so that a search looks closer only where there may be
 * something (how long among 20,000: `bench/import.ts`).
 */
import { type Contact, type ContactKind, digitsOf, doubtfulFrom, type KnownContact } from './contact.ts';
import type { ContactMap } from './contactMap.ts';

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

type Bucket = readonly KnownContact[];
/** The keys of a part of the map, and all of them as one text; a line break stands in no word that is asked for. */
type Shelf = { keys: readonly Keys[]; text: string; digits: string; initials: string; spelled: string };

const shelves = new WeakMap<Bucket, Shelf>();

function shelfOf(bucket: Bucket): Shelf {
  const known = shelves.get(bucket);
  if (known !== undefined) return known;
  const own = bucket.map(({ contact }) => keysOf(contact));
  const made: Shelf = {
    keys: own,
    text: own.map(({ text }) => text).join('\n'),
    digits: own.map(({ digits }) => digits).join('\n'),
    initials: own.map(({ initials }) => initials).join('\n'),
    spelled: own.map(({ spelled }) => spelled.map((rest) => `\n${rest}`).join('')).join(''),
  };
  shelves.set(bucket, made);
  return made;
}

/** Ahead of the first search, shelf by shelf. */
export function* prepareShelves({ buckets }: ContactMap): Generator<void> {
  for (const bucket of buckets) {
    if (bucket === undefined || shelves.has(bucket)) continue;
    shelfOf(bucket);
    yield;
  }
}

/** More than there is, never less: where it says no, nothing of the shelf has the word. */
function mayHave(shelf: Shelf, { text, digits, spelled }: Word): boolean {
  if (shelf.text.includes(text)) return true;
  if (digits !== null) return shelf.digits.includes(digits);
  return spelled !== null && (shelf.initials.includes(spelled) || shelf.spelled.includes(`\n${spelled}`));
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

/** Everything but the words. */
export function fitsFilter({ kind, role, lacks }: ContactFilter, at: number): (known: KnownContact) => boolean {
  return ({ contact, confirmedAt }) => {
    if (kind !== undefined && contact.kind !== kind) return false;
    if (role !== undefined && !isOf(contact, role)) return false;
    if (lacks === 'number' && contact.numbers.length > 0) return false;
    return lacks !== 'confirmation' || (doubtfulFrom(confirmedAt) ?? at) <= at;
  };
}

/** 0 the nearest. */
export type Hit = { known: KnownContact; nearness: Nearness };
type Nearness = 0 | 1 | 2 | 3;

function finder(text: string): (keys: Keys) => Nearness | null {
  const words = asked(text);
  const nearnessOf = nearness(text);
  return (own) => (words.every((word) => hasWord(own, word)) ? nearnessOf(own) : null);
}

/** Those that have every word, in no order; null where there are more than `most`. `beside`: entries that stand in no map. */
export function fewHits(text: string, { buckets }: ContactMap, beside: Bucket, most: number): Hit[] | null {
  const words = asked(text);
  const find = finder(text);
  const hits: Hit[] = [];
  for (const bucket of [beside, ...buckets]) {
    if (bucket === undefined) continue;
    const shelf = shelfOf(bucket);
    if (!words.every((word) => mayHave(shelf, word))) continue;
    bucket.forEach((known, at) => {
      const near = find(shelf.keys[at] ?? keysOf(known.contact));
      if (near !== null) hits.push({ known, nearness: near });
    });
    if (hits.length > most) return null;
  }
  return hits;
}

const keysAlong = new WeakMap<Bucket, readonly Keys[]>();

/** Ahead of the first search that all are asked for. */
export function prepareAll(all: Bucket): readonly Keys[] {
  const own = keysAlong.get(all) ?? all.map(({ contact }) => keysOf(contact));
  keysAlong.set(all, own);
  return own;
}

/** Those that have every word, the nearest first; equally near ones stay in the order they came in. `all`: kept and asked again. */
export function hitsAmong(text: string, all: Bucket): KnownContact[] {
  const own = prepareAll(all);
  const find = finder(text);
  const near: [KnownContact[], KnownContact[], KnownContact[], KnownContact[]] = [[], [], [], []];
  own.forEach((keys, at) => {
    const [nearness, known] = [find(keys), all[at]];
    if (nearness !== null && known !== undefined) near[nearness].push(known);
  });
  return near.flat();
}

/** How near a hit is: its name is that, begins so, holds it, or something else of it does. */
function nearness(text: string): (keys: Keys) => Nearness {
  const [first] = searchWords(text);
  if (first === undefined) return () => 0;
  const typed = plainPinyin(first);
  return ({ name, initials, spelled }) => {
    const whole = spelled[0] ?? '';
    if (name === first || initials === typed || whole === typed) return 0;
    if (name.startsWith(first) || initials.startsWith(typed) || whole.startsWith(typed)) return 1;
    return name.includes(first) ? 2 : 3;
  };
}
