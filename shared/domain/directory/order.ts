/**
 * As in a telephone book: by unit, within it by the sound of the name. One entry changed among 20,000 is put in its place in
 * the order there was; nothing else is sorted again.
 */
import type { Contact, KnownContact } from './contact.ts';
import { BUCKETS, type ContactMap, EMPTY_CONTACTS } from './contactMap.ts';

const keys = new WeakMap<Contact, string>();

function keyOf(contact: Contact): string {
  const known = keys.get(contact);
  if (known !== undefined) return known;
  const { unit = '', reading = '', name } = contact;
  const made = [unit, reading, name].join('\n');
  keys.set(contact, made);
  return made;
}

function compare(a: KnownContact, b: KnownContact): number {
  const [one, other] = [keyOf(a.contact), keyOf(b.contact)];
  if (one !== other) return one < other ? -1 : 1;
  return a.contactId < b.contactId ? -1 : 1;
}

type Keyed = { key: string; known: KnownContact };

/** Each key is looked up once, not at each of the 300,000 comparisons that 20,000 entries take. */
export function inOrder(contacts: readonly KnownContact[]): KnownContact[] {
  const keyed = contacts.map((known): Keyed => ({ key: keyOf(known.contact), known }));
  keyed.sort((a, b) => {
    if (a.key !== b.key) return a.key < b.key ? -1 : 1;
    return a.known.contactId < b.known.contactId ? -1 : 1;
  });
  return keyed.map(({ known }) => known);
}

type Ordered = { contacts: ContactMap; list: readonly KnownContact[] };

const made = new WeakMap<ContactMap, Ordered>();
let latest: Ordered = { contacts: EMPTY_CONTACTS, list: [] };

/** All of a map. */
export function orderOf(contacts: ContactMap): readonly KnownContact[] {
  const ordered = made.get(contacts) ?? { contacts, list: reordered(latest, contacts) };
  made.set(contacts, ordered);
  latest = ordered;
  return ordered.list;
}

const STEP = 1000;

/** The same ahead of whoever asks for it, some at a time. */
export function* prepareOrder(contacts: ContactMap): Generator<void> {
  if (made.has(contacts)) return;
  const { stayed, came } = changesSince(latest, contacts);
  let list = stayed;
  for (let at = 0; at < came.length; at += STEP) {
    yield;
    list = merged(list, inOrder(came.slice(at, at + STEP)));
  }
  // Somebody may have asked meanwhile.
  if (made.has(contacts)) return;
  latest = { contacts, list };
  made.set(contacts, latest);
}

function reordered(before: Ordered, contacts: ContactMap): readonly KnownContact[] {
  const { stayed, came } = changesSince(before, contacts);
  return merged(stayed, inOrder(came));
}

function changesSince(before: Ordered, contacts: ContactMap) {
  const gone = new Set<KnownContact>();
  const came: KnownContact[] = [];
  for (let index = 0; index < BUCKETS; index += 1) {
    const [was, is] = [before.contacts.buckets[index] ?? [], contacts.buckets[index] ?? []];
    if (was === is) continue;
    for (const known of was) if (!is.includes(known)) gone.add(known);
    for (const known of is) if (!was.includes(known)) came.push(known);
  }
  const stayed = gone.size === 0 ? before.list : before.list.filter((known) => !gone.has(known));
  return { stayed, came };
}

function merged(one: readonly KnownContact[], other: readonly KnownContact[]): KnownContact[] {
  const parts: (readonly KnownContact[])[] = [];
  let from = 0;
  for (const next of other) {
    const to = placeOf(next, one, from);
    if (to > from) parts.push(one.slice(from, to));
    parts.push([next]);
    from = to;
  }
  parts.push(one.slice(from));
  return parts.flat();
}

/** Where it stands among those in order, by halving. */
function placeOf(next: KnownContact, list: readonly KnownContact[], from: number): number {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = list[middle];
    if (there !== undefined && compare(there, next) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
