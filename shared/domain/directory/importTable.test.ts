/** A list from elsewhere becomes entries [plan 6.3]. */
import { describe, expect, test } from 'vitest';
import { harmless } from '#shared/spreadsheet/formula.ts';
import { jincheng } from '../testing/testDesk.ts';
import type { Contact } from './contact.ts';
import { EXPORT_HEAD, exportRows } from './exportTable.ts';
import {
  type Existing,
  guessColumns,
  importColumns,
  matchImport,
  mergeContacts,
  readImport,
  stageImport,
} from './importTable.ts';

const plan = jincheng();
const HEAD = ['姓名', '单位', '手机', '工作组', '类别'];
const columns = guessColumns(HEAD);
const read = (...rows: (string | null)[][]) => readImport([HEAD, ...rows], columns, plan);
const contact = (name: string, more: Partial<Contact> = {}): Contact => ({
  kind: 'person',
  name,
  numbers: [],
  roles: [],
  ...more,
});
const mobile = (...numbers: string[]) => ({ numbers: numbers.map((number) => ({ kind: 'mobile', number }) as const) });

describe('columns', () => {
  test.each([
    [
      ['姓名', '工作单位', '职务', '手机号码', '办公电话'],
      ['name', 'unit', 'post', 'mobile', 'office'],
    ],
    [
      ['序号', '联系人', '联系电话', '备注'],
      [null, 'name', 'mobile', 'note'],
    ],
    [
      ['值班电话', '单 位', '姓名：'],
      ['duty', 'unit', 'name'],
    ],
    [
      ['物资名称', '规格数量', '存放单位', '存放地点', '联系电话（24小时）'],
      ['name', 'holds', 'unit', 'place', 'mobile'],
    ],
    [
      ['x', null, 'y'],
      [null, null, null],
    ],
  ])('%j are %j', (head, expected) => {
    expect(guessColumns(head)).toEqual(expected);
  });

  test('what is exported is understood as it was', () => {
    expect(new Set(guessColumns([...EXPORT_HEAD]))).toEqual(new Set(importColumns));
    const all = [
      contact('单伟', {
        unit: '市水务局',
        ...mobile('110', '119'),
        roles: [{ in: 'group', id: 'rescue' }],
        note: '夜间',
      }),
      contact('泵', { kind: 'material', holds: '6 台', place: '某库' }),
    ];
    const rows = exportRows(all, plan);
    expect(readImport(rows, guessColumns(rows[0] ?? []), plan)).toEqual({
      rows: all.map((each, index) => ({ row: index + 2, contact: each })),
      faults: [],
    });
  });
});

test('[DIRECTORY-3] what left marked as text comes back without the mark, a number with + too', () => {
  const all = [contact('=曾国强', { post: '＠某', ...mobile('+86 13800000001') }), contact('-1', { note: '@x' })];
  const rows = exportRows(all, plan).map((row) => row.map(harmless));
  expect(rows[1]?.[1]).toBe("'=曾国强");
  const read = readImport(rows, guessColumns(rows[0] ?? []), plan);
  expect(read.faults).toEqual([]);
  // Typed in full width, kept in half width as every import is.
  expect(read.rows.map(({ contact: { name, post, note } }) => [name, post, note])).toEqual([
    ['=曾国强', '@某', undefined],
    ['-1', undefined, '@x'],
  ]);
  expect(read.rows[0]?.contact.numbers).toEqual(all[0]?.numbers);
});

describe('rows', () => {
  test('several numbers in one cell, full-width digits, a working group by name, empty lines left out', () => {
    expect(read(['单伟', '市水务局', '１３８、139000', '抢险救援组', null], [null, null, null, null, null])).toEqual({
      rows: [
        {
          row: 2,
          contact: contact('单伟', {
            unit: '市水务局',
            ...mobile('138', '139000'),
            roles: [{ in: 'group', id: 'rescue' }],
          }),
        },
      ],
      faults: [],
    });
  });

  test('a line without a name is its unit', () => {
    expect(read([null, '某公司', '110', null, null]).rows[0]?.contact).toMatchObject({ kind: 'unit', name: '某公司' });
  });

  test.each([
    [[null, null, '110', null, null], 'name', 'missing'],
    [['甲', null, '12x', null, null], 'mobile', 'notANumber'],
    [['甲', null, null, '合唱组', null], 'group', 'unknownGroup'],
    [['甲', null, null, null, '神仙'], 'kind', 'unknownKind'],
    [['甲'.repeat(201), null, null, null, null], 'name', 'tooLong'],
  ])('%j is told by row and column', (cells, column, why) => {
    const { rows, faults } = read(['好', null, null, null, null], cells);
    expect(rows).toHaveLength(1);
    expect(faults).toMatchObject([{ row: 3, column, why }]);
  });
});

