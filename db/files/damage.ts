/** A damaged file is set aside, never deleted, and the newest verified backup is named. Putting it in place is a person's decision. */
import { copyFileSync, existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listBackups } from './backup.ts';
import { renameDurably } from './durable.ts';
import { DeskFileError } from './fileError.ts';
import { damagedPath } from './names.ts';
import { holdSideFile } from './sideFile.ts';

const PARTS = ['', '-wal', '-shm'];

/** Moves the file and its WAL aside. The connection must be closed. */
export function setAside(path: string, now: number): string {
  const aside = damagedPath(path, now);
  for (const part of PARTS) if (existsSync(path + part)) renameSync(path + part, aside + part);
  return aside;
}

/** For a file that is damaged, or that should be here and is not. */
export function damagedFile(path: string, reason: string, setAsideAs: string | null): DeskFileError {
  const newest = listBackups(path)[0];
  return new DeskFileError('damagedFile', {
    path,
    reason,
    setAside: setAsideAs ?? newestSetAside(path),
    newestBackup: newest === undefined ? null : { path: newest.path, at: newest.at },
  });
}

function newestSetAside(path: string): string | null {
  const folder = dirname(path);
  const prefix = `${basename(path)}.damaged-`;
  const found = readdirSync(folder).filter((name) => name.startsWith(prefix) && !/-(?:wal|shm)$/.test(name));
  const newest = found.sort().at(-1);
  return newest === undefined ? null : join(folder, newest);
}

/** Puts a backup where the file was set aside. It opens as a new incarnation, with a chain of its own from there. */
export function restoreBackup(path: string, backupFile: string, now: number): void {
  const side = holdSideFile(path, now);
  try {
    if (existsSync(path)) setAside(path, now);
    copyFileSync(backupFile, `${path}.tmp`);
    renameDurably(`${path}.tmp`, path);
  } finally {
    side.release();
  }
}
