/** Counted by hand on small histories, and against the engine on random ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObligationState } from '#shared/plan/assessment.ts';
import type { CommandInput } from '../commands.ts';
import { at, call, minute, TestDesk } from '../testing/testDesk.ts';
import { createMonthFinder, monthOf, monthSpan } from './months.ts';
import { causeOf, obligationStates, outcomes, STATES_OF } from './outcome.ts';
import type { Tally } from './rows.ts';
import { buildStatistics, countedRows, type Source } from './statistics.ts';

const NO_WARNINGS = { warnings: [], clues: [], timeZone: 'Asia/Shanghai' };

import { spreadOf } from './tally.ts';

const sourcesOf = (desk: TestDesk, time: string, ids: readonly string[] = ['i1']): Source[] =>
  ids.map((id) => ({ plan: desk.plan, row: desk.file(id, time) }));
const statesOf = ({ states }: Tally) => Object.fromEntries(Object.entries(states).filter(([, n]) => n > 0));
const report = (
  id: string,
  overrides: Partial<Extract<CommandInput, { type: 'RecordReport' }>> = {},
): CommandInput => ({
  type: 'RecordReport',
  incidentId: 'i1',
  reportId: id,
  kind: 'initial',
  form: 'phone',
  recipients: ['city'],
  ...(overrides.form === 'written' && { signedOffBy: '李主任' }),
  ...overrides,
});

/** 02:12, told at 03:10: ordinary until 03:30, when three are dead; phone at 03:16, paper at 03:40. */
function night(): TestDesk {
  return new TestDesk()
    .at('03:10')
    .do(call())
    .at('03:16')
    .do(report('r1', { sentAt: minute('03:16') }))
    .at('03:30')
    .do({ type: 'RecordFigures', incidentId: 'i1', figures: { dead: 3 } })
    .at('03:40')
    .do(report('r2', { form: 'written', kind: 'followUp', sentAt: minute('03:40') }));
}

