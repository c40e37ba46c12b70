import { expect, test } from 'vitest';
import type { ContactRow } from '#shared/contract/rows.ts';
import type { FoundGroup } from '#shared/domain/search/rows.ts';
import { askedOf, contactsAskedOf, NO_FILTERS } from './filters.ts';
import { optionGroups } from './options.ts';
import type { Command } from './useCommands.ts';

const command = (name: string): Command => ({ id: name, name, more: '', keys: null, run: () => undefined });
const incident = (next: string | null): FoundGroup => ({
  kind: 'incident',
  rows: [{ kind: 'incident', id: 'incident/i1', incidentId: 'i1', closedAt: null, parts: [], more: [] }],
  next,
});
const shown = (...asked: Parameters<typeof optionGroups>) =>
  optionGroups(...asked).map(({ scope, options }) => [scope, options.map(({ id }) => id)]);

test('[SEARCH-8] a command called by name or initials stands first, one that only holds the words last', () => {
  const found = [incident(null)];
  const practice = command('打开演练回放：管道');
  const all = [practice, command('管线图')];
  expect(shown([practice], found, [], 'all', '管')).toEqual([
    ['incident', ['incident-incident/i1']],
    ['command', ['command-打开演练回放：管道']],
  ]);
  expect(shown(all, found, [], 'all', '管')).toEqual([
    ['command', ['command-管线图', 'command-打开演练回放：管道']],
    ['incident', ['incident-incident/i1']],
  ]);
  expect(shown(all, found, [], 'all', 'gx')[0]?.[0]).toBe('command');
});

test('[SEARCH-8] a chip leaves one kind; more of it is an option of its own', () => {
  const found = [incident('1.7')];
  expect(shown([command('管线图')], found, [], 'incident', '管')).toEqual([
    ['incident', ['incident-incident/i1', 'incident-more']],
  ]);
  expect(shown([command('管线图')], found, [], 'person', '管')).toEqual([]);
});

test('[SEARCH-8] the directory: whoever has a number or was entered, never what the plan names alone', () => {
  const contact = (contactId: string, ofPlan: boolean, numbers: ContactRow['numbers']): ContactRow => ({
    contactId,
    kind: 'unit',
    name: '消防',
    numbers,
    roles: [],
    head: null,
    changedAt: null,
    changedBy: null,
    confirmedAt: null,
    doubtfulFrom: null,
    ofPlan,
  });
  const number = { kind: 'duty' as const, number: '119' };
  const contacts = [contact('a', true, []), contact('b', true, [number]), contact('c', false, [])];
  expect(shown([], [], contacts, 'all', '消')).toEqual([['contact', ['contact-b', 'contact-c']]]);
  expect(contactsAskedOf('消', NO_FILTERS)).toMatchObject({ type: 'listContacts', text: '消' });
  expect(contactsAskedOf('消', { ...NO_FILTERS, incidentId: 'i1' })).toBeNull();
  expect(contactsAskedOf('消', { ...NO_FILTERS, scope: 'task' })).toBeNull();
});

test('[SEARCH-4] what the desk is asked: nothing for commands alone; entries only where a filter is about them', () => {
  const now = Date.UTC(2026, 0, 31);
  expect(askedOf(' ', NO_FILTERS, now)).toBeNull();
  expect(askedOf('管', { ...NO_FILTERS, scope: 'command' }, now)).toBeNull();
  expect(askedOf('管', NO_FILTERS, now)?.kinds).toContain('person');
  const narrowed = askedOf('管', { ...NO_FILTERS, officerId: 'o1', period: 'week' }, now);
  expect(narrowed).toMatchObject({ officerId: 'o1', from: Date.UTC(2026, 0, 24) });
  expect(narrowed?.kinds).not.toContain('person');
  expect(askedOf('管', { ...NO_FILTERS, scope: 'task', incidentId: 'i1' }, now)).toMatchObject({
    kinds: ['task'],
    incidentId: 'i1',
    limit: 30,
  });
});
