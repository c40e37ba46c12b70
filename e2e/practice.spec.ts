// 演练回放: a separate desk marked 演练 everywhere, with a scrubber through the night of Qingdao 2013.
import { expect, test } from './support/fixtures.ts';

test('one click from the empty board, every screen at the chosen instant, and nothing of it in the live log', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.enter(page);
  await page.getByRole('button', { name: /打开演练回放：青岛/ }).click();
  await page.waitForURL(/@practice-/);
  await expect(page.getByRole('banner')).toContainText('演练');
  await expect(page).toHaveTitle(/【演练】/);

  const scrubber = page.getByRole('slider', { name: '回放时刻' });
  const beforeTheCall = page.locator('main').getByText('此刻还没有事件');
  await expect(beforeTheCall).toBeVisible();
  await scrubber.focus();
  await page.keyboard.press('End');
  await expect(beforeTheCall).toBeHidden();
  await expect(page.getByRole('region', { name: /在办事件|近 24 小时结束/ }).first()).toBeVisible();
  await page.keyboard.press('Home');
  await expect(beforeTheCall).toBeVisible();
  await page.getByRole('button', { name: '下一节点' }).click();

  await page.reload();
  await expect(page.getByRole('banner')).toContainText('演练');
  await page.keyboard.press('F2');
  await expect(page.locator('body')).toContainText('演练回放只读');

  await page.getByRole('button', { name: '回到实战' }).click();
  await expect(page.getByRole('region', { name: '没有在办事件' })).toBeVisible();
  const row = await desk.api().query('main', { type: 'getDesk' });
  expect(row.ok && row.result.logLength).toBe(3);
});

test('[PRACTICE-3] a page at a replay that is not open says so, opens it in its place, and goes on by itself whoever opened it', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.api().openPractice('rain-warning');
  await desk.enter(page);
  await page.goto(new URL('/desk#/@practice-rain-warning/board', page.url()).href);
  const closed = page.getByRole('alert').filter({ hasText: '演练回放没有打开' });
  const scrubber = page.getByRole('slider', { name: '回放时刻' });
  const empty = page.getByRole('region', { name: '没有在办事件' });
  // At its first entry a clue waits, and nobody has called yet.
  await expect(empty).toContainText('此刻没有在办事件');
  await expect(empty).toContainText('有 1 条线索待研判，见下方。');

  // The page stays open over the program's restart; somebody else opens the replay again.
  await desk.killAndRestart();
  await expect(closed).toBeVisible();
  await desk.api().openPractice('rain-warning');
  await expect(scrubber).toBeVisible();
  await expect(closed).toBeHidden();
  await expect(empty).toContainText('有 1 条线索待研判，见下方。');

  // A page that comes only afterwards, and its own button; it stays on the screen it was at.
  await page.goto(new URL('/desk#/@practice-rain-warning/warnings', page.url()).href);
  await expect(page.locator('main')).toContainText('河水漫过管道标志桩');
  await desk.killAndRestart();
  await page.reload();
  await expect(closed).toBeVisible();
  await closed.getByRole('button', { name: /打开演练回放：暴雨夜/ }).click();
  await expect(scrubber).toBeVisible();
  expect(page.url()).toContain('@practice-rain-warning/warnings');

  await page.goto(new URL('/desk#/@practice-nothing/board', page.url()).href);
  await expect(page.getByRole('alert').filter({ hasText: '没有这个值守台' })).toBeVisible();
  await page.getByRole('button', { name: '回到实战' }).click();
  await expect(empty).toContainText('按 F2 接报');
});
