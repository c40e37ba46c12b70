import { describe, expect, test } from 'vitest';
import { readKeptPackage } from './keptPackages.ts';
import { builtinPlans } from './packages/builtin.ts';
import { parsePlanPackage, planPackageJsonSchema } from './parsePlan.ts';
import harbour from './testing/harbour-plan.json' with { type: 'json' };

type Raw = Record<string, unknown>;
const jincheng = (): Raw => structuredClone(builtinPlans[0]) as Raw;
const list = (raw: Raw, name: string): Raw[] => raw[name] as Raw[];

function faultsOf(change: (raw: Raw) => void): string[] {
  const raw = jincheng();
  change(raw);
  const parsed = parsePlanPackage(raw);
  return parsed.ok ? [] : parsed.faults.map((fault) => `${fault.path}: ${fault.reason}`);
}

describe('a plan package is checked whole', () => {
  test('the shipped package and the second one are sound', () => {
    expect(parsePlanPackage(builtinPlans[0]).ok).toBe(true);
    expect(parsePlanPackage(harbour).ok).toBe(true);
  });

  test('every item carries its clause and provenance', () => {
    const missing = faultsOf((raw) => {
      delete list(raw, 'reportingRules')[3]?.clause;
      delete list(raw, 'figures')[0]?.provenance;
    });
    expect(missing.map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining(['figures.0.provenance', 'reportingRules.3.clause']),
    );
  });

  test('every fault is named at once, with path and reason', () => {
    const faults = faultsOf((raw) => {
      (raw.undetermined as Raw).clockGrade = 'middling';
      (list(raw, 'reportingRules')[1] as Raw).owedBy = 'nobody';
      (list(raw, 'levels')[2] as Raw).decidedBy = ['commander', 'caretaker'];
      raw.timeZone = 'Asia/Atlantis';
      (list(raw, 'units')[1] as Raw).id = 'office';
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        'undetermined.clockGrade: no grade is named "middling"',
        'reportingRules.1.owedBy: no unit is named "nobody"',
        'levels.2.decidedBy.1: no post is named "caretaker"',
        'timeZone: "Asia/Atlantis" is not a known time zone',
        'units.1.id: "office" is used twice',
      ]),
    );
  });

  test('4.1.3: a package says what its follow-up and final reports are made of, each element with its clause and once', () => {
    const faults = faultsOf((raw) => {
      delete raw.followUpElements;
      delete list(raw, 'finalReportElements')[0]?.clause;
      (list(raw, 'finalReportElements')[1] as Raw).source = 'rumour';
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'followUpElements',
      'finalReportElements.0.clause',
      'finalReportElements.1.source',
    ]);
    const twice = faultsOf((raw) => {
      (list(raw, 'followUpElements')[1] as Raw).id = 'changes';
    });
    expect(twice).toEqual(['followUpElements.1.id: "changes" is used twice']);
    const second = parsePlanPackage(harbour);
    const clauses = second.ok ? second.plan.finalReportElements.map(({ clause }) => clause) : [];
    expect(new Set(clauses)).toEqual(new Set(['庚']));
  });

  test('4.1.3: a package kept from before still means the lists that held then; what one says itself is left', () => {
    const { followUpElements: _, finalReportElements: __, ...before } = jincheng();
    expect(parsePlanPackage(before).ok).toBe(false);
    const kept = parsePlanPackage(readKeptPackage(before));
    const now = parsePlanPackage(jincheng());
    expect(kept).toEqual(now);
    expect(readKeptPackage({ followUpElements: [], finalReportElements: [] })).toEqual({
      followUpElements: [],
      finalReportElements: [],
    });
  });

  test('thresholds must rise with the grade', () => {
    const faults = faultsOf((raw) => {
      const major = list(raw, 'grades')[2] as Raw;
      (list(major, 'criteria')[0] as Raw).from = 2;
    });
    expect(faults).toEqual(['grades.2.criteria.0: figure dead: 2 is not above the 3 of the step below']);
  });

  test('a rule that could never apply or never be met is refused', () => {
    const faults = faultsOf((raw) => {
      const rules = list(raw, 'reportingRules');
      (rules[1] as Raw).appliesWhen = { clockGradeFrom: 'major', clockGradeTo: 'ordinary' };
      (rules[2] as Raw).recipients = [];
    });
    expect(faults).toEqual([
      'reportingRules.1.appliesWhen: clockGradeFrom is above clockGradeTo: the rule could never apply',
      'reportingRules.2.recipients: a rule met by a report needs a recipient',
    ]);
  });

  test.each([null, 3, 'plan', [], {}])('%o is refused, never thrown', (raw) => {
    expect(parsePlanPackage(raw).ok).toBe(false);
  });

  test('an older package without groups, checklists and a command above is still read', () => {
    const faults = faultsOf((raw) => {
      for (const name of [
        'organisations',
        'groups',
        'checklists',
        'onScene',
        'superior',
        'delegation',
        'legalTerms',
        'warnings',
        'callTrees',
      ])
        delete raw[name];
      for (const level of list(raw, 'levels')) delete level.groups;
      for (const condition of list(raw, 'conditions')) delete condition.askedAtIntake;
    });
    expect(faults).toEqual([]);
  });

  test('28 member units, the county and the operator [plan 2.1]; nine groups [2.2]', () => {
    const raw = jincheng();
    expect(list(raw, 'organisations').filter(({ clause }) => clause === '2.1')).toHaveLength(30);
    expect(list(raw, 'groups')).toHaveLength(9);
  });

  test('2.2, 附件4: each group’s lead, deputies and members are those of the table', () => {
    const raw = jincheng();
    const label = new Map(list(raw, 'organisations').map((each) => [each.id as string, each.label as string]));
    const named = (ids: unknown) => (ids as string[]).map((id) => label.get(id)).join(' ');
    const composed = list(raw, 'groups').map((group) => [
      group.label,
      label.get((group.lead as Raw).organisation as string),
      named(group.deputies),
      named(group.members),
    ]);
    const [place, operator] = ['事发地县（市、区）政府', '事发管输企业'];
    expect(composed).toEqual([
      ['综合协调组', '市能源局', '', `市应急管理局 市公安局 市消防救援支队 市气象局 ${place} ${operator}`],
      [
        '抢险救援组',
        '市消防救援支队',
        `市应急管理局 ${operator}`,
        `市能源局 市公安局 市规划和自然资源局 市住房和城乡建设局 市交通运输局 市水务局 市市场监督管理局 武警晋城支队 晋城军分区战备建设处 国网晋城供电公司 ${place}`,
      ],
      ['治安警戒组', '市公安局', '', `武警晋城支队 市交通运输局 ${place}`],
      ['医学救护组', '市卫生健康委员会', '', `${place} 晋城市人民医院`],
      [
        '后勤保障组',
        place,
        '市发展和改革委员会',
        '市工业和信息化局 市财政局 市交通运输局 市住房和城乡建设局 市农业农村局 市能源局 国网晋城供电公司 中国移动晋城分公司 中国联通晋城分公司 中国电信晋城分公司',
      ],
      [
        '环境监测组',
        '市生态环境局',
        '',
        `市水务局 市农业农村局 市气象局 市规划和自然资源局 市卫生健康委员会 ${operator}`,
      ],
      ['宣传报道组', '市委宣传部', '', `市委网信办 市委新闻中心 市融媒体中心 市能源局 市公安局 市应急管理局 ${place}`],
      ['善后处置组', place, '', `市民政局 市总工会 市财政局 市公安局 市应急管理局 市卫生健康委员会 ${operator}`],
      [
        '技术专家组',
        '市能源局',
        '',
        `市市场监督管理局 市应急管理局 市生态环境局 市规划和自然资源局 市水务局 市气象局 市消防救援支队 ${operator} 油气长输管道专家库`,
      ],
    ]);
  });

  describe('who acts in a response', () => {
    const item = (raw: Raw) => list(list(raw, 'checklists')[0] as Raw, 'items')[0] as Raw;
    const cases: [string, (raw: Raw) => void, string][] = [
      [
        'a group led by nobody known',
        (raw) => ((list(raw, 'groups')[0] as Raw).lead = { organisation: 'navy', clause: 'x', provenance: 'plan' }),
        'groups.0.lead.organisation: no organisation is named "navy"',
      ],
      [
        'an unknown member',
        (raw) => ((list(raw, 'groups')[2] as Raw).members = ['police', 'navy']),
        'groups.2.members.1: no organisation is named "navy"',
      ],
      [
        'a member twice',
        (raw) => ((list(raw, 'groups')[2] as Raw).deputies = ['police']),
        'groups.2: "police" is in it twice',
      ],
      [
        'a group twice',
        (raw) => ((list(raw, 'groups')[1] as Raw).id = 'coordination'),
        'groups.1.id: "coordination" is used twice',
      ],
      [
        'an organisation that is a unit too',
        (raw) => ((list(raw, 'organisations')[0] as Raw).id = 'county'),
        'organisations.0.id: "county" is already a unit',
      ],
      [
        'an item done by nobody',
        (raw) => (item(raw).doneBy = ['navy']),
        'checklists.0.items.0.doneBy.0: no party is named "navy"',
      ],
      [
        'an item of no grade',
        (raw) => (item(raw).grades = ['huge']),
        'checklists.0.items.0.grades.0: no grade is named "huge"',
      ],
      [
        'an item twice, in whatever list',
        (raw) => (item(raw).id = 'm2-groups'),
        'checklists.items.18.id: "m2-groups" is used twice',
      ],
      [
        'a list of no level',
        (raw) => ((list(raw, 'checklists')[2] as Raw).when = { kind: 'level', level: 'IV' }),
        'checklists.2.when.level: no level is named "IV"',
      ],
      [
        'a list of no condition',
        (raw) => ((list(raw, 'checklists')[6] as Raw).when = { kind: 'condition', anyOf: ['leak', 'flood'] }),
        'checklists.6.when.anyOf.1: no condition is named "flood"',
      ],
      [
        'groups changed by no post',
        (raw) => ((raw.onScene as Raw).groupsChangedBy = ['mayor']),
        'onScene.groupsChangedBy.0: no post is named "mayor"',
      ],
      [
        'a command above without a post',
        (raw) => ((raw.superior as Raw).takenOverBy = ['province']),
        'superior.takenOverBy.0: no post of "province" is listed, so nobody could decide there',
      ],
      [
        'a term of no grade',
        (raw) => ((list(raw, 'legalTerms')[3] as Raw).grades = ['huge']),
        'legalTerms.3.grades.0: no grade is named "huge"',
      ],
    ];
    test.each(cases)('%s', (_name, change, fault) => {
      expect(faultsOf(change)).toContain(fault);
    });

    test('groups at once where there are none', () => {
      const faults = faultsOf((raw) => {
        raw.groups = [];
      });
      expect(faults).toEqual([
        'levels.1.groups: there are no groups to set up at once',
        'levels.2.groups: there are no groups to set up at once',
      ]);
    });
  });

  test('the JSON Schema for authors names the same parts', () => {
    const schema = planPackageJsonSchema() as { properties: Raw };
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(['grades', 'levels', 'reportingRules', 'timeZone']),
    );
  });
});
