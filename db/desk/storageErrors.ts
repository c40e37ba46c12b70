/** SQLite's words for a failed write, as the desk's error codes. */

import { sqliteCode } from '#db/log/sqlite.ts';
import type { DeskError } from '#shared/domain/errors.ts';

/** Null for what is not SQLite's: that is a mistake of ours and stays a throw. */
export function storageError(thrown: unknown): DeskError | null {
  const code = sqliteCode(thrown);
  if (code === null) return null;
  if (isDiskFull(code)) return { code: 'diskFull', params: {} };
  if (code.startsWith('SQLITE_READONLY')) return { code: 'readOnlyFile', params: {} };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return { code: 'damagedFile', params: { reason: code, setAside: null, newestBackup: null } };
  }
  return { code: 'storage', params: { reason: code } };
}

/** Growing the WAL's index fails with a code of its own when the disk is full. */
export const isDiskFull = (code: string | null): boolean => code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE';
