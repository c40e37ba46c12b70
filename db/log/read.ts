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

const ENVELOPE = `e.position, e.chain, e.chain_seq, e.entry_id, e.parents, s.name AS stream, e.type, e.schema_version,
  e.recorded_at, a.officer_id, a.name, a.post`;
const FIELDS = `${ENVELOPE}, p.body`;
const TABLES = `FROM log_entry e
CROSS JOIN log_stream s ON s.id = e.stream
CROSS JOIN log_actor a ON a.id = e.actor
CROSS JOIN log_payload p ON p.position = e.position`;
const COLUMNS = `${FIELDS} ${TABLES}`;
/** Worked out where it is stored: a page of long lists is neither carried nor parsed. */
const BRIEF_COLUMNS = `${ENVELOPE},
  CASE WHEN e.type IN (SELECT value FROM json_each(?)) THEN json_replace(p.body, '$.rows', json_array_length(p.body, '$.rows'))
    ELSE p.body END AS body ${TABLES}`;

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

type PlannedRow = Row & { plan_hash: string | null };
const toPlanned = (row: PlannedRow): PlannedEvent => ({ event: toLogged(row).event, planHash: row.plan_hash });

export type PageRequest = {
  /** Entries before this position. */
  before: number;
  limit: number;
  /** Recorded by then. */
  asOf: number;
  /** Types that are no lines of their own. */
  without?: readonly string[];
  /** Types of which `rows` is told as how many they are. */
  counted?: readonly string[];
};

/** With the plan package it was made under, by hash. */
export type PlannedEvent = { event: RecordedEvent; planHash: string | null };

export type LogReader = {
  /** In the canonical order: logical clock, chain, place in the chain. */
  readStream(name: string, asOf?: number): LoggedEvent[];
  /** The same one by one: where they stand. */
  streamPositions(name: string): number[];
  readLogged(position: number): LoggedEvent | null;
  /** Newest first. */
  readPage(page: PageRequest): RecordedEvent[];
  /** Newest first, of these streams only. */
  readStreamsPage(names: readonly string[], page: PageRequest): RecordedEvent[];
  /** From the oldest on: entries behind this position. */
  readAfter(position: number, limit: number): PlannedEvent[];
  readAt(position: number): PlannedEvent | null;
  hasEntry(entryId: string): boolean;
  positionOf(entryId: string): number | null;
  /** Of the entry at that position. */
  hashAt(position: number): Uint8Array | null;
  /** Of the last entry recorded by then; 0 where there is none. */
  positionBy(at: number): number;
  streamNames(prefix: string): string[];
};

export function createReader(db: Sqlite, dictionaries: Dictionaries): LogReader {
  const streamRows = db.prepare<[number, number], Row>(
    `SELECT ${COLUMNS} CROSS JOIN log_chain c ON c.id = e.chain
     WHERE e.stream = ? AND e.recorded_at <= ?
     ORDER BY e.hlc_ms, e.hlc_count, c.chain_id, e.chain_seq`,
  );
  const streamOrder = db
    .prepare<[number], number>(
      `SELECT e.position FROM log_entry e JOIN log_chain c ON c.id = e.chain
       WHERE e.stream = ? ORDER BY e.hlc_ms, e.hlc_count, c.chain_id, e.chain_seq`,
    )
    .pluck();
  const pageRows = db.prepare<[string, number, number, string, number], Row>(
    `SELECT ${BRIEF_COLUMNS} WHERE e.position < ? AND e.recorded_at <= ?
       AND e.type NOT IN (SELECT value FROM json_each(?))
     ORDER BY e.position DESC LIMIT ?`,
  );
  const streamsPageRows = db.prepare<[string, number, number, number], Row>(
    `SELECT ${COLUMNS}
     WHERE e.stream IN (SELECT value FROM json_each(?)) AND e.position < ? AND e.recorded_at <= ?
     ORDER BY e.position DESC LIMIT ?`,
  );
  const planned = `SELECT ${FIELDS}, g.hash AS plan_hash ${TABLES} LEFT JOIN plan_package g ON g.id = e.plan`;
  const rowsAfter = db.prepare<[number, number], PlannedRow>(
    `${planned} WHERE e.position > ? ORDER BY e.position LIMIT ?`,
  );
  const rowAt = db.prepare<[number], PlannedRow>(`${planned} WHERE e.position = ?`);
  const entry = db.prepare<[string], number>('SELECT position FROM log_entry WHERE entry_id = ?').pluck();
  const hash = db.prepare<[number], Buffer>('SELECT hash FROM log_entry WHERE position = ?').pluck();
  const recordedAt = db
    .prepare<[number], number>('SELECT recorded_at FROM log_entry WHERE position <= ? ORDER BY position DESC LIMIT 1')
    .pluck();
  const last = db.prepare<[], number>('SELECT max(position) FROM log_entry').pluck();
  const names = db
    .prepare<[string], string>(`SELECT name FROM log_stream WHERE name GLOB ? || '*' ORDER BY id`)
    .pluck();

  return {
    readStream(name, asOf = Number.MAX_SAFE_INTEGER) {
      const id = dictionaries.findStream(name);
      return id === null ? [] : streamRows.all(id, asOf).map(toLogged);
    },
    streamPositions(name) {
      const id = dictionaries.findStream(name);
      return id === null ? [] : streamOrder.all(id);
    },
    readLogged(position) {
      const row = rowAt.get(position);
      return row === undefined ? null : toLogged(row);
    },
    readPage: ({ before, limit, asOf, without = [], counted = [] }) =>
      pageRows
        .all(JSON.stringify(counted), before, asOf, JSON.stringify(without), limit)
        .map((row) => toLogged(row).event),
    readStreamsPage(names, { before, limit, asOf }) {
      const ids = names.map((name) => dictionaries.findStream(name)).filter((id) => id !== null);
      const rows = streamsPageRows.all(JSON.stringify(ids), before, asOf, limit);
      return rows.map((row) => toLogged(row).event);
    },
    readAfter: (position, limit) => rowsAfter.all(position, limit).map(toPlanned),
    readAt(position) {
      const row = rowAt.get(position);
      return row === undefined ? null : toPlanned(row);
    },
    hasEntry: (entryId) => entry.get(entryId) !== undefined,
    positionOf: (entryId) => entry.get(entryId) ?? null,
    hashAt: (position) => hash.get(position) ?? null,
    // Recorded time never runs backwards [LOG-6], so halving finds it without an index.
    positionBy(at) {
      let none = 0;
      let beyond = (last.get() ?? 0) + 1;
      while (beyond - none > 1) {
        const middle = Math.floor((none + beyond) / 2);
        if ((recordedAt.get(middle) ?? Number.NEGATIVE_INFINITY) <= at) none = middle;
        else beyond = middle;
      }
      return none;
    },
    streamNames: (prefix) => names.all(prefix),
  };
}
