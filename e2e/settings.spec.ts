// 设置 in the built program: the self-check by hand, attention marks, what a restart keeps, and the keyboard's way through.
import { expect, lateCall, test } from './support/fixtures.ts';

test('[CHECK-3] a self-check by hand ends in the log, in the officer’s name, and survives a restart', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.enter(page);
  await page.goto(new URL('/desk#/settings', page.url()).href);
  await page.getByRole('button', { name: '立即自检' }).first().click();
  await expect(page.getByText(/王值班 自检/)).toBeVisible();
  await expect(page.getByRole('cell', { name: /能读能写/ })).toBeVisible();
  await page.goto(new URL('/desk#/log', page.url()).href);
  await expect(page.getByRole('cell', { name: /^自检/ })).toBeVisible();
  await desk.killAndRestart();
  await page.goto(new URL('/desk#/settings', page.url()).href);
  await expect(page.getByText(/王值班 自检/)).toBeVisible();
});

test('3: attention marks set here are the ones the board counts by', async ({ page, desk }) => {
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await desk.enter(page);
  await page.goto(new URL('/desk#/settings', page.url()).href);
  const marks = page.getByLabel('提醒点（分钟）');
  await marks.fill('3 8');
  await page.getByRole('button', { name: '记录（王值班）' }).click();
  await expect(page.getByText('起算后 3、8 分钟')).toBeVisible();
  const board = await desk.api().query('main', { type: 'getBoard' });
  if (!board.ok) throw new Error(board.error.code);
  const immediate = board.result.incidents
    .flatMap(({ assessment }) => assessment.obligations)
    .filter(({ state }) => state === 'immediate');
  expect(immediate.length).toBeGreaterThan(0);
  for (const { attentionAt, trigger } of immediate) {
    expect(attentionAt.map((at) => (at - trigger) / 60_000)).toEqual([3, 8]);
  }
});

test('by keyboard alone: language, volume and theme, kept over a reload', async ({ page, desk }) => {
  await desk.setUp();
  await desk.enter(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('设置');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/设置/);
  await page.getByRole('radio', { name: '高' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await page.getByRole('radio', { name: '随系统' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.waitForTimeout(600);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('radio', { name: '中', exact: true })).toBeChecked();
});
