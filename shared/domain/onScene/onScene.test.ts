/** The on-scene command, working groups, people and called units [plan 2.2, rules §5]. */
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { by } from '../testing/responseCommands.ts';
import { at, iso, minute, openedDesk, questions, refusal, type TestDesk } from '../testing/testDesk.ts';

const incidentId = 'i1';
type Of<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;
const commander = by('commander', 'phone');
const HEAD = { personId: 'p1', name: '己副市长', phone: '13900000001', title: '副市长' };
const open = (more: Partial<Of<'OpenOnSceneCommand'>> = {}): Of<'OpenOnSceneCommand'> => ({
  type: 'OpenOnSceneCommand',
  incidentId,
  head: HEAD,
  place: '路口',
  decision: commander,
  ...more,
});
const close: CommandInput = { type: 'CloseOnSceneCommand', incidentId };
const setUp = (groups?: string[]): CommandInput => ({ type: 'SetUpGroups', incidentId, ...(groups && { groups }) });
const add = (more: Partial<Of<'AddGroup'>> = {}): Of<'AddGroup'> => ({
  type: 'AddGroup',
  incidentId,
  groupId: 'river',
  name: '水上组',
  lead: 'water',
  members: ['police', { other: '打捞队' }],
  duties: '水面清污',
  decision: commander,
  ...more,
});
const change = (more: Partial<Of<'ChangeGroup'>> = {}): Of<'ChangeGroup'> => ({
  type: 'ChangeGroup',
  incidentId,
  groupId: 'rescue',
  decision: commander,
  ...more,
});
const dissolve = (groupId: string, post = 'commander'): CommandInput => ({
  type: 'DissolveGroup',
  incidentId,
  groupId,
  decision: by(post),
});
const checkIn = (groupId: string, person: Of<'CheckInPerson'>['person']): CommandInput => ({
  type: 'CheckInPerson',
  incidentId,
  groupId,
  person,
});
const checkOut = (groupId: string, personId: string): CommandInput => ({
  type: 'CheckOutPerson',
  incidentId,
  groupId,
  personId,
});
const stateOf = (groupId: string, state: Of<'SetGroupState'>['state'], more = {}): CommandInput => ({
  type: 'SetGroupState',
  incidentId,
  groupId,
  state,
  ...more,
});
const group = (desk: TestDesk, groupId: string) => desk.response().groups.find((each) => each.groupId === groupId);

describe('the on-scene command', () => {
  test('has a head named by the commander, a place, and opened and closed times', () => {
    const desk = openedDesk()
      .at('04:00')
      .do(open({ openedAt: minute('03:50') }));
    expect(desk.response().onScene).toMatchObject({
      head: { personId: 'p1', name: '己副市长', phone: '13900000001', title: '副市长', unit: null },
      place: '路口',
      decision: { post: 'commander' },
      openedAt: at('03:50'),
      closedAt: null,
    });
    expect(
      desk
        .at('09:00')
        .do({ ...close, reason: '险情解除' })
        .response().onScene,
    ).toMatchObject({
      closedAt: at('09:00'),
      closedReason: '险情解除',
    });
  });

  test.each(['deputyCommander', 'officeDirector', 'onSceneCommander', 'watchOfficer'])(
    'its head is not named by %s',
    (post) => {
      expect(refusal(openedDesk().ask(open({ decision: by(post) })))).toMatchObject({
        code: 'noAuthority',
        clause: '2.2',
        params: { may: ['commander'] },
      });
    },
  );

  test('one at a time; another head or place is a change, by the commander too', () => {
    const desk = openedDesk().do(open());
    expect(refusal(desk.ask(open()))).toMatchObject({ code: 'onSceneAlreadyOpen', params: { place: '路口' } });
    const moved = { type: 'ChangeOnSceneCommand', incidentId, place: '学校', decision: commander } as const;
    const { headEntryId } = desk.response().onScene ?? {};
    expect(refusal(desk.ask({ ...moved, decision: by('deputyCommander') })).code).toBe('noAuthority');
    expect(refusal(desk.ask({ ...moved, place: undefined })).code).toBe('nothingToRecord');
    desk.do(moved);
    expect(desk.response().onScene).toMatchObject({ place: '学校', head: { name: '己副市长' } });
    expect(refusal(desk.ask({ ...moved, against: headEntryId })).code).toBe('stateChanged');
  });

  test('closed it can be opened again, and not closed twice', () => {
    const desk = openedDesk();
    expect(refusal(desk.ask(close)).code).toBe('onSceneNotOpen');
    desk.do(open()).do(close);
    expect(refusal(desk.ask(close)).code).toBe('onSceneNotOpen');
    expect(desk.do(open({ place: '学校' })).response().onScene).toMatchObject({ place: '学校', closedAt: null });
  });

  test('nothing here can be delegated', () => {
    const withDelegation = { ...open(), decision: { ...commander, delegationId: 'd1' } };
    expect(() => openedDesk().ask(withDelegation)).toThrow();
  });
});

