/** Who is to be told, as it is chosen: the plan's by id, others of the directory or in words. */
import type { RecipientRow } from '#shared/contract/rows.ts';
import type { RecipientInput } from '#shared/domain/warning/commands.ts';
import { recipientKey } from '../recipients.ts';

export type OtherRecipient = { name: string; phone: string };
export type RecipientsForm = {
  /** null: those whom the plan names. */
  ids: string[] | null;
  others: OtherRecipient[];
};

export const PLAN_RECIPIENTS: RecipientsForm = { ids: null, others: [] };

const otherInput = ({ name, phone }: OtherRecipient): RecipientInput => ({
  other: name,
  ...(phone !== '' && { phone }),
});

export const recipientsInput = ({ ids, others }: RecipientsForm, byPlan: readonly string[]): RecipientInput[] => [
  ...(ids ?? byPlan),
  ...others.map(otherInput),
];

/** Somebody of whom it is known already that they are told. */
export const inputOf = ({ id, name, phone }: Pick<RecipientRow, 'id' | 'name' | 'phone'>): RecipientInput =>
  id ?? otherInput({ name, phone: phone ?? '' });

/** Keys of those who have not been sent this version. */
export const notSent = (rows: readonly RecipientRow[], version: number): string[] =>
  rows.filter(({ sent }) => sent === null || sent.version < version).map(recipientKey);