describe('counted by hand', () => {
  test('3: one rule, one incident: late with its cause, by seconds, and what is owed still', () => {
    const row = buildStatistics(sourcesOf(night(), '04:00'), NO_WARNINGS, {}, at('04:00'));
    const rule = (id: string) => row.rules.find((one) => one.rule === id);
    // Due 02:42, before anybody told the office at 03:10; met at 03:16.
    expect(rule('R2')).toMatchObject({
      side: 'own',
      tally: {
        causes: { lateReceipt: 1, escalatedNow: 0, occurrenceCorrected: 0, plain: 0 },
        lateBy: { n: 1, median: 34 * 60, worst: 34 * 60 },
      },
    });
    expect(statesOf(rule('R2')?.tally as Tally)).toEqual({ fulfilledLate: 1 });
    // Due 03:12, met by paper at 03:40 only.
    expect(rule('R3')?.tally).toMatchObject({ causes: { plain: 1 }, lateBy: { worst: 28 * 60 } });
    // To the provincial office at once: nobody has.
    expect(statesOf(rule('R6')?.tally as Tally)).toEqual({ fulfilled: 1, immediate: 1 });
    expect(rule('R6')?.tally.elapsed).toEqual({ n: 1, median: 6 * 60, worst: 6 * 60 });
    expect(row.rules.map((one) => one.rule)).toEqual(
      night()
        .plan.reportingRules.map(({ id }) => id)
        .filter((id) => rule(id) !== undefined),
    );
  });

  test('3: what others owe is counted apart', () => {
    const row = buildStatistics(sourcesOf(night(), '04:00'), NO_WARNINGS, {}, at('04:00'));
    expect(statesOf(row.supervised)).toEqual({ immediate: 1 });
    expect(row.rules.filter(({ side }) => side === 'supervised').map(({ rule }) => rule)).toEqual(['O1']);
    expect(row.incidents[0]?.supervised).toEqual(row.supervised);
  });

  test('3: minutes to the first phone report, the first paper, and from the intake’s entry', () => {
    const desk = night()
      .at('03:50')
      .do(report('later', { sentAt: minute('03:50') }));
    const [first] = buildStatistics(sourcesOf(desk, '04:00'), NO_WARNINGS, {}, at('04:00')).incidents;
    expect(first?.first).toEqual({ receiptToPhone: 6, receiptToWritten: 30, intakeToReport: 6, keysToReport: null });
  });

  /** What the intake and each report counted, the earliest report last written down. */
  const keysOf = (intake: number | undefined, late: number | undefined, early: number | undefined): TestDesk =>
    new TestDesk()
      .at('03:10')
      .do(call({ ...(intake !== undefined && { keysPressed: intake }) }))
      .at('03:30')
      .do(report('late', { sentAt: minute('03:20'), ...(late !== undefined && { keysPressed: late }) }))
      .do(
        report('early', {
          form: 'written',
          sentAt: minute('03:16'),
          ...(early !== undefined && { keysPressed: early }),
        }),
      );

  test.each([
    [57, 9, 14, 71],
    [57, undefined, 14, 71],
    [0, 9, 0, 0],
    [57, 9, undefined, null],
    [undefined, 9, 14, null],
    [undefined, undefined, undefined, null],
  ])(
    '[KEYS-1] 3: intake %s, later report %s, first report %s: keys to the first report %s',
    (intake, late, early, sum) => {
      const row = buildStatistics(sourcesOf(keysOf(intake, late, early), '04:00'), NO_WARNINGS, {}, at('04:00'));
      expect(row.incidents[0]?.first.keysToReport).toBe(sum);
      expect(row.first.keysToReport).toEqual(sum === null ? null : { n: 1, median: sum, worst: sum });
      expect(row.first.intakeToReport?.median).toBe(6);
    },
  );

  test('[KEYS-1] 3: keys of a report that was struck, or before there is any, are no keys to the first report', () => {
    const desk = keysOf(57, 9, 14);
    const early = desk.file('i1', '04:00').reports.find(({ reportId }) => reportId === 'early')?.entryId ?? '';
    desk.do({ type: 'StrikeEntry', incidentId: 'i1', strikes: early, reason: '误记' }, 'confirmed');
    const keysAt = (time: string) =>
      buildStatistics(sourcesOf(desk, time), NO_WARNINGS, {}, at(time)).incidents[0]?.first.keysToReport;
    expect(keysAt('04:00')).toBe(66);
    expect(keysAt('03:20')).toBeNull();
  });

  test('3: a struck report, another unit’s and an answer to a demand are no first report', () => {
    const desk = new TestDesk()
      .at('03:10')
      .do(call())
      .at('03:12')
      .do(report('r1', { sentAt: minute('03:12') }));
    desk.do(
      { type: 'StrikeEntry', incidentId: 'i1', strikes: desk.lastEntryId('ReportRecorded'), reason: '误记' },
      'confirmed',
    );
    desk.at('03:14').do(report('other', { unit: 'operator', recipients: ['county'], sentAt: minute('03:14') }));
    desk.do({ type: 'RecordDemand', incidentId: 'i1', demandId: 'd1', from: 'city', what: '核实' });
    desk.do(report('answer', { kind: 'verification', demandId: 'd1', sentAt: minute('03:14') }));
    const [first] = buildStatistics(sourcesOf(desk, '04:00'), NO_WARNINGS, {}, at('04:00')).incidents;
    expect(first?.first).toEqual({
      receiptToPhone: null,
      receiptToWritten: null,
      intakeToReport: null,
      keysToReport: null,
    });
  });

  test.each([
    [['escalatedNow'], 'escalatedNow'],
    [['lateReceipt'], 'lateReceipt'],
    [['occurrenceCorrected'], 'occurrenceCorrected'],
    [['lateReceipt', 'occurrenceCorrected'], 'occurrenceCorrected'],
    [['afterFlaggedDay'], 'plain'],
    [[], 'plain'],
  ] as const)('3: flags %j are one cause, %s', (flags, cause) => {
    expect(causeOf({ flags })).toBe(cause);
  });

  test.each([
    [[], null],
    [[7], { n: 1, median: 7, worst: 7 }],
    [[9, 1, 4], { n: 3, median: 4, worst: 9 }],
    [[1, 9, 4, 5], { n: 4, median: 4, worst: 9 }],
  ])('the median of %j', (values, spread) => expect(spreadOf(values)).toEqual(spread));

  test('months are those of the plan’s zone, and the last instant belongs to the next', () => {
    expect(monthOf(Date.parse('2025-12-31T15:59:59.999Z'), 'Asia/Shanghai')).toBe('2025-12');
    expect(monthOf(Date.parse('2025-12-31T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-01');
    const finder = createMonthFinder();
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Asia/Shanghai']) {
      for (const iso of [
        '2026-01-01T04:59:59Z',
        '2025-12-31T15:59:59Z',
        '2025-12-31T16:00:00Z',
        '2025-11-02T06:30:00Z',
      ]) {
        expect(finder(Date.parse(iso), zone), `${zone} ${iso}`).toBe(monthOf(Date.parse(iso), zone));
      }
    }
    expect(monthSpan('2025-12', 'Asia/Shanghai')).toEqual({
      from: Date.parse('2025-11-30T16:00:00Z'),
      to: Date.parse('2025-12-31T16:00:00Z'),
    });
  });

  test('only what arose in the span is counted; months and incidents to choose from stay', () => {
    const sources = sourcesOf(night(), '04:00');
    const before = buildStatistics(sources, NO_WARNINGS, { to: at('03:10') }, at('04:00'));
    expect([before.months, before.rules, before.incidents, before.monthly]).toEqual([['2013-11'], [], [], []]);
    const risen = buildStatistics(sources, NO_WARNINGS, { from: at('03:11') }, at('04:00'));
    const all = buildStatistics(sources, NO_WARNINGS, {}, at('04:00'));
    const rest = buildStatistics(sources, NO_WARNINGS, { to: at('03:11') }, at('04:00'));
    for (const state of obligationStates) {
      expect(risen.own.states[state] + rest.own.states[state], state).toBe(all.own.states[state]);
    }
    const other = buildStatistics(sources, NO_WARNINGS, { incidentId: 'nobody' }, at('04:00'));
    expect([other.choices.length, other.incidents]).toEqual([1, []]);
  });
});

const acts = fc.array(
  fc.record({
    pass: fc.integer({ min: 1, max: 90 }),
    incident: fc.constantFrom('i1', 'i2'),
    act: fc.oneof(
      fc.record({ kind: fc.constant('dead' as const), n: fc.integer({ min: 0, max: 40 }) }),
      fc.record({ kind: fc.constant('grade' as const), grade: fc.constantFrom('ordinary', 'serious', 'major') }),
      fc.record({ kind: fc.constant('report' as const), form: fc.constantFrom('phone' as const, 'written' as const) }),
      fc.record({ kind: fc.constant('times' as const), earlier: fc.integer({ min: 1, max: 90 }) }),
      fc.record({ kind: fc.constant('demand' as const) }),
    ),
  }),
  { maxLength: 14 },
);
type Act = (typeof acts extends fc.Arbitrary<(infer T)[]> ? T : never)['act'];

function commandOf(act: Act, incidentId: string, id: string, now: number): CommandInput {
  switch (act.kind) {
    case 'dead':
      return { type: 'RecordFigures', incidentId, figures: { dead: act.n } };
    case 'grade':
      return { type: 'DetermineGrade', incidentId, grade: act.grade };
    case 'report':
      return report(id, { incidentId, form: act.form, sentAt: new Date(now).toISOString() });
    case 'times':
      return {
        type: 'CorrectTimes',
        incidentId,
        occurredAt: new Date(at('02:12') - act.earlier * 60_000).toISOString(),
        reason: '核实',
      };
    case 'demand':
      return { type: 'RecordDemand', incidentId, demandId: id, from: 'city', what: '核实' };
  }
}

describe('against the engine', () => {
  test('3: every total is the number of the engine’s obligations in that state, however it is cut', () => {
    fc.assert(
      fc.property(acts, (steps) => {
        const desk = new TestDesk().at('03:10').do(call());
        desk.do(call({ callId: 'c2', disposition: { kind: 'open', incidentId: 'i2' } }), answerOf(desk));
        let now = at('03:10');
        for (const [index, { pass, incident, act }] of steps.entries()) {
          now += pass * 60_000;
          desk.now = now;
          const command = commandOf(act, incident, `x${index}`, now);
          const decision = desk.ask(command);
          if (decision.kind !== 'rejected') desk.do(command, decision.kind === 'confirm' ? 'confirmed' : 'accepted');
        }
        const sources = ['i1', 'i2'].map((id) => ({ plan: desk.plan, row: desk.view(now, id) }));
        const row = buildStatistics(sources, NO_WARNINGS, {}, now);
        const engine = sources.flatMap((source) => source.row.assessment.obligations);
        const tallies: Tally[][] = [
          [row.own, row.supervised],
          row.rules.map(({ tally }) => tally),
          row.monthly.flatMap(({ own, supervised }) => [own, supervised]),
          row.incidents.flatMap(({ own, supervised }) => [own, supervised]),
        ];
        const sum = (cut: readonly Tally[], state: ObligationState) =>
          cut.reduce((total, { states }) => total + states[state], 0);
        for (const state of obligationStates) {
          const wanted = engine.filter((one) => one.state === state).length;
          expect(
            tallies.map((cut) => sum(cut, state)),
            state,
          ).toEqual(tallies.map(() => wanted));
        }
        for (const { states, causes } of tallies.flat()) {
          const late = Object.values(causes).reduce((total, n) => total + n, 0);
          expect(late, 'each late one has one cause').toBe(states.fulfilledLate + states.overdue);
        }
        for (const outcome of outcomes) {
          const behind = countedRows(sources, { outcome, limit: 500 }, now);
          const wanted = engine.filter(({ state }) => STATES_OF[outcome].includes(state));
          expect(behind.total, outcome).toBe(wanted.length);
          expect(new Set(behind.rows.map(({ obligation }) => obligation.key))).toEqual(
            new Set(wanted.map(({ key }) => key)),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test('every state the engine knows is counted under exactly one word', () => {
    const engine = new Set(
      night()
        .assessment()
        .obligations.map(({ state }) => state),
    );
    expect([...engine].filter((state) => !obligationStates.includes(state))).toEqual([]);
    expect(new Set(obligationStates).size).toBe(obligationStates.length);
  });
});

/** A second call of the same place may be asked back. */
function answerOf(desk: TestDesk): 'accepted' | 'confirmed' {
  const decision = desk.ask(call({ callId: 'c2', disposition: { kind: 'open', incidentId: 'i2' } }));
  return decision.kind === 'confirm' ? 'confirmed' : 'accepted';
}
