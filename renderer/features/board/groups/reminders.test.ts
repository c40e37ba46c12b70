// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { formatPlace } from '#renderer/app/routes/route.ts';
import type { ReminderRow } from '#shared/contract/rows.ts';
import { placeOf, shownReminders } from './Reminders.tsx';

const rows = (...kinds: ReminderRow['kind'][]): ReminderRow[] =>
  kinds.map((kind, index) => ({ kind, key: `${kind} ${index}` }) as ReminderRow);
const keys = (...kinds: ReminderRow['kind'][]) => shownReminders(rows(...kinds)).map(({ key }) => key);

describe('the band below the clocks [plan 4.3]', () => {
  it('shows an open 补签 whatever else is late', () => {
    expect(keys('task', 'task', 'task', 'task', 'task', 'signature')).toEqual([
      'task 0',
      'task 1',
      'task 2',
      'signature 5',
    ]);
  });

  it('shows every open 补签, and still the first two of the others', () => {
    const all = keys('task', 'unit', 'task', 'signature', 'signature', 'signature', 'signature');
    expect(all).toEqual(['task 0', 'unit 1', 'signature 3', 'signature 4', 'signature 5', 'signature 6']);
  });

  it.each([
    ['signature', '#/response/i1'],
    ['reinforcement', '#/response/i1'],
    ['task', '#/groups/i1'],
    ['unit', '#/groups/i1/units'],
    ['instruction', '#/groups/i1/instructions'],
  ] as const)('%s leads to where it is dealt with', (kind, hash) => {
    expect(formatPlace({ deskId: null, route: placeOf({ kind, incidentId: 'i1' }) })).toBe(hash);
  });

  it('shows all where they fit', () => {
    expect(keys('task', 'unit')).toEqual(['task 0', 'unit 1']);
  });
});
