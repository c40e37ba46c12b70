// The built program, wired up: from start to first screen, over IPC to the desk and back, through a kill to the same data.
import { ALARM, MAIN, WALL } from './desktop.ts';
import { ask, execute, expect, setUpDesk, takeCall, test } from './test.ts';

test('starts to a first heading, with no error on the page and one line for whoever started it', async ({
  desktop,
}) => {
  const page = await desktop.window(MAIN);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect.poll(() => desktop.output()).toContain('Watchdesk ready: window');
  expect(errors).toEqual([]);
});

test('a command over IPC is recorded and asked back; a malformed one is refused in the desk’s words', async ({
  desktop,
}) => {
  const page = await setUpDesk(desktop);
  await takeCall(page, 'i-1', 5);
  const board = await ask(page, 'query', { desk: 'main', query: { type: 'getBoard' } });
  expect(board).toMatchObject({ status: 200, value: { ok: true, result: { incidents: [{ incidentId: 'i-1' }] } } });
  expect((await ask(page, 'execute', { desk: 'main' })).status).toBe(400);
  expect((await ask(page, 'query', { desk: 'main', query: { type: 'dropTables' } })).status).toBe(400);
  expect(await execute(page, { type: 'AddNote', text: 'x' }, 'system')).toMatchObject({ value: { ok: false } });
});

test('what was acknowledged outlives a kill', async ({ desktop }) => {
  await takeCall(await setUpDesk(desktop), 'i-1', 5);
  await desktop.restart();
  const page = await desktop.window(MAIN);
  await page.getByRole('heading').first().waitFor({ state: 'attached' });
  const board = await ask(page, 'query', { desk: 'main', query: { type: 'getBoard' } });
  expect(board).toMatchObject({ value: { ok: true, result: { incidents: [{ incidentId: 'i-1' }] } } });
});

test('one data folder is one program: a second start brings the first to the front and ends', async ({ desktop }) => {
  await desktop.window(MAIN);
  const { code, output } = await desktop.startSecond();
  expect(code).toBe(0);
  expect(output).toContain('already open');
  await expect.poll(() => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
});

test('a page cannot leave: addresses elsewhere, files and other hosts of the scheme are refused', async ({
  desktop,
}) => {
  const page = await setUpDesk(desktop);
  for (const address of ['https://example.org/', 'app://other/index.html', 'app://watchdesk/../../etc/passwd']) {
    await page.evaluate((url) => void (window.location.href = url), address);
    await page.waitForTimeout(200);
    expect(page.url()).toMatch(/index\.html/);
    expect((await ask(page, 'host', undefined)).status).toBe(200);
  }
  await page.evaluate(() => window.open('https://example.org/'));
  await expect.poll(() => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
});

test('an overdue clock opens the alarm window above all others; acknowledging closes it', async ({ desktop }) => {
  const page = await setUpDesk(desktop);
  await takeCall(page, 'i-1', 300);
  const alarm = await desktop.window(ALARM);
  const shown = () =>
    desktop.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .filter((window) => window.webContents.getURL().includes('#/alarm'))
          .map((window) => window.isVisible() && window.isAlwaysOnTop()),
      null,
    );
  await expect.poll(shown).toEqual([true]);
  await alarm.getByRole('button', { name: /确认/ }).first().click();
  await expect.poll(shown, { timeout: 15_000 }).toEqual([false]);
});

test('the alarm window stays while nobody has acknowledged', async ({ desktop }) => {
  await takeCall(await setUpDesk(desktop), 'i-1', 300);
  await desktop.window(ALARM);
  const count = await desktop.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.webContents.getURL().includes('#/alarm')) window.close();
    }
    return BrowserWindow.getAllWindows().length;
  }, null);
  expect(count).toBe(2);
});

test('closing the window while clocks run keeps the desk in the tray and says so once', async ({ desktop }) => {
  await takeCall(await setUpDesk(desktop), 'i-1', 5);
  const keptAfterClosing = () =>
    desktop.evaluate(({ BrowserWindow, dialog }) => {
      const asked = (dialog as { asked?: object[] }).asked;
      const main = BrowserWindow.getAllWindows().find((window) => !/#\/(alarm|wall)/.test(window.webContents.getURL()));
      if (asked === undefined) dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
      main?.close();
      return { visible: main?.isVisible(), destroyed: main?.isDestroyed(), said: asked?.length };
    }, null);
  await expect.poll(async () => (await keptAfterClosing()).visible).toBe(false);
  expect(await keptAfterClosing()).toMatchObject({ visible: false, destroyed: false });
  await desktop.startSecond();
  await expect
    .poll(() => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((w) => w.isVisible()), null))
    .toBe(true);
});

test('closing the window while nothing runs ends the program, with its data closed', async ({ desktop }) => {
  await setUpDesk(desktop);
  await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null);
  expect(await desktop.exited()).toBe(0);
});

test('the wall board opens on its own page and cannot write', async ({ desktop }) => {
  const page = await setUpDesk(desktop);
  await takeCall(page, 'i-1', 300);
  expect((await ask(page, 'openWall', { displayId: null })).status).toBe(200);
  const wall = await desktop.window(WALL);
  await expect(wall.getByRole('heading').first()).toBeVisible();
  await expect(wall.getByText('超时').first()).toBeVisible();
  await expect(wall.getByRole('button')).toHaveCount(0);
  expect((await execute(wall, { type: 'AddNote', text: 'x' })).status).toBe(403);
});
