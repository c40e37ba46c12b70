// The desk's file is damaged: the host starts all the same, says what can be restored, and a person decides.
import { existsSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, lateCall, test } from './support/fixtures.ts';

const board = '首报 电话 → 市委、市政府';

test('[FILE-7] cut short: started again, restored with one button, the board is back and nothing was deleted', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(lateCall('i1'));
  const base64 = Buffer.from('%PDF-1.4 plan').toString('base64');
  const kept = await desk
    .api()
    .storeFile({ desk: 'main', uploadId: crypto.randomUUID(), offset: 0, base64, isLast: true });
  if (kept.kind !== 'stored') throw new Error(JSON.stringify(kept));
  const attached = { ...kept.file, name: '平面图.pdf' };
  await desk.record({ type: 'AttachFile', incidentId: 'i1', attachmentId: 'plan', file: attached });
  await desk.stopAndRestart((folder) => {
    const file = join(folder, 'desk.db');
    truncateSync(file, Math.floor(statSync(file).size / 2));
    rmSync(join(folder, 'desk-attachments'), { recursive: true });
  });
  await page.goto(desk.host().address);
  await expect(page.getByRole('heading', { level: 1, name: '数据文件打不开' })).toBeVisible();
  await expect(page.getByText(/desk\.db\.damaged-/)).toBeVisible();
  await expect(page.getByText(/将会缺少/)).toBeVisible();
  await expect(page.getByText('共 1 个，其中 1 个由备份找回')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('button', { name: '恢复' }).click();
  await expect(page.getByRole('region', { name: board })).toContainText('超时', { timeout: 15_000 });
  await desk.record(lateCall('i2'));
  await expect(page.getByRole('region', { name: '在办事件 2' })).toBeVisible();
  // Attached files that went with it come back from the backups by themselves.
  const states = () =>
    desk.api().checkFiles({ desk: 'main', files: [{ sha256: attached.sha256, size: attached.size }] });
  await expect.poll(async () => (await states()).states).toEqual(['whole']);
  const names = readdirSync(desk.folder);
  expect(names.filter((name) => /^desk\.db\.damaged-.*Z$/.test(name))).toHaveLength(1);
  expect(readdirSync(join(desk.folder, 'backups')).length).toBeGreaterThan(0);
});

test('[FILE-4] gone without a backup: an empty desk only after it was asked', async ({ page, desk }) => {
  await desk.setUp();
  await desk.stopAndRestart((folder) => {
    rmSync(join(folder, 'backups'), { recursive: true });
    rmSync(join(folder, 'desk.db'));
  });
  await page.goto(desk.host().address);
  await expect(page.getByText('没有可恢复的记录')).toBeVisible();
  await expect(page.getByRole('button', { name: '恢复' })).toBeDisabled();
  expect(existsSync(join(desk.folder, 'desk.db'))).toBe(false);
  await page.getByRole('button', { name: '打开数据文件夹' }).click();
  await expect(page.getByRole('alert')).toContainText(desk.folder);

  await page.getByRole('button', { name: '从空白开始' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: '返回' }).click();
  await expect(page.getByRole('heading', { name: '数据文件打不开' })).toBeVisible();
  await page.getByRole('button', { name: '从空白开始' }).click();
  await question.getByRole('button', { name: '从空白开始' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '启用值守台' })).toBeVisible({ timeout: 15_000 });
});
