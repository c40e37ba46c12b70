/**
 * The small SQLite file beside a desk's file (`<file>.lock`). It is held under BEGIN EXCLUSIVE while the desk is open:
 * the lock dies with its process, where a PID file would go stale. It also remembers which incarnation of the file ran
 * here last, whether it was closed cleanly, and where the chain stood: that is how a copied, restored, cut or vanished
 * file is told from the one that was left here.
 *
 * Never read this file, or the desk's, with node:fs while it is open: closing such a handle drops the process's locks.
 */
import { existsSync, renameSync } from 'node:fs';
import { openSqlite, type Sqlite, sqliteCode } from '#db/log/sqlite.ts';
import { DeskFileError } from './fileError.ts';
import { stamp } from './names.ts';
import { isDamage } from './storageErrors.ts';

export type SideRecord = {
  token: string;
  /** Closed in order; `position` and `hash` are then the log's head. */
  clean: boolean;
  position: number;
  hash: string;
};

export type SideFile = {
  /** What the last desk here left; null where there never was one. */
  readonly left: SideRecord | null;
  write(record: SideRecord): void;
  release(): void;
};

const WAIT_MS = 250;

type Row = { token: string; clean: number; position: number; hash: string };

/** Throws `fileInUse` when another desk holds it. */
export function holdSideFile(path: string, now: number): SideFile {
  const sidePath = `${path}.lock`;
  const db = openHeld(sidePath, path, now);
  const row = db.prepare<[], Row>('SELECT token, clean, position, hash FROM side').get();
  const save = db.prepare('INSERT OR REPLACE INTO side (id, token, clean, position, hash) VALUES (1, ?, ?, ?, ?)');
  return {
    left: row === undefined ? null : { ...row, clean: row.clean === 1 },
    write({ token, clean, position, hash }) {
      save.run(token, clean ? 1 : 0, position, hash);
      db.exec('COMMIT; BEGIN EXCLUSIVE');
    },
    release() {
      if (db.inTransaction) db.exec('ROLLBACK');
      db.close();
    },
  };
}

function openHeld(sidePath: string, path: string, now: number): Sqlite {
  try {
    return hold(sidePath);
  } catch (thrown) {
    const code = sqliteCode(thrown);
    if (code?.startsWith('SQLITE_BUSY') === true) throw new DeskFileError('fileInUse', { path });
    if (code === null || !isDamage(code)) throw thrown;
    // What it remembered is lost, so the file counts as unknown here: checked in full, and a new chain.
    if (existsSync(sidePath)) renameSync(sidePath, `${sidePath}.damaged-${stamp(now)}`);
    return hold(sidePath);
  }
}

function hold(sidePath: string): Sqlite {
  const db = openSqlite(sidePath, { timeout: WAIT_MS });
  try {
    // Kept across COMMIT, so that nobody gets in between two transactions.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('synchronous = FULL');
    db.exec('BEGIN EXCLUSIVE');
    db.exec(`CREATE TABLE IF NOT EXISTS side (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      token TEXT NOT NULL, clean INTEGER NOT NULL, position INTEGER NOT NULL, hash TEXT NOT NULL
    ) STRICT`);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}
