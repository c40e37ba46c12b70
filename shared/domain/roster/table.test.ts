/** [ROSTER-3] A roster to and from a spreadsheet: what cannot be read is named, and a formula never leaves as one. */
import { describe, expect, test } from 'vitest';
import { cellsOf, cellsText, readRosterTable, rosterTable } from './table.ts';

const shift = (date: string, start = '08:00') => ({ date, start, startsAt: 0, endsAt: 1, watch: null, lead: null });
const MARCH = ['2026-03-01', '2026-03-02', '2026-03-03'].map((date) => shift(date));
const read = (...lines: string[][]) => readRosterTable(lines, '2026-03', MARCH);

describe('out', () => {
  test('the header and a line for each shift', () => {
    const table = rosterTable(MARCH.slice(0, 1), (duty) => (duty === 'watch' ? '王值班' : '李局长'));
    expect(table).toEqual([
      ['日期', '班次', '值班员', '带班领导'],
      ['2026-03-01', '08:00', '王值班', '李局长'],
    ]);
  });

  test.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '＝1+1', '＠某'])(
    '%s leaves as a text, and comes back as it was',
    (name) => {
      const table = rosterTable(MARCH.slice(0, 1), () => name);
      expect(table[1]?.[2]).toBe(`'${name}`);
      expect(read(...table).rows).toEqual([{ date: '2026-03-01', start: '08:00', watch: name, lead: name }]);
    },
  );

  test('through the clipboard and back: tabs, quotes and lines in a cell', () => {
    const cells = [
      ['日期', 'a"b'],
      ['c\td', 'e\nf'],
      ['', 'g'],
    ];
    expect(cellsOf(cellsText(cells))).toEqual(cells);
    expect(cellsOf('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

describe('in', () => {
  test.each([
    ['2026-03-01'],
    ['2026/3/1'],
    ['2026.03.01'],
    ['2026年3月1日'],
    ['3月1日 周日'],
    ['3-1'],
    ['２０２６／３／１'],
    ['2026-03-01 00:00:00'],
  ])('the day as %s', (day) => {
    expect(read([day, '08:00', '王', '李'])).toEqual({
      rows: [{ date: '2026-03-01', start: '08:00', watch: '王', lead: '李' }],
      faults: [],
    });
  });

  test.each([['08:00'], ['8:00'], ['8：00'], ['8时'], ['08:00–08:00'], ['']])('the shift as %j', (start) => {
    expect(read(['3-1', start, '王', '']).rows).toMatchObject([{ start: '08:00', watch: '王', lead: '' }]);
  });

  test.each([
    [['星期一', '08:00', '王', ''], { row: 2, column: '日期', code: 'noDay', text: '星期一' }],
    [['2026-04-01', '08:00', '王', ''], { row: 2, column: '日期', code: 'noDay', text: '2026-04-01' }],
    [['2026-03-09', '08:00', '王', ''], { row: 2, column: '日期', code: 'noDay', text: '2026-03-09' }],
    [['3-2', '20:00', '王', ''], { row: 2, column: '班次', code: 'noShift', text: '20:00' }],
    [['3-2', '夜班', '王', ''], { row: 2, column: '班次', code: 'noShift', text: '夜班' }],
    [['3-1', '08:00', '李', ''], { row: 2, column: '日期', code: 'twice', text: '3-1' }],
    [['3-2', '08:00', '长'.repeat(61), ''], { row: 2, column: '值班员', code: 'tooLong', text: '长'.repeat(60) }],
  ])('%j is named by row and column', (line, fault) => {
    expect(read(['3-1', '08:00', '王', ''], line).faults).toEqual([fault]);
  });

  test('a shift left empty is not guessed where the day has several', () => {
    const two = [shift('2026-03-01'), shift('2026-03-01', '20:00')];
    const { faults, rows } = readRosterTable(
      [
        ['3-1', '', '王', ''],
        ['3-1', '20:00', '李', ''],
      ],
      '2026-03',
      two,
    );
    expect(faults).toMatchObject([{ row: 1, column: '班次', code: 'noShift' }]);
    expect(rows).toMatchObject([{ start: '20:00' }]);
  });

  test('the header and empty lines are passed over, whatever is right of the table too', () => {
    const table = [
      ['日期', '班次', '值班员', '带班领导'],
      ['', ''],
      ['3-1', '08:00', '王', '李', '备注'],
    ];
    expect(read(...table)).toMatchObject({ rows: [{ watch: '王', lead: '李' }], faults: [] });
  });
});
