// The turns a response may take besides the straight way: a proposal declined, an absent post's delegation, help asked for
// and answered, the command handed up, the end on the superior's word, and a new start that cites the old one
// [plan 4.3, 4.3.3, 4.5, 4.7]. All of it typed and pressed as an officer does.
import { expect, lateCall, test } from './support/fixtures.ts';
import { choose, confirm, decider, faults, field, goto, person, press } from './support/response.ts';

test('declined, delegated, reinforced, transferred, ended, started anew', async ({ page, desk }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 1366, height: 768 });
  await desk.setUp();
  await desk.record(lateCall('i1'), {
    type: 'RecordFigures',
    incidentId: 'i1',
    figures: { dead: 10 },
    source: '市卫健委',
  });
  await desk.enter(page);
  await goto(page, 'response/i1');
  const inForce = page.getByRole('region', { name: '正在执行' });
  const proposal = page.getByRole('region', { name: '建议' });
  const records = page.getByRole('region', { name: '经过' });
  const dialog = page.getByRole('dialog');

  await test.step('4.3: a proposal is declined, with who and why', async () => {
    await page.getByRole('button', { name: '提议', exact: true }).click();
    await dialog.getByRole('radio', { name: 'Ⅰ级响应' }).click();
    await field(page, '理由').fill('会商认为须全市动员');
    await press(page, /^提议/);
    await expect(proposal).toContainText('提议 Ⅰ级响应');
    await expect(proposal).toContainText('王值班');
    await proposal.getByRole('button', { name: '不同意' }).click();
    await decider(page, /决定人/, '副指挥长', '赵副');
    await field(page, '理由').fill('先核实数字');
    await press(page, '不同意');
    await expect(dialog.getByRole('alert')).toContainText('指挥长');
    await decider(page, /决定人/, '指挥长', '陈立');
    await press(page, '不同意');
    await expect(dialog).toBeHidden();
    await expect(proposal).not.toContainText('提议 Ⅰ级响应');
    await expect(records).toContainText('未同意');
  });

  await test.step('4.3: the absent post delegates one decision, with an expiry; it is used once', async () => {
    await page.getByRole('button', { name: '委托', exact: true }).click();
    await choose(page, dialog.getByRole('button', { name: /委托的职务/ }).first(), /^指挥长/);
    await person(page, '委托人').first().fill('陈立');
    await choose(page, dialog.getByRole('button', { name: /受委托的职务/ }), /^副指挥长/);
    await person(page, '受委托人').fill('赵副');
    await choose(page, dialog.getByRole('button', { name: /委托事项/ }), /启动 Ⅰ级响应/);
    await field(page, /有效至/).fill('+120');
    expect(await faults(page), 'axe, the form of a delegation').toEqual([]);
    await press(page, '登记委托');
    await expect(records).toContainText('指挥长 陈立 委托 副指挥长 赵副');
    await expect(records).toContainText('未使用');

    await page.getByRole('button', { name: '启动响应' }).click();
    await choose(page, dialog.getByRole('button', { name: /受委托/ }), /指挥长 陈立 委托/);
    await expect(field(page, '姓名')).toHaveValue('赵副');
    await field(page, '预计期限（小时）').fill('48');
    await press(page, /启动响应 · Ⅰ级响应/);
    await confirm(page);
    await expect(dialog).toBeHidden();
    await expect(inForce).toContainText('副指挥长赵副电话');
    await expect(records).toContainText('受指挥长委托');
    await expect(records).toContainText('已使用');
    // 谁启动，谁终止: the delegating post's.
    await expect(inForce.getByRole('definition').last()).toHaveText('指挥长');
  });

  await test.step('4.3.3 措施(3): help is asked for above, tracked, and answered', async () => {
    await page.getByRole('button', { name: '请求支援' }).click();
    await field(page, /请求内容/).fill('增派堵漏专家');
    await person(page, '对方接话人').fill('刘处');
    await press(page, '登记请求');
    await expect(records).toContainText('增派堵漏专家');
    await expect(records).toContainText('未答复');
    const waiting = page.getByRole('region', { name: '待答复 1' });
    await expect(waiting).toContainText(/未答复 0:00:\d\d/);
    await waiting.getByRole('button', { name: '答复：增派堵漏专家' }).click();
    await press(page, /^答复/);
    await expect(dialog).toContainText('还缺：答复');
    await dialog.getByRole('radio', { name: '部分同意' }).click();
    await field(page, '答复内容').fill('专家三人，一小时到');
    expect(await faults(page), 'axe, the form of an answer').toEqual([]);
    await press(page, /^答复/);
    await expect(records).toContainText('部分同意 专家三人，一小时到');
    await expect(waiting).toBeHidden();
    await expect(records).not.toContainText('未答复');
  });

  await test.step('4.3.3 措施(4): the command above takes over; the city only records its decisions', async () => {
    await page.getByRole('button', { name: '移交指挥权', exact: true }).click();
    await person(page, '接收人').fill('钱厅长');
    await press(page, '移交指挥权');
    await expect(page.getByRole('alertdialog')).toContainText('此后级别的调整和终止以其决定为准');
    await confirm(page);
    await expect(inForce).toContainText('省指挥部（办公室） 钱厅长');
    await expect(page.getByRole('button', { name: '移交指挥权', exact: true })).toBeHidden();

    await page.getByRole('button', { name: '调整级别' }).click();
    await dialog.getByRole('radio', { name: 'Ⅱ级响应' }).click();
    await expect(dialog).toContainText('有权：省指挥部负责人');
    await decider(page, /决定人/, '指挥长', '陈立');
    await field(page, /^理由/).fill('省里意见');
    await press(page, /调整级别 · Ⅱ级响应/);
    await confirm(page);
    await expect(dialog.getByRole('alert')).toContainText('指挥权已移交省指挥部（办公室）');
    await decider(page, /决定人/, '省指挥部负责人', '钱厅长');
    await press(page, /调整级别 · Ⅱ级响应/);
    await confirm(page);
    await expect(dialog).toBeHidden();
    await expect(inForce).toContainText('省指挥部负责人钱厅长电话');
  });

  await test.step('4.7: ended on the superior’s decision; what was given by phone waits for its signature', async () => {
    await page.getByRole('button', { name: '终止响应' }).click();
    for (const box of await dialog.getByRole('checkbox').all()) await box.check({ force: true });
    await decider(page, /批准人/, '省指挥部负责人', '钱厅长');
    await decider(page, /决定人/, '省指挥部负责人', '钱厅长');
    await press(page, /^终止响应/);
    await confirm(page);
    await expect(dialog).toBeHidden();
    await expect(inForce).toContainText('终止');
    await expect(page.getByRole('region', { name: /^待补签/ })).toContainText('终止');
    await expect(page.getByRole('region', { name: '善后期' })).toBeVisible();
  });

  await test.step('4.7: starting again is a new response that cites the old one', async () => {
    await page.getByRole('button', { name: '启动响应' }).click();
    await decider(page, /决定人/, '指挥长', '陈立');
    await dialog.getByRole('radio', { name: '书面' }).click();
    await field(page, '预计期限（小时）').fill('24');
    await press(page, /启动响应 · Ⅰ级响应/);
    await confirm(page);
    await expect(dialog).toBeHidden();
    await expect(inForce).toContainText('接续');
    await expect(inForce).toContainText('前一次已终止的响应');
    await expect(inForce).not.toContainText('钱厅长');
    await expect(records).toContainText('指挥权移交 省指挥部（办公室），钱厅长 接收');
    const log = await desk.api().query('main', { type: 'listLog', incidentId: 'i1' });
    expect(log.ok && log.result.filter(({ type }) => type === 'ResponseStarted').length).toBe(2);
  });
});
