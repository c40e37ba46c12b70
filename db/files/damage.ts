/** A damaged file is set aside, never deleted, and the newest backup is named. Putting it in place is a person's decision (`rescue.ts`). */
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listBackups } from './backup.ts';
import { DeskFileError } from './fileError.ts';
import { damagedPath } from './names.ts';

const PARTS = ['', '-wal', '-shm'];

/** Moves the file and its WAL aside, whichever of them are there. The connection must be closed. */
export function setAside(path: string, now: number): string {
  const isTaken = (at: number): boolean => PARTS.some((part) => existsSync(damagedPath(path, at) + part));
  let at = now;
  while (isTaken(at)) at += 1;
  const aside = damagedPath(path, at);
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
