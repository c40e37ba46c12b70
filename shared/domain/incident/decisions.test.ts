/** Decisions on an incident: given what was recorded, when a command comes, then events, a refusal or a question. */
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { at, call, minute, openedDesk, questions, refusal, TestDesk } from '../testing/testDesk.ts';

const incidentId = 'i1';
const figures = (values: Record<string, number | string>, more = {}): CommandInput => ({
  type: 'RecordFigures',
  incidentId,
  figures: values,
  ...more,
});
const phone = (reportId: string, more = {}): CommandInput => ({
  type: 'RecordReport',
  incidentId,
  reportId,
  kind: 'initial',
  form: 'phone',
  recipients: ['city'],
  ...more,
});
const written = (reportId: string, more = {}) => phone(reportId, { form: 'written', signedOffBy: '主任', ...more });
const demand = (demandId: string): CommandInput => ({
  type: 'RecordDemand',
  incidentId,
  demandId,
  from: 'city',
  what: '核实人数',
});
const determine = (grade: string): CommandInput => ({ type: 'DetermineGrade', incidentId, grade });
const close = (more = {}): CommandInput => ({ type: 'CloseIncident', incidentId, reason: '处置完毕', ...more });
const strike = (strikes: string, more = {}): CommandInput => ({
  type: 'StrikeEntry',
  incidentId,
  strikes,
  reason: '记错',
  ...more,
});

describe('unknown ids are refused, naming field and id', () => {
  const cases: [CommandInput, string, string, string][] = [
    [{ ...figures({ dead: 1 }), incidentId: 'none' } as CommandInput, 'unknownIncident', 'incidentId', 'none'],
    [figures({ deaths: 1 }), 'unknownPlanItem', 'figures', 'deaths'],
    [{ type: 'RecordConditions', incidentId, conditions: { flood: 'yes' } }, 'unknownPlanItem', 'conditions', 'flood'],
    [
      { type: 'RecordDuration', incidentId, duration: 'siege', startedAt: null },
      'unknownPlanItem',
      'duration',
      'siege',
    ],
    [{ type: 'ReviseDetails', incidentId, details: { colour: 'x' } }, 'unknownPlanItem', 'details', 'colour'],
    [
      { type: 'ReviseDetails', incidentId, details: { object: 'bridge' } },
      'unknownPlanItem',
      'details.object',
      'bridge',
    ],
    [determine('undetermined'), 'unknownPlanItem', 'grade', 'undetermined'],
    [phone('r1', { unit: 'navy' }), 'unknownPlanItem', 'unit', 'navy'],
    [phone('r1', { kind: 'gossip' }), 'unknownPlanItem', 'kind', 'gossip'],
    [phone('r1', { recipients: ['city', 'moon'] }), 'unknownPlanItem', 'recipients', 'moon'],
    [phone('r1', { demandId: 'd9' }), 'unknownDemand', 'demandId', 'd9'],
    [phone('r1', { documentId: 'w9' }), 'unknownDocument', 'documentId', 'w9'],
    [{ ...demand('d1'), from: 'moon' } as CommandInput, 'unknownPlanItem', 'from', 'moon'],
    [{ type: 'SetSwitch', incidentId, switch: 'turbo', on: true, reason: 'x' }, 'unknownPlanItem', 'switch', 'turbo'],
    [{ type: 'SetMark', incidentId, mark: 'cursed', value: 'yes' }, 'unknownPlanItem', 'mark', 'cursed'],
    [{ type: 'WaiveObligation', incidentId, rule: 'R99', reason: 'x' }, 'unknownPlanItem', 'rule', 'R99'],
    [strike('e999'), 'unknownEntry', 'strikes', 'e999'],
    [{ type: 'MergeIncidents', incidentId, into: 'i9', reason: 'x' }, 'unknownIncident', 'into', 'i9'],
  ];
  test.each(cases)('%j: %s', (command, code, field, id) => {
    expect(refusal(openedDesk().ask(command))).toMatchObject({ code, params: { field, id } });
  });
});

