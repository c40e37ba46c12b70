/**
 * Brings a file's tables up to date: additive steps numbered by tens, in one transaction, after a backup. A file from a
 * newer program, of something else or of another kind of desk is refused before anything is touched.
 */

import { DeskFileError } from '#db/files/fileError.ts';
import type { Sqlite } from '#db/log/sqlite.ts';
import type { DeskKind } from '#shared/contract/rows.ts';
import { log } from './10-log.ts';
import { drafts } from './20-drafts.ts';

export type Migration = { version: number; sql: string };

export const MIGRATIONS: readonly Migration[] = [log, drafts];

/** `WDlv`, `WDdr`, `WDpr`: in the file's header, so that a drill is never opened, merged or restored as live. */
export const APPLICATION_IDS: Readonly<Record<DeskKind, number>> = {
  live: 0x57_44_6c_76,
  drill: 0x57_44_64_72,
  practice: 0x57_44_70_72,
};

const numberOf = (db: Sqlite, pragma: string): number => Number(db.pragma(pragma, { simple: true }));

/** True when nothing was ever written to it. */
export function isEmptyFile(db: Sqlite): boolean {
  return numberOf(db, 'page_count') === 0 || numberOf(db, 'schema_version') === 0;
}

/** Refuses a file this program must not write to; an empty file passes. */
export function assertOwnFile(db: Sqlite, kind: DeskKind, migrations = MIGRATIONS): void {
  if (isEmptyFile(db)) return;
  const path = db.name;
  const found = Object.entries(APPLICATION_IDS).find(([, id]) => id === numberOf(db, 'application_id'))?.[0];
  if (found === undefined) throw new DeskFileError('foreignFile', { path });
  if (found !== kind) throw new DeskFileError('otherKindOfDesk', { path, expected: kind, found });
  const file = numberOf(db, 'user_version');
  const program = migrations.at(-1)?.version ?? 0;
  if (file > program) throw new DeskFileError('newerFile', { path, file, program });
}

export function pendingMigrations(db: Sqlite, migrations = MIGRATIONS): readonly Migration[] {
  const version = numberOf(db, 'user_version');
  return migrations.filter((migration) => migration.version > version);
}

/** `backUp` is called before a file that holds something is changed. */
export function migrate(db: Sqlite, kind: DeskKind, backUp: () => void, migrations = MIGRATIONS): void {
  const pending = pendingMigrations(db, migrations);
  if (pending.length === 0) return;
  if (!isEmptyFile(db)) backUp();
  db.transaction(() => {
    for (const { version, sql } of pending) {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }
    db.pragma(`application_id = ${APPLICATION_IDS[kind]}`);
  }).immediate();
}
