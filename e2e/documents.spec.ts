// The papers of a night, by the screen: the call, the phone, 首报 as a Word file, figures that change, Ⅰ级, 续报一 with what
// changed, 终报, the evaluation; the desk killed while 续报一 is being drafted.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, lateCall, type Page, test } from './support/fixtures.ts';
import { Keyboard } from './support/keyboard.ts';
import { saveCall, typeQingdao } from './support/qingdao.ts';
import { confirm, decider, field, person, press } from './support/response.ts';

const at = (page: Page, hash: string): Promise<unknown> => page.goto(new URL(`/desk#/${hash}`, page.url()).href);
const paper = (page: Page) => page.getByRole('article', { name: '公文页面' });

/** The words of the Word file that the page hands over. */
async function savedWords(page: Page): Promise<{ name: string; words: string }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '存为 Word' }).click();
  const download = await downloading;
  const files = unzipSync(readFileSync(await download.path()));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  return { name: download.suggestedFilename(), words: xml.replace(/<[^>]+>/g, '') };
}

const plain = async (page: Page): Promise<string> => (await paper(page).innerText()).replace(/\s/g, '');

async function sign(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: '签发人' }).fill(name);
  await page.getByRole('button', { name: '签发', exact: true }).click();
  await expect(page.getByText(`${name} 签发`)).toBeVisible();
}

async function send(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: '登记发出' });
  await form.getByRole('combobox', { name: '报送方式' }).fill('传真');
  await form.getByRole('button', { name: '登记发出' }).click();
  await expect(page.getByRole('list', { name: '电话确认收到' })).toBeVisible();
}

/** An act of the incident that is on the screen. */
async function record(page: Page, act: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await fill();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

const radio = (page: Page, group: string | RegExp, option: string) =>
  page
    .getByRole('dialog')
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name: option, exact: true })
    .click();

