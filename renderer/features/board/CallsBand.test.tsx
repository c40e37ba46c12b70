/** 附件6: what is left to call, on the board. */
import { act, screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { usePlace } from '#renderer/app/routes/navigation.ts';
import { parsePlace } from '#renderer/app/routes/route.ts';
import { renderWithDesk, settle } from '#renderer/testing/renderWithDesk.tsx';
import type { CommandInput } from '#shared/domain/commands.ts';
import { BoardScreen } from './BoardScreen.tsx';

beforeEach(() => usePlace.setState(parsePlace('#/board')));

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
];

it('附件6: what is left, who is calling whom and who is next, always in sight', async () => {
  const { api } = await renderWithDesk(<BoardScreen />);
  const run = async (command: CommandInput) => {
    await act(async () => {
      await api.execute({ desk: 'live', commandId: crypto.randomUUID(), officerId: 'zhang', command });
    });
    await settle();
  };
  // The night has one at level Ⅰ already.
  const line = (name: string) => {
    const link = within(screen.getByRole('region', { name: '应急呼叫' })).queryByRole('link', { name });
    return link === null ? null : within(link.closest('li') as HTMLElement);
  };
  expect(line('Ⅰ级响应呼叫')?.getByText('待呼叫 38/38')).toBeTruthy();
  expect(line('Ⅱ级响应呼叫')).toBeNull();
  for (const command of START) await run(command);
  const own = () => line('Ⅱ级响应呼叫');
  expect(own()?.getByText('待呼叫 20/20')).toBeTruthy();
  expect(own()?.getByText('下一个 指挥长')).toBeTruthy();
  const on = { subject: { incidentId: 'i1' }, stepId: 'c2-commander' };
  await run({ type: 'ClaimCallStep', ...on });
  expect(own()?.getByText('张海峰 正在呼叫 指挥长')).toBeTruthy();
  await run({ type: 'RecordCallResult', ...on, result: 'answered' });
  expect(own()?.getByText('待呼叫 19/20')).toBeTruthy();
  expect(own()?.getByRole('link').getAttribute('href')).toBe('#/call-tree/incident/i1');
});
