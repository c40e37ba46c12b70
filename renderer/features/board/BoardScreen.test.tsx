import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useClockStore } from '#renderer/app/clock/clock.ts';
import { usePlace } from '#renderer/app/routes/navigation.ts';
import { parsePlace } from '#renderer/app/routes/route.ts';
import { renderWithDesk, settle, TEST_NOW } from '#renderer/testing/renderWithDesk.tsx';
import type { CommandInput } from '#shared/domain/commands.ts';
import { BoardScreen } from './BoardScreen.tsx';
import { EmptyBoard } from './EmptyBoard.tsx';
import { foldAll, useLanesView } from './lanes/lanesView.ts';

const SECOND = 1000;
const BIG = '泽州段原油管线泄漏爆炸';
const SMALL = '高平三号阀室天然气渗漏';

beforeEach(() => {
  window.location.hash = '';
  usePlace.setState(parsePlace('#/board'));
  useLanesView.setState({ chosen: {}, all: null });
});

const tick = (seconds: number) => act(() => useClockStore.setState({ wall: TEST_NOW + seconds * SECOND }));
const hero = () => screen.getByRole('region', { name: / → |核实并初步认定/ });
const group = (title: string) => screen.getByRole('region', { name: title });
const run = async (api: Awaited<ReturnType<typeof renderWithDesk>>['api'], command: CommandInput) => {
  await act(async () => {
    const reply = await api.execute({ desk: 'live', commandId: crypto.randomUUID(), officerId: 'zhang', command });
    expect(reply).toMatchObject({ ok: true });
  });
  await settle();
};

describe('the hero answers without a click [ux 2]', () => {
  it('how long, what to whom, in which form, since when, by which clause', async () => {
    await renderWithDesk(<BoardScreen />);
    const found = within(hero());
    expect(found.getByRole('heading', { level: 2 }).textContent).toBe('同时报告 → 市安全生产委员会办公室');
    expect(found.getByRole('timer').textContent).toBe('7:00:13');
    expect(found.getByText(/立即 · 已过/)).toBeTruthy();
    expect(found.getByRole('link', { name: BIG })).toBeTruthy();
    expect(found.getByText('电话或书面')).toBeTruthy();
    expect(found.getByText('预案 4.1.1')).toBeTruthy();
    expect(found.getByText('另有 6 项须立即办')).toBeTruthy();
    expect(found.getByRole('button', { name: '电话报告' })).toBeTruthy();
  });

  it('its time always reads h:mm:ss and moves without the data', async () => {
    await renderWithDesk(<BoardScreen />);
    tick(60);
    expect(within(hero()).getByRole('timer').textContent).toBe('7:01:13');
  });

  it('overdue comes before what is to be done at once, at the instant it is overdue [R9]', async () => {
    let now = TEST_NOW;
    const { host } = await renderWithDesk(<BoardScreen />, { now: () => now });
    const due = Date.parse('2026-02-13T14:40:00+08:00');
    const reach = async (instant: number) => {
      now = instant;
      act(() => {
        useClockStore.setState({ wall: instant });
        host.cache.onTick(instant);
      });
      await settle();
    };
    // The last instant is still within the limit.
    await reach(due);
    expect(within(hero()).getByRole('heading', { level: 2 }).textContent).toContain('同时报告');
    await reach(due + SECOND);
    expect(within(hero()).getByRole('heading', { level: 2 }).textContent).toBe('核实反馈 → 市委、市政府');
    expect(within(hero()).getByText('超时')).toBeTruthy();
    expect(within(hero()).getByRole('timer').textContent).toBe('0:00:01');
    expect(within(hero()).getByText('14:40:00')).toBeTruthy();
  });

  it('what else the same call meets is offered with it', async () => {
    const { api } = await renderWithDesk(<BoardScreen />);
    await run(api, {
      type: 'RecordReport',
      incidentId: 'zezhou-crude',
      reportId: 'r-x',
      kind: 'followUp',
      form: 'phone',
      recipients: ['safetyCommittee', 'provincialCommand', 'province'],
    });
    await run(api, {
      type: 'RecordReport',
      incidentId: 'gaoping-valve',
      reportId: 'r-y',
      kind: 'initial',
      form: 'phone',
      recipients: ['city', 'provincialEnergy'],
    });
    const found = within(hero());
    expect(found.getByRole('heading', { level: 2 }).textContent).toBe('伤亡变化 续报 → 市委、市政府');
    expect(found.getByText('一次电话一并满足')).toBeTruthy();
    expect(found.getByText('✓ Ⅰ级启动报告')).toBeTruthy();
    expect(found.getByText('✓ 核实反馈')).toBeTruthy();
  });
});

