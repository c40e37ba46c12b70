// Every screen in both themes: nothing serious for axe [WCAG 2.2 AA], and no horizontal scrolling on a field laptop [ux 10].
import { AxeBuilder } from '@axe-core/playwright';
import { expect, lateCall, type Page, test } from './support/fixtures.ts';

/** Address and window title. */
const SCREENS: [string, RegExp][] = [
  ['board', /值守板/],
  ['intake', /接报/],
  ['calls', /来电/],
  ['log', /记录/],
  ['officers', /值班人员/],
  ['settings', /设置/],
  ['incident', /事件/],
  ['response', /响应/],
  ['groups', /工作组/],
  ['report', /报告/],
  ['incident/i1', /事件/],
  ['response/i1', /响应/],
  ['groups/i1', /工作组/],
  ['bulletins/i1', /信息发布/],
  ['report/i1', /报告/],
  ['report/i1/phone', /报告/],
  ['report/i1/initial', /报告/],
  ['report/i1/followUp', /报告/],
  ['report/i1/final', /报告/],
  ['report/i1/papers', /报告/],
  ['wall', /大屏/],
  ['alarm', /告警/],
  ['@practice-qingdao-2013/board', /【演练】/],
  ['@practice-qingdao-2013/wall', /【演练】/],
];
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: every screen`, async ({ page, desk }) => {
    test.setTimeout(300_000);
    await page.setViewportSize(SIZES[0] as (typeof SIZES)[number]);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await desk.enter(page);
    await expect(page.getByRole('heading', { name: '启用值守台' })).toBeVisible();
    expect(await seriousFaults(page), 'first run').toEqual([]);

    await desk.setUp();
    await desk.record(lateCall('i1'));
    await desk.api().openPractice('qingdao-2013');
    await page.reload();
    for (const [screen, title] of SCREENS) {
      await page.goto(new URL(`/desk#/${screen}`, page.url()).href);
      await expect(page).toHaveTitle(title);
      await expect(page.locator('main')).toContainText(/\S{8}/);
      expect.soft(await seriousFaults(page), `${screen}, axe`).toEqual([]);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        expect.soft(await sidewaysScroll(page), `${screen} at ${size.width}`).toBe(0);
      }
      await page.setViewportSize(SIZES[0] as (typeof SIZES)[number]);
    }

    await page.goto(new URL('/desk#/intake', page.url()).href);
    await page.getByRole('combobox').first().focus();
    await expect(page.getByRole('listbox')).toBeVisible();
    expect.soft(await seriousFaults(page), 'intake with a list of suggestions open, axe').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.locator('#root[data-live-announcer]')).toHaveCount(0);
  });
}
