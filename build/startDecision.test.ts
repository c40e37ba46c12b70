import { describe, expect, it } from 'vitest';
import {
  type ElectronSight,
  type FetchProgress,
  givesUp,
  judgeElectron,
  planStart,
  progressLine,
  type StartFacts,
  type StartPlan,
  webArguments,
} from './startDecision.ts';

const DAY = 24 * 60 * 60_000;
const facts = (change: Partial<StartFacts>): StartFacts => ({
  args: [],
  platform: 'linux',
  env: { DISPLAY: ':0' },
  isRoot: false,
  runtime: 'present',
  lastFailure: null,
  now: 10 * DAY,
  ...change,
});
const failed = (ago: number) => ({ at: 10 * DAY - ago, why: 'no answer' });

describe('npm start opens Electron where it can, the browser otherwise', () => {
  it.each<[string, Partial<StartFacts>, StartPlan['kind'], RegExp | null]>([
    ['runtime there', {}, 'electron', null],
    ['data folder named', { args: ['--data', '/x'] }, 'electron', null],
    ['Wayland only', { env: { WAYLAND_DISPLAY: 'wayland-0' } }, 'electron', null],
    ['Windows has always a display', { platform: 'win32', env: {} }, 'electron', null],
    ['an administrator on Windows or macOS is no obstacle', { platform: 'darwin', isRoot: true }, 'electron', null],
    ['asked: --no-open', { args: ['--no-open'] }, 'web', null],
    ['asked: --port N', { args: ['--port', '0'] }, 'web', null],
    ['asked: --port=N', { args: ['--port=0'] }, 'web', null],
    ['asked: --web', { args: ['--web'] }, 'web', null],
    ['asked: --help', { args: ['--help'] }, 'web', null],
    ['no display', { env: {} }, 'web', /no display/],
    ['no display, and nothing is fetched for it', { env: {}, runtime: 'fetchable' }, 'web', /no display/],
    ['root on Linux', { isRoot: true }, 'web', /root/],
    ['root, and nothing is fetched for it', { isRoot: true, runtime: 'fetchable' }, 'web', /root/],
    ['never installed', { runtime: 'none' }, 'web', /not installed/],
    ['to be fetched', { runtime: 'fetchable' }, 'fetch', null],
    [
      'fetching failed an hour ago',
      { runtime: 'fetchable', lastFailure: failed(3_600_000) },
      'web',
      /lately.*no answer/,
    ],
    [
      'fetching failed yesterday: nobody waits for it again',
      { runtime: 'fetchable', lastFailure: failed(DAY) },
      'webAndProbe',
      /lately.*no answer/,
    ],
    [
      'a failure from the future is a wrong clock',
      { runtime: 'fetchable', lastFailure: failed(-1) },
      'webAndProbe',
      /lately.*no answer/,
    ],
    ['failed long ago, but asked for the browser', { args: ['--web'], lastFailure: failed(DAY) }, 'web', null],
    ['fetched by hand since', { lastFailure: failed(1) }, 'electron', null],
  ])('%s', (_, change, kind, why) => {
    const plan = planStart(facts(change));
    expect(plan.kind).toBe(kind);
    if (plan.kind === 'web' && why === null) expect(plan.why).toBeNull();
    if ('why' in plan && why !== null) expect(plan.why).toMatch(why);
  });

  it('hands the web host only what it knows', () => {
    expect(webArguments(['--web', '--data', 'x', '--port', '1'])).toEqual(['--data', 'x', '--port', '1']);
  });
});

describe('a download never keeps anybody from the desk', () => {
  const MB = 1_000_000;
  it.each<[string, Partial<FetchProgress>, RegExp | null]>([
    ['just begun', { lastByteAt: null, now: 4999 }, null],
    ['no first byte in 5 s', { lastByteAt: null, now: 5000 }, /no answer within 5 s/],
    ['flowing', { lastByteAt: 60_000, now: 60_100 }, null],
    ['stalled', { lastByteAt: 60_000, now: 69_999 }, null],
    ['stalled for 10 s', { lastByteAt: 60_000, now: 70_000 }, /nothing came for 10 s/],
    ['too long in all', { lastByteAt: 180_000, now: 180_000 }, /not done within 180 s/],
    ['slow, but only just begun', { transferred: 1, now: 14_999 }, null],
    ['just fast enough', { transferred: 9.2 * MB, now: 15_000 }, null],
    ['it would take twenty minutes', { transferred: 1.4 * MB, now: 15_000 }, /too slow to be done within 180 s/],
    ['a trickle', { transferred: 15, now: 15_000 }, /too slow/],
    ['it became slow', { transferred: 30 * MB, now: 90_000, lastByteAt: 89_000 }, /too slow/],
    ['a trickle of unknown length', { transferred: 15, total: null, now: 15_000 }, null],
  ])('%s', (_, change, why) => {
    const steady = { startedAt: 0, lastByteAt: change.now ?? 0, transferred: 100 * MB, total: 110 * MB, now: 0 };
    const given = givesUp({ ...steady, ...change });
    if (why === null) expect(given).toBeNull();
    else expect(given).toMatch(why);
  });

  it('says how far it is, also where the size is unknown', () => {
    expect(progressLine(55_000_000, 110_000_000)).toContain('55 MB / 110 MB (50 %)');
    expect(progressLine(55_000_000, null)).toMatch(/55 MB$/);
  });
});

describe('Electron that does not show a window gives way to the browser', () => {
  it.each<[string, boolean, ElectronSight, string, RegExp | null]>([
    ['shown', false, { kind: 'line', text: 'Watchdesk ready: window' }, 'shown', null],
    ['chatter', false, { kind: 'line', text: 'libva error' }, 'wait', null],
    ['still starting', false, { kind: 'waited', ms: 9999 }, 'wait', null],
    ['not ready in 10 s', false, { kind: 'waited', ms: 10_000 }, 'web', /within 10 s/],
    ['sandbox refused', false, { kind: 'exit', code: null, signal: 'SIGTRAP' }, 'web', /SIGTRAP/],
    ['missing library', false, { kind: 'exit', code: 127, signal: null }, 'web', /code 127/],
    ['ended without a word', false, { kind: 'exit', code: 0, signal: null }, 'web', /code 0/],
    ['another one has the desk', true, { kind: 'exit', code: 0, signal: null }, 'handedOver', null],
    ['handing over failed', true, { kind: 'exit', code: 1, signal: null }, 'web', /code 1/],
    ['not executable', false, { kind: 'error', message: 'EACCES' }, 'web', /EACCES/],
  ])('%s', (_, handedOver, sight, kind, why) => {
    const verdict = judgeElectron(handedOver, sight);
    expect(verdict.kind).toBe(kind);
    if (why !== null) expect(verdict).toMatchObject({ why: expect.stringMatching(why) as string });
  });
});
