/** Officers by PIN at one desk: a locked screen that still sounds and takes calls, and a watch that changes hands. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Desk, expect, lateCall, OFFICER, type Page, test } from './support/fixtures.ts';

const PIN = '271828';
const OF_INCIDENT = ['incident', 'response', 'groups', 'bulletins', 'timeline', 'report'];
const PLACES = [
  ...OF_INCIDENT.flatMap((screen) => [screen, `${screen}/i1`]),
  'report/i1/phone',
  'report/i1/papers',
  'log',
  'log/1',
  'calls',
  'statistics',
  'officers',
  'directory',
  'handover',
  'roster',
  'shift',
  'settings',
  'warnings',
];

/** As the browser's own session, whatever its page does. */
async function setPin(page: Page, officerId: string, pin: string): Promise<void> {
  const reply = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/identity', { method: 'POST', headers, body: JSON.stringify(body) });
      return answer.json() as Promise<{ ok: boolean }>;
    },
    { act: 'setPin', officerId, old: null, pin },
  );
  expect(reply.ok).toBe(true);
}

/** Runs in the page, before its own scripts: how often something was sounded. */
function countTones(): void {
  Object.assign(window, { tones: 0 });
  window.AudioContext = class extends AudioContext {
    override createOscillator(): OscillatorNode {
      (window as unknown as { tones: number }).tones += 1;
      return super.createOscillator();
    }
  };
}
const tones = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { tones: number }).tones);

const entries = async (desk: Desk, type: string) => {
  const reply = await desk.api().query('main', { type: 'listLog', limit: 200 });
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.result.filter((row) => row.type === type);
};

