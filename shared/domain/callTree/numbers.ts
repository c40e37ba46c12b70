/**
 * Which numbers a step comes to: the directory's and no other, by post, unit and role, in the order in which they are to be
 * tried. One that was tried in vain goes behind those that were not, so that after it the alternates are next [CALLS-5].
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { digitsOf, doubtfulFrom, type KnownContact } from '../directory/contact.ts';
import type { DirectoryState } from '../directory/directory.ts';
import { allContacts } from '../directory/list.ts';
import { contactOf, partyContact, planPostContactId, planRecipientContactId } from '../directory/planContacts.ts';
import type { CallNumber, StepCalled } from './parts.ts';
import type { Calls } from './runs.ts';
import { type CallStep, calledWords } from './steps.ts';

export type Directory = { plan: PlanPackage; state: DirectoryState };

const MOST_CONTACTS = 8;

type Index = { byRole: Map<string, KnownContact[]>; byUnit: Map<string, KnownContact[]> };
const indexes = new WeakMap<readonly KnownContact[], Index>();

/** Once for a directory of 20,000, not once for each of thirty steps. */
function indexOf({ plan, state }: Directory): Index {
  const all = allContacts(plan, state);
  const known = indexes.get(all);
  if (known !== undefined) return known;
  const made: Index = { byRole: new Map(), byUnit: new Map() };
  const put = (map: Map<string, KnownContact[]>, key: string, contact: KnownContact) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [contact]);
    else list.push(contact);
  };
  for (const contact of all) {
    for (const { in: of, id } of contact.contact.roles) put(made.byRole, `${of}:${id}`, contact);
    put(made.byUnit, contact.contact.name, contact);
    if (contact.contact.unit !== undefined) put(made.byUnit, contact.contact.unit, contact);
  }
  indexes.set(all, made);
  return made;
}

/** The entry of the directory to be looked up or filled in; null: it has none of its own. */
export function ownContactId({ plan, state }: Directory, called: StepCalled): string | null {
  if (called.kind === 'other') return null;
  const { kind, id } = called;
  if (id === null) return null;
  if (kind === 'post') return planPostContactId(id);
  const party = partyContact(plan, id)?.contactId ?? null;
  if (party !== null || kind === 'party') return party;
  const contactId = planRecipientContactId(id);
  return contactOf(plan, state, contactId) === null ? null : contactId;
}

type Found = { contact: KnownContact; alternate: CallNumber['alternate'] };

export function numbersOf(calls: Calls, step: CallStep, directory: Directory): CallNumber[] {
  const own = contactsFor(directory, step.called, step.who.label, areaOf(calls, step));
  const others = step.alternates.flatMap((called) => {
    const words = calledWords(calls.plan, called);
    const asked: StepCalled =
      'party' in called
        ? { kind: 'party', id: called.party }
        : { kind: 'post', id: called.post, heldBy: called.heldBy ?? null };
    return contactsFor(directory, asked, words.label, areaOf(calls, step)).map((contact) => ({
      contact,
      alternate: words,
    }));
  });
  const found: Found[] = [...own.map((contact) => ({ contact, alternate: null })), ...others];
  const listed = [...typedNumber(step), ...found.flatMap((each) => numbersIn(each))];
  const once = listed.filter(
    ({ number }, index) => listed.findIndex((other) => digitsOf(other.number) === digitsOf(number)) === index,
  );
  return once.map((each) => withTries(each, step)).sort((a, b) => inVain(a) - inVain(b));
}

/** A wrong number is the last thing to try. */
const inVain = ({ tries, lastResult }: CallNumber): number =>
  lastResult === 'wrongNumber' ? Number.MAX_SAFE_INTEGER : tries;

function withTries(number: Omit<CallNumber, 'tries' | 'lastResult'>, { tries }: CallStep): CallNumber {
  const own = tries.filter((each) => each.number !== null && digitsOf(each.number) === digitsOf(number.number));
  const vain = own.filter(({ result }) => result !== 'answered');
  return { ...number, tries: vain.length, lastResult: own.at(-1)?.result ?? null };
}

