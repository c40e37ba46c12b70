import { describe, expect, it } from 'vitest';
import { parseShortTime, shortTimeText } from './shortTime.ts';

const ZONE = 'Asia/Shanghai';
const local = (text: string) => Date.parse(`${text}+08:00`);
/** Friday 2013-11-22, 03:10:26 in the plan's zone; another day in the machine's. */
const NOW = local('2013-11-22T03:10:26');

const readings: [text: string, iso: string, precision: 'second' | 'minute' | 'about'][] = [
  ['0212', '2013-11-22T02:12:00', 'minute'],
  ['212', '2013-11-22T02:12:00', 'minute'],
  ['02:12', '2013-11-22T02:12:00', 'minute'],
  ['2:12', '2013-11-22T02:12:00', 'minute'],
  ['２：１２', '2013-11-22T02:12:00', 'minute'],
  ['2.12', '2013-11-22T02:12:00', 'minute'],
  ['2时12分', '2013-11-22T02:12:00', 'minute'],
  ['2点12', '2013-11-22T02:12:00', 'minute'],
  ['2点', '2013-11-22T02:00:00', 'minute'],
  ['0000', '2013-11-22T00:00:00', 'minute'],
  ['2400', '2013-11-22T00:00:00', 'minute'],
  ['021230', '2013-11-22T02:12:30', 'second'],
  ['02:12:30', '2013-11-22T02:12:30', 'second'],
  ['2时12分30秒', '2013-11-22T02:12:30', 'second'],
  ['约0212', '2013-11-22T02:12:00', 'about'],
  ['大约 2:12', '2013-11-22T02:12:00', 'about'],
  ['~0212', '2013-11-22T02:12:00', 'about'],
  ['0212左右', '2013-11-22T02:12:00', 'about'],
  ['约昨天 2312', '2013-11-21T23:12:00', 'about'],
  // Minutes ago, whole minutes.
  ['-20', '2013-11-22T02:50:00', 'minute'],
  ['−20', '2013-11-22T02:50:00', 'minute'],
  ['- 20', '2013-11-22T02:50:00', 'minute'],
  ['20分钟前', '2013-11-22T02:50:00', 'minute'],
  ['-0', '2013-11-22T03:10:00', 'minute'],
  ['现在', '2013-11-22T03:10:00', 'minute'],
  ['-200', '2013-11-21T23:50:00', 'minute'],
  ['2小时前', '2013-11-22T01:10:00', 'minute'],
  ['-2h', '2013-11-22T01:10:00', 'minute'],
  ['约-20', '2013-11-22T02:50:00', 'about'],
  // Later than now means yesterday's; the running minute and the next one's first seconds are today's.
  ['0310', '2013-11-22T03:10:00', 'minute'],
  ['0311', '2013-11-22T03:11:00', 'minute'],
  ['0312', '2013-11-21T03:12:00', 'minute'],
  ['2312', '2013-11-21T23:12:00', 'minute'],
  ['031126', '2013-11-22T03:11:26', 'second'],
  ['031127', '2013-11-21T03:11:27', 'second'],
  // A named day is that day, also where the time is still to come.
  ['今天 2312', '2013-11-22T23:12:00', 'minute'],
  ['昨天 2312', '2013-11-21T23:12:00', 'minute'],
  ['昨 2312', '2013-11-21T23:12:00', 'minute'],
  ['昨日02:12', '2013-11-21T02:12:00', 'minute'],
  ['前天 2312', '2013-11-20T23:12:00', 'minute'],
  ['22日 0212', '2013-11-22T02:12:00', 'minute'],
  ['22日0400', '2013-11-22T04:00:00', 'minute'],
  ['21号 23:12', '2013-11-21T23:12:00', 'minute'],
  ['23日 0212', '2013-11-23T02:12:00', 'minute'],
  ['24日 0212', '2013-10-24T02:12:00', 'minute'],
  ['31日 0212', '2013-10-31T02:12:00', 'minute'],
  ['11-22 0212', '2013-11-22T02:12:00', 'minute'],
  ['11/22 0212', '2013-11-22T02:12:00', 'minute'],
  ['11月22日2时12分', '2013-11-22T02:12:00', 'minute'],
  ['11-21 021230', '2013-11-21T02:12:30', 'second'],
  ['11-24 0212', '2012-11-24T02:12:00', 'minute'],
  ['2-29 0212', '2012-02-29T02:12:00', 'minute'],
  ['2013-11-22 0212', '2013-11-22T02:12:00', 'minute'],
  ['2013-11-22T02:12', '2013-11-22T02:12:00', 'minute'],
  ['2014年1月2日 0212', '2014-01-02T02:12:00', 'minute'],
];

