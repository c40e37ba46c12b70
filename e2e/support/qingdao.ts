/**
 * 接报 of Qingdao by keyboard alone: what was known when its duty office was called at 03:10, fifty-eight minutes after the
 * leak began [ux 3]. Which keys it takes is written down here once.
 */
import { expect, type Page } from '@playwright/test';
import { typed } from './fixtures.ts';
import type { Keyboard } from './keyboard.ts';

/** F2 and every field, not saved yet. Answers how many strokes the page has heard since it stands. */
export async function typeQingdao(officer: Keyboard): Promise<() => number> {
  await officer.press('F2');
  await expect.poll(() => officer.focused()).toContain('事发时间');
  const before = officer.strokes;
  officer.think();
  await officer.type(typed(58));
  await officer.tabTo('发现时间');
  await officer.type(typed(39));
  await officer.tabTo('信息来源');
  await officer.type('110');
  await officer.tabTo('县（市、区）');
  await officer.compose('泽州', 'zezhou');
  await officer.tabTo('具体位置');
  await officer.compose('金村镇', 'jincunzhen');
  await officer.tabTo('管线');
  await officer.compose('东黄复线', 'donghuangfuxian');
  await officer.tabTo('介质');
  await officer.compose('原油', 'yuanyou');
  await officer.tabTo('设施类别');
  await officer.compose('长输', 'changshu');
  await officer.tabTo('泄漏');
  await officer.press('1');
  await officer.press('5');
  await officer.tabTo('停输开始时间');
  await officer.type(typed(45));
  await officer.tabTo('遇难');
  await officer.type('0');
  await officer.tabTo('被困');
  await officer.type('?');
  await officer.tabTo('失联');
  await officer.type('?');
  await officer.tabTo('回拨电话');
  await officer.type('2020110');
  return () => officer.strokes - before;
}

export async function saveCall(page: Page, officer: Keyboard): Promise<void> {
  officer.think();
  await officer.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: '已保存，开始计时' })).toBeVisible();
}