describe('figures', () => {
  test('whole persons are not counted in halves, in any kind of figure; money may be', () => {
    const desk = openedDesk();
    for (const odd of [1.5, '1.5+', '约2.5', '1-2.5']) {
      expect(refusal(desk.ask(figures({ dead: odd })))).toMatchObject({ code: 'notAnInteger', params: { id: 'dead' } });
    }
    expect(desk.ask(figures({ directLoss: 1000.5 })).kind).toBe('accepted');
  });

  test('nothing given is nothing to record', () => {
    expect(refusal(openedDesk().ask(figures({})))).toMatchObject({
      code: 'nothingToRecord',
      params: { field: 'figures' },
    });
  });

  test.each<[Record<string, number | string>, number | string, string[]]>([
    [{ atRisk: 5 }, 6, ['moreDeadThanAtRisk']],
    [{ atRisk: 5 }, 5, []],
    [{ atRisk: '5+' }, 6, []],
    [{ atRisk: 'unknown' }, 6, []],
    [{ atRisk: '3-6' }, 6, []],
    [{ atRisk: '3-5' }, '6-9', ['moreDeadThanAtRisk']],
    [{ atRisk: 5 }, '5-9', []],
    [{ atRisk: 5 }, '6+', ['moreDeadThanAtRisk']],
  ])('%j at risk and %s dead asks %j', (atRisk, dead, expected) => {
    expect(questions(openedDesk().do(figures(atRisk)).at('03:11').ask(figures({ dead })))).toEqual(expected);
  });

  test('asked at intake as well, and not again about figures that were not given', () => {
    const odd = call({ figures: { atRisk: 2, dead: 3 } });
    expect(questions(new TestDesk().ask(odd))).toEqual(['moreDeadThanAtRisk']);
    const desk = new TestDesk().do(odd, 'confirmed').at('03:11');
    expect(questions(desk.ask(figures({ missing: 1 })))).toEqual([]);
  });
});

describe('times that are odd are asked back, never refused', () => {
  test('a minute is tolerated between two clocks, no more', () => {
    const desk = openedDesk();
    expect(questions(desk.ask(figures({ dead: 1 }, { observedAt: minute('03:11') })))).toEqual([]);
    expect(questions(desk.ask(figures({ dead: 1 }, { observedAt: minute('03:12') })))).toEqual(['futureTime']);
  });

  test('sent before occurred, by the minute where only the minute is known', () => {
    const desk = new TestDesk().do(call({ occurredAt: { at: '2013-11-22T02:12:30+08:00', precision: 'second' } }));
    expect(questions(desk.ask(phone('r1', { sentAt: minute('02:12') })))).toEqual([]);
    expect(questions(desk.ask(phone('r1', { sentAt: '2013-11-22T02:12:29+08:00' })))).toEqual(['sentBeforeOccurred']);
    expect(questions(desk.ask(phone('r1', { sentAt: minute('02:11') })))).toEqual(['sentBeforeOccurred']);
  });

  test('discovered before occurred, received before discovered', () => {
    const ask = (times: object) => questions(new TestDesk().ask(call(times)));
    expect(ask({ discoveredAt: minute('02:12') })).toEqual([]);
    expect(ask({ discoveredAt: minute('02:11') })).toEqual(['timesOutOfOrder']);
    expect(ask({ discoveredAt: minute('03:09'), receivedAt: minute('03:08') })).toEqual(['timesOutOfOrder']);
  });

  test('a correction is judged with what stands', () => {
    const correct = (more: object): CommandInput => ({ type: 'CorrectTimes', incidentId, reason: '核对', ...more });
    const desk = openedDesk();
    expect(questions(desk.ask(correct({ occurredAt: minute('03:11') })))).toEqual(['timesOutOfOrder']);
    expect(desk.ask(correct({ occurredAt: minute('02:10') })).kind).toBe('accepted');
    expect(refusal(desk.ask(correct({ occurredAt: minute('02:12') }))).code).toBe('nothingChanged');
    expect(refusal(desk.ask(correct({}))).code).toBe('nothingToRecord');
  });

  test('an end before its start is refused: it would count backwards', () => {
    const outage = (more: object): CommandInput => ({
      type: 'RecordDuration',
      incidentId,
      duration: 'outage',
      ...more,
    });
    const desk = openedDesk().do(outage({ startedAt: minute('02:25') }));
    expect(refusal(desk.ask(outage({ endedAt: minute('02:24') })))).toMatchObject({ code: 'endBeforeStart' });
    expect(desk.ask(outage({ endedAt: minute('02:25') })).kind).toBe('accepted');
    expect(refusal(desk.ask(outage({}))).code).toBe('nothingToRecord');
  });
});