describe('setting up groups as the plan composes them', () => {
  test('all nine in one act, with lead, members and duties', () => {
    const desk = openedDesk().do(setUp());
    expect(desk.response().groups.map(({ groupId }) => groupId)).toEqual(desk.plan.groups.map(({ id }) => id));
    expect(group(desk, 'rescue')).toMatchObject({
      planGroup: 'rescue',
      name: '抢险救援组',
      lead: { id: 'fireRescue', name: '市消防救援支队' },
      deputies: [{ id: 'emergency' }, { id: 'pipelineOperator' }],
      state: 'forming',
      leader: null,
      present: 0,
    });
    expect(desk.log.filter(({ type }) => type === 'GroupsSetUp')).toHaveLength(1);
  });

  test('some, then the rest; a double click is one act and one refusal', () => {
    const desk = openedDesk().do(setUp(['rescue', 'medical']));
    expect(refusal(desk.ask(setUp(['medical', 'security'])))).toMatchObject({
      code: 'groupAlreadySetUp',
      params: { groups: ['medical'] },
    });
    desk.do(setUp());
    expect(desk.response().groups).toHaveLength(9);
    expect(refusal(desk.ask(setUp())).code).toBe('groupAlreadySetUp');
    expect(refusal(desk.ask(setUp(['choir']))).code).toBe('unknownPlanItem');
  });

  test('a dissolved one can be set up again, and keeps who was in it', () => {
    const desk = openedDesk()
      .do(setUp(['rescue']))
      .do(checkIn('rescue', { personId: 'p2', name: '庚' }));
    desk.at('05:00').do(dissolve('rescue'), 'confirmed');
    expect(group(desk, 'rescue')).toMatchObject({ state: 'dissolved', present: 0, people: [{ outAt: at('05:00') }] });
    desk.do(setUp(['rescue']));
    expect(group(desk, 'rescue')).toMatchObject({ state: 'forming', people: [{ outAt: at('05:00') }] });
  });
});

