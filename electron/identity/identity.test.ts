/** [PEOPLE-1, PEOPLE-3] In whose name a screen may write. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExecuteReply, ExecuteRequest, Query, QueryReply } from '#shared/contract/deskApi.ts';
import type { IdentityRequest } from '#shared/contract/identity.ts';
import type { Push } from '#shared/contract/webRoutes.ts';
import { createIdentity, type Identity } from './identity.ts';
import type { PinHashing } from './pinHash.ts';
import { openPinStore } from './pinStore.ts';
import { openScreens } from './screens.ts';

const plain: PinHashing = {
  make: async (pin) => ({ algorithm: 'scrypt', N: 1024, r: 1, p: 1, salt: 'AA==', hash: btoa(pin) }),
  fits: async (pin, kept) => btoa(pin) === kept.hash,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchdesk-identity-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A desk with 王 and 赵 that keeps what the log would say of PINs. */
function world() {
  const logged: ExecuteRequest[] = [];
  const pushed: Push[] = [];
  const pins: Record<string, number> = {};
  const retired: Record<string, number> = {};
  const lock = { idleMinutes: 20 as number | null, pinRequired: false };
  const digest = 'd'.repeat(64);
  let refuses = false;
  let steady = 0;
  const desk = {
    async execute(request: ExecuteRequest): Promise<ExecuteReply> {
      if (refuses) return { ok: false, error: { code: 'diskFull', params: {} } };
      logged.push(request);
      if (request.command.type === 'RecordPin') {
        if (request.command.what === 'set') pins[request.command.officerId] = 1;
        else delete pins[request.command.officerId];
      }
      return { ok: true, entryIds: ['e'], position: 1 };
    },
    async query({ type }: Query): Promise<QueryReply> {
      const sections = [{ id: 'incidents', items: [{}, {}] }];
      if (type === 'getHandover') return { ok: true, result: { at: 1, sections, digest } as never };
      const officers = ['wang', 'zhao'].map((officerId) => ({ officerId, name: officerId, post: 'watchOfficer' }));
      return {
        ok: true,
        result: {
          officers,
          people: { pins: { ...pins }, roles: {}, retired: { ...retired }, lock: { ...lock } },
        } as never,
      };
    },
  };
  let identity: Identity;
  const start = (): Identity => {
    identity = createIdentity({
      desk,
      pins: openPinStore({ folder, hashing: plain, steady: () => steady }),
      screens: openScreens(folder),
      clock: () => 7000,
      steady: () => steady,
      log: () => undefined,
      push: (push) => void pushed.push(push),
    });
    return identity;
  };
  start();
  const ask = async (screen: string, request: IdentityRequest): Promise<string> => {
    const reply = await identity.act(screen, request);
    return reply.ok ? 'ok' : reply.error.code;
  };
  return {
    logged,
    pushed,
    pins,
    retired,
    start,
    ask,
    lock,
    changed: () => identity.hear({ type: 'changed', desk: 'main', position: 9, streams: ['desk'] }),
    wait: async (minutes: number) => {
      steady += minutes * 60_000;
      await identity.lockIdle();
    },
    fillDisk: () => {
      refuses = true;
    },
    setPin: (screen: string, officerId: string, pin: string, old: string | null = null) =>
      ask(screen, { act: 'setPin', officerId, old, pin }),
    signIn: (screen: string, officerId: string, pin: string | null) => ask(screen, { act: 'signIn', officerId, pin }),
    by: async (screen: string, officerId: string, command = 'AddNote') =>
      (await identity.refusal(screen, officerId, command))?.code ?? 'may',
    seen: async (screen: string) => {
      const reply = await identity.act(screen, { act: 'look' });
      return reply.ok ? reply.identity : reply.error;
    },
  };
}

describe('a screen and a name', () => {
  test('without a PIN a name is enough, as before there were any', async () => {
    const { by } = world();
    expect(await by('a', 'wang')).toBe('may');
  });

  test('with a PIN only the screen that has shown it writes in that name', async () => {
    const { by, setPin, signIn } = world();
    expect(await setPin('a', 'wang', '271828')).toBe('ok');
    expect(await by('a', 'wang')).toBe('may');
    expect(await by('b', 'wang')).toBe('pinNeeded');
    expect(await signIn('b', 'wang', null)).toBe('pinNeeded');
    expect(await signIn('b', 'wang', '271829')).toBe('pinWrong');
    expect(await by('b', 'wang')).toBe('pinNeeded');
    expect(await signIn('b', 'wang', '271828')).toBe('ok');
    expect(await by('b', 'wang')).toBe('may');
  });

  test('whoever signs in takes the place of who was there', async () => {
    const { by, setPin, signIn } = world();
    await setPin('a', 'wang', '271828');
    expect(await signIn('a', 'zhao', null)).toBe('ok');
    expect(await by('a', 'wang')).toBe('pinNeeded');
    expect(await by('a', 'zhao')).toBe('may');
  });

  test('nobody registers himself once there are officers', async () => {
    const { by } = world();
    expect(await by('a', 'stranger', 'AddOfficer')).toBe('unknownOfficer');
    expect(await by('a', 'stranger', 'AddNote'), 'the desk’s own to refuse').toBe('may');
  });

  test('what was shown holds over a restart', async () => {
    const { by, setPin, start } = world();
    await setPin('a', 'wang', '271828');
    start();
    expect(await by('a', 'wang')).toBe('may');
    expect(await by('b', 'wang')).toBe('pinNeeded');
  });
});

