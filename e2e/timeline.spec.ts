// 时间线: the picture of a night, by pointer and by key, as it was known and as it had happened, and on one sheet of paper.
import { AxeBuilder } from '@axe-core/playwright';
import { ago, expect, lateCall, type Page, test } from './support/fixtures.ts';

const at = (page: Page, hash: string): Promise<unknown> => page.goto(new URL(`/desk#/${hash}`, page.url()).href);
const picture = (page: Page) => page.getByRole('region', { name: '时间线图' });

/** To the left end of a slider, then so many minutes on. */
async function moveTo(page: Page, name: string, minutes: number): Promise<void> {
  await page.getByRole('slider', { name }).focus();
  await page.keyboard.press('Home');
  for (let n = 0; n < minutes; n += 1) await page.keyboard.press('ArrowRight');
}

test('[TIMELINE-3] a replayed night: keys lead to the entry, the two pasts differ, it prints on one A3 sheet', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.enter(page);
  await page.getByRole('button', { name: /打开演练回放：青岛/ }).click();
  await page.waitForURL(/@practice-/);
  await page.getByRole('slider', { name: '回放时刻' }).focus();
  await page.keyboard.press('End');
  await at(page, '@practice-qingdao-2013/timeline');

  const first = picture(page).getByRole('button', { name: /^遇难，.*未知/ });
  await expect(first).toBeVisible();
  await expect(picture(page).getByRole('button', { name: /^遇难，.*55人/ })).toBeVisible();
  await expect(picture(page).getByRole('button', { name: /^遇难，.*\b0人/ })).toHaveCount(0);

  // Along the row by key, told in words, and to the entry by Enter.
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(picture(page)).toContainText(/遇难 22人.*记录于/);
  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: '全程' })).toBeEnabled();
  await page.keyboard.press('0');
  await expect(page.getByRole('button', { name: '全程' })).toBeDisabled();
  await picture(page)
    .getByRole('button', { name: /^遇难，.*22人/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-current="true"]').filter({ hasText: '遇难 22人' })).toBeFocused();
  await page.goBack();

  // Opened at 03:10. Three minutes on no grade had been determined; 一般 came at 03:35.
  const grade = picture(page).getByRole('button', { name: /^等级，/ });
  await expect(grade).toHaveCount(5);
  await moveTo(page, '当时所知', 3);
  await expect(grade).toHaveCount(1);
  await page.getByRole('button', { name: '回到现在：当时所知' }).click();
  await expect(grade).toHaveCount(5);
  // The first phone call of 03:16 is met late whatever is known; cut before it, it is owed still and already late.
  const phoned = picture(page).getByRole('button', { name: /^首报 电话 → 市委、市政府，/ });
  await expect(phoned).toHaveAccessibleName(/迟报/);
  await moveTo(page, '截至', 62);
  await expect(phoned).toHaveAccessibleName(/超时/);
  await page.getByRole('button', { name: '回到现在：截至' }).click();
  await expect(phoned).toHaveAccessibleName(/迟报/);

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 842]);

  // The same picture as the annex of the evaluation record: its pages laid across, after the others.
  await at(page, '@practice-qingdao-2013/report/qingdao/papers/evaluation');
  const annex = page.getByRole('figure', { name: /^演练.*处置时间线/ });
  await expect(annex.first()).toContainText('55人');
  const record = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const across = record.match(/\/MediaBox\s*\[0 0 841[\d.]+ 59[45][\d.]*\]/g);
  expect(across).toHaveLength(await annex.count());
});

test('a live night: what is recorded stands in the picture, through a restart; the list says the same', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await desk.enter(page);
  await at(page, 'timeline');
  const phoned = picture(page).getByRole('button', { name: /^首报 电话 → 市委、市政府，.*超时/ });
  await expect(phoned).toBeVisible();
  await desk.record(
    { type: 'RecordReport', incidentId: 'i1', reportId: 'p1', kind: 'initial', form: 'phone', recipients: ['city'] },
    { type: 'RecordFigures', incidentId: 'i1', figures: { dead: 3 }, observedAt: ago(5) },
  );
  await expect(picture(page).getByRole('button', { name: /^首报 电话 → 市委、市政府，.*迟报/ })).toBeVisible();
  await expect(picture(page).getByRole('button', { name: /^遇难，.*3人/ })).toBeVisible();

  await desk.killAndRestart();
  await page.reload();
  await expect(picture(page).getByRole('button', { name: /^遇难，.*3人/ })).toBeVisible();
  await page.getByRole('button', { name: '伤亡', exact: true }).click();
  await expect(picture(page).getByRole('button', { name: /^遇难，/ })).toHaveCount(0);
  await page.getByRole('button', { name: '伤亡', exact: true }).click();
  await page.getByRole('radio', { name: '列表' }).click();
  await expect(page.getByRole('list', { name: '列表' })).toContainText('遇难3人');
});
