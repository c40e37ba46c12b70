import { closeSync, existsSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BALLAST_BYTES, ensureBallast, releaseBallast } from '#db/files/ballast.ts';
import { openSqlite } from '#db/log/sqlite.ts';
import { finish, verifyChain } from '#db/log/verify.ts';
import { smallDisk } from '#db/testing/smallDisk.ts';
import { openIncident, readyDesk, type TestDesk, tempFolder, testDesk } from '#db/testing/testDesk.ts';
import { ballasted } from './ballasted.ts';
import type { DeskNotice } from './createDesk.ts';

const NOTE = '长'.repeat(5000);

/** Writes until it is refused; answers the ids of what was acknowledged. */
function fill(desk: TestDesk): string[] {
  const acknowledged: string[] = [];
  for (let n = 0; n < 20_000; n += 1) {
    const reply = desk.run(
      { type: 'AddNote', incidentId: 'i1', text: NOTE, entryId: `note-${n}` },
      `note-command-${n}`,
    );
    if (reply.ok) {
      acknowledged.push(`note-${n}`);
      continue;
    }
    expect(reply).toEqual({ ok: false, error: { code: 'diskFull', params: {} } });
    return acknowledged;
  }
  throw new Error('the disk never got full');
}

/** Whatever else fills a disk. */
function fillUp(folder: string): void {
  const rest = openSync(join(folder, 'rest'), 'w');
  const write = () => {
    for (;;) writeSync(rest, Buffer.alloc(4096, 1));
  };
  expect(write).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
  closeSync(rest);
}

describe('a full disk', () => {
  test('[FILE-6] refuses clearly, loses nothing acknowledged and leaves nothing half-written', () => {
    const disk = smallDisk(20);
    const path = join(disk.folder, 'live.db');
    const desk = readyDesk({ path, ...(disk.kind === 'quota' && { maxPages: disk.maxPages }) });
    const notices: DeskNotice[] = [];
    desk.onNotice((notice) => notices.push(notice));
    openIncident(desk, 'i1');
    const before = desk.position();

    const acknowledged = fill(desk);
    expect(notices, 'what was held back was given up first').toEqual([{ kind: 'ballastReleased' }]);
    expect(existsSync(`${path}.ballast`)).toBe(false);
    expect(desk.position()).toBe(before + acknowledged.length);

    const asked = desk.query({ type: 'getIncident', incidentId: 'i1' });
    if (!asked.ok) throw new Error(asked.error.code);
    const seen = asked.result.entries.map(({ entryId }) => entryId);
    expect(seen.slice(1)).toEqual(acknowledged);
    desk.close();

    const reader = openSqlite(path, { readonly: true });
    expect(finish(verifyChain(reader))).toEqual({ checked: desk.position(), redacted: 0, faults: [] });
    reader.close();
  });

  test('[FILE-6] a desk opens on a disk that got full meanwhile, by what it holds back', () => {
    const disk = smallDisk(12);
    const path = join(disk.folder, 'live.db');
    readyDesk({ path }).close();
    if (disk.kind === 'tmpfs') fillUp(disk.folder);
    const desk = testDesk({ path });
    openIncident(desk, 'i1');
    desk.close();
  });

  test('[FILE-6] the entry for which the ballast was given up gets in', () => {
    const path = join(tempFolder(), 'live.db');
    ensureBallast(path);
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const log = {
      commit<T>(work: () => T): T {
        if (existsSync(`${path}.ballast`)) throw full;
        return work();
      },
    };
    let released = 0;
    const commit = ballasted(log, path, () => {
      released += 1;
    });
    expect(commit(() => 'in')).toBe('in');
    expect(commit(() => 'next')).toBe('next');
    expect(released).toBe(1);
  });

  test('[FILE-6] with room again the same command goes in', () => {
    const path = join(tempFolder(), 'live.db');
    const small = readyDesk({ path, maxPages: 300 });
    openIncident(small, 'i1');
    const acknowledged = fill(small);
    small.close();
    const roomy = testDesk({ path });
    const retried = `note-${acknowledged.length}`;
    const command = { type: 'AddNote', incidentId: 'i1', text: NOTE, entryId: retried } as const;
    expect(roomy.run(command, `note-command-${acknowledged.length}`)).toMatchObject({ ok: true, entryIds: [retried] });
    roomy.close();
  });

  test('[FILE-6] drafts are refused as clearly', () => {
    const desk = readyDesk({ path: join(tempFolder(), 'live.db'), maxPages: 100 });
    const save = () => {
      for (let n = 0; n < 1000; n += 1) desk.drafts.save(`draft-${n}`, JSON.stringify(NOTE));
    };
    expect(save).toThrow(expect.objectContaining({ code: 'diskFull' }));
    desk.close();
  });

  test('[FILE-6] the ballast is real bytes, made once and given up once', () => {
    const { folder } = smallDisk(12);
    const path = join(folder, 'live.db');
    expect(ensureBallast(path)).toBe(true);
    expect(ensureBallast(path)).toBe(true);
    const { size, blocks } = statSync(`${path}.ballast`);
    expect(size).toBe(BALLAST_BYTES);
    expect(blocks * 512, 'not sparse').toBeGreaterThanOrEqual(BALLAST_BYTES);
    expect(releaseBallast(path)).toBe(true);
    expect(releaseBallast(path)).toBe(false);
  });

  test('[FILE-6] where there is no room for the ballast nothing of it stays', () => {
    const path = join(tempFolder(), 'missing-folder', 'live.db');
    expect(ensureBallast(path)).toBe(false);
    expect(existsSync(`${path}.ballast`)).toBe(false);
  });
});
