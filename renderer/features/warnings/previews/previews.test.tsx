/** 3.4.2: what goes out is seen before anyone is sent it: notice, text message, loudspeakers, CAP. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderWithDesk, settle } from '#renderer/testing/renderWithDesk.tsx';
import type { CommandInput } from '#shared/domain/commands.ts';
import { jincheng } from '#shared/domain/testing/testDesk.ts';
import { storedContent } from '#shared/domain/warning/content.ts';
import { WarningScreen } from '../WarningScreen.tsx';
import { DraftPreview } from './DraftPreview.tsx';
import { WarningNotices } from './WarningNotices.tsx';

const warningId = 'w1';
const approval = { post: 'deputyCommander', name: '孙', means: 'phone' } as const;
const issuer = { post: 'officeDirector', name: '赵' };
const content = {
  areas: ['zezhou'],
  kind: 'flood',
  startsAt: '2026-02-13T09:00+08:00',
  impact: '两村',
  cautions: '远离河道',
  measures: '巡查',
};
const ISSUED: CommandInput[] = [
  {
    type: 'AssessWarning',
    warningId,
    title: '丹河段',
    participants: [{ name: '周工' }],
    conclusion: { kind: 'warn', level: 'orange' },
    reason: '暴雨',
  },
  { type: 'ReportWarning', warningId, person: '孙', means: 'phone' },
  { type: 'ApproveWarning', warningId, approval, ground: 'rules' },
  { type: 'IssueWarning', warningId, content, issuer },
];
const change = (more: Partial<typeof content>): CommandInput => ({
  type: 'ChangeWarning',
  warningId,
  version: 1,
  content: { ...content, ...more },
  reason: '水涨',
  approval,
  ground: 'rules',
  issuer,
});

afterEach(() => vi.restoreAllMocks());

async function open(element: React.JSX.Element, ...more: CommandInput[]): Promise<void> {
  const { api } = await renderWithDesk(element);
  for (const command of [...ISSUED, ...more]) {
    await act(async () => {
      const reply = await api.execute({ desk: 'live', commandId: crypto.randomUUID(), officerId: 'zhang', command });
      expect(reply).toMatchObject({ ok: true });
    });
  }
  await settle();
}

describe('as a text message and for loudspeakers', () => {
  it('is counted as it is shown, head and all', async () => {
    await open(<WarningScreen warningId={warningId} />);
    const message = screen.getByRole('region', { name: '短信' });
    const words = within(message).getByText(/^【市指挥部】橙色预警：泽州县/);
    expect(within(message).getByText(`${Array.from(words.textContent ?? '').length}/500 字`)).toBeTruthy();
    expect(within(message).queryByText(/超出/)).toBeNull();
    const spoken = within(screen.getByRole('region', { name: '广播稿' }));
    expect(spoken.getByText(/再播送一遍。市指挥部发布橙色预警/)).toBeTruthy();
  });

  it('one too long says by how much, marks what is beyond, and that it is not sent so', async () => {
    await open(<WarningScreen warningId={warningId} />, change({ measures: '查'.repeat(500) }));
    const message = screen.getByRole('region', { name: '短信' });
    const beyond = message.querySelector('mark')?.textContent ?? '';
    expect(beyond).toMatch(/^查+。$/);
    expect(
      within(message).getByText(`超出 ${beyond.length} 字，不能以短信分发；请变更预警，另写短信内容`),
    ).toBeTruthy();
  });
});

it('the release has a notice and a CAP message, and nothing to send', async () => {
  const blobs: Blob[] = [];
  const names: string[] = [];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => blobs.push(blob), revokeObjectURL() {} }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await open(<WarningScreen warningId={warningId} />, {
    type: 'ReleaseWarning',
    warningId,
    version: 1,
    reason: '水退',
    decision: approval,
  });
  expect(screen.queryByRole('region', { name: '短信' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '存为 CAP 文件' }));
  await settle();
  expect(names).toEqual(['jincheng-pipeline-2026.w1.end.xml']);
  const xml = (await blobs[0]?.text()) ?? '';
  expect(xml).toContain('<msgType>Cancel</msgType>');
  expect(xml).toMatch(/<references>[^<]*w1\.v1/);
});

it('[DOC-7] every notice is a page of its own, the newest where none is named', async () => {
  await open(<WarningNotices warningId={warningId} notice="none" />, change({ impact: '三村' }));
  const list = within(screen.getByRole('navigation', { name: '预警通知' }));
  expect(list.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([
    ['第2版', 'page'],
    ['第1版', null],
  ]);
  expect(screen.getByRole('heading', { name: '关于变更暴雨洪水威胁橙色预警的通知' })).toBeTruthy();
  expect(screen.queryByText('文字较多，打印会超过一页')).toBeNull();
});

it('3.4.2: what is being written is seen as notice and message before it is issued', async () => {
  const draft = { level: 'orange', inNameOf: 'cityCommand', content: storedContent(jincheng(), contentOf()) };
  await renderWithDesk(
    <DraftPreview
      draft={{ text: draft, before: null, version: null, approval: null }}
      recipients={[{ name: '某企业' }]}
    />,
  );
  expect(screen.queryByRole('region', { name: '短信' })).toBeNull();
  const details = screen.getByText('预览：短信、广播稿、通知').closest('details');
  if (details === null) throw new Error('no preview');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  expect(within(screen.getByRole('region', { name: '短信' })).getByText(/^【市指挥部】橙色预警：泽州县/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: '关于发布暴雨洪水威胁橙色预警的通知' })).toBeTruthy();
  expect(screen.getByText('某企业：')).toBeTruthy();
  expect(screen.getByText('（未签发）')).toBeTruthy();
});

const contentOf = () => {
  const { startsAt: _, ...rest } = content;
  return { ...rest, startsAt: { at: Date.parse('2026-02-13T09:00+08:00'), precision: 'minute' as const } };
};
