// Kill the program at any moment and start it again: same board, drafts included.
import { expect, lateCall, test, typed } from './support/fixtures.ts';

test('killed in the middle of an intake: the tab comes back by itself with board and draft', async ({ page, desk }) => {
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await desk.enter(page);
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: '事发时间' }).fill(typed(20));
  await page.getByRole('textbox', { name: '具体位置' }).fill('K37+200 附近');
  await page.getByRole('textbox', { name: '影响范围' }).fill('流入排水暗渠');
  await expect(page.getByText(/草稿已存/)).toBeVisible();

  await desk.killAndRestart();
  await expect(page.getByText('与值守台的连接中断', { exact: false })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('textbox', { name: '具体位置' })).toHaveValue('K37+200 附近');
  await expect(page.getByRole('textbox', { name: '影响范围' })).toHaveValue('流入排水暗渠');
  await page.keyboard.press('F1');
  await expect(page.getByRole('region', { name: '首报 电话 → 市委、市政府' })).toContainText('超时');

  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(second.getByRole('region', { name: '首报 电话 → 市委、市政府' })).toContainText('超时');
});

test('while the host is gone the screen says so, and goes on when it is back', async ({ page, desk }) => {
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await desk.enter(page);
  const board = page.getByRole('region', { name: '首报 电话 → 市委、市政府' });
  await expect(board).toBeVisible();
  await desk.host().kill();
  await expect(page.getByText(/与值守台的连接中断/)).toBeVisible();
  await expect(board).toBeVisible();
  await desk.killAndRestart();
  await expect(page.getByText(/与值守台的连接中断/)).toBeHidden();
  await desk.record(lateCall('i2'));
  await expect(page.getByRole('region', { name: '在办事件 2' })).toBeVisible();
});
