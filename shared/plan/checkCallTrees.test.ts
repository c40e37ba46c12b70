/** 附件6: the section about who is rung up, as it ships and with one fault at a time. */
import { describe, expect, test } from 'vitest';
import type { CallTree } from './callTreeSection.ts';
import { readKeptPackage } from './keptPackages.ts';
import { builtinPlans } from './packages/builtin.ts';
import { parsePlanPackage } from './parsePlan.ts';
import type { PlanPackage } from './schema.ts';
import harbour from './testing/harbour-plan.json' with { type: 'json' };

type Raw = Record<string, unknown>;
const jincheng = (): Raw => structuredClone(builtinPlans[0]) as Raw;
const trees = (raw: Raw): Raw[] => (raw.callTrees as Raw).trees as Raw[];
const stepOf = (raw: Raw, tree: number, step: number): Raw => ((trees(raw)[tree] as Raw).steps as Raw[])[step] as Raw;

function planOf(raw: unknown): PlanPackage {
  const parsed = parsePlanPackage(raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.plan;
}

function faultsOf(change: (raw: Raw) => void): string[] {
  const raw = jincheng();
  change(raw);
  const parsed = parsePlanPackage(raw);
  return parsed.ok ? [] : parsed.faults.map((fault) => `${fault.path}: ${fault.reason}`);
}

const shipped = planOf(jincheng());
const treeOf = (kind: 'level' | 'warning', level: string): CallTree => {
  const found = shipped.callTrees?.trees.find(({ when }) => when.kind === kind && when.level === level);
  if (found === undefined) throw new Error(`no tree of ${kind} ${level}`);
  return found;
};
const called = ({ steps }: CallTree): string[] =>
  steps.map(({ call }) => (call === 'recipients' ? call : 'party' in call ? call.party : (call.heldBy ?? call.post)));

describe('附件6: whom the shipped plan has called', () => {
  test('every response level and every warning level has its calls, marked as not of the gazetted text', () => {
    const levels = shipped.levels.map(({ id }) => `level ${id}`);
    const warnings = (shipped.warnings?.levels ?? []).map(({ id }) => `warning ${id}`);
    const named = shipped.callTrees?.trees.map(({ when }) => `${when.kind} ${when.level}`);
    expect(named).toEqual([...levels, ...warnings]);
    for (const item of [shipped.callTrees, ...(shipped.callTrees?.trees ?? [])]) {
      expect(item?.provenance).toBe('default');
      expect(item?.clause).toContain('附件6');
    }
    expect(shipped.callTrees?.note).toContain('待核对');
  });

  test('4.3.1–4.3.3: commanders, county and operator in the first wave of every level, the higher level calls more', () => {
    const sizes = shipped.levels.map(({ id }) => treeOf('level', id).steps.length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(new Set(sizes).size).toBe(3);
    for (const { id } of shipped.levels) {
      const first = treeOf('level', id).steps.filter(({ wave }) => wave === 1);
      expect(called({ ...treeOf('level', id), steps: first })).toEqual(
        expect.arrayContaining(['commander', 'dutyLead', 'county', 'operator']),
      );
    }
  });

  test('2.1: from Ⅱ on each deputy commander is called by office, 市能源局局长 as 办公室主任', () => {
    const holders = shipped.posts.find(({ id }) => id === 'deputyCommander')?.heldBy ?? [];
    for (const level of ['II', 'I']) {
      const all = called(treeOf('level', level));
      expect(all).toEqual(expect.arrayContaining(holders.filter((holder) => holder !== '市能源局局长')));
      expect(all).toContain('officeDirector');
    }
  });

  test('4.3.3(2): at Ⅰ every member unit is called', () => {
    const members = shipped.organisations
      .filter(({ id }) => !['localGovernment', 'pipelineOperator'].includes(id))
      .map(({ id }) => id);
    expect(called(treeOf('level', 'I'))).toEqual(expect.arrayContaining(members));
  });

  test('3.4.2: a warning goes to its recipients first, the county’s duty room instead of a department not reached', () => {
    for (const { id } of shipped.warnings?.levels ?? []) {
      const [first] = treeOf('warning', id).steps;
      expect(first).toMatchObject({ call: 'recipients', wave: 1, alternates: [{ party: 'county' }] });
    }
  });

  test('no number stands in a package: every digit of the section is a wave, a minute, a clause or an id', () => {
    expect(JSON.stringify(shipped.callTrees)).not.toMatch(/\d{5}|"(phone|number)"/);
  });
});

describe('附件6: a faulty section is refused', () => {
  test('every fault is named, with path and reason', () => {
    const faults = faultsOf((raw) => {
      stepOf(raw, 0, 0).call = { post: 'caretaker' };
      stepOf(raw, 0, 2).call = { party: 'choir' };
      stepOf(raw, 0, 3).alternates = [{ party: 'nobody' }];
      stepOf(raw, 1, 1).call = { post: 'deputyCommander', heldBy: '某局长' };
      stepOf(raw, 1, 3).call = 'recipients';
      stepOf(raw, 2, 1).id = stepOf(raw, 2, 0).id;
      (trees(raw)[3] as Raw).when = { kind: 'warning', level: 'purple' };
      (trees(raw)[4] as Raw).when = { kind: 'level', level: 'II' };
    });
    expect(faults).toEqual([
      'callTrees.trees.0.steps.0.call.post: no post is named "caretaker"',
      'callTrees.trees.0.steps.2.call.party: no party is named "choir"',
      'callTrees.trees.0.steps.3.alternates.0.party: no party is named "nobody"',
      'callTrees.trees.1.steps.1.call.heldBy: "某局长" is no holder of "deputyCommander"',
      'callTrees.trees.1.steps.3.call: only a warning has recipients',
      'callTrees.trees.2.steps.1.id: "c1-commander" is used twice',
      'callTrees.trees.3.when.level: no level of warnings is named "purple"',
      'callTrees.trees.4.when: level II has a tree already',
      'callTrees.trees.4.steps.0.call: only a warning has recipients',
    ]);
  });

  test('waves follow each other, so that the order is kept', () => {
    const skipped = faultsOf((raw) => {
      stepOf(raw, 0, 4).wave = 3;
    });
    expect(skipped[0]).toBe('callTrees.trees.0.steps.4.wave: wave 3 does not follow wave 1');
    const back = faultsOf((raw) => {
      stepOf(raw, 0, 5).wave = 1;
    });
    expect(back).toEqual(['callTrees.trees.0.steps.5.wave: wave 1 does not follow wave 2']);
  });
});

describe('附件6: other packages', () => {
  test('of the second plan: other levels, other minutes', () => {
    const { callTrees } = planOf(harbour);
    expect(callTrees).toMatchObject({ claimMinutes: 2, retryMinutes: 10 });
    expect(callTrees?.trees.map(({ when }) => when.level)).toEqual(['yellow', 'red', 'alert']);
  });

  test('a package kept from before names nobody, and is read as it was', () => {
    const { callTrees: _, ...before } = jincheng();
    const kept = planOf(readKeptPackage(before));
    expect(kept.callTrees).toBeUndefined();
    expect(kept.levels).toEqual(shipped.levels);
  });
});
