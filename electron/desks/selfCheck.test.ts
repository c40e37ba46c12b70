/** [CHECK-1..3] The host's part: what it finds out, that it is recorded once a day, and what happens when it cannot be. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Verify } from '#db/files/backup.ts';
import { backupFolder, backupPath } from '#db/files/names.ts';
import type { ExecuteReply, ExecuteRequest, Query, QueryReply } from '#shared/contract/deskApi.ts';
import { DAY_MS } from '#shared/domain/desk/selfCheck.ts';
import { DeskUnavailable, type HostDesk } from './desks.ts';
import { createSelfCheck, type SelfCheck } from './selfCheck.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-02-13T03:00:00Z');
const whole: Verify = async () => ({ ok: true, entries: 1, redacted: 0, structure: [], faults: [] });
const broken: Verify = async () => ({ ok: false, entries: 0, redacted: 0, structure: ['SQLITE_CORRUPT'], faults: [] });

let folder: string;
let now = NOW;
let check: SelfCheck | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchdesk-check-'));
  now = NOW;
});
afterEach(() => {
  check?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type World = { lastAt: number | null; planId: string | null; verify: Verify; fails: 'none' | 'silent' | 'full' };

function host(world: Partial<World> = {}) {
  const { lastAt = null, planId = 'pin', verify = whole, fails = 'none' } = world;
  const recorded: ExecuteRequest[] = [];
  const lines: string[] = [];
  let checkedAt = lastAt;
  const desk: HostDesk = {
    async execute(request): Promise<ExecuteReply> {
      if (fails === 'silent') throw new DeskUnavailable('gone');
      if (fails === 'full') return { ok: false, error: { code: 'diskFull', params: {} } };
      if (request.officerId === 'nobody') return { ok: false, error: { code: 'unknownOfficer', params: {} } };
      recorded.push(request);
      checkedAt = now;
      return { ok: true, entryIds: ['e'], position: 1 };
    },
    async query({ type }: Query): Promise<QueryReply> {
      if (fails === 'silent') throw new DeskUnavailable('gone');
      const health = { lastBackupAt: NOW, backups: 1, unsavedSince: null, clockTrusted: true };
      const row = { planId, selfCheck: checkedAt === null ? null : { at: checkedAt } };
      return { ok: true, result: (type === 'getHealth' ? health : row) as never };
    },
    exportIncident: async () => ({ ok: false, error: { code: 'unknownIncident', params: {} } }),
    listDrafts: async () => [],
    saveDraft: async () => ({ savedAt: 1 }),
  };
  check = createSelfCheck({
    desk,
    file: join(folder, 'desk.db'),
    dataFolder: folder,
    tickMsAgo: () => 500,
    verify,
    cjkFonts: Promise.resolve(true),
    verifyMs: 50,
    clock: () => now,
    log: (line) => void lines.push(line),
  });
  return { check, recorded, lines };
}

function makeBackup(): void {
  const file = join(folder, 'desk.db');
  mkdirSync(backupFolder(file), { recursive: true });
  writeFileSync(backupPath(file, NOW), 'x');
}

describe('asked by an officer', () => {
  test('recorded in that name, with what was measured', async () => {
    const { check: asked, recorded } = host({ lastAt: NOW - MINUTE });
    const reply = await asked.run({ sound: 'on', officerId: 'wang' });
    if (reply.kind !== 'done' || !reply.isRecorded) throw new Error(JSON.stringify(reply));
    expect(recorded).toMatchObject([{ officerId: 'wang', command: { type: 'RecordSelfCheck', how: 'byHand' } }]);
    expect(reply.results.disk.measured?.value, 'of the folder’s disk').toBeGreaterThan(0);
  });

  test('an officer nobody knows is refused, and nothing is blamed on the desk', async () => {
    const reply = await host().check.run({ sound: 'on', officerId: 'nobody' });
    expect(reply).toMatchObject({ kind: 'refused', error: { code: 'unknownOfficer' } });
  });

  test('the newest backup is read again: a damaged one is found', async () => {
    makeBackup();
    const reply = await host({ verify: broken }).check.run({ sound: 'on', officerId: 'wang' });
    expect(reply).toMatchObject({ results: { backup: { fault: 'backupNotWhole' } } });
  });

  test('a backup that takes too long to read is left alone, and its thread with it', async () => {
    makeBackup();
    const aborted = vi.fn();
    const endless: Verify = (_, signal) => new Promise(() => signal?.addEventListener('abort', aborted));
    const { check: asked } = host({ verify: endless });
    expect(await asked.run({ sound: 'on', officerId: 'wang' })).toMatchObject({ results: { backup: { fault: null } } });
    expect(aborted).toHaveBeenCalledOnce();
  });

  test('a desk that answers nothing is the fault that is told', async () => {
    const { check: asked, lines } = host({ fails: 'silent' });
    const reply = await asked.run({ sound: 'on', officerId: 'wang' });
    expect(reply).toMatchObject({ kind: 'done', isRecorded: false, results: { desk: { fault: 'deskSilent' } } });
    expect(lines).toHaveLength(1);
  });

  test('a desk that cannot write is told so', async () => {
    const reply = await host({ fails: 'full' }).check.run({ sound: 'on', officerId: 'wang' });
    expect(reply).toMatchObject({ isRecorded: false, results: { desk: { fault: 'deskCannotWrite' } } });
  });
});

describe('the day’s own', () => {
  test('of two pages that ask at once one is heard', async () => {
    const { check: asked, recorded } = host({ lastAt: NOW - DAY_MS });
    const ask = { sound: 'on', officerId: null } as const;
    const kinds = await Promise.all([asked.run(ask), asked.run(ask)]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['done', 'notDue']);
    expect(recorded).toMatchObject([{ officerId: 'system', command: { how: 'daily' } }]);
  });

  test('not before a day is over, and not before the desk has a plan', async () => {
    const ask = { sound: 'on', officerId: null } as const;
    expect(await host({ lastAt: NOW - DAY_MS + 1 }).check.run(ask)).toEqual({ kind: 'notDue' });
    expect(await host({ planId: null }).check.run(ask)).toEqual({ kind: 'notDue' });
  });

  test('one that could not be recorded is tried again after half an hour, not every minute', async () => {
    const { check: asked } = host({ fails: 'full' });
    const ask = { sound: 'on', officerId: null } as const;
    expect((await asked.run(ask)).kind).toBe('done');
    now += 29 * MINUTE;
    expect((await asked.run(ask)).kind).toBe('notDue');
    now += MINUTE;
    expect((await asked.run(ask)).kind).toBe('done');
  });

  test('forgotten by every page: the host does it, and says that nobody could hear', async () => {
    const { check: looked, recorded } = host();
    await looked.look();
    now += 14 * MINUTE;
    await looked.look();
    expect(recorded, 'pages are given their time').toEqual([]);
    now += MINUTE;
    await looked.look();
    await looked.look();
    expect(recorded).toMatchObject([{ command: { how: 'daily', results: { sound: { fault: 'noScreen' } } } }]);
  });
});
