/** [HANDOVER-4] 值班日志: which shifts there were, and that nothing of one is left out. */
import { describe, expect, test } from 'vitest';
import { documentText } from '#shared/documents/document.ts';
import type { Handover } from '../desk/desk.ts';
import type { LogRow } from '../rows.ts';
import { at, TestDesk } from '../testing/testDesk.ts';
import { shiftLog, shiftPeriods } from './shiftLog.ts';

const handover = (time: string, from: string, to: string, duties: Handover['duties'] = ['watch']): Handover => ({
  handoverId: `h-${time}`,
  at: at(time),
  from,
  to,
  duties,
  notes: '河道在看',
  equipment: '传真缺纸',
  alarm: 'notHeard',
  sections: [
    { id: 'incidents', items: 1 },
    { id: 'clocks', items: 2 },
    { id: 'warnings', items: 2 },
    { id: 'unacknowledged', items: 0 },
    { id: 'clues', items: 1 },
  ],
  digest: 'ab'.repeat(32),
  proofs: { from: 'pin', to: 'name' },
});

describe('shifts as they were held', () => {
  test('from handover to handover, the one that lasts first; a change of leaders ends none', () => {
    const handovers = [
      handover('20 08:00', 'a', 'b'),
      handover('20 20:00', 'b', 'c', ['lead']),
      handover('21 08:00', 'b', 'c'),
    ];
    const onDuty = [{ duty: 'watch' as const, officerId: 'c', since: at('21 08:00') }];
    expect(shiftPeriods({ handovers, onDuty }).map(({ from, to, officerId }) => [from, to, officerId])).toEqual([
      [at('21 08:00'), null, 'c'],
      [at('20 08:00'), at('21 08:00'), 'b'],
      [at('19 08:00'), at('20 08:00'), 'a'],
    ]);
  });

  test('nobody ever on watch: none', () => {
    expect(shiftPeriods({ handovers: [], onDuty: [] })).toEqual([]);
  });
});

describe('the paper', () => {
  const { plan } = new TestDesk();
  const actor = { officerId: 'a', name: '王值班', post: 'watchOfficer' };
  const row = (position: number, incidentId: string | null, struck: LogRow['struck'] = null): LogRow => ({
    position,
    entryId: `e${position}`,
    stream: 'desk',
    incidentId,
    type: 'NoteAdded',
    recordedAt: at('21 09:30'),
    actor,
    payload: {},
    struck,
  });
  const paper = (ended: Handover | null) =>
    shiftLog(
      {
        plan,
        papers: { masthead: null, numberPrefix: null, copies: [] },
        head: { chainId: 'c', position: 9, hash: 'feedbeef' },
        isDrill: true,
        at: at('21 10:00'),
      },
      {
        period: { from: at('21 08:00'), to: ended?.at ?? null, officerId: 'a', handover: ended },
        rows: [row(7, 'i1'), row(8, null, { at: 1, by: 'e9', reason: '写错' })],
        officers: [actor, { officerId: 'b', name: '李接班', post: 'dutyLead' }],
        titles: { i1: '泄漏' },
        words: ({ position }) => `第${position}条的话`,
      },
    );
  const text = (ended: Handover | null): string => documentText(paper(ended)).join('\n');

  test('every entry with its incident, what was struck with its reason, and that the shift lasts', () => {
    const words = text(null);
    for (const part of ['〔泄漏〕第7条的话', '第8条的话', '已划去：写错', '王值班', '2条', '（未交班）']) {
      expect(words).toContain(part);
    }
    expect(words).not.toContain('接班人');
  });

  test('an ended one says who handed over to whom, how both showed it, and what was said', () => {
    const words = text(handover('21 10:00', 'a', 'b'));
    for (const part of [
      '王值班（凭 PIN）',
      '李接班（凭姓名）',
      '6项，内容摘要 abababababababab',
      '预警2项，待研判线索1条',
      '传真缺纸',
      '没有听到',
      '河道在看',
    ]) {
      expect(words).toContain(part);
    }
    expect(words).not.toContain('未交班');
  });

  test('[DOC-2] it says where the log stood, and 演练 where it is one', () => {
    expect(paper(null)).toMatchObject({ isDrill: true, head: { position: 9 }, masthead: null });
  });
});
