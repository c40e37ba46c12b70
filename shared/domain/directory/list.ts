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

/** As a telephone book: by unit, within it by the sound of the name. */
const orderKey = ({ unit = '', reading, name }: Contact): string => `${unit}\n${reading ?? ''}\n${name}`;

/** Keys are made once per entry, not looked up at each of the 300,000 comparisons that 20,000 entries take. */
function inOrder(contacts: readonly KnownContact[]): KnownContact[] {
  const keyed = contacts.map((known) => ({ key: orderKey(known.contact), known }));
  keyed.sort((a, b) => {
    if (a.key !== b.key) return a.key < b.key ? -1 : 1;
    return a.known.contactId < b.known.contactId ? -1 : 1;
  });
  return keyed.map(({ known }) => known);
}

/** Everything there is, in the order of the list. */
export function allContacts(plan: PlanPackage, { contacts }: DirectoryState): readonly KnownContact[] {
  const known = sorted.get(contacts);
  if (known?.plan === plan) return known.contacts;
  const ofPlan = planContacts(plan);
  const first = [...ofPlan.values()].map((each) => findContact(contacts, each.contactId) ?? each);
  const others = inOrder([...eachContact(contacts)].filter(({ contactId }) => !ofPlan.has(contactId)));
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
  const fit = all.filter(fitsFilter(filter, at));
  if (text.trim() === '') return fit;
  const nearnessOf = nearness(text);
  const near = fit.map((known) => [nearnessOf(known), known] as const);
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
