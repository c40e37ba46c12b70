/** Delegation [inferred, rules §4]: recorded, to a named post, for one decision, with an expiry, no sub-delegation. */
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { adjust, by, end, start } from '../testing/responseCommands.ts';
import { at, minute, openedDesk, questions, refusal } from '../testing/testDesk.ts';

type Delegate = Extract<CommandInput, { type: 'RecordDelegation' }>;
const delegate = (more: Partial<Delegate> = {}): Delegate => ({
  type: 'RecordDelegation',
  incidentId: 'i1',
  delegationId: 'd1',
  from: { post: 'commander', name: '戊' },
  to: { post: 'dutyLead' },
  for: { act: 'start', level: 'I' },
  means: 'written',
  expiresAt: minute('05:00'),
  ...more,
});
const delegated = (post = 'dutyLead') => by(post, 'inPerson', { delegationId: 'd1' });
const startI = (more = {}) => start('I', { decision: { ...delegated(), ...more } });

describe('a delegated decision', () => {
  test('is valid, names who delegated, and uses the delegation up', () => {
    const desk = openedDesk().do(delegate()).at('03:11');
    expect(desk.response().delegations).toMatchObject([{ delegationId: 'd1', state: 'open' }]);
    desk.do(startI());
    expect(desk.log.at(-1)?.payload).toMatchObject({
      decision: { post: 'dutyLead', delegationId: 'd1', onBehalfOf: 'commander' },
    });
    expect(desk.response()).toMatchObject({
      response: { startedBy: 'commander', decidedBy: { post: 'dutyLead' } },
      delegations: [{ state: 'used' }],
    });
  });

  test('谁启动，谁终止 is the one who delegated; who was delegated needs another delegation to end', () => {
    const desk = openedDesk().do(delegate()).do(startI());
    expect(refusal(desk.ask(end('dutyLead'))).code).toBe('noAuthority');
    expect(desk.ask(end('commander')).kind).toBe('accepted');
    desk.do(delegate({ delegationId: 'd2', for: { act: 'terminate' } }));
    const again = end('dutyLead', { decision: by('dutyLead', 'inPerson', { delegationId: 'd2' }) });
    expect(desk.ask(again).kind).toBe('accepted');
  });

  test('approval of the end may be delegated too, each part by its own', () => {
    const desk = openedDesk()
      .do(start('III'))
      .do(delegate({ for: { act: 'approve' }, from: { post: 'deputyCommander', name: '丁' } }));
    const approved = end('officeDirector', { approval: delegated() });
    expect(desk.ask(approved).kind).toBe('accepted');
    expect(refusal(desk.ask(end('dutyLead', { decision: delegated() })))).toMatchObject({
      code: 'delegationNotValid',
      params: { why: 'otherDecision' },
    });
  });
});

describe('is refused, saying why', () => {
  const used = () => openedDesk().do(delegate()).do(startI()).do(end('commander'));
  const cases: [string, () => ReturnType<typeof openedDesk>, CommandInput, object][] = [
    ['no such delegation', () => openedDesk(), startI(), { code: 'unknownReference', params: { id: 'd1' } }],
    ['used once already', used, startI(), { code: 'delegationNotValid', params: { why: 'used' } }],
    [
      'another post',
      () => openedDesk().do(delegate()),
      startI({ post: 'officeDirector' }),
      { code: 'delegationNotValid', params: { why: 'otherPerson', to: 'dutyLead' } },
    ],
    [
      'another person of that post',
      () => openedDesk().do(delegate({ to: { post: 'dutyLead', name: '乙' } })),
      startI(),
      { code: 'delegationNotValid', params: { why: 'otherPerson' } },
    ],
    [
      'another level',
      () => openedDesk().do(delegate()),
      start('II', { decision: delegated() }),
      { code: 'delegationNotValid', params: { why: 'otherDecision' } },
    ],
    [
      'another act',
      () =>
        openedDesk()
          .do(start('II'))
          .do(delegate({ for: { act: 'adjust', level: 'I' } })),
      adjust('III', { decision: delegated() }),
      { code: 'delegationNotValid', params: { why: 'otherDecision' } },
    ],
    [
      'decided before it was given',
      () => openedDesk().do(delegate({ givenAt: minute('03:05') })),
      startI({ at: minute('03:04') }),
      { code: 'delegationNotValid', params: { why: 'notYet' } },
    ],
    [
      'decided a minute after its end',
      () => openedDesk().do(delegate()).at('05:02'),
      startI({ at: minute('05:01') }),
      { code: 'delegationNotValid', params: { why: 'expired' } },
    ],
  ];
  test.each(cases)('%s', (_name, desk, command, expected) => {
    expect(refusal(desk().ask(command))).toMatchObject(expected);
  });

  test('decided within its last minute, recorded later: valid', () => {
    const desk = openedDesk().do(delegate()).at('06:00');
    expect(desk.ask(startI({ at: minute('05:00') })).kind).toBe('accepted');
    expect(refusal(desk.ask(startI())).params).toMatchObject({ why: 'expired' });
    expect(desk.response().delegations).toMatchObject([{ state: 'expired' }]);
  });

  test('what was delegated has passed into other hands since: a transfer', () => {
    const desk = openedDesk()
      .do(start('II'))
      .do(delegate({ for: { act: 'adjust', level: 'I' } }))
      .do({ type: 'TransferCommand', incidentId: 'i1', to: 'provincialCommand', person: '省', means: 'phone' });
    expect(refusal(desk.ask(adjust('I', { decision: delegated() }))).code).toBe('commandTransferred');
  });
});