describe('reports', () => {
  test('our written report needs who signed it off; another unit’s paper does not', () => {
    const desk = openedDesk();
    const unsigned = phone('r1', { form: 'written' });
    expect(refusal(desk.ask(unsigned))).toMatchObject({ code: 'signOffNeeded', params: { field: 'signedOffBy' } });
    expect(desk.ask({ ...unsigned, unit: 'county' } as CommandInput).kind).toBe('accepted');
    expect(desk.ask(written('r1')).kind).toBe('accepted');
  });

  test('a signed document brings its sign-off along', () => {
    const content = { title: '首报', elements: [], body: '正文' };
    const desk = openedDesk().do({
      type: 'SignDocument',
      incidentId,
      documentId: 'w1',
      kind: 'initial',
      content,
      signedOffBy: '主任',
    });
    desk.do(phone('r1', { form: 'written', documentId: 'w1' }));
    expect(desk.lastPayload()).toMatchObject({ report: { signedOffBy: '主任', documentId: 'w1' } });
    expect(
      refusal(
        desk.ask({ type: 'SignDocument', incidentId, documentId: 'w1', kind: 'initial', content, signedOffBy: '主任' }),
      ).code,
    ).toBe('idTaken');
  });

  test('one record keeps which clocks it met, as shown [R2, R6, R7]', () => {
    const desk = openedDesk()
      .at('03:16')
      .do(phone('r1', { recipients: ['city', 'safetyCommittee'] }));
    expect((desk.lastPayload() as { clocksMet: string[] }).clocksMet.sort()).toEqual([
      'i1/R2/city/occurrence/1',
      'i1/R6/city/receipt/1',
      'i1/R7/safetyCommittee/r1/1',
    ]);
  });

  test('only a report naming the demand meets it [R9]', () => {
    const desk = openedDesk()
      .do(phone('r0'))
      .at('03:20')
      .do(demand('d1'))
      .at('03:30')
      .do(phone('r1', { kind: 'followUp' }));
    expect(desk.obligation('R9').state).toBe('pending');
    desk.do(phone('r2', { kind: 'verification', demandId: 'd1' }));
    expect(desk.obligation('R9').state).toBe('fulfilledOnTime');
  });

  test('ids are used once, struck ones included', () => {
    const desk = openedDesk().do(phone('r1')).do(demand('d1'));
    expect(refusal(desk.ask(phone('r1')))).toMatchObject({ code: 'idTaken', params: { field: 'reportId', id: 'r1' } });
    expect(refusal(desk.ask(demand('d1')))).toMatchObject({ code: 'idTaken', params: { field: 'demandId', id: 'd1' } });
    desk.do(strike(desk.lastEntryId('ReportRecorded')), 'confirmed');
    expect(refusal(desk.ask(phone('r1'))).code).toBe('idTaken');
    expect(
      refusal(desk.ask({ type: 'AddNote', incidentId, entryId: desk.state().entries[0]?.entryId, text: 'x' })).params,
    ).toMatchObject({
      field: 'entryId',
    });
  });
});

