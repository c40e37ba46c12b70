/** The course of a response: proposed, decided, signed for, handed over, ended, begun anew [plan 4.3–4.7]. */
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { adjust, by, end, start, transfer } from '../testing/responseCommands.ts';
import { at, call, minute, openedDesk, questions, refusal, type TestDesk } from '../testing/testDesk.ts';

const incidentId = 'i1';
type Of<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;
const propose = (level: string | null, more: Partial<Of<'ProposeResponse'>> = {}): Of<'ProposeResponse'> => ({
  type: 'ProposeResponse',
  incidentId,
  proposalId: 'q1',
  level,
  ...more,
});
const decline = (post: string): CommandInput => ({
  type: 'DeclineProposal',
  incidentId,
  proposalId: 'q1',
  decision: by(post),
  reason: '再观察',
});
const states = (desk: TestDesk) => desk.response().proposals.map(({ proposalId, state }) => [proposalId, state]);

describe('the proposal [plan 4.3]', () => {
  test('rests on a met criterion, told with figure, number, clause and entry, or on judgement', () => {
    const desk = openedDesk({ figures: { dead: 3 } });
    expect(refusal(desk.ask(propose('I')))).toMatchObject({ code: 'basisNeeded', clause: '4.3.3(3)' });
    desk.do(propose('II', { proposer: '甲' }));
    expect(desk.response().proposals).toMatchObject([
      {
        level: 'II',
        proposer: { unit: 'office', name: '甲' },
        basis: [{ criterion: 'l2-dead', clause: '4.3.2(1)', value: 3, entryId: desk.lastEntryId('IncidentOpened') }],
        reason: null,
        at: at('03:10'),
        state: 'open',
      },
    ]);
  });

  test('is decided by naming it; the start keeps proposer and basis', () => {
    const desk = openedDesk({ figures: { dead: 3 } }).do(propose('II'));
    desk.do(start('II', { proposalId: 'q1', proposer: '乙', reason: undefined }));
    expect(states(desk)).toEqual([['q1', 'decided']]);
    expect(desk.response().response).toMatchObject({
      proposer: { unit: 'office', name: '乙' },
      basis: [{ criterion: 'l2-dead', value: 3 }],
      reason: null,
    });
  });

  test('is overtaken by a newer one, and by a decision without it', () => {
    const desk = openedDesk()
      .do(propose('III'))
      .do(propose('II', { proposalId: 'q2', reason: '研判' }));
    expect(states(desk)).toEqual([
      ['q1', 'superseded'],
      ['q2', 'open'],
    ]);
    desk.do(start('III'));
    expect(states(desk).at(-1)).toEqual(['q2', 'superseded']);
  });

  test('is declined by whoever may decide it, and by nobody else', () => {
    const desk = openedDesk().do(propose('III'));
    expect(refusal(desk.ask(decline('commander'))).code).toBe('noAuthority');
    desk.do(decline('officeDirector'));
    expect(states(desk)).toEqual([['q1', 'declined']]);
    expect(refusal(desk.ask(start('III', { proposalId: 'q1' })))).toMatchObject({
      code: 'proposalNotOpen',
      params: { state: 'declined' },
    });
    expect(refusal(desk.ask(decline('officeDirector'))).code).toBe('proposalNotOpen');
  });

  test('of the end is decided with the end, and declined by the starter', () => {
    const desk = openedDesk().do(start('III')).do(propose(null));
    expect(refusal(desk.ask(decline('commander'))).code).toBe('noAuthority');
    expect(desk.ask(decline('officeDirector')).kind).toBe('accepted');
    expect(desk.do(end('officeDirector', { proposalId: 'q1' })).response().proposals).toMatchObject([
      { state: 'decided' },
    ]);
  });

  test.each<[string, () => TestDesk, CommandInput, string]>([
    ['unknown level', openedDesk, propose('IV'), 'unknownPlanItem'],
    ['the end of nothing', openedDesk, propose(null), 'noLevelInForce'],
    ['what is in force', () => openedDesk().do(start('III')), propose('III'), 'levelAlreadyInForce'],
    ['an id twice', () => openedDesk().do(propose('III')), propose('III'), 'idTaken'],
    ['against another state', () => openedDesk().do(start('III')), propose(null, { against: null }), 'stateChanged'],
    [
      'a decision of another level',
      () => openedDesk().do(propose('III')),
      start('II', { proposalId: 'q1' }),
      'proposalDiffers',
    ],
    ['a decision of none', openedDesk, start('III', { proposalId: 'q1' }), 'unknownReference'],
  ])('refused: %s', (_name, desk, command, code) => {
    expect(refusal(desk().ask(command)).code).toBe(code);
  });

  test('below what facts propose is asked back', () => {
    expect(questions(openedDesk({ figures: { dead: 10 } }).ask(propose('II')))).toEqual(['levelBelowProposal']);
  });
});

