import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowKinds } from '#shared/contract/shell.ts';
import { displayRows, listDisplays } from './displays.ts';
import { parseKept } from './keptState.ts';
import { type Bounds, centredOn, cornerOf, type Display, restoredBounds, wallDisplay } from './placement.ts';
import { MIN_SIZE, webPreferences, windowOptions } from './windowOptions.ts';

const display = (id: number, x: number, y: number, width: number, height: number, label = `D${id}`): Display => ({
  id,
  label,
  bounds: { x, y, width, height },
  workArea: { x, y, width, height: height - 40 },
});
const laptop = display(1, 0, 0, 1366, 768);
const wall = display(2, 1366, 0, 3840, 2160, 'TV');
const inputs = { bounds: laptop.bounds, preload: '/p.cjs', icon: '/i.png', title: 'x', isPackaged: true };

describe('[APP-1] every window is made the safe way [reliability: Electron]', () => {
  it.each(windowKinds)('%s: isolated, sandboxed, without Node, webview, plugins or developer tools', (kind) => {
    // Exactly these: what is added (enableBlinkFeatures, a partition, a disabled feature) is to be decided here, too.
    expect(windowOptions({ ...inputs, kind }).webPreferences).toEqual({
      preload: '/p.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: false,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    });
  });

  it('developer tools are there while developing only', () => {
    expect(webPreferences({ preload: '', isPackaged: false }).devTools).toBe(true);
    expect(webPreferences({ preload: '', isPackaged: true }).devTools).toBe(false);
  });

  it('the alarm stands on top, the wall fills its display, and the desk fits a field laptop', () => {
    expect(windowOptions({ ...inputs, kind: 'alarm' })).toMatchObject({ alwaysOnTop: true, minimizable: false });
    expect(windowOptions({ ...inputs, kind: 'wall' })).toMatchObject({ fullscreen: true, frame: false });
    expect(MIN_SIZE.main.width).toBeLessThanOrEqual(1366);
    expect(MIN_SIZE.main.height).toBeLessThanOrEqual(728);
  });

  // Which parts of Electron may be used where is held by lint (build/guardedParts.ts); this is what is done with them.
  it('one file makes windows, and nothing reaches a page but through the registry', () => {
    const folder = fileURLToPath(new URL('../..', import.meta.url));
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }));
    const having = (pattern: RegExp) =>
      sources
        .filter(({ text }) => pattern.test(text))
        .map(({ path }) => path)
        .sort();
    expect(having(/new (BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/)).toEqual([
      'main/windows/windowFactory.ts',
    ]);
    expect(having(/ipcMain\.(handle|on)/)).toEqual(['main/ipc/registerIpc.ts']);
    expect(having(/exposeInMainWorld/)).toEqual(['preload/preload.ts']);
    expect(having(/openExternal\(|openPath|executeJavaScript|insertCSS|no-sandbox/)).toEqual([
      'main/program.ts',
      'main/security/guardContents.ts',
      'web/openDecision.ts',
    ]);
  });
});

describe('windows come back where they can be seen', () => {
  const size = { width: 1200, height: 700 };
  it.each<[string, Bounds | null, Bounds]>([
    ['first start: centred', null, { x: 83, y: 14, width: 1200, height: 700 }],
    ['as it was', { x: 20, y: 30, width: 900, height: 600 }, { x: 20, y: 30, width: 900, height: 600 }],
    [
      'on the second display',
      { x: 1500, y: 100, width: 900, height: 600 },
      { x: 1500, y: 100, width: 900, height: 600 },
    ],
    ['that display is gone', { x: 6000, y: 100, width: 900, height: 600 }, { x: 83, y: 14, width: 1200, height: 700 }],
    [
      'half outside: shifted in',
      { x: 1000, y: 600, width: 900, height: 600 },
      { x: 466, y: 128, width: 900, height: 600 },
    ],
    [
      'title bar above the screen',
      { x: 0, y: -100, width: 900, height: 600 },
      { x: 83, y: 14, width: 1200, height: 700 },
    ],
    [
      'larger than the display: shrunk',
      { x: 0, y: 0, width: 5000, height: 5000 },
      { x: 0, y: 0, width: 1366, height: 728 },
    ],
  ])('%s', (_, saved, bounds) => {
    const displays: [Display, ...Display[]] = saved?.x === 1500 ? [laptop, wall] : [laptop];
    expect(restoredBounds(saved, displays, size)).toEqual(bounds);
  });

  it('whatever was kept and whatever is plugged in: inside one work area, whole pixels', () => {
    const whole = fc.integer({ min: -8000, max: 8000 });
    const length = fc.integer({ min: 1, max: 9000 });
    const bounds = fc.record({ x: whole, y: whole, width: length, height: length });
    const screenOf = fc
      .tuple(whole, whole, fc.integer({ min: 640, max: 4000 }), fc.integer({ min: 480, max: 3000 }))
      .map(([x, y, width, height]) => display(1, x, y, width, height));
    fc.assert(
      fc.property(fc.option(bounds), fc.array(screenOf, { minLength: 1, maxLength: 3 }), (saved, displays) => {
        const { x, y, width, height } = restoredBounds(saved, displays as [Display, ...Display[]], size);
        const isInside = displays.some(
          ({ workArea: area }) =>
            x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height,
        );
        expect([isInside, Number.isInteger(x), Number.isInteger(y)]).toEqual([true, true, true]);
      }),
      { numRuns: 3000 },
    );
  });

  it('the alarm stands in the corner and fits the smallest screen', () => {
    expect(cornerOf(laptop, { width: 520, height: 420 })).toEqual({ x: 830, y: 292, width: 520, height: 420 });
    expect(cornerOf(display(1, 0, 0, 400, 300), { width: 520, height: 420 })).toEqual({
      x: 0,
      y: 0,
      width: 400,
      height: 260,
    });
    expect(centredOn(display(1, 0, 0, 400, 300), size)).toEqual({ x: 0, y: 0, width: 400, height: 260 });
  });
});

describe('the wall hangs where it hung', () => {
  const remembered = (change: Partial<Display>) => ({ id: 2, label: 'TV', bounds: wall.bounds, ...change });
  it.each<[string, Parameters<typeof wallDisplay>, number]>([
    ['first time: the display the desk is not on', [null, [laptop, wall], 1], 2],
    ['first time, desk on the wall’s display', [null, [laptop, wall], 2], 1],
    ['only one display', [null, [laptop], 1], 1],
    ['remembered by id', [remembered({}), [laptop, wall], 2], 2],
    ['the id changed with the cable: same name and place', [remembered({ id: 99 }), [laptop, wall], 2], 2],
    ['remembered one is gone', [remembered({ id: 99, label: 'other' }), [laptop, wall], 1], 2],
  ])('%s', (_, args, id) => {
    expect(wallDisplay(...args).id).toBe(id);
  });

  it('displays are listed once, the primary one first, unnamed ones by number', () => {
    const screen = {
      getPrimaryDisplay: () => ({ ...wall, label: '' }),
      getAllDisplays: () => [laptop, { ...wall, label: '' }],
    } as unknown as Parameters<typeof listDisplays>[0];
    expect(
      displayRows(listDisplays(screen)).map(({ displayId, label, isPrimary }) => [displayId, label, isPrimary]),
    ).toEqual([
      [2, '1 3840×2160', true],
      [1, 'D1 1366×768', false],
    ]);
  });
});

describe('a damaged file of positions never keeps the desk from opening', () => {
  const empty = { main: null, incident: null, alarm: null, wall: null, toldAboutTray: false };
  it.each([
    undefined,
    null,
    3,
    'x',
    [],
    {},
    { main: 'x' },
    { main: { bounds: { x: 1e9 } } },
    { wall: 1, toldAboutTray: 'yes' },
  ])('%j', (raw) => {
    expect(parseKept(raw)).toEqual(empty);
  });
  it('good parts stay beside bad ones', () => {
    const main = { bounds: { x: 1, y: 2, width: 3, height: 4 }, maximized: true };
    expect(parseKept({ main, incident: 'x', other: 1 })).toEqual({ ...empty, main });
  });
});
