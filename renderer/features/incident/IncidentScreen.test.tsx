import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { setIncidentView } from '#renderer/app/incidentView.ts';
import { renderWithDesk, settle } from '#renderer/testing/renderWithDesk.tsx';
import type { CommandInput } from '#shared/domain/commands.ts';
import { IncidentScreen } from './IncidentScreen.tsx';
import { IncidentsScreen } from './IncidentsScreen.tsx';

const ID = 'zezhou-crude';
const OTHER = 'gaoping-valve';

beforeEach(() => {
  window.location.hash = '';
  setIncidentView(ID, { tab: 'overview' });
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const click = async (element: HTMLElement) => {
  fireEvent.click(element);
  await settle();
};
const fill = (label: string | RegExp, text: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input, textarea' }), { target: { value: text } });
const record = async () => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true });
  await settle();
};
const tab = (name: RegExp) => click(screen.getByRole('tab', { name }));
const rows = (text: string) => screen.getAllByRole('row').filter((row) => row.textContent?.includes(text));

async function open(commands: CommandInput[] = [], incidentId = ID) {
  const { api } = await renderWithDesk(<IncidentScreen incidentId={incidentId} />);
  for (const command of commands) {
    const commandId = `test-${Math.random().toString(36).slice(2)}`;
    const request = { desk: 'live', officerId: 'zhang', commandId, command };
    const reply = await api.execute(request);
    if (!reply.ok && 'confirm' in reply) await api.execute({ ...request, confirmToken: reply.confirm.token });
  }
  await settle();
  return api;
}
const fileOf = async (api: Awaited<ReturnType<typeof open>>, incidentId = ID) => {
  const reply = await api.query('live', { type: 'getIncident', incidentId });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.result;
};

describe('概况', () => {
  it('shows grade, level, figures with 正在核实, times and details with who said so', async () => {
    await open();
    const text = screen.getByRole('tabpanel').textContent ?? '';
    expect(text).toContain('认定等级重大');
    expect(text).toContain('正在执行Ⅰ级响应');
    expect(text).toContain('遇难22人');
    expect(text).toContain('重伤/中毒正在核实');
    expect(text).toContain('金村镇东 2 公里');
  });

  it('says why the clocks run on another grade than was determined [rules §2]', async () => {
    await open([{ type: 'DetermineGrade', incidentId: ID, grade: 'ordinary' }]);
    expect(screen.getByRole('tabpanel').textContent).toContain(
      '认定为一般，但已核实数字达到更高等级，按事实推定计时：遇难 22人',
    );
  });

  it('为什么 shows every criterion with its provenance and the way to the entry behind it', async () => {
    await open();
    await click(screen.getAllByRole('button', { name: '为什么' })[0] as HTMLElement);
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('非公开附件默认值，待核对');
    expect(dialog.textContent).toContain('遇难 ≥30人 现 22');
    await click(within(dialog).getAllByRole('button', { name: /遇难 22人/ })[0] as HTMLElement);
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('记录');
    expect(screen.getByRole('listitem', { current: true }).textContent).toContain('遇难 22人');
  });
});

describe('acts', () => {
  it('new figures are an observation of their own; empty stays as it was', async () => {
    const api = await open();
    await click(button('记数字'));
    fill('遇难', '23');
    fill('来源', '市卫健委');
    await record();
    expect(screen.queryByRole('dialog')).toBeNull();
    const { figureHistory } = await fileOf(api);
    expect(figureHistory.at(-1)).toMatchObject({
      figure: 'dead',
      quantity: { kind: 'exact', n: 23 },
      source: '市卫健委',
    });
  });

  it('nothing is recorded while something is missing, and it says what', async () => {
    const api = await open();
    const before = api.live.position();
    await click(button('登记核实要求'));
    await record();
    expect(screen.getByRole('dialog').textContent).toContain('请写明要核实什么');
    expect(api.live.position()).toBe(before);
  });

  it('a demand starts a clock of its own [R9]', async () => {
    await open();
    await click(button('登记核实要求'));
    fill(/要核实什么/, '核实失联人数');
    await record();
    await tab(/时限/);
    expect(rows('核实反馈')).toHaveLength(2);
  });

  it('a grade below the facts is asked back', async () => {
    const api = await open();
    await click(button('认定等级'));
    await click(screen.getByRole('radio', { name: '较大' }));
    await record();
    expect(screen.getByRole('alertdialog').textContent).toContain('低于已核实数字');
    await click(button('仍然记录'));
    expect((await fileOf(api)).assessment.grade).toBe('serious');
  });

  it('what the desk refuses is said in the form, and the form stays', async () => {
    await open();
    await click(button('更改特殊情况（每2小时续报）'));
    fill(/谁决定/, '指挥长\u0007');
    await record();
    expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toContain('控制字符');
  });

  it('Ctrl+Enter reaches the form from a choice too, and not through the input method', async () => {
    const api = await open();
    await click(button('更改生产安全事故'));
    await click(within(screen.getByRole('dialog')).getByRole('radio', { name: '否' }));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true, isComposing: true });
    await settle();
    expect((await fileOf(api)).assessment.marks['productionSafety']).toBe('unknown');
    await record();
    expect((await fileOf(api)).assessment.marks['productionSafety']).toBe('no');
  });

  it('a wrong figure is struck and put right in one go; both stay to be read', async () => {
    const api = await open();
    await tab(/数字/);
    await click(within(rows('22人')[1] as HTMLElement).getByRole('button', { name: '划改' }));
    fill(/理由/, '误听');
    fill('遇难', '21');
    await record();
    const { figureHistory, assessment } = await fileOf(api);
    expect(figureHistory.filter(({ figure, struck }) => figure === 'dead' && struck)).toHaveLength(1);
    expect(assessment.figures.find(({ figure }) => figure === 'dead')?.quantity).toEqual({ kind: 'exact', n: 21 });
    expect(rows('22人').some((row) => row.querySelector('del') !== null)).toBe(true);
  });

  it('what is typed into a form and left is there again', async () => {
    await open();
    await click(button('登记核实要求'));
    fill(/要核实什么/, '核实');
    await click(button('取消'));
    await click(button('登记核实要求'));
    expect(screen.getByLabelText<HTMLTextAreaElement>(/要核实什么/).value).toBe('核实');
  });
});

