// F4: the phone report read, made and recorded; then the 首报 as a page: filled, signed off, printed, recorded as sent.

import type { Desk } from './support/fixtures.ts';
import { expect, lateCall, type Page, test } from './support/fixtures.ts';
import { forbidPointer } from './support/keyboard.ts';

async function stateOf(desk: Desk, rule: string, to: string): Promise<string | undefined> {
  const board = await desk.api().query('main', { type: 'getBoard' });
  const obligations = board.ok ? board.result.incidents[0]?.assessment.obligations : undefined;
  return obligations?.find((one) => one.rule === rule && one.to === to)?.state;
}

async function enterWithLateCall(page: Page, desk: Desk): Promise<void> {
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await desk.enter(page);
  await expect(page.getByRole('region', { name: '首报 电话 → 市委、市政府' })).toBeVisible();
}

test('phone report by keyboard: script, receiver, read-back; recorded, and its clocks are met [4.1.2]', async ({
  page,
  desk,
}) => {
  await enterWithLateCall(page, desk);
  const noPointer = await forbidPointer(page);
  await page.keyboard.press('F4');
  const script = page.getByRole('region', { name: '打给 市委、市政府' });
  await expect(script).toContainText('泽州县金村镇');
  await expect(script).toContainText('遇难0人，被困正在核实');
  await expect(script).toContainText('暂时无法判明');

  const form = page.getByRole('form', { name: '电话报告记录' });
  await form.getByRole('textbox', { name: '接收人姓名' }).focus();
  await page.keyboard.insertText('李主任');
  await form.getByRole('checkbox', { name: '对方已复诵' }).focus();
  await page.keyboard.press('Space');
  await expect(form.getByRole('checkbox', { name: '市委、市政府' })).toBeChecked();
  await form.getByRole('button', { name: '记录' }).focus();
  await page.keyboard.press('Enter');

  const recorded = page.getByRole('region', { name: '已记录' });
  const met = recorded.getByRole('list', { name: '满足的时限' });
  await expect(met).toContainText('首报 电话 → 市委、市政府');
  await expect(met).toContainText('接报即报 → 市委、市政府');
  expect(await stateOf(desk, 'R2', 'city')).toBe('fulfilledLate');
  expect(await stateOf(desk, 'R6', 'city')).toBe('fulfilled');
  expect(await stateOf(desk, 'R3', 'city')).toMatch(/dueSoon|overdue/); // a phone call never fulfils what is owed in writing

  await page.keyboard.press('F1');
  // The hero goes on to what is owed at once; what is due soon comes after that.
  await expect(page.getByRole('heading', { name: /接报即报|核实并初步认定|同时报告/ }).first()).toBeVisible();
  await expect(page.getByRole('region', { name: '首报 电话 → 市委、市政府' })).toHaveCount(0);
  await noPointer();
});

test('首报 as a page: filled, signed off, printed plainly, recorded as sent [4.1.3]', async ({ page, desk }) => {
  await enterWithLateCall(page, desk);
  await page.goto(new URL('/desk#/report/i1/initial', page.url()).href);
  const draft = page.getByRole('region', { name: '首报草稿' });
  await expect(draft.getByRole('textbox', { name: '发生地点' })).toHaveValue('金村镇');
  await expect(draft).toContainText('缺');
  await draft.getByRole('textbox', { name: '影响范围' }).fill('原油流入市政排水暗渠');
  await draft.getByRole('textbox', { name: '签发人' }).fill('张带班');
  await draft.getByRole('button', { name: '签发', exact: true }).click();

  const signed = page.getByRole('region', { name: /第 1 版（已签发）/ });
  await expect(signed).toContainText('张带班 签发');
  const paper = page.getByRole('article', { name: '公文页面' });
  await expect(paper).toContainText('原油流入市政排水暗渠');
  await expect(paper).toContainText('被困人数正在核实');
  await expect(paper).not.toContainText('演练');

  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(signed).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  await signed.getByRole('textbox', { name: '接收人姓名' }).fill('王收文');
  await signed.getByRole('checkbox', { name: '市委、市政府' }).setChecked(true, { force: true });
  await signed.getByRole('button', { name: '登记发出' }).click();
  await expect.poll(() => stateOf(desk, 'R3', 'city')).toMatch(/^fulfilled/);
  const file = await desk.api().query('main', { type: 'getIncident', incidentId: 'i1' });
  expect(file.ok && file.result.documents).toHaveLength(1);
  expect(
    file.ok && file.result.reports.map(({ form, receiver, documentId }) => [form, receiver, documentId !== null]),
  ).toEqual([['written', '王收文', true]]);
});
