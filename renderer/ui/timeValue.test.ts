import { describe, expect, it } from 'vitest';
import { timedSchema } from '#shared/domain/values.ts';
import { readTime, timedInput, timeKind } from './timeValue.ts';

const NOW = Date.parse('2013-11-22T03:10:26+08:00');
const read = (text: string) => readTime(text, NOW, 'Asia/Shanghai');

describe('typed times', () => {
  it.each(['0212', '02:12:30', '约0212', '-20', '昨天 2312'])('%s reaches the command as it was meant', (text) => {
    const { timed } = read(text);
    expect(timed && timedSchema.parse(timedInput(timed))).toEqual(timed);
  });

  it.each([
    ['0212', 'time'],
    ['', 'empty'],
    ['?', 'unknown'],
    ['正在核实', 'unknown'],
    ['2561', 'bad'],
    ['abc', 'bad'],
  ])('%j is %s', (text, kind) => expect(timeKind(read(text))).toBe(kind));
});
