/**
 * Finding anything on a desk. The index follows the log: entries are put in after their commit, in slices while nobody
 * waits, and what is missing when somebody asks is put in first, unless it is much; then the answer says so and is of
 * what there is. Nothing here can harm the log: what goes wrong is a missing or a slow answer, never a failed command.
 */
import { storageError } from '#db/files/storageErrors.ts';
import type { LogReader } from '#db/log/read.ts';
import { sqliteCode } from '#db/log/sqlite.ts';
import type { SearchIndex } from '#shared/domain/search/rows.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { type Asked, createFinder, type Page } from './find.ts';
import { isDamaged, openSearchFile, POSITIONS_A_PART, type SearchFile, startAnew } from './searchFile.ts';
import { createEntryWriter, type WriteEntries } from './writeEntries.ts';

/** Put in before an answer; more is left to the slices. */
const AT_ONCE = 200;
/** Of a rebuild, in one transaction: FTS5 merges less then. */
const PER_TRANSACTION = 10_000;
/** In a row: then it is left alone until the next start. */
const MAX_FAILURES = 3;

export type Progress = 'done' | 'more' | 'stopped';

export type Search = {
  /** Puts in up to so many entries; answers whether there are more. */
  step(entries: number): Progress;
  /** What is missing first, where it is little. */
  prepare(): SearchIndex;
  find(asked: Asked): Page;
  /** The newest position that can be found. */
  position(): number;
  strikerOf(position: number): number | null;
  nameOf(id: number): NameRow | null;
  /** As it was called at a position. */
  incidentTitle(incidentId: string, position: number): string | null;
  /** Something was taken out of the log: it must not stay here. */
  forget(): void;
  close(): void;
};

export type NameRow = {
  kind: string;
  key: string;
  title: string;
  more: string;
  phone: string | null;
  position: number;
};

type Open = {
  file: SearchFile;
  write: WriteEntries;
  find: ReturnType<typeof createFinder>;
  strikerOf: (position: number) => number | null;
  nameOf: (id: number) => NameRow | null;
  incidentTitle: (incidentId: string, position: number) => string | null;
  /** Entries in the open transaction. */
  pending: number;
};

export type SearchParts = {
  path: string;
  log: LogReader & { head(): { position: number } };
  planOf: (hash: string) => PlanPackage | null;
  positionsAPart?: number;
};

export function createSearch({ path, log, planOf, positionsAPart = POSITIONS_A_PART }: SearchParts): Search {
  let open: Open | null = null;
  let failures = 0;

  function prepared(file: SearchFile): Open {
    const { db } = file;
    const striker = db.prepare<[number], number>('SELECT by_position FROM struck WHERE position = ?').pluck();
    const name = db.prepare<[number], NameRow>('SELECT kind, key, title, more, phone, position FROM name WHERE id = ?');
    const title = db
      .prepare<[string, number], string>(
        `SELECT title FROM name WHERE kind = 'incident' AND key = ? AND position <= ? ORDER BY id DESC LIMIT 1`,
      )
      .pluck();
    return {
      file,
      write: createEntryWriter(db, log, planOf, positionsAPart),
      find: createFinder(db, positionsAPart),
      strikerOf: (position) => striker.get(position) ?? null,
      nameOf: (id) => name.get(id) ?? null,
      incidentTitle: (incidentId, position) => title.get(incidentId, position) ?? null,
      pending: 0,
    };
  }

  function openThere(): Open {
    const file = openSearchFile(path, (position) => log.hashAt(position));
    try {
      return prepared(file);
    } catch (thrown) {
      // As where a table is gone.
      if (isDamaged(thrown)) return prepared(startAnew(file, path));
      file.db.close();
      throw thrown;
    }
  }

  function opened(): Open {
    open ??= openThere();
    return open;
  }

  function commit(current: Open): void {
    if (current.file.db.inTransaction) current.file.db.exec('COMMIT');
    current.pending = 0;
  }

  function putIn(current: Open, entries: number): Progress {
    const { file } = current;
    const missing = log.readAfter(file.position, entries);
    if (missing.length > 0) {
      if (!file.db.inTransaction) file.db.exec('BEGIN IMMEDIATE');
      current.write(missing);
      file.position = missing.at(-1)?.event.position ?? file.position;
      current.pending += missing.length;
    }
    const isDone = file.position >= log.head().position;
    if (isDone || current.pending >= PER_TRANSACTION) commit(current);
    return isDone ? 'done' : 'more';
  }

  /** Damaged: from the beginning, in an empty file. On a full disk: later, from where it was. */
  function recover(thrown: unknown): Progress {
    if (storageError(thrown) === null) throw thrown;
    failures += 1;
    const left = open;
    open = null;
    if (left === null) return 'stopped';
    try {
      if (isDamaged(thrown)) open = prepared(startAnew(left.file, path));
      else left.file.db.close();
    } catch (again) {
      if (storageError(again) === null) throw again;
      return 'stopped';
    }
    return isDamaged(thrown) && failures < MAX_FAILURES ? 'more' : 'stopped';
  }

  function step(entries: number): Progress {
    if (failures >= MAX_FAILURES) return 'stopped';
    try {
      const progress = putIn(opened(), entries);
      if (progress === 'done') failures = 0;
      return progress;
    } catch (thrown) {
      return recover(thrown);
    }
  }

  return {
    step,
    prepare() {
      const progress = step(AT_ONCE);
      if (progress === 'done') return { kind: 'whole' };
      if (progress === 'stopped') return { kind: 'stopped' };
      return { kind: 'building', done: open?.file.position ?? 0, total: log.head().position };
    },
    find(asked) {
      try {
        return open?.find(asked) ?? { ids: [], next: null };
      } catch (thrown) {
        // A mistake of ours in what was asked is no damage.
        if (sqliteCode(thrown) === 'SQLITE_ERROR') throw thrown;
        recover(thrown);
        return { ids: [], next: null };
      }
    },
    position: () => open?.file.position ?? 0,
    strikerOf: (position) => open?.strikerOf(position) ?? null,
    nameOf: (id) => open?.nameOf(id) ?? null,
    incidentTitle: (incidentId, position) => open?.incidentTitle(incidentId, position) ?? null,
    forget() {
      failures = 0;
      open = prepared(startAnew(opened().file, path));
    },
    close() {
      if (open === null) return;
      try {
        commit(open);
      } catch (thrown) {
        // What is not in it is read from the log again.
        if (storageError(thrown) === null) throw thrown;
      } finally {
        open.file.db.close();
        open = null;
      }
    },
  };
}
