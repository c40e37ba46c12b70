// 附件6: Ⅱ级 starts and its calls stand on the board by themselves; two officers at two screens ring up different people, a
// third claim is refused by name; busy, no answer, answered by one key each; a restart in between loses nothing, and what is
// left is on the board. The numbers are the directory's.
import type { CommandInput } from '#shared/domain/commands.ts';
import { expect, lateCall, type Page, test } from './support/fixtures.ts';
import { goto } from './support/response.ts';

const LI = { officerId: 'li', name: '李敏', post: 'watchOfficer' };
const number = (
  contactId: string,
  name: string,
  digits: string[],
  role: 'post' | 'party',
  id: string,
): CommandInput => ({
  type: 'ChangeContact',
  contactId,
  contact: {
    kind: role === 'post' ? 'post' : 'unit',
    name,
    numbers: digits.map((each) => ({ kind: 'duty' as const, number: each })),
    roles: [{ in: role, id }],
  },
});

const now = (page: Page) => page.getByRole('region', { name: '现在呼叫' });
const head = (page: Page) => page.getByRole('region', { name: 'Ⅱ级响应呼叫' });
const chosen = (page: Page) => now(page).getByRole('heading', { level: 3 });
const band = (page: Page) => page.getByRole('region', { name: '应急呼叫' });

test('附件6: two officers call for Ⅱ级, and what is left is always in sight', async ({ page, desk, browser }) => {
  await desk.setUp();
  await desk.record(
    { type: 'AddOfficer', ...LI },
    lateCall('i1'),
    number('plan-post.commander', '指挥长', ['13900000001', '0356-2000001'], 'post', 'commander'),
    number('plan-unit.police', '市公安局', ['110'], 'party', 'police'),
  );
  await desk.enter(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  await expect(band(page)).toBeHidden();
  await desk.record({
    type: 'StartResponse',
    incidentId: 'i1',
    level: 'II',
    decision: { post: 'commander', name: '陈立', means: 'written' },
    expectedHours: 24,
    reason: '研判',
  });

  // Nobody opened it: it is there with the level, and leads to the calls.
  await expect(band(page)).toContainText('待呼叫 20/20');
  await band(page).getByRole('link', { name: 'Ⅱ级响应呼叫' }).click();
  await expect(chosen(page)).toHaveText('指挥长');
  await expect(now(page)).toContainText('13900000001');
  await page.keyboard.press('0');
  await expect(now(page)).toContainText('您正在呼叫');

  // The second officer at another screen is offered the next one, and refused the first by name.
  const other = await (await browser.newContext()).newPage();
  await desk.enter(other);
  await other.keyboard.press('F8');
  const officers = other.getByRole('dialog');
  await officers.getByText(LI.name).click();
  await officers.getByRole('button', { name: '以此姓名操作' }).click();
  await expect(officers).toBeHidden();
  await goto(other, 'call-tree/incident/i1');
  await expect(chosen(other)).toHaveText('副指挥长（市政府协管能源工作的副秘书长）');
  await expect(now(other).getByRole('link', { name: '去通讯录填写' })).toBeVisible();
  await other.getByRole('button', { name: /^市公安局/ }).click();
  await other.keyboard.press('0');
  await expect(now(other)).toContainText('您正在呼叫');
  await expect(page.getByRole('button', { name: /^市公安局/ })).toContainText('呼叫中');
  await other.getByRole('button', { name: /^指挥长/ }).click();
  await other.keyboard.press('0');
  await expect(now(other).getByRole('alert')).toContainText('王值班已于');

  // Busy at one number: the other one of the same post is next; there nobody answers, and somebody else is next.
  await page.keyboard.press('3');
  await expect(now(page).getByText('0356-2000001').first()).toBeVisible();
  await expect(chosen(page)).toHaveText('指挥长');
  await page.keyboard.press('2');
  await expect(head(page)).toContainText('未接通 1');
  await expect(chosen(page)).toHaveText('副指挥长（市政府协管能源工作的副秘书长）');

  await desk.killAndRestart();
  await expect(page.getByText(/与值守台的连接中断/)).toBeHidden();
  await expect(other.getByText(/与值守台的连接中断/)).toBeHidden();

  // Answered, with who it was; only that is reached.
  await other.getByRole('button', { name: /^市公安局/ }).click();
  await now(other).getByRole('textbox', { name: '接听人' }).fill('接警员');
  await other.keyboard.press('Alt+1');
  await expect(other.getByRole('button', { name: /^市公安局/ })).toContainText('接通');
  await expect(page.getByRole('button', { name: /^市公安局/ })).toContainText('接警员');
  await expect(head(page)).toContainText('待呼叫 19/20');
  await expect(page.getByRole('button', { name: /^指挥长/ })).toContainText('未接通');

  await goto(page, 'board');
  await expect(band(page)).toContainText('待呼叫 19/20');
  await expect(band(page)).toContainText('未接通 1');
  await other.close();
});
