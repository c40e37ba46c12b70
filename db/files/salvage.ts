/**
 * Entries that a damaged file still holds and a sound copy of it does not: read row by row from where the copy ends, each
 * only when the chain says that it is what was written right after the one before. The first that is missing, unreadable
 * or changed ends it: what comes after cannot be told from a forgery. Commands come whole or not at all [DESK-1].
 */
import { type Chain, genesisHash, readChains, readHead } from '#db/log/chains.ts';
import { createDictionaries, type Dictionaries } from '#db/log/dictionaries.ts';
import { planHash } from '#db/log/hash.ts';
import { readRefs, writeRefs } from '#db/log/refs.ts';
import { type Sqlite, sqliteCode } from '#db/log/sqlite.ts';
import { checkEntry, type Expected, STORED_ENTRIES, type StoredEntry } from '#db/log/storedEntry.ts';

export type Salvaged = {
  entries: number;
  drafts: number;
  /** The last entry the damaged file is known to have had; 0 where it cannot say. */
  lastPosition: number;
};
export const NOTHING_SALVAGED: Salvaged = { entries: 0, drafts: 0, lastPosition: 0 };

/** Unreadable is what damage makes of anything: a page, a row, a table. Other faults, as a full disk, are thrown. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
}

const UNREADABLE = /^SQLITE_(?:CORRUPT|NOTADB|ERROR$|IOERR_READ|IOERR_SHORT_READ|CANTOPEN)/;
/** Text that is no UTF-8 or a number out of range: the driver's own refusals. */
export function isUnreadable(thrown: unknown): boolean {
  const code = sqliteCode(thrown);
  return code === null ? thrown instanceof RangeError || thrown instanceof TypeError : UNREADABLE.test(code);
}

/** `to` is a sound, older copy of what `from` was; both stay open. All or nothing is written. */
export function salvage(from: Sqlite, to: Sqlite): Salvaged {
  const source = readable(() => openSource(from));
  if (source === null) return NOTHING_SALVAGED;
  return to
    .transaction(() => {
      const entries = salvageEntries(source, to);
      const drafts = salvageDrafts(from, to);
      return { entries, drafts, lastPosition: readable(() => source.lastPosition()) ?? 0 };
    })
    .immediate();
}

type Command = { hash: Buffer; entries: number };
type Plan = { hash: string; plan_id: string; version: string; body: string; stored_at: number };

function openSource(db: Sqlite) {
  const entry = db.prepare<[number], StoredEntry>(`${STORED_ENTRIES}\nWHERE e.position = ?`);
  const command = db.prepare<[number], Command>('SELECT content_hash AS hash, entries FROM log_command WHERE id = ?');
  const plan = db.prepare<[number], Plan>(
    'SELECT hash, plan_id, version, body, stored_at FROM plan_package WHERE id = ?',
  );
  const last = db.prepare<[], number | null>('SELECT max(position) FROM log_entry').pluck();
  return {
    chains: readChains(db),
    entry: (position: number) => readable(() => entry.get(position)) ?? null,
    command: (id: number) => readable(() => command.get(id)) ?? null,
    plan: (id: number) => readable(() => plan.get(id)) ?? null,
    lastPosition: () => last.get() ?? 0,
  };
}
type Source = ReturnType<typeof openSource>;

function salvageEntries(source: Source, to: Sqlite): number {
  const writer = createWriter(source, to);
  let pending: StoredEntry[] = [];
  let salvaged = 0;
  for (let position = writer.lastPosition() + 1; ; position += 1) {
    const row = source.entry(position);
    if (row === null || !writer.accepts(row, position, pending.at(-1) ?? null)) return salvaged;
    pending.push(row);
    const command = source.command(row.command);
    if (command === null || pending.length > command.entries) return salvaged;
    if (pending.length < command.entries) continue;
    writer.add(pending, command);
    salvaged += pending.length;
    pending = [];
  }
}

