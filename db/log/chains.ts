/** The chains in a file: which one is written now, and where it stands. */
import { sha256 } from './hash.ts';
import type { Sqlite } from './sqlite.ts';

export type Chain = {
  id: number;
  chainId: string;
  startedAt: number;
  afterPosition: number | null;
  afterHash: Uint8Array | null;
};
export type ChainHead = { seq: number; hash: Uint8Array };

type ChainRow = {
  id: number;
  chain_id: string;
  started_at: number;
  after_position: number | null;
  after_hash: Buffer | null;
};

const fromRow = (row: ChainRow): Chain => ({
  id: row.id,
  chainId: row.chain_id,
  startedAt: row.started_at,
  afterPosition: row.after_position,
  afterHash: row.after_hash,
});

export function readChains(db: Sqlite): Map<number, Chain> {
  const rows = db.prepare<[], ChainRow>('SELECT * FROM log_chain ORDER BY id').all();
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

export function startChain(db: Sqlite, chainId: string, startedAt: number): Chain {
  const last = db
    .prepare<[], { position: number; hash: Buffer }>(
      'SELECT position, hash FROM log_entry ORDER BY position DESC LIMIT 1',
    )
    .get();
  const afterPosition = last?.position ?? null;
  const afterHash = last?.hash ?? null;
  const { lastInsertRowid } = db
    .prepare('INSERT INTO log_chain (chain_id, started_at, after_position, after_hash) VALUES (?, ?, ?, ?)')
    .run(chainId, startedAt, afterPosition, afterHash);
  return { id: Number(lastInsertRowid), chainId, startedAt, afterPosition, afterHash };
}

/** What the chain's first entry has as `prevHash`: it binds where the chain came from. */
export function genesisHash(chain: Chain): Uint8Array {
  const after = chain.afterHash === null ? null : Buffer.from(chain.afterHash).toString('hex');
  return sha256(JSON.stringify(['watchdesk-chain', chain.chainId, chain.startedAt, chain.afterPosition, after]));
}

export function readHead(db: Sqlite, chain: Chain): ChainHead {
  const last = db
    .prepare<[number], ChainHead>(
      'SELECT chain_seq AS seq, hash FROM log_entry WHERE chain = ? ORDER BY chain_seq DESC LIMIT 1',
    )
    .get(chain.id);
  return last ?? { seq: 0, hash: genesisHash(chain) };
}
