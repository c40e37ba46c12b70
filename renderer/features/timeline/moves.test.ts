import { describe, expect, test } from 'vitest';
import type { Row, Span } from '#shared/domain/timeline/items.ts';
import { nextItem } from './moves.ts';

const span = (id: string, from: number): Span => ({
  kind: 'span',
  id,
  what: { kind: 'task', what: id, isDone: false },
  from,
  to: null,
  limit: null,
  source: { entryId: id, position: 1 },
});
const row = (id: string, items: Span[]): Row => ({ id, lane: 'tasks', name: { kind: 'lane' }, items });
const ROWS = [row('one', [span('a', 0), span('b', 10), span('c', 20)]), row('two', [span('d', 12), span('e', 19)])];
const go = (from: string | null, to: Parameters<typeof nextItem>[2]) => nextItem(ROWS, from, to)?.id ?? null;

describe('where an arrow leads', () => {
  test('along the row, and no farther than its ends', () => {
    expect([go('a', 'right'), go('b', 'left'), go('a', 'left'), go('c', 'right')]).toEqual(['b', 'a', null, null]);
    expect([go('b', 'first'), go('a', 'last')]).toEqual(['a', 'c']);
  });
  test('to the nearest in time of the next row', () => {
    expect([go('a', 'down'), go('c', 'down'), go('e', 'up'), go('d', 'up')]).toEqual(['d', 'e', 'c', 'b']);
    expect([go('a', 'up'), go('d', 'down')]).toEqual([null, null]);
  });
  test('from nothing, or from what is no longer there, to the first', () => {
    expect([go(null, 'right'), go('gone', 'down')]).toEqual(['a', 'a']);
  });
});
