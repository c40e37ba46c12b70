/** Whether one stored entry is what was written: its envelope's hash, its link to the one before, its payload's bytes. */
import type { Chain } from './chains.ts';
import { type Attachment, type Envelope, hashEnvelope } from './envelope.ts';
import { HASH_ALG, payloadHash } from './hash.ts';
import { readRefs } from './refs.ts';

export type FaultKind =
  | 'missingEntry'
  | 'missingPayload'
  | 'unreadableEntry'
  | 'unknownAlgorithm'
  | 'brokenLink'
  | 'changedEntry'
  | 'changedPayload'
  | 'changedPlan';

/** An entry as it stands in a file, with what it points to. */
export type StoredEntry = {
  position: number;
  chain: number;
  chain_seq: number;
  entry_id: string;
  command: number;
  command_id: string | null;
  command_index: number;
  correlation: string | null;
  parents: string;
  stream: string | null;
  type: string;
  schema_version: number;
  hlc_ms: number;
  hlc_count: number;
  recorded_at: number;
  monotonic: number;
  clock_trusted: number;
  app_version: string | null;
  engine_version: string;
  boot_id: string;
  plan: number | null;
  plan_hash: string | null;
  officer_id: string | null;
  name: string;
  post: string;
  role: string | null;
  on_behalf_of: string | null;
  classification: string | null;
  attachments: string | null;
  payload_hash: Buffer;
  prev_hash: Buffer;
  hash: Buffer;
  hash_alg: string;
  payload: number | null;
  salt: Buffer | null;
  body: string | null;
};

export const STORED_ENTRIES = `
SELECT e.position, e.chain, e.chain_seq, e.entry_id, e.command, k.command_id, e.command_index, e.correlation, e.parents,
  s.name AS stream, e.type, e.schema_version, e.hlc_ms, e.hlc_count, e.recorded_at, e.monotonic, e.clock_trusted,
  o.app_version, o.engine_version, o.boot_id, e.plan, g.hash AS plan_hash,
  a.officer_id, a.name, a.post, a.role, a.on_behalf_of, e.classification, e.attachments,
  e.payload_hash, e.prev_hash, e.hash, e.hash_alg, p.position AS payload, p.salt, p.body
FROM log_entry e
LEFT JOIN log_command k ON k.id = e.command
LEFT JOIN log_stream s ON s.id = e.stream
LEFT JOIN log_origin o ON o.id = e.origin
LEFT JOIN log_actor a ON a.id = e.actor
LEFT JOIN plan_package g ON g.id = e.plan
LEFT JOIN log_payload p ON p.position = e.position`;

/** Where a chain stands. */
export type Expected = { seq: number; hash: Uint8Array };

/** What is wrong with an entry, given the one before it in its chain. Empty when nothing. */
export function checkEntry(
  row: StoredEntry,
  chains: ReadonlyMap<number, Chain>,
  before: Expected | undefined,
): FaultKind[] {
  const chain = chains.get(row.chain);
  if (chain === undefined || before === undefined) return ['unreadableEntry'];
  if (row.hash_alg !== HASH_ALG) return ['unknownAlgorithm'];
  const faults: FaultKind[] = [];
  if (row.chain_seq !== before.seq + 1) faults.push('missingEntry');
  if (!row.prev_hash.equals(before.hash)) faults.push('brokenLink');
  const hash = recomputedHash(row, chain, chains);
  if (hash === null) return [...faults, 'unreadableEntry'];
  if (!row.hash.equals(hash)) faults.push('changedEntry');
  if (row.payload === null) faults.push('missingPayload');
  else if (row.body !== null && (row.salt === null || !payloadHash(row.salt, row.body).equals(row.payload_hash))) {
    faults.push('changedPayload');
  }
  return faults;
}

function recomputedHash(row: StoredEntry, chain: Chain, chains: ReadonlyMap<number, Chain>): Buffer | null {
  const envelope = envelopeIn(chain, row, chains);
  return envelope === null ? null : hashEnvelope(envelope);
}

/** The entry's envelope, as it was hashed; null where the row points to what is not there. */
export function envelopeOf(row: StoredEntry, chains: ReadonlyMap<number, Chain>): Envelope | null {
  const chain = chains.get(row.chain);
  return chain === undefined ? null : envelopeIn(chain, row, chains);
}

function envelopeIn(chain: Chain, row: StoredEntry, chains: ReadonlyMap<number, Chain>): Envelope | null {
  const { command_id: commandId, stream, officer_id: officerId, app_version: appVersion } = row;
  if (commandId === null || stream === null || officerId === null || appVersion === null) return null;
  if (row.plan !== null && row.plan_hash === null) return null;
  const attachments = parseAttachments(row.attachments);
  if (attachments === null) return null;
  return {
    entryId: row.entry_id,
    commandId,
    commandIndex: row.command_index,
    correlation: row.correlation ?? commandId,
    chainId: chain.chainId,
    chainSeq: row.chain_seq,
    parents: readRefs(row.parents).map((ref) => ({
      chainId: chains.get(ref.chain)?.chainId ?? '?',
      chainSeq: ref.seq,
    })),
    stream,
    type: row.type,
    schemaVersion: row.schema_version,
    hlc: { ms: row.hlc_ms, count: row.hlc_count },
    recordedAt: row.recorded_at,
    bootId: row.boot_id,
    monotonic: row.monotonic,
    clockTrusted: row.clock_trusted === 1,
    appVersion,
    engineVersion: row.engine_version,
    planHash: row.plan_hash,
    actor: { officerId, name: row.name, post: row.post, role: row.role, onBehalfOf: row.on_behalf_of },
    classification: row.classification,
    attachments,
    payloadHash: row.payload_hash,
    prevHash: row.prev_hash,
    hashAlg: row.hash_alg,
  };
}

function parseAttachments(text: string | null): Attachment[] | null {
  if (text === null) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? (parsed as Attachment[]) : null;
  } catch {
    return null;
  }
}
