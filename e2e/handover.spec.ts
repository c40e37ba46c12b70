/** Officers by PIN at one desk: a locked screen that still sounds and takes calls. */
import { type Desk, expect, lateCall, OFFICER, type Page, test } from './support/fixtures.ts';

const PIN = '271828';

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
  await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible();

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
