/** The picture's geometry: words never lie over words, and nothing is left out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bar, Item, Mark, Row, Span, Timeline } from './items.ts';
import { layoutOf, shortened, widthOf } from './layout.ts';

const HOUR = 3_600_000;
const source = { entryId: 'e', position: 1 };
const mark = (at: number, id: string): Mark => ({
  kind: 'mark',
  id,
  at,
  precision: 'minute',
  source,
  isStruck: false,
  entry: {
    position: 1,
    entryId: 'e',
    stream: 'incident/i1',
    incidentId: 'i1',
    type: 'NoteAdded',
    recordedAt: at,
    actor: { officerId: 'o', name: '甲', post: 'p' },
    payload: {},
    struck: null,
  },
});
const span = (from: number, hours: number, id: string): Span => ({
  kind: 'span',
  id,
  what: { kind: 'task', what: '任务', isDone: false },
  from,
  to: hours > 9 ? null : from + hours * HOUR,
  limit: null,
  source,
});
const timeline = (lane: Row['lane'], items: Item[]): Timeline => ({
  incidentId: 'i1',
  from: 0,
  to: 12 * HOUR,
  until: 11 * HOUR,
  rows: [{ id: lane, lane, name: { kind: 'lane' }, items }],
});
const SHEET = { width: 1200, em: 12, plot: 150 };
const items = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 11 * 60 }), fc.nat(12), fc.boolean()), { maxLength: 60 })
  .map((list) =>
    list
      .map(
        ([minutes, hours, isMark], index): Item =>
          isMark ? mark(minutes * 60_000, `m${index}`) : span(minutes * 60_000, hours, `s${index}`),
      )
      .toSorted((a, b) => (a.kind === 'mark' ? a.at : a.from) - (b.kind === 'mark' ? b.at : b.from)),
  );
const words = (item: Item) => `第${item.id}项的名称`;

describe('layout', () => {
  test('words stand inside the picture, and over no other words of their track', () => {
    fc.assert(
      fc.property(items, fc.constantFrom('facts', 'tasks', 'bulletins') as fc.Arbitrary<Row['lane']>, (list, lane) => {
        const [row] = layoutOf(timeline(lane, list), { from: 0, to: 12 * HOUR }, SHEET, words).rows;
        expect(row?.items.map(({ item }) => item.id)).toEqual(list.map(({ id }) => id));
        const said = (row?.items ?? []).flatMap(({ label, labelX, isLabelBefore, track }) => {
          if (label === null) return [];
          const size = widthOf(label, SHEET.em);
          return [{ track, from: isLabelBefore ? labelX - size : labelX, to: isLabelBefore ? labelX : labelX + size }];
        });
        for (const [index, one] of said.entries()) {
          expect(one.from).toBeGreaterThanOrEqual(SHEET.plot - SHEET.em);
          expect(one.to).toBeLessThanOrEqual(SHEET.width + 0.01);
          for (const other of said.slice(index + 1))
            if (one.track === other.track) expect(one.to <= other.from || other.to <= one.from).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('levels stand on one track, their words inside them or nowhere; what happened meanwhile stands under them', () => {
    const list = [span(0, 0.5, 'a'), span(HOUR, 5, 'b'), mark(2 * HOUR, 'm'), span(6 * HOUR, 12, 'c')];
    const [row] = layoutOf(timeline('level', list), { from: 0, to: 12 * HOUR }, SHEET, words).rows;
    expect(row?.items.map(({ item, track, label }) => [item.id, track, label !== null])).toEqual([
      ['a', 0, false],
      ['b', 0, true],
      ['m', 1, true],
      ['c', 0, true],
    ]);
  });

  test('crowded marks keep their shapes and lose their words', () => {
    const list = Array.from({ length: 30 }, (_, n) => mark(5 * HOUR + n * 1000, `m${n}`));
    const [row] = layoutOf(timeline('facts', list), { from: 0, to: 12 * HOUR }, SHEET, words).rows;
    expect(row?.items).toHaveLength(30);
    expect(row?.items.filter(({ label }) => label !== null).length).toBeLessThanOrEqual(4);
  });

  test('zoomed in, only what lies in sight is drawn', () => {
    const list = [mark(HOUR, 'a'), span(2 * HOUR, 3, 'b'), mark(9 * HOUR, 'c')];
    const [row] = layoutOf(timeline('facts', list), { from: 4 * HOUR, to: 6 * HOUR }, SHEET, words).rows;
    expect(row?.items.map(({ item }) => item.id)).toEqual(['b']);
  });

  test('the words of an obligation stand over no earlier window of its row', () => {
    const bar = (from: number, endedAt: number, id: string): Bar => ({
      kind: 'bar',
      id,
      obligation: {} as Bar['obligation'],
      state: 'fulfilled',
      from,
      dueAt: null,
      endedAt,
      source,
      metBy: source,
    });
    const labelled = (earlier: number) => {
      const list = [bar(HOUR, earlier, 'a'), bar(11.9 * HOUR, 12 * HOUR, 'b')];
      const [row] = layoutOf(timeline('obligations', list), { from: 0, to: 12 * HOUR }, SHEET, words).rows;
      return row?.items.map(({ label, isLabelBefore }) => (label === null ? null : isLabelBefore));
    };
    expect(labelled(2 * HOUR)).toEqual([null, true]);
    expect(labelled(11 * HOUR)).toEqual([null, null]);
  });

  test('long words are cut with a sign that they are', () => {
    expect(shortened('一二三四五六七八九十一二三四五六')).toBe('一二三四五六七八九十一二三四五六');
    expect(shortened('一二三四五六七八九十一二三四五六七')).toBe('一二三四五六七八九十一二三四五…');
  });

  test('a number is shown whole or not at all', () => {
    expect(shortened('现场指挥部报告核定遇难人数为12人，失联3人')).toBe('现场指挥部报告核定遇难人数为…');
    expect(shortened('一二三四五六七八九十一二三四12人')).toBe('一二三四五六七八九十一二三四…');
    expect(shortened('一二三四五六七八九十一二三12人又')).toBe('一二三四五六七八九十一二三12…');
  });
});
