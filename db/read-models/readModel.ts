/**
 * A read model is a table of what lists need to find streams by. Each row is projected from a stream's state alone, so
 * that a replay and a live desk cannot disagree. A changed model raises its version: it is rebuilt beside the old table
 * and swapped in, never migrated.
 */

import type { Sqlite } from '#db/log/sqlite.ts';
import type { StreamState } from '#shared/domain/streams.ts';

/** The stream's last entry. */
export type LastEntry = { position: number; recordedAt: number };

export type Row = Readonly<Record<string, string | number | null>>;

export type ReadModel = {
  name: string;
  version: number;
  /** Column name → type; the first is the key. */
  columns: Readonly<Record<string, string>>;
  indexes: readonly string[];
  /** Streams it takes rows from: those whose name begins so. */
  streams: string;
  /** The entries that can change a row; where none are named, every one can. */
  changedBy?: ReadonlySet<string>;
  project(state: StreamState, last: LastEntry): Row | null;
};

export type SourceStream = { name: string; state: StreamState; last: LastEntry };

/** `added`: the types of the entries that are new in it; all of them where it is rebuilt. */
export type ReadModelWriter = (stream: SourceStream, added?: readonly string[]) => void;

/** Keeps one table in step; prepared once. */
export function createWriter(db: Sqlite, model: ReadModel, table = model.name): ReadModelWriter {
  const columns = Object.keys(model.columns);
  const [key, ...others] = columns;
  // Not REPLACE: an update leaves alone the indexes whose columns stay as they are.
  const put = db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})
     ON CONFLICT (${key}) DO ${others.length === 0 ? 'NOTHING' : `UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`}`,
  );
  return ({ name, state, last }, added) => {
    if (!name.startsWith(model.streams)) return;
    const { changedBy } = model;
    if (changedBy !== undefined && added !== undefined && !added.some((type) => changedBy.has(type))) return;
    const row = model.project(state, last);
    if (row !== null) put.run(row);
  };
}

/** Rebuilds every model whose version differs from the one in the file. `sources` folds all streams that begin so. */
export function bringUpToDate(
  db: Sqlite,
  models: readonly ReadModel[],
  sources: (prefix: string) => Iterable<SourceStream>,
): string[] {
  db.exec('CREATE TABLE IF NOT EXISTS read_model (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT');
  const versionOf = db.prepare<[string], number>('SELECT version FROM read_model WHERE name = ?').pluck();
  const outdated = models.filter((model) => versionOf.get(model.name) !== model.version);
  for (const model of outdated) db.transaction(() => rebuild(db, model, sources(model.streams))).immediate();
  return outdated.map((model) => model.name);
}

/** Entries were put in behind their back: every model is rebuilt at the next start. */
export function forgetReadModels(db: Sqlite): void {
  db.exec('DROP TABLE IF EXISTS read_model');
}

function rebuild(db: Sqlite, model: ReadModel, streams: Iterable<SourceStream>): void {
  const shadow = `${model.name}_next`;
  const columns = Object.entries(model.columns).map(([name, type]) => `${name} ${type}`);
  db.exec(`DROP TABLE IF EXISTS ${shadow}; CREATE TABLE ${shadow} (${columns.join(', ')}) STRICT`);
  const write = createWriter(db, model, shadow);
  for (const stream of streams) write(stream);
  db.exec(`DROP TABLE IF EXISTS ${model.name}; ALTER TABLE ${shadow} RENAME TO ${model.name}`);
  for (const index of model.indexes) db.exec(`CREATE INDEX ${model.name}_${index} ON ${model.name} (${index})`);
  db.prepare('INSERT OR REPLACE INTO read_model (name, version) VALUES (?, ?)').run(model.name, model.version);
}
