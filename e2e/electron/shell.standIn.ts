// What only the stand-in lets a test see or do: dialogs, tray, menu, displays, power, notifications.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { readExport } from '#db/export/readExport.ts';
import { verifyExport } from '#db/export/verifyExport.ts';
import { MAIN, WALL } from './desktop.ts';
import { ask, expect, setUpDesk, takeCall, test } from './test.ts';

test('quitting while clocks run asks once and names them; staying keeps everything', async ({ desktop }) => {
  await takeCall(await setUpDesk(desktop), 'i-1', 5);
  const quit = (response: number) =>
    desktop.evaluate(({ app, dialog }, answer) => {
      dialog.response = answer;
      app.quit();
      return dialog.asked.at(-1)?.detail ?? '';
    }, response);
  await expect.poll(() => desktop.evaluate(({ Tray }) => Tray.all[0]?.toolTip, null)).toContain('前：');
  expect(await quit(0)).toContain('首报 电话');
  await desktop.window(MAIN);
  await quit(1);
  expect(await desktop.exited()).toBe(0);
});

test('the tray says what is next, the machine stays awake, a notification names the incident', async ({ desktop }) => {
  const page = await setUpDesk(desktop);
  const seen = () =>
    desktop.evaluate(
      ({ app, Notification, powerSaveBlocker, Tray }) => ({
        tip: Tray.all[0]?.toolTip ?? '',
        awake: powerSaveBlocker.isStarted(1),
        notices: Notification.shown.map(({ title }) => title),
        badge: app.badge,
      }),
      null,
    );
  await expect.poll(async () => (await seen()).tip).toContain('没有正在计时的时限');
  expect(await seen()).toMatchObject({ awake: false, badge: 0 });
  await takeCall(page, 'i-1', 300);
  await expect.poll(async () => (await seen()).notices.length).toBeGreaterThan(0);
  await expect.poll(seen).toMatchObject({ awake: true, badge: 1, tip: expect.stringMatching(/超时 \d+ 项/) });
});

test('the menu speaks Chinese and leads the screen; F-keys are its accelerators', async ({ desktop }) => {
  const page = await setUpDesk(desktop);
  const labels = await desktop.evaluate(
    ({ Menu }) => ((Menu.current?.template ?? []) as { label: string }[]).map(({ label }) => label),
    null,
  );
  expect(labels).toEqual(['值守', '编辑', '显示', '帮助']);
  await expect
    .poll(async () => {
      await desktop.evaluate(({ Menu }) => Menu.choose('intake'), null);
      return page.url();
    })
    .toContain('#/intake');
});

test('the wall goes to the second display, remembers it, and comes back from an unplugged one', async ({ desktop }) => {
  const page = await setUpDesk(desktop);
  await desktop.evaluate(({ screen }) => screen.plug(7, '大屏'), null);
  await ask(page, 'openWall', { displayId: null });
  await desktop.window(WALL);
  const wallBounds = () =>
    desktop.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .filter((window) => window.webContents.getURL().includes('#/wall'))
          .map((window) => [window.getBounds().x, window.isFullScreen()]),
      null,
    );
  await expect.poll(wallBounds).toEqual([[1920, true]]);
  await desktop.evaluate(({ screen }) => screen.unplug(7), null);
  await expect.poll(wallBounds).toEqual([[0, true]]);
});

test('no permission is granted, whoever asks for what', async ({ desktop }) => {
  await desktop.window(MAIN);
  const granted = await desktop.evaluate(({ session }) => {
    const { permissionRequest, permissionCheck, devicePermission } = session.defaultSession;
    const answers: unknown[] = [permissionCheck?.(null, 'media', '', {} as never), devicePermission?.({} as never)];
    permissionRequest?.({} as never, 'notifications', (answer) => answers.push(answer), {} as never);
    return answers;
  }, null);
  expect(granted).toEqual([false, false, false]);
});

test('a system that shuts down is not kept by a question', async ({ desktop }) => {
  await takeCall(await setUpDesk(desktop), 'i-1', 5);
  await desktop.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown'), null);
  expect(await desktop.exited()).toBe(0);
});