describe('a decision is made once, against the state that was seen', () => {
  const head = (desk: TestDesk) => desk.response().headEntryId;

  test('[RESPONSE-2] a double click is one start and one clear refusal', () => {
    const desk = openedDesk();
    const command = start('III', { against: head(desk) });
    desk.do(command);
    expect(refusal(desk.ask(command))).toMatchObject({ code: 'stateChanged', params: { level: 'III' } });
    expect(refusal(desk.ask(start('III'))).code).toBe('levelAlreadyInForce');
  });

  test.each<[string, (seen: string | null) => CommandInput]>([
    ['an adjustment', (against) => adjust('I', { against })],
    ['an end', (against) => end('deputyCommander', { against })],
    ['a transfer', (against) => transfer({ against })],
  ])('%s against a level that changed meanwhile', (_name, command) => {
    const desk = openedDesk().do(start('II'));
    const seen = head(desk);
    expect(desk.ask(command(seen)).kind).toBe('accepted');
    desk.do(adjust('III', { decision: by('deputyCommander') }));
    expect(refusal(desk.ask(command(seen)))).toMatchObject({
      code: 'stateChanged',
      params: { field: 'against', against: seen, head: head(desk), level: 'III' },
    });
  });

  test('an end against a response that was ended and begun anew meanwhile', () => {
    const desk = openedDesk().do(start('III'));
    const seen = head(desk);
    desk.do(end('officeDirector')).do(start('III'));
    expect(refusal(desk.ask(end('officeDirector', { against: seen }))).code).toBe('stateChanged');
  });

  test('a transfer changes the state too: the city’s adjustment was made too early', () => {
    const desk = openedDesk().do(start('II'));
    const seen = head(desk);
    desk.do(transfer());
    expect(refusal(desk.ask(adjust('I', { against: seen }))).code).toBe('stateChanged');
  });
});

