/** 附件6: whatever two officers do in whatever order, against a second reckoning of what is left. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { asKnownAt } from '../incident/view.ts';
import type { Actor } from '../recorded.ts';
import { adjust, deskAtII, fileOf, INCIDENT, OTHER, rowOf, runOf } from '../testing/callTree.ts';
import { ACTOR, at, type TestDesk } from '../testing/testDesk.ts';
import { incidentCalls } from './runs.ts';
import { viewCallTreeRow } from './view.ts';

const MINUTE_MS = 60_000;
const CLAIM_MS = 5 * MINUTE_MS;

/** The same plan with three steps, so that officers meet. */
function smallDesk() {
  const desk = deskAtII();
  for (const tree of desk.plan.callTrees?.trees ?? []) tree.steps.splice(3);
  return desk;
}

type Act =
  | { kind: 'claim' | 'release' | 'skip' | 'reopen' | 'takeOver' | 'add'; who: 0 | 1; step: number; minutes: number }
  | { kind: 'result'; who: 0 | 1; step: number; minutes: number; result: 'answered' | 'noAnswer' | 'busy' };

const place = {
  who: fc.constantFrom(0 as const, 1 as const),
  step: fc.integer({ min: 0, max: 3 }),
  minutes: fc.constantFrom(0, 0, 0, 1, 1, 3),
};
/** Claims and reopenings more often than the rest, so that both officers have something to call. */
const KINDS = [
  'claim',
  'claim',
  'claim',
  'claim',
  'takeOver',
  'release',
  'skip',
  'reopen',
  'reopen',
  'reopen',
  'add',
] as const;
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom(...KINDS), ...place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('result' as const),
      result: fc.constantFrom('answered' as const, 'noAnswer' as const, 'busy' as const),
      ...place,
    }),
  },
);

const OFFICERS: readonly [Actor, Actor] = [ACTOR, OTHER];
const STEPS = ['c2-commander', 'c2-secretary', 'c2-energyHead', 'more'] as const;

function commandOf(act: Act): CommandInput {
  const on = { subject: INCIDENT, stepId: STEPS[act.step] ?? 'none' };
  switch (act.kind) {
    case 'claim':
      return { type: 'ClaimCallStep', ...on };
    case 'takeOver':
      return { type: 'ClaimCallStep', ...on, from: (act.who === 0 ? OTHER : ACTOR).officerId };
    case 'release':
      return { type: 'ReleaseCallStep', ...on };
    case 'skip':
      return { type: 'SkipCallStep', ...on, reason: '已在现场' };
    case 'reopen':
      return { type: 'ReopenCallStep', ...on, reason: '记错' };
    case 'add':
      return { type: 'AddCallStep', ...on, stepId: 'more', called: { other: '邻县' } };
    case 'result':
      return { type: 'RecordCallResult', ...on, result: act.result };
  }
}

/** A step as plainly reckoned: what it is, who has it since when. */
type Plain = { is: 'left' | 'answered' | 'skipped'; by: string | null; since: number };

function reckon(steps: Map<string, Plain>, act: Act, now: number): boolean {
  const me = OFFICERS[act.who].officerId;
  const id = act.kind === 'add' ? 'more' : (STEPS[act.step] ?? '');
  const step = steps.get(id);
  if (act.kind === 'add') {
    if (step !== undefined) return false;
    steps.set(id, { is: 'left', by: null, since: 0 });
    return true;
  }
  if (step === undefined) return false;
  const holder = step.by !== null && now < step.since + CLAIM_MS ? step.by : null;
  const isTheirs = holder !== null && holder !== me;
  if (act.kind === 'reopen') {
    if (step.is === 'left') return false;
    steps.set(id, { is: 'left', by: null, since: 0 });
    return true;
  }
  if (act.kind === 'release') {
    if (holder !== me) return false;
    steps.set(id, { ...step, by: null });
    return true;
  }
  if (step.is !== 'left' || (isTheirs && act.kind !== 'takeOver')) return false;
  if (act.kind === 'claim' || act.kind === 'takeOver') {
    for (const [other, plain] of steps) if (plain.by === me) steps.set(other, { ...plain, by: null });
    steps.set(id, { ...step, by: me, since: now });
  } else if (act.kind === 'skip') steps.set(id, { is: 'skipped', by: null, since: 0 });
  else if (act.kind === 'result')
    steps.set(id, { is: act.result === 'answered' ? 'answered' : 'left', by: null, since: 0 });
  return true;
}

