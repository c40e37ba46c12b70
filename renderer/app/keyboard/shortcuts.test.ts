import { describe, expect, it } from 'vitest';
import { type Press, shortcutOf } from './shortcuts.ts';

const press = (change: Partial<Press>): Press => ({
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  inText: false,
  ...change,
});

describe('keys that work everywhere [ux 12]', () => {
  it.each([
    ['F1', 'board'],
    ['F2', 'intake'],
    ['F3', 'incident'],
    ['F4', 'report'],
    ['F6', 'note'],
    ['F7', 'write'],
    ['F8', 'switch'],
    ['F9', 'lock'],
    ['F10', 'clue'],
  ])('%s is %s, also while typing', (key, shortcut) => {
    expect(shortcutOf(press({ key, inText: true }))).toBe(shortcut);
  });

  it.each([
    ['Ctrl K', { key: 'k', ctrlKey: true, inText: true }, 'find'],
    ['⌘ K', { key: 'K', metaKey: true }, 'find'],
    ['?', { key: '?', shiftKey: true }, 'keys'],
    ['full-width ?', { key: '？' }, 'keys'],
    ['? in a text', { key: '?', inText: true }, null],
    ['Ctrl F1', { key: 'F1', ctrlKey: true }, null],
    ['Alt F4', { key: 'F4', altKey: true }, null],
    ['Shift F6', { key: 'F6', shiftKey: true }, null],
    ['F5', { key: 'F5' }, null],
    ['F2 while composing', { key: 'F2', isComposing: true }, null],
    ['F2 held down', { key: 'F2', repeat: true }, null],
  ])('%s', (_, change, shortcut) => expect(shortcutOf(press(change))).toBe(shortcut));
});