test('[FILE-7] a damaged file: the window says so, shows the folder, restores the backup, and the desk is back', async ({
  desktop,
}) => {
  await takeCall(await setUpDesk(desktop), 'i-1', 5);
  await desktop.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown'), null);
  expect(await desktop.exited()).toBe(0);
  const file = join(desktop.data, 'desk.db');
  truncateSync(file, Math.floor(statSync(file).size / 2));
  await desktop.restart();
  const page = await desktop.window(MAIN);
  await expect(page.getByRole('heading', { level: 1, name: '数据文件打不开' })).toBeVisible();
  await page.getByRole('button', { name: '打开数据文件夹' }).click();
  await expect.poll(() => desktop.evaluate(({ shell }) => shell.openedPaths, null)).toEqual([desktop.data]);
  await page.getByRole('button', { name: '恢复' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '值守板' })).toBeAttached({ timeout: 15_000 });
  const board = await ask(page, 'query', { desk: 'main', query: { type: 'getBoard' } });
  expect(board).toMatchObject({ value: { ok: true, result: { incidents: [{ incidentId: 'i-1' }] } } });
  expect(readdirSync(desktop.data).some((name) => name.startsWith('desk.db.damaged-'))).toBe(true);
});

test('设置 in the program: the wall’s display is chosen there, and what cannot start with the system says so', async ({
  desktop,
}) => {
  const page = await setUpDesk(desktop);
  await desktop.evaluate(({ screen }) => screen.plug(7, '大屏'), null);
  await page.evaluate(() => void (window.location.hash = '#/settings'));
  await expect(page.getByText('不是安装版')).toBeVisible();
  await page.getByRole('button', { name: /显示在/ }).click();
  await page.getByRole('option', { name: /^大屏/ }).click();
  await page.getByRole('button', { name: '打开大屏' }).click();
  await desktop.window(WALL);
  await expect(page.getByText(/大屏已打开/)).toBeVisible();
  const displays = () =>
    desktop.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .filter((window) => window.webContents.getURL().includes('#/wall'))
          .map((window) => window.getBounds().x),
      null,
    );
  await expect.poll(displays).toEqual([1920]);
  await page.getByRole('button', { name: '关闭大屏' }).click();
  await expect.poll(displays).toEqual([]);
  await page.getByRole('button', { name: '立即自检' }).first().click();
  await expect(page.getByText(/王值班 自检/)).toBeVisible();
});

test('an incident is popped out from its file, and of two windows one sounds', async ({ desktop }) => {
  const page = await setUpDesk(desktop);
  await takeCall(page, 'i-1', 5);
  await page.evaluate(() => void (window.location.hash = '#/incident/i-1'));
  await page.getByRole('button', { name: '独立窗口' }).click();
  await page.evaluate(() => void (window.location.hash = '#/board'));
  const file = await desktop.window(/#\/incident\/i-1/);
  await expect(file.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(file.getByRole('button', { name: '独立窗口' })).toHaveCount(0);
  /** Who has the voice, and who waits for it. */
  const voices = () =>
    page.evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return [held, pending].map((locks) => locks.filter(({ name }) => name === 'watchdesk-voice').length);
    });
  await file.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect.poll(voices).toEqual([1, 1]);
});

test('[APP-1] windows come back where they were: the desk by its bounds, the wall on its display', async ({
  desktop,
}) => {
  const page = await setUpDesk(desktop);
  const boundsOf = (part: string) =>
    desktop.evaluate(
      ({ BrowserWindow }, wanted) =>
        BrowserWindow.getAllWindows()
          .filter((window) => window.webContents.getURL().includes(wanted))
          .map((window) => window.getBounds()),
      part,
    );
  const moved = { x: 111, y: 77, width: 1234, height: 700 };
  await desktop.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), moved);
  await ask(page, 'openWall', { displayId: null });
  await desktop.window(WALL);
  // Remembered a moment after the last move.
  const kept = () => readFileSync(join(desktop.data, 'windows.json'), 'utf8');
  await expect.poll(kept).toMatch(/"x":111.*"isOpen":true/);
  await desktop.restart();
  await desktop.window(MAIN);
  await desktop.window(WALL);
  await expect.poll(() => boundsOf('#/board')).toEqual([moved]);
  await expect.poll(async () => (await boundsOf('#/wall')).length).toBe(1);
});