test('call, phone, 首报, Ⅰ级, 续报一, 终报 and the evaluation of one night, over a crash [4.1.2, 4.1.3, 4.3.3, 5.2]', async ({
  page,
  desk,
}) => {
  test.setTimeout(180_000);
  await desk.setUp();
  await desk.record({
    type: 'SetDocumentSettings',
    masthead: '某市应急指挥部办公室文件',
    numberPrefix: '某油气指办',
    nextNumber: 7,
    copies: ['市应急管理局'],
  });
  await desk.enter(page);
  await expect(page.getByRole('region', { name: '没有在办事件' })).toBeVisible();
  const officer = new Keyboard(page);

  // The call, then the phone; in the middle of either form the page may be reloaded.
  const strokesOfCall = await typeQingdao(officer);
  await saveCall(page, officer);
  const keysOfCall = strokesOfCall();
  const taken = await desk.api().query('main', { type: 'getBoard' });
  const incidentId = (taken.ok && taken.result.incidents[0]?.incidentId) || '';
  await officer.press('F4');
  await expect.poll(() => officer.focused()).toContain('接收人姓名');
  const beforePhone = officer.strokes;
  await officer.compose('李主任', 'lizhuren');
  await page.reload();
  await expect(page.getByRole('textbox', { name: '接收人姓名' })).toHaveValue('李主任');
  await officer.press('Control+Enter');
  await expect(page.getByRole('list', { name: '满足的时限', exact: true })).toContainText('首报 电话 → 市委、市政府');
  const keys = keysOfCall + officer.strokes - beforePhone;

  await officer.press('F7');
  const draft = page.getByRole('region', { name: '首报草稿' });
  await expect(draft).toContainText('金村镇');
  await officer.tabTo(/^影响范围/);
  await officer.compose('下游约3公里', 'xiayouyuesangongli');
  await expect(draft).toContainText('已手改');
  await draft.getByRole('radio', { name: '电话' }).click();
  await sign(page, '李卫东');
  await expect(page.getByText('电话签发，待补签').first()).toBeVisible();
  const first = await savedWords(page);
  expect(first.name).toMatch(/^关于.*的报告 某油气指办〔\d{4}〕7号\.docx$/);
  expect(first.words.replace(/\s/g, '')).toBe(await plain(page));
  expect(first.words).toContain('下游约3公里');
  expect(first.words).toContain('抄送：市应急管理局。');
  expect(first.words).toMatch(/依据值班日志编制：链 \S{8}，至第\d+条，校验 [0-9a-f]{8}/);

  // Grade undetermined runs as 较大: 市安委办 is owed the same at the same time, offered and not ticked.
  const recipients = page.getByRole('form', { name: '登记发出' });
  await expect(recipients.getByRole('checkbox', { name: '市委、市政府' })).toBeChecked();
  await expect(recipients.getByRole('checkbox', { name: /安全生产委员会/ })).not.toBeChecked();
  await recipients.getByRole('checkbox', { name: /安全生产委员会/ }).focus();
  await page.keyboard.press('Space');
  await send(page);
  await expect(page.getByRole('list', { name: '满足的时限' })).toContainText('安全生产委员会');
  await page.getByRole('textbox', { name: '市委、市政府：谁确认收到' }).fill('王收文');
  await page.getByRole('button', { name: '市委、市政府确认收到' }).click();
  await expect(page.getByRole('list', { name: '电话确认收到' })).toContainText('王收文');

  // The figures change, it explodes, 指挥长 starts Ⅰ级 by phone, and a leader writes his 批示.
  await officer.press('F3');
  await record(page, '记数字', async () => {
    await field(page, '遇难').fill('12');
    await field(page, '被困').fill('3');
  });
  await record(page, '更新情形', () => radio(page, /^爆炸/, '是'));
  await record(page, '认定等级', () => radio(page, '等级', '重大'));
  await at(page, `response/${incidentId}`);
  await expect(page.getByRole('region', { name: '建议' })).toContainText('Ⅰ级响应');
  await page.getByRole('button', { name: '启动响应' }).click();
  await decider(page, /决定人/, '指挥长', '陈立');
  await field(page, '预计期限（小时）').fill('24');
  await press(page, /启动响应 · Ⅰ级响应/);
  await confirm(page);
  await expect(page.getByRole('region', { name: '正在执行' })).toContainText('指挥长陈立电话');
  await at(page, `groups/${incidentId}`);
  await page.getByRole('tab', { name: /^批示/ }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: '登记批示' }).click();
  await person(page, /批示人/).fill('某市长');
  await field(page, '批示内容').fill('全力救人');
  await press(page, '登记批示');
  await expect(page.getByRole('tab', { name: '批示 1' })).toBeVisible();

  await at(page, `report/${incidentId}/followUp`);
  await page.getByRole('textbox', { name: '次生衍生情况' }).fill('暗渠出口见油膜。');
  await expect(page.getByText(/^草稿已存/)).toBeVisible();
  await desk.killAndRestart();
  await page.reload();
  await expect(paper(page)).toContainText('（续报一）');
  await expect(paper(page)).toContainText('暗渠出口见油膜。');
  await expect(paper(page)).toContainText('遇难由0人增至12人，被困核实为3人');
  await expect(paper(page)).toContainText('新出现爆炸');
  await expect(paper(page)).toContainText('启动Ⅰ级响应（指挥长陈立决定）');
  await expect(paper(page)).toContainText('某市长批示：全力救人。正在落实。');
  await sign(page, '李卫东');
  const second = await savedWords(page);
  expect(second.words).toContain('〕8号');
  expect(second.words.replace(/\s/g, '')).toBe(await plain(page));
  await send(page);
  await expect(page.getByRole('button', { name: '拟续报二' })).toBeVisible();

  await at(page, `report/${incidentId}/final`);
  await page.getByRole('textbox', { name: '社会稳定情况' }).fill('社会面总体平稳。');
  await expect(paper(page)).toContainText('（终报）');
  await expect(paper(page)).toContainText('社会面总体平稳。');
  await expect(paper(page)).toContainText('遇难12人');
  await sign(page, '李卫东');
  await send(page);

  await at(page, `report/${incidentId}/papers`);
  await page.getByRole('button', { name: '评估记录' }).click();
  await expect(paper(page)).toContainText('报告义务履行情况');
  const board = await desk.api().query('main', { type: 'getIncident', incidentId });
  const states = board.ok ? board.result.assessment.obligations.filter(({ supervised }) => !supervised) : [];
  await expect(paper(page).getByRole('table').first().getByRole('row')).toHaveCount(states.length + 1);
  for (const [name, words] of [
    ['接报登记表', '金村镇'],
    ['电话报告稿', '我是市指挥部办公室值班员王值班'],
    ['响应通知', '关于启动Ⅰ级应急响应的通知'],
    ['批示办理单', '全力救人'],
    ['值班日志', '开立事件'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await expect(paper(page)).toContainText(words);
    expect((await savedWords(page)).words.replace(/\s/g, '')).toBe(await plain(page));
  }

  // A notice is signed off and numbered like a report, and stays as it was signed.
  await page.getByRole('button', { name: /^响应通知/ }).click();
  await sign(page, '陈立');
  await expect(paper(page)).toContainText('〕10号');
  await expect(page.getByRole('region', { name: '签发' })).toContainText('陈立');
  await expect(page.getByRole('button', { name: '另拟新版' })).toBeVisible();
  expect((await savedWords(page)).words.replace(/\s/g, '')).toBe(await plain(page));

  await at(page, `report/${incidentId}`);
  const signed = page.getByRole('table', { name: '签发的文件 4' });
  await expect(signed).toContainText('9号');
  await signed.getByRole('link', { name: '关于启动Ⅰ级应急响应的通知' }).click();
  await expect(paper(page)).toContainText('〕10号');

  await at(page, `incident/${incidentId}`);
  await page.getByRole('tab', { name: '文书' }).click();
  const rows = page.getByRole('table', { name: /^文书/ }).getByRole('row');
  const first7 = rows.filter({ hasText: '〕7号' });
  await expect(first7).toContainText('待补签');
  await expect(rows.filter({ hasText: '〕8号' })).toContainText('已发出，待确认收到');
  const downloaded = page.waitForEvent('download');
  await first7.getByRole('button', { name: /存为 Word/ }).press('Enter');
  expect((await downloaded).suggestedFilename()).toContain('7号');
  await first7.getByRole('link', { name: '首报' }).press('Enter');
  await expect(paper(page)).toContainText('〕7号');

  // What it took to the first report: every key of both forms, the reload in between included [KEYS-1].
  await at(page, 'statistics');
  await expect(page.getByRole('region', { name: '录入接报至首次报告' })).toContainText(new RegExp(`\\D${keys} 键`));
});

test('how papers are headed is set on the desk and recorded [rules §7]', async ({ page, desk }) => {
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await desk.enter(page);
  await at(page, 'settings');
  const panel = page.getByRole('region', { name: '公文', exact: true });
  await panel.getByRole('textbox', { name: '机关代字' }).fill('某办');
  await panel.getByRole('textbox', { name: '抄送单位' }).fill('甲局\n乙局');
  await panel.getByRole('button', { name: '保存（王值班）' }).click();
  await expect
    .poll(async () => {
      const row = await desk.api().query('main', { type: 'getDesk' });
      return row.ok && row.result.papers;
    })
    .toEqual({ masthead: null, numberPrefix: '某办', copies: ['甲局', '乙局'] });
  await at(page, 'report/i1/initial');
  await expect(paper(page)).toContainText('抄送：甲局，乙局。');
});
