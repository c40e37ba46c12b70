/** An entry as it is typed, and as commands take it. */
import { optional } from '#renderer/app/act/decisionForm.ts';
import type { ContactRow } from '#shared/contract/rows.ts';
import type { Contact, ContactKind, ContactRole, NumberKind } from '#shared/domain/directory/contact.ts';

export type ContactForm = {
  contactId: string;
  kind: ContactKind;
  name: string;
  reading: string;
  /** By a person: the program proposes none any more. */
  readingTyped: boolean;
  unit: string;
  post: string;
  numbers: { key: string; kind: NumberKind; number: string }[];
  /** `group:rescue`, `post:commander`. */
  roles: string[];
  /** Roles that the form does not show, such as which party it is. */
  otherRoles: ContactRole[];
  place: string;
  holds: string;
  note: string;
};

export function formOf(known: ContactRow | null, newId: string): ContactForm {
  const roles = known?.roles ?? [];
  const numbers = (known?.numbers ?? []).map((each, index) => ({ key: String(index), ...each }));
  return {
    contactId: known?.contactId ?? newId,
    kind: known?.kind ?? 'person',
    name: known?.name ?? '',
    reading: known?.reading ?? '',
    readingTyped: known?.reading !== undefined,
    unit: known?.unit ?? '',
    post: known?.post ?? '',
    numbers: numbers.length > 0 ? numbers : [{ key: 'first', kind: 'mobile', number: '' }],
    roles: roles.filter((role) => role.in !== 'party').map((role) => `${role.in}:${role.id}`),
    otherRoles: roles.filter((role) => role.in === 'party'),
    place: known?.place ?? '',
    holds: known?.holds ?? '',
    note: known?.note ?? '',
  };
}

export function contactOfForm(form: ContactForm): Contact {
  return {
    kind: form.kind,
    name: form.name.trim(),
    ...optional('reading', form.reading),
    ...optional('unit', form.unit),
    ...optional('post', form.post),
    numbers: form.numbers
      .filter(({ number }) => number.trim() !== '')
      .map(({ kind, number }) => ({ kind, number: number.trim() })),
    roles: [...form.otherRoles, ...form.roles.flatMap(roleOf)],
    ...optional('place', form.place),
    ...optional('holds', form.holds),
    ...optional('note', form.note),
  };
}

function roleOf(text: string): ContactRole[] {
  const [of, id] = text.split(':', 2);
  return id !== undefined && (of === 'group' || of === 'post') ? [{ in: of, id }] : [];
}
