/** 3.4: warnings on the board, in words beside shape and colour. */
import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { usePlace } from '#renderer/app/routes/navigation.ts';
import { parsePlace } from '#renderer/app/routes/route.ts';
import { renderWithDesk, settle } from '#renderer/testing/renderWithDesk.tsx';
import type { CommandInput } from '#shared/domain/commands.ts';
import { BoardScreen } from './BoardScreen.tsx';

beforeEach(() => usePlace.setState(parsePlace('#/board')));

const warningId = 'w1';
const approval = { post: 'deputyCommander', name: '孙', means: 'phone' } as const;
const TO_ISSUE: CommandInput[] = [
  {
    type: 'AssessWarning',
    warningId,
    clueIds: ['k1'],
    participants: [{ name: '周工' }],
    conclusion: { kind: 'warn', level: 'orange' },
    reason: '暴雨',
  },
  { type: 'ReportWarning', warningId, person: '孙', means: 'phone' },
  { type: 'ApproveWarning', warningId, approval, ground: 'rules' },
  {
    type: 'IssueWarning',
    warningId,
    content: {
      areas: ['zezhou'],
      kind: 'flood',
      startsAt: '2026-02-13T09:00+08:00',
      impact: '两村',
      cautions: '远离河道',
      measures: '巡查',
    },
    issuer: { post: 'officeDirector', name: '赵' },
  },
];

describe('warnings on the board', () => {
  it('3.4.1: a clue waits in sight until it is assessed; 3.4.2: in force with level, area and who has not acknowledged', async () => {
    const { api } = await renderWithDesk(<BoardScreen />);
    const run = async (command: CommandInput) => {
      await act(async () => {
        const reply = await api.execute({ desk: 'live', commandId: crypto.randomUUID(), officerId: 'zhang', command });
        expect(reply).toMatchObject({ ok: true });
      });
      await settle();
    };
    expect(screen.queryByRole('region', { name: '预警' })).toBeNull();
    await run({ type: 'RecordClue', clueId: 'k1', source: 'hotline', said: '河水上涨' });
    const band = () => within(screen.getByRole('region', { name: '预警' }));
    expect(band().getByText('线索待研判 · 热线举报')).toBeTruthy();
    for (const command of TO_ISSUE) await run(command);
    expect(band().queryByText(/线索待研判/)).toBeNull();
    expect(band().getByText('橙色预警')).toBeTruthy();
    expect(band().getByText('泽州县')).toBeTruthy();
    expect(band().getByText('未签收 2/2')).toBeTruthy();
    await run({ type: 'ReleaseWarning', warningId, version: 1, reason: '水退', decision: approval });
    expect(screen.queryByRole('region', { name: '预警' })).toBeNull();
  });
});