describe('changing groups names the commander’s authority [plan 2.2]', () => {
  const refused: [string, (decision: ReturnType<typeof by>) => CommandInput][] = [
    ['adding', (decision) => add({ decision })],
    ['changing', (decision) => change({ duties: 'x', decision })],
    ['dissolving', ({ post }) => dissolve('rescue', post)],
  ];
  test.each(refused)('%s is the commander’s alone', (_name, command) => {
    const desk = openedDesk().do(setUp());
    for (const { id } of desk.plan.posts) {
      const answer = desk.ask(command(by(id)));
      if (id === 'commander') expect(answer.kind).toBe('accepted');
      else expect(refusal(answer)).toMatchObject({ code: 'noAuthority', clause: '2.2' });
    }
  });

  test('an added group has lead, members and duties of its own', () => {
    const desk = openedDesk().do(add());
    expect(group(desk, 'river')).toMatchObject({
      planGroup: null,
      name: '水上组',
      lead: { id: 'water', name: '市水务局' },
      members: [{ id: 'police' }, { id: null, name: '打捞队' }],
    });
  });

  test.each<[string, CommandInput, string, object]>([
    ['an id the plan has', add({ groupId: 'rescue' }), 'idTaken', { field: 'groupId' }],
    ['an unknown lead', add({ lead: 'navy' }), 'unknownPlanItem', { field: 'lead', id: 'navy' }],
    ['an unknown member', add({ members: ['navy'] }), 'unknownPlanItem', { field: 'members', id: 'navy' }],
    ['nothing', change(), 'nothingToRecord', {}],
    ['a group that is none', change({ groupId: 'choir', duties: 'x' }), 'unknownReference', { field: 'groupId' }],
  ])('refused: %s', (_name, command, code, params) => {
    expect(refusal(openedDesk().do(setUp()).ask(command))).toMatchObject({ code, params });
  });

  test('what is left out stays; a change against what changed meanwhile is refused', () => {
    const desk = openedDesk().do(setUp());
    const { headEntryId } = group(desk, 'rescue') ?? {};
    desk.do(change({ lead: 'emergency', deputies: [] }));
    expect(group(desk, 'rescue')).toMatchObject({ lead: { id: 'emergency' }, deputies: [], name: '抢险救援组' });
    expect(group(desk, 'rescue')?.members).toHaveLength(11);
    expect(refusal(desk.ask(change({ duties: 'x', against: headEntryId }))).code).toBe('stateChanged');
  });

  test('a click twice changes once: leader, place and composition as they are already', () => {
    const leader = { personId: 'p3', name: '庚', phone: '1' };
    const lead: CommandInput = { type: 'SetGroupLeader', incidentId, groupId: 'rescue', leader };
    const desk = openedDesk().do(setUp()).do(open()).do(lead);
    expect(refusal(desk.ask(lead))).toMatchObject({ code: 'nothingChanged', params: { field: 'leader' } });
    const changed = change({ lead: 'emergency', deputies: ['fireRescue'] });
    expect(refusal(desk.do(changed).ask(changed)).code).toBe('nothingChanged');
    const moved = { type: 'ChangeOnSceneCommand', incidentId, decision: commander } as const;
    expect(refusal(desk.ask({ ...moved, place: '路口' }))).toMatchObject({ params: { field: 'place' } });
    expect(refusal(desk.ask({ ...moved, head: HEAD }))).toMatchObject({ code: 'nothingChanged' });
    expect(desk.ask({ ...moved, head: { ...HEAD, phone: '13900000009' } }).kind).toBe('accepted');
  });

  test.each<[string, CommandInput, string]>([
    ['lead and member', add({ members: ['water'] }), '市水务局'],
    ['member twice', add({ members: ['police', 'police'] }), '市公安局'],
    ['named in words twice', add({ deputies: [{ other: '打捞队' }], members: [{ other: '打捞队' }] }), '打捞队'],
    ['a change that makes it so', change({ lead: 'emergency' }), '市应急管理局'],
  ])('a unit is in a group once: %s', (_name, command, name) => {
    expect(refusal(openedDesk().do(setUp()).ask(command))).toMatchObject({ code: 'unitTwice', params: { name } });
  });

  test('dissolving with people or open tasks is asked back; a dissolved group takes nothing more', () => {
    const desk = openedDesk().do(setUp());
    expect(desk.ask(dissolve('experts')).kind).toBe('accepted');
    desk.do(checkIn('rescue', { personId: 'p2', name: '庚' }));
    desk.do({
      type: 'AssignTask',
      incidentId,
      taskId: 't1',
      to: { group: 'rescue' },
      what: '关阀',
      source: { kind: 'request' },
    });
    expect(desk.ask(dissolve('rescue'))).toMatchObject({
      questions: [{ code: 'dissolveWithOpenWork', params: { name: '抢险救援组', tasks: 1, people: 1 } }],
    });
    desk.do(dissolve('rescue'), 'confirmed');
    for (const command of [stateOf('rescue', 'working'), change({ duties: 'x' }), dissolve('rescue')])
      expect(refusal(desk.ask(command))).toMatchObject({ code: 'groupDissolved', params: { name: '抢险救援组' } });
  });
});

