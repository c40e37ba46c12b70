// 值守板: the most urgent first, and what is late heard until a named officer says so [ux 2, 7].
import { expect, lateCall, test } from './support/fixtures.ts';

test('a call taken elsewhere appears without a touch, with what is late as the hero [4.1.2]', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.enter(page);
  await expect(page.getByRole('region', { name: '没有在办事件' })).toBeVisible();
  await desk.record(lateCall('i1'));

  const hero = page.getByRole('region', { name: '首报 电话 → 市委、市政府' });
  await expect(hero).toContainText('超时');
  await expect(hero).toContainText('R2');
  await expect(hero).toContainText('4.1.2');
  const lanes = page.getByRole('region', { name: '泽州县金村镇 泄漏' });
  await expect(lanes.getByRole('listitem').first()).toContainText('首报 电话');
  await expect(page.getByRole('region', { name: '在办事件 1' })).toContainText('暂时无法判明');
});

test('why: rule, clause and the entries behind a clock', async ({ page, desk }) => {
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await desk.enter(page);
  await page.getByRole('button', { name: '为什么？' }).first().click();
  const why = page.getByRole('dialog');
  await expect(why).toContainText('R2');
  await expect(why).toContainText('4.1.2');
  await expect(why).toContainText('暂时无法判明');
});

test('the alarm stays until a named officer acknowledges it, and that is logged', async ({ page, desk }) => {
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await desk.enter(page);
  const bar = page.getByRole('region', { name: '未确认的告警' });
  await expect(bar).toContainText('首报 电话 → 市委、市政府 超时');
  await bar.getByRole('button', { name: '确认（王值班）' }).click();
  await expect(bar).toBeHidden();
  const log = await desk.api().query('main', { type: 'listLog', incidentId: 'i1' });
  const alarms = log.ok ? log.result.filter(({ type }) => type.startsWith('Alarm')) : [];
  expect(alarms.map(({ type, actor }) => [type, actor.name])).toEqual([
    ['AlarmAcknowledged', '王值班'],
    ['AlarmRaised', 'Watchdesk'],
  ]);
});

test('4.1.3(2), 4.3.3(3): 批示 and requests for reinforcement stay in sight until answered, one press from it', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(
    lateCall('i1'),
    { type: 'RecordInstruction', incidentId: 'i1', instructionId: 'o1', from: '省长 林某', text: '全力救治' },
    { type: 'RequestReinforcement', incidentId: 'i1', requestId: 'q1', to: 'provincialCommand', what: '堵漏专家' },
  );
  await desk.enter(page);
  const reminders = page.getByRole('region', { name: '提醒（非法定时限）' });
  await reminders.getByRole('link', { name: '支援未答复：省指挥部（办公室）：堵漏专家' }).click();
  await expect(page.getByRole('button', { name: '答复：堵漏专家' })).toBeVisible();
  await page.goBack();
  await reminders.getByRole('link', { name: '批示未落实：省长 林某：全力救治' }).click();
  await expect(page.getByRole('tab', { name: /^批示/, selected: true })).toBeVisible();
  await expect(page.getByRole('tabpanel').getByRole('button', { name: '落实' })).toBeVisible();
  await desk.record(
    { type: 'AnswerInstruction', incidentId: 'i1', instructionId: 'o1', text: '已救治' },
    { type: 'AnswerReinforcement', incidentId: 'i1', requestId: 'q1', answer: 'granted' },
  );
  await page.goBack();
  await expect(page.getByRole('region', { name: '泽州县金村镇 泄漏' })).toBeVisible();
  await expect(reminders).toBeHidden();
});

test('the small alarm window: each clock on a line of its own over its width, 静音 at the end of the line [ux 7]', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await page.setViewportSize({ width: 520, height: 420 });
  await desk.enter(page);
  await page.goto(new URL('/desk#/alarm', page.url()).href);
  const clock = page.getByRole('listitem').filter({ hasText: '首报 电话' });
  const silence = clock.getByRole('button', { name: /^静音/ });
  await expect(silence).toBeVisible();
  const [line, button] = [await clock.boundingBox(), await silence.boundingBox()];
  expect(line?.width).toBeGreaterThan(460);
  expect((button?.x ?? 0) + (button?.width ?? 0)).toBeGreaterThan(490);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(520);
});