describe('补签 [rules §4]', () => {
  const sign = (of: string, more: Partial<Of<'RecordSignature'>> = {}): Of<'RecordSignature'> => ({
    type: 'RecordSignature',
    incidentId,
    of,
    ...more,
  });

  test.each(['inPerson', 'written'] as const)('%s leaves nothing to sign', (means) => {
    const desk = openedDesk().do(start('III', { decision: by('officeDirector', means) }));
    expect(desk.response()).toMatchObject({ signatures: [], response: { pendingSignature: false }, reminders: [] });
    expect(refusal(desk.ask(sign(desk.lastEntryId('ResponseStarted')))).code).toBe('nothingToSign');
  });

  test('by phone is open, on the board too, until recorded', () => {
    const desk = openedDesk().do(start('III', { decision: by('officeDirector', 'phone') }));
    const of = desk.lastEntryId('ResponseStarted');
    const row = { of, part: 'decision', act: 'start', level: 'III', post: 'officeDirector', decidedAt: at('03:10') };
    expect(desk.response()).toMatchObject({
      signatures: [{ ...row, signed: null }],
      response: { pendingSignature: true },
      reminders: [{ kind: 'signature', signature: row, since: at('03:10') }],
    });
    desk.at('04:00').do(sign(of, { signedAt: minute('03:50') }));
    expect(desk.response()).toMatchObject({
      signatures: [{ ...row, signed: { by: '某人', at: at('03:50') } }],
      response: { pendingSignature: false },
      reminders: [],
    });
    expect(refusal(desk.ask(sign(of)))).toMatchObject({ code: 'alreadySigned', params: { by: '某人' } });
  });

  test('an end by phone asks for two, approval and decision; they may come after closing', () => {
    const desk = openedDesk().do(start('III'));
    desk.do(end('officeDirector', { approval: by('commander', 'phone'), decision: by('officeDirector', 'phone') }));
    const of = desk.lastEntryId('ResponseTerminated');
    desk.do({ type: 'CloseIncident', incidentId, reason: '处置完毕' }, 'confirmed');
    desk.do(sign(of, { part: 'approval', signedBy: '戊' }));
    expect(desk.response().signatures.map(({ part, signed }) => [part, signed?.by ?? null])).toEqual([
      ['approval', '戊'],
      ['decision', null],
    ]);
  });

  test('left open with an unanswered 批示 or request it is asked when closing, and may come after a merger too', () => {
    const desk = openedDesk().do(start('III', { decision: by('officeDirector', 'phone') }));
    desk.do({ type: 'RecordInstruction', incidentId, instructionId: 'n1', from: '市长', text: '救人' });
    desk.do({ type: 'RequestReinforcement', incidentId, requestId: 'h1', to: 'province', what: '泡沫车' });
    const answer = desk.ask({ type: 'CloseIncident', incidentId, reason: '处置完毕' });
    expect(answer.kind === 'confirm' ? answer.questions : []).toContainEqual({
      code: 'openWorkLeft',
      params: { tasks: 0, groups: 0, units: 0, signatures: 1, instructions: 1, requests: 1 },
    });
    const of = desk.lastEntryId('ResponseStarted');
    desk.do(call({ callId: 'c2', disposition: { kind: 'open', incidentId: 'i2' } }));
    desk.do({ ...start('III'), incidentId: 'i2' });
    desk.do({ type: 'MergeIncidents', incidentId, into: 'i2', reason: '同一处' }, 'confirmed').do(sign(of));
    expect(desk.response().signatures).toMatchObject([{ signed: { by: '某人' } }]);
    expect(refusal(desk.ask({ type: 'AnswerInstruction', incidentId, instructionId: 'n1', text: 'x' })).code).toBe(
      'incidentMerged',
    );
  });

  test('a struck signature is open again', () => {
    const desk = openedDesk().do(start('III', { decision: by('officeDirector', 'phone') }));
    desk.do(sign(desk.lastEntryId('ResponseStarted')));
    desk.do({ type: 'StrikeEntry', incidentId, strikes: desk.lastEntryId('SignatureRecorded'), reason: '记错' });
    expect(desk.response().response?.pendingSignature).toBe(true);
  });

  test('only what stands in the log can be signed for', () => {
    expect(refusal(openedDesk().ask(sign('e99')))).toMatchObject({ code: 'unknownEntry', params: { field: 'of' } });
  });
});

