import { describe, expect, it } from 'vitest';
import { countFrom, isStroke, keptOf, OPEN } from './keyCount.ts';

const press = (key: string, code = '', repeat = false) => ({ key, code, repeat });

describe('[KEYS-1] what is a key pressed', () => {
  it.each([
    ['a letter', press('a', 'KeyA'), true],
    ['Tab', press('Tab', 'Tab'), true],
    ['Enter of a chord', press('Enter', 'Enter'), true],
    ['a letter for the input method', press('Process', 'KeyZ'), true],
    ['a held key', press('a', 'KeyA', true), false],
    ['Ctrl alone', press('Control', 'ControlLeft'), false],
    ['Shift alone', press('Shift', 'ShiftRight'), false],
    ['Shift for the input method', press('Process', 'ShiftLeft'), false],
    ['AltGr alone', press('AltGraph', 'AltRight'), false],
    ['Caps Lock', press('CapsLock', 'CapsLock'), false],
  ])('%s', (_, event, counts) => expect(isStroke(event)).toBe(counts));
});

describe('[KEYS-1] a part of the keys is never taken for all of them', () => {
  it.each([
    ['nothing typed, nothing kept', null, 'empty', 0],
    ['nothing typed, whatever was kept', '7', 'empty', 0],
    ['left in order', '57', 'begun', 57],
    ['left in order before the first key', '0', 'begun', 0],
    ['typed before anybody counted', null, 'begun', null],
    ['the page died', OPEN, 'begun', null],
    ['lost before', 'lost', 'begun', null],
    ['something else', '{"n":3}', 'begun', null],
    ['an empty word', '', 'begun', null],
    ['fields kept apart, nothing kept', null, 'besides', 0],
    ['fields kept apart, left in order', '5', 'besides', 5],
    ['fields kept apart, the page died', OPEN, 'besides', null],
  ] as const)('%s', (_, kept, form, counted) => expect(countFrom(kept, form)).toBe(counted));

  it.each([
    [57, 'begun'],
    [0, 'besides'],
    [null, 'begun'],
  ] as const)('%s left behind is found again (%s)', (counted, form) => {
    expect(countFrom(keptOf(counted, form), form)).toBe(counted);
    expect(keptOf(counted, 'empty')).toBeNull();
  });
});
