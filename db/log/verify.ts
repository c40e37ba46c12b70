/**
 * Recomputes the chain: every envelope's hash, every link to the one before, every payload still there. In steps, so
 * that a caller may do other things in between. What a chain cannot notice is a cut tail: the head is kept beside the
 * file (`sideFile.ts`) and in backups.
 */
import { type Chain, genesisHash, readChains } from './chains.ts';
import { type Attachment, hashEnvelope } from './envelope.ts';
import { HASH_ALG, payloadHash, planHash } from './hash.ts';
import { readRefs } from './refs.ts';
import type { Sqlite } from './sqlite.ts';

export type FaultKind =
  | 'missingEntry'
  | 'missingPayload'
  | 'unreadableEntry'
  | 'unknownAlgorithm'
  | 'brokenLink'
  | 'changedEntry'
  | 'changedPayload'
  | 'changedPlan';
export type ChainFault = { position: number; kind: FaultKind };
export type ChainVerification = { checked: number; redacted: number; faults: ChainFault[] };

const ROWS_PER_STEP = 500;
const FAULTS_TOLD = 20;

type Row = {
  position: number;
  chain: number;
  chain_seq: number;
  entry_id: string;
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

const ROWS = `
SELECT e.position, e.chain, e.chain_seq, e.entry_id, k.command_id, e.command_index, e.correlation, e.parents,
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
LEFT JOIN log_payload p ON p.position = e.position
WHERE e.position > ? ORDER BY e.position LIMIT ${ROWS_PER_STEP}`;

type Expected = { seq: number; hash: Uint8Array };

/** Yields how many entries were checked so far. */
export function* verifyChain(db: Sqlite, after = 0): Generator<number, ChainVerification> {
  const rows = db.prepare<[number], Row>(ROWS);
  const chains = readChains(db);
  const expected = new Map([...chains.values()].map((chain) => [chain.id, expectedAfter(db, chain, after)]));
  const result: ChainVerification = { checked: 0, redacted: 0, faults: [] };
  let position = after;

  for (;;) {
    const step = rows.all(position);
    for (const row of step) {
      const found = checkEntry(row, chains, expected.get(row.chain));
      if (row.position !== position + 1) found.push('missingEntry');
      result.faults.push(...found.map((kind) => ({ position: row.position, kind })));
      if (row.payload !== null && row.body === null) result.redacted += 1;
      expected.set(row.chain, { seq: row.chain_seq, hash: row.hash });
      position = row.position;
    }
    result.checked += step.length;
    if (step.length < ROWS_PER_STEP || result.faults.length >= FAULTS_TOLD) break;
    yield result.checked;
  }
  result.faults.push(...changedPlans(db));
  return result;
}

/** A plan package is named by the hash of its own content. */
function changedPlans(db: Sqlite): ChainFault[] {
  const plans = db.prepare<[], { hash: string; body: string }>('SELECT hash, body FROM plan_package').all();
  return plans.filter(({ hash, body }) => hash !== planHash(body)).map(() => ({ position: 0, kind: 'changedPlan' }));
}

/** The last entries only: what a start checks after a clean close. */
export function verifyTail(db: Sqlite, entries: number): ChainVerification {
  const last = db.prepare<[], number | null>('SELECT max(position) FROM log_entry').pluck().get() ?? 0;
  return finish(verifyChain(db, Math.max(0, last - entries)));
}

export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function expectedAfter(db: Sqlite, chain: Chain, after: number): Expected {
  const last = db
    .prepare<[number, number], Expected>(
      'SELECT chain_seq AS seq, hash FROM log_entry WHERE chain = ? AND position <= ? ORDER BY chain_seq DESC LIMIT 1',
    )
    .get(chain.id, after);
  return last ?? { seq: 0, hash: genesisHash(chain) };
}

function checkEntry(row: Row, chains: ReadonlyMap<number, Chain>, before: Expected | undefined): FaultKind[] {
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

function recomputedHash(row: Row, chain: Chain, chains: ReadonlyMap<number, Chain>): Buffer | null {
  const { command_id: commandId, stream, officer_id: officerId, app_version: appVersion } = row;
  if (commandId === null || stream === null || officerId === null || appVersion === null) return null;
  if (row.plan !== null && row.plan_hash === null) return null;
  const attachments = parseAttachments(row.attachments);
  if (attachments === null) return null;
  return hashEnvelope({
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
  });
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