describe('transfer [plan 4.3.3(4)]', () => {
  test('is shown with the response: to whom, when', () => {
    const desk = openedDesk()
      .do(start('I'))
      .at('05:00')
      .do(transfer({ transferredAt: minute('04:50') }));
    expect(desk.response()).toMatchObject({
      response: { level: 'I', transferredTo: { unit: 'provincialCommand', person: '省里某人', at: at('04:50') } },
      termination: { may: ['provincialCommander'], approve: ['provincialCommander'] },
      levels: [{ may: ['provincialCommander'] }, { may: ['provincialCommander'] }, { may: ['provincialCommander'] }],
    });
    expect(desk.do(adjust('II', { decision: by('provincialCommander') })).response().response).toMatchObject({
      level: 'II',
      startedBy: 'provincialCommander',
      transferredTo: { unit: 'provincialCommand' },
    });
  });

  test.each<[string, () => TestDesk, CommandInput, string]>([
    ['of nothing', openedDesk, transfer(), 'noLevelInForce'],
    [
      'to a unit that never takes over',
      () => openedDesk().do(start('I')),
      transfer({ to: 'county' }),
      'unknownPlanItem',
    ],
    ['twice', () => openedDesk().do(start('I')).do(transfer()), transfer(), 'alreadyTransferred'],
  ])('refused: %s', (_name, desk, command, code) => {
    expect(refusal(desk().ask(command)).code).toBe(code);
  });
});

describe('reinforcement [plan 4.3.3(3)]', () => {
  const request = (more: Partial<Of<'RequestReinforcement'>> = {}): CommandInput => ({
    type: 'RequestReinforcement',
    incidentId,
    requestId: 'h1',
    to: 'provincialCommand',
    what: '泡沫车十辆',
    ...more,
  });
  const answer = (more: Partial<Of<'AnswerReinforcement'>> = {}): CommandInput => ({
    type: 'AnswerReinforcement',
    incidentId,
    requestId: 'h1',
    answer: 'partly',
    text: '先到四辆',
    ...more,
  });

  test('is tracked until answered, once', () => {
    const desk = openedDesk().do(request());
    expect(desk.response().reinforcements).toMatchObject([{ requestId: 'h1', answer: null }]);
    desk.at('04:00').do(answer());
    expect(desk.response().reinforcements).toMatchObject([{ answer: { answer: 'partly', at: at('04:00') } }]);
    expect(refusal(desk.ask(answer())).code).toBe('alreadyAnswered');
  });

  test.each<[CommandInput, string]>([
    [request({ to: 'county' }), 'unknownPlanItem'],
    [answer({ requestId: 'h9' }), 'unknownReference'],
  ])('%j is refused: %s', (command, code) => {
    expect(refusal(openedDesk().ask(command)).code).toBe(code);
  });

  test('an id is taken for good, struck or not', () => {
    const desk = openedDesk().do(request());
    desk.do({ type: 'StrikeEntry', incidentId, strikes: desk.lastEntryId('ReinforcementRequested'), reason: 'x' });
    expect(desk.response().reinforcements).toEqual([]);
    expect(refusal(desk.ask(request())).code).toBe('idTaken');
  });
});

describe('a decision is not earlier than what it decides on, or is asked back', () => {
  const decided = (post: string, time: string) => ({ decision: by(post, 'inPerson', { at: minute(time) }) });
  const running = () =>
    openedDesk()
      .at('04:00')
      .do(start('II', { decision: by('commander', 'phone') }))
      .at('05:00');
  const signed = (desk: TestDesk): CommandInput => ({
    type: 'RecordSignature',
    incidentId,
    of: desk.lastEntryId('ResponseStarted'),
    signedAt: minute('03:59'),
  });
  test.each<[string, (desk: TestDesk) => CommandInput, string, string]>([
    ['a step before the start', () => adjust('I', decided('commander', '03:59')), 'startedAt', 'decision.at'],
    [
      'an end decided before it was approved',
      () => end('', { ...decided('commander', '04:10'), approval: by('commander', 'phone', { at: minute('04:11') }) }),
      'approval.at',
      'decision.at',
    ],
    [
      'an end approved before the start',
      () => end('commander', { approval: by('commander', 'phone', { at: minute('03:59') }) }),
      'startedAt',
      'approval.at',
    ],
    ['a transfer before the start', () => transfer({ transferredAt: minute('03:59') }), 'startedAt', 'transferredAt'],
    ['a signature before the decision', signed, 'decision.at', 'signedAt'],
  ])('%s', (_name, command, earlier, later) => {
    const desk = running();
    expect(desk.ask(command(desk))).toMatchObject({
      kind: 'confirm',
      questions: [{ code: 'timesOutOfOrder', params: { earlier, later } }],
    });
  });

  test('a start before the incident happened', () => {
    const early = start('III', decided('officeDirector', '02:11'));
    expect(questions(openedDesk().ask(early))).toEqual(['timesOutOfOrder']);
    expect(questions(openedDesk().ask(start('III', decided('officeDirector', '02:12'))))).toEqual([]);
  });
});

