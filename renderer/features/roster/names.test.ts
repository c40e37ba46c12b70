/** [ROSTER-1] What is typed into the roster, and who is meant. */
import { describe, expect, it } from 'vitest';
import { nameOf, personOf, typedShifts } from './names.ts';

const officer = (officerId: string, name: string) => ({ officerId, name, post: 'watchOfficer' });
const OFFICERS = [officer('a', '王值班'), officer('b', '李接班'), officer('c', '赵'), officer('d', '赵')];
const shift = {
  date: '2026-03-01',
  start: '08:00',
  startsAt: 0,
  endsAt: 1,
  watch: { officerId: 'a' },
  lead: { name: '周局长' },
};

describe('names and people', () => {
  it.each([
    ['王值班', { officerId: 'a' }],
    [' 李接班 ', { officerId: 'b' }],
    ['周局长', { name: '周局长' }],
    ['赵', { name: '赵' }],
    ['  ', null],
  ])('%j', (text, person) => expect(personOf(text, OFFICERS)).toEqual(person));

  it('reads back what it wrote', () => {
    for (const name of ['王值班', '周局长', '']) expect(nameOf(personOf(name, OFFICERS), OFFICERS)).toBe(name);
  });

  it('only what differs is sent, and what was not touched stays as it was', () => {
    const key = '2026-03-01 08:00';
    expect(typedShifts([shift], {}, OFFICERS)).toEqual([]);
    expect(typedShifts([shift], { [key]: { watch: '王值班' } }, OFFICERS)).toEqual([]);
    expect(typedShifts([shift], { [key]: { watch: '' } }, OFFICERS)).toEqual([
      { date: '2026-03-01', start: '08:00', watch: null, lead: { name: '周局长' } },
    ]);
  });
});
