/** Recipients as the page orders and names them. */
import type { RecipientRow } from '#shared/contract/rows.ts';

/** The plan's by id, others by name: two of them are never the same. */
export const recipientKey = ({ id, name }: Pick<RecipientRow, 'id' | 'name'>): string => id ?? `*${name}`;

/** Not acknowledged before acknowledged, of those the ones not even sent to first. */
export const owedFirst = (rows: readonly RecipientRow[]): RecipientRow[] =>
  rows.toSorted(
    (a, b) =>
      Number(a.acknowledged !== null) - Number(b.acknowledged !== null) ||
      Number(a.sent !== null) - Number(b.sent !== null),
  );