/** Puts whole commands behind what is already there. */
function createWriter(source: Source, to: Sqlite) {
  const dictionaries = createDictionaries(to);
  /** Ids of chains there → here, by what is the same in both. */
  const chainsHere = new Map([...readChains(to).values()].map((chain) => [chain.chainId, chain.id]));
  const heads = new Map<number, Expected>();
  for (const chain of readChains(to).values()) heads.set(chain.id, readHead(to, chain));
  const last = to.prepare<[], { position: number; hash: Buffer } | undefined>(
    'SELECT position, hash FROM log_entry ORDER BY position DESC LIMIT 1',
  );
  const commandHere = to.prepare<[string], number>('SELECT 1 FROM log_command WHERE command_id = ?').pluck();
  const entryHere = to.prepare<[string], number>('SELECT 1 FROM log_entry WHERE entry_id = ?').pluck();
  const addChain = to.prepare(
    'INSERT INTO log_chain (chain_id, started_at, after_position, after_hash) VALUES (?, ?, ?, ?)',
  );
  const addPlan = to.prepare(
    'INSERT OR IGNORE INTO plan_package (hash, plan_id, version, body, stored_at) VALUES (?, ?, ?, ?, ?)',
  );
  const addCommand = to.prepare(
    'INSERT INTO log_command (command_id, content_hash, first_position, entries) VALUES (?, ?, ?, ?)',
  );
  const addEntry = to.prepare(
    `INSERT INTO log_entry (position, chain, chain_seq, entry_id, command, command_index, correlation, parents, stream,
       type, schema_version, hlc_ms, hlc_count, recorded_at, monotonic, clock_trusted, origin, plan, actor,
       classification, attachments, payload_hash, prev_hash, hash, hash_alg)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addPayload = to.prepare('INSERT INTO log_payload (position, salt, body) VALUES (?, ?, ?)');

  const chainHere = (id: number): number | null => chainsHere.get(source.chains.get(id)?.chainId ?? '') ?? null;

  /** Where the entry's chain stands here; a chain that began after what is here must say so. */
  function standing(chain: Chain, before: StoredEntry | null): Expected | null {
    if (before !== null && before.chain === chain.id) return { seq: before.chain_seq, hash: before.hash };
    const here = chainsHere.get(chain.chainId);
    if (here !== undefined) return heads.get(here) ?? null;
    const end = last.get();
    const follows =
      chain.afterPosition === (end?.position ?? null) &&
      (end === undefined ? chain.afterHash === null : end.hash.equals(chain.afterHash ?? Buffer.alloc(0)));
    return follows ? { seq: 0, hash: genesisHash(chain) } : null;
  }

  function ensurePlan(row: StoredEntry): boolean {
    if (row.plan === null) return true;
    const plan = source.plan(row.plan);
    if (plan === null || plan.hash !== row.plan_hash || planHash(plan.body) !== plan.hash) return false;
    addPlan.run(plan.hash, plan.plan_id, plan.version, plan.body, plan.stored_at);
    return true;
  }

  function ensureChain(row: StoredEntry): number {
    const here = chainHere(row.chain);
    if (here !== null) return here;
    const { chainId, startedAt, afterPosition, afterHash } = source.chains.get(row.chain) as Chain;
    const id = Number(addChain.run(chainId, startedAt, afterPosition, afterHash).lastInsertRowid);
    chainsHere.set(chainId, id);
    return id;
  }

  return {
    lastPosition: () => last.get()?.position ?? 0,

    /** Whether the row is the entry that was written next, of the same command as the one before it where there is one. */
    accepts(row: StoredEntry, position: number, before: StoredEntry | null): boolean {
      const chain = source.chains.get(row.chain);
      if (chain === undefined || row.position !== position || row.command_id === null) return false;
      if (before === null ? row.command_index !== 0 : row.command !== before.command) return false;
      const expected = readable(() => standing(chain, before));
      const faults = expected === null ? null : readable(() => checkEntry(row, source.chains, expected));
      if (faults === null || faults.length > 0) return false;
      if (before === null && commandHere.get(row.command_id) !== undefined) return false;
      if (entryHere.get(row.entry_id) !== undefined) return false;
      const parents = readRefs(row.parents);
      return parents.every((ref) => ref.chain === row.chain || chainHere(ref.chain) !== null) && ensurePlan(row);
    },

    add(rows: readonly StoredEntry[], command: Command): void {
      const [first] = rows;
      if (first === undefined) return;
      const commandId = addCommand.run(first.command_id, command.hash, first.position, rows.length).lastInsertRowid;
      for (const row of rows) {
        const chain = ensureChain(row);
        const parents = readRefs(row.parents).map((ref) => ({ chain: chainHere(ref.chain) ?? chain, seq: ref.seq }));
        addEntry.run(
          row.position,
          chain,
          row.chain_seq,
          row.entry_id,
          commandId,
          row.command_index,
          row.correlation,
          writeRefs(parents),
          dictionaries.stream(row.stream ?? ''),
          row.type,
          row.schema_version,
          row.hlc_ms,
          row.hlc_count,
          row.recorded_at,
          row.monotonic,
          row.clock_trusted,
          originHere(dictionaries, row),
          row.plan_hash === null ? null : dictionaries.plan(row.plan_hash),
          actorHere(dictionaries, row),
          row.classification,
          row.attachments,
          row.payload_hash,
          row.prev_hash,
          row.hash,
          row.hash_alg,
        );
        addPayload.run(row.position, row.salt, row.body);
        heads.set(chain, { seq: row.chain_seq, hash: row.hash });
      }
    },
  };
}

const originHere = (dictionaries: Dictionaries, row: StoredEntry): number =>
  dictionaries.origin({ appVersion: row.app_version ?? '', engineVersion: row.engine_version, bootId: row.boot_id });

const actorHere = (dictionaries: Dictionaries, row: StoredEntry): number =>
  dictionaries.actor({
    officerId: row.officer_id ?? '',
    name: row.name,
    post: row.post,
    role: row.role,
    onBehalfOf: row.on_behalf_of,
  });

/** What was being typed; the newer of two counts. No chain vouches for a draft, and none needs to: a person reads it. */
function salvageDrafts(from: Sqlite, to: Sqlite): number {
  const put = to.prepare(
    `INSERT INTO draft (key, value, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at
     WHERE excluded.saved_at > draft.saved_at`,
  );
  const drafts = readable(() =>
    from.prepare<[], [string, string, number]>('SELECT key, value, saved_at FROM draft').raw().all(),
  );
  let salvaged = 0;
  for (const [key, value, savedAt] of drafts ?? []) salvaged += put.run(key, value, savedAt).changes;
  return salvaged;
}