/** A fax answers nobody. */
const numbersIn = ({ contact: { contactId, contact, confirmedAt }, alternate }: Found) =>
  contact.numbers
    .filter(({ kind }) => kind !== 'fax')
    .map(({ kind, number }) => ({
      contactId,
      name: contact.name,
      unit: contact.unit ?? null,
      post: contact.post ?? null,
      kind,
      number,
      alternate,
      doubtfulFrom: doubtfulFrom(confirmedAt),
    }));

function typedNumber({ called, who }: CallStep): Omit<CallNumber, 'tries' | 'lastResult'>[] {
  if (called.kind !== 'other' && called.kind !== 'recipient') return [];
  const { phone: number } = called;
  if (number === null) return [];
  const nobody = { contactId: null, unit: null, post: null, kind: null, alternate: null, doubtfulFrom: null };
  return [{ ...nobody, name: who.label, number }];
}

/** The plan's own entry, who has the role, and who is of that unit, as the directory lists them. */
function contactsFor(directory: Directory, called: StepCalled, label: string, area: string | null): KnownContact[] {
  const { byRole, byUnit } = indexOf(directory);
  const ownId = ownContactId(directory, called);
  const own = ownId === null ? null : contactOf(directory.plan, directory.state, ownId);
  const withRole = called.kind === 'other' || called.id === null ? [] : (byRole.get(roleOf(called)) ?? []);
  const ofUnit = called.kind === 'post' ? [] : (byUnit.get(label) ?? []);
  const heldBy = called.kind === 'post' ? called.heldBy : null;
  const holders =
    heldBy === null ? withRole : [...(byUnit.get(heldBy) ?? []), ...withRole.filter((each) => holds(each, heldBy))];
  const all = [...(own === null || heldBy !== null ? [] : [own]), ...holders, ...ofUnit];
  const once = all.filter((each, index) => all.findIndex(({ contactId }) => contactId === each.contactId) === index);
  const callable = once.filter(({ contact }) => contact.kind !== 'material' && contact.numbers.length > 0);
  return nearFirst(directory.plan, callable, area).slice(0, MOST_CONTACTS);
}

const roleOf = (called: StepCalled): string =>
  called.kind === 'other' ? '' : `${called.kind === 'post' ? 'post' : 'party'}:${called.id ?? ''}`;

/** Of several holders of one post: whose office is written so, with or without the unit before it. */
const holds = ({ contact: { unit = '', post = '' } }: KnownContact, heldBy: string): boolean =>
  post === heldBy || `${unit}${post}` === heldBy;

const textOf = ({ contact: { name, unit, post, place } }: KnownContact): string =>
  [name, unit, post, place].filter((part) => part !== undefined).join(' ');

/** Those of the area before others; those of another area only where the area itself has nobody. */
function nearFirst(plan: PlanPackage, contacts: readonly KnownContact[], area: string | null): KnownContact[] {
  if (area === null) return [...contacts];
  const others = plan.areas.map(({ label }) => label).filter((label) => label !== area);
  const rank = (contact: KnownContact): number => {
    const text = textOf(contact);
    if (text.includes(area)) return 0;
    return others.some((other) => text.includes(other)) ? 2 : 1;
  };
  const isKnown = contacts.some((contact) => rank(contact) === 0);
  return contacts.filter((contact) => !isKnown || rank(contact) < 2).toSorted((a, b) => rank(a) - rank(b));
}

function areaOf({ area, plan }: Calls, { called }: CallStep): string | null {
  if (called.kind !== 'recipient') return area();
  const of = plan.warnings?.recipients.find(({ id }) => id === called.id)?.area;
  return plan.areas.find(({ id }) => id === of)?.label ?? area();
}