describe('grades [plan 4.1.1]', () => {
  test('below what confirmed figures meet is asked back, with the clause it rests on', () => {
    const desk = openedDesk({ figures: { dead: 3 } });
    expect(desk.ask(determine('ordinary'))).toMatchObject({
      kind: 'confirm',
      questions: [
        {
          code: 'gradeBelowFacts',
          clause: '附件1（493号令 第3条）',
          params: { grade: 'ordinary', factsGrade: 'serious' },
        },
      ],
    });
    expect(desk.ask(determine('serious')).kind).toBe('accepted');
    expect(desk.ask(determine('major')).kind).toBe('accepted');
  });
  test('the same grade again is not a new determination', () => {
    expect(refusal(openedDesk().do(determine('serious')).ask(determine('serious')))).toMatchObject({
      code: 'alreadyDetermined',
    });
  });
});

describe('switches, marks, details, waivers', () => {
  const special = (on: boolean): CommandInput => ({
    type: 'SetSwitch',
    incidentId,
    switch: 'specialCircumstances',
    on,
    reason: 'x',
  });
  const mark = (value: 'yes' | 'unknown'): CommandInput => ({
    type: 'SetMark',
    incidentId,
    mark: 'productionSafety',
    value,
  });
  const waive = (rule: string): CommandInput => ({ type: 'WaiveObligation', incidentId, rule, reason: '已请示' });

  test('what is already so is not recorded again', () => {
    const desk = openedDesk({ details: { place: '路口' } });
    expect(refusal(desk.ask(special(false))).code).toBe('nothingChanged');
    expect(refusal(desk.do(special(true)).ask(special(true))).code).toBe('nothingChanged');
    expect(refusal(desk.ask(mark('unknown'))).code).toBe('nothingChanged');
    expect(refusal(desk.ask({ type: 'ReviseDetails', incidentId, details: { place: '路口' } })).code).toBe(
      'nothingChanged',
    );
    expect(refusal(desk.ask({ type: 'ReviseDetails', incidentId })).code).toBe('nothingToRecord');
  });

  test('only an optional rule that is unmet can be waived [R8]', () => {
    const desk = openedDesk();
    expect(refusal(desk.ask(waive('R2')))).toMatchObject({ code: 'notWaivable', clause: '4.1.2' });
    expect(refusal(desk.ask(waive('R8')))).toMatchObject({ code: 'nothingToWaive', clause: '4.1.1' });
    desk.do(determine('major'));
    expect(desk.obligation('R8', 'province').state).toBe('immediate');
    desk.do(waive('R8'));
    expect(desk.obligation('R8', 'province').state).toBe('waived');
  });

  test('outside the scope the other plan is named, and the record stays possible [plan 1.3]', () => {
    const answer = new TestDesk().ask(call({ details: { object: 'cityGas' } }));
    expect(answer).toMatchObject({
      kind: 'confirm',
      questions: [
        { code: 'outOfScope', clause: '1.3', params: { object: 'cityGas', otherPlan: '城镇燃气有关应急预案' } },
      ],
    });
    expect(new TestDesk().ask(call({ details: { object: '长输管道' } })).kind).toBe('accepted');
  });
});

