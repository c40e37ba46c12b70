import { describe, expect, it } from 'vitest';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import { decisionCommand, isDecided, newDecision, optional, optionalTime } from './decisionForm.ts';
import { newPerson, readParty, readPerson, readUnit, readUnits, withUnits } from './parties.ts';

const UNITS = [
  { id: 'police', label: '市公安局' },
  { id: 'energy', label: '市能源局' },
];

describe('units and parties as they are typed', () => {
  it('a label of the plan becomes its id, other words stay words, nothing is nothing', () => {
    expect(readUnit(UNITS, ' 市公安局 ')).toBe('police');
    expect(readUnit(UNITS, '某抢险队')).toEqual({ other: '某抢险队' });
    expect(readUnit(UNITS, '  ')).toBeNull();
  });

  it('several: each taken up once, with Chinese commas between them or one by one; nothing is no unit', () => {
    const names = withUnits(withUnits([], '市公安局、 市能源局，'), '某抢险队');
    expect(names).toEqual(['市公安局', '市能源局', '某抢险队']);
    expect(withUnits(names, ' 市公安局 ')).toEqual(names);
    expect(withUnits(names, ' ，')).toEqual(names);
    expect(readUnits(UNITS, names)).toEqual(['police', 'energy', { other: '某抢险队' }]);
  });

  it('a task goes to a group before a unit of the same name', () => {
    const groups = [{ groupId: 'g1', name: '市公安局' }];
    expect(readParty(groups, UNITS, '市公安局')).toEqual({ group: 'g1' });
    expect(readParty([], UNITS, '市公安局')).toEqual({ unit: 'police' });
    expect(readParty([], UNITS, '某村')).toEqual({ other: '某村' });
    expect(readParty([], UNITS, '')).toBeNull();
  });

  it('a person keeps the id and leaves out what was not said', () => {
    const contact = { contactId: 'k1', name: '周勇' };
    expect(readPerson(UNITS, { ...newPerson('p1'), name: '周勇', contact }).personId, 'of the directory').toBe('k1');
    expect(readPerson(UNITS, { ...newPerson('p1'), name: '周', contact }).personId, 'typed over').toBe('p1');
    expect(readPerson(UNITS, { ...newPerson('p1'), name: ' 周勇 ', unit: '市公安局' })).toEqual({
      personId: 'p1',
      name: '周勇',
      unit: 'police',
    });
  });
});

describe('a decision as it is typed', () => {
  it('needs a post and a name, and a time that can be read', () => {
    const decision = newDecision('commander');
    expect(isDecided(decision)).toBe(false);
    expect(isDecided({ ...decision, name: '陈立' })).toBe(true);
    expect(isDecided({ ...decision, name: '陈立', post: null })).toBe(false);
    expect(isDecided({ ...decision, name: '陈立', at: { text: '25:99', timed: null } })).toBe(false);
  });

  it('leaves out what was not typed', () => {
    expect(decisionCommand({ ...newDecision('commander'), name: ' 陈立 ' })).toEqual({
      post: 'commander',
      name: '陈立',
      means: 'phone',
    });
    expect(optional('reason', '  ')).toEqual({});
    expect(optional('reason', ' 雨 ')).toEqual({ reason: '雨' });
    expect(optionalTime('at', NO_TIME)).toEqual({});
    const timed = { at: Date.parse('2026-02-13T06:31:00Z'), precision: 'minute' as const };
    expect(optionalTime('at', { text: '1431', timed })).toEqual({ at: '2026-02-13T06:31Z' });
  });
});
