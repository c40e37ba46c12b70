/** Who is to be rung up, as the screen names them: with the numbers it has, and where 通讯录 has more [plan 3.4.3(5)]. */
import type { ContactRow } from '#shared/contract/rows.ts';
import { digitsOf, isPhoneNumber } from '#shared/domain/directory/contact.ts';
import { partyContact, planPostContactId } from '#shared/domain/directory/planContacts.ts';
import type { StoredPerson, StoredUnit } from '#shared/domain/parts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

/** As a line of the log may hold. */
const MOST_NAME = 200;

export type Callee = {
  /** Its entry where there is one. */
  contactId: string | null;
  name: string;
  unit: string | null;
  /** As they were written down where the name stands. */
  numbers: readonly string[];
  /** Who of 通讯录 is meant: everybody who is that in the plan, or whoever bears the name; null: nobody else. */
  listed: { role: string } | { name: string } | null;
};

/** People typed on an incident have an id that the directory need not know. */
export const calleeOfPerson = ({ name, phone, unit }: StoredPerson): Callee => ({
  contactId: null,
  name,
  unit: unit?.name ?? null,
  numbers: phone === null ? [] : [phone],
  listed: { name },
});

/** Somebody of whom only the name is known. */
export const calleeNamed = (name: string, unit: string | null = null): Callee => ({
  contactId: null,
  name,
  unit,
  numbers: [],
  listed: { name },
});

/** A unit of the plan by its id, any other by its name. */
export function calleeOfUnit(plan: PlanPackage, { id, name }: StoredUnit, phone: string | null = null): Callee {
  const known = id === null ? null : partyContact(plan, id);
  const numbers = phone === null ? [] : [phone];
  if (known === null) return { ...calleeNamed(name), numbers };
  return { contactId: known.contactId, name, unit: null, numbers, listed: { role: `party:${known.party}` } };
}

/** Who holds a post; the person where one is named. */
export const calleeOfPost = (post: string, name: string): Callee => ({
  contactId: planPostContactId(post),
  name,
  unit: null,
  numbers: [],
  listed: { role: `post:${post}` },
});

/** What was said when calling, as words or with who said it. */
type Said = Readonly<Record<string, string | null | { value: string | null } | undefined>>;

const saidOf = (plan: PlanPackage, details: Said): string[] =>
  plan.details.flatMap(({ id, group }) => {
    const said = details[id] ?? null;
    const value = typeof said === 'string' || said === null ? said : said.value;
    return group === 'caller' && value !== null ? [value] : [];
  });

/** The number a caller left. */
export const callerNumber = (plan: PlanPackage, details: Said): string | null =>
  saidOf(plan, details).find(isPhoneNumber) ?? null;

/** Whoever told of an incident, by what they said of themselves. */
export function calleeOfCaller(plan: PlanPackage, details: Said, number: string): Callee {
  const name = saidOf(plan, details).filter((said) => !isPhoneNumber(said));
  return {
    contactId: null,
    name: name.join(' ').slice(0, MOST_NAME) || number,
    unit: null,
    numbers: [number],
    listed: null,
  };
}

/** A number that can be dialled, and whose it is. */
export type Reachable = { contactId: string | null; name: string; unit: string | null; number: string };

/** What was written down first, then 通讯录 in its order; of a post or unit whoever bears the name before the others. No number twice. */
export function reachableOf(callee: Callee, rows: readonly ContactRow[]): Reachable[] {
  const { contactId, name, unit, numbers, listed } = callee;
  const meant = listed !== null && 'name' in listed ? rows.filter((row) => row.name === listed.name) : rows;
  const named = (row: ContactRow) => Number(row.name === name);
  const typed = numbers.filter(isPhoneNumber).map((number): Reachable => ({ contactId, name, unit, number }));
  const known = meant
    .toSorted((a, b) => named(b) - named(a))
    .flatMap((row) =>
      row.numbers
        .filter(({ kind }) => kind !== 'fax')
        .map(({ number }): Reachable => ({ contactId: row.contactId, name: row.name, unit: row.unit ?? null, number })),
    );
  const byDigits = new Map<string, Reachable>();
  for (const each of [...typed, ...known]) {
    const before = byDigits.get(digitsOf(each.number));
    // A number typed on the incident is the directory's where it has it.
    if (before === undefined || before.contactId === null) byDigits.set(digitsOf(each.number), each);
  }
  return [...byDigits.values()];
}
