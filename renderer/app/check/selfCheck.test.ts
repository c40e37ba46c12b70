// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeApi } from '#renderer/platform/fakeApi.ts';
import { TEST_NOW } from '#renderer/testing/renderWithDesk.tsx';
import { type CheckResults, DAY_MS } from '#shared/domain/desk/selfCheck.ts';
import { mayCheckByItself, runSelfCheck, standing, useSelfCheck } from './selfCheck.ts';

const MINUTE = 60_000;
const fine = { fault: null, measured: null };
const results = (change: Partial<CheckResults> = {}): CheckResults => ({
  sound: fine,
  tick: fine,
  desk: fine,
  backup: fine,
  disk: fine,
  clock: fine,
  fonts: fine,
  ...change,
});

beforeEach(() => useSelfCheck.setState({ isRunning: false, unrecorded: null }));

describe('[CHECK-2] the page checks by itself once a day', () => {
  it.each([
    ['a page that sounds, settled', null, 2 * MINUTE, 'on', true],
    ['not settled yet', null, 2 * MINUTE - 1, 'on', false],
    ['a silent page waits for one that sounds', null, 4 * MINUTE - 1, 'off', false],
    ['and then goes itself', null, 4 * MINUTE, 'none', true],
    ['done today', TEST_NOW - DAY_MS + 1, 9 * MINUTE, 'on', false],
    ['done yesterday', TEST_NOW - DAY_MS, 9 * MINUTE, 'on', true],
  ] as const)('%s', (_, lastAt, ageMs, sound, may) => {
    expect(mayCheckByItself(lastAt, TEST_NOW, { ageMs, sound })).toBe(may);
  });
});

describe('asking', () => {
  const api = () => createFakeApi({ now: () => TEST_NOW });

  it('brings what the page finds of its voice', async () => {
    const reply = await runSelfCheck(api(), 'zhang');
    expect(reply).toMatchObject({ kind: 'done', results: { sound: { fault: 'soundNone' } } });
    expect(useSelfCheck.getState()).toEqual({ isRunning: false, unrecorded: null });
  });

  it('keeps a result that could not be recorded, until one is', async () => {
    const bad = results({ desk: { fault: 'deskCannotWrite', measured: null } });
    await runSelfCheck({ selfCheck: async () => ({ kind: 'done', results: bad, isRecorded: false }) }, null);
    expect(useSelfCheck.getState().unrecorded?.results).toEqual(bad);
    await runSelfCheck({ selfCheck: async () => ({ kind: 'notDue' }) }, null);
    expect(useSelfCheck.getState().unrecorded?.results).toEqual(bad);
    await runSelfCheck(api(), 'zhang');
    expect(useSelfCheck.getState().unrecorded).toBeNull();
  });

  it('a host that is away is no result', async () => {
    expect(await runSelfCheck({ selfCheck: () => Promise.reject(new Error('gone')) }, null)).toBeNull();
    expect(useSelfCheck.getState().isRunning).toBe(false);
  });
});

it('a voice armed since the check is no longer wrong; nothing else mends itself', () => {
  const found = results({ sound: { fault: 'soundOff', measured: null }, disk: { fault: 'diskLow', measured: null } });
  expect(standing(found, 'off')).toEqual(found);
  expect(standing(found, 'on')).toMatchObject({ sound: { fault: null }, disk: { fault: 'diskLow' } });
});
