// Every screen in both themes: nothing serious for axe [WCAG 2.2 AA], and no horizontal scrolling on a field laptop [ux 10].
import { AxeBuilder } from '@axe-core/playwright';
import { busyNight } from './support/busyNight.ts';
import { expect, lateCall, type Page, test } from './support/fixtures.ts';
import { warningsOfANight } from './support/warningInForce.ts';

/** Address and window title. */
const SCREENS: [string, RegExp][] = [
  ['board', /值守板/],
  ['intake', /接报/],
  ['calls', /来电/],
  ['directory', /通讯录/],
  ['log', /记录/],
  ['warnings', /预警/],
  ['warnings/rain', /预警/],
  ['warnings/clue/digger', /预警/],
  ['officers', /值班人员/],
  ['handover', /交接班/],
  ['roster', /排班/],
  ['shift', /值班日志/],
  ['settings', /设置/],
  ['incident', /事件/],
  ['response', /响应/],
  ['statistics', /统计/],
  ['groups', /工作组/],
  ['report', /报告/],
  ['incident/i1', /事件/],
  ['response/i1', /响应/],
  ['groups/i1', /工作组/],
  ['bulletins/i1', /信息发布/],
  ['timeline/i1', /时间线/],
  ['call-tree/incident/i1', /应急呼叫/],
  ['report/i1', /报告/],
  ['report/i1/phone', /报告/],
  ['report/i1/initial', /报告/],
  ['report/i1/followUp', /报告/],
  ['report/i1/final', /报告/],
  ['report/i1/papers', /报告/],
  ['wall', /大屏/],
  ['alarm', /告警/],
  ['@practice-qingdao-2013/board', /【演练】/],
  ['@practice-qingdao-2013/statistics', /【演练】/],
  ['@practice-qingdao-2013/wall', /【演练】/],
];
// Each of its tests walks through everything: side by side, and without a trace of all those pages.
test.describe.configure({ mode: 'parallel' });
test.use({ trace: 'off' });

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];
/** Forms of a response in full swing: where, and what is pressed one after the other. */
const FORMS: [screen: string, buttons: RegExp[]][] = [
  ['response/i1', [/^登记补签/]],
  ['response/i1', [/^答复/]],
  ['response/i1', [/^调整级别/]],
  ['response/i1', [/^终止响应/]],
  ['response/i1', [/^提议/]],
  ['response/i1', [/^委托/]],
  ['response/i1', [/^移交指挥权/]],
  ['response/i1', [/^请求支援/]],
  ['response/i1', [/^交办：/]],
  ['groups/i1', [/^更换负责人或地点/]],
  ['groups/i1', [/^增设工作组/]],
  ['groups/i1', [/^抢险救援组/, /^调整$/]],
  ['groups/i1', [/^抢险救援组/, /^人员签到/]],
  ['groups/i1', [/^抢险救援组/, /^撤销$/]],
  ['groups/i1', [/^交办任务/]],
  ['warnings/rain', [/^变更$/]],
  ['warnings/rain', [/^复核研判$/]],
  ['warnings/slide', [/^发布$/]],
];

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Measured in the light theme alone: the dark one changes colours only. */
async function fits(page: Page, colorScheme: 'light' | 'dark', name: string): Promise<void> {
  if (colorScheme === 'dark') return;
  for (const size of SIZES) {
    await page.setViewportSize(size);
    expect.soft(await sidewaysScroll(page), `${name} at ${size.width}`).toBe(0);
  }
  await page.setViewportSize(SIZES[0] as (typeof SIZES)[number]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: every screen`, async ({ page, desk }) => {
    test.setTimeout(600_000);
    await page.setViewportSize(SIZES[0] as (typeof SIZES)[number]);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await desk.enter(page);
    await expect(page.getByRole('heading', { name: '启用值守台' })).toBeVisible();
    expect(await seriousFaults(page), 'first run').toEqual([]);

    await desk.setUp();
    await desk.record(lateCall('i1'), ...warningsOfANight());
    await desk.api().openPractice('qingdao-2013');
    await page.reload();
    for (const [screen, title] of SCREENS) {
      await page.goto(new URL(`/desk#/${screen}`, page.url()).href);
      await expect(page).toHaveTitle(title);
      await expect(page.locator('main')).toContainText(/\S{8}/);
      expect.soft(await seriousFaults(page), `${screen}, axe`).toEqual([]);
      await fits(page, colorScheme, screen);
    }

    await page.goto(new URL('/desk#/intake', page.url()).href);
    await page.getByRole('combobox').first().focus();
    await expect(page.getByRole('listbox')).toBeVisible();
    expect.soft(await seriousFaults(page), 'intake with a list of suggestions open, axe').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.locator('#root[data-live-announcer]')).toHaveCount(0);
  });

  test(`${colorScheme}: a response in full swing`, async ({ page, desk }) => {
    test.setTimeout(300_000);
    await page.setViewportSize(SIZES[0] as (typeof SIZES)[number]);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await desk.setUp();
    await desk.record(lateCall('i1'), ...busyNight('i1'), ...warningsOfANight());
    await desk.enter(page);
    const goto = (screen: string) => page.goto(new URL(`/desk#/${screen}`, page.url()).href);

    await goto('board');
    const band = page.getByRole('region', { name: /工作组 9/ });
    await expect(band.getByRole('listitem')).toHaveCount(9);
    await expect(band).toContainText('负责人 孙强');
    await expect(page.getByRole('region', { name: '提醒（非法定时限）' })).toContainText('逾期');
    expect.soft(await seriousFaults(page), 'board, axe').toEqual([]);
    await fits(page, colorScheme, 'board');

    await goto('groups/i1');
    await page.getByRole('button', { name: /^抢险救援组/ }).click();
    for (const tab of [/^任务/, /^调集单位/, /^批示/]) {
      await page.getByRole('tab', { name: tab }).click();
      expect.soft(await seriousFaults(page), `groups, ${tab}, axe`).toEqual([]);
      await fits(page, colorScheme, `groups, ${tab}`);
    }
    await goto('response/i1');
    await expect(page.getByRole('region', { name: '正在执行' })).toContainText('Ⅰ级响应');
    expect.soft(await seriousFaults(page), 'response, axe').toEqual([]);
    await fits(page, colorScheme, 'response');

    await goto('incident/i1');
    await page.getByRole('tab', { name: '文书' }).click();
    expect.soft(await seriousFaults(page), 'documents, axe').toEqual([]);
    await fits(page, colorScheme, 'documents');
    await page.getByRole('link', { name: '响应通知' }).first().click();
    await expect(page.getByRole('textbox', { name: '签发人' })).toBeVisible();
    expect.soft(await seriousFaults(page), 'a notice to be signed, axe').toEqual([]);
    await fits(page, colorScheme, 'a notice to be signed');

    for (const [screen, buttons] of FORMS) {
      await goto(screen);
      await page.reload();
      for (const name of buttons) await page.getByRole('button', { name }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect.soft(await seriousFaults(page), `${screen}, ${buttons.join(' ')}, axe`).toEqual([]);
      expect.soft(await sidewaysScroll(page), `${screen}, ${buttons.join(' ')}`).toBe(0);
    }
  });
}
