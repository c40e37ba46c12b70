import { describe, expect, test, vi } from 'vitest';
import { DeskFileError } from '#db/files/fileError.ts';
import type { ExecuteRequest } from '#shared/contract/deskApi.ts';
import type { Push } from '#shared/contract/webRoutes.ts';
import { DeskUnavailable, LIVE_DESK, type OpenedDesk, openDesks } from './desks.ts';
import type { Decision } from './rescue.ts';

type FakeDesk = OpenedDesk & { die(): void; change(position: number): void; isClosed(): boolean };

function fakeDesk(position: number): FakeDesk {
  let hear: Parameters<OpenedDesk['onChanged']>[0] = () => undefined;
  let mourn: (why: string) => void = () => undefined;
  let closed = false;
  return {
    position,
    execute: async () => ({ ok: true, entryIds: ['entry-1'], position }),
    query: async () => ({ ok: false, error: { code: 'deskNotSetUp', params: {} } }),
    exportIncident: async () => ({ ok: false, error: { code: 'unknownIncident', params: {} } }),
    listDrafts: async () => [],
    saveDraft: async () => ({ savedAt: 1 }),
    onChanged: (listener) => {
      hear = listener;
    },
    onDeath: (listener) => {
      mourn = listener;
    },
    close: async () => {
      closed = true;
    },
    die: () => mourn('out of memory'),
    change: (to) => hear({ position: to, streams: ['desk'] }),
    isClosed: () => closed,
  };
}

const NO_FILES = { named: 0, fromBackup: 0, missing: 0 };
const FOUND = { backup: null, entries: 7, lastRecordedAt: 5, salvaged: 7, drafts: 0, missing: null, files: NO_FILES };
const damaged = (reason: string) =>
  new DeskFileError('damagedFile', { path: '/data/desk.db', reason, setAside: '/data/aside', newestBackup: null });

const request: ExecuteRequest = {
  desk: LIVE_DESK,
  commandId: 'command-1',
  officerId: 'o1',
  command: { type: 'TakeDuty', duty: 'watch', officerId: 'o1' },
};

async function opened(failures = 0, refusals: Error[] = []) {
  const made: FakeDesk[] = [];
  const pushed: Push[] = [];
  const lines: string[] = [];
  let toFail = 0;
  const hows: Decision[] = [];
  const live = async (how: Decision) => {
    hows.push(how);
    const refusal = refusals.shift();
    if (refusal !== undefined) throw refusal;
    if (toFail > 0) {
      toFail -= 1;
      throw new Error('the disk is full');
    }
    const desk = fakeDesk(made.length * 10);
    made.push(desk);
    return desk;
  };
  const practice = vi.fn(async () => fakeDesk(3));
  const placed: string[] = [];
  const rescueFiles = {
    build: vi.fn(async () => FOUND),
    place: async (path: string) => void placed.push(path),
    now: () => 5000,
  };
  const openers = { live, practice, rescueFiles, scenarios: new Map([['qingdao', '青岛']]) };
  const desks = await openDesks(
    openers,
    (push) => void pushed.push(push),
    (line) => void lines.push(line),
  );
  toFail = failures;
  return { desks, made, pushed, lines, practice, hows, placed, rescueFiles };
}

describe('a desk whose worker dies', () => {
  test('answers unavailable, is started again, and the screens are told', async () => {
    const { desks, made, pushed } = await opened();
    const desk = desks.find(LIVE_DESK);
    made[0]?.die();
    await expect(desk?.execute(request)).rejects.toThrow(DeskUnavailable);
    expect(pushed).toEqual([{ type: 'desk', desk: LIVE_DESK, running: false }]);
    await vi.waitFor(() => expect(made).toHaveLength(2));
    await expect(desk?.execute(request)).resolves.toMatchObject({ ok: true, position: 10 });
    expect(pushed.slice(1)).toEqual([
      { type: 'desk', desk: LIVE_DESK, running: true },
      { type: 'changed', desk: LIVE_DESK, position: 10, streams: [] },
    ]);
  });

  test('is tried again until it starts, saying why it did not', async () => {
    const { desks, made, lines } = await opened(2);
    made[0]?.die();
    await vi.waitFor(() => expect(made).toHaveLength(2), { timeout: 5000 });
    expect(lines.filter((line) => line.includes('the disk is full'))).toHaveLength(2);
    await desks.close();
  });

  test('is not started again once the host closes', async () => {
    const { desks, made } = await opened();
    made[0]?.die();
    await desks.close();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(made).toHaveLength(1);
  });
});

