/** Who fits what is typed where a person is asked for: of the directory first, then people named in earlier incidents. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { StoredPerson } from '../parts.ts';
import { digitsOf, type KnownContact } from './contact.ts';
import type { DirectoryState } from './directory.ts';
import { findContacts } from './list.ts';
import type { PersonMatch } from './rows.ts';

const MATCHES_SHOWN = 12;

type Seen = { plan: PlanPackage; state: DirectoryState; at: number };
type NamedIn = { title: string; people: readonly StoredPerson[] };

export function peopleMatching(
  { plan, state, at }: Seen,
  typed: string,
  naming: (text: string) => readonly NamedIn[],
): PersonMatch[] {
  const text = typed.trim();
  if (text === '') return [];
  const found = findContacts(plan, state, { text }, at).filter(({ contact }) => contact.kind !== 'material');
  const listed = found.slice(0, MATCHES_SHOWN).map(matchOf);
  if (listed.length === MATCHES_SHOWN) return listed;
  return [...listed, ...named(naming(text), text, listed)].slice(0, MATCHES_SHOWN);
}

const matchOf = ({ contactId, contact }: KnownContact): PersonMatch => ({
  contactId,
  name: contact.name,
  unit: contact.unit ?? null,
  post: contact.post ?? null,
  numbers: contact.numbers,
  namedIn: null,
});

/** Once each, without those whom the directory has. */
function named(incidents: readonly NamedIn[], text: string, listed: readonly PersonMatch[]): PersonMatch[] {
  const seen = new Set(listed.flatMap((match) => [keyOf(match), match.name]));
  const matches: PersonMatch[] = [];
  for (const { title, people } of incidents) {
    for (const person of people.filter((each) => says(each, text))) {
      const match = matchOfPerson(person, title);
      // Without a number it is no more than the name, and that is there already.
      const key = match.numbers.length === 0 ? match.name : keyOf(match);
      if (seen.has(key)) continue;
      seen.add(keyOf(match)).add(match.name);
      matches.push(match);
    }
  }
  return matches;
}

const says = ({ name, phone, unit }: StoredPerson, text: string): boolean =>
  [name, phone, unit?.name].some((part) => part?.includes(text) === true);

const keyOf = ({ name, numbers }: PersonMatch): string => `${name} ${digitsOf(numbers[0]?.number ?? '')}`;

const matchOfPerson = ({ name, phone, title, unit }: StoredPerson, namedIn: string): PersonMatch => ({
  contactId: null,
  name,
  unit: unit?.name ?? null,
  post: title,
  numbers: phone === null ? [] : [{ kind: 'mobile', number: phone }],
  namedIn,
});
