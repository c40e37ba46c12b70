/**
 * Units, groups and people as they are typed: a label of the plan becomes its id, anything else stays in words, so that a
 * directory can take both over later.
 */
import type { PersonMatch } from '#shared/contract/rows.ts';
import type { PartyInput, PersonInput, UnitInput } from '#shared/domain/parts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Labelled } from '../i18n/locale.ts';

type Label = (item: Labelled | undefined, fallback?: string) => string;
export type Named = { id: string; label: string };
export type GroupName = { groupId: string; name: string };

/** Organisations first: they are who is called and sent; a unit that is one of them is not offered twice. */
export function unitChoices({ organisations, units }: PlanPackage, label: Label): Named[] {
  const named = [...organisations, ...units].map((item) => ({ id: item.id, label: label(item) }));
  return named.filter((item, index) => named.findIndex((other) => other.label === item.label) === index);
}

/** null: nothing typed. */
export function readUnit(choices: readonly Named[], text: string): UnitInput | null {
  const typed = text.trim();
  if (typed === '') return null;
  return choices.find((choice) => choice.label === typed)?.id ?? { other: typed };
}

export function readParty(groups: readonly GroupName[], choices: readonly Named[], text: string): PartyInput | null {
  const typed = text.trim();
  const group = groups.find(({ name }) => name === typed);
  if (group !== undefined) return { group: group.groupId };
  const unit = readUnit(choices, typed);
  return typeof unit === 'string' ? { unit } : unit;
}

/** The names with those just typed behind them, none twice; several at once with 、，；, between them. */
export function withUnits(names: readonly string[], typed: string): string[] {
  const parts = typed.split(/[\n、，,；;]/).map((part) => part.trim());
  return [...new Set([...names, ...parts.filter((part) => part !== '')])];
}

export const readUnits = (choices: readonly Named[], names: readonly string[]): UnitInput[] =>
  names.map((name) => readUnit(choices, name)).filter((unit) => unit !== null);

export type PersonForm = {
  personId: string;
  name: string;
  phone: string;
  title: string;
  unit: string;
  /** Picked from the directory: its id counts as long as the name is not typed over. */
  contact?: { contactId: string; name: string } | null;
};
export const newPerson = (personId: string): PersonForm => ({ personId, name: '', phone: '', title: '', unit: '' });

export const pickedPerson = ({ contactId, name, unit, post, numbers }: PersonMatch): Omit<PersonForm, 'personId'> => ({
  contact: contactId === null ? null : { contactId, name },
  name,
  phone: numbers[0]?.number ?? '',
  title: post ?? '',
  unit: unit ?? '',
});

export function readPerson(choices: readonly Named[], person: PersonForm): PersonInput {
  const unit = readUnit(choices, person.unit);
  const picked = person.contact?.name === person.name.trim() ? person.contact.contactId : null;
  return {
    personId: picked ?? person.personId,
    name: person.name.trim(),
    ...(person.phone.trim() !== '' && { phone: person.phone.trim() }),
    ...(person.title.trim() !== '' && { title: person.title.trim() }),
    ...(unit !== null && { unit }),
  };
}
