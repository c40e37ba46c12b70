/**
 * The rows of an import under way, laid where their entries will stand and compared with what stands there, part by part as
 * they come: its end then moves whole shelves, since nobody who asks the desk something is to wait for 20,000 rows.
 */
import type { KnownContact } from './contact.ts';
import { BUCKETS, bucketOf, type ContactMap } from './contactMap.ts';
import type { StagedRow } from './events.ts';

/** `overtaken`: they were merged into what is no longer so. */
type Compared = { contacts: ContactMap; known: number; overtaken: number };

export type StagedRows = {
  size: number;
  /** As in `ContactMap`. */
  buckets: readonly (readonly StagedRow[] | undefined)[];
  /** The first id that came twice. */
  twice: string | null;
  /** With the entries there were when the last part came. */
  compared: Compared;
};

export const noRows = (contacts: ContactMap): StagedRows => ({
  size: 0,
  buckets: [],
  twice: null,
  compared: { contacts, known: 0, overtaken: 0 },
});

export const hasRow = ({ buckets }: StagedRows, contactId: string): boolean =>
  buckets[bucketOf(contactId)]?.some((row) => row.contactId === contactId) === true;

export function withRows(staged: StagedRows, rows: readonly StagedRow[], contacts: ContactMap): StagedRows {
  const buckets = Array.from({ length: BUCKETS }, (_, index) => staged.buckets[index]);
  let { twice } = staged;
  let { known, overtaken } = compareWith(staged, contacts);
  for (const row of rows) {
    const index = bucketOf(row.contactId);
    const there = buckets[index] ?? [];
    if (there.some(({ contactId }) => contactId === row.contactId)) twice ??= row.contactId;
    buckets[index] = [...there, row];
    const found = comparedIn(contacts.buckets[index], row);
    known += found.known;
    overtaken += found.overtaken;
  }
  return { size: staged.size + rows.length, buckets, twice, compared: { contacts, known, overtaken } };
}

function comparedIn(bucket: readonly KnownContact[] | undefined, { contactId, against }: StagedRow) {
  const found = bucket?.find((known) => known.contactId === contactId);
  return { known: found === undefined ? 0 : 1, overtaken: (found?.head ?? null) === against ? 0 : 1 };
}

/** At once, unless an entry was changed since the last part came. */
export function compareWith({ buckets, compared }: StagedRows, contacts: ContactMap): Compared {
  if (compared.contacts === contacts) return compared;
  let [known, overtaken] = [0, 0];
  buckets.forEach((rows, index) => {
    for (const row of rows ?? []) {
      const found = comparedIn(contacts.buckets[index], row);
      known += found.known;
      overtaken += found.overtaken;
    }
  });
  return { contacts, known, overtaken };
}

/** The entries with the rows in their places. */
export function withStaged(
  contacts: ContactMap,
  staged: StagedRows,
  made: (row: StagedRow, before: KnownContact | null) => KnownContact,
): ContactMap {
  let { size } = contacts;
  const buckets = Array.from({ length: BUCKETS }, (_, index) => {
    const [rows, there] = [staged.buckets[index], contacts.buckets[index]];
    if (rows === undefined) return there;
    if (there === undefined && staged.twice === null) {
      size += rows.length;
      return rows.map((row) => made(row, null));
    }
    const last = new Map(rows.map((row) => [row.contactId, row]));
    const before = new Map(there?.map((known) => [known.contactId, known]));
    const stay = there?.filter(({ contactId }) => !last.has(contactId)) ?? [];
    const next = [...stay, ...Array.from(last.values(), (row) => made(row, before.get(row.contactId) ?? null))];
    size += next.length - (there?.length ?? 0);
    return next;
  });
  return { size, buckets };
}
