import { describe, expect, it } from 'vitest';
import { timedSchema } from '#shared/domain/values.ts';
import { clockText, parseTimeInput, timedInput } from './timeInput.ts';

const SHANGHAI = 'Asia/Shanghai';
const at = (local: string) => Date.parse(`${local}+08:00`);
const NOW = at('2013-11-22T03:10:26');

describe('short forms of times [ux 3]', () => {
  it.each([
    ['0212', '2013-11-22T02:12:00', 'minute'],
    ['212', '2013-11-22T02:12:00', 'minute'],
    ['02:12', '2013-11-22T02:12:00', 'minute'],
    ['2:12', '2013-11-22T02:12:00', 'minute'],
    ['０２：１２', '2013-11-22T02:12:00', 'minute'],
    ['021230', '2013-11-22T02:12:30', 'second'],
    ['02:12:30', '2013-11-22T02:12:30', 'second'],
    ['-20', '2013-11-22T02:50:00', 'minute'],
    ['－２０', '2013-11-22T02:50:00', 'minute'],
    ['-0', '2013-11-22T03:10:00', 'minute'],
    ['-240', '2013-11-21T23:10:00', 'minute'],
    ['现在', '2013-11-22T03:10:00', 'minute'],
    ['昨天 2312', '2013-11-21T23:12:00', 'minute'],
    ['昨天2312', '2013-11-21T23:12:00', 'minute'],
    ['前天 08:30', '2013-11-20T08:30:00', 'minute'],
    ['今天 0212', '2013-11-22T02:12:00', 'minute'],
    ['11-20 0212', '2013-11-20T02:12:00', 'minute'],
    ['11月20日 0212', '2013-11-20T02:12:00', 'minute'],
    ['2012-02-29 0000', '2012-02-29T00:00:00', 'minute'],
    ['2013-11-22T02:12', '2013-11-22T02:12:00', 'minute'],
    ['约0212', '2013-11-22T02:12:00', 'about'],
    ['约 昨天 2312', '2013-11-21T23:12:00', 'about'],
    ['~-20', '2013-11-22T02:50:00', 'about'],
    // More than an hour ahead: yesterday's. Within the hour: today's, and the desk asks back.
    ['2350', '2013-11-21T23:50:00', 'minute'],
    ['0411', '2013-11-21T04:11:00', 'minute'],
    ['0410', '2013-11-22T04:10:00', 'minute'],
    ['12-31 2350', '2012-12-31T23:50:00', 'minute'],
  ])('%s', (text, local, precision) => {
    expect(parseTimeInput(text, NOW, SHANGHAI)).toEqual({ at: at(local), precision });
  });

  it.each(['', '2412', '0260', '1', '昨天', 'abc', '02-30 0212', '13-01 0212', '02:1', '-', '约', '0212 x'])(
    '%j is not a time',
    (text) => expect(parseTimeInput(text, NOW, SHANGHAI)).toBeNull(),
  );

  it.each([
    ['-20', '02:50'],
    ['约0212', '约02:12'],
    ['021230', '02:12:30'],
    ['昨天2312', '23:12'],
  ])('%s is left standing as %s', (text, clock) => {
    const timed = parseTimeInput(text, NOW, SHANGHAI);
    expect(timed && clockText(timed, SHANGHAI)).toBe(clock);
  });

  it.each(['0212', '02:12:30', '约0212'])('%s reaches the command as it was meant', (text) => {
    const timed = parseTimeInput(text, NOW, SHANGHAI);
    expect(timed && timedSchema.parse(timedInput(timed))).toEqual(timed);
  });
});
