/** 3.4: the section about warnings, as it ships and with one fault at a time. */
import { describe, expect, test } from 'vitest';
import { builtinPlans } from './packages/builtin.ts';
import { parsePlanPackage } from './parsePlan.ts';
import harbour from './testing/harbour-plan.json' with { type: 'json' };

type Raw = Record<string, unknown>;
const jincheng = (): Raw => structuredClone(builtinPlans[0]) as Raw;
const list = (raw: Raw, name: string): Raw[] => raw[name] as Raw[];
const part = (raw: Raw, name: string): Raw[] => list(raw.warnings as Raw, name);

function faultsOf(change: (raw: Raw) => void): string[] {
  const raw = jincheng();
  change(raw);
  const parsed = parsePlanPackage(raw);
  return parsed.ok ? [] : parsed.faults.map((fault) => `${fault.path}: ${fault.reason}`);
}

const levelTable = (raw: unknown) =>
  part(raw as Raw, 'levels').map(({ id, colour, grade, inNameOf, approvedBy, issuedBy }) =>
    [id, colour, grade, inNameOf, (approvedBy as string[]).join(' '), (issuedBy as string[]).join(' ')].join(' | '),
  );

describe('3.4: who approves and issues which warning', () => {
  test('of the shipped plan: 蓝 by the county, 黄橙红 in the city command’s name', () => {
    const city = 'cityCommand | deputyCommander commander | officeDirector dutyLead watchOfficer';
    expect(levelTable(builtinPlans[0])).toEqual([
      'blue | blue | ordinary | countyCommand | countyCommander | countyCommander',
      `yellow | yellow | serious | ${city}`,
      `orange | orange | major | ${city}`,
      `red | red | extraordinary | ${city}`,
    ]);
  });

  test('of the second plan: three levels, other posts', () => {
    expect(levelTable(harbour)).toEqual([
      'notice | yellow | d | watch | shiftChief | shiftChief clerk',
      'alert | orange | c | boardName | deputyMaster harbourMaster | shiftChief',
      'closing | red | b | boardName | harbourMaster | harbourMaster',
    ]);
  });

  test('3.4.1: six sources; 3.4.2: eight fields, and time and signature [ERL 64]; 3.4.3: five blocks', () => {
    const raw = jincheng();
    expect(part(raw, 'sources').map(({ clause }) => clause)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `3.4.1(${n})`));
    expect(part(raw, 'required').map(({ clause }) => clause)).toEqual([
      ...Array<string>(8).fill('3.4.2'),
      '突发事件应对法 第64条',
      '突发事件应对法 第64条',
    ]);
    expect(part(raw, 'actions').map(({ clause }) => clause)).toEqual([1, 2, 3, 4, 5].map((n) => `3.4.3(${n})`));
    const daily = part(raw, 'actions').flatMap(({ items }) =>
      (items as Raw[]).filter(({ everyHours }) => everyHours === 24),
    );
    expect(daily.map(({ id }) => id)).toEqual(['wa-patrol', 'wo-inspect', 'wd-duty']);
  });

  test('an older package without warnings is still read', () => {
    const faults = faultsOf((raw) => {
      delete raw.warnings;
      // It came later still.
      delete raw.callTrees;
    });
    expect(faults).toEqual([]);
  });
});

const item = (raw: Raw) => list(part(raw, 'actions')[0] as Raw, 'items')[0] as Raw;
const CASES: [string, (raw: Raw) => void, string][] = [
  [
    'a source twice',
    (raw) => ((part(raw, 'sources')[1] as Raw).id = 'department'),
    'warnings.sources.1.id: "department" is used twice',
  ],
  [
    'a field twice',
    (raw) => ((part(raw, 'required')[1] as Raw).field = 'area'),
    'warnings.required.1.id: "area" is used twice',
  ],
  [
    'approved by no post',
    (raw) => ((part(raw, 'levels')[2] as Raw).approvedBy = ['mayor']),
    'warnings.levels.2.approvedBy.0: no post is named "mayor"',
  ],
  [
    'issued by no post',
    (raw) => ((part(raw, 'levels')[0] as Raw).issuedBy = ['countyCommander', 'mayor']),
    'warnings.levels.0.issuedBy.1: no post is named "mayor"',
  ],
  [
    'in nobody’s name',
    (raw) => ((part(raw, 'levels')[1] as Raw).inNameOf = 'city'),
    'warnings.levels.1.inNameOf: no authority is named "city"',
  ],
  [
    'a level of no grade',
    (raw) => ((part(raw, 'levels')[3] as Raw).grade = 'huge'),
    'warnings.levels.3.grade: no grade is named "huge"',
  ],
  [
    'levels out of order',
    (raw) => ((part(raw, 'levels')[2] as Raw).grade = 'serious'),
    'warnings.levels.2.grade: "serious" is not above the grade of the level below',
  ],
  [
    'released by no post',
    (raw) => ((part(raw, 'authorities')[0] as Raw).releasedBy = ['mayor']),
    'warnings.authorities.0.releasedBy.0: no post is named "mayor"',
  ],
  [
    'reported to no unit',
    (raw) => (((raw.warnings as Raw).reportedTo as Raw).unit = 'senate'),
    'warnings.reportedTo.unit: no unit is named "senate"',
  ],
  [
    'a recipient of no area',
    (raw) => ((part(raw, 'recipients')[0] as Raw).area = 'moon'),
    'warnings.recipients.0.area: no area is named "moon"',
  ],
  [
    'an action done by nobody',
    (raw) => (item(raw).doneBy = ['navy']),
    'warnings.actions.0.items.0.doneBy.0: no party is named "navy"',
  ],
  [
    'an action from no level',
    (raw) => (item(raw).fromLevel = 'III'),
    'warnings.actions.0.items.0.fromLevel: no level of warnings is named "III"',
  ],
  ['an action twice', (raw) => (item(raw).id = 'wd-duty'), 'warnings.actions.items.12.id: "wd-duty" is used twice'],
];

test.each(CASES)('3.4: %s is a fault with its path', (_, change, fault) => {
  expect(faultsOf(change)).toContain(fault);
});
