import { describe, expect, test } from 'vitest';
import { decideOpening, openingCommand, type Surroundings } from './openDecision.ts';

const linux = (programs: Record<string, string>, env: Record<string, string> = { DISPLAY: ':0' }): Surroundings => ({
  platform: 'linux',
  env,
  home: '/home/wang',
  isRoot: false,
  find: (program) => programs[program] ?? null,
});
const DATA = '/home/wang/.local/share/watchdesk';

describe('which browser opens the desk', () => {
  test.each([
    ['chromium first', { 'google-chrome': '/opt/chrome', chromium: '/usr/bin/chromium' }, 'app', '/usr/bin/chromium'],
    [
      'any of its kin',
      { 'microsoft-edge-stable': '/usr/bin/edge', 'xdg-open': '/usr/bin/xdg-open' },
      'app',
      '/usr/bin/edge',
    ],
    ['the browser 麒麟 ships', { 'qaxbrowser-safe-stable': '/usr/bin/qax' }, 'app', '/usr/bin/qax'],
    ['the default browser where none is known', { 'xdg-open': '/usr/bin/xdg-open' }, 'default', '/usr/bin/xdg-open'],
  ])('%s', (_, programs, kind, program) => {
    expect(decideOpening(linux(programs as Record<string, string>), DATA)).toMatchObject({ kind, program });
  });

  test.each([
    ['no display', linux({ chromium: '/usr/bin/chromium' }, {}), 'no display'],
    ['an empty DISPLAY', linux({ chromium: '/usr/bin/chromium' }, { DISPLAY: '' }), 'no display'],
    ['no browser', linux({}), 'no browser'],
  ])('only the address is printed, saying why: %s', (_, around, why) => {
    const opening = decideOpening(around, DATA);
    expect(opening.kind).toBe('print');
    expect(opening.kind === 'print' && opening.why).toContain(why);
  });

  test('Wayland is a display', () => {
    const around = linux({ chromium: '/usr/bin/chromium' }, { WAYLAND_DISPLAY: 'wayland-0' });
    expect(decideOpening(around, DATA).kind).toBe('app');
  });

  test('Windows and macOS look where browsers are installed', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const found = (at: string) => (program: string) => (program === at ? at : null);
    const windows = {
      ...linux({}),
      platform: 'win32',
      env: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
      find: found(edge),
    };
    expect(decideOpening(windows, DATA)).toMatchObject({ kind: 'app', program: edge });
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(decideOpening({ ...linux({}), platform: 'darwin', env: {}, find: found(chrome) }, DATA)).toMatchObject({
      program: chrome,
    });
  });
});

describe('how it is started', () => {
  const command = (around: Surroundings) => {
    const opening = decideOpening(around, DATA);
    return opening.kind === 'print' ? null : openingCommand(opening, 'file:///data/open-1.html');
  };
  const chromium = { chromium: '/usr/bin/chromium' };

  test('a hidden window keeps its timers and its sound', () => {
    expect(command(linux(chromium))?.args).toEqual(
      expect.arrayContaining([
        '--disable-background-timer-throttling',
        '--disable-renderer-backgrounding',
        '--disable-backgrounding-occluded-windows',
        '--autoplay-policy=no-user-gesture-required',
        `--user-data-dir=${DATA}/browser`,
        '--app=file:///data/open-1.html',
      ]),
    );
  });

  test('the sandbox is given up only as root, where Chromium would not start with it', () => {
    expect(command(linux(chromium))?.args).not.toContain('--no-sandbox');
    expect(command({ ...linux(chromium), isRoot: true })?.args).toContain('--no-sandbox');
  });

  test('the default browser gets the file alone', () => {
    expect(command(linux({ 'xdg-open': '/usr/bin/xdg-open' }))?.args).toEqual(['file:///data/open-1.html']);
  });

  test("a snap's browser gets its files where it can read them", () => {
    const opening = decideOpening(linux({ chromium: '/snap/bin/chromium' }), DATA);
    expect(opening).toMatchObject({ files: '/home/wang/snap/chromium/common/watchdesk' });
  });
});
