/**
 * What 通讯录 ships with: the plan's own units and posts, without a number, for the plan names none. They are derived from
 * the package; only what an officer adds to one is an entry of the log.
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { ContactRole, KnownContact } from './contact.ts';
import { findContact } from './contactMap.ts';
import type { DirectoryState } from './directory.ts';

const made = new WeakMap<PlanPackage, ReadonlyMap<string, KnownContact>>();

/** In the package's order: posts, member units, reporting units, whom warnings go to. */
export function planContacts(plan: PlanPackage): ReadonlyMap<string, KnownContact> {
  const known =
    made.get(plan) ??
    new Map([...posts(plan), ...units(plan), ...recipients(plan)].map((each) => [each.contactId, each]));
  made.set(plan, known);
  return known;
}

export const planUnitContactId = (unitId: string): string => `plan-unit.${unitId}`;
export const planPostContactId = (postId: string): string => `plan-post.${postId}`;
export const planRecipientContactId = (recipientId: string): string => `plan-recipient.${recipientId}`;

const untouched = { head: null, changedAt: null, changedBy: null, confirmedAt: null, importId: null, before: null };

const posts = (plan: PlanPackage): KnownContact[] =>
  plan.posts.map(({ id, label, reading, unit, heldBy }) => ({
    ...untouched,
    contactId: planPostContactId(id),
    contact: {
      kind: 'post',
      name: label,
      ...(reading !== undefined && { reading }),
      ...labelOf(plan, unit),
      ...(heldBy.length > 0 && { post: heldBy.join('、').slice(0, 200) }),
      numbers: [],
      roles: [{ in: 'post', id }],
    },
  }));

function labelOf({ units: all }: PlanPackage, id: string): { unit?: string } {
  const label = all.find((unit) => unit.id === id)?.label;
  return label === undefined ? {} : { unit: label };
}

/** A unit that is both a member and reported to is one. */
function units(plan: PlanPackage): KnownContact[] {
  const all = [...plan.organisations, ...plan.units];
  return all
    .filter(({ label }, index) => all.findIndex((other) => other.label === label) === index)
    .map(({ id, label, reading }) => ({
      ...untouched,
      contactId: planUnitContactId(id),
      contact: {
        kind: 'unit',
        name: label,
        ...(reading !== undefined && { reading }),
        numbers: [],
        roles: [{ in: 'party', id }, ...groupsOf(plan, id)],
      },
    }));
}

/** The entry of a unit by its id in the plan, and the party it stands there as: a unit listed twice is one. */
export function partyContact(plan: PlanPackage, id: string): { contactId: string; party: string } | null {
  const all = [...plan.organisations, ...plan.units];
  const label = all.find((unit) => unit.id === id)?.label;
  const first = all.find((unit) => unit.label === label);
  return label === undefined || first === undefined
    ? null
    : { contactId: planUnitContactId(first.id), party: first.id };
}

/** One that is a unit of the plan under the same id is there already. */
const recipients = ({ warnings, units: all, organisations }: PlanPackage): KnownContact[] =>
  (warnings?.recipients ?? [])
    .filter(({ id }) => ![...all, ...organisations].some((unit) => unit.id === id))
    .map(({ id, label }) => ({
      ...untouched,
      contactId: planRecipientContactId(id),
      contact: { kind: 'unit', name: label, numbers: [], roles: [] },
    }));

const groupsOf = ({ groups }: PlanPackage, organisation: string): ContactRole[] =>
  groups
    .filter(({ lead, deputies, members }) => [lead.organisation, ...deputies, ...members].includes(organisation))
    .map(({ id }) => ({ in: 'group', id }));

/** As it stands: what officers recorded, else what the plan gives. */
export const contactOf = (plan: PlanPackage, { contacts }: DirectoryState, contactId: string): KnownContact | null =>
  findContact(contacts, contactId) ?? planContacts(plan).get(contactId) ?? null;