describe('striking through', () => {
  test('a figure stops counting', () => {
    const desk = openedDesk().do(figures({ dead: 3 }));
    expect(desk.assessment().clockGrade).toBe('serious');
    desk.do(determine('ordinary'), 'confirmed').do(strike(desk.lastEntryId('FiguresRecorded')));
    expect(desk.assessment().clockGrade).toBe('ordinary');
  });

  test('a report’s clocks run again, asked back first', () => {
    const desk = openedDesk().at('03:16').do(phone('r1'));
    expect(desk.ask(strike(desk.lastEntryId('ReportRecorded')))).toMatchObject({
      kind: 'confirm',
      questions: [
        { code: 'strikeReopensClocks', params: { keys: ['i1/R2/city/occurrence/1', 'i1/R6/city/receipt/1'] } },
      ],
    });
    desk.do(strike(desk.lastEntryId('ReportRecorded')), 'confirmed');
    expect(desk.obligation('R2')).toMatchObject({ state: 'overdue', lateBySeconds: 34 * 60 });
  });

  test('a closure is taken back', () => {
    const desk = openedDesk().do(close(), 'confirmed');
    expect(refusal(desk.ask(determineSwitch())).code).toBe('incidentClosed');
    desk.do(strike(desk.lastEntryId('IncidentClosed')));
    expect(desk.ask(determineSwitch()).kind).toBe('accepted');
  });
  const determineSwitch = (): CommandInput => ({
    type: 'SetSwitch',
    incidentId,
    switch: 'specialCircumstances',
    on: true,
    reason: 'x',
  });

  test('a revised title falls back', () => {
    const desk = openedDesk({ disposition: { kind: 'open', incidentId, title: '甲' } });
    desk.do({ type: 'ReviseDetails', incidentId, title: '乙' });
    expect(desk.file().title).toBe('乙');
    desk.do(strike(desk.lastEntryId('DetailsRevised')));
    expect(desk.file().title).toBe('甲');
  });

  test('openings, levels, signatures and strikes stand; nothing is struck twice', () => {
    const desk = openedDesk().do(figures({ dead: 1 }));
    const figure = desk.lastEntryId('FiguresRecorded');
    desk.do(strike(figure));
    desk.do({
      type: 'StartResponse',
      incidentId,
      level: 'III',
      decision: { post: 'officeDirector', name: 'x', means: 'phone' },
    });
    expect(refusal(desk.ask(strike(figure))).code).toBe('entryAlreadyStruck');
    for (const type of ['IncidentOpened', 'EntryStruck', 'ResponseStarted']) {
      expect(refusal(desk.ask(strike(desk.lastEntryId(type))))).toMatchObject({
        code: 'entryCannotBeStruck',
        params: { type },
      });
    }
  });

  test('ids that every object inherits are ids like any other', () => {
    const desk = openedDesk();
    desk.do(figures({ dead: 3 }, { entryId: 'constructor' }));
    expect(desk.file().figureHistory).toMatchObject([{ struck: false }]);
    desk.do(strike('constructor'));
    expect(desk.file().figureHistory).toMatchObject([{ struck: true }]);
  });
});

describe('closing', () => {
  test('needs a sent final report or a reason', () => {
    const desk = openedDesk();
    expect(refusal(desk.ask(close({ reason: undefined })))).toMatchObject({
      code: 'reasonNeeded',
      params: { field: 'reason' },
    });
    desk.do(written('r9', { kind: 'final' }));
    expect(desk.ask(close({ reason: undefined })).kind).toBe('confirm');
  });

  test('lists what is unmet, and the level in force', () => {
    const desk = openedDesk();
    desk.do({
      type: 'StartResponse',
      incidentId,
      level: 'III',
      decision: { post: 'officeDirector', name: 'x', means: 'phone' },
    });
    const answer = desk.ask(close());
    expect(questions(answer)).toEqual(['closeWithUnmet', 'closeWithLevelInForce']);
    const [question] = answer.kind === 'confirm' ? answer.questions : [];
    const unmet = question?.params['unmet'] as { rule: string }[];
    expect(unmet.map(({ rule }) => rule)).toEqual(['L3', 'O1', 'R0', 'R2', 'R3', 'R6', 'R6']);
  });

  test('afterwards late figures, grades, reports, notes, demands and strikes still come in [493号令 第13条]', () => {
    const desk = openedDesk().do(close(), 'confirmed').at('23 03:10');
    const late: CommandInput[] = [
      figures({ dead: 1 }),
      determine('serious'),
      phone('r1'),
      demand('d1'),
      { type: 'AddNote', incidentId, text: '补记' },
      strike(desk.lastEntryId('IncidentClosed')),
      call({ callId: 'c2', disposition: { kind: 'join', incidentId } }),
    ];
    for (const command of late) expect(desk.ask(command).kind).not.toBe('rejected');
    const other: CommandInput[] = [
      close(),
      { type: 'RecordConditions', incidentId, conditions: { fire: 'yes' } },
      { type: 'CorrectTimes', incidentId, occurredAt: null, reason: 'x' },
      { type: 'SetMark', incidentId, mark: 'productionSafety', value: 'no' },
      { type: 'MergeIncidents', incidentId, into: 'i2', reason: 'x' },
    ];
    for (const command of other) expect(refusal(desk.ask(command)).code).toBe('incidentClosed');
  });
});