describe('what a response keeps', () => {
  test('a start says for how long; 响应事项 is the title and the measures are the level’s where none are said [ERL 72]', () => {
    const { expectedHours: _hours, ...without } = start('II');
    expect(() => openedDesk().ask(without as CommandInput)).toThrow(/expectedHours/);
    const desk = openedDesk().do(start('II'));
    expect(desk.response().response).toMatchObject({ matter: desk.state().title, expectedUntil: at('23 03:10') });
    expect(desk.response().response?.planMeasures).toEqual(
      ['measuresIII', 'measuresII', 'publicInformation'].flatMap(
        (list) => desk.plan.checklists.find(({ id }) => id === list)?.items.map(({ id }) => id) ?? [],
      ),
    );
    expect(desk.do(adjust('I')).response().response?.planMeasures).toContain('m1-lead');
    expect(desk.response().response).toMatchObject({ expectedUntil: at('23 03:10') });
  });

  test('rests on its own criteria, also where facts would propose a higher level', () => {
    const desk = openedDesk({ figures: { dead: 12 } }).do(start('II', { reason: undefined }), 'confirmed');
    expect(desk.response().response?.basis).toEqual([
      {
        criterion: 'l2-dead',
        of: 'II',
        clause: '4.3.2(1)',
        subject: { kind: 'figure', id: 'dead' },
        value: 12,
        entryId: desk.lastEntryId('IncidentOpened'),
      },
    ]);
  });

  test('响应事项, 级别, 预计期限, 处置措施 [ERL 72]; an adjustment changes what it says', () => {
    const desk = openedDesk().do(
      start('II', { responseId: 'night', matter: '泄漏处置', expectedHours: 24, measures: '关阀', reason: '研判' }),
    );
    expect(desk.response().response).toMatchObject({
      responseId: 'night',
      matter: '泄漏处置',
      measures: '关阀',
      expectedUntil: at('23 03:10'),
      since: at('03:10'),
      startedAt: at('03:10'),
    });
    desk.at('05:10').do(adjust('I', { expectedHours: 48, measures: '扩大疏散' }));
    expect(desk.response().response).toMatchObject({
      responseId: 'night',
      level: 'I',
      matter: '泄漏处置',
      measures: '扩大疏散',
      expectedUntil: at('24 05:10'),
      since: at('05:10'),
      startedAt: at('03:10'),
      startedBy: 'commander',
    });
  });

  test('begun anew after its end it is another response that cites the old start', () => {
    const desk = openedDesk().do(start('III'));
    const old = desk.lastEntryId('ResponseStarted');
    desk.do(end('officeDirector')).do(start('III'));
    expect(desk.response()).toMatchObject({
      response: { responseId: 'response-2', citesEntryId: old },
      history: [
        { kind: 'started', responseId: 'response-1' },
        { kind: 'terminated', responseId: 'response-1', from: 'III', level: null },
        { kind: 'started', responseId: 'response-2' },
      ],
    });
    expect(refusal(desk.do(end('officeDirector')).ask(start('III', { responseId: 'response-1' }))).code).toBe(
      'idTaken',
    );
  });

  test('after the end none is in force, and nothing of it is lost', () => {
    const desk = openedDesk().do(start('III')).do(end('officeDirector'));
    expect(desk.response()).toMatchObject({ response: null, headEntryId: desk.lastEntryId('ResponseTerminated') });
  });
});