describe('a group at work', () => {
  test('组建 → 到位 → 执行 → 撤收, with since when', () => {
    const desk = openedDesk().do(setUp());
    for (const [index, state] of (['inPlace', 'working', 'withdrawn'] as const).entries()) {
      desk.at(`0${4 + index}:00`).do(stateOf('rescue', state));
      expect(group(desk, 'rescue')).toMatchObject({ state, stateSince: at(`0${4 + index}:00`) });
    }
    expect(refusal(desk.ask(stateOf('rescue', 'withdrawn'))).code).toBe('nothingChanged');
    expect(refusal(desk.ask(stateOf('rescue', 'working', { against: null }))).code).toBe('stateChanged');
  });

  test('stepping back is asked, and so is withdrawing with people or tasks left', () => {
    const desk = openedDesk().do(setUp()).do(stateOf('rescue', 'working'));
    expect(desk.ask(stateOf('rescue', 'inPlace'))).toMatchObject({
      questions: [{ code: 'groupStepsBack', params: { name: '抢险救援组', from: 'working', to: 'inPlace' } }],
    });
    expect(questions(desk.ask(stateOf('rescue', 'withdrawn')))).toEqual([]);
    desk.do(checkIn('rescue', { personId: 'p2', name: '庚' }));
    expect(desk.ask(stateOf('rescue', 'withdrawn'))).toMatchObject({
      questions: [{ code: 'withdrawWithOpenWork', params: { name: '抢险救援组', tasks: 0, people: 1 } }],
    });
    desk.do(checkOut('rescue', 'p2'));
    expect(questions(desk.ask(stateOf('rescue', 'withdrawn')))).toEqual([]);
  });

  test('has a leader with a phone', () => {
    const leader = { personId: 'p3', name: '庚支队长', phone: '13900000002', unit: 'fireRescue' };
    const desk = openedDesk().do(setUp()).do({ type: 'SetGroupLeader', incidentId, groupId: 'rescue', leader });
    expect(group(desk, 'rescue')?.leader).toEqual({
      ...leader,
      title: null,
      unit: { id: 'fireRescue', name: '市消防救援支队' },
    });
  });

  test('people check in and out, with times', () => {
    const desk = openedDesk()
      .do(setUp())
      .at('04:00')
      .do(checkIn('rescue', { personId: 'p2', name: '庚' }));
    expect(group(desk, 'rescue')).toMatchObject({ present: 1, people: [{ inAt: at('04:00'), outAt: null }] });
    expect(refusal(desk.ask(checkIn('rescue', { personId: 'p2', name: '庚' })))).toMatchObject({
      code: 'alreadyCheckedIn',
      params: { name: '庚', group: '抢险救援组' },
    });
    desk.at('05:00').do(checkOut('rescue', 'p2'));
    expect(group(desk, 'rescue')).toMatchObject({ present: 0, people: [{ outAt: at('05:00') }] });
    expect(refusal(desk.ask(checkOut('rescue', 'p2'))).code).toBe('notCheckedIn');
    expect(desk.do(checkIn('rescue', { personId: 'p2', name: '庚' })).response().groups).toHaveLength(9);
    expect(group(desk, 'rescue')?.people).toHaveLength(2);
  });

  test.each<[string, Of<'CheckInPerson'>['person'], boolean]>([
    ['the same id', { personId: 'p2', name: '庚二' }, true],
    ['the same name, no phone to tell apart', { personId: 'p9', name: '庚' }, true],
    ['the same name and phone', { personId: 'p9', name: '庚', phone: '1' }, true],
    ['the same name, another phone', { personId: 'p9', name: '庚', phone: '2' }, false],
    ['another name', { personId: 'p9', name: '辛', phone: '1' }, false],
  ])('in two groups at once warns: %s', (_name, person, warns) => {
    const desk = openedDesk()
      .do(setUp())
      .do(checkIn('rescue', { personId: 'p2', name: '庚', phone: '1' }));
    const answer = desk.ask(checkIn('medical', person));
    expect(questions(answer)).toEqual(warns ? ['personInTwoGroups'] : []);
    if (answer.kind === 'confirm')
      expect(answer.questions[0]?.params).toMatchObject({ groups: ['抢险救援组'], group: '医学救护组' });
  });

  test('who left or was in a dissolved group warns no more', () => {
    const desk = openedDesk()
      .do(setUp())
      .do(checkIn('rescue', { personId: 'p2', name: '庚' }));
    desk.do(checkOut('rescue', 'p2')).do(checkIn('security', { personId: 'p2', name: '庚' }));
    desk.do(dissolve('security'), 'confirmed');
    expect(questions(desk.ask(checkIn('medical', { personId: 'p2', name: '庚' })))).toEqual([]);
  });

  test('a struck check-in never was', () => {
    const desk = openedDesk()
      .do(setUp())
      .do(checkIn('rescue', { personId: 'p2', name: '庚' }));
    desk.do({ type: 'StrikeEntry', incidentId, strikes: desk.lastEntryId('PersonCheckedIn'), reason: '记错' });
    expect(group(desk, 'rescue')).toMatchObject({ present: 0, people: [] });
  });
});

