/**
 * The index in a file of its own beside the desk's: the log never waits for it, carries it in no backup and loses nothing
 * with it. FTS5 tables per kind, so that a rare kind is found at once among a million of another.
 *
 * It says which version made it and up to which entry, by that entry's hash: since every hash holds all before it, a file
 * that belongs to another log, or to one that went another way, is known by this alone.
 */
import { rmSync } from 'node:fs';
import { isDamage } from '#db/files/storageErrors.ts';
import { openSqlite, type Sqlite, sqliteCode } from '#db/log/sqlite.ts';
import { type FoundKind, foundKinds } from '#shared/domain/search/kinds.ts';

/** Raised by every change of what is found by what: the index is then made anew. */
export const SEARCH_VERSION = 4;

/**
 * Of the kinds there may be a million of, so many positions stand in one table: FTS5 reaches older entries only through all
 * newer ones of the same table, and a search must be able to stop in between.
 */
export const POSITIONS_A_PART = 50_000;
const IN_PARTS: readonly FoundKind[] = ['entry', 'alarm'];

export const isInParts = (kind: FoundKind): boolean => IN_PARTS.includes(kind);

export const wordsTable = (kind: FoundKind, part: number | null): string =>
  part === null ? `words_${kind}` : `words_${kind}_${part}`;

export const createWordsTable = (table: string): string =>
  `CREATE VIRTUAL TABLE ${table} USING fts5(tokens, content = '', columnsize = 0, tokenize = 'ascii')`;

const SCHEMA = `
CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  -- The last entry that is in it, and that entry's hash; 0 and null while there is none.
  position INTEGER NOT NULL,
  hash BLOB
) STRICT;

-- What was struck, by which entry.
CREATE TABLE struck (position INTEGER PRIMARY KEY, by_position INTEGER NOT NULL) STRICT;

-- People, units and incidents as they were named; a change adds a row, so that any instant can be asked.
CREATE TABLE name (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  folded TEXT NOT NULL,
  title TEXT NOT NULL,
  more TEXT NOT NULL,
  phone TEXT,
  -- The entry that said so, and the one that said otherwise.
  position INTEGER NOT NULL,
  until INTEGER
) STRICT;
CREATE INDEX name_key ON name (kind, key);
CREATE INDEX name_position ON name (position);
CREATE INDEX name_folded ON name (kind, folded) WHERE until IS NULL;

-- The parts there are of a kind that stands in parts.
CREATE TABLE part (kind TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, number)) STRICT;
${foundKinds
  .filter((kind) => !isInParts(kind))
  .map((kind) => `${createWordsTable(wordsTable(kind, null))};`)
  .join('\n')}
`;

/** What a power cut takes is read from the log again: no entry waits for an fsync of this. */
const PRAGMAS = ['journal_mode = WAL', 'synchronous = NORMAL', 'wal_autocheckpoint = 4000', 'trusted_schema = 0'];

/** Somebody else may look at it, e.g. a virus scanner; the desk does not wait for that. */
const BUSY_MS = 20;

export const isDamaged = (thrown: unknown): boolean => {
  const code = sqliteCode(thrown);
  return code !== null && (isDamage(code) || code === 'SQLITE_ERROR' || code.startsWith('SQLITE_CONSTRAINT'));
};

export type SearchFile = { db: Sqlite; position: number };

type State = { version: number; position: number; hash: Buffer | null };

function readState(db: Sqlite): State | null {
  const isThere = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search_state'").get() !== undefined;
  if (!isThere) return null;
  return db.prepare<[], State>('SELECT version, position, hash FROM search_state').get() ?? null;
}

/** Up to where it can be trusted; null: it is of another version, or of another log. */
function trustedPosition(db: Sqlite, hashAt: (position: number) => Uint8Array | null): number | null {
  const state = readState(db);
  if (state === null || state.version !== SEARCH_VERSION) return null;
  if (state.position === 0) return 0;
  const hash = hashAt(state.position);
  return hash !== null && state.hash !== null && Buffer.compare(hash, state.hash) === 0 ? state.position : null;
}

function removeFile(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
}

function begin(db: Sqlite): void {
  for (const pragma of PRAGMAS) db.pragma(pragma);
}

function openEmpty(path: string): SearchFile {
  const db = openSqlite(path, { timeout: BUSY_MS });
  try {
    begin(db);
    db.transaction(() => {
      db.exec(SCHEMA);
      db.prepare('INSERT INTO search_state (id, version, position, hash) VALUES (1, ?, 0, NULL)').run(SEARCH_VERSION);
    }).immediate();
    return { db, position: 0 };
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** As it was left, or empty where it cannot be used. */
export function openSearchFile(path: string, hashAt: (position: number) => Uint8Array | null): SearchFile {
  if (path === ':memory:') return openEmpty(path);
  const left = openLeft(path, hashAt);
  if (left !== null) return left;
  removeFile(path);
  return openEmpty(path);
}

function openLeft(path: string, hashAt: (position: number) => Uint8Array | null): SearchFile | null {
  const db = openSqlite(path, { timeout: BUSY_MS });
  try {
    begin(db);
    const position = trustedPosition(db, hashAt);
    if (position !== null) return { db, position };
    db.close();
    return null;
  } catch (thrown) {
    db.close();
    if (!isDamaged(thrown)) throw thrown;
    return null;
  }
}

export function startAnew({ db }: SearchFile, path: string): SearchFile {
  db.close();
  if (path !== ':memory:') removeFile(path);
  return openEmpty(path);
}