describe('登记已报 from the board', () => {
  it('records one report for whom it is about, and the hero goes on to the next', async () => {
    await renderWithDesk(<BoardScreen />);
    fireEvent.click(within(hero()).getByRole('button', { name: '登记已报' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: '市安全生产委员会办公室' }).checked).toBe(true);
    expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: '市委、市政府' }).checked).toBe(false);
    fireEvent.change(dialog.getByLabelText('接收人姓名'), { target: { value: '安委办 李' } });
    fireEvent.click(dialog.getByRole('button', { name: '记录' }));
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(within(hero()).getByRole('heading', { level: 2 }).textContent).not.toContain('市安全生产委员会办公室');
    expect(screen.getByText(/接收人 安委办 李/)).toBeTruthy();
  });

  it('a paper of ours is not recorded without who signed it', async () => {
    await renderWithDesk(<BoardScreen />);
    fireEvent.click(within(hero()).getByRole('button', { name: '登记已报' }));
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name: '书面' }));
    fireEvent.keyDown(dialog.getByLabelText('接收人姓名'), { key: 'Enter', ctrlKey: true });
    await settle();
    expect(dialog.getByText('书面报告要有签发人')).toBeTruthy();
  });
});

describe('deadline lanes', () => {
  it('the most urgent incident is unfolded, every obligation of it is a row that opens its reasons', async () => {
    await renderWithDesk(<BoardScreen />);
    const lanes = within(group(BIG)).getAllByRole('listitem');
    expect(lanes[0]?.textContent).toMatch(/^同时报告 → 市安全生产委员会办公室，已过/);
    fireEvent.click(within(group(BIG)).getByRole('button', { name: /首报 电话 → 市委、市政府/ }));
    await settle();
    const why = within(screen.getByRole('dialog'));
    expect(why.getByText(/R2 首报 电话/)).toBeTruthy();
    expect(why.getByText('预案 4.1.2')).toBeTruthy();
    expect(why.getByText(/首报 电话 → 市委、市政府 · 接收人 王主任/)).toBeTruthy();
  });

  it('others are folded and say how they stand; one press unfolds one, another leaves the most urgent', async () => {
    await renderWithDesk(<BoardScreen />);
    const head = within(group(SMALL)).getByRole('button', { name: new RegExp(SMALL) });
    expect(head.getAttribute('aria-expanded')).toBe('false');
    expect(within(group(SMALL)).queryByRole('list')).toBeNull();
    fireEvent.click(head);
    expect(within(group(SMALL)).getAllByRole('listitem')).toHaveLength(7);
    act(() => foldAll(false));
    expect(screen.getAllByRole('button', { expanded: true }).map((one) => one.textContent)).toEqual([
      expect.stringContaining(BIG),
    ]);
  });

  it('a tick writes the clocks of the lanes and renders nothing', async () => {
    const { container } = await renderWithDesk(<BoardScreen />);
    const times = () => [...container.querySelectorAll('[data-times]')].map((block) => block.textContent).join('\n');
    const before = times();
    const rows = within(group(BIG)).getAllByRole('listitem');
    tick(1);
    expect(times()).not.toBe(before);
    expect(times()).toContain('11:48:14');
    expect(within(group(BIG)).getAllByRole('listitem')).toEqual(rows);
  });

  it('rows owed by others are marked as supervised', async () => {
    await renderWithDesk(<BoardScreen />);
    const row = within(group(BIG)).getAllByRole('button', { name: /县级直报 电话/ })[0];
    expect(row?.textContent).toContain('督办');
  });
});

describe('open incidents', () => {
  it('say how bad, how it is known, what is being verified, and what to consider', async () => {
    await renderWithDesk(<BoardScreen />);
    const found = within(screen.getByRole('region', { name: '在办事件 2' }));
    expect(found.getByText('22人')).toBeTruthy();
    expect(found.getByText('正在核实')).toBeTruthy();
    expect(found.getAllByText('（认定）', { exact: false })).toHaveLength(2);
    expect(found.getByText(/失联若计入：遇难 28人/).textContent).toBe('失联若计入：遇难 28人，为重大；距特别重大 2人');
    expect(found.getByText('Ⅲ级响应').closest('li')?.textContent).toBe('建议启动Ⅲ级响应：设施损坏、泄漏');
  });
});

const QUIET = { clues: [], warnings: [], recentlyClosed: [], latest: [] };

describe('an empty board', () => {
  it('says what to do when the phone rings, and offers the practice replay', async () => {
    await renderWithDesk(<EmptyBoard board={QUIET} />);
    const found = within(screen.getByRole('region', { name: '没有在办事件' }));
    expect(found.getByText(/按 F2 接报/)).toBeTruthy();
    expect(found.queryByText(/见下方/)).toBeNull();
    expect(found.getByRole('button', { name: /青岛 2013/ })).toBeTruthy();
    fireEvent.click(found.getByRole('button', { name: '接报' }));
    expect(usePlace.getState().route).toEqual({ screen: 'intake' });
  });

  it.each([
    [1, 0, '有 1 条线索待研判，见下方。'],
    [0, 2, '有 2 条预警，见下方。'],
    [3, 1, '有 3 条线索待研判、1 条预警，见下方。'],
  ])('3.4: with %i clues and %i warnings the desk is not idle', async (clues, warnings, says) => {
    const many = <T,>(n: number) => Array.from({ length: n }, () => ({})) as T[];
    await renderWithDesk(<EmptyBoard board={{ ...QUIET, clues: many(clues), warnings: many(warnings) }} />);
    const found = within(screen.getByRole('region', { name: '没有在办事件' }));
    expect(found.getByText(says)).toBeTruthy();
    expect(found.getByText(/按 F2 接报/)).toBeTruthy();
    expect(found.queryByRole('button', { name: /青岛 2013/ })).toBeNull();
  });
});
