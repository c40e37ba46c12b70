/**
 * Power lost between two syncs, rebuilt from what was written: of the sectors a step wrote after the last sync any may
 * have reached the disk, in any order, and the file's new length may or may not hold. What was acknowledged before must
 * be there, the step itself wholly or not at all. That an acknowledged commit is synced is asserted by `pragmas.test.ts`
 * and counted by the bench of commits.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quickCheck } from '#db/files/verifyFile.ts';
import { tempFolder } from '#db/testing/testDesk.ts';
import { testLog } from '#db/testing/testLog.ts';
import { type Random, randomFrom } from '#shared/testing/random.ts';
import { openSqlite, type Sqlite } from './sqlite.ts';
import { finish, verifyChain } from './verify.ts';

const SECTOR_BYTES = 512;
const STATES = 2000;
/** The log's own file and its write-ahead log; the shared memory beside them is never read after a loss of power. */
const PARTS = ['', '-wal'] as const;

type Disk = Record<(typeof PARTS)[number], Buffer>;
/** `entries` were acknowledged before; the step may add one. */
type Step = { before: Disk; after: Disk; entries: number };

const readDisk = (path: string): Disk => {
  const read = (part: string) => (existsSync(path + part) ? readFileSync(path + part) : Buffer.alloc(0));
  return { '': read(''), '-wal': read('-wal') };
};

/** What SQLite writes between two of its syncs: TRUNCATE syncs the file before it cuts the log, so PASSIVE comes first. */
const CHECKPOINTS = [['PASSIVE'], ['FULL'], ['RESTART'], ['PASSIVE', 'TRUNCATE']] as const;

/** Commits, with checkpoints of every kind in between, as a desk that idles now and then. */
function recordSteps(path: string): Step[] {
  const log = testLog(path);
  const steps: Step[] = [];
  const record = (step: () => void) => {
    const entries = log.head().position;
    const before = readDisk(path);
    step();
    steps.push({ before, after: readDisk(path), entries });
  };
  for (let n = 0; n < 35; n++) {
    record(() => log.add(`incident/i${n % 3}`, { text: '记'.repeat(1 + ((n * 397) % 3000)) }));
    if (n % 7 !== 6) continue;
    for (const kind of CHECKPOINTS[n % CHECKPOINTS.length] ?? [])
      record(() => log.db.pragma(`wal_checkpoint(${kind})`));
  }
  log.db.close();
  return steps;
}

/** `share` of the sectors written since the last sync have reached the disk; the others are as they were. */
function torn(before: Buffer, after: Buffer, share: number, random: Random): Buffer {
  const length = random.chance(share) ? after.length : before.length;
  const disk = Buffer.alloc(length);
  before.copy(disk);
  for (let at = 0; at < Math.min(length, after.length); at += SECTOR_BYTES) {
    if (random.chance(share)) after.copy(disk, at, at, Math.min(at + SECTOR_BYTES, after.length));
  }
  return disk;
}

function writeDisk(path: string, { before, after }: Step, random: Random): void {
  const share = Math.min(1, random.share() * 1.25);
  rmSync(`${path}-shm`, { force: true });
  for (const part of PARTS) writeFileSync(path + part, torn(before[part], after[part], share, random));
}

const texts = (db: Sqlite): unknown[] => db.prepare('SELECT entry_id FROM log_entry ORDER BY position').pluck().all();

test(`[LOG-7] ${STATES} states a loss of power may leave: nothing acknowledged is lost, nothing is half there`, () => {
  const folder = tempFolder();
  const steps = recordSteps(join(folder, 'written.db'));
  const path = join(folder, 'after.db');
  const kept = { whole: 0, without: 0 };
  for (let state = 0; state < STATES; state++) {
    const step = steps[state % steps.length] as Step;
    writeDisk(path, step, randomFrom(state));
    const db = openSqlite(path);
    db.pragma('synchronous = OFF'); // of the one who looks: nothing of it is kept
    const found = texts(db);
    expect(quickCheck(db), `state ${state}`).toEqual([]);
    expect(finish(verifyChain(db)).faults, `state ${state}`).toEqual([]);
    expect(found.length, `state ${state}`).toBeGreaterThanOrEqual(step.entries);
    expect(found.length, `state ${state}`).toBeLessThanOrEqual(step.entries + 1);
    kept[found.length > step.entries ? 'whole' : 'without'] += 1;
    db.close();
  }
  // Both kinds were among them, or the states were no test.
  expect(kept.whole).toBeGreaterThan(100);
  expect(kept.without).toBeGreaterThan(100);
});