test('[PEOPLE-7] who has left is told so, with a PIN or without, and hands nothing over', async () => {
  const { by, lock, retired, setPin, signIn, changed } = world();
  await setPin('a', 'wang', '271828');
  retired['wang'] = 1;
  changed();
  expect(await by('a', 'wang')).toBe('officerRetired');
  expect(await signIn('b', 'wang', '271828')).toBe('officerRetired');
  expect(await setPin('a', 'wang', '314159', '271828')).toBe('officerRetired');
  lock.pinRequired = true;
  retired['zhao'] = 1;
  changed();
  expect(await signIn('b', 'zhao', null)).toBe('officerRetired');
  delete retired['wang'];
  changed();
  expect(await by('a', 'wang')).toBe('may');
});

test('where everybody needs a PIN, whoever has none sets one first', async () => {
  const { by, lock, setPin, signIn } = world();
  lock.pinRequired = true;
  expect(await by('a', 'wang')).toBe('pinUnset');
  expect(await signIn('a', 'wang', null), 'a name alone opens nothing').toBe('pinUnset');
  expect(await setPin('a', 'wang', '271828')).toBe('ok');
  expect(await by('a', 'wang')).toBe('may');
});

describe('setting and resetting', () => {
  test('the log says that, never what', async () => {
    const { logged, setPin } = world();
    await setPin('a', 'wang', '271828');
    expect(logged.map(({ officerId, command }) => ({ officerId, command }))).toEqual([
      { officerId: 'wang', command: { type: 'RecordPin', officerId: 'wang', what: 'set' } },
    ]);
    expect(JSON.stringify(logged)).not.toContain('271828');
  });

  test.each([
    ['12345', 'pinForm'],
    ['1234567', 'pinForm'],
    ['12a456', 'pinForm'],
    ['000000', 'pinPlain'],
    ['123456', 'pinPlain'],
    ['987654', 'pinPlain'],
    ['890123', 'pinPlain'],
    ['121212', 'ok'],
  ])('%s: %s', async (pin, answer) => {
    expect(await world().setPin('a', 'wang', pin)).toBe(answer);
  });

  test('is changed with the old one, and other screens must show the new one', async () => {
    const { by, setPin, signIn } = world();
    await setPin('a', 'wang', '271828');
    await signIn('b', 'wang', '271828');
    expect(await setPin('b', 'wang', '314159', null)).toBe('pinNeeded');
    expect(await setPin('b', 'wang', '314159', '111112')).toBe('pinWrong');
    expect(await setPin('b', 'wang', '314159', '271828')).toBe('ok');
    expect(await by('b', 'wang')).toBe('may');
    expect(await by('a', 'wang')).toBe('pinNeeded');
    expect(await signIn('a', 'wang', '271828')).toBe('pinWrong');
  });

  test('after a reset the name is enough again, until its owner sets another', async () => {
    const { ask, by, setPin } = world();
    await setPin('a', 'wang', '271828');
    expect(await ask('b', { act: 'resetPin', by: 'zhao', officerId: 'wang' })).toBe('ok');
    expect(await by('c', 'wang')).toBe('may');
  });

  test('a secret that is not on this machine is told, and another is set before anything else', async () => {
    const { by, setPin, start, seen } = world();
    await setPin('a', 'wang', '271828');
    rmSync(join(folder, 'officer-pins.json'));
    start();
    expect(await seen('a')).toMatchObject({ pins: { wang: 'lost', zhao: 'none' } });
    expect(await by('a', 'wang')).toBe('pinLost');
    expect(await setPin('a', 'wang', '314159')).toBe('ok');
    expect(await by('a', 'wang')).toBe('may');
  });

  test('an entry that could not be written leaves no PIN behind', async () => {
    const { fillDisk, seen, setPin } = world();
    fillDisk();
    expect(await setPin('a', 'wang', '271828')).toBe('diskFull');
    expect(await seen('a')).toMatchObject({ pins: { wang: 'none' } });
  });
});

