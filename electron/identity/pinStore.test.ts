/** [PEOPLE-2] A PIN is guessed at slowly, whatever is done to the program or the machine's clock meanwhile. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { waitAfterMs } from '#shared/domain/people/pin.ts';
import { type PinHash, type PinHashing, pinHashing } from './pinHash.ts';
import { openPinStore, type PinStore } from './pinStore.ts';

const PIN = '271828';
const HOUR_MS = 60 * 60_000;

let folder: string;
let now = 0;
let looked = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchdesk-pins-'));
  [now, looked] = [1000, 0];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Counts looks instead of taking half a second for each. */
const counting: PinHashing = {
  make: async (pin): Promise<PinHash> => ({ algorithm: 'scrypt', N: 1024, r: 1, p: 1, salt: 'AA==', hash: btoa(pin) }),
  async fits(pin, kept) {
    looked += 1;
    return btoa(pin) === kept.hash;
  },
};
const open = (): PinStore => openPinStore({ folder, steady: () => now, hashing: counting });
const wrong = (n: number): string => String(100_000 + n);

describe('1,000 wrong PINs', () => {
  test('gain nothing, each as early as it may come, and take more than ten days', async () => {
    const store = open();
    await store.set('wang', PIN);
    for (let n = 0; n < 1000; n += 1) {
      const tried = await store.try('wang', wrong(n));
      if (tried.kind !== 'wrong') throw new Error(`try ${n}: ${tried.kind}`);
      now += tried.waitMs;
    }
    expect(looked).toBe(1000);
    expect(now).toBeGreaterThan(10 * 24 * HOUR_MS);
    expect(await store.try('wang', PIN)).toEqual({ kind: 'right' });
  });

  test('as fast as they can be sent: three are looked at, the right one among the rest is not', async () => {
    const store = open();
    await store.set('wang', PIN);
    const tries = Array.from({ length: 1000 }, (_, n) => store.try('wang', n === 500 ? PIN : wrong(n)));
    const kinds = (await Promise.all(tries)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(3);
    expect(kinds).not.toContain('right');
    expect(looked).toBe(3);
  });

  test('a restart after each gives no try away: the count is kept, and the whole wait begins again', async () => {
    await open().set('wang', PIN);
    const kinds: string[] = [];
    for (let n = 0; n < 6; n += 1) kinds.push((await open().try('wang', wrong(n))).kind);
    expect(kinds).toEqual(['wrong', 'wrong', 'wrong', 'wait', 'wait', 'wait']);
    now += HOUR_MS;
    expect(await open().try('wang', PIN)).toEqual({ kind: 'wait', waitMs: waitAfterMs(3) });
  });

  test('a try that never came to its end, because the program was killed in it, counts as a wrong one', async () => {
    await open().set('wang', PIN);
    const killed = openPinStore({
      folder,
      steady: () => now,
      hashing: { ...counting, fits: () => new Promise(() => {}) },
    });
    void killed.try('wang', PIN);
    await Promise.resolve();
    const [kept] = JSON.parse(readFileSync(join(folder, 'officer-pins.json'), 'utf8')) as { wrong: number }[];
    expect(kept?.wrong).toBe(1);
  });

  test('the right one clears the count; another officer’s is their own', async () => {
    const store = open();
    await store.set('wang', PIN);
    await store.set('zhao', '314159');
    for (let n = 0; n < 3; n += 1) await store.try('wang', wrong(n));
    expect((await store.try('wang', PIN)).kind).toBe('wait');
    expect(await store.try('zhao', '314159')).toEqual({ kind: 'right' });
    now += waitAfterMs(3);
    expect(await store.try('wang', PIN)).toEqual({ kind: 'right' });
    expect(await store.try('wang', wrong(1))).toEqual({ kind: 'wrong', waitMs: 0 });
  });
});

test('the wait grows from nothing to a quarter of an hour and no further', () => {
  expect([1, 2, 3, 4, 5, 10, 11, 1000].map(waitAfterMs)).toEqual([
    0, 0, 5000, 10_000, 20_000, 640_000, 900_000, 900_000,
  ]);
});

test('the file is its owner’s alone, and has neither the PIN nor what it can be read from', async () => {
  const store = openPinStore({ folder });
  await store.set('wang', PIN);
  const path = join(folder, 'officer-pins.json');
  const text = readFileSync(path, 'utf8');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(text).not.toContain(PIN);
  const [{ pin }] = JSON.parse(text) as [{ pin: PinHash }];
  expect(pin).toMatchObject({ algorithm: 'scrypt', N: 2 ** 17, r: 8, p: 1 });
  expect(await pinHashing.fits(PIN, pin)).toBe(true);
  expect(await pinHashing.fits('271829', pin)).toBe(false);
});

test('a damaged file is no PIN at all, which the desk calls lost', async () => {
  await open().set('wang', PIN);
  rmSync(join(folder, 'officer-pins.json'));
  expect(open().has('wang')).toBe(false);
});
