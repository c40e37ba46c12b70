/** Writes entries at the end of this file's chain. Runs inside a transaction of `openLog`. */
import type { Chain, ChainHead } from './chains.ts';
import type { ClockReading } from './clock.ts';
import type { Dictionaries, Origin } from './dictionaries.ts';
import { type Attachment, type EntryActor, hashEnvelope } from './envelope.ts';
import { HASH_ALG, newSalt, payloadHash } from './hash.ts';
import { type Hlc, tickHlc } from './hlc.ts';
import { type LocalRef, writeRefs } from './refs.ts';
import type { Sqlite } from './sqlite.ts';

export type NewEntry = {
  entryId: string;
  stream: string;
  type: string;
  schemaVersion: number;
  /** The payload's exact bytes. */
  body: string;
  planHash: string | null;
  classification?: string;
  attachments?: readonly Attachment[];
};

/** One command: what it recorded, by whom and when. */
export type AppendRequest = {
  commandId: string;
  contentHash: Uint8Array;
  correlation?: string;
  actor: EntryActor;
  reading: ClockReading;
  entries: readonly NewEntry[];
  /** The heads of a stream as the desk has them. */
  headsOf(stream: string): readonly LocalRef[];
};

/** Where the log stands. */
export type LogHead = ChainHead & { position: number; hlc: Hlc };

export type Appended = { head: LogHead; refs: LocalRef[] };

/** Half a surrogate pair cannot be stored as UTF-8: hashed and stored text must be the same. */
const wellFormed = ({ officerId, name, post, role, onBehalfOf }: EntryActor): EntryActor => ({
  officerId: officerId.toWellFormed(),
  name: name.toWellFormed(),
  post: post.toWellFormed(),
  role: role?.toWellFormed() ?? null,
  onBehalfOf: onBehalfOf?.toWellFormed() ?? null,
});

export function createAppender(db: Sqlite, chain: Chain, origin: Origin, dictionaries: Dictionaries) {
  const addCommand = db.prepare(
    'INSERT INTO log_command (command_id, content_hash, first_position, entries) VALUES (?, ?, ?, ?)',
  );
  const addEntry = db.prepare(
    `INSERT INTO log_entry (position, chain, chain_seq, entry_id, command, command_index, correlation, parents, stream,
       type, schema_version, hlc_ms, hlc_count, recorded_at, monotonic, clock_trusted, origin, plan, actor,
       classification, attachments, payload_hash, prev_hash, hash, hash_alg)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const findChainId = db.prepare<[number], string>('SELECT chain_id FROM log_chain WHERE id = ?').pluck();
  const addPayload = db.prepare('INSERT INTO log_payload (position, salt, body) VALUES (?, ?, ?)');

  return function append(from: LogHead, request: AppendRequest): Appended {
    const { reading, correlation } = request;
    const commandId = request.commandId.toWellFormed();
    const actor = wellFormed(request.actor);
    const command = addCommand.run(
      commandId,
      request.contentHash,
      from.position + 1,
      request.entries.length,
    ).lastInsertRowid;
    const originId = dictionaries.origin(origin);
    const actorId = dictionaries.actor(actor);
    const headsHere = new Map<string, readonly LocalRef[]>();
    const refs: LocalRef[] = [];
    let head = from;

    request.entries.forEach((entry, commandIndex) => {
      const { entryId, stream, type, schemaVersion, body, planHash } = entry;
      const classification = entry.classification ?? null;
      const attachments = entry.attachments ?? [];
      const parents = headsHere.get(stream) ?? request.headsOf(stream);
      const ref = { chain: chain.id, seq: head.seq + 1 };
      const position = head.position + 1;
      const hlc = tickHlc(head.hlc, reading.recordedAt);
      const salt = newSalt();
      const salted = payloadHash(salt, body);
      const hash = hashEnvelope({
        entryId,
        commandId,
        commandIndex,
        correlation: correlation ?? commandId,
        chainId: chain.chainId,
        chainSeq: ref.seq,
        parents: parents.map((parent) => ({ chainId: chainIdOf(parent), chainSeq: parent.seq })),
        stream,
        type,
        schemaVersion,
        hlc,
        ...reading,
        ...origin,
        planHash,
        actor,
        classification,
        attachments,
        payloadHash: salted,
        prevHash: head.hash,
        hashAlg: HASH_ALG,
      });
      addEntry.run(
        position,
        ref.chain,
        ref.seq,
        entryId,
        command,
        commandIndex,
        correlation ?? null,
        writeRefs(parents),
        dictionaries.stream(stream),
        type,
        schemaVersion,
        hlc.ms,
        hlc.count,
        reading.recordedAt,
        reading.monotonic,
        reading.clockTrusted ? 1 : 0,
        originId,
        planHash === null ? null : dictionaries.plan(planHash),
        actorId,
        classification,
        attachments.length === 0 ? null : JSON.stringify(attachments),
        salted,
        head.hash,
        hash,
        HASH_ALG,
      );
      addPayload.run(position, salt, body);
      headsHere.set(stream, [ref]);
      refs.push(ref);
      head = { position, seq: ref.seq, hash, hlc };
    });
    return { head, refs };
  };

  /** Parents are mostly of the same chain; after a copy or restore the first ones are of an older chain. */
  function chainIdOf(ref: LocalRef): string {
    return ref.chain === chain.id ? chain.chainId : (findChainId.get(ref.chain) as string);
  }
}
