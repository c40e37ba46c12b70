/** SQLite's words for what a file did not allow, as the desk's error codes. */

import { sqliteCode } from '#db/log/sqlite.ts';
import type { DeskError } from '#shared/domain/errors.ts';

/** Null for what is not SQLite's: that is a mistake of ours and stays a throw. */
export function storageError(thrown: unknown): DeskError | null {
  const code = sqliteCode(thrown);
  if (code === null) return null;
  if (isDiskFull(code)) return { code: 'diskFull', params: {} };
  if (isDamage(code)) return { code: 'damagedFile', params: { reason: code, setAside: null, newestBackup: null } };
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return { code: 'readOnlyFile', params: {} };
  if (code.startsWith('SQLITE_BUSY')) return { code: 'fileInUse', params: {} };
  return { code: 'storage', params: { reason: code } };
}

/** Growing the WAL's index fails with a code of its own when the disk is full. */
export const isDiskFull = (code: string | null): boolean => code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE';

export const isDamage = (code: string): boolean => code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');

/** What is copied, renamed or written as a file of its own fails with the system's codes. */
export function systemError(thrown: unknown): DeskError | null {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'diskFull', params: {} };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { code: 'readOnlyFile', params: {} };
  return typeof code === 'string' ? { code: 'storage', params: { reason: code } } : null;
}
