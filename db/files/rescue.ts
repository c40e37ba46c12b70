/**
 * A desk whose file cannot be opened: what can be put in its place is built beside it as a whole, checked, and shown
 * before a person decides. The newest backup that still is one, with the later entries that the file set aside still
 * proves. The damaged file and the backups are only read; nothing is ever deleted but this module's own working copies.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { setPragmas } from '#db/log/pragmas.ts';
import { openSqlite, type Sqlite } from '#db/log/sqlite.ts';
import { assertOwnFile, migrate } from '#db/migrations/migrate.ts';
import { forgetReadModels } from '#db/read-models/readModel.ts';
import type { RescueFound } from '#shared/contract/rescue.ts';
import type { DeskKind } from '#shared/contract/rows.ts';
import { filesOf } from './attachmentCopies.ts';
import { type Backup, listBackups } from './backup.ts';
import { setAside } from './damage.ts';
import { renameDurably } from './durable.ts';
import { DeskFileError } from './fileError.ts';
import { forgetIncarnation } from './incarnation.ts';
import { isUnreadable, NOTHING_SALVAGED, type Salvaged, salvage } from './salvage.ts';
import { holdSideFile } from './sideFile.ts';
import { verifyFile } from './verifyFile.ts';

export type RescueRequest = {
  path: string;
  kind: DeskKind;
  /** The file that was set aside; null where the file was simply gone. */
  setAside: string | null;
  now: number;
};

const PARTS = ['', '-wal', '-shm'] as const;
const builtPath = (path: string): string => `${path}.restoring`;
const copyPath = (path: string): string => `${path}.salvaging`;
const removeOwn = (path: string): void => {
  for (const part of [...PARTS, '-journal']) rmSync(path + part, { force: true });
};

/** Builds what `putBuiltInPlace` will put in place, and says what it holds. */
export async function buildRescue(request: RescueRequest): Promise<RescueFound> {
  const { path, kind } = request;
  const built = builtPath(path);
  removeOwn(built);
  const backup = newestSound(path, kind);
  if (backup !== null) copyFileSync(backup.path, built);
  const db = openSqlite(built);
  let found: Omit<RescueFound, 'files'>;
  try {
    setPragmas(db);
    migrate(db, kind, () => undefined);
    const entriesOfBackup = endOf(db).position;
    const salvaged = request.setAside === null ? NOTHING_SALVAGED : salvageFrom(request.setAside, db, path);
    forgetIncarnation(db);
    if (salvaged.entries > 0) forgetReadModels(db);
    const end = endOf(db);
    db.pragma('journal_mode = DELETE');
    found = {
      backup: backup === null ? null : { path: backup.path, at: backup.at, entries: entriesOfBackup },
      entries: end.position,
      lastRecordedAt: end.recordedAt,
      salvaged: salvaged.entries,
      drafts: salvaged.drafts,
      missing: missingAfter(request, end.position, salvaged),
    };
  } finally {
    db.close();
  }
  assertSound(built);
  return { ...found, files: await filesOf(path, built) };
}

/** Puts the built file where the desk's was. It opens as a new incarnation, with a chain of its own from there. */
export function putBuiltInPlace(path: string, now: number): void {
  const side = holdSideFile(path, now);
  try {
    // A WAL left of the lost file would be read into the restored one.
    setAside(path, now);
    renameDurably(builtPath(path), path);
  } finally {
    side.release();
  }
}

/** A backup was whole when it got its name; disks age, so it is looked at again. */
function newestSound(path: string, kind: DeskKind): Backup | null {
  return listBackups(path).find((backup) => isSound(backup, kind)) ?? null;
}

function isSound({ path }: Backup, kind: DeskKind): boolean {
  try {
    if (!verifyFile(path).ok) return false;
    const db = openSqlite(path, { readonly: true });
    try {
      assertOwnFile(db, kind);
      return true;
    } finally {
      db.close();
    }
  } catch (thrown) {
    if (thrown instanceof DeskFileError || isUnreadable(thrown)) return false;
    throw thrown;
  }
}

/** Reads a copy: opening a file with a WAL writes to it, and what was set aside stays as it is. */
function salvageFrom(aside: string, to: Sqlite, path: string): Salvaged {
  const copy = copyPath(path);
  removeOwn(copy);
  try {
    // Not the -shm: SQLite makes it anew from the WAL.
    for (const part of ['', '-wal']) if (existsSync(aside + part)) copyFileSync(aside + part, copy + part);
    const from = openSqlite(copy, { fileMustExist: true });
    try {
      return salvage(from, to);
    } finally {
      from.close();
    }
  } catch (thrown) {
    // As from a disk that cannot be read any more: the backup is still there.
    if (isUnreadable(thrown) || isReadFault(thrown)) return NOTHING_SALVAGED;
    throw thrown;
  } finally {
    removeOwn(copy);
  }
}

const isReadFault = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'EIO' || thrown.code === 'ENOENT');

function endOf(db: Sqlite): { position: number; recordedAt: number | null } {
  const last = db
    .prepare<[], { position: number; recordedAt: number }>(
      'SELECT position, recorded_at AS recordedAt FROM log_entry ORDER BY position DESC LIMIT 1',
    )
    .get();
  return last ?? { position: 0, recordedAt: null };
}

/** Entries known to have been there that the built file has not; null where nothing tells. */
function missingAfter({ path, now }: RescueRequest, position: number, salvaged: Salvaged): number | null {
  const side = holdSideFile(path, now);
  const left = side.left;
  side.release();
  const closedAt = left?.clean === true ? left.position : 0;
  const known = Math.max(closedAt, salvaged.lastPosition);
  return known === 0 || (closedAt === 0 && known <= position) ? null : Math.max(0, known - position);
}

function assertSound(built: string): void {
  const { ok, structure, faults } = verifyFile(built);
  if (!ok) throw new DeskFileError('storage', { reason: 'restoredNotWhole', structure, faults });
}
