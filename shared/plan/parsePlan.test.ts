import { describe, expect, test } from 'vitest';
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

  test('the JSON Schema for authors names the same parts', () => {
    const schema = planPackageJsonSchema() as { properties: Raw };
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(['grades', 'levels', 'reportingRules', 'timeZone']),
    );
  });
});
