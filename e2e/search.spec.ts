// Ctrl K over a night's records: by one character, two, initials, a number; narrowed, gone to, commanded, after a kill too.
import { AxeBuilder } from '@axe-core/playwright';
import { busyNight } from './support/busyNight.ts';
import { expect, lateCall, type Page, test } from './support/fixtures.ts';

const box = (page: Page) => page.getByRole('combobox', { name: /查记录/ });
const option = (page: Page, name: RegExp) => page.getByRole('option', { name });
const marked = (page: Page) => page.locator('[role=listbox] mark');

async function find(page: Page, text: string): Promise<void> {
  if (!(await box(page).isVisible())) await page.keyboard.press('ControlOrMeta+k');
  await expect(box(page)).toBeFocused();
  await box(page).fill(text);
}

test('[SEARCH-8] what a night left behind is found by any part of it, and gone to by keyboard alone', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(lateCall('i1'), ...busyNight('i1'));
  await desk.record(
    { type: 'AddNote', incidentId: 'i1', entryId: 'seep', text: '坝脚出现管涌险情，已请𠮷田工程师到场' },
    { type: 'AddNote', incidentId: 'i1', entryId: 'wrong', text: '北岸管涌，误传' },
    { type: 'StrikeEntry', incidentId: 'i1', strikes: 'wrong', reason: '听错地点' },
    {
      type: 'AddContact',
      contactId: 'wang-jg',
      contact: {
        kind: 'person',
        name: '王建国',
        reading: 'wang jian guo',
        unit: '抢维修公司',
        numbers: [
          { kind: 'duty', number: '0356-2020119' },
          { kind: 'mobile', number: '13800000001' },
        ],
      },
    },
    { type: 'AddOfficer', officerId: 'li', name: '李敏', post: 'dutyLead' },
  );
  await desk.enter(page);

  // One character, two, a name beyond the basic plane; the struck one says so.
  await find(page, '涌');
  await expect(option(page, /坝脚出现管涌险情/)).toBeVisible();
  await expect(option(page, /北岸管涌，误传.*已划去：听错地点/)).toBeVisible();
  await expect(marked(page).first()).toHaveText('涌');
  await find(page, '管涌');
  await expect(marked(page).first()).toHaveText('管涌');
  await find(page, '𠮷田');
  await expect(marked(page)).toHaveText(['𠮷田']);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      colorScheme,
    ).toEqual([]);
  }

  // Enter goes to the entry, which is pointed at.
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/incident\/i1$/);
  await expect(page.locator('li[aria-current=true]')).toContainText('坝脚出现管涌险情');

  // People by initials, with the number; by part of the number.
  await find(page, 'sq');
  await expect(option(page, /孙强.*13800000000.*副市长/)).toBeVisible();
  await find(page, '80000000');
  await expect(option(page, /^孙强/)).toBeVisible();
  await find(page, 'lm');
  await option(page, /李敏/).click();
  await expect(page).toHaveURL(/#\/officers$/);

  // 通讯录 by pinyin, its first number large; Enter opens the entry with all its numbers.
  await find(page, 'wangjian');
  await expect(option(page, /^王建国 0356-2020119 共 2 个号码.*抢维修公司/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/directory\/wang-jg$/);
  await expect(page.getByRole('main')).toContainText('13800000001');

  // A task, narrowed by its chip, leads to the tasks; its entry with Ctrl Enter.
  await find(page, '失联人员');
  await page.getByRole('radio', { name: '任务' }).click();
  await expect(page.getByRole('listbox', { name: '查找' }).getByRole('group')).toHaveCount(1);
  await expect(page.getByRole('option')).toHaveCount(9);
  await box(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/groups\/i1\/tasks$/);
  await find(page, '失联人员');
  await option(page, /任务|交办/)
    .first()
    .hover();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('li[aria-current=true]')).toContainText('失联人员');

  // What stands in no incident's log is shown in the desk's.
  await find(page, '登记人员 李敏');
  await expect(option(page, /登记人员 李敏/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/log\/\d+$/);
  await expect(page.locator('tr[aria-current=true]')).toContainText('李敏');

  // Commands in the same box, with their keys; an act opens its form on the incident at hand.
  await find(page, '设置');
  await expect(option(page, /^设置/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/settings$/);
  await find(page, 'jsz');
  await expect(option(page, /^记数字/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '记数字' })).toBeVisible();
  await page.keyboard.press('Escape');
  await find(page, '龘龘');
  await expect(page.getByRole('status').filter({ hasText: '没有找到“龘龘”' })).toBeVisible();

  // After a kill, with the index gone and with it still there.
  await desk.killAndRestart();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  await desk.record({ type: 'AddNote', incidentId: 'i1', text: '南门已设卡' });
  await find(page, '南门');
  await expect(option(page, /南门已设卡/)).toBeVisible();
});

test('[SEARCH-8] a practice replay is searched as it was known at its instant, and nothing of the live desk', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(lateCall('i1'), { type: 'AddNote', incidentId: 'i1', text: '实战记录：设卡' });
  await desk.api().openPractice('qingdao-2013');
  await desk.enter(page);
  await page.goto(new URL('/desk#/@practice-qingdao-2013/board', page.url()).href);
  await expect(page).toHaveTitle(/【演练】/);
  await find(page, '实战记录');
  await expect(page.getByRole('status').filter({ hasText: '没有找到' })).toBeVisible();
  await find(page, '遇难');
  await expect(
    page.getByRole('status').filter({ hasText: '没有找到' }),
    'nobody is known to have died yet',
  ).toBeVisible();
  await find(page, '登记人员');
  await expect(marked(page).first()).toHaveText('登记人员');
});