describe('what comes after is not earlier, or is asked back', () => {
  const unit = (type: 'RecordUnitEnRoute' | 'StandDownUnit', more: object): CommandInput =>
    ({ type, incidentId, summonsId: 's1', ...more }) as CommandInput;
  const desk = () =>
    openedDesk()
      .at('04:00')
      .do(setUp())
      .do(open())
      .do(checkIn('rescue', { personId: 'p2', name: '庚' }))
      .do({ type: 'CallUnit', incidentId, summonsId: 's1', unit: 'police' })
      .at('05:00');
  const early = minute('03:59');
  test.each<[string, CommandInput, string, string]>([
    ['closed before opened', { ...close, closedAt: early }, 'openedAt', 'closedAt'],
    [
      'moved before opened',
      { type: 'ChangeOnSceneCommand', incidentId, place: '学校', decision: { ...commander, at: early } },
      'openedAt',
      'decision.at',
    ],
    ['out before in', { ...checkOut('rescue', 'p2'), at: early } as CommandInput, 'checkedInAt', 'at'],
    ['in place before formed', stateOf('rescue', 'inPlace', { at: early }), 'startedAt', 'at'],
    [
      'arrived before called',
      { type: 'RecordUnitArrival', incidentId, summonsId: 's1', arrivedAt: early },
      'calledAt',
      'arrivedAt',
    ],
    ['set out before called', unit('RecordUnitEnRoute', { at: early }), 'calledAt', 'at'],
    ['stood down before called', unit('StandDownUnit', { reason: 'x', at: early }), 'calledAt', 'at'],
  ])('%s', (_name, command, earlier, later) => {
    const answer = desk().ask(command);
    expect(answer).toMatchObject({
      kind: 'confirm',
      questions: [
        { code: 'timesOutOfOrder', params: { earlier, later, earlierAt: at('04:00'), laterAt: at('03:59') } },
      ],
    });
    const inTime = JSON.parse(JSON.stringify(command).replaceAll(early, minute('04:00'))) as CommandInput;
    expect(questions(desk().ask(inTime))).toEqual([]);
  });
});

