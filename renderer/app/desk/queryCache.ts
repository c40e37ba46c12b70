/**
 * Query results shared by all components that ask the same. A result is kept until the desk says it changed, until an
 * instant is reached at which it changes by itself, or until the practice scrubber moves; the last one stays on the
 * screen while the next is fetched. One request per query at a time: a change during a request asks once more after it.
 */
import type { Changed, DeskApi, Query, QueryResults, QueryType } from '#shared/contract/deskApi.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import { joinFile } from '#shared/domain/incident/fileAfter.ts';
import { keepEqual } from './keepEqual.ts';

export type QueryFailure = { kind: 'refused'; error: DeskError } | { kind: 'unreachable' };
export type QuerySnapshot<T extends QueryType = QueryType> = {
  data: QueryResults[T] | undefined;
  /** The last attempt failed; `data` is what was known before. */
  failure: QueryFailure | undefined;
};

type Entry = {
  deskId: string;
  query: Query;
  snapshot: QuerySnapshot;
  listeners: Set<() => void>;
  loading: boolean;
  again: boolean;
};

const NOTHING: QuerySnapshot = { data: undefined, failure: undefined };
/** getDesk and getPlan answer the same at every instant. */
const TIMELESS: readonly QueryType[] = ['getDesk', 'getPlan'];
const DIRECTORY: readonly QueryType[] = ['listContacts', 'getContact', 'matchPeople', 'listContactImports'];
/** The plan in force never changes under its id and hash. */
const touches = (query: Query, changed: Changed): boolean => {
  // A desk that runs again, or was only opened now, may answer anything anew.
  if (changed.position < 0 || changed.streams.length === 0) return true;
  if (query.type === 'getPlan') return changed.streams.includes('desk');
  if (query.type === 'getIncident') {
    return changed.streams.some((s) => s === 'desk' || s.endsWith(`/${query.incidentId}`) || s.startsWith('call/'));
  }
  if (DIRECTORY.includes(query.type)) {
    return changed.streams.some((s) => s === 'desk' || s === 'directory' || s.startsWith('incident/'));
  }
  if (query.type === 'getStatistics' || query.type === 'listObligations') {
    return changed.streams.some((s) => s === 'desk' || s.startsWith('incident/'));
  }
  return true;
};

function nextChangeOf(result: QuerySnapshot['data']): number | null {
  if (result === undefined || Array.isArray(result)) return null;
  if ('nextChangeAt' in result) return result.nextChangeAt;
  return 'assessment' in result ? result.assessment.nextChangeAt : null;
}

/** In a replay nothing is known that comes after its instant; an earlier one may be asked for. */
function asOfPast(query: Query, past: number | null): Query {
  if (past === null || TIMELESS.includes(query.type)) return query;
  const asked = 'at' in query ? query.at : undefined;
  return { ...query, at: Math.min(past, asked ?? past) } as Query;
}

/** A file that is known up to an entry is asked for from there on. */
function askedAfter(query: Query, known: QuerySnapshot['data']): Query {
  if (query.type !== 'getIncident' || known === undefined || !isFile(known)) return query;
  const last = known.entries.at(-1);
  return last === undefined ? query : { ...query, after: last.entryId };
}

const isFile = (result: NonNullable<QuerySnapshot['data']>): result is QueryResults['getIncident'] =>
  'entries' in result && 'assessment' in result;

function joined(known: QuerySnapshot['data'], told: QueryResults[QueryType]): QueryResults[QueryType] {
  return known !== undefined && isFile(known) && isFile(told) ? joinFile(known, told) : told;
}

const isOfPast = (query: Query): boolean => 'at' in query && query.at !== undefined;

export type QueryCache = ReturnType<typeof createQueryCache>;

export function createQueryCache(api: DeskApi, pastInstantOf: (deskId: string) => number | null) {
  const entries = new Map<string, Entry>();

  const publish = (entry: Entry, snapshot: QuerySnapshot) => {
    entry.snapshot = snapshot;
    for (const listener of entry.listeners) listener();
  };

  async function load(entry: Entry): Promise<void> {
    if (entry.loading) {
      entry.again = true;
      return;
    }
    entry.loading = true;
    entry.again = false;
    const known = entry.snapshot.data;
    const query = askedAfter(asOfPast(entry.query, pastInstantOf(entry.deskId)), known);
    try {
      const reply = await api.query(entry.deskId, query);
      publish(
        entry,
        reply.ok
          ? { data: keepEqual(known, joined(known, reply.result)), failure: undefined }
          : { data: entry.snapshot.data, failure: { kind: 'refused', error: reply.error } },
      );
    } catch {
      publish(entry, { data: entry.snapshot.data, failure: { kind: 'unreachable' } });
    }
    entry.loading = false;
    if (entry.again) void load(entry);
  }

  const reloadWhere = (fits: (entry: Entry) => boolean) => {
    for (const [key, entry] of entries) {
      if (!fits(entry)) continue;
      if (entry.listeners.size > 0) void load(entry);
      else entries.delete(key);
    }
  };

  const entryOf = (deskId: string, query: Query): Entry => {
    const key = `${deskId} ${JSON.stringify(query)}`;
    const known = entries.get(key);
    if (known) return known;
    const entry: Entry = { deskId, query, snapshot: NOTHING, listeners: new Set(), loading: false, again: false };
    entries.set(key, entry);
    return entry;
  };

  return {
    /** Calls back whenever the snapshot changes; asks the desk when nothing is known yet. */
    watch(deskId: string, query: Query, listener: () => void): () => void {
      const entry = entryOf(deskId, query);
      entry.listeners.add(listener);
      if (entry.snapshot === NOTHING && !entry.loading) void load(entry);
      return () => {
        entry.listeners.delete(listener);
        // Of past instants there is no end: what nobody looks at is not kept.
        if (entry.listeners.size === 0 && isOfPast(query)) entries.delete(`${deskId} ${JSON.stringify(query)}`);
      };
    },
    snapshot<T extends QueryType>(deskId: string, query: Extract<Query, { type: T }>): QuerySnapshot<T> {
      return entryOf(deskId, query).snapshot as QuerySnapshot<T>;
    },
    reload(deskId: string, query: Query): void {
      void load(entryOf(deskId, query));
    },
    onChanged(changed: Changed): void {
      reloadWhere((entry) => (changed.position < 0 || entry.deskId === changed.desk) && touches(entry.query, changed));
    },
    /** Every second: what changes by itself at an instant that has come. */
    onTick(now: number): void {
      for (const entry of entries.values()) {
        const next = nextChangeOf(entry.snapshot.data);
        if (entry.listeners.size > 0 && !entry.loading && next !== null && next <= now) void load(entry);
      }
    },
    /** The practice scrubber moved. */
    onPastInstant(deskId: string): void {
      reloadWhere((entry) => entry.deskId === deskId && !TIMELESS.includes(entry.query.type));
    },
  };
}
