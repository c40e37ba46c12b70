import { describe, expect, it } from 'vitest';
import type { IncidentRow } from '#shared/contract/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import { type DueSign, dueSign, type Icon, iconOf } from './dueSign.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;
const row = (state: Obligation['state'], dueIn: number | null, more: Partial<Obligation> = {}): Obligation =>
  ({
    state,
    dueAt: dueIn === null ? null : NOW + dueIn,
    dueSoonAt: dueIn === null ? null : NOW + dueIn - 10 * MINUTE,
    supervised: false,
    optional: false,
    ...more,
  }) as Obligation;
const incident = (...obligations: Obligation[]): IncidentRow =>
  ({ assessment: { obligations } }) as unknown as IncidentRow;

const TABLE: [string, Obligation[], DueSign, Icon][] = [
  ['nothing runs', [row('fulfilledLate', -MINUTE)], { kind: 'none' }, 'calm'],
  [
    'late ones are counted',
    [row('overdue', -1), row('overdue', -MINUTE), row('dueSoon', MINUTE)],
    { kind: 'late', n: 2 },
    'late',
  ],
  ['due since the board was read', [row('dueSoon', -1)], { kind: 'late', n: 1 }, 'late'],
  ['due at this instant is on time', [row('dueSoon', 0)], { kind: 'next', minutes: 0, isSoon: true }, 'soon'],
  [
    'the next one, in whole minutes',
    [row('pending', 90 * MINUTE), row('pending', 11 * MINUTE + 1)],
    { kind: 'next', minutes: 12, isSoon: false },
    'calm',
  ],
  ['the next one, soon', [row('dueSoon', 9 * MINUTE)], { kind: 'next', minutes: 9, isSoon: true }, 'soon'],
  ['at once, without a number', [row('immediate', null)], { kind: 'atOnce', n: 1 }, 'soon'],
  [
    'what others owe says nothing',
    [row('overdue', -1, { supervised: true }), row('immediate', null, { supervised: true })],
    { kind: 'none' },
    'calm',
  ],
];

describe('what a tab behind others says', () => {
  it.each(TABLE)('%s', (_, obligations, sign, icon) => {
    expect(dueSign([incident(), incident(...obligations)], NOW)).toEqual(sign);
    expect(iconOf(sign)).toBe(icon);
  });
});
