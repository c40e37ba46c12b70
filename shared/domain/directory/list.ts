/** The directory as a list: what the plan gives first, then by unit and name as they are read. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { type Contact, doubtfulFrom, type KnownContact } from './contact.ts';
import { eachContact, findContact } from './contactMap.ts';
import type { DirectoryState } from './directory.ts';
import { type ContactFilter, fitsFilter, nearness } from './find.ts';
import { planContacts } from './planContacts.ts';
import type { ContactList, ContactRow } from './rows.ts';

type Sorted = { plan: PlanPackage; contacts: readonly KnownContact[] };

const sorted = new WeakMap<DirectoryState['contacts'], Sorted>();

const orderKeys = new WeakMap<Contact, string>();

/** As a telephone book: by unit, within it by the sound of the name. */
function orderKey(contact: Contact): string {
  const known = orderKeys.get(contact);
  if (known !== undefined) return known;
  const { unit = '', reading, name } = contact;
  const key = `${unit}\n${reading ?? ''}\n${name}`;
  orderKeys.set(contact, key);
  return key;
}

const compare = (a: KnownContact, b: KnownContact): number => {
  const [first, second] = [orderKey(a.contact), orderKey(b.contact)];
  if (first !== second) return first < second ? -1 : 1;
  return a.contactId < b.contactId ? -1 : 1;
};

/** Everything there is, in the order of the list. */
export function allContacts(plan: PlanPackage, { contacts }: DirectoryState): readonly KnownContact[] {
  const known = sorted.get(contacts);
  if (known?.plan === plan) return known.contacts;
  const ofPlan = planContacts(plan);
  const first = [...ofPlan.values()].map((each) => findContact(contacts, each.contactId) ?? each);
  const others = [...eachContact(contacts)].filter(({ contactId }) => !ofPlan.has(contactId)).sort(compare);
  const made = { plan, contacts: [...first, ...others] };
  sorted.set(contacts, made);
  return made.contacts;
}

export const contactRow = (plan: PlanPackage, known: KnownContact): ContactRow => ({
  ...known.contact,
  contactId: known.contactId,
  head: known.head,
  changedAt: known.changedAt,
  changedBy: known.changedBy,
  confirmedAt: known.confirmedAt,
  doubtfulFrom: doubtfulFrom(known.confirmedAt),
  ofPlan: planContacts(plan).has(known.contactId),
});

export function findContacts(
  plan: PlanPackage,
  state: DirectoryState,
  filter: ContactFilter,
  at: number,
): readonly KnownContact[] {
  const all = allContacts(plan, state);
  const { text = '' } = filter;
  const fit = all.filter((known) => fitsFilter(known, filter, at));
  if (text.trim() === '') return fit;
  const near = fit.map((known) => [nearness(known, text), known] as const);
  // A stable sort: those equally near stay in the list's order.
  return near.sort(([a], [b]) => a - b).map(([, known]) => known);
}

export function listContacts(
  plan: PlanPackage,
  state: DirectoryState,
  { offset, limit, ...filter }: ContactFilter & { offset: number; limit: number },
  at: number,
): ContactList {
  const fit = findContacts(plan, state, filter, at);
  return {
    total: fit.length,
    size: allContacts(plan, state).length,
    rows: fit.slice(offset, offset + limit).map((known) => contactRow(plan, known)),
  };
}