describe('a live desk whose file cannot be opened [FILE-4]', () => {
  test('the host runs, says why, and waits: calls on the desk are unavailable, practice is not', async () => {
    const { desks, rescueFiles } = await opened(0, [damaged('missing')]);
    await expect(desks.find(LIVE_DESK)?.execute(request)).rejects.toThrow(DeskUnavailable);
    expect(await desks.openPractice('qingdao')).toBe('practice-qingdao');
    await vi.waitFor(() => expect(desks.rescue()?.isWorking).toBe(false));
    expect(desks.rescue()).toMatchObject({ reason: 'missing', file: '/data/desk.db', found: FOUND, failure: null });
    expect(rescueFiles.build).toHaveBeenCalledWith({
      path: '/data/desk.db',
      kind: 'live',
      setAside: '/data/aside',
      now: 5000,
    });
  });

  test('restoring puts the built file in place and opens it, once however often it is pressed', async () => {
    const { desks, made, placed, hows, pushed } = await opened(0, [damaged('tailCut')]);
    await vi.waitFor(() => expect(desks.rescue()?.isWorking).toBe(false));
    const pressed = await Promise.all([desks.decideRescue('restore'), desks.decideRescue('restore')]);
    expect(pressed).toEqual([true, false]);
    await vi.waitFor(() => expect(made).toHaveLength(1));
    expect(placed).toEqual(['/data/desk.db']);
    expect(hows.at(-1)).toEqual({ startEmpty: false });
    await vi.waitFor(() => expect(desks.rescue()).toBeNull());
    expect(pushed).toContainEqual({ type: 'desk', desk: LIVE_DESK, running: true });
    expect(await desks.decideRescue('startEmpty')).toBe(false);
  });

  test('starting empty is told to the desk, and only for that once', async () => {
    const { desks, made, placed, hows } = await opened(0, [damaged('x')]);
    await vi.waitFor(() => expect(desks.rescue()?.isWorking).toBe(false));
    expect(await desks.decideRescue('startEmpty')).toBe(true);
    await vi.waitFor(() => expect(made).toHaveLength(1));
    expect(placed).toEqual([]);
    made[0]?.die();
    await vi.waitFor(() => expect(made).toHaveLength(2));
    expect(hows.map(({ startEmpty }) => startEmpty)).toEqual([false, true, false]);
  });

  test('what cannot be restored is told, and looked for again when asked', async () => {
    const { desks, rescueFiles } = await opened(0, [damaged('x')]);
    await vi.waitFor(() => expect(desks.rescue()?.isWorking).toBe(false));
    rescueFiles.build.mockRejectedValueOnce(new DeskFileError('diskFull', {}));
    expect(await desks.decideRescue('lookAgain')).toBe(true);
    await vi.waitFor(() => expect(desks.rescue()?.failure).toEqual({ code: 'diskFull', params: {} }));
    expect(await desks.decideRescue('restore')).toBe(false);
    await desks.decideRescue('lookAgain');
    await vi.waitFor(() => expect(desks.rescue()).toMatchObject({ found: FOUND, failure: null }));
  });

  test('damage found when the worker is started again waits for a person too', async () => {
    const refusals: Error[] = [];
    const { desks, made } = await opened(0, refusals);
    refusals.push(damaged('quick_check'));
    made[0]?.die();
    await vi.waitFor(() => expect(desks.rescue()?.reason).toBe('damaged'));
    expect(made).toHaveLength(1);
  });
});

test('positions follow what was committed', async () => {
  const { desks, made, pushed } = await opened();
  made[0]?.change(7);
  expect(desks.positions()).toEqual({ [LIVE_DESK]: 7 });
  expect(pushed).toEqual([{ type: 'changed', desk: LIVE_DESK, position: 7, streams: ['desk'] }]);
});

test('[PRACTICE-3] a practice desk is opened once, however many ask at the same time', async () => {
  const { desks, practice, pushed } = await opened();
  const asked = await Promise.all([desks.openPractice('qingdao'), desks.openPractice('qingdao')]);
  expect(asked).toEqual(['practice-qingdao', 'practice-qingdao']);
  expect(await desks.openPractice('qingdao')).toBe('practice-qingdao');
  expect(practice).toHaveBeenCalledTimes(1);
  expect(desks.list()).toContainEqual({ deskId: 'practice-qingdao', kind: 'practice', title: '青岛' });
  // Told once: a page that stood at it already finds it.
  expect(pushed).toEqual([{ type: 'changed', desk: 'practice-qingdao', position: 3, streams: [] }]);
  expect(await desks.openPractice('nobody-wrote-this')).toBeNull();
});

test('closing closes every desk', async () => {
  const { desks, made } = await opened();
  await desks.close();
  expect(made[0]?.isClosed()).toBe(true);
});