test('[CALLS-2] [CALLS-3] [CALLS-4] every answer and every state is as plainly reckoned, at every instant', () => {
  const seen = { accepted: 0, rejected: 0, reached: 0, shared: 0 };
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 5, maxLength: 40 }), (acts) => {
      const desk = smallDesk();
      const plain = new Map<string, Plain>(STEPS.slice(0, 3).map((id) => [id, { is: 'left', by: null, since: 0 }]));
      let now = at('03:10');
      for (const act of acts) {
        now += act.minutes * MINUTE_MS;
        desk.now = now;
        desk.actor = OFFICERS[act.who];
        const command = commandOf(act);
        const { kind } = desk.ask(command);
        const isTaken = reckon(plain, act, now);
        expect([act, kind]).toEqual([act, isTaken ? 'accepted' : 'rejected']);
        seen[isTaken ? 'accepted' : 'rejected'] += 1;
        if (isTaken) desk.do(command);
        const run = runOf(desk);
        const states = Object.fromEntries(run.steps.map(({ stepId, state }) => [stepId, state]));
        expect(states).toEqual(Object.fromEntries([...plain].map(([id, { is }]) => [id, is])));
        const { total, left, answered, skipped } = run;
        expect(left).toBe(total - answered - skipped);
        // Nothing is reached without an answered result that stands.
        for (const { state, tries } of run.steps)
          if (state === 'answered') expect(tries.some(({ result }) => result === 'answered')).toBe(true);
        const holders = run.steps.flatMap(({ claim }) => claim?.officerId ?? []);
        expect(new Set(holders).size).toBe(holders.length);
        expect(run.steps.map(({ wave }) => wave)).toEqual(run.steps.map(({ wave }) => wave).toSorted((a, b) => a - b));
        for (const { officerId } of OFFICERS) {
          const { order, steps } = runOf(desk, INCIDENT, { officerId });
          const open = steps.filter(
            ({ state, claim }) => state === 'left' && (claim === null || claim.officerId === officerId),
          );
          expect(order.toSorted()).toEqual(open.map(({ stepId }) => stepId).toSorted());
        }
        seen.reached += Number(answered > 0);
        seen.shared += Number(holders.length === 2);
      }
    }),
    // So many that both officers call at once often, whatever the seed.
    { numRuns: 200 },
  );
  // Otherwise this test would say nothing.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
});

function rowAsKnownAt(desk: TestDesk, instant: number) {
  const known = asKnownAt(desk.state(), instant);
  return known === null ? null : viewCallTreeRow(incidentCalls(desk.plan, known), instant);
}

test('[READ-4] as known then: at any instant the calls are those recorded until then', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 3, maxLength: 20 }), (acts) => {
      const desk = smallDesk();
      const shown: [instant: number, row: ReturnType<typeof rowOf>][] = [];
      let now = at('03:10');
      for (const act of acts) {
        now += MINUTE_MS;
        desk.now = now;
        desk.actor = OFFICERS[act.who];
        const command = commandOf(act);
        if (desk.ask(command).kind === 'accepted') desk.do(command);
        shown.push([now, rowOf(desk)]);
      }
      for (const [instant, row] of shown) expect(rowAsKnownAt(desk, instant)).toEqual(row);
    }),
    { numRuns: 40 },
  );
});

test('[CALLS-1] raised in the middle of it: nothing of the lower level’s calls is lost, and none of them is left', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 1, maxLength: 15 }), (acts) => {
      const desk = smallDesk();
      for (const act of acts) {
        desk.actor = OFFICERS[act.who];
        if (desk.ask(commandOf(act)).kind === 'accepted') desk.do(commandOf(act));
      }
      const { runId, steps } = runOf(desk);
      desk.actor = ACTOR;
      desk.do(adjust('I'));
      expect(runOf(desk, INCIDENT, { runId }).steps.map(({ state, tries }) => [state, tries])).toEqual(
        steps.map(({ state, tries }) => [state, tries]),
      );
      expect(rowOf(desk)).toMatchObject({ level: 'I', answered: 0, left: 3 });
      expect(fileOf(desk).runs).toHaveLength(2);
    }),
    { numRuns: 40 },
  );
});