describe('时限', () => {
  it('every obligation with its reasons; the county’s arrival is one click away [R4]', async () => {
    const api = await open();
    await tab(/时限/);
    await click(button('登记到报 县级直报 电话 → 市委、市政府'));
    await record();
    const row = (await fileOf(api)).reports.at(-1);
    expect(row).toMatchObject({ unit: 'county', form: 'phone', recipients: ['city'] });
  });

  it('only what is left to choice may be waived, with a reason [R8]', async () => {
    const api = await open();
    await tab(/时限/);
    expect(screen.getAllByRole('button', { name: /^免除/ })).toHaveLength(1);
    await click(button(/^免除/));
    await record();
    expect(screen.getByRole('dialog').textContent).toContain('请写明理由');
    fill(/理由/, '市里统一上报');
    await record();
    const waived = (await fileOf(api)).assessment.obligations.find(({ rule }) => rule === 'R8');
    expect(waived?.state).toBe('waived');
  });

  it('为什么 says what would meet it', async () => {
    await open();
    await tab(/时限/);
    await click(button('为什么 核实反馈 → 市委、市政府'));
    expect(screen.getByRole('dialog').textContent).toContain('须注明答复哪一项核实要求');
  });
});

describe('记录', () => {
  it('a free entry keeps when it happened apart from when it was written, twice in a row', async () => {
    const api = await open();
    await tab(/记录/);
    for (const text of ['排水暗渠冒烟', '消防到场']) {
      fill('记一条', text);
      fill('发生时间', '-5');
      await click(button('记录'));
    }
    const notes = (await fileOf(api)).entries.filter(({ type }) => type === 'NoteAdded').slice(-2);
    expect(notes.map(({ payload }) => (payload as { text: string }).text)).toEqual(['排水暗渠冒烟', '消防到场']);
    expect(notes[0]?.payload).toMatchObject({ happened: { at: Date.parse('2026-02-13T14:26+08:00') } });
  });
});

describe('closed and merged incidents', () => {
  it('lists what is unmet, needs a reason without a final report, and can be reopened by striking', async () => {
    const api = await open();
    await click(button('归档'));
    expect(screen.getByRole('dialog').textContent).toMatch(/还有 \d+ 项未完成/);
    await record();
    expect(screen.getByRole('dialog').textContent).toContain('请写明理由');
    fill(/理由/, '移交省里');
    await record();
    await click(button('仍然记录'));
    expect((await fileOf(api)).closedAt).not.toBeNull();
    expect(screen.queryByRole('button', { name: '并入其他事件' })).toBeNull();
    expect(button('记数字')).toBeTruthy();
    await click(button(/重开/));
    fill(/理由/, '仍有险情');
    await record();
    expect((await fileOf(api)).closedAt).toBeNull();
  });

  it('[EXPORT-2] one that was not exported says why', async () => {
    await open([]);
    await click(button('导出'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/^没有导出：/);
    expect(screen.queryByText(/已导出/)).toBeNull();
  });

  it('a merged one names the other and takes nothing', async () => {
    await open([{ type: 'MergeIncidents', incidentId: OTHER, into: ID, reason: '同一处' }], OTHER);
    expect(screen.getByRole('link', { name: '泽州段原油管线泄漏爆炸' })).toBeTruthy();
    expect(screen.queryByRole('toolbar')).toBeNull();
    expect(screen.queryByRole('button', { name: '更正时间' })).toBeNull();
  });
});

describe('the list', () => {
  it('open ones first by urgency, others when asked for', async () => {
    await renderWithDesk(<IncidentsScreen />);
    expect(
      within(screen.getByRole('table'))
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['泽州段原油管线泄漏爆炸', '高平三号阀室天然气渗漏']);
    await click(screen.getByRole('radio', { name: '已结' }));
    expect(screen.getByText('没有已结事件')).toBeTruthy();
  });
});
