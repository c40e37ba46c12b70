/** Who is told of a warning: as given and as kept, by the plan's id or in words. */
import type { Warnings } from '#shared/plan/warningSection.ts';
import { firstError, unknownItem } from '../checks.ts';
import type { DeskError } from '../errors.ts';
import type { RecipientInput } from './commands.ts';
import type { StoredRecipient } from './events.ts';
import { isSameRecipient } from './warning.ts';

export function recipientErrors(
  { recipients }: Warnings,
  field: string,
  given: readonly RecipientInput[],
): DeskError | null {
  return firstError(...given.map((each) => (typeof each === 'string' ? unknownItem(field, each, recipients) : null)));
}

/** One named twice is one. */
export function storedRecipients(warnings: Warnings, given: readonly RecipientInput[]): StoredRecipient[] {
  const all = given.map((each) => storedRecipient(warnings, each));
  return all.filter((each, index) => all.findIndex((other) => isSameRecipient(other, each)) === index);
}

export function storedRecipient({ recipients }: Warnings, given: RecipientInput): StoredRecipient {
  if (typeof given !== 'string') return { id: null, name: given.other, phone: given.phone ?? null };
  return { id: given, name: recipients.find(({ id }) => id === given)?.label ?? given, phone: null };
}

/** Ids of those whom the plan names for these areas; all of them where it names none [plan 3.4.2]. */
export function defaultRecipients({ recipients }: Warnings, areas: readonly { id: string | null }[]): string[] {
  const ids = areas.flatMap(({ id }) => id ?? []);
  const meant = recipients.filter(({ area }) => area === undefined || ids.length === 0 || ids.includes(area));
  return (meant.length === 0 ? recipients : meant).map(({ id }) => id);
}
