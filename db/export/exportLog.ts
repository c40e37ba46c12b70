/**
 * The log of one incident as lines: its entries, its calls' and its alarms' in full with salt and exact payload; what
 * stands between them as bare links, so that the chain can be recomputed and nothing of another incident is told.
 * Read in steps: the desk answers in between.
 */
import { readChains } from '#db/log/chains.ts';
import type { Sqlite } from '#db/log/sqlite.ts';
import { envelopeOf, STORED_ENTRIES, type StoredEntry } from '#db/log/storedEntry.ts';
import type { ChainLine, EntryLine, ExportLine, LinkLine } from '#shared/export/format.ts';

const ROWS_PER_STEP = 200;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export type ExportLogRequest = {
  streams: readonly string[];
  /** The last entry that is told. */
  upTo: number;
};

/** Ends with every line, in the log's order. From the incident's first entry on, or where its first call came before. */
export function* readExportLog(db: Sqlite, { streams, upTo }: ExportLogRequest): Generator<number, ExportLine[]> {
  const chains = readChains(db);
  const own = new Set(streams);
  const first = db
    .prepare<[string, number], number | null>(
      `SELECT min(e.position) FROM log_entry e JOIN log_stream s ON s.id = e.stream
       WHERE s.name IN (SELECT value FROM json_each(?)) AND e.position <= ?`,
    )
    .pluck()
    .get(JSON.stringify(streams), upTo);
  const rows = db.prepare<[number, number], StoredEntry>(
    `${STORED_ENTRIES} WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ${ROWS_PER_STEP}`,
  );
  const lines: ExportLine[] = [];
  let position = (first ?? upTo + 1) - 1;

  for (;;) {
    const step = rows.all(position, upTo);
    for (const row of step) {
      const chain = chains.get(row.chain);
      if (chain === undefined) throw new Error(`entry ${row.position} is of no chain`);
      if (row.chain_seq === 1) lines.push(chainLine(chain));
      lines.push(own.has(row.stream ?? '') ? entryLine(row, chains) : linkLine(row, chain.chainId));
      position = row.position;
    }
    if (step.length < ROWS_PER_STEP) return lines;
    yield position;
  }
}

type Chains = ReturnType<typeof readChains>;
type Chain = NonNullable<ReturnType<Chains['get']>>;

const chainLine = ({ chainId, startedAt, afterPosition, afterHash }: Chain): ChainLine => ({
  kind: 'chain',
  chainId,
  startedAt,
  afterPosition,
  afterHash: afterHash === null ? null : hex(afterHash),
});

const linkLine = ({ position, chain_seq, prev_hash, hash }: StoredEntry, chainId: string): LinkLine => ({
  kind: 'link',
  position,
  chainId,
  chainSeq: chain_seq,
  prevHash: hex(prev_hash),
  hash: hex(hash),
});

function entryLine(row: StoredEntry, chains: Chains): EntryLine {
  const envelope = envelopeOf(row, chains);
  if (envelope === null) throw new Error(`entry ${row.position} cannot be read`);
  const { entryId, commandId, commandIndex, correlation, chainId, chainSeq, parents, stream, type } = envelope;
  const { schemaVersion, hlc, recordedAt, bootId, monotonic, clockTrusted, appVersion, engineVersion } = envelope;
  return {
    kind: 'entry',
    position: row.position,
    entryId,
    commandId,
    commandIndex,
    correlation,
    chainId,
    chainSeq,
    parents: parents.map((parent) => ({ chainId: parent.chainId, chainSeq: parent.chainSeq })),
    stream,
    type,
    schemaVersion,
    hlc: { ms: hlc.ms, count: hlc.count },
    recordedAt,
    bootId,
    monotonic,
    clockTrusted,
    appVersion,
    engineVersion,
    planHash: envelope.planHash,
    actor: { ...envelope.actor },
    classification: envelope.classification,
    attachments: envelope.attachments.map(({ sha256, size, mime, name }) => ({ sha256, size, mime, name })),
    payloadHash: hex(row.payload_hash),
    prevHash: hex(row.prev_hash),
    hashAlg: row.hash_alg,
    hash: hex(row.hash),
    payload: row.body === null || row.salt === null ? null : { salt: hex(row.salt), body: row.body },
  };
}
