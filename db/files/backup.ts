/**
 * Backups beside the file. A copy is made online under another name, verified as a whole, and only then gets its real
 * name: what is called a backup is one. Copying the file itself would miss what is still in the WAL.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite, type Sqlite } from '#db/log/sqlite.ts';
import type { CopiedFiles, CopyFiles } from './attachmentCopies.ts';
import { renameDurably } from './durable.ts';
import { DeskFileError } from './fileError.ts';
import { forgetIncarnation } from './incarnation.ts';
import { backupFolder, backupInstant, backupPath } from './names.ts';
import { keptBackups } from './retention.ts';
import { type FileVerification, verifyFile } from './verifyFile.ts';

export type Backup = { path: string; at: number };
/** With what was done for the attached files its log names. */
export type BackedUp = Backup & { files: CopiedFiles };

export type Verify = (path: string, signal?: AbortSignal) => Promise<FileVerification>;

/** What takes long, in other threads where there are any. */
export type BackupWork = { verify: Verify; copyFiles: CopyFiles };

/** Newest first. */
export function listBackups(path: string): Backup[] {
  const folder = backupFolder(path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => ({ path: join(folder, name), at: backupInstant(path, name) }))
    .filter((backup): backup is Backup => backup.at !== null)
    .sort((a, b) => b.at - a.at);
}

/** Commands go on meanwhile: the copy is made page by page and follows what is written. */
/** The log is safe first: what keeps attached files from being copied is thrown when the backup already has its name. */
export async function backUp(db: Sqlite, now: number, { verify, copyFiles }: BackupWork): Promise<BackedUp> {
  const { path, temporary } = prepare(db.name, now);
  try {
    await db.backup(temporary);
    standAlone(temporary);
    const backup = keep(db.name, { path, at: now }, temporary, await verify(temporary));
    return { ...backup, files: await copyFiles(db.name, backup.path) };
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Before a migration, when nothing else runs yet. */
export function backUpNow(db: Sqlite, now: number): Backup {
  const { path, temporary } = prepare(db.name, now);
  try {
    db.prepare('VACUUM INTO ?').run(temporary);
    standAlone(temporary);
    return keep(db.name, { path, at: now }, temporary, verifyFile(temporary));
  } finally {
    rmSync(temporary, { force: true });
  }
}

function prepare(file: string, now: number): { path: string; temporary: string } {
  mkdirSync(backupFolder(file), { recursive: true });
  const path = backupPath(file, now);
  const temporary = `${path}.tmp`;
  // Left by a crash in the middle of a copy.
  rmSync(temporary, { force: true });
  return { path, temporary };
}

/** One file without a WAL, which knows that it is a copy. */
function standAlone(path: string): void {
  const copy = openSqlite(path, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    forgetIncarnation(copy);
  } finally {
    copy.close();
  }
}

function keep(file: string, backup: Backup, temporary: string, verified: FileVerification): Backup {
  if (!verified.ok) {
    const { structure, faults } = verified;
    throw new DeskFileError('storage', { reason: 'backupNotWhole', structure, faults });
  }
  renameDurably(temporary, backup.path);
  prune(file, backup.at);
  return backup;
}

function prune(file: string, now: number): void {
  const backups = listBackups(file);
  const kept = keptBackups(
    backups.map(({ at }) => at),
    now,
  );
  for (const { path, at } of backups) if (!kept.has(at)) rmSync(path, { force: true });
}