describe('merging', () => {
  const second = call({
    callId: 'c2',
    receivedAt: minute('03:20'),
    conditions: { fire: 'yes' },
    figures: { dead: 2 },
    disposition: { kind: 'open', incidentId: 'i2' },
  });
  const merge = (incident = 'i2', into = 'i1'): CommandInput => ({
    type: 'MergeIncidents',
    incidentId: incident,
    into,
    reason: '同一事件',
  });
  const two = () =>
    openedDesk({ details: { place: '甲地' } })
      .at('03:20')
      .do(second);

  test('facts with their own instants, reports, unanswered demands and calls go over', () => {
    const desk = two().at('03:25');
    desk.do({ ...phone('r5'), incidentId: 'i2' } as CommandInput);
    desk
      .do({ ...demand('d1'), incidentId: 'i2' } as CommandInput)
      .do({ ...demand('d2'), incidentId: 'i2' } as CommandInput);
    desk.do({ ...phone('r6', { kind: 'verification', demandId: 'd1' }), incidentId: 'i2' } as CommandInput);
    desk.at('03:30').do(merge());
    const file = desk.file('i1');
    expect(file.calls).toEqual(['c1', 'c2']);
    expect(file.reports.map(({ reportId }) => reportId)).toEqual(['r5', 'r6']);
    expect(file.demands.map(({ demandId }) => demandId)).toEqual(['d2']);
    expect(file.figureHistory).toMatchObject([{ figure: 'dead', observed: { at: at('03:20') } }]);
    expect(file.assessment.conditions).toMatchObject({ leak: 'yes', fire: 'yes' });
    expect(file.details['place']).toMatchObject({ value: '甲地' });
    expect(desk.file('i2')).toMatchObject({ mergedInto: 'i1', closedAt: at('03:30') });
    expect(desk.assessment('i2').obligations.filter(({ state }) => state === 'overdue')).toEqual([]);
  });

  test('a merged incident takes nothing more and says where to', () => {
    const desk = two().do(merge());
    expect(refusal(desk.ask({ type: 'AddNote', incidentId: 'i2', text: 'x' }))).toMatchObject({
      code: 'incidentMerged',
      params: { into: 'i1' },
    });
    expect(refusal(desk.ask(merge('i1', 'i2')))).toMatchObject({ code: 'incidentMerged' });
  });

  test('an older “no” does not deny what the other knows', () => {
    const desk = two()
      .do({ type: 'RecordConditions', incidentId: 'i2', conditions: { leak: 'no' } })
      .do(merge());
    expect(desk.assessment('i1').conditions['leak']).toBe('yes');
  });

  test('not into itself, not away from a higher level, not over taken ids', () => {
    const desk = two();
    expect(refusal(desk.ask(merge('i1', 'i1'))).code).toBe('cannotMergeIntoItself');
    desk.do({
      type: 'StartResponse',
      incidentId: 'i2',
      level: 'III',
      decision: { post: 'officeDirector', name: 'x', means: 'phone' },
    });
    expect(refusal(desk.ask(merge()))).toMatchObject({ code: 'mergeLosesLevel', params: { level: 'III' } });
    expect(desk.ask(merge('i1', 'i2')).kind).toBe('accepted');
    desk.do(phone('r1')).do({ ...phone('r1'), incidentId: 'i2' } as CommandInput);
    expect(refusal(desk.ask(merge('i1', 'i2')))).toMatchObject({ code: 'idTaken', params: { id: 'r1' } });
  });
});
