/**
 * How every writing connection is set up. The driver opens WAL files with synchronous=NORMAL, where a power cut loses
 * acknowledged commits, so FULL is set on every open and read back.
 */
import type { Sqlite } from './sqlite.ts';

/**
 * Pages (4 kB) the WAL may hold before a commit itself checkpoints. The desk checkpoints while idle, so that a commit
 * costs one fsync; this is the limit for a desk that never is.
 */
const AUTOCHECKPOINT_PAGES = 8000;

const SETTINGS: readonly (readonly [name: string, value: number])[] = [
  ['synchronous', 2],
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  // Without it INSERT OR REPLACE deletes behind the back of a delete trigger.
  ['recursive_triggers', 1],
  ['mmap_size', 0],
  ['wal_autocheckpoint', AUTOCHECKPOINT_PAGES],
];

export function setPragmas(db: Sqlite): void {
  if (!db.memory) {
    const mode = db.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal') throw new Error(`journal_mode is ${JSON.stringify(mode)}, not wal`);
  }
  for (const [name, value] of SETTINGS) {
    db.pragma(`${name} = ${value}`);
    const set = db.pragma(name, { simple: true });
    // In memory there is no file to map: the pragma answers nothing.
    if (set !== undefined && set !== value) throw new Error(`PRAGMA ${name} is ${JSON.stringify(set)}, not ${value}`);
  }
}
