/**
 * Recomputes the chain: every envelope's hash, every link to the one before, every payload still there. In steps, so
 * that a caller may do other things in between. What a chain cannot notice is a cut tail: the head is kept beside the
 * file (`sideFile.ts`) and in backups.
 */
import { type Chain, genesisHash, readChains } from './chains.ts';
import { planHash } from './hash.ts';
import type { Sqlite } from './sqlite.ts';
import { checkEntry, type Expected, type FaultKind, STORED_ENTRIES, type StoredEntry } from './storedEntry.ts';

export type ChainFault = { position: number; kind: FaultKind };
export type ChainVerification = { checked: number; redacted: number; faults: ChainFault[] };

const ROWS_PER_STEP = 500;
const FAULTS_TOLD = 20;

const ROWS = `${STORED_ENTRIES}
WHERE e.position > ? ORDER BY e.position LIMIT ${ROWS_PER_STEP}`;

/** Yields how many entries were checked so far. */
export function* verifyChain(db: Sqlite, after = 0): Generator<number, ChainVerification> {
  const rows = db.prepare<[number], StoredEntry>(ROWS);
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
