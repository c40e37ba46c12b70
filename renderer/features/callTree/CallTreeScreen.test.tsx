/** 附件6: the calls on screen, on a desk in memory with the real decisions. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { usePlace } from '#renderer/app/routes/navigation.ts';
import { parsePlace } from '#renderer/app/routes/route.ts';
import { renderWithDesk, settle } from '#renderer/testing/renderWithDesk.tsx';
import type { CommandInput } from '#shared/domain/commands.ts';
import { CallTreeScreen } from './CallTreeScreen.tsx';

beforeEach(() => usePlace.setState(parsePlace('#/call-tree/incident/i1')));

const START: CommandInput[] = [
  {
    type: 'TakeCall',
    callId: 'c1',
    receivedAt: '2026-02-13T14:00+08:00',
    conditions: { leak: 'yes' },
    disposition: { kind: 'open', incidentId: 'i1' },
  },
  {
    type: 'StartResponse',
    incidentId: 'i1',
    level: 'II',
    decision: { post: 'commander', name: '陈', means: 'inPerson' },
    expectedHours: 24,
    reason: '研判',
  },
  {
    type: 'ChangeContact',
    contactId: 'plan-post.commander',
    contact: {
      kind: 'post',
      name: '指挥长',
      numbers: [
        { kind: 'mobile', number: '13800000001' },
        { kind: 'office', number: '0356-2000001' },
      ],
      roles: [{ in: 'post', id: 'commander' }],
    },
  },
];

async function shown() {
  const rendered = await renderWithDesk(<CallTreeScreen of="incident" id="i1" />);
  const run = async (command: CommandInput, officerId = 'zhang') => {
    await act(async () => {
      const reply = await rendered.api.execute({ desk: 'live', commandId: crypto.randomUUID(), officerId, command });
      expect(reply).toMatchObject({ ok: true });
    });
    await settle();
  };
  for (const command of START) await run(command);
  return { run, ...rendered };
}
const press = async (key: string) => {
  fireEvent.keyDown(document.body, { key, code: /^\d$/.test(key) ? `Digit${key}` : key });
  await settle();
};
const head = () => within(screen.getByRole('region', { name: 'Ⅱ级响应呼叫' }));
const now = () => within(screen.getByRole('region', { name: '现在呼叫' }));

describe('whom to call', () => {
  it('who is next with the number; one key calls, one says what came of it, and the next one stands there', async () => {
    await shown();
    expect(head().getByText('待呼叫 20/20')).toBeTruthy();
    expect(now().getByRole('heading', { name: '指挥长' })).toBeTruthy();
    expect(now().getAllByText('13800000001').length).toBeGreaterThan(0);
    await press('0');
    expect(now().getByText(/您正在呼叫/)).toBeTruthy();
    await press('3');
    // Another number of the same one is known, and is next.
    expect(now().getByRole('heading', { name: '指挥长' })).toBeTruthy();
    expect(now().getAllByText('0356-2000001').length).toBeGreaterThan(0);
    expect(head().getByText('未接通 1')).toBeTruthy();
    await press('1');
    expect(head().getByText('待呼叫 19/20')).toBeTruthy();
    expect(now().getByRole('heading', { name: '副指挥长（市政府协管能源工作的副秘书长）' })).toBeTruthy();
    expect(now().getByText('通讯录没有号码')).toBeTruthy();
    expect(now().getByRole('link', { name: '去通讯录填写' }).getAttribute('href')).toBe(
      '#/directory/plan-post.deputyCommander',
    );
  });

  it('another officer’s call is said, refused by name, and taken over on purpose', async () => {
    const { run } = await shown();
    await run({ type: 'ClaimCallStep', subject: { incidentId: 'i1' }, stepId: 'c2-operator' }, 'wang');
    fireEvent.click(screen.getByRole('button', { name: /^管输企业/ }));
    await settle();
    expect(now().getByText(/王雪 正在呼叫/)).toBeTruthy();
    await press('0');
    expect(now().getByRole('alert').textContent).toContain('王雪');
    fireEvent.click(now().getByRole('button', { name: '接手' }));
    await settle();
    expect(now().getByText(/您正在呼叫/)).toBeTruthy();
  });

  it('what is wrong with what was typed is said in sight, and nothing is recorded', async () => {
    await shown();
    fireEvent.change(now().getByRole('textbox', { name: /^号码/ }), { target: { value: '无' } });
    await press('1');
    expect(now().getByRole('alert').textContent).toContain('号码不对');
    expect(head().getByText('待呼叫 20/20')).toBeTruthy();
  });

  it('whoever types at a call keeps it in sight when another officer takes it', async () => {
    const { run } = await shown();
    fireEvent.change(now().getByRole('textbox', { name: /^备注/ }), { target: { value: '在会上' } });
    await run({ type: 'ClaimCallStep', subject: { incidentId: 'i1' }, stepId: 'c2-commander' }, 'wang');
    expect(now().getByRole('heading', { name: '指挥长' })).toBeTruthy();
    expect(now().getByRole('textbox', { name: /^备注/ })).toHaveProperty('value', '在会上');
    expect(now().getByText(/王雪 正在呼叫/)).toBeTruthy();
  });

  it('nobody is to be called where no level is in force', async () => {
    await renderWithDesk(<CallTreeScreen of="incident" id="gaoping-valve" />);
    expect(screen.getByText('目前没有要呼叫的名单')).toBeTruthy();
    expect(screen.queryByRole('region', { name: '现在呼叫' })).toBeNull();
  });
});
