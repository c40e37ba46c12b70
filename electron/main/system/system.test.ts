import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterAll, describe, expect, it } from 'vitest';
import { menuCommands } from '#shared/contract/shell.ts';
import { en } from '../texts/en.ts';
import { localeOf, textsIn } from '../texts/texts.ts';
import { zhCN } from '../texts/zhCN.ts';
import { readArgs } from './args.ts';
import { type AutostartFacts, applyAutostart, autostartWay, isAutostartOn, isEntryOn, quoteExec } from './autostart.ts';
import { menuTemplate } from './menu.ts';

const facts = (change: Partial<AutostartFacts>): AutostartFacts => ({
  platform: 'linux',
  isPackaged: true,
  env: {},
  home: '/home/wang',
  executable: '/opt/Watchdesk/watchdesk',
  data: null,
  ...change,
});
const contentOf = (change: Partial<AutostartFacts>) => {
  const way = autostartWay(facts(change));
  return way.kind === 'file' ? way.content : '';
};

describe('starting with the session', () => {
  it.each([
    [
      'Windows',
      { platform: 'win32', executable: 'C:\\W\\w.exe' },
      { kind: 'loginItem', path: 'C:\\W\\w.exe', args: [] },
    ],
    ['macOS', { platform: 'darwin', data: '/d' }, { kind: 'loginItem', args: ['--data', '/d'] }],
    ['Linux', {}, { kind: 'file', path: '/home/wang/.config/autostart/watchdesk.desktop' }],
    [
      'Linux, another folder',
      { env: { XDG_CONFIG_HOME: '/c' } },
      { kind: 'file', path: '/c/autostart/watchdesk.desktop' },
    ],
    [
      'a relative XDG folder counts as none',
      { env: { XDG_CONFIG_HOME: 'c' } },
      { path: '/home/wang/.config/autostart/watchdesk.desktop' },
    ],
    ['not installed', { isPackaged: false }, { kind: 'none' }],
    ['another system', { platform: 'freebsd' }, { kind: 'none' }],
    ['a line break in the path', { executable: '/opt/a\nExec=evil' }, { kind: 'none' }],
  ] as const)('%s', (_, change, way) => {
    expect(autostartWay(facts(change))).toMatchObject(way);
  });

  it('an AppImage starts by its own file, and the data folder comes along', () => {
    const content = contentOf({ env: { APPIMAGE: '/home/wang/Watchdesk.AppImage' }, data: '/data/a b' });
    expect(content).toContain('Exec="/home/wang/Watchdesk.AppImage" "--data" "/data/a b"\n');
    expect(content.startsWith('[Desktop Entry]\n')).toBe(true);
  });

  it.each([
    ['plain', '"plain"'],
    ['a "b"', String.raw`"a \\"b\\""`],
    ['50%', '"50%%"'],
    ['$HOME `x`', String.raw`"\\$HOME \\` + '`x' + String.raw`\\` + '`"'],
    ['a\\b', String.raw`"a\\\\b"`],
  ])('%j is quoted as %s', (argument, quoted) => {
    expect(quoteExec(argument)).toBe(quoted);
  });

  it.each([
    [null, false],
    ['[Desktop Entry]\nExec=x\n', true],
    ['[Desktop Entry]\nHidden=true\n', false],
    ['[Desktop Entry]\nX-GNOME-Autostart-enabled=false\n', false],
  ])('%j is on: %s', (content, on) => {
    expect(isEntryOn(content)).toBe(on);
  });

  const home = mkdtempSync(join(tmpdir(), 'watchdesk-autostart-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const app = {
    getLoginItemSettings: () => ({ openAtLogin: false }),
    setLoginItemSettings: () => {},
  } as unknown as Parameters<typeof applyAutostart>[2];

  it('on writes the file, off takes it away, twice is once', () => {
    const way = autostartWay(facts({ home }));
    expect(isAutostartOn(way, app)).toBe(false);
    applyAutostart(way, true, app);
    applyAutostart(way, true, app);
    expect(isAutostartOn(way, app)).toBe(true);
    expect(way.kind === 'file' && readFileSync(way.path, 'utf8')).toContain('Watchdesk');
    applyAutostart(way, false, app);
    applyAutostart(way, false, app);
    expect(isAutostartOn(way, app)).toBe(false);
  });

  it('where there is no way, it says so', () => {
    expect(isAutostartOn(autostartWay(facts({ isPackaged: false })), app)).toBeNull();
  });
});

describe('the menu', () => {
  const text = textsIn('zh-CN');
  const acted: string[] = [];
  const acts = {
    command: (name: string) => acted.push(name),
    openWall: (id: number) => acted.push(`wall ${id}`),
    closeWall: () => acted.push('closeWall'),
    openIncident: (id: string) => acted.push(`incident ${id}`),
    about: () => acted.push('about'),
    quit: () => acted.push('quit'),
  };
  const template = (change: object = {}) =>
    menuTemplate(
      {
        text,
        displays: [{ displayId: 7, label: '大屏 & 电视' }],
        wallIsOpen: false,
        incidents: [{ incidentId: 'i-1', title: '泄漏' }],
        isPackaged: true,
        ...change,
      },
      acts,
    );
  const items = (change?: object) => template(change).flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[]);

  it('has the screen’s own keys', () => {
    const keys = items().flatMap(({ id, accelerator }) => (accelerator ? [[id, accelerator]] : []));
    expect(keys).toEqual([
      ['board', 'F1'],
      ['intake', 'F2'],
      ['incident', 'F3'],
      ['report', 'F4'],
      ['note', 'F6'],
      ['clue', 'F10'],
      ['find', 'CommandOrControl+K'],
      ['quit', 'CommandOrControl+Q'],
    ]);
  });

  it('every command and every act can be chosen', () => {
    acted.length = 0;
    for (const { click } of items()) click?.({} as never, undefined, {});
    expect(acted).toEqual(
      expect.arrayContaining([...menuCommands, 'wall 7', 'incident i-1', 'closeWall', 'about', 'quit']),
    );
  });

  it('an ampersand of a display’s name is shown, not taken for a key', () => {
    expect(items().find(({ id }) => id === 'wall-7')?.label).toBe('在“大屏 && 电视”上打开大屏');
  });

  it('developer tools only while developing', () => {
    const hasTools = (isPackaged: boolean) => items({ isPackaged }).some(({ role }) => role === 'toggleDevTools');
    expect([hasTools(true), hasTools(false)]).toEqual([false, true]);
  });
});

describe('texts', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  it.each(Object.keys(zhCN) as (keyof typeof zhCN)[])('%s has the same holes in both languages', (key) => {
    expect(holes(en[key])).toEqual(holes(zhCN[key]));
  });

  it.each([
    [null, 'zh-CN'],
    ['{"locale":"en"}', 'en'],
    ['{"locale":"fr"}', 'zh-CN'],
    ['null', 'zh-CN'],
    ['no json', 'zh-CN'],
  ])('settings %j speak %s', (settings, locale) => {
    expect(localeOf(settings)).toBe(locale);
  });
});

describe('arguments', () => {
  it.each([
    [['electron', '.'], null],
    [['electron', '.', '--data', '/d'], '/d'],
    [['watchdesk', '--data=/d', '--enable-features=x'], '/d'],
    [['watchdesk', '--data'], null],
    [['watchdesk', '--data', '--no-sandbox'], null],
    [['watchdesk', '--data='], null],
  ])('%j: %s', (argv, data) => {
    expect(readArgs(argv)).toEqual({ data });
  });
});