test('[PEOPLE-5, PEOPLE-6] locked: it sounds, takes a call, stays locked over a kill, and wants a name for the rest', async ({
  page,
  desk,
}) => {
  await page.addInitScript(countTones);
  await desk.setUp();
  await desk.enter(page);
  await page.mouse.click(700, 650);
  await expect(page.getByRole('button', { name: '告警声 开' })).toBeVisible();
  await setPin(page, OFFICER.officerId, PIN);

  // Another session that says it is 王值班 is not believed, until it shows the PIN.
  await expect(desk.record(lateCall('i1'))).rejects.toThrow('pinNeeded');
  expect(await desk.api().identity({ act: 'signIn', officerId: OFFICER.officerId, pin: '271829' })).toMatchObject({
    error: { code: 'pinWrong' },
  });
  expect((await desk.api().identity({ act: 'signIn', officerId: OFFICER.officerId, pin: PIN })).ok).toBe(true);

  await page.keyboard.press('F9');
  const locked = page.getByRole('alert').filter({ hasText: '值守板、时限和告警照常' });
  await expect(locked).toContainText(OFFICER.name);
  const before = await tones(page);
  await desk.record(lateCall('i1'));
  await expect(page.getByRole('region', { name: '未确认的告警' })).toContainText('超时');
  await expect.poll(() => tones(page)).toBeGreaterThan(before);
  await expect(page.getByRole('region', { name: '没有在办事件' })).toBeHidden();

  // An alarm is acknowledged by a name.
  await page.getByRole('button', { name: /^确认（/ }).click();
  const dialog = page.getByRole('dialog', { name: '解锁' });
  await dialog.getByLabel('PIN').fill(PIN);
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await entries(desk, 'AlarmAcknowledged'))[0]?.actor.name).toBe(OFFICER.name);
  await expect(locked).toBeHidden();

  await page.keyboard.press('F9');
  await expect(locked).toBeVisible();
  await desk.killAndRestart();
  await page.reload();
  await expect(locked).toBeVisible();
  await page.keyboard.press('F3');
  const shut = page.getByRole('heading', { name: '已锁定' });
  await expect(shut).toBeVisible();

  // Whatever address is typed, and whatever is looked for: the board and taking a call are all there is.
  for (const place of PLACES) {
    await page.keyboard.press('F1');
    await expect(shut).toBeHidden();
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/${place}`);
    await expect(shut, place).toBeVisible();
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('金村镇');
  await expect(page.getByRole('dialog')).toContainText('只能用命令');
  await expect(page.getByRole('option', { name: /金村镇/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F6');
  await expect(page.getByRole('dialog', { name: '解锁' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '值守板' }).click();
  await expect(page.getByRole('button', { name: /^拨打/ })).toHaveCount(0);

  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: '具体位置' }).fill('北石店');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await entries(desk, 'CallTaken'))[0]?.actor.officerId).toBe('unnamed');
  await page.keyboard.press('F8');
  await page.keyboard.type(PIN);
  await expect(locked).toBeHidden();
  await page.getByRole('button', { name: `由${OFFICER.name}认领` }).click();
  await expect.poll(async () => (await entries(desk, 'CallClaimed'))[0]?.actor.name).toBe(OFFICER.name);
});

test('3.4.3(5): in the middle of the night the watch changes hands before both, and the old one’s name is closed', async ({
  page,
  desk,
}) => {
  const next = { officerId: 'li', name: '李接班', post: 'dutyLead' };
  await desk.setUp();
  await desk.record({ type: 'AddOfficer', ...next }, lateCall('i1'), {
    type: 'RecordInstruction',
    incidentId: 'i1',
    instructionId: 'n1',
    from: '市长',
    text: '先疏散下游居民',
  });
  const numbers = [{ kind: 'mobile' as const, number: '13800000001' }];
  const contact = { kind: 'person' as const, name: '单伟', reading: 'shan wei', numbers };
  await desk.record({ type: 'AddContact', contactId: 'shan', contact });
  await desk.enter(page);
  await setPin(page, next.officerId, '314159');
  await setPin(page, OFFICER.officerId, PIN);

  await page.getByRole('link', { name: '值班', exact: true }).click();
  const table = page.getByRole('region', { name: /^交接事项/ });
  await expect(table.getByRole('region', { name: '在办事件' })).toContainText('金村镇');
  await expect(table.getByRole('region', { name: '时限' })).toContainText('超时');
  await expect(table.getByRole('region', { name: '未答复批示' })).toContainText('先疏散下游居民');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole('button', { name: /接班人/ }).click();
  await page.getByRole('option', { name: next.name }).click();
  await page.getByRole('radio', { name: '正常' }).click();
  await page.getByRole('radio', { name: '两人都听到' }).click();
  await page.getByLabel('交代事项').fill('河道围油栏在看');
  await page.getByLabel(`${OFFICER.name}的 PIN`).fill(PIN);
  await page.getByLabel(`${next.name}的 PIN`).fill('314158');
  await page.getByRole('button', { name: '交接', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '不对' })).toContainText(next.name);
  await page.getByLabel(`${OFFICER.name}的 PIN`).fill(PIN);
  await page.getByLabel(`${next.name}的 PIN`).fill('314159');
  await page.getByRole('button', { name: '交接', exact: true }).click();
  await expect(page.getByRole('banner')).toContainText(`值班 ${next.name}`);
  await expect(page.getByRole('region', { name: '交接记录' })).toContainText('河道围油栏在看');

  await desk.killAndRestart();
  await page.reload();
  await expect(page.getByRole('banner')).toContainText(`值班 ${next.name}`);

  // The new one phones from the directory, in the own name; whoever has no number there is told so.
  await page.getByRole('link', { name: '通讯录', exact: true }).click();
  await page.getByRole('textbox', { name: '查找' }).fill('sw');
  await page.getByRole('button', { name: /^单伟/ }).click();
  await page.getByRole('button', { name: '拨打 单伟 13800000001' }).click();
  const call = page.getByRole('dialog', { name: '拨打：单伟' });
  await expect(call.getByText('13800000001')).toBeVisible();
  await call.getByRole('radio', { name: '接通' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(call).toBeHidden();
  await expect
    .poll(async () => (await entries(desk, 'PhoneCallRecorded'))[0])
    .toMatchObject({ actor: { name: next.name }, incidentId: 'i1' });
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: '拨打：市委、市政府' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '到通讯录补录' }).click();
  await expect(page.getByRole('region', { name: '市委、市政府' })).toContainText('没有号码');

  await page.keyboard.press('F4');
  await page.getByRole('textbox', { name: '接收人姓名' }).fill('市委值班室 赵');
  await page.getByRole('form', { name: '电话报告记录' }).getByRole('button', { name: '记录' }).click();
  await expect.poll(async () => (await entries(desk, 'ReportRecorded'))[0]?.actor.name).toBe(next.name);

  // The old one's PIN still opens the name, and no decision with it.
  expect((await desk.api().identity({ act: 'signIn', officerId: OFFICER.officerId, pin: PIN })).ok).toBe(true);
  await expect(
    desk.record({ type: 'DetermineGrade', incidentId: 'i1', grade: 'serious', reason: '研判' }),
  ).rejects.toThrow('handedOver');
  await desk.record({ type: 'AddNote', incidentId: 'i1', text: '补记：东侧闸门已关' });
});

test('[ROSTER-3] the roster leaves as xlsx and comes back as it was; a file that is none is refused', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format();
  const shift = { date, start: '08:00', watch: { officerId: OFFICER.officerId }, lead: { name: '=周局长' } };
  await desk.record({ type: 'SetRoster', shifts: [shift] });
  await desk.enter(page);
  await page.goto(new URL('/desk#/roster', page.url()).href);
  const lead = page.getByRole('combobox', { name: `${date} 08:00 带班领导` });
  await expect(lead).toHaveValue('=周局长');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '存为 Excel' }).click();
  const file = await (await downloading).path();
  await lead.fill('吴局长');

  await page.getByRole('button', { name: '从表格粘贴' }).click();
  const picker = page.locator('input[type=file]');
  await picker.setInputFiles({ name: 'x.xlsx', mimeType: 'text/plain', buffer: Buffer.from('PK\u0003\u0004 none') });
  await expect(page.getByRole('alert').filter({ hasText: '文件' })).toBeVisible();
  await picker.setInputFiles(file);
  await page.getByRole('button', { name: /^填入 (28|29|30|31) 班$/ }).click();
  await expect(lead).toHaveValue('=周局长');
  await expect(page.getByRole('button', { name: '保存排班（0 班）' })).toBeDisabled();
});
