// 统计: drawn from this desk's own incidents, each number leads to what is behind it; the practice replay counts its own.
import { ago, expect, lateCall, type Page, test } from './support/fixtures.ts';

const phoned = {
  type: 'RecordReport' as const,
  incidentId: 'i1',
  reportId: 'r1',
  kind: 'initial',
  form: 'phone' as const,
  recipients: ['city'],
  receiver: '赵',
  sentAt: ago(0),
};

const numberIn = (text: string | null): number => Number(/(\d+) 项/.exec(text ?? '')?.[1] ?? Number.NaN);
const overview = (page: Page) => page.getByRole('region', { name: '总览' });

/** Every part of the bar, as its buttons say, against the whole. */
async function partsAddUp(page: Page): Promise<number> {
  const whole = overview(page).getByRole('button', { name: /^本台应报：共/ });
  const total = numberIn(await whole.getAttribute('aria-label'));
  const parts = overview(page).getByRole('button', { name: /^本台应报：(?!共)/ });
  const labels = await parts.evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label')));
  expect(labels.map(numberIn).reduce((sum, n) => sum + n, 0)).toBe(total);
  return total;
}

test('3: live: from the incidents to the statistics, from a number to its obligations and to why', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(lateCall('i1'), phoned, lateCall('i2'));
  await desk.enter(page);
  await page.goto(new URL('/desk#/incident', page.url()).href);
  await page.getByRole('link', { name: '统计' }).click();
  await expect(page).toHaveTitle(/统计/);
  await expect(page.locator('main')).toContainText('仅统计实战');

  const all = await partsAddUp(page);
  const reply = await desk.api().query('main', { type: 'listObligations', side: 'own' });
  expect(reply.ok && reply.result.total).toBe(all);

  // 58 minutes ago, told one minute ago: the phone call was late before anybody could have made it.
  const byRule = page.getByRole('region', { name: '按事项 · 本台应报' });
  await expect(byRule.getByRole('listitem').filter({ hasText: /^R2/ })).toContainText('迟接报 2');
  await byRule.getByRole('button', { name: /^R2 .*：迟报 1 项/ }).click();
  const list = page.getByRole('dialog', { name: /^R2 .* · 迟报/ });
  await expect(list).toContainText('共 1 项');
  await expect(list.getByRole('row')).toHaveCount(2);
  await expect(list).toContainText('迟接报');
  await list.getByRole('button', { name: /^为什么：R2/ }).click();
  const why = page.getByRole('dialog', { name: /为什么/ });
  await expect(why).toContainText('接报已迟');
  await why.getByRole('button', { name: '返回明细' }).click();
  await expect(list).toContainText('共 1 项');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Only one of the two.
  await page.getByRole('button', { name: /事件/ }).first().click();
  await page.getByRole('option').last().click();
  await expect.poll(() => partsAddUp(page)).toBeLessThan(all);
  await page.getByRole('button', { name: /^本台应报：共/ }).click();
  await expect(page.getByRole('dialog', { name: '本台应报 · 全部' })).toContainText(`共 ${await wholeOf(page)} 项`);
});

const wholeOf = async (page: Page): Promise<number> => {
  const bar = page.locator('main button[aria-label^="本台应报：共"]');
  return numberIn(await bar.getAttribute('aria-label'));
};

test('3: what is recorded counts at once, and the practice replay counts its own night as known then', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.enter(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('统计');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('没有可统计的事项');
  await desk.record(lateCall('i1'));
  await expect(overview(page)).toBeVisible();
  const live = await partsAddUp(page);

  await desk.api().openPractice('qingdao-2013');
  await page.goto(new URL('/desk#/@practice-qingdao-2013/statistics', page.url()).href);
  await page.reload();
  await expect(page.locator('main')).toContainText('仅统计本演练');
  await page.getByRole('slider', { name: '回放时刻' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('region', { name: '按月' })).toContainText('2013-11');
  await expect(page.getByRole('region', { name: '按事件' }).getByRole('listitem')).toHaveCount(1);
  await expect.poll(() => partsAddUp(page)).toBeGreaterThan(live);
  const late = await partsAddUp(page);
  await page.keyboard.press('Home');
  await expect.poll(() => page.locator('main').innerText()).not.toContain('2013-12');
  await page.getByRole('button', { name: '下一节点' }).click();
  await expect.poll(() => partsAddUp(page)).toBeLessThan(late);
});
