/** The directory as a list: what the plan gives first, then by unit and name as they are read. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { doubtfulFrom, type KnownContact } from './contact.ts';
import { type ContactMap, findContact } from './contactMap.ts';
import type { DirectoryState } from './directory.ts';
import { type ContactFilter, fewHits, fitsFilter, hitsAmong, prepareAll, prepareShelves } from './find.ts';
import { inOrder, orderOf, prepareOrder } from './order.ts';
import { planContacts } from './planContacts.ts';
import type { ContactList, ContactRow } from './rows.ts';

type Listed = { plan: PlanPackage; all: readonly KnownContact[] };

const listed = new WeakMap<ContactMap, Listed>();

/** What the plan gives, as it stands now, in the package's order; then the others. */
export function allContacts(plan: PlanPackage, { contacts }: DirectoryState): readonly KnownContact[] {
  const kept = listed.get(contacts);
  if (kept?.plan === plan) return kept.all;
  const touched = new Set<KnownContact>();
  const first = Array.from(planContacts(plan).values(), (each) => {
    const own = findContact(contacts, each.contactId);
    if (own !== null) touched.add(own);
    return own ?? each;
  });
  const rest = orderOf(contacts);
  const all = [...first, ...(touched.size === 0 ? rest : rest.filter((known) => !touched.has(known)))];
  listed.set(contacts, { plan, all });
  return all;
}

/** What the list and a search need of 20,000 entries, a little at a time, before somebody waits for all of it. */
export function* prepareDirectory(plan: PlanPackage, state: DirectoryState): Generator<void> {
  yield* prepareShelves(state.contacts);
  yield* prepareOrder(state.contacts);
  yield;
  prepareAll(allContacts(plan, state));
}

/** What the plan gives and no officer touched, so that it stands in no map. */
function untouched(plan: PlanPackage, contacts: ContactMap): KnownContact[] {
  return [...planContacts(plan).values()].filter(({ contactId }) => findContact(contacts, contactId) === null);
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
  const { text = '' } = filter;
  const fits = fitsFilter(filter, at);
  if (text.trim() === '') return allContacts(plan, state).filter(fits);
  const { contacts } = state;
  const few = fewHits(text, contacts, untouched(plan, contacts), FEW);
  if (few === null) return hitsAmong(text, allContacts(plan, state)).filter(fits);
  const ordered = inListOrder(
    plan,
    few.map(({ known }) => known).filter((known) => fits(known)),
  );
  const nearness = new Map(few.map((hit) => [hit.known, hit.nearness]));
  return [0, 1, 2, 3].flatMap((near) => ordered.filter((known) => nearness.get(known) === near));
}

/** Sorting a few is sooner done than looking at all there are. */
const FEW = 500;

function inListOrder(plan: PlanPackage, some: readonly KnownContact[]): KnownContact[] {
  const ofPlan = planContacts(plan);
  const byId = new Map(some.map((known) => [known.contactId, known]));
  const first = Array.from(ofPlan.keys(), (id) => byId.get(id)).filter((known) => known !== undefined);
  return [...first, ...inOrder(some.filter(({ contactId }) => !ofPlan.has(contactId)))];
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
    size: state.contacts.size + untouched(plan, state.contacts).length,
    rows: fit.slice(offset, offset + limit).map((known) => contactRow(plan, known)),
  };
}