test('a paper is kept as Word and as PDF where the officer says; a change of mind keeps nothing', async ({
  desktop,
}) => {
  const page = await setUpDesk(desktop);
  await takeCall(page, 'i-1', 5);
  await page.evaluate(() => {
    window.location.hash = '#/report/i-1/initial';
  });
  await page.getByRole('article', { name: '公文页面' }).waitFor();
  const save = async (button: string, path: string | null): Promise<string> => {
    await desktop.evaluate(({ dialog }, chosen) => {
      dialog.savePath = chosen;
    }, path);
    const asked = (): Promise<number> => desktop.evaluate(({ dialog }) => dialog.savesAsked.length, null);
    const before = await asked();
    await page.getByRole('button', { name: button, exact: button === '导出' }).click();
    await expect.poll(asked).toBe(before + 1);
    return desktop.evaluate(({ dialog }) => dialog.savesAsked.at(-1)?.defaultPath ?? '', null);
  };
  const head = (path: string): string => readFileSync(path).subarray(0, 5).toString('latin1');
  const [docx, pdf] = [join(desktop.data, 'paper.docx'), join(desktop.data, 'paper.pdf')];

  expect(await save('存为 Word', null)).toMatch(/^关于.*的报告\.docx$/);
  await expect(page.getByRole('button', { name: '存为 PDF' })).toBeEnabled();
  expect(existsSync(docx)).toBe(false);
  await save('存为 Word', docx);
  await expect.poll(() => existsSync(docx)).toBe(true);
  expect(head(docx)).toMatch(/^PK/);
  expect(await save('存为 PDF', pdf)).toMatch(/\.pdf$/);
  await expect.poll(() => existsSync(pdf)).toBe(true);
  expect(head(pdf)).toBe('%PDF-');

  const zip = join(desktop.data, 'file.zip');
  await page.evaluate(() => {
    window.location.hash = '#/incident/i-1';
  });
  expect(await save('导出', null)).toMatch(/档案 .*\.zip$/);
  await expect(page.getByRole('button', { name: '导出', exact: true })).toBeEnabled();
  // A change of mind leaves no entry; the one that is written does.
  const entries = async (): Promise<number> => {
    const { value } = await ask(page, 'query', { desk: 'main', query: { type: 'getIncident', incidentId: 'i-1' } });
    const rows = (value as { result: { entries: { type: string }[] } }).result.entries;
    return rows.filter(({ type }) => type === 'IncidentExported').length;
  };
  expect(await entries()).toBe(0);
  await save('导出', zip);
  await expect.poll(() => existsSync(zip)).toBe(true);
  expect(verifyExport(readExport(zip).files).faults).toEqual([]);
  await expect.poll(entries).toBe(1);

  const within = join(desktop.data, 'taken');
  mkdirSync(within);
  await desktop.evaluate(({ dialog }, chosen) => {
    dialog.folderPath = chosen;
  }, within);
  await page.getByRole('button', { name: '导出为文件夹' }).click();
  await expect(page.getByText(/^已导出：.*档案 \S+$/).first()).toBeVisible();
  const [folder = ''] = readdirSync(within);
  expect(verifyExport(readExport(join(within, folder)).files).faults).toEqual([]);
  expect(await entries()).toBe(2);
  expect(readdirSync(desktop.data).filter((name) => name.endsWith('.part'))).toEqual([]);
  await expect.poll(() => readdirSync(join(desktop.data, 'desk-exports'))).toEqual([]);
});

test('a page names no path and hands over nothing but what it says it is', async ({ desktop }) => {
  const page = await setUpDesk(desktop);
  const word = 'UEsDBA==';
  for (const body of [
    { name: '../x.docx', base64: word },
    { name: '/tmp/x.docx', base64: word },
    { name: 'x.exe', base64: word },
    { name: 'x.zip', base64: word },
    { name: '.x.docx', base64: word },
    { name: 'x.docx', base64: 'AAAA' },
    { name: 'x.xml', base64: word },
  ])
    expect((await ask(page, 'saveFile', body)).status).toBe(400);
  expect((await ask(page, 'saveArchive', { name: 'x.zip', archiveId: '../desk', as: 'zip' })).status).toBe(400);
  expect((await ask(page, 'savePdf', { name: 'a/b.pdf' })).status).toBe(400);
  expect(await desktop.evaluate(({ dialog }) => dialog.savesAsked.length, null)).toBe(0);
});
