import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkLayers } from './checkLayers.ts';

let root = '';

/** What the checker says about a project that holds exactly these files. */
function check(files: Record<string, string>): string[] {
  root = mkdtempSync(join(tmpdir(), 'watchdesk-layers-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkLayers(root).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

afterEach(() => rmSync(root, { recursive: true, force: true }));

const IMPORT_VIOLATIONS: [what: string, file: string, text: string, rule: string][] = [
  ['import', 'shared/domain/a.ts', "import { x } from '#db/log/open.ts';", 'layer'],
  ['import type', 'shared/domain/a.ts', "import type { X } from '#db/log/open.ts';", 'layer'],
  ['inline type import', 'shared/plan/a.ts', "import { type X } from '#renderer/app/x.ts';", 'layer'],
  ['import()', 'shared/plan/a.ts', "export const x = () => import('#db/log/open.ts');", 'layer'],
  ['import() of a template', 'shared/plan/a.ts', 'export const x = () => import(`#db/log/open.ts`);', 'layer'],
  ['import() type', 'shared/plan/a.ts', "export type X = import('#db/log/open.ts').X;", 'layer'],
  ['typeof import()', 'shared/plan/a.ts', "export type X = typeof import('#db/log/open.ts');", 'layer'],
  ['re-export', 'shared/plan/a.ts', "export * from '#db/log/open.ts';", 'layer'],
  ['named re-export', 'shared/plan/a.ts', "export { x } from '#db/log/open.ts';", 'layer'],
  ['side effect', 'renderer/ui/a.tsx', "import '#db/log/open.ts';", 'layer'],
  ['require()', 'db/log/a.ts', "const x = require('#electron/web/x.ts');", 'layer'],
  ['a path around the alias', 'shared/domain/a.ts', "import { x } from '../../db/log/open.ts';", 'alias'],
  ['even an allowed one', 'db/log/a.ts', "import { x } from '../../shared/domain/x.ts';", 'alias'],
  ['domain sees no contract', 'shared/domain/a.ts', "import type { X } from '#shared/contract/rows.ts';", 'layer'],
  ['plan sees no contract', 'shared/plan/a.ts', "import type { X } from '../contract/rows.ts';", 'layer'],
  ['db sees no host', 'db/desk/a.ts', "import { x } from '#electron/web/main.ts';", 'layer'],
  ['db sees no screen', 'db/desk/a.ts', "import { x } from '#renderer/app/x.ts';", 'layer'],
  ['host sees no screen', 'electron/web/a.ts', "import { x } from '#renderer/platform/webApi.ts';", 'layer'],
  ['web sees no Electron main', 'electron/web/a.ts', "import { x } from '../main/x.ts';", 'layer'],
  ['alarms know no host', 'electron/alarms/a.ts', "import { x } from '../web/x.ts';", 'layer'],
  ['preload sees only contract', 'electron/preload/a.ts', "import { x } from '#shared/domain/x.ts';", 'layer'],
  ['screen sees no host', 'renderer/app/a.ts', "import { x } from '#electron/web/x.ts';", 'layer'],
  ['screen sees no database', 'renderer/platform/a.ts', "import type { X } from '#db/desk/x.ts';", 'layer'],
  ['features see no platform', 'renderer/features/board/a.ts', "import { x } from '../../platform/x.ts';", 'layer'],
  ['ui sees no feature', 'renderer/ui/a.ts', "import { x } from '../features/board/x.ts';", 'layer'],
  ['features are strangers', 'renderer/features/board/a.ts', "import { x } from '../intake/x.ts';", 'stranger'],
  [
    'by alias too',
    'renderer/features/board/a.ts',
    "import type { X } from '#renderer/features/intake/x.ts';",
    'stranger',
  ],
  ['no test code in the app', 'db/log/a.ts', "import { x } from './x.test.ts';", 'test'],
  ['shared has no built-ins', 'shared/plan/a.ts', "import { readFileSync } from 'node:fs';", 'package'],
  ['nor without node:', 'db/log/a.ts', "import { readFileSync } from 'fs';", 'package'],
  ['screen has no built-ins', 'renderer/app/a.ts', "import { join } from 'node:path';", 'package'],
  ['shared has no React', 'shared/domain/a.ts', "import { useState } from 'react';", 'package'],
  ['shared has no vitest', 'shared/domain/a.ts', "import { test } from 'vitest';", 'package'],
  ['not even its tests have React', 'shared/domain/a.test.ts', "import { useState } from 'react';", 'package'],
  ['web has no Electron', 'electron/web/a.ts', "import { app } from 'electron';", 'package'],
  ['alarms have no Electron', 'electron/alarms/a.ts', "import type { App } from 'electron';", 'package'],
  ['screen has no Electron', 'renderer/platform/a.ts', "const e = import('electron');", 'package'],
  ['db has no Electron', 'db/desk/a.ts', "import 'electron/main';", 'package'],
  ['similar names are not the same', 'shared/plan/a.ts', "import { z } from 'zod-extra';", 'package'],
];

test.each(IMPORT_VIOLATIONS)('%s: %s', (_what, file, text, rule) => {
  expect(check({ [file]: `// first line\n${text}\n` })).toEqual([`${file}:2 ${rule}`]);
});

const IMPURITIES = [
  'Date.now()',
  "Date['now']()",
  'new Date()',
  'new Date(2026, 1, 1)',
  'Date()',
  'Math.random()',
  'Math[`random`]()',
  'crypto.randomUUID()',
  'process.env',
  'typeof process',
  'performance.now()',
  'globalThis',
  'setTimeout(f, 1)',
  'setInterval(f, 1)',
  'fetch(f)',
  'f(Date.now())',
  'n.toLocaleString()',
  'a.localeCompare(b)',
  'new Intl.DateTimeFormat()',
];

test.each(IMPURITIES)('shared/ stays pure: %s', (expression) => {
  const text = `export const x = (a: string, b: string, n: number, f: () => void) =>\n  ${expression};\n`;
  expect(check({ 'shared/domain/a.ts': text })).toContain('shared/domain/a.ts:2 purity');
  expect(check({ 'db/log/a.ts': text }), 'elsewhere it is allowed').toEqual([]);
});

test.each([
  'const { random } = Math;',
  'const { now: clock } = Date;',
  'declare const process: { exit(): void }; process.exit();',
  "import { isPast } from 'date-fns';",
  "import { isPast as gone } from 'date-fns';",
  "import { startOfToday } from 'date-fns/startOfToday';",
  "import { TZDate } from '@date-fns/tz'; export const x = TZDate.tz('Asia/Shanghai');",
])('shared/ stays pure: %s', (text) => {
  expect(check({ 'shared/contract/a.ts': text })).toContain('shared/contract/a.ts:1 purity');
});

test('circles are found, through types and aliases too, and named once', () => {
  const found = check({
    'shared/domain/a.ts': "export * from './b.ts';",
    'shared/domain/b.ts': "import type { X } from '#shared/domain/c.ts';",
    'shared/domain/c.ts': "export const x = () => import('./a.ts');",
    'shared/domain/d.ts': "import './a.ts';",
  });
  expect(found).toEqual(['shared/domain/a.ts:1 circle']);
});

test('better-sqlite3 sits behind one file; tests may open it too', () => {
  const open = "import Database from 'better-sqlite3';";
  expect(check({ 'db/log/a.ts': open, 'db/log/a.test.ts': open })).toEqual([]);
  expect(check({ 'db/log/a.ts': open, 'db/log/b.ts': open })).toEqual([
    'db/log/a.ts:1 one-file',
    'db/log/b.ts:1 one-file',
  ]);
});

const FACTORY = 'electron/main/windows/windowFactory.ts';
const GUARDED: [what: string, file: string, text: string][] = [
  ['a second maker of windows', 'electron/main/a.ts', "import { BrowserWindow } from 'electron';"],
  ['under another name', 'electron/main/a.ts', "import { BrowserWindow as Plain } from 'electron';"],
  ['beside a type', 'electron/main/a.ts', "import { BrowserWindow, type App } from 'electron';"],
  ['by a string', 'electron/main/a.ts', "import { 'BrowserWindow' as B } from 'electron/main';"],
  ['another kind of window, even there', FACTORY, "import { BaseWindow } from 'electron';"],
  ['a view', FACTORY, "import { WebContentsView } from 'electron';"],
  ['all of it', 'electron/main/a.ts', "import * as electron from 'electron';"],
  ['its default', 'electron/main/a.ts', "import electron from 'electron';"],
  ['handed on', 'electron/main/a.ts', "export { BrowserWindow } from 'electron';"],
  ['all of it handed on', 'electron/main/a.ts', "export * from 'electron';"],
  ['import()', 'electron/main/a.ts', "export const e = import('electron');"],
  ['require()', 'electron/main/a.ts', "const e = require('electron');"],
  ['a second ear for pages', 'electron/main/ipc/a.ts', "import { ipcMain } from 'electron';"],
  ['a second bridge', 'electron/preload/a.ts', "import { contextBridge } from 'electron';"],
  ['the way out', 'electron/main/shell.ts', "import { shell } from 'electron';"],
  ['the network', 'electron/main/program.ts', "import { net } from 'electron';"],
  ['what may fall to plain text', 'electron/main/program.ts', "import { safeStorage } from 'electron';"],
  ['a draft in the browser', 'renderer/app/a.ts', "localStorage.setItem('a', 'b');"],
  ['through the window', 'renderer/app/a.ts', "window.localStorage.setItem('a', 'b');"],
  ['by a name in brackets', 'renderer/app/a.ts', "window['localStorage'].setItem('a', 'b');"],
  ['a database of the browser', 'renderer/app/a.ts', "indexedDB.open('a');"],
  ['a draft for this tab', 'renderer/features/board/a.ts', "sessionStorage.setItem('a', 'b');"],
  ['the cookie', 'renderer/app/a.ts', "document.cookie = 'a=b';"],
];
test.each(GUARDED)('[APP-1] what is dangerous stays in its one place: %s', (_what, file, text) => {
  expect(check({ [file]: `// first line\n${text}\n` })).toEqual([`${file}:2 guarded`]);
});

test('what is dangerous is allowed there, its types everywhere', () => {
  const found = check({
    [FACTORY]: "import { BrowserWindow, type BrowserWindow as Window } from 'electron';",
    'electron/main/a.ts':
      "import type { BrowserWindow, IpcMain } from 'electron'; import { app, Tray } from 'electron';",
    'electron/main/b.ts': "import { type BrowserWindow } from 'electron'; export type { App } from 'electron';",
    'electron/main/a.test.ts': "import * as electron from 'electron';",
    'renderer/app/practice/practice.ts': "sessionStorage.setItem('a', 'b'); export type A = { localStorageX: string };",
  });
  expect(found).toEqual([]);
});

test('what is allowed passes', () => {
  const found = check({
    'shared/plan/a.ts': [
      "import { addHours } from 'date-fns';",
      "import { TZDate } from '@date-fns/tz';",
      "import { z } from 'zod';",
      "import data from './packages/p.json' with { type: 'json' };",
      'export const at = (ms: number, window: number[], document: { process: string }) =>',
      "  [new Date(ms), new TZDate(ms, 'Asia/Shanghai'), Math.max(...window), document.process, { crypto: 1 }];",
      'export type Step = { process: string };',
    ].join('\n'),
    'shared/domain/a.test.ts':
      "import fc from 'fast-check'; import { test } from 'vitest'; new Date(); void Math.random();",
    'shared/domain/b.ts': "import type { X } from '#shared/plan/a.ts';",
    'shared/contract/a.ts': "import type { X } from '#shared/domain/b.ts'; import { x } from '../plan/a.ts';",
    'db/desk/a.ts': "import { x } from '#shared/contract/a.ts'; import { readFileSync } from 'node:fs';",
    'electron/web/a.ts': "import { WebSocketServer } from 'ws'; import '#db/desk/a.ts'; import '../alarms/b.ts';",
    'electron/web/a.test.ts': "import { test } from 'vitest'; import '#renderer/platform/webApi.ts';",
    'electron/alarms/b.ts': "import '#shared/domain/b.ts';",
    'electron/main/a.ts': "import { app } from 'electron'; import '../alarms/b.ts'; import '../web/a.ts';",
    'electron/preload/preload.ts': "import { contextBridge } from 'electron'; import '#shared/contract/a.ts';",
    'renderer/features/board/a.tsx':
      "import '../../ui/b.tsx'; import './c.ts'; import '#shared/plan/a.ts'; import './a.module.css';",
    'renderer/app/main.tsx':
      "import '#renderer/features/board/a.tsx'; import 'react-dom/client'; import '../platform/webApi.ts';",
    'build/any.ts': "import 'electron'; import '../db/desk/a.ts'; Date.now();",
  });
  expect(found).toEqual([]);
});
