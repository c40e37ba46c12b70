/** 3.4.3(5): whoever is shown can be rung up, by what stands there and by what 通讯录 has. */
import { describe, expect, test } from 'vitest';
import type { ContactRow } from '#shared/contract/rows.ts';
import { partyContact } from '#shared/domain/directory/planContacts.ts';
import { TestDesk } from '#shared/domain/testing/testDesk.ts';
import {
  type Callee,
  calleeNamed,
  calleeOfCaller,
  calleeOfPost,
  calleeOfUnit,
  callerNumber,
  reachableOf,
} from './callee.ts';

const { plan: jincheng } = new TestDesk();

const row = (contactId: string, name: string, ...numbers: string[]): ContactRow => ({
  contactId,
  kind: 'person',
  name,
  numbers: numbers.map((number) => ({ kind: 'mobile', number })),
  roles: [],
  head: null,
  changedAt: null,
  changedBy: null,
  confirmedAt: null,
  doubtfulFrom: null,
  ofPlan: false,
});
const numbersOf = (callee: Callee, rows: readonly ContactRow[]) =>
  reachableOf(callee, rows).map(({ name, number, contactId }) => `${name} ${number} ${contactId ?? '-'}`);

describe('3.4.3(5): whom a button rings up', () => {
  test('somebody known by name only: whoever bears just that name, never one who merely holds it', () => {
    const rows = [row('a', '王伟', '13800000001'), row('b', '王伟强', '13800000002'), row('c', '王伟')];
    expect(numbersOf(calleeNamed('王伟'), rows)).toEqual(['王伟 13800000001 a']);
    expect(numbersOf(calleeNamed('市长'), rows)).toEqual([]);
  });

  test('a post: its entry and who holds it, the named one first', () => {
    const rows = [
      row('plan-post.commander', '指挥长', '03560000001'),
      row('z', '张', '1380001'),
      row('l', '李', '1380002'),
    ];
    expect(numbersOf(calleeOfPost('commander', '李'), rows)).toEqual([
      '李 1380002 l',
      '指挥长 03560000001 plan-post.commander',
      '张 1380001 z',
    ]);
  });

  test('what was typed on the incident first, once, as the directory’s where it has it; never a fax', () => {
    const fax = { ...row('f', '水务局', '1'), numbers: [{ kind: 'fax' as const, number: '0356-999' }] };
    const typed = { ...calleeNamed('水务局'), numbers: ['138 0000 0001', '无'] };
    expect(numbersOf(typed, [row('a', '水务局', '03560000009', '13800000001'), fax])).toEqual([
      '水务局 13800000001 a',
      '水务局 03560000009 a',
    ]);
  });

  test('a unit of the plan is asked for by what it is there, any other by name', () => {
    const [unit] = jincheng.units;
    if (unit === undefined) throw new Error('a plan without units');
    const callee = calleeOfUnit(jincheng, { id: unit.id, name: unit.label });
    expect(callee.listed).toEqual({ role: `party:${partyContact(jincheng, unit.id)?.party}` });
    expect(callee.contactId).toMatch(/^plan-unit\./);
    expect(calleeOfUnit(jincheng, { id: null, name: '某救援队' }).listed).toEqual({ name: '某救援队' });
    expect(calleeOfUnit(jincheng, { id: null, name: '某救援队' }, '119').numbers).toEqual(['119']);
  });

  test('4.1.3(1): a caller is rung back at the number left, by what was said of the caller', () => {
    const details = { reportingUnit: '某公司', reporter: { value: '张三' }, callback: '0356-2000001', source: null };
    expect(callerNumber(jincheng, details)).toBe('0356-2000001');
    expect(calleeOfCaller(jincheng, details, '0356-2000001')).toMatchObject({
      name: '某公司 张三',
      numbers: ['0356-2000001'],
      listed: null,
    });
    expect(callerNumber(jincheng, { callback: '没留' })).toBeNull();
    expect(calleeOfCaller(jincheng, {}, '110').name).toBe('110');
  });
});
