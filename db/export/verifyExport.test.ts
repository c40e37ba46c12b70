// Ten thousand things that may befall an export, all of them told; and each check taken away is missed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Files, verifyBytes } from './testing/archives.ts';
import { filesOf, twoIncidents } from './testing/exported.ts';
import { mutate, rollFrom } from './testing/mutations.ts';
import { CHECKS } from './verifyExport.ts';

const MUTATIONS = 10_000;
const SEED = Number(process.env['EXPORT_SEED'] ?? Date.now() % 1_000_000_007);

let files: Files;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-verify-'));
  const path = join(folder, 'desk.db');
  const desk = twoIncidents({ path });
  files = await filesOf(desk, path);
  desk.close();
  rmSync(folder, { recursive: true });
});

test(`[EXPORT-1] any byte, file or entry that was changed, cut, added or moved is told (EXPORT_SEED=${SEED})`, () => {
  expect(verifyBytes(files).faults).toEqual([]);
  const roll = rollFrom(SEED);
  const missed: string[] = [];
  let tried = 0;
  while (tried < MUTATIONS) {
    const mutation = mutate(files, roll);
    if (mutation === null) continue;
    tried += 1;
    if (verifyBytes(mutation.files).ok) missed.push(`${tried} ${mutation.name}`);
  }
  expect(missed).toEqual([]);
});

/** Missed where this check is away. */
function missedWithout(away: string, most: number): string | null {
  const checks = Object.entries(CHECKS).flatMap(([name, check]) => (name === away ? [] : [check]));
  const roll = rollFrom(SEED);
  for (let n = 0; n < most; n += 1) {
    const mutation = mutate(files, roll);
    if (mutation !== null && verifyBytes(mutation.files, checks).ok) return mutation.name;
  }
  return null;
}

test.each(Object.keys(CHECKS))('[EXPORT-1] without the check of %s something is missed', (away) => {
  expect(missedWithout(away, MUTATIONS)).not.toBeNull();
});
