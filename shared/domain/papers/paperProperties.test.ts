/** Over random nights: the evaluation says what the engine says. (What papers say of people: peopleOnPapers.test.ts.) */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { timeText } from '../report/timeText.ts';
import { demand, determine, figures, phone, written } from '../testing/commandsOnIncident.ts';
import { at, openedDesk, type TestDesk } from '../testing/testDesk.ts';
import { STATE_WORDS } from './obligationWords.ts';
import { makePaper } from './papers.ts';

const step = fc.record({
  pass: fc.integer({ min: 1, max: 90 }),
  act: fc.oneof(
    fc.record({
      kind: fc.constant('figure' as const),
      figure: fc.constantFrom('dead', 'injured', 'trapped', 'missing', 'atRisk'),
      typed: fc.constantFrom('0', '1', '4', '9', '12', '40+', '?'),
    }),
    fc.record({ kind: fc.constantFrom('phone' as const, 'written' as const, 'demand' as const) }),
    fc.record({ kind: fc.constant('grade' as const), grade: fc.constantFrom('ordinary', 'serious', 'major') }),
  ),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function commandOf({ act }: Step, id: string): CommandInput {
  switch (act.kind) {
    case 'figure':
      return figures({ [act.figure]: act.typed });
    case 'grade':
      return determine(act.grade);
    case 'demand':
      return demand(id);
    case 'phone':
      return phone(id);
    case 'written':
      return written(id);
  }
}

function nightOf(steps: readonly Step[]): TestDesk {
  const desk = openedDesk({ figures: { dead: 'unknown', missing: 'unknown' } });
  let now = at('03:10');
  for (const [index, one] of steps.entries()) {
    now += one.pass * 60_000;
    desk.now = now;
    const command = commandOf(one, `x${index}`);
    const decision = desk.ask(command);
    if (decision.kind !== 'rejected') desk.do(command, decision.kind === 'confirm' ? 'confirmed' : 'accepted');
  }
  return desk;
}

function evaluationOf(desk: TestDesk) {
  const caller = { name: '张三', post: 'watchOfficer', callback: null, requests: null };
  const facts = { file: desk.file(), response: desk.response(), caller, words: () => '' };
  const papers = { masthead: null, numberPrefix: null, copies: [] };
  const head = { chainId: 'chain', position: 9, hash: 'feedbeef' };
  const context = { plan: desk.plan, papers, head, isDrill: false, at: desk.file().assessment.at };
  return makePaper(context, facts, 'evaluation');
}

test('5.2: the evaluation has each obligation with the engine’s state, due and met instants', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      const desk = nightOf(steps);
      const { obligations } = desk.file().assessment;
      const paper = evaluationOf(desk);
      const rows = (paper?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? block.rows : []));
      const minute = (instant: number | null) =>
        instant === null ? '' : timeText({ at: instant, precision: 'minute' }, desk.plan.timeZone);
      const wanted = [false, true].flatMap((supervised) => obligations.filter((one) => one.supervised === supervised));
      expect(rows).toHaveLength(wanted.length);
      for (const [index, one] of wanted.entries()) {
        const [, , due = '', met = '', result = ''] = rows[index] ?? [];
        expect(result.split('\n')[0]).toBe(STATE_WORDS[one.state]);
        expect(met.replace('\n', '')).toBe(minute(one.fulfilledAt));
        if (one.dueAt !== null) expect(due.replace('\n', '')).toBe(minute(one.dueAt));
        else expect(due).toBe(one.state === 'open' ? '无' : '立即');
      }
    }),
    { numRuns: 25 },
  );
});
