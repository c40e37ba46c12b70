/** What the screens of 预警 order and read: sections, clues that wait, who is owed an acknowledgement, a clue as typed. */
import { describe, expect, it } from 'vitest';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { ClueRow, RecipientRow, WarningRow } from '#shared/contract/rows.ts';
import { clueCommand, isOther, newClue } from './clueForm.ts';
import { inSections, waitingClues } from './order.ts';
import { owedFirst, recipientKey } from './recipients.ts';

const row = (warningId: string, stage: WarningRow['stage'], lastEntryAt = 0) =>
  ({ warningId, stage, lastEntryAt }) as WarningRow;

describe('3.4: the list of warnings', () => {
  it('in force stands first, what is over last, the latest end on top', () => {
    const rows = [row('a', 'released', 1), row('b', 'watch'), row('c', 'converted', 2), row('d', 'reported')];
    const sections = inSections([...rows, row('e', 'issued'), row('f', 'proposed')]);
    expect(sections.map(({ section, rows: found }) => [section, found.map(({ warningId }) => warningId)])).toEqual([
      ['inForce', ['e']],
      ['onTheWay', ['d', 'f']],
      ['watched', ['b']],
      ['ended', ['c', 'a']],
    ]);
  });

  it('3.4.1: of the clues that wait the oldest stands first; a settled one waits no more', () => {
    const clue = (clueId: string, at: number, settled: ClueRow['settled'] = null) =>
      ({ clueId, received: { at, precision: 'minute' }, settled }) as ClueRow;
    const dismissed = { how: 'dismissed', reason: '误报', at: 9 } as const;
    const found = waitingClues([clue('new', 3), clue('done', 1, dismissed), clue('old', 2)]);
    expect(found.map(({ clueId }) => clueId)).toEqual(['old', 'new']);
  });
});

describe('3.4.2: recipients', () => {
  const told = { at: { at: 1, precision: 'minute' as const }, entryId: 'e', version: 1 };
  const recipient = (id: string | null, name: string, sent: boolean, acknowledged: boolean): RecipientRow => ({
    id,
    name,
    phone: null,
    sent: sent ? { ...told, means: 'phone' } : null,
    acknowledged: acknowledged ? { ...told, person: '某' } : null,
  });

  it('the unacknowledged come first, of those whom nobody has even told', () => {
    const rows = [
      recipient('a', 'A', true, true),
      recipient('b', 'B', true, false),
      recipient(null, 'C', false, false),
    ];
    expect(owedFirst(rows).map(recipientKey)).toEqual(['*C', 'b', 'a']);
  });
});

describe('3.4.1: a clue as it is typed', () => {
  const lists = {
    sources: [{ id: 'hotline', label: '热线举报' }],
    kinds: [{ id: 'flood', label: '暴雨洪水威胁' }],
    areas: [{ id: 'zezhou', label: '泽州县' }],
  };

  it('words of the lists become ids, what was left empty is left out', () => {
    const form = { ...newClue('k1'), source: '热线举报', said: ' 河水上涨 ', area: '泽州县', who: ' 村民 ' };
    expect(clueCommand(form, lists)).toEqual({
      type: 'RecordClue',
      clueId: 'k1',
      source: 'hotline',
      said: '河水上涨',
      area: 'zezhou',
      who: '村民',
    });
  });

  it('a time is kept as precisely as it was typed', () => {
    const timed = { at: Date.parse('2026-07-05T00:00:00Z'), precision: 'minute' as const };
    const form = { ...newClue('k1'), source: '热线举报', said: '涨水', received: { text: '0800', timed } };
    expect(clueCommand(form, lists)).toMatchObject({ receivedAt: '2026-07-05T00:00Z' });
    expect(clueCommand({ ...form, received: NO_TIME }, lists)).not.toHaveProperty('receivedAt');
  });

  it('words that are in no list are told apart from none', () => {
    expect(isOther(lists.kinds, '  ')).toBe(false);
    expect(isOther(lists.kinds, '暴雨洪水威胁')).toBe(false);
    expect(isOther(lists.kinds, '地震')).toBe(true);
  });
});
