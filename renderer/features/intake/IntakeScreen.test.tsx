import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { usePlace } from '#renderer/app/routes/navigation.ts';
import { parsePlace } from '#renderer/app/routes/route.ts';
import { renderWithDesk, settle } from '#renderer/testing/renderWithDesk.tsx';
import { IntakeScreen } from './IntakeScreen.tsx';
import { tabStopsIn } from './useIntakeKeys.ts';

beforeEach(() => {
  window.location.hash = '';
  usePlace.setState(parsePlace('#/intake'));
});

const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input, textarea' });
const type = (label: string, text: string) => {
  act(() => box(label).focus());
  fireEvent.change(box(label), { target: { value: text } });
};
/** An open list hides the rest of the page from assistive technology until the focus goes on. */
const goOn = async () => {
  act(() => box('具体位置').focus());
  await settle();
};
const press = (key: string, more: object = {}) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code: key === '/' ? 'Slash' : key, ...more });
};
const save = async () => {
  press('Enter', { ctrlKey: true });
  await settle();
};
const fieldAt = () => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null;
const saidSaved = () =>
  screen
    .getAllByRole('status')
    .map((line) => line.textContent)
    .join(' ');
const preview = () => screen.getByRole('complementary', { name: '保存后的结果' });
const page = () => {
  const root = screen.getByLabelText('事发时间').closest<HTMLElement>('[role=presentation]:has(header)');
  if (root === null) throw new Error('no page');
  return root;
};

