/** Over random nights: what any paper prints of people was recorded as printed, and the evaluation says what the engine says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentText } from '#shared/documents/document.ts';
import type { CommandInput } from '../commands.ts';
import { timeText } from '../report/timeText.ts';
import { demand, determine, figures, phone, written } from '../testing/commandsOnIncident.ts';
import { at, openedDesk, type TestDesk } from '../testing/testDesk.ts';
import { STATE_WORDS } from './obligationWords.ts';
import { listPapers, makePaper } from './papers.ts';

/** Each figure has numbers of its own, so that one printed as another, or a sum, is seen. */
const FROM = { dead: 1, injured: 40, trapped: 100, missing: 200, atRisk: 300 } as const;
type Figure = keyof typeof FROM;
const LABELS: Record<Figure, string> = {
  dead: '遇难',
  injured: '受伤',
  trapped: '被困',
  missing: '失联',
  atRisk: '涉险',
};
const NAMES = Object.keys(FROM) as Figure[];

const step = fc.record({
  pass: fc.integer({ min: 1, max: 90 }),
  act: fc.oneof(
    fc.record({
      kind: fc.constant('figure' as const),
      figure: fc.constantFrom(...NAMES),
      n: fc.integer({ min: 0, max: 9 }),
      how: fc.constantFrom('exact', 'atLeast', 'unknown', 'zero'),
    }),
    fc.record({ kind: fc.constantFrom('phone' as const, 'written' as const, 'demand' as const) }),
    fc.record({ kind: fc.constant('grade' as const), grade: fc.constantFrom('ordinary', 'serious', 'major') }),
  ),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function commandOf({ act }: Step, id: string): CommandInput {
  switch (act.kind) {
    case 'figure': {
      const n = String(FROM[act.figure] + act.n);
      const typed = { exact: n, atLeast: `${n}+`, unknown: '?', zero: '0' }[act.how] ?? n;
      return figures({ [act.figure]: typed });
    }
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

function papersOf(desk: TestDesk) {
  const caller = { name: '张三', post: 'watchOfficer', callback: null, requests: null };
  const words = ({ payload }: { payload: unknown }) => JSON.stringify(payload);
  const facts = { file: desk.file(), response: desk.response(), caller, words };
  const papers = { masthead: null, numberPrefix: null, copies: [] };
  const head = { chainId: 'chain', position: 9, hash: 'feedbeef' };
  const context = { plan: desk.plan, papers, head, isDrill: false, at: desk.file().assessment.at };
  return listPapers(desk.plan, facts).map(({ id }) => ({ id, paper: makePaper(context, facts, id) }));
}

test('[DOC-4] every number of people on any paper was recorded for that very figure; unknown is never 0, nothing careful reads as 遇难', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      const desk = nightOf(steps);
      const recorded = (figure: Figure): number[] =>
        desk
          .file()
          .figureHistory.flatMap(({ figure: of, quantity }) =>
            of === figure ? (JSON.stringify(quantity).match(/\d+/g) ?? []).map(Number) : [],
          );
      for (const { id, paper } of papersOf(desk)) {
        // A record of the log's own words is the log.
        const text = paper === null || id === 'log' ? '' : documentText(paper).join('\n');
        for (const figure of NAMES) {
          const printed = [...text.matchAll(new RegExp(`${LABELS[figure]}(?:人数)?[^\\d，。；、]{0,4}(\\d+)`, 'g'))];
          for (const [whole, n] of printed) expect(recorded(figure), `${id}: ${whole}`).toContain(Number(n));
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('5.2: the evaluation has each obligation with the engine’s state, due and met instants', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      const desk = nightOf(steps);
      const { obligations } = desk.file().assessment;
      const paper = papersOf(desk).find(({ id }) => id === 'evaluation')?.paper;
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