describe('units asked to come', () => {
  const call = (summonsId: string, unit: Of<'CallUnit'>['unit'] = 'police', more = {}): CommandInput => ({
    type: 'CallUnit',
    incidentId,
    summonsId,
    unit,
    answeredBy: '指挥中心',
    ...more,
  });
  const arrival: CommandInput = { type: 'RecordUnitArrival', incidentId, summonsId: 's1', people: 20 };
  const enRoute: CommandInput = {
    type: 'RecordUnitEnRoute',
    incidentId,
    summonsId: 's1',
    expectedAt: iso('04:30'),
  };
  const standDown: CommandInput = { type: 'StandDownUnit', incidentId, summonsId: 's1', reason: '已有力量' };
  const unit = (desk: TestDesk) => desk.response().units[0];

  test('called, arriving, arrived, with who answered and since when', () => {
    const desk = openedDesk().at('04:00').do(call('s1'));
    expect(unit(desk)).toMatchObject({
      unit: { id: 'police', name: '市公安局' },
      answeredBy: '指挥中心',
      calledAt: at('04:00'),
      state: 'called',
    });
    expect(desk.response().reminders).toMatchObject([{ kind: 'unit', since: at('04:00'), expectedAt: null }]);
    desk.at('04:10').do({ ...enRoute, person: '带队人' });
    expect(unit(desk)).toMatchObject({
      state: 'enRoute',
      enRouteAt: at('04:10'),
      enRouteBy: '带队人',
      expectedAt: at('04:30'),
    });
    desk.at('04:40').do(arrival);
    expect(unit(desk)).toMatchObject({ state: 'arrived', arrivedAt: at('04:40'), people: 20 });
    expect(desk.response().reminders).toEqual([]);
  });

  test('one that need not come is stood down', () => {
    const desk = openedDesk().do(call('s1')).at('04:00').do(standDown);
    expect(unit(desk)).toMatchObject({ state: 'stoodDown', stoodDownAt: at('04:00'), stoodDownReason: '已有力量' });
    expect(desk.response().reminders).toEqual([]);
    for (const command of [arrival, enRoute, standDown]) {
      expect(refusal(desk.ask(command))).toMatchObject({ code: 'unitNotAwaited', params: { state: 'stoodDown' } });
    }
  });

  test('it may arrive, or be stood down, after the incident was closed; none is called then', () => {
    const desk = openedDesk().do(call('s1'));
    desk.do({ type: 'CloseIncident', incidentId, reason: '处置完毕' }, 'confirmed');
    expect(refusal(desk.ask(call('s2'))).code).toBe('incidentClosed');
    expect(unit(desk.do({ ...arrival, note: '已撤回' }))).toMatchObject({
      state: 'arrived',
      note: '已撤回',
    });
  });

  test('calling one still awaited is asked back', () => {
    const desk = openedDesk()
      .do(call('s1'))
      .do(call('s2', { other: '打捞队' }));
    expect(questions(desk.ask(call('s3')))).toEqual(['unitAlreadyCalled']);
    expect(questions(desk.ask(call('s3', { other: '打捞队' })))).toEqual(['unitAlreadyCalled']);
    expect(questions(desk.ask(call('s3', 'health')))).toEqual([]);
    desk.do(arrival);
    expect(questions(desk.ask(call('s3')))).toEqual([]);
  });

  test.each<[CommandInput, string]>([
    [call('s1', 'navy'), 'unknownPlanItem'],
    [arrival, 'unknownReference'],
    [enRoute, 'unknownReference'],
  ])('%j is refused: %s', (command, code) => {
    expect(refusal(openedDesk().ask(command)).code).toBe(code);
  });
});

test('closing an incident with groups, tasks or units left is asked back', () => {
  const desk = openedDesk()
    .do(setUp(['rescue', 'medical']))
    .do(stateOf('medical', 'withdrawn'));
  const answer = desk.ask({ type: 'CloseIncident', incidentId, reason: '处置完毕' });
  expect(answer.kind === 'confirm' ? answer.questions : []).toContainEqual({
    code: 'openWorkLeft',
    params: { tasks: 0, groups: 1, units: 0, signatures: 0, instructions: 0, requests: 0 },
  });
});