describe('a locked screen', () => {
  test('writes nothing in any name, over restarts too, until somebody signs in', async () => {
    const { ask, by, setPin, signIn, start, seen } = world();
    await setPin('a', 'wang', '271828');
    expect(await ask('a', { act: 'lock' })).toBe('ok');
    expect([await by('a', 'wang'), await by('a', 'zhao')]).toEqual(['deskLocked', 'deskLocked']);
    start();
    expect(await by('a', 'wang')).toBe('deskLocked');
    expect(await seen('a')).toMatchObject({ officerId: 'wang', lockedAt: 7000 });
    expect(await by('b', 'zhao'), 'another screen').toBe('may');
    expect(await signIn('a', 'wang', '999998')).toBe('pinWrong');
    expect(await signIn('a', 'wang', '271828')).toBe('ok');
    expect(await by('a', 'wang')).toBe('may');
  });

  test('needs a PIN to be locked with', async () => {
    const { ask, signIn } = world();
    await signIn('a', 'zhao', null);
    expect(await ask('a', { act: 'lock' })).toBe('pinUnset');
  });

  test('takes a call without a name, and nothing else; an open one takes none so', async () => {
    const { ask, by, setPin } = world();
    await setPin('a', 'wang', '271828');
    expect(await by('a', 'unnamed', 'TakeCall')).toBe('unknownOfficer');
    await ask('a', { act: 'lock' });
    expect(await by('a', 'unnamed', 'TakeCall')).toBe('may');
    expect(await by('a', 'unnamed', 'AddNote')).toBe('deskLocked');
    expect(await by('a', 'wang', 'AcknowledgeAlarm'), 'an alarm is acknowledged by a name').toBe('deskLocked');
  });

  test('[PEOPLE-5] locks by itself after the minutes set, unless somebody is there or nobody has a PIN', async () => {
    const { ask, by, changed, lock, setPin, signIn, wait } = world();
    await setPin('a', 'wang', '271828');
    await signIn('b', 'zhao', null);
    await wait(19);
    expect(await by('a', 'wang'), 'a command is somebody there').toBe('may');
    await wait(19);
    await ask('a', { act: 'active' });
    await wait(19);
    expect(await ask('a', { act: 'look' })).toBe('ok');
    await wait(1);
    expect([await by('a', 'wang'), await by('b', 'zhao')]).toEqual(['deskLocked', 'may']);
    await signIn('a', 'wang', '271828');
    lock.idleMinutes = null;
    changed();
    await wait(10_000);
    expect(await by('a', 'wang')).toBe('may');
  });

  test('[PEOPLE-5] a start is not somebody: the minutes count from it, and a lock stays', async () => {
    const { by, setPin, start, wait } = world();
    await setPin('a', 'wang', '271828');
    start();
    await wait(20);
    expect(await by('a', 'wang')).toBe('deskLocked');
  });

  test('and every page is told', async () => {
    const { ask, pushed, setPin } = world();
    await setPin('a', 'wang', '271828');
    pushed.length = 0;
    await ask('a', { act: 'lock' });
    expect(pushed).toEqual([{ type: 'identity' }]);
  });
});

describe('[HANDOVER-1] the watch changes hands before both', () => {
  const handOver = (fromPin: string | null, toPin: string | null, digest = 'd'.repeat(64)): IdentityRequest => ({
    act: 'handOver',
    commandId: 'handover-1',
    handover: {
      handoverId: 'h1',
      duties: ['watch'],
      from: 'wang',
      to: 'zhao',
      notes: null,
      equipment: null,
      alarm: 'heard',
      digest,
    },
    fromPin,
    toPin,
  });
  async function two() {
    const made = world();
    await made.setPin('b', 'zhao', '314159');
    await made.setPin('a', 'wang', '271828');
    made.logged.length = 0;
    return made;
  }

  test.each([
    ['without either', handOver(null, null), 'pinNeeded'],
    ['with one of them', handOver('271828', null), 'pinNeeded'],
    ['with one of them wrong', handOver('271828', '314158'), 'pinWrong'],
    ['with the two mixed up', handOver('314159', '271828'), 'pinWrong'],
    ['of something else than what there is', handOver('271828', '314159', 'e'.repeat(64)), 'handoverChanged'],
  ])('%s nothing is recorded', async (_, request, code) => {
    const { ask, logged } = await two();
    expect(await ask('a', request)).toBe(code);
    expect(logged).toEqual([]);
  });

  test('with both: one entry, the screen is the new watch’s, and the old one’s name is open nowhere', async () => {
    const { ask, by, logged, signIn } = await two();
    await signIn('c', 'wang', '271828');
    expect(await ask('a', handOver('271828', '314159'))).toBe('ok');
    expect(logged).toMatchObject([
      {
        officerId: 'wang',
        commandId: 'handover-1',
        command: {
          type: 'RecordHandover',
          sections: [{ id: 'incidents', items: 2 }],
          proofs: { from: 'pin', to: 'pin' },
        },
      },
    ]);
    expect([await by('a', 'zhao'), await by('a', 'wang'), await by('c', 'wang')]).toEqual([
      'may',
      'pinNeeded',
      'pinNeeded',
    ]);
  });

  test('who has no PIN is named as such; where everybody needs one, sets one first', async () => {
    const { ask, changed, lock, logged, setPin } = world();
    await setPin('a', 'wang', '271828');
    expect(await ask('a', handOver('271828', null))).toBe('ok');
    expect(logged.at(-1)).toMatchObject({ command: { proofs: { from: 'pin', to: 'name' } } });
    lock.pinRequired = true;
    changed();
    expect(await ask('a', handOver('271828', null))).toBe('pinUnset');
  });

  test('not at a locked screen', async () => {
    const { ask } = await two();
    await ask('a', { act: 'lock' });
    expect(await ask('a', handOver('271828', '314159'))).toBe('deskLocked');
  });
});
