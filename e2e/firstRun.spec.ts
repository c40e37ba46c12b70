// First run: choose the plan, say who one is, and land on an empty board that says what to do next.
import { expect, test } from './support/fixtures.ts';

test('from nothing to the board, by keyboard', async ({ page, desk }) => {
  await desk.enter(page);
  await expect(page.getByRole('heading', { name: '启用值守台' })).toBeVisible();
  await expect(page.getByRole('radio', { name: /晋城市/ })).toBeChecked();
  await page.getByRole('textbox', { name: '姓名' }).focus();
  await page.keyboard.insertText('王值班');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('值班员');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '启用' }).focus();
  await page.keyboard.press('Enter');

  const empty = page.getByRole('region', { name: '没有在办事件' });
  await expect(empty).toContainText('F2');
  await expect(empty.getByRole('button', { name: /打开演练回放：青岛/ })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('实战');
  await expect(page.getByRole('banner')).toContainText('王值班');

  const row = await desk.api().query('main', { type: 'getDesk' });
  expect(row.ok && row.result).toMatchObject({
    planId: 'jincheng-pipeline-2026',
    officers: [expect.objectContaining({ name: '王值班', post: 'watchOfficer' })],
  });
});

test('a name is asked for before anything is recorded', async ({ page, desk }) => {
  await desk.enter(page);
  await page.getByRole('button', { name: '启用' }).click();
  await expect(page.getByRole('textbox', { name: '姓名' })).toHaveAttribute('aria-invalid', 'true');
  const row = await desk.api().query('main', { type: 'getDesk' });
  expect(row.ok && row.result.logLength).toBe(0);
});
