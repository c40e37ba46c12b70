// 通讯录 through a night: a list with a mistake in it is imported once it is mended, an entry is found by its initials and
// rung up about the incident, the program is killed, and the import is taken back; what was confirmed by hand stays [plan 6.3].
import { AxeBuilder } from '@axe-core/playwright';
import { expect, lateCall, test } from './support/fixtures.ts';
import { goto, press } from './support/response.ts';

const LIST = [
  '姓名,单位,手机,工作组',
  '单伟,市水务局,13800000001,环境监测组',
  '单伟,市水务局,13800000002,',
  '仇小明,泽州县应急局,1380000000x,抢险救援组',
  '=曾国强,某公司,13800000004,',
  '老钱,某公司,13700000002,',
].join('\r\n');

test('6.3: imported with a mistake mended, found by initials, rung up, killed, undone', async ({ page, desk }) => {
  await desk.setUp();
  const numbers = [{ kind: 'mobile' as const, number: '13700000001' }];
  const qian = { kind: 'person' as const, name: '老钱', unit: '某公司', numbers };
  await desk.record(lateCall('i1'), { type: 'AddContact', contactId: 'qian', contact: qian });
  await desk.enter(page);
  await goto(page, 'directory');
  const list = page.getByRole('region', { name: '通讯录' }).first();
  const find = page.getByRole('textbox', { name: '查找' });
  await expect(list.getByRole('button', { name: /^指挥长/ })).toBeVisible();

  await test.step('what is no list is refused with the reason', async () => {
    await page.locator('main').getByRole('button', { name: '导入', exact: true }).click();
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: '表.xlsx', mimeType: '', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]) });
    await expect(page.getByRole('alert')).toContainText('旧版 xls');
  });

  await test.step('a mistake is told by row and column and mended where it stands', async () => {
    const dialog = page.getByRole('dialog');
    await page.locator('input[type=file]').setInputFiles({ name: '名单.csv', mimeType: '', buffer: Buffer.from(LIST) });
    const wrong = dialog.getByRole('textbox', { name: /第 4 行 手机：“1380000000x”不是号码/ });
    await expect(wrong).toBeVisible();
    await expect(dialog.getByText('2 条已在通讯录或文件中重复')).toBeVisible();
    await dialog
      .getByRole('radiogroup', { name: /^第 6 行 老钱/ })
      .getByRole('radio', { name: '替换' })
      .click();
    await expect(dialog.getByText('其中 1 条单独选择')).toBeVisible();
    await expect(dialog.getByRole('button', { name: '导入 3 条' })).toBeDisabled();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await wrong.fill('13800000003');
    await dialog.getByRole('button', { name: /^改好/ }).click();
    await dialog.getByRole('button', { name: '导入 4 条' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('two lines of one person are one entry, found by initials', async () => {
    await find.fill('sw');
    await list.getByRole('button', { name: /^单伟/ }).click();
    const detail = page.getByRole('region', { name: '单伟' });
    await expect(detail.getByRole('listitem')).toHaveText([/13800000001/, /13800000002/]);
    await expect(detail).toContainText('环境监测组');
    await detail.getByRole('button', { name: '拨打 单伟 13800000002' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '无人接听' }).click();
    await press(page, '记录通话');
    await expect(dialog).toBeHidden();
    await expect(detail).toContainText('无人接听');
    await detail.getByRole('button', { name: '核对无误' }).click();
    await expect(detail.getByText(/核对$/)).toBeVisible();
  });

  await test.step('killed: all of it is there, the call in the incident’s log', async () => {
    await desk.killAndRestart();
    await goto(page, 'incident/i1');
    await page.getByRole('tab', { name: /^记录/ }).click();
    await expect(page.getByText(/拨打 市水务局 单伟：无人接听/)).toBeVisible();
    await goto(page, 'directory');
    await find.fill('qxm');
    await expect(list.getByRole('button', { name: /^仇小明.*13800000003/ })).toBeVisible();
    await find.fill('老钱');
    await expect(list.getByRole('button', { name: /^老钱.*13700000002/ })).toBeVisible();
  });

  await test.step('exported, what would be a formula is text', async () => {
    await find.fill('某公司');
    await expect(list.getByRole('button', { name: /曾国强/ })).toBeVisible();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 csv' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toContain(",'=曾国强,");
  });

  await test.step('[DIRECTORY-2] the import is taken back, what was confirmed by hand stays', async () => {
    await page.getByRole('button', { name: '撤销导入 名单.csv' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '撤销导入' }).click();
    await expect(page.getByRole('region', { name: '导入记录' })).toContainText('已撤销');
    await find.fill('138');
    await expect(list.getByRole('listitem')).toHaveText([/单伟/]);
    await find.fill('137');
    await expect(list.getByRole('listitem')).toHaveText([/老钱.*13700000001/]);
  });
});