describe('duplicates', () => {
  const known = (contactId: string, of: Contact): Existing => ({ contactId, head: `e-${contactId}`, contact: of });
  const shan = known('k1', contact('单伟', { unit: '市水务局', ...mobile('13800000001') }));
  const rows = (...all: Contact[]) => all.map((each, index) => ({ row: index + 2, contact: each }));

  test.each([
    ['unit, name and number', contact('单伟', { unit: '市水务局', ...mobile('138-0000-0001') }), true],
    ['unit and name', contact('单伟', { unit: '市水务局', ...mobile('139') }), true],
    ['name and number elsewhere', contact('单伟', { unit: '市应急局', ...mobile('13800000001') }), true],
    ['the name alone', contact('单伟', { unit: '市应急局', ...mobile('139') }), false],
    ['the number alone', contact('甲', { unit: '市水务局', ...mobile('13800000001') }), false],
  ])('%s', (_, of, isSame) => {
    expect(matchImport(rows(of), [shan])[0]?.same !== null).toBe(isSame);
  });

  test('merged: what is known stays, what is new comes behind it', () => {
    const added = contact('单伟', { unit: '市水务局', post: '科长', ...mobile('139', '13800000001') });
    const matched = matchImport(rows(added), [shan]);
    expect(stageImport(matched, () => 'merge', String)).toEqual([
      { contactId: 'k1', against: 'e-k1', contact: { ...shan.contact, post: '科长', ...mobile('13800000001', '139') } },
    ]);
    expect(stageImport(matched, () => 'skip', String)).toEqual([]);
    expect(stageImport(matched, () => 'new', String)).toEqual([{ contactId: '2', against: null, contact: added }]);
  });

  test('replaced: what the file says, but for what a list cannot say', () => {
    const expert = contact('单伟', {
      kind: 'expert',
      unit: '市水务局',
      note: '旧',
      ...mobile('13800000001', '13800000009'),
      roles: [
        { in: 'post', id: 'commander' },
        { in: 'group', id: 'rescue' },
      ],
    });
    const known = { contactId: 'k1', head: 'e-k1', contact: expert };
    const added = contact('单伟', { unit: '市水务局', post: '科长', ...mobile('13800000002') });
    expect(stageImport(matchImport(rows(added), [known]), () => 'replace', String)).toEqual([
      {
        contactId: 'k1',
        against: 'e-k1',
        contact: { ...added, kind: 'expert', roles: [{ in: 'post', id: 'commander' }] },
      },
    ]);
    const material = contact('单伟', { kind: 'material', unit: '市水务局' });
    expect(stageImport(matchImport(rows(material), [known]), () => 'replace', String)[0]?.contact.kind).toBe(
      'material',
    );
  });

  test('each row its own choice', () => {
    const two = contact('丁', mobile('120'));
    const known = [shan, { contactId: 'k2', head: null, contact: two }];
    const added = [contact('单伟', { unit: '市水务局', ...mobile('139') }), contact('丁', mobile('120', '121')), two];
    const choices = ['skip', 'replace', 'new'] as const;
    const staged = stageImport(matchImport(rows(...added), known), (row) => choices[row - 2] ?? 'merge', String);
    expect(staged.map(({ contactId, contact: { numbers } }) => [contactId, numbers.length])).toEqual([
      ['k2', 2],
      ['4', 1],
    ]);
  });

  test('one that brings nothing new is not written', () => {
    expect(stageImport(matchImport(rows(shan.contact), [shan]), () => 'merge', String)).toEqual([]);
  });

  test('twice in the file: one entry with both numbers', () => {
    const matched = matchImport(rows(contact('甲', mobile('110')), contact('甲', mobile('119'))), []);
    expect(matched[1]?.same).toEqual({ kind: 'row', row: 2 });
    expect(stageImport(matched, () => 'merge', String)).toEqual([
      { contactId: '2', against: null, contact: contact('甲', mobile('110', '119')) },
    ]);
    expect(stageImport(matched, () => 'skip', String)).toHaveLength(1);
  });

  test('merging twice is merging once', () => {
    const [a, b] = [contact('甲', mobile('110')), contact('甲', { post: '长', ...mobile('119') })];
    const once = mergeContacts(a, b);
    expect(mergeContacts(once, b)).toEqual(once);
  });
});
