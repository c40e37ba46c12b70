import { describe, expect, it } from 'vitest';
import {
  type ElectronSight,
  givesUp,
  judgeElectron,
  planStart,
  progressLine,
  type StartFacts,
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
  it.each<[string, Partial<StartFacts>, 'electron' | 'fetch' | 'web', RegExp | null]>([
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
    ['fetching failed yesterday', { runtime: 'fetchable', lastFailure: failed(DAY) }, 'fetch', null],
    ['a failure from the future is a wrong clock', { runtime: 'fetchable', lastFailure: failed(-1) }, 'fetch', null],
    ['fetched by hand since', { lastFailure: failed(1) }, 'electron', null],
  ])('%s', (_, change, kind, why) => {
    const plan = planStart(facts(change));
    expect(plan.kind).toBe(kind);
    if (plan.kind === 'web' && why === null) expect(plan.why).toBeNull();
    if (plan.kind === 'web' && why !== null) expect(plan.why).toMatch(why);
  });

  it('hands the web host only what it knows', () => {
    expect(webArguments(['--web', '--data', 'x', '--port', '1'])).toEqual(['--data', 'x', '--port', '1']);
  });
});

describe('a download never keeps anybody from the desk', () => {
  it.each<[string, number | null, number, RegExp | null]>([
    ['just begun', null, 4999, null],
    ['no first byte in 5 s', null, 5000, /no answer within 5 s/],
    ['flowing', 60_000, 60_100, null],
    ['stalled', 60_000, 69_999, null],
    ['stalled for 10 s', 60_000, 70_000, /nothing came for 10 s/],
    ['too long in all', 180_000, 180_000, /not done within 180 s/],
  ])('%s', (_, lastByteAt, now, why) => {
    const given = givesUp({ startedAt: 0, lastByteAt, now });
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
