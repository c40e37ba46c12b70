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