describe('who may delegate', () => {
  test.each([
    ['commander', 'I', true],
    ['deputyCommander', 'I', false],
    ['deputyCommander', 'II', true],
    ['officeDirector', 'II', false],
    ['officeDirector', 'III', true],
    ['commander', 'III', false],
  ])('%s the start of %s: %s', (post, level, may) => {
    const answer = openedDesk().ask(delegate({ from: { post, name: '某' }, for: { act: 'start', level } }));
    if (may) expect(answer.kind).toBe('accepted');
    else expect(refusal(answer)).toMatchObject({ code: 'noAuthority', params: { field: 'from.post' } });
  });

  test('no sub-delegation: who was delegated cannot delegate on', () => {
    const desk = openedDesk().do(delegate());
    const on = delegate({ delegationId: 'd2', from: { post: 'dutyLead', name: '乙' }, to: { post: 'watchOfficer' } });
    expect(refusal(desk.ask(on))).toMatchObject({ code: 'noAuthority', params: { may: ['commander'] } });
  });

  test.each<[Partial<Delegate>, string, object]>([
    [{ to: { post: 'commander' } }, 'delegatedToItself', { field: 'to.post' }],
    [{ to: { post: 'mayor' } }, 'unknownPlanItem', { field: 'to.post', id: 'mayor' }],
    [{ for: { act: 'start', level: 'IV' } }, 'unknownPlanItem', { field: 'for.level', id: 'IV' }],
    [{ for: { act: 'terminate' } }, 'noLevelInForce', {}],
    [{ for: { act: 'adjust', level: 'I' } }, 'noLevelInForce', {}],
    [{ expiresAt: minute('03:10') }, 'endBeforeStart', { field: 'expiresAt' }],
  ])('%j: %s', (more, code, params) => {
    expect(refusal(openedDesk().ask(delegate(more)))).toMatchObject({ code, params });
  });

  test('its id is taken for good, and a time in the future is asked back', () => {
    const desk = openedDesk().do(delegate());
    expect(refusal(desk.ask(delegate()))).toMatchObject({ code: 'idTaken', params: { field: 'delegationId' } });
    expect(questions(desk.ask(delegate({ delegationId: 'd2', givenAt: minute('03:20') })))).toEqual(['futureTime']);
  });
});

describe('striking a delegation', () => {
  const strike = (strikes: string): CommandInput => ({
    type: 'StrikeEntry',
    incidentId: 'i1',
    strikes,
    reason: '记错',
  });
  test('an unused one stops counting; one a decision rests on stands', () => {
    const unused = openedDesk().do(delegate());
    unused.do(strike(unused.lastEntryId('DelegationRecorded')));
    expect(refusal(unused.ask(startI())).code).toBe('unknownReference');
    const used = openedDesk().do(delegate()).do(startI());
    expect(refusal(used.ask(strike(used.lastEntryId('DelegationRecorded')))).code).toBe('delegationUsed');
  });
});

test('times are kept as given', () => {
  const desk = openedDesk().do(delegate({ givenAt: minute('03:05') }));
  expect(desk.response().delegations).toMatchObject([{ at: at('03:05'), expiresAt: at('05:00') }]);
});
