/** How an incident's record is corrected, ended and joined with another: strikes, closing, merging. */
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import {
  close,
  demand,
  determine,
  figures,
  incidentId,
  phone,
  strike,
  written,
} from '../testing/commandsOnIncident.ts';
import { at, call, minute, openedDesk, questions, refusal } from '../testing/testDesk.ts';

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
      expectedHours: 24,
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

  test('lists what is unmet, the level in force, and the decision by phone not signed for', () => {
    const desk = openedDesk();
    desk.do({
      type: 'StartResponse',
      incidentId,
      level: 'III',
      expectedHours: 24,
      decision: { post: 'officeDirector', name: 'x', means: 'phone' },
    });
    const answer = desk.ask(close());
    expect(questions(answer)).toEqual(['closeWithUnmet', 'closeWithLevelInForce', 'openWorkLeft']);
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
      expectedHours: 24,
      decision: { post: 'officeDirector', name: 'x', means: 'phone' },
    });
    expect(refusal(desk.ask(merge()))).toMatchObject({ code: 'mergeLosesLevel', params: { level: 'III' } });
    expect(desk.ask(merge('i1', 'i2')).kind).toBe('accepted');
    desk.do(phone('r1')).do({ ...phone('r1'), incidentId: 'i2' } as CommandInput);
    expect(refusal(desk.ask(merge('i1', 'i2')))).toMatchObject({ code: 'idTaken', params: { id: 'r1' } });
  });
});
