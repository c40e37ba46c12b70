// The plan's heart in one night: figures cross ten dead, who may decide is checked, a level runs, groups and tasks follow,
// the program is killed in the middle, and the response ends with whoever started it [plan 4.3–4.7; bars of issue 4].
import { ago, type Desk, expect, lateCall, test } from './support/fixtures.ts';
import { confirm, decider, faults, goto, nameField, press, sideways } from './support/response.ts';

const COMMANDER = '指挥长';

async function groupId(desk: Desk, name: string): Promise<string> {
  const reply = await desk.api().query('main', { type: 'getResponse', incidentId: 'i1' });
  return (reply.ok && reply.result.groups.find((group) => group.name === name)?.groupId) || '';
}

test('from ten dead to the end: proposal, authority, 补签, groups, tasks, down, end', async ({ page, desk }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 1366, height: 768 });
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await desk.enter(page);
  await goto(page, 'response/i1');
  const proposal = page.getByRole('region', { name: '建议' });
  await expect(proposal).toContainText('Ⅲ级响应');

  await test.step('the figures cross ten dead: the proposal turns to Ⅰ by itself, with its clause', async () => {
    await desk.record({ type: 'RecordFigures', incidentId: 'i1', figures: { dead: 10 }, source: '市卫健委' });
    await expect(proposal).toContainText('Ⅰ级响应');
    await expect(proposal).toContainText('遇难 10人');
    await expect(proposal).toContainText('4.3.3(1)');
    await expect(page.getByRole('columnheader', { name: /Ⅰ级响应/ })).toContainText('建议');
    expect(await faults(page), 'axe, response before a start').toEqual([]);
  });

  await test.step('a post without authority is refused, naming the clause and who may', async () => {
    await page.getByRole('button', { name: '启动响应' }).click();
    await decider(page, /决定人/, '副指挥长', '赵副');
    await press(page, /启动响应 · Ⅰ级响应/);
    await expect(page.getByRole('dialog')).toContainText('还缺：预计期限（小时）');
    await page.getByRole('dialog').getByRole('textbox', { name: '预计期限（小时）' }).fill('48');
    expect(await faults(page), 'axe, the form of a decision').toEqual([]);
    await press(page, /启动响应 · Ⅰ级响应/);
    await expect(page.getByRole('alertdialog')).toContainText('电话决定');
    await confirm(page);
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('4.3.3');
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText(COMMANDER);
  });

  await test.step('指挥长 by phone: in force at once, pressed twice it is one decision, the 补签 stays open', async () => {
    await decider(page, /决定人/, COMMANDER, '陈立');
    await press(page, /启动响应 · Ⅰ级响应/);
    await page.getByRole('alertdialog').getByRole('button', { name: /^确认/ }).dblclick();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('region', { name: '正在执行' })).toContainText('指挥长陈立电话');
    await expect(page.getByRole('region', { name: '待补签 1' })).toContainText('指挥长 陈立');
    const log = await desk.api().query('main', { type: 'listLog', incidentId: 'i1' });
    expect(log.ok && log.result.filter(({ type }) => type === 'ResponseStarted').length).toBe(1);
    await goto(page, 'board');
    await expect(page.getByRole('region', { name: '提醒（非法定时限）' })).toContainText('待补签');
  });

  await test.step('the measures of the level: done, not applicable with its reason, assigned', async () => {
    await goto(page, 'response/i1');
    const lists = page.getByRole('region', { name: /^措施清单/ });
    await expect(lists).toContainText('Ⅰ级响应措施');
    await expect(lists).toContainText('Ⅲ级响应措施');
    const before = await lists.getByRole('heading').textContent();
    await lists
      .getByRole('button', { name: /^已办：/ })
      .first()
      .click();
    await expect(lists.getByRole('heading')).not.toHaveText(before ?? '');
    await expect(lists).toContainText('王值班');
    await lists
      .getByRole('button', { name: /^不适用：/ })
      .first()
      .click();
    await press(page, '不适用');
    await expect(page.getByRole('dialog')).toContainText('还缺：理由');
    await page.getByRole('dialog').getByRole('textbox', { name: '理由' }).fill('现场没有');
    await press(page, '不适用');
    await expect(lists).toContainText('现场没有');
  });

  await test.step('the on-scene command and all nine groups in one act each', async () => {
    await goto(page, 'groups/i1');
    await page.getByRole('button', { name: '设立工作组' }).click();
    await press(page, '设立 9 个工作组');
    await expect(page.getByRole('list', { name: '工作组' }).getByRole('listitem')).toHaveCount(9);
    await page.getByRole('button', { name: '开设现场指挥部' }).click();
    await nameField(page).fill('孙强');
    await page.getByRole('dialog').getByRole('textbox', { name: '电话' }).fill('13700000000');
    await page.getByRole('dialog').getByRole('textbox', { name: '地点' }).fill('金村镇政府');
    await decider(page, /谁决定/, COMMANDER, '陈立');
    await press(page, '开设现场指挥部');
    await expect(page.getByRole('region', { name: '现场指挥部' })).toContainText('负责人 孙强');
  });

  await test.step('a person, a state, a task with its steps, a unit that comes', async () => {
    await page.getByRole('button', { name: /^抢险救援组/ }).click();
    const group = page.getByRole('region', { name: '抢险救援组' });
    await group.getByRole('radio', { name: '到位' }).click();
    await expect(page.getByRole('button', { name: /^抢险救援组/ })).toContainText('到位');
    await group.getByRole('button', { name: '人员签到' }).click();
    await nameField(page).fill('周勇');
    await press(page, '人员签到');
    await expect(group).toContainText('周勇');

    await group.getByRole('button', { name: '交办任务' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: '任务（一句话）' }).fill('封堵暗渠出口');
    await page.getByRole('dialog').getByRole('combobox', { name: /^交给/ }).focus();
    await page.keyboard.press('Escape');
    await press(page, '交办任务');
    const tasks = page.getByRole('tabpanel');
    await expect(tasks).toContainText('封堵暗渠出口');
    await tasks.getByRole('button', { name: '接受：封堵暗渠出口' }).click();
    await expect(tasks).toContainText('已接受');

    await desk.record({
      type: 'AssignTask',
      incidentId: 'i1',
      taskId: 'late-task',
      to: { group: await groupId(desk, '抢险救援组') },
      what: '核实失联人员',
      source: { kind: 'order' },
      assignedAt: ago(10),
      dueAt: ago(2),
    });
    await expect(tasks).toContainText(/逾期 0:0\d:\d\d/);

    await page.getByRole('tab', { name: /^调集单位/ }).click();
    await page.getByRole('tabpanel').getByRole('button', { name: '调集单位' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: '单位' }).fill('市气象局');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').getByRole('combobox', { name: '接听人' }).fill('郑值班');
    await press(page, '调集单位');
    await expect(page.getByRole('tabpanel')).toContainText('已通知');
    expect(await faults(page), 'axe, groups').toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  await test.step('killed and started again: everything is there', async () => {
    await desk.killAndRestart();
    await expect(page.getByText(/与值守台的连接中断/)).toBeHidden();
    await page.reload();
    await expect(page.getByRole('list', { name: '工作组' }).getByRole('listitem')).toHaveCount(9);
    await goto(page, 'board');
    const reminders = page.getByRole('region', { name: '提醒（非法定时限）' });
    await expect(reminders).toContainText('核实失联人员');
    await expect(reminders).toContainText('未到：市气象局');
    await expect(page.getByRole('region', { name: /工作组 9/ })).toContainText('逾期 1');
    expect(await faults(page, '[data-band="response"]'), 'axe, the bands of the board').toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  await test.step('the unit arrives, the task is done, the decision is signed for', async () => {
    await goto(page, 'groups/i1');
    await page.getByRole('tabpanel').getByRole('button', { name: '办结：封堵暗渠出口' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: '结果' }).fill('已封堵');
    await press(page, '办结');
    await expect(page.getByRole('tabpanel')).not.toContainText('封堵暗渠出口');
    await page.getByRole('tab', { name: /^调集单位/ }).click();
    await page.getByRole('button', { name: '已到达：市气象局' }).click();
    await press(page, '已到达');
    await expect(page.getByRole('tabpanel')).toContainText('已到');
    await goto(page, 'response/i1');
    await page.getByRole('button', { name: '登记补签' }).click();
    await press(page, '登记补签');
    await expect(page.getByRole('region', { name: /^待补签/ })).toBeHidden();
  });

  await test.step('down to Ⅱ on the authority of the level in force', async () => {
    await page.getByRole('button', { name: '调整级别' }).click();
    await page.getByRole('radio', { name: 'Ⅱ级响应' }).click();
    await decider(page, /决定人/, COMMANDER, '陈立');
    await page.getByRole('dialog').getByRole('radio', { name: '书面' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: /^理由/ }).fill('火势已控制');
    await press(page, /调整级别 · Ⅱ级响应/);
    await expect(page.getByRole('alertdialog')).toContainText('低于建议的Ⅰ级响应（遇难 10人）');
    await confirm(page);
    // Asked once: nothing comes up after it.
    await expect(page.getByRole('region', { name: '正在执行' })).toContainText('Ⅱ级响应');
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('ended only with the three conditions; then the closing list and the 30 days', async () => {
    await page.getByRole('button', { name: '终止响应' }).click();
    await decider(page, /批准人/, COMMANDER, '陈立');
    await decider(page, /决定人/, COMMANDER, '陈立');
    await press(page, /^终止响应/);
    await expect(page.getByRole('dialog')).toContainText('还缺：现场得到有效控制');
    for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check({ force: true });
    expect(await faults(page), 'axe, the form of the end').toEqual([]);
    await press(page, /^终止响应/);
    await confirm(page);
    // 24:00 of the 30th day after the day of occurrence: 31 days from today's incident, 30 if it began before midnight.
    await expect(page.getByRole('region', { name: '善后期' })).toContainText(/还有 3[01] 天/);
    await expect(page.getByRole('region', { name: /^措施清单/ })).toContainText('响应终止后');
    expect(await faults(page), 'axe, response after the end').toEqual([]);
    expect(await sideways(page)).toBe(0);
  });
});