describe('short forms of times [ux 3]', () => {
  it.each(readings)('%s at 2013-11-22 03:10:26 is %s, known to the %s', (text, iso, precision) => {
    expect(parseShortTime(text, NOW, ZONE)).toEqual({ kind: 'time', timed: { at: local(iso), precision } });
  });

  it.each(['?', '？', '正在核实', 'being verified', ' ? '])('%j is 正在核实', (text) => {
    expect(parseShortTime(text, NOW, ZONE)).toEqual({ kind: 'unknown' });
  });

  it.each(['', '  ', '\u3000'])('%j is empty', (text) => {
    expect(parseShortTime(text, NOW, ZONE)).toEqual({ kind: 'empty' });
  });

  it.each(['abc', '12', '1', '0212a', '下午2点', '昨天', '22日', '11-22', '约', '12345', '+20', '2:1:', '02121'])(
    '%j is none of the forms',
    (text) => expect(parseShortTime(text, NOW, ZONE)).toEqual({ kind: 'bad', reason: 'form' }),
  );

  it.each(['2500', '24:01', '0260', '021260', '31月1日 0212', '2-30 0212', '2013-02-29 0212', '32日 0212', '0日 0212'])(
    '%j is no time there is',
    (text) => expect(parseShortTime(text, NOW, ZONE)).toEqual({ kind: 'bad', reason: 'noSuchTime' }),
  );

  it('an hour that summer time leaves out is no time there is', () => {
    const now = Date.parse('2010-03-14T12:00:00-07:00');
    expect(parseShortTime('0230', now, 'America/Los_Angeles')).toEqual({ kind: 'bad', reason: 'noSuchTime' });
    expect(parseShortTime('0330', now, 'America/Los_Angeles')).toEqual({
      kind: 'time',
      timed: { at: Date.parse('2010-03-14T03:30:00-07:00'), precision: 'minute' },
    });
  });

  it('the turn of the year: a day to come belongs to last year', () => {
    const now = local('2014-01-01T00:20:00');
    const read = (text: string) => parseShortTime(text, now, ZONE);
    expect(read('2350')).toMatchObject({ timed: { at: local('2013-12-31T23:50:00') } });
    expect(read('31日 2350')).toMatchObject({ timed: { at: local('2013-12-31T23:50:00') } });
    expect(read('12-31 2350')).toMatchObject({ timed: { at: local('2013-12-31T23:50:00') } });
    const newYearsEve = local('2013-12-31T23:50:00');
    expect(parseShortTime('1日 0010', newYearsEve, ZONE)).toMatchObject({
      timed: { at: local('2014-01-01T00:10:00') },
    });
    expect(parseShortTime('1-1 0010', newYearsEve, ZONE)).toMatchObject({
      timed: { at: local('2014-01-01T00:10:00') },
    });
  });
});

describe('what was understood is written back in the shortest text that reads the same', () => {
  it.each([
    ['0212', '02:12'],
    ['-20', '02:50'],
    ['021230', '02:12:30'],
    ['约0212', '约02:12'],
    ['2312', '23:12'],
    ['昨天 0212', '11-21 02:12'],
    ['今天 2312', '11-22 23:12'],
    ['约昨天 0212', '约11-21 02:12'],
    ['11-24 0212', '11-24 02:12'],
    ['2010-11-22 0212', '2010-11-22 02:12'],
  ])('%s becomes %s', (text, written) => {
    const first = parseShortTime(text, NOW, ZONE);
    if (first.kind !== 'time') throw new Error(text);
    expect(shortTimeText(first.timed, NOW, ZONE)).toBe(written);
    expect(parseShortTime(written, NOW, ZONE)).toEqual(first);
  });

  it('is no finer than what is written: fractions of a second and of a minute do not bring the date in', () => {
    const at = local('2013-11-22T02:12:30.250');
    expect(shortTimeText({ at, precision: 'second' }, NOW, ZONE)).toBe('02:12:30');
    expect(shortTimeText({ at, precision: 'minute' }, NOW, ZONE)).toBe('02:12');
  });
});

describe('a time to come: until when something is due, or holds', () => {
  const ahead: [text: string, iso: string][] = [
    ['0400', '2013-11-22T04:00:00'],
    ['0310', '2013-11-22T03:10:00'],
    ['0309', '2013-11-23T03:09:00'],
    ['0212', '2013-11-23T02:12:00'],
    ['2312', '2013-11-22T23:12:00'],
    ['2400', '2013-11-23T00:00:00'],
    ['+30', '2013-11-22T03:40:00'],
    ['＋30', '2013-11-22T03:40:00'],
    ['30分钟后', '2013-11-22T03:40:00'],
    ['+2h', '2013-11-22T05:10:00'],
    ['24小时后', '2013-11-23T03:10:00'],
    ['今天 0212', '2013-11-22T02:12:00'],
    ['明天 0212', '2013-11-23T02:12:00'],
    ['明日8点', '2013-11-23T08:00:00'],
    ['后天 0800', '2013-11-24T08:00:00'],
    ['22日 0400', '2013-11-22T04:00:00'],
    ['21日 0400', '2013-12-21T04:00:00'],
    ['31日 0400', '2013-12-31T04:00:00'],
    ['11-24 0212', '2013-11-24T02:12:00'],
    ['11-21 0212', '2014-11-21T02:12:00'],
    ['1-2 0212', '2014-01-02T02:12:00'],
    ['-20', '2013-11-22T02:50:00'],
  ];

  it.each(ahead)('%s at 2013-11-22 03:10:26 is %s', (text, iso) => {
    expect(parseShortTime(text, NOW, ZONE, 'coming')).toMatchObject({ kind: 'time', timed: { at: local(iso) } });
  });

  it.each(ahead)('%s is written back as what reads the same', (text) => {
    const first = parseShortTime(text, NOW, ZONE, 'coming');
    if (first.kind !== 'time') throw new Error(text);
    const written = shortTimeText(first.timed, NOW, ZONE, 'coming');
    expect(parseShortTime(written, NOW, ZONE, 'coming')).toEqual(first);
  });

  it('what happened is never ahead: the same words mean the past there', () => {
    expect(parseShortTime('0400', NOW, ZONE)).toMatchObject({ timed: { at: local('2013-11-21T04:00:00') } });
    expect(parseShortTime('+30', NOW, ZONE)).toEqual({ kind: 'bad', reason: 'form' });
  });
});
