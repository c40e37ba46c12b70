// The on-scene command through a night: lists that come with the facts, a measure handed to a group, its units changed on
// 指挥长's word, a person in two groups, a task returned and one done, 批示 followed until carried out, an outage that
// reaches its day by itself [plan 2.2, 4.2, 4.3, 4.4.2]. All of it typed and pressed as an officer does.
import { expect, lateCall, test } from './support/fixtures.ts';
import { confirm, decider, faults, field, goto, nameField, person, press, sideways } from './support/response.ts';

const REMINDERS = '提醒（非法定时限）';

test('lists, groups, people, tasks and instructions', async ({ page, desk }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 1366, height: 768 });
  await desk.setUp();
  await desk.record(
    lateCall('i1'),
    { type: 'RecordFigures', incidentId: 'i1', figures: { dead: 4 }, source: '市卫健委' },
    {
      type: 'StartResponse',
      incidentId: 'i1',
      level: 'II',
      decision: { post: 'commander', name: '陈立', means: 'written' },
      expectedHours: 24,
    },
    { type: 'SetUpGroups', incidentId: 'i1' },
  );
  await desk.enter(page);
  const dialog = page.getByRole('dialog');
  const lists = page.getByRole('region', { name: /^措施清单/ });
  const tasks = page.getByRole('tabpanel');

  await test.step('4.4.2: the leak catches fire: the new list comes, what was done stays done', async () => {
    await goto(page, 'response/i1');
    await expect(lists).toContainText('现场处置·泄漏');
    await expect(lists).not.toContainText('现场处置·火灾爆炸');
    const leak = lists.getByRole('group').filter({ hasText: '现场处置·泄漏' });
    await leak
      .getByRole('button', { name: /^已办：/ })
      .first()
      .click();
    await expect(leak.getByText('已办 · 王值班')).toBeVisible();
    await desk.record({ type: 'RecordConditions', incidentId: 'i1', conditions: { fire: 'yes' }, source: '现场' });
    await expect(lists).toContainText('现场处置·火灾爆炸');
    await expect(leak.getByText('已办 · 王值班')).toBeVisible();
  });

  await test.step('4.3: a measure is handed to a group with a due time to come, and joins the board', async () => {
    const item = lists.getByRole('listitem').filter({ hasText: '向省指挥部办公室汇报' });
    await item.getByRole('button', { name: /^交办：/ }).click();
    await dialog.getByRole('combobox', { name: /^交给/ }).fill('综合协调组');
    await page.keyboard.press('Escape');
    await field(page, /办结时限/).fill('+25');
    await press(page, '交办');
    await expect(dialog).toBeHidden();
    await expect(item).toContainText('已交办 综合协调组 限');
    await expect(item).toContainText('王值班');
    await goto(page, 'board');
    const reminder = page.getByRole('region', { name: REMINDERS });
    await expect(reminder).toContainText(/向省指挥部办公室汇报 → 综合协调组/);
    await expect(reminder).toContainText(/剩余 0:2[45]:\d\d/);
  });

  await test.step('2.2: units of a group are picked or typed one by one, on 指挥长’s authority', async () => {
    await goto(page, 'groups/i1');
    await page.getByRole('button', { name: /^医学救护组/ }).click();
    await page.getByRole('region', { name: '医学救护组' }).getByRole('button', { name: '调整' }).click();
    const members = dialog.getByRole('group', { name: /^成员单位/ });
    const before = await members.getByRole('listitem').count();
    const add = members.getByRole('combobox');
    await add.fill('市民政');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(members.getByRole('listitem')).toHaveCount(before + 1);
    await expect(add).toBeFocused();
    await page.keyboard.insertText('某志愿医疗队');
    await page.keyboard.press('Enter');
    await expect(members.getByRole('listitem')).toHaveCount(before + 2);
    await expect(dialog).toBeVisible();
    await members.getByRole('button', { name: '移除 某志愿医疗队' }).click();
    await add.fill('市红十字会');
    await field(page, /^理由/).fill('伤员增多');
    await expect(members.getByRole('listitem')).toHaveCount(before + 2);
    expect(await faults(page), 'axe, the form of a group').toEqual([]);
    await decider(page, /谁决定/, '副指挥长', '赵副');
    await press(page, /^调整/);
    await expect(dialog.getByRole('alert')).toContainText('指挥长');
    await decider(page, /谁决定/, '指挥长', '陈立');
    await press(page, /^调整/);
    await expect(dialog).toBeHidden();
    const group = page.getByRole('region', { name: '医学救护组' });
    await expect(group).toContainText('市民政局');
    await expect(group).toContainText('市红十字会');
  });

  await test.step('2.2: a person checked in to a second group is asked about once, then marked in both', async () => {
    const checkIn = async (name: string) => {
      await page.getByRole('region', { name }).getByRole('button', { name: '人员签到' }).click();
    };
    await checkIn('医学救护组');
    await nameField(page).fill('周勇');
    await field(page, '电话').fill('13700000001');
    await press(page, '人员签到');
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: /^抢险救援组/ }).click();
    await checkIn('抢险救援组');
    await dialog.getByRole('button', { name: /已登记的人/ }).click();
    await page.getByRole('option', { name: /周勇/ }).click();
    await expect(field(page, '电话')).toHaveValue('13700000001');
    await press(page, '人员签到');
    await expect(page.getByRole('alertdialog')).toContainText('周勇现在医学救护组');
    await page.getByRole('alertdialog').getByRole('button', { name: '仍然记录' }).click();
    await expect(dialog).toBeHidden();
    const rescue = page.getByRole('region', { name: '抢险救援组' });
    await expect(rescue).toContainText('同时在医学救护组');
    await rescue.getByRole('button', { name: '签退：周勇' }).click();
    await expect(rescue).toContainText(/到，.*离/);
    await expect(rescue).not.toContainText('同时在');
    await rescue.getByRole('button', { name: '登记组长' }).click();
    await nameField(page).fill('吴刚');
    await field(page, '电话').fill('13800000002');
    await press(page, '登记组长');
    await expect(page.getByRole('button', { name: /^抢险救援组/ })).toContainText('吴刚13800000002');
    for (const state of ['到位', '执行', '撤收']) {
      await rescue.getByRole('radio', { name: state }).click();
      await expect(page.getByRole('button', { name: /^抢险救援组/ })).toContainText(state);
    }
  });

  await test.step('4.2: 批示 becomes a task, the task comes back with its reason, another is done; the answer closes it', async () => {
    await page.getByRole('tab', { name: /^批示/ }).click();
    await tasks.getByRole('button', { name: '登记批示' }).click();
    await person(page, /批示人/).fill('省长 林某');
    await field(page, '批示内容').fill('全力搜救失联人员');
    await press(page, '登记批示');
    await expect(page.getByRole('tab', { name: '批示 1' })).toBeVisible();
    await tasks.getByRole('button', { name: '交办任务' }).click();
    await field(page, /任务/).fill('搜救下游暗渠');
    await dialog.getByRole('combobox', { name: /^交给/ }).fill('抢险救援组');
    await page.keyboard.press('Escape');
    await press(page, '交办任务');
    await expect(dialog).toBeHidden();
    await expect(tasks).toContainText('已交办 1 项');

    await page.getByRole('tab', { name: /^任务/ }).click();
    await expect(tasks).toContainText('批示 · 省长 林某 交办');
    await tasks.getByRole('button', { name: '退回：搜救下游暗渠' }).click();
    await press(page, '退回');
    await expect(dialog).toContainText('还缺：退回原因');
    await field(page, '退回原因').fill('暗渠归水务局管');
    await press(page, '退回');
    await expect(dialog).toBeHidden();
    await tasks.getByRole('button', { name: '只看未办' }).click();
    await expect(tasks).toContainText('已退回：暗渠归水务局管');

    await page.getByRole('tab', { name: /^批示/ }).click();
    await tasks.getByRole('button', { name: /^落实/ }).click();
    await field(page, '落实情况').fill('已责成市水务局搜救');
    await press(page, '登记落实情况');
    await expect(tasks).toContainText('已落实');
    await expect(page.getByRole('tab', { name: '批示 0' })).toBeVisible();
  });

  await test.step('2.2: a group is added and dissolved; what it leaves open is said in the one question', async () => {
    await page.getByRole('button', { name: '增设工作组' }).click();
    await field(page, '名称').fill('舆情应对组');
    await dialog.getByRole('combobox', { name: '牵头' }).fill('市委宣传部');
    await page.keyboard.press('Escape');
    await field(page, '职责').fill('监测和回应');
    await decider(page, /谁决定/, '指挥长', '陈立');
    await press(page, /^增设工作组/);
    await expect(page.getByRole('list', { name: '工作组' }).getByRole('listitem')).toHaveCount(10);
    expect(await sideways(page)).toBe(0);
    await page.getByRole('button', { name: /^医学救护组/ }).click();
    await page.getByRole('region', { name: '医学救护组' }).getByRole('button', { name: '撤销' }).click();
    await field(page, '姓名').fill('陈立');
    await press(page, /^撤销/);
    await expect(page.getByRole('alertdialog')).toContainText('在场 1 人');
    await confirm(page);
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await expect(page.getByRole('list', { name: '工作组' }).getByRole('listitem')).toHaveCount(9);
  });
});

test('4.3: an outage that reaches 24:00:00 proposes by itself, the forecast told apart before', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(lateCall('i1'), {
    type: 'RecordDuration',
    incidentId: 'i1',
    duration: 'outage',
    startedAt: new Date(Math.floor((Date.now() - 24 * 3_600_000 + 45_000) / 1000) * 1000).toISOString(),
    forecastHours: 80,
    source: '管输企业',
  });
  await desk.enter(page);
  await goto(page, 'response/i1');
  const proposal = page.getByRole('region', { name: '建议' });
  await expect(proposal).toContainText('Ⅲ级响应 由办公室主任决定');
  await expect(proposal).toContainText('预计');
  await expect(page.getByRole('region', { name: '启动条件' })).toContainText(/○ ≥72 小时预计 .+ 达到/);
  // Nobody does anything.
  await expect(proposal).toContainText('Ⅱ级响应 由指挥长、副指挥长决定', { timeout: 90_000 });
  await expect(proposal).toContainText('已核实停输 24 小时 预案 4.3.2(2)');
  await expect(proposal).toContainText('未到Ⅰ级响应：停输还差 48 小时');
  await expect(page.getByRole('region', { name: '正在执行' })).toContainText('没有启动过响应');
});
