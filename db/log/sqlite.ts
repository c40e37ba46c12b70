/**
 * The one file behind which the SQLite driver sits: older systems may need another one. The driver's addon crashes the
 * process on a Node it was not built for, so the version is checked before it is loaded.
 */
import { createRequire } from 'node:module';
import type Driver from 'better-sqlite3';
import { DeskFileError } from '#db/files/fileError.ts';

export type Sqlite = Driver.Database;
export type Statement = Driver.Statement<unknown[], unknown>;

const NEEDED_NODE_MAJOR = 22;

type OpenOptions = {
  readonly?: boolean;
  fileMustExist?: boolean;
  /** How long to wait for another connection's lock, ms. */
  timeout?: number;
};

let driver: typeof Driver | null = null;

function loadDriver(): typeof Driver {
  assertNodeRunsDriver(process.versions.node);
  driver ??= createRequire(import.meta.url)('better-sqlite3') as typeof Driver;
  return driver;
}

export function assertNodeRunsDriver(version: string): void {
  if (Number.parseInt(version, 10) >= NEEDED_NODE_MAJOR) return;
  throw new DeskFileError('nodeTooOld', { needed: NEEDED_NODE_MAJOR, found: version });
}

export function openSqlite(path: string, options: OpenOptions = {}): Sqlite {
  const Database = loadDriver();
  return new Database(path, options);
}

/** SQLite's own code of what was thrown, e.g. `SQLITE_FULL`; null when something else was thrown. */
export function sqliteCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  return thrown.code.startsWith('SQLITE_') ? thrown.code : null;
}
