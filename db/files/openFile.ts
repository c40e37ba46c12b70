/**
 * Opens a desk's file: nobody else has it, it is ours and of the right kind, it is whole, its tables are up to date, and
 * every commit will be on the disk. Whatever speaks against it is a `DeskFileError` with its own code.
 */
import { existsSync, statSync } from 'node:fs';
import { setPragmas } from '#db/log/pragmas.ts';
import { openSqlite, type Sqlite, sqliteCode } from '#db/log/sqlite.ts';
import { verifyTail } from '#db/log/verify.ts';
import { assertOwnFile, MIGRATIONS, type Migration, migrate } from '#db/migrations/migrate.ts';
import type { DeskKind } from '#shared/contract/rows.ts';
import { backUpNow, listBackups } from './backup.ts';
import { releaseBallast } from './ballast.ts';
import { damagedFile, setAside } from './damage.ts';
import { DeskFileError } from './fileError.ts';
import { isSameIncarnation, renewIncarnation } from './incarnation.ts';
import { holdSideFile, type SideFile, type SideRecord } from './sideFile.ts';
import { isDamage, storageError } from './storageErrors.ts';
import { quickCheck } from './verifyFile.ts';

const TAIL_ENTRIES = 200;

export type OpenRequest = {
  path: string;
  kind: DeskKind;
  now: number;
  newToken: () => string;
  /** Begins an empty log although one was here: a person's decision after `damagedFile`. */
  startEmpty?: boolean;
  maxPages?: number;
  migrations?: readonly Migration[];
};

export type OpenedFile = {
  db: Sqlite;
  /** A copy, or put back from a backup: its entries from now on are a chain of their own. */
  newIncarnation: boolean;
  /** The last desk here was killed or lost power. */
  uncleanEnd: boolean;
  /** Leaves it as closed in order, with the log's last entry noted beside it. */
  close(): void;
  /** Lets go without a word, as after a failure. */
  abandon(): void;
};

export function openFile(request: OpenRequest): OpenedFile {
  if (request.path === ':memory:') return openInMemory(request);
  try {
    return openOnDisk(request);
  } catch (thrown) {
    const isFull = thrown instanceof DeskFileError && thrown.code === 'diskFull';
    if (!isFull || !releaseBallast(request.path)) throw thrown;
    return openOnDisk(request);
  }
}

function openInMemory({ kind, migrations = MIGRATIONS }: OpenRequest): OpenedFile {
  const db = openSqlite(':memory:');
  setPragmas(db);
  migrate(db, kind, () => undefined, migrations);
  const close = () => void db.close();
  return { db, newIncarnation: false, uncleanEnd: false, close, abandon: close };
}

function openOnDisk(request: OpenRequest): OpenedFile {
  const { path, now } = request;
  const side = refuseClearly(path, () => holdSideFile(path, now));
  try {
    const isHere = existsSync(path) && statSync(path).size > 0;
    const wasHere = side.left !== null || listBackups(path).length > 0;
    if (!isHere && wasHere && request.startEmpty !== true) throw damagedFile(path, 'missing', null);
    // A WAL without its file: SQLite would delete it.
    if (!isHere && existsSync(`${path}-wal`)) refuseClearly(path, () => setAside(path, now));
    return refuseClearly(path, () => openHeld(request, side, wasHere));
  } catch (thrown) {
    side.release();
    throw thrown;
  }
}

function openHeld(request: OpenRequest, side: SideFile, wasHere: boolean): OpenedFile {
  const { path, kind, now, migrations = MIGRATIONS } = request;
  const db = openSqlite(path, { timeout: 2000 });
  try {
    assertOwnFile(db, kind, migrations);
    setPragmas(db);
    if (side.left?.clean !== true) assertWhole(db);
    migrate(db, kind, () => backUpNow(db, now), migrations);
    const same = isSameIncarnation(db, side.left?.token ?? null);
    assertTail(db, same ? side.left : null);
    if (request.maxPages !== undefined) db.pragma(`max_page_count = ${request.maxPages}`);
    const token = request.newToken();
    renewIncarnation(db, token, side.left?.token ?? null);
    side.write({ token, clean: false, position: 0, hash: '' });
    return {
      db,
      newIncarnation: !same,
      uncleanEnd: side.left !== null && !side.left.clean,
      close() {
        try {
          const { position, hash } = lastEntry(db);
          db.pragma('wal_checkpoint(TRUNCATE)');
          db.close();
          side.write({ token, clean: true, position, hash });
        } catch (thrown) {
          // As on a full disk: everything is in the WAL, and the next start looks closer.
          if (sqliteCode(thrown) === null) throw thrown;
        } finally {
          db.close();
          side.release();
        }
      },
      abandon() {
        db.close();
        side.release();
      },
    };
  } catch (thrown) {
    db.close();
    const damage = damageOf(thrown);
    if (damage === null) throw thrown;
    // Somebody else's file that is no database is left where it is.
    if (!wasHere) throw new DeskFileError('foreignFile', { path });
    throw damagedFile(path, damage, setAside(path, now));
  }
}

class Damage extends Error {}

function damageOf(thrown: unknown): string | null {
  if (thrown instanceof Damage) return thrown.message;
  const code = sqliteCode(thrown);
  return code !== null && isDamage(code) ? code : null;
}

function assertWhole(db: Sqlite): void {
  const [first] = quickCheck(db);
  if (first !== undefined) throw new Damage(first);
}

/** The last entries, and that the log ends where it ended when it was closed. */
function assertTail(db: Sqlite, left: SideRecord | null): void {
  const [fault] = verifyTail(db, TAIL_ENTRIES).faults;
  if (fault !== undefined) throw new Damage(`${fault.kind} at ${fault.position}`);
  if (left?.clean !== true || left.position === 0) return;
  const { position, hash } = lastEntry(db);
  if (position !== left.position || hash !== left.hash) throw new Damage('tailCut');
}

/** Of any chain: one that has just begun has no entry of its own yet. */
function lastEntry(db: Sqlite): { position: number; hash: string } {
  const last = db
    .prepare<[], { position: number; hash: Buffer }>(
      'SELECT position, hash FROM log_entry ORDER BY position DESC LIMIT 1',
    )
    .get();
  return last === undefined ? { position: 0, hash: '' } : { position: last.position, hash: last.hash.toString('hex') };
}

function refuseClearly<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (thrown) {
    throw clearly(path, thrown);
  }
}

function clearly(path: string, thrown: unknown): unknown {
  const error = storageError(thrown);
  return error === null ? thrown : new DeskFileError(error.code, { ...error.params, path });
}
