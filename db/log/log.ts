/**
 * The log of one file: append in a transaction, read back, verify. Everything else in the file follows from it. Knows
 * nothing of incidents or plans.
 */
import { type Appended, type AppendRequest, createAppender, type LogHead } from './append.ts';
import { type Chain, readChains, readHead, startChain } from './chains.ts';
import { type CommittedCommand, createCommandFinder } from './commands.ts';
import { createDictionaries, type Origin } from './dictionaries.ts';
import { ZERO_HLC } from './hlc.ts';
import { createReader, type LogReader } from './read.ts';
import { redactPayload } from './redact.ts';
import type { Sqlite } from './sqlite.ts';

export type Log = LogReader & {
  readonly chainId: string;
  head(): LogHead;
  /** Highest instant recorded so far. */
  lastRecordedAt(): number;
  findCommand(commandId: string): CommittedCommand | null;
  /** One transaction, one fsync. On a throw nothing is written and nothing remembered. */
  commit<T>(work: () => T): T;
  /** Only inside `commit`. */
  append(request: AppendRequest): Appended;
  /** Empties the payload of an entry; true when there was one. */
  redact(entryId: string): boolean;
};

export type LogOptions = {
  db: Sqlite;
  origin: Origin;
  /** This file is a copy or was restored: entries from now on are a chain of their own. */
  newIncarnation: boolean;
  newChainId: () => string;
  now: number;
};

export function openLog({ db, origin, newIncarnation, newChainId, now }: LogOptions): Log {
  const current = [...readChains(db).values()].at(-1);
  const chain: Chain = current === undefined || newIncarnation ? startChain(db, newChainId(), now) : current;
  const dictionaries = createDictionaries(db);
  const append = createAppender(db, chain, origin, dictionaries);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const end = db.prepare('COMMIT');
  let head: LogHead = { ...readHead(db, chain), ...readLast(db) };

  return {
    ...createReader(db, dictionaries),
    findCommand: createCommandFinder(db),
    chainId: chain.chainId,
    head: () => head,
    lastRecordedAt: () => head.hlc.ms,

    commit(work) {
      const before = head;
      begin.run();
      try {
        const result = work();
        end.run();
        return result;
      } catch (thrown) {
        if (db.inTransaction) db.exec('ROLLBACK');
        head = before;
        dictionaries.forget();
        throw thrown;
      }
    },

    append(request) {
      if (!db.inTransaction) throw new Error('append outside a transaction');
      const appended = append(head, request);
      head = appended.head;
      return appended;
    },

    redact: (entryId) => redactPayload(db, entryId),
  };
}

/** From the end of the file: nothing is scanned. */
function readLast(db: Sqlite): Pick<LogHead, 'position' | 'hlc'> {
  const last = db
    .prepare<[], { position: number; ms: number; count: number }>(
      'SELECT position, hlc_ms AS ms, hlc_count AS count FROM log_entry ORDER BY position DESC LIMIT 1',
    )
    .get();
  if (last === undefined) return { position: 0, hlc: ZERO_HLC };
  return { position: last.position, hlc: { ms: last.ms, count: last.count } };
}
