// 3.2–3.4 by the screen: from a clue to the release, as the officer does it. The county is refused an orange one, the issue
// is approved and signed out by whom the plan names, one recipient is owed on the board, a level change asks again, the
// wrong authority does not release; another one becomes an incident. A kill in the middle loses nothing, typed words neither.
import { AxeBuilder } from '@axe-core/playwright';
import { type Desk, expect, type Page, test } from './support/fixtures.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const fill = (page: Page, name: string | RegExp, text: string) =>
  dialog(page).getByRole('textbox', { name }).fill(text);
/** Somebody's name, with the list of the directory left behind. */
async function fillPerson(page: Page, name: string | RegExp, text: string): Promise<void> {
  await dialog(page).getByRole('combobox', { name }).fill(text);
  await page.keyboard.press('Tab');
}
async function choosePost(page: Page, group: RegExp, post: string): Promise<void> {
  await dialog(page).getByRole('group', { name: group }).getByRole('button', { name: /职务/ }).click();
  await page.getByRole('option', { name: post }).click();
}
/** The act of the dialog, asked once on a live desk where it cannot be taken back. */
async function commit(page: Page, act: string, asks: 'once' | 'nothing' = 'nothing'): Promise<void> {
  await dialog(page).getByRole('button', { name: act, exact: true }).click();
  if (asks === 'once')
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: `确认${act}` })
      .click();
}
const goto = (page: Page, hash: string) => page.goto(new URL(`/desk#/${hash}`, page.url()).href);

async function recordClue(page: Page): Promise<void> {
  await page.keyboard.press('F10');
  await expect(page.getByRole('combobox', { name: '来源' })).toBeFocused();
  await page.keyboard.press('3');
  await expect(page.getByRole('combobox', { name: '来源' })).toHaveValue('热线举报');
  await page.keyboard.press('Tab');
  await page.keyboard.type('河水漫过标志桩');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: '险情类别' })).toBeFocused();
  await page.keyboard.press('2');
  const buffer = Buffer.from('%PDF-1.7\n');
  const photo = { name: '河岸.pdf', mimeType: 'application/pdf', buffer };
  await dialog(page).locator('input[type=file]').setInputFiles(photo);
  await expect(dialog(page)).toContainText('河岸.pdf');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
}

async function assess(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /河水漫过标志桩/ }).focus();
  await page.keyboard.press('Space');
  await press(page, /^会商研判/);
  await fill(page, '名称', '沁河穿越段洪水威胁');
  await dialog(page).getByRole('combobox', { name: /加人/ }).fill('周工');
  await page.keyboard.press('Enter');
  await fill(page, '气象', '6小时雨量80毫米');
  await dialog(page).getByRole('radio', { name: '提出预警' }).click();
  await dialog(page).getByRole('radio', { name: '橙色预警' }).click();
  await fill(page, '结论理由', '水位上涨');
  await commit(page, '会商研判');
  await expect(page.getByText('下一步：上报市指挥部')).toBeVisible();
}

async function approve(page: Page): Promise<void> {
  await press(page, /^上报$/);
  await fillPerson(page, '接报人', '孙某');
  await commit(page, '上报');
  await press(page, /^登记批准$/);
  await choosePost(page, /^批准人/, '副指挥长');
  await fill(page, '姓名', '孙某');
  await dialog(page).getByRole('radio', { name: '有关规定' }).click();
  await commit(page, '登记批准');
  await expect(page.getByText('下一步：填写内容并发布')).toBeVisible();
}

