import { describe, expect, it } from 'vitest';
import type { ChecklistRow, ConditionRow, LevelRow, ResponseFile } from '#shared/contract/rows.ts';
import { countsOf, orderLists } from './checklists/order.ts';
import { conditionMatrix, missingOf, nextLevel } from './conditionMatrix.ts';
import { areHoursBad, hoursOf, levelCommand, mayDecide, needsReason, newLevelForm } from './dialogs/levelForm.ts';

const condition = (criterion: string, id: string, part: Partial<ConditionRow> = {}): ConditionRow => ({
  criterion,
  clause: '4.3',
  provenance: 'plan',
  subject: { kind: 'figure', id },
  needed: 10,
  exclusive: false,
  met: 'no',
  blockedBy: null,
  confirmed: 7,
  conservative: 7,
  forecast: null,
  value: null,
  entryId: null,
  reachedAt: null,
  ...part,
});
const level = (id: string, rows: ConditionRow[], may = [`may-${id}`]): LevelRow => ({
  level: id,
  isProposed: false,
  isInForce: false,
  may,
  rows,
});
const fileOf = (part: Partial<ResponseFile>): ResponseFile =>
  ({ incidentId: 'i', headEntryId: 'e-7', response: null, levels: [], ...part }) as ResponseFile;
const LEVELS = [level('low', [condition('l', 'dead', { met: 'confirmed' })]), level('high', [condition('h', 'dead')])];

describe('the conditions as one table [plan 4.3]', () => {
  it('puts what every level asks of a thing into one row, gaps included', () => {
    const matrix = conditionMatrix([
      level('low', [condition('low-dead', 'dead', { needed: 3 }), condition('low-leak', 'leak')]),
      level('high', [condition('high-dead', 'dead'), condition('high-loss', 'loss')]),
    ]);
    expect(matrix.map(({ subject }) => subject.id)).toEqual(['dead', 'leak', 'loss']);
    expect(matrix.map(({ cells }) => cells.map(({ asks }) => asks.map(({ criterion }) => criterion)))).toEqual([
      [['low-dead'], ['high-dead']],
      [['low-leak'], []],
      [[], ['high-loss']],
    ]);
  });

  it('says what is missing only of numbers that are known and not met', () => {
    expect(missingOf(condition('c', 'dead'))).toBe(3);
    expect(missingOf(condition('c', 'dead', { met: 'confirmed', confirmed: 12 }))).toBeNull();
    expect(missingOf(condition('c', 'dead', { confirmed: null }))).toBeNull();
    expect(missingOf(condition('c', 'leak', { needed: null }))).toBeNull();
  });
});

describe('why not the next level [plan 4.3]', () => {
  const levels = [
    level('low', [condition('l', 'dead', { met: 'confirmed' })]),
    level('high', [
      condition('h-loss', 'loss', { confirmed: 100, needed: 1000 }),
      condition('h-dead', 'dead'),
      condition('h-hurt', 'hurt', { confirmed: null, met: 'unknown' }),
    ]),
  ];

  it('names the level above and what its known numbers lack, the nearest first', () => {
    const next = nextLevel(levels, 'low');
    expect([next?.level, next?.rows.map(({ criterion }) => criterion)]).toEqual(['high', ['h-dead', 'h-loss']]);
  });

  it('is the lowest level while none is proposed, and nothing at the top', () => {
    expect(nextLevel(levels, null)?.level).toBe('low');
    expect(nextLevel(levels, 'high')).toBeNull();
  });
});

describe('a decision about a level', () => {
  it('offers the posts the desk names for the level', () => {
    expect(mayDecide(fileOf({ levels: LEVELS }), 'high')).toEqual(['may-high']);
    expect(mayDecide(fileOf({ levels: LEVELS }), null)).toEqual([]);
  });

  it('wants a reason where no confirmed criterion of the level is met', () => {
    expect(needsReason(fileOf({ levels: LEVELS }), 'low')).toBe(false);
    expect(needsReason(fileOf({ levels: LEVELS }), 'high')).toBe(true);
    expect(needsReason(fileOf({ levels: LEVELS }), null)).toBe(false);
  });

  it('goes against the entry that was seen, and starts or adjusts by what runs', () => {
    const seen = fileOf({ levels: LEVELS });
    const form = { ...newLevelForm(seen, 'low', null, 'resp-1'), hours: '12' };
    expect(levelCommand(seen, form, null)).toMatchObject({
      type: 'StartResponse',
      responseId: 'resp-1',
      level: 'low',
      expectedHours: 12,
      against: 'e-7',
    });
    const running = { level: 'high' } as NonNullable<ResponseFile['response']>;
    const adjust = levelCommand({ ...seen, headEntryId: 'e-9', response: running }, form, null);
    expect(adjust).toMatchObject({ type: 'AdjustResponse', against: 'e-7' });
    expect(adjust).not.toHaveProperty('responseId');
    expect(adjust).not.toHaveProperty('reason');
  });

  it.each([
    ['', null, false],
    ['12', 12, false],
    ['1.5', 1.5, false],
    ['0', null, true],
    ['-1', null, true],
    ['两天', null, true],
    ['10001', null, true],
  ])('hours %j', (text, hours, bad) => {
    expect(hoursOf(text)).toBe(hours);
    expect(areHoursBad(text)).toBe(bad);
  });
});

describe('checklists', () => {
  const list = (id: string, because: ChecklistRow['because'], since = 0): ChecklistRow => ({
    id,
    because,
    since,
    items: [],
  });

  it('the closing list first, then what the facts brought, the levels newest first, what always holds last', () => {
    const lists = [
      list('first', { kind: 'always' }),
      list('III', { kind: 'level', level: 'III', responseId: 'r' }, 1),
      list('I', { kind: 'level', level: 'I', responseId: 'r' }, 2),
      list('fire', { kind: 'condition', conditions: ['fire'] }),
      list('closing', { kind: 'ended' }),
    ];
    expect(orderLists(lists).map(({ id }) => id)).toEqual(['closing', 'fire', 'I', 'III', 'first']);
  });

  it('counts what is done or does not apply; assigned is not done', () => {
    const items = (['done', 'notApplicable', 'assigned', 'open'] as const).map((state) => ({ state }));
    expect(countsOf(items)).toEqual({ settled: 2, all: 4 });
  });
});
