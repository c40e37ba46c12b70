// The papers of a night: 首报 as a Word file, 续报一 with what changed, 终报, the evaluation; the desk killed in the middle.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, lateCall, type Page, test } from './support/fixtures.ts';

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

test('首报, 续报一, 终报 and the evaluation of one night, over a crash [4.1.3, 5.2]', async ({ page, desk }) => {
  test.setTimeout(180_000);
  await desk.setUp();
  await desk.record(
    {
      type: 'SetDocumentSettings',
      masthead: '某市应急指挥部办公室文件',
      numberPrefix: '某油气指办',
      nextNumber: 7,
      copies: ['市应急管理局'],
    },
    lateCall('i1'),
    { type: 'RecordReport', incidentId: 'i1', reportId: 'p1', kind: 'initial', form: 'phone', recipients: ['city'] },
  );
  await desk.enter(page);

  await at(page, 'report/i1/initial');
  const draft = page.getByRole('region', { name: '首报草稿' });
  await draft.getByRole('textbox', { name: '影响范围' }).fill('下游约3公里');
  await expect(draft).toContainText('已手改');
  await draft.getByRole('radio', { name: '电话' }).click();
  await sign(page, '李卫东');
  await expect(page.getByText('电话签发，待补签').first()).toBeVisible();
  const first = await savedWords(page);
  expect(first.name).toMatch(/^关于.*的报告 某油气指办〔\d{4}〕7号\.docx$/);
  expect(first.words.replace(/\s/g, '')).toBe(await plain(page));
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

  await desk.killAndRestart();
  await desk.record(
    { type: 'RecordFigures', incidentId: 'i1', figures: { dead: 12, trapped: 3 } },
    { type: 'RecordConditions', incidentId: 'i1', conditions: { explosion: 'yes' } },
    { type: 'DetermineGrade', incidentId: 'i1', grade: 'major' },
    {
      type: 'StartResponse',
      incidentId: 'i1',
      level: 'I',
      decision: { post: 'commander', name: '陈立', means: 'phone' },
      matter: '全力救援',
      expectedHours: 24,
    },
    { type: 'RecordInstruction', incidentId: 'i1', instructionId: 'n1', from: '某市长', text: '全力救人' },
  );
  await desk.enter(page);
  await at(page, 'report/i1/followUp');
  await expect(paper(page)).toContainText('（续报一）');
  await expect(paper(page)).toContainText('遇难由0人增至12人，被困核实为3人。');
  await expect(paper(page)).toContainText('新出现爆炸。');
  await expect(paper(page)).toContainText('启动Ⅰ级响应（指挥长陈立决定）');
  await expect(paper(page)).toContainText('某市长批示：全力救人。正在落实。');
  await sign(page, '李卫东');
  const second = await savedWords(page);
  expect(second.words).toContain('〕8号');
  expect(second.words.replace(/\s/g, '')).toBe(await plain(page));
  await send(page);
  await expect(page.getByRole('button', { name: '拟续报二' })).toBeVisible();

  await at(page, 'report/i1/final');
  await page.getByRole('textbox', { name: '社会稳定情况' }).fill('社会面总体平稳。');
  await expect(paper(page)).toContainText('（终报）');
  await expect(paper(page)).toContainText('社会面总体平稳。');
  await expect(paper(page)).toContainText('遇难12人');
  await sign(page, '李卫东');
  await send(page);

  await at(page, 'report/i1/papers');
  await page.getByRole('button', { name: '评估记录' }).click();
  await expect(paper(page)).toContainText('报告义务履行情况');
  const board = await desk.api().query('main', { type: 'getIncident', incidentId: 'i1' });
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

  await at(page, 'report/i1');
  const signed = page.getByRole('table', { name: '签发的文件 4' });
  await expect(signed).toContainText('9号');
  await signed.getByRole('link', { name: '关于启动Ⅰ级应急响应的通知' }).click();
  await expect(paper(page)).toContainText('〕10号');

  await at(page, 'incident/i1');
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