async function issue(page: Page, desk: Desk): Promise<void> {
  await press(page, /^发布$/);
  // What the plan demands is named, and leads to its field.
  for (const field of ['可能影响范围', '警示事项', '应对措施', '预警期起始时间', '预警区域或场所']) {
    await expect(dialog(page).getByRole('button', { name: field, exact: true })).toBeVisible();
  }
  await dialog(page).getByRole('button', { name: '警示事项', exact: true }).click();
  await expect(dialog(page).getByRole('textbox', { name: '警示事项' })).toBeFocused();
  await page.keyboard.type('远离河道');
  await expect(dialog(page).getByRole('button', { name: '警示事项', exact: true })).toHaveCount(0);
  await dialog(page).getByRole('button', { name: '泽州县' }).click();
  await fill(page, '预警期起始时间', '现在');
  await fill(page, '可能影响范围', '两岸两村');
  await fill(page, '应对措施', '加密巡查');
  await choosePost(page, /^签发人/, '县指挥部指挥长');
  await dialog(page)
    .getByRole('group', { name: /^签发人/ })
    .getByRole('combobox', { name: '姓名' })
    .fill('钱某');
  await page.keyboard.press('Tab');
  await commit(page, '发布', 'once');
  await expect(dialog(page).getByRole('alert')).toContainText('3.4.2');
  await expect(dialog(page).getByText(/^草稿已存/)).toBeVisible();

  await desk.killAndRestart();
  await page.reload();
  await press(page, /^发布$/);
  await expect(dialog(page).getByRole('textbox', { name: '警示事项' })).toHaveValue('远离河道');
  await choosePost(page, /^签发人/, '办公室主任');
  await commit(page, '发布', 'once');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: '分发与签收' })).toContainText('未签收 2/2');
}

test('3.4: from clue to release, and from a warning to an incident, by the screen', async ({ page, desk }) => {
  await desk.setUp();
  await desk.enter(page);
  await recordClue(page);
  const band = page.getByRole('region', { name: '预警', exact: true });
  await band.getByRole('link', { name: '线索待研判 · 热线举报' }).click();
  await expect(dialog(page)).toContainText('河水漫过标志桩');
  await expect(dialog(page).getByRole('list', { name: '附件' })).toContainText('河岸.pdf');
  await page.keyboard.press('Escape');
  await assess(page);
  await approve(page);
  await issue(page, desk);

  await press(page, '登记签收：相关管输企业');
  await fillPerson(page, '签收人', '调度员');
  await commit(page, '登记签收');
  await goto(page, 'board');
  await expect(band).toContainText('未签收 1/2');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await band.getByRole('link', { name: '橙色预警' }).click();

  await press(page, /^变更$/);
  await dialog(page).getByRole('radio', { name: '红色预警' }).click();
  await fill(page, '变更理由', '水位超警戒');
  await choosePost(page, /^批准人/, '副指挥长');
  await dialog(page)
    .getByRole('group', { name: /^批准人/ })
    .getByRole('textbox', { name: '姓名' })
    .fill('孙某');
  await dialog(page)
    .getByRole('group', { name: /^签发人/ })
    .getByRole('combobox', { name: '姓名' })
    .fill('赵某');
  await page.keyboard.press('Tab');
  await commit(page, '变更并重新发布', 'once');
  await expect(page.getByRole('region', { name: '版本' }).getByRole('row', { name: /级别/ })).toContainText('红色预警');
  await expect(page.getByRole('region', { name: '分发与签收' })).toContainText('未签收 2/2');

  await press(page, '已办：组织联合会商');
  await expect(page.getByRole('region', { name: /^预警行动 1/ })).toBeVisible();
  await press(page, /^解除$/);
  await fill(page, /^解除理由/, '水退');
  await choosePost(page, /^决定人/, '县指挥部指挥长');
  await fill(page, '姓名', '钱某');
  await commit(page, '解除', 'once');
  await expect(dialog(page).getByRole('alert')).toContainText('3.4.4');
  await choosePost(page, /^决定人/, '副指挥长');
  await commit(page, '解除', 'once');
  await expect(page.getByText('已解除，不再变动')).toBeVisible();

  await desk.record({
    type: 'AssessWarning',
    warningId: 'dig',
    title: '马村镇施工威胁',
    participants: [{ name: '周工' }],
    conclusion: { kind: 'watch' },
    reason: '看护',
  });
  await goto(page, 'warnings/dig');
  await press(page, '转为突发事件');
  await expect(page.getByText('保存后与预警互相关联，预警随之结束')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: /马村镇施工威胁/ }).click();
  await page.getByRole('link', { name: '由预警转来' }).click();
  await expect(page.getByText('已转为突发事件，不再变动')).toBeVisible();
  await expect(page.getByRole('link', { name: '打开事件' })).toBeVisible();
});
