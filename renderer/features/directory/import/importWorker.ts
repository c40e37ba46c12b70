/** The thread a list is read in: unpacking, checking and matching 20,000 rows takes seconds, and the page goes on meanwhile. */
import { readingOf } from '#renderer/app/directory/reading.ts';
import {
  type Existing,
  guessColumns,
  type ImportColumn,
  type ImportFault,
  type Matched,
  matchImport,
  readImport,
} from '#shared/domain/directory/importTable.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { SheetFault, type SheetFaultCode, type SheetRows } from '#shared/spreadsheet/fault.ts';
import { readTable } from '#shared/spreadsheet/readTable.ts';

type Groups = Pick<PlanPackage, 'groups'>;

export type ToImportWorker =
  | { kind: 'read'; bytes: Uint8Array }
  | {
      kind: 'match';
      table: SheetRows;
      columns: readonly (ImportColumn | null)[];
      plan: Groups;
      existing: readonly Existing[];
    };

export type FromImportWorker =
  | { kind: 'read'; table: SheetRows; columns: (ImportColumn | null)[] }
  | { kind: 'matched'; matched: Matched[]; faults: ImportFault[] }
  | { kind: 'refused'; code: SheetFaultCode };

const say = (message: FromImportWorker): void => globalThis.postMessage(message);

async function answer(asked: ToImportWorker): Promise<void> {
  try {
    if (asked.kind === 'read') {
      const table = await readTable(asked.bytes);
      say({ kind: 'read', table, columns: guessColumns(table[0] ?? []) });
      return;
    }
    const { rows, faults } = readImport(asked.table, asked.columns, asked.plan);
    for (const row of rows) {
      const reading = await readingOf(row.contact.name);
      if (reading !== null) row.contact = { ...row.contact, reading: reading.slice(0, 200) };
    }
    say({ kind: 'matched', matched: matchImport(rows, asked.existing), faults });
  } catch (thrown) {
    say({ kind: 'refused', code: thrown instanceof SheetFault ? thrown.code : 'broken' });
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ToImportWorker>) => void answer(data));
