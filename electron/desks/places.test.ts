import { expect, test } from 'vitest';
import { dataFolder, programPlaces } from './places.ts';

test.each([
  ['bundled', 'file:///opt/watchdesk/dist/host/main.mjs', 'file:///opt/watchdesk/dist/host/deskWorker.mjs'],
  [
    'a chunk of the bundle',
    'file:///opt/watchdesk/dist/host/places-1a2b.mjs',
    'file:///opt/watchdesk/dist/host/deskWorker.mjs',
  ],
  ['from source', 'file:///opt/watchdesk/electron/web/places.ts', 'file:///opt/watchdesk/db/desk/deskWorker.ts'],
])('%s: the worker beside us, screen and scenarios below the root', (_, module, worker) => {
  const places = programPlaces(module);
  expect(places.worker.href).toBe(worker);
  expect(places.renderer.href).toBe('file:///opt/watchdesk/dist/renderer/');
  expect(places.scenarios.href).toBe('file:///opt/watchdesk/scenarios/');
});

test.each([
  ['--data wins', '/srv/desk', { WATCHDESK_DATA: '/else' }, 'linux', '/srv/desk'],
  ['relative to where npm was called', 'desk', { INIT_CWD: '/home/wang' }, 'linux', '/home/wang/desk'],
  ['WATCHDESK_DATA next', null, { WATCHDESK_DATA: '/srv/env', XDG_DATA_HOME: '/x' }, 'linux', '/srv/env'],
  ['an empty one is none', null, { WATCHDESK_DATA: '' }, 'linux', '/home/wang/.local/share/watchdesk'],
  ['XDG_DATA_HOME', null, { XDG_DATA_HOME: '/xdg' }, 'linux', '/xdg/watchdesk'],
  [
    'a relative XDG_DATA_HOME does not count',
    null,
    { XDG_DATA_HOME: 'xdg' },
    'linux',
    '/home/wang/.local/share/watchdesk',
  ],
  [
    'Windows',
    null,
    { LOCALAPPDATA: 'C:\\Users\\wang\\AppData\\Local' },
    'win32',
    'C:\\Users\\wang\\AppData\\Local\\Watchdesk',
  ],
  ['macOS', null, {}, 'darwin', '/home/wang/Library/Application Support/Watchdesk'],
])('data folder: %s', (_, asked, env, platform, expected) => {
  expect(dataFolder(asked, env, platform, '/home/wang', '/opt/watchdesk')).toBe(expected);
});
