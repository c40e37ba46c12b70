import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqlite } from '#db/log/sqlite.ts';
import { finish, verifyChain } from '#db/log/verify.ts';
import { openIncident, readyDesk, tempFolder, testDesk } from '#db/testing/testDesk.ts';
import { buildRescue, putBuiltInPlace } from './rescue.ts';

function closedDesk(incidents = 1): { folder: string; path: string } {
  const folder = tempFolder();
  const path = join(folder, 'live.db');
  const desk = readyDesk({ path });
  for (let i = 0; i < incidents; i += 1) openIncident(desk, `i${i}`);
  desk.close();
  return { folder, path };
}

/** The newest backup, put where the file was. */
async function restore(path: string): Promise<void> {
  const now = Date.now();
  await buildRescue({ path, kind: 'live', setAside: null, now });
  putBuiltInPlace(path, now);
}

const chainsIn = (path: string): number => {
  const db = openSqlite(path, { readonly: true });
  const count = db.prepare<[], number>('SELECT count(*) FROM log_chain').pluck().get() ?? 0;
  db.close();
  return count;
};

const refusal = (code: string, params: Record<string, unknown> = {}): unknown =>
  expect.objectContaining({ code, params: expect.objectContaining(params) as unknown });

describe('opening a file', () => {
  test('[FILE-1] a second desk on the same file is refused, the first goes on', () => {
    const path = join(tempFolder(), 'live.db');
    const first = readyDesk({ path });
    expect(() => testDesk({ path })).toThrow(refusal('fileInUse', { path }));
    openIncident(first, 'i1');
    first.close();
    const next = testDesk({ path });
    expect(next.position()).toBe(4);
    next.close();
  });

  test('[FILE-3] the file that was left here goes on with its chain, however often it is opened', () => {
    const { path } = closedDesk();
    for (let i = 0; i < 3; i += 1) testDesk({ path }).close();
    expect(chainsIn(path)).toBe(1);
  });

  test('[FILE-3] a copy elsewhere starts a chain of its own, bound to where it was taken', () => {
    const { path } = closedDesk();
    const copy = join(tempFolder(), 'live.db');
    copyFileSync(path, copy);
    const there = testDesk({ path: copy });
    openIncident(there, 'there');
    there.close();
    expect(chainsIn(copy)).toBe(2);
    expect(chainsIn(path)).toBe(1);
    const db = openSqlite(copy, { readonly: true });
    expect(finish(verifyChain(db)).faults).toEqual([]);
    db.close();
  });

  test('[FILE-3] an older copy put back starts a chain of its own', () => {
    const { path, folder } = closedDesk();
    copyFileSync(path, join(folder, 'kept.db'));
    const later = testDesk({ path });
    openIncident(later, 'later');
    later.close();
    copyFileSync(join(folder, 'kept.db'), path);
    const restored = testDesk({ path });
    openIncident(restored, 'other');
    restored.close();
    expect(chainsIn(path)).toBe(2);
  });

  test('[FILE-3] a backup of this very session put back starts a chain of its own', async () => {
    const path = join(tempFolder(), 'live.db');
    const desk = readyDesk({ path });
    await desk.backUp();
    openIncident(desk, 'lost');
    desk.close();
    await restore(path);
    const restored = testDesk({ path });
    openIncident(restored, 'anew');
    restored.close();
    expect(chainsIn(path)).toBe(2);
  });

  test('[FILE-3] a copy that was opened and closed without a new entry opens again', () => {
    const { path, folder } = closedDesk();
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    for (const start of ['first', 'second', 'third']) {
      const desk = testDesk({ path: copy });
      expect(desk.query({ type: 'getIncident', incidentId: 'i0' }).ok, start).toBe(true);
      desk.close();
    }
  });

  test('[FILE-4] a log that ends before where it was closed is damaged, not shorter', () => {
    const { path } = closedDesk();
    const db = openSqlite(path);
    db.exec('DROP TRIGGER log_entry_no_delete; DROP TRIGGER log_payload_no_delete');
    db.exec('DELETE FROM log_payload WHERE position = 4; DELETE FROM log_entry WHERE position = 4');
    db.close();
    expect(() => testDesk({ path })).toThrow(refusal('damagedFile', { reason: 'tailCut' }));
  });

  test('[FILE-4] a truncated file is set aside as it is, and the newest backup is named', async () => {
    const { path, folder } = closedDesk(30);
    const desk = testDesk({ path });
    openIncident(desk, 'more');
    const backup = await desk.backUp();
    desk.close();
    truncateSync(path, 40_000);
    const left = readFileSync(path);

    let thrown: unknown;
    try {
      testDesk({ path });
    } catch (error) {
      thrown = error;
    }
    const aside = readdirSync(folder).find((name) => /^live\.db\.damaged-\d{8}T\d{6}\.\d{3}Z$/.test(name)) ?? '';
    expect(thrown).toEqual(
      refusal('damagedFile', { setAside: join(folder, aside), newestBackup: { path: backup?.path, at: backup?.at } }),
    );
    expect(readFileSync(join(folder, aside))).toEqual(left);
    expect(existsSync(path)).toBe(false);

    // Starting again does not quietly begin an empty log.
    expect(() => testDesk({ path })).toThrow(
      refusal('damagedFile', { reason: 'missing', setAside: join(folder, aside) }),
    );
    await restore(path);
    const restored = testDesk({ path });
    expect(restored.query({ type: 'getIncident', incidentId: 'more' }).ok).toBe(true);
    restored.close();
    expect(chainsIn(path)).toBe(2);
    expect(existsSync(join(folder, aside))).toBe(true);
  });

  test.each([0, 100, 4096, 5000])('[FILE-4] a file cut to %i bytes never opens as an empty desk', (bytes) => {
    const { path } = closedDesk();
    truncateSync(path, bytes);
    expect(() => testDesk({ path })).toThrow(refusal('damagedFile'));
  });

  test('[FILE-4] a file overwritten with something else is set aside', () => {
    const { path, folder } = closedDesk();
    writeFileSync(path, 'not a database at all, '.repeat(400));
    expect(() => testDesk({ path })).toThrow(refusal('damagedFile'));
    expect(readdirSync(folder).some((name) => name.startsWith('live.db.damaged-'))).toBe(true);
  });

  test("[FILE-4] without any backup the refusal says so, and only a person's decision starts anew", () => {
    const { path, folder } = closedDesk();
    truncateSync(path, 5000);
    expect(() => testDesk({ path })).toThrow(refusal('damagedFile', { newestBackup: null }));
    const anew = testDesk({ path, startEmpty: true });
    expect(anew.position()).toBe(0);
    anew.close();
    expect(readdirSync(folder).some((name) => name.startsWith('live.db.damaged-'))).toBe(true);
  });

  test("[FILE-2] somebody else's file that is no database stays where it is", () => {
    const folder = tempFolder();
    const path = join(folder, 'letter.db');
    writeFileSync(path, 'Dear Sir, '.repeat(1000));
    expect(() => testDesk({ path })).toThrow(refusal('foreignFile', { path }));
    expect(readFileSync(path, 'utf8')).toBe('Dear Sir, '.repeat(1000));
  });

  test('[FILE-3] a lost or damaged side file costs a new chain, never the log', () => {
    const { path } = closedDesk();
    writeFileSync(`${path}.lock`, 'garbage '.repeat(1000));
    const desk = testDesk({ path });
    expect(desk.query({ type: 'getIncident', incidentId: 'i0' }).ok).toBe(true);
    desk.close();
    expect(chainsIn(path)).toBe(2);
  });
});
