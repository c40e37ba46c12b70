/** Reads entries back as the folds and lists need them: current schema version, unknown types carried as they are. */
import type { RecordedEvent } from '#shared/domain/recorded.ts';
import { upcast } from '#shared/domain/streams.ts';
import type { Dictionaries } from './dictionaries.ts';
import { type LocalRef, readRefs } from './refs.ts';
import type { Sqlite } from './sqlite.ts';

/** Stands for an entry whose payload was redacted: a type no fold knows, so it is carried and says nothing. */
export const REDACTED_TYPE = 'PayloadRedacted';

export type LoggedEvent = { event: RecordedEvent; ref: LocalRef; parents: readonly LocalRef[] };

type Row = {
  position: number;
  chain: number;
  chain_seq: number;
  entry_id: string;
  parents: string;
  stream: string;
  type: string;
  schema_version: number;
  recorded_at: number;
  officer_id: string;
  name: string;
  post: string;
  body: string | null;
};

const COLUMNS = `e.position, e.chain, e.chain_seq, e.entry_id, e.parents, s.name AS stream, e.type, e.schema_version,
  e.recorded_at, a.officer_id, a.name, a.post, p.body
FROM log_entry e
CROSS JOIN log_stream s ON s.id = e.stream
CROSS JOIN log_actor a ON a.id = e.actor
CROSS JOIN log_payload p ON p.position = e.position`;

function toLogged(row: Row): LoggedEvent {
  const stored: unknown = row.body === null ? null : JSON.parse(row.body);
  const redacted = row.body === null;
  return {
    event: {
      entryId: row.entry_id,
      stream: row.stream,
      type: redacted ? REDACTED_TYPE : row.type,
      payload: redacted ? { type: row.type } : upcast(row.type, row.schema_version, stored),
      recordedAt: row.recorded_at,
      actor: { officerId: row.officer_id, name: row.name, post: row.post },
      position: row.position,
    },
    ref: { chain: row.chain, seq: row.chain_seq },
    parents: readRefs(row.parents),
  };
}

export type PageRequest = {
  /** Entries before this position. */
  before: number;
  limit: number;
  /** Recorded by then. */
  asOf: number;
};

export type LogReader = {
  /** In the canonical order: logical clock, chain, place in the chain. */
  readStream(name: string, asOf?: number): LoggedEvent[];
  /** Newest first. */
  readPage(page: PageRequest): RecordedEvent[];
  /** Newest first, of these streams only. */
  readStreamsPage(names: readonly string[], page: PageRequest): RecordedEvent[];
  hasEntry(entryId: string): boolean;
  streamNames(prefix: string): string[];
};

export function createReader(db: Sqlite, dictionaries: Dictionaries): LogReader {
  const streamRows = db.prepare<[number, number], Row>(
    `SELECT ${COLUMNS} CROSS JOIN log_chain c ON c.id = e.chain
     WHERE e.stream = ? AND e.recorded_at <= ?
     ORDER BY e.hlc_ms, e.hlc_count, c.chain_id, e.chain_seq`,
  );
  const pageRows = db.prepare<[number, number, number], Row>(
    `SELECT ${COLUMNS} WHERE e.position < ? AND e.recorded_at <= ? ORDER BY e.position DESC LIMIT ?`,
  );
  const streamsPageRows = db.prepare<[string, number, number, number], Row>(
    `SELECT ${COLUMNS}
     WHERE e.stream IN (SELECT value FROM json_each(?)) AND e.position < ? AND e.recorded_at <= ?
     ORDER BY e.position DESC LIMIT ?`,
  );
  const entry = db.prepare<[string], number>('SELECT 1 FROM log_entry WHERE entry_id = ?').pluck();
  const names = db
    .prepare<[string], string>(`SELECT name FROM log_stream WHERE name GLOB ? || '*' ORDER BY id`)
    .pluck();

  return {
    readStream(name, asOf = Number.MAX_SAFE_INTEGER) {
      const id = dictionaries.findStream(name);
      return id === null ? [] : streamRows.all(id, asOf).map(toLogged);
    },
    readPage: ({ before, limit, asOf }) => pageRows.all(before, asOf, limit).map((row) => toLogged(row).event),
    readStreamsPage(names, { before, limit, asOf }) {
      const ids = names.map((name) => dictionaries.findStream(name)).filter((id) => id !== null);
      const rows = streamsPageRows.all(JSON.stringify(ids), before, asOf, limit);
      return rows.map((row) => toLogged(row).event);
    },
    hasEntry: (entryId) => entry.get(entryId) !== undefined,
    streamNames: (prefix) => names.all(prefix),
  };
}
