/** Decisions on an incident: given what was recorded, when a command comes, then events, a refusal or a question. */
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { demand, determine, figures, incidentId, phone, strike, written } from '../testing/commandsOnIncident.ts';
import { call, minute, openedDesk, questions, refusal, TestDesk } from '../testing/testDesk.ts';

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
    desk.at('03:25').do(written('r2'));
    expect((desk.lastPayload() as { clocksMet: string[] }).clocksMet).toEqual([
      'i1/R3/city/occurrence/1',
      'i1/U1/city/r1/1',
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
