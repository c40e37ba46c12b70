import { describe, expect, it } from 'vitest';
import type { FigureEntryRow } from '#shared/domain/rows.ts';
import { at, jincheng, TestIncident } from '#shared/plan/testing/testIncident.ts';
import { historyOf } from './figureHistory.ts';

const row = (entryId: string, observed: string, n: number, struck = false): FigureEntryRow => ({
  entryId,
  figure: 'dead',
  quantity: { kind: 'exact', n },
  observed: { at: at(observed), precision: 'minute' },
  source: null,
  recordedAt: at(observed),
  actor: { officerId: 'o', name: 'n', post: 'p' },
  struck,
});

describe('the history of a figure [rules §1: the latest seen counts; of two at one instant the larger]', () => {
  const incident = new TestIncident(jincheng())
    .figures('04:00', { dead: 1 }, { id: 'a' })
    .figures('05:00', { dead: 3 }, { id: 'b' })
    .figures('05:01', { dead: 5 }, { id: 'c', observed: '05:00' })
    .figures('06:00', { dead: 9 }, { id: 'd' })
    .strike('06:01', 'd');
  const file = {
    assessment: incident.at('07:00'),
    figureHistory: [row('a', '04:00', 1), row('b', '05:00', 3), row('c', '05:00', 5), row('d', '06:00', 9, true)],
  };

  it('latest seen first, with the one that counts and the pair that conflicts', () => {
    expect(historyOf(file, 'dead').map(({ entryId, counts, inConflict }) => [entryId, counts, inConflict])).toEqual([
      ['d', false, false],
      ['b', false, true],
      ['c', true, true],
      ['a', false, false],
    ]);
  });

  it('of one figure or of all', () => {
    expect(historyOf(file, 'injured')).toEqual([]);
    expect(historyOf(file, null)).toHaveLength(4);
  });
});