describe('F2 接报 by keyboard alone [ux 3]', () => {
  it('the first field has the focus, Enter goes on, Shift+Enter back', async () => {
    await renderWithDesk(<IntakeScreen />);
    expect(fieldAt()).toBe('occurredAt');
    press('Enter');
    expect(fieldAt()).toBe('discoveredAt');
    press('Enter', { shiftKey: true });
    expect(fieldAt()).toBe('occurredAt');
  });

  it('Ctrl+Enter saves although nothing has the focus, as after a click beside the fields', async () => {
    await renderWithDesk(<IntakeScreen />);
    type('事发时间', '0212');
    act(() => (document.activeElement as HTMLElement).blur());
    expect(document.activeElement).toBe(document.body);
    await save();
    expect(saidSaved()).toContain('已保存');
  });

  it('Enter that belongs to the input method does nothing', async () => {
    await renderWithDesk(<IntakeScreen />);
    type('具体位置', '金村');
    press('Enter', { isComposing: true });
    press('Enter', { keyCode: 229 });
    press('Enter', { ctrlKey: true, isComposing: true });
    expect(fieldAt()).toBe('details.place');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('at most 24 stops from the first field to the last, the chips being one, with the outage running', async () => {
    await renderWithDesk(<IntakeScreen />);
    fireEvent.click(screen.getByRole('button', { name: '停输' }));
    const fields = tabStopsIn(page()).flatMap(
      (stop) => stop.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? [],
    );
    expect(fields[0]).toBe('occurredAt');
    expect(fields.at(-1)).toBe('details.callback');
    expect(fields.filter((path) => path === 'conditions')).toHaveLength(1);
    expect(fields.length).toBeLessThanOrEqual(24);
  });

  it('rare fields are out of the path until they are asked for', async () => {
    await renderWithDesk(<IntakeScreen />);
    expect(screen.queryByLabelText('紧急疏散')).toBeNull();
    press('m', { altKey: true, code: 'KeyM' });
    expect(fieldAt()).toBe('figures.evacuated');
  });

  it('chips: a digit switches, arrows move, n and ? say which', async () => {
    await renderWithDesk(<IntakeScreen />);
    act(() => screen.getByRole('button', { name: '泄漏' }).focus());
    press('1');
    press('ArrowRight');
    press('n');
    press('ArrowRight');
    press('?');
    expect(screen.getByRole('button', { name: '泄漏 是' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '起火 否' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '爆炸 正在核实' })).toBeTruthy();
    press('Backspace');
    expect(screen.getByRole('button', { name: '爆炸' })).toBeTruthy();
  });

  it('Alt+/ is 正在核实 for the field at hand', async () => {
    await renderWithDesk(<IntakeScreen />);
    act(() => box('失联').focus());
    press('/', { altKey: true });
    expect(box('失联').placeholder).toBe('正在核实');
    act(() => box('发展趋势').focus());
    press('/', { altKey: true });
    expect(box('发展趋势').placeholder).toBe('正在核实');
  });

  it('a digit picks from a list while nothing is typed, a beginning is completed', async () => {
    await renderWithDesk(<IntakeScreen />);
    act(() => box('县（市、区）').focus());
    press('2');
    expect(box('县（市、区）').value).toBe('泽州县');
    type('介质', '成');
    fireEvent.blur(box('介质'));
    expect(box('介质').value).toBe('成品油');
  });
});

describe('the engine at work while one types', () => {
  it('says nothing before anything is typed', async () => {
    await renderWithDesk(<IntakeScreen />);
    expect(within(preview()).getByText(/^填写时/)).toBeTruthy();
  });

  it('shows grade, proposal, clocks with what is late, and the next threshold', async () => {
    await renderWithDesk(<IntakeScreen />);
    type('事发时间', '1333');
    fireEvent.click(screen.getByRole('button', { name: '泄漏' }));
    fireEvent.click(screen.getByRole('button', { name: '停输' }));
    type('停输开始时间', '1340');
    const shown = preview().textContent ?? '';
    expect(shown).toContain('暂时无法判明');
    expect(shown).toContain('Ⅲ级响应');
    expect(shown).toContain('停输满 24 小时（02-14 13:40）达较大，将建议Ⅱ级响应');
    expect(shown).toMatch(/首报 电话 → 市委、市政府.*超时.*0:28:13.*截止 14:03/);
    expect(shown).toMatch(/首报 书面 → 市委、市政府.*剩余.*0:01:47/);
  });

  it('out of scope warns and names the other plan, and never blocks', async () => {
    await renderWithDesk(<IntakeScreen />);
    type('设施类别', '城镇燃气管道');
    await goOn();
    expect(preview().textContent).toContain('城镇燃气有关应急预案');
    await save();
    expect(screen.getByRole('alertdialog').textContent).toContain('城镇燃气管道');
    fireEvent.click(screen.getByRole('button', { name: '仍然记录' }));
    await settle();
    expect(saidSaved()).toContain('已保存，开始计时');
  });
});

describe('saving', () => {
  it('records, says so with the way to the incident, and is ready for the next call', async () => {
    const { api } = await renderWithDesk(<IntakeScreen />);
    type('事发时间', '1333');
    type('具体位置', '金村镇南门');
    fireEvent.click(screen.getByRole('button', { name: '泄漏' }));
    await save();
    expect(screen.getByRole('link', { name: '金村镇南门 泄漏' })).toBeTruthy();
    expect(box('事发时间').value).toBe('');
    expect(fieldAt()).toBe('occurredAt');
    const reply = await api.query('live', { type: 'listCalls' });
    expect(reply.ok && reply.result[0]).toMatchObject({
      received: { at: Date.parse('2026-02-13T14:31+08:00'), precision: 'minute' },
      disposition: { kind: 'open' },
    });
    press('F4');
    expect(window.location.hash).toMatch(/^#\/report\/.+\/phone$/);
  });

  it('nothing filled in is not a call', async () => {
    const { api } = await renderWithDesk(<IntakeScreen />);
    const before = api.live.position();
    await save();
    expect(screen.getByRole('alert').textContent).toContain('还没有填写任何内容');
    expect(api.live.position()).toBe(before);
  });

  it('what cannot be read is never lost: it stays, is named at its field, and the summary takes the focus', async () => {
    const { api } = await renderWithDesk(<IntakeScreen />);
    const before = api.live.position();
    type('遇难', '三四个');
    type('事发时间', '2561');
    await save();
    expect(api.live.position()).toBe(before);
    expect(document.activeElement?.getAttribute('role')).toBe('alert');
    expect(box('遇难').value).toBe('三四个');
    fireEvent.click(screen.getByRole('button', { name: /^遇难：/ }));
    expect(fieldAt()).toBe('figures.dead');
    type('遇难', '4');
    expect(screen.queryByRole('button', { name: /^遇难：/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^事发时间：/ })).toBeTruthy();
  });

  it('what the desk refuses is said at its field', async () => {
    await renderWithDesk(<IntakeScreen />);
    type('具体位置', '金村\u0007');
    await save();
    expect(screen.getByRole('alert').textContent).toContain('具体位置');
    expect(box('具体位置').getAttribute('aria-invalid')).toBe('true');
  });

  it('a false alarm asks for its reason', async () => {
    const { api } = await renderWithDesk(<IntakeScreen />);
    fireEvent.click(screen.getByRole('radio', { name: '误报' }));
    await save();
    expect(screen.getByRole('alert').textContent).toContain('请写明理由');
    type('理由', '施工气味');
    await save();
    expect(saidSaved()).toContain('已按误报保存');
    const reply = await api.query('live', { type: 'listCalls' });
    expect(reply.ok && reply.result[0]?.disposition).toEqual({ kind: 'falseAlarm', reason: '施工气味' });
  });

  it('suggests the open incident at the same place; Alt+J joins it', async () => {
    const { api } = await renderWithDesk(<IntakeScreen />);
    type('县（市、区）', '泽州县');
    expect(screen.getByText(/地点相近/).textContent).toContain('泽州段原油管线泄漏爆炸');
    press('j', { altKey: true, code: 'KeyJ' });
    await goOn();
    expect(screen.getByRole('radio', { name: '并入在办' }).getAttribute('aria-checked')).toBe('true');
    type('遇难', '23');
    await save();
    expect(saidSaved()).toContain('已并入');
    const file = await api.query('live', { type: 'getIncident', incidentId: 'zezhou-crude' });
    expect(file.ok && file.result.calls).toHaveLength(2);
  });
});

describe('nothing typed is lost [ux 6]', () => {
  it('leaving keeps the draft, and coming back says so', async () => {
    const first = await renderWithDesk(<IntakeScreen />);
    type('事发时间', '-20');
    type('具体位置', '金村');
    press('Escape');
    expect(window.location.hash).toBe('#/board');
    first.host.drafts.flush();
    await settle();
    const drafts = await first.api.listDrafts('live');
    const kept = drafts.find(({ key }) => key === 'intake');
    first.unmount();

    const again = await renderWithDesk(<p />);
    again.host.drafts.write('live', 'intake', kept?.value ?? null);
    again.unmount();
    expect(kept?.value).toContain('金村');
    // `-20` keeps meaning what it meant when it was typed.
    expect(JSON.parse(kept?.value ?? '{}')).toMatchObject({
      occurredAt: { text: '14:11', timed: { at: Date.parse('2026-02-13T14:11+08:00') } },
    });
  });
});

describe('[KEYS-1] the keys of a call are recorded with its incident', () => {
  it('each call by itself', async () => {
    const { api } = await renderWithDesk(<IntakeScreen />);
    const pressKeys = (n: number) => Array.from({ length: n }, () => press('a'));
    for (const [place, keys] of [
      ['金村', 9],
      ['北留', 2],
    ] as const) {
      type('事发时间', '0212');
      type('具体位置', place);
      pressKeys(keys);
      await save();
    }
    const log = await api.query('live', { type: 'listLog', limit: 10 });
    const opened = log.ok ? log.result.filter((entry) => entry.type === 'IncidentOpened') : [];
    // With the key that saves; newest first.
    expect(opened.map(({ payload }) => payload)).toMatchObject([{ keysPressed: 3 }, { keysPressed: 10 }]);
  });
});
