// 信息发布 [plan 4.6]: drafted from the facts, approved by a post that may, released, and kept through a restart.
import { ago, expect, test } from './support/fixtures.ts';

test('4.6: from the facts to a released bulletin; a wrong post is refused; a restart keeps it', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record({
    type: 'TakeCall',
    callId: 'c1',
    receivedAt: ago(20),
    occurredAt: ago(40),
    conditions: { leak: 'yes' },
    figures: { dead: 2, missing: 9, injured: 'unknown' },
    disposition: { kind: 'open', incidentId: 'i1', title: '东沟村管道泄漏' },
  });
  await desk.enter(page);
  await page.goto(`${page.url().split('#')[0]}#/bulletins`);
  await expect(page.getByText('尚未向社会发布信息')).toBeVisible();

  await page.getByRole('button', { name: '拟简要信息' }).click();
  const text = page.getByRole('textbox', { name: '正文' });
  await expect(text).toHaveValue(/遇难2人，受伤正在核实，失联9人/);
  await text.press('Control+Enter');
  const item = page.getByRole('listitem').filter({ hasText: '待批准' });
  await expect(item).toContainText('东沟村管道泄漏：简要信息');

  await item.getByRole('button', { name: '登记批准' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /职务/ }).click();
  await page.getByRole('option', { name: /值班员/ }).click();
  await dialog.getByRole('textbox', { name: '姓名' }).fill('李某');
  await dialog.getByRole('button', { name: '登记批准' }).click();
  await expect(dialog.getByRole('alert')).toContainText('值班员无权作此决定，有权者：指挥长、副指挥长、办公室主任');
  await dialog.getByRole('button', { name: /职务/ }).click();
  await page.getByRole('option', { name: /^办公室主任/ }).click();
  await dialog.getByRole('button', { name: '登记批准' }).click();
  await expect(page.getByText('已批准，待发布')).toBeVisible();

  await page.getByRole('button', { name: '登记发布' }).click();
  await dialog.getByText('政府网站').click();
  await dialog.getByRole('textbox', { name: '发言人' }).fill('张发言');
  await dialog.getByRole('button', { name: '登记发布' }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked).toContainText('发布后稿件不能再改');
  await asked.getByRole('button', { name: /登记发布/ }).click();
  await expect(page.getByText('最近发布')).toBeVisible();

  await page.getByRole('button', { name: '记录舆情' }).click();
  await dialog.getByRole('textbox', { name: '内容和处置' }).fill('网传伤亡不实，已回应');
  await dialog.getByRole('button', { name: '记录舆情' }).click();
  // Acknowledged, so it must be there after the kill.
  await expect(page.getByText('网传伤亡不实，已回应')).toBeVisible();

  await desk.killAndRestart();
  await page.reload();
  await expect(page.getByText('经政府网站发布')).toBeVisible();
  await expect(page.getByText('网传伤亡不实，已回应')).toBeVisible();
});
