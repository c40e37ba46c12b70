/**
 * Bad input on every command about the response, the scene and the work: refused at the boundary or by the desk, or asked
 * back, in Chinese, naming the field; nothing throws, nothing is recorded.
 */
import { describe, expect, test } from 'vitest';
import { commandIssues } from '#shared/domain/commandIssues.ts';
import { type CommandInput, commandSchema } from '#shared/domain/commands.ts';
import { onSceneCommandSchemas } from '#shared/domain/onScene/commands.ts';
import { responseCommandSchemas } from '#shared/domain/response/commands.ts';
import { by, end, start, transfer } from '#shared/domain/testing/responseCommands.ts';
import { minute, openedDesk, type TestDesk } from '#shared/domain/testing/testDesk.ts';
import { workCommandSchemas } from '#shared/domain/work/commands.ts';
import { confirmText, errorText } from './errorText.ts';
import { issueText } from './issueText.ts';

const incidentId = 'i1';
type Command = CommandInput & Record<string, unknown>;

/** A desk on which every command below is accepted but for the one that starts a response. */
function running(): TestDesk {
  const desk = openedDesk();
  const begin: CommandInput[] = [
    { type: 'ProposeResponse', incidentId, proposalId: 'q1', level: 'II', reason: 'x' },
    start('II', { decision: by('commander', 'phone'), entryId: 'start' }),
    { type: 'ProposeResponse', incidentId, proposalId: 'q2', level: 'I', reason: 'x' },
    {
      type: 'OpenOnSceneCommand',
      incidentId,
      head: { personId: 'p1', name: '己' },
      place: '路口',
      decision: by('commander'),
    },
    { type: 'SetUpGroups', incidentId, groups: ['rescue', 'medical'] },
    { type: 'CheckInPerson', incidentId, groupId: 'rescue', person: { personId: 'p2', name: '庚' } },
    { type: 'CallUnit', incidentId, summonsId: 's1', unit: 'police' },
    {
      type: 'AssignTask',
      incidentId,
      taskId: 't1',
      to: { group: 'medical' },
      what: '救治',
      source: { kind: 'request' },
    },
    { type: 'RecordInstruction', incidentId, instructionId: 'n1', from: '市长', text: '救人' },
    { type: 'RequestReinforcement', incidentId, requestId: 'h1', to: 'province', what: '泡沫车' },
  ];
  for (const command of begin) desk.do(command);
  return desk.at('04:00');
}

const now = minute('04:00');
const decision = { ...by('commander'), at: now };
const person = { personId: 'p9', name: '壬', phone: '13900000009', title: '队长', unit: 'police' };
/** Each with every field it has; what is left out here is left out of the test. */
const COMMANDS: Command[] = [
  {
    type: 'ProposeResponse',
    incidentId,
    entryId: 'x1',
    proposalId: 'q3',
    level: 'I',
    proposer: '甲',
    reason: 'x',
    proposedAt: now,
  },
  { type: 'DeclineProposal', incidentId, proposalId: 'q2', decision, reason: 'x' },
  {
    type: 'AdjustResponse',
    incidentId,
    level: 'I',
    decision,
    reason: 'x',
    matter: 'x',
    expectedHours: 24,
    measures: 'x',
    proposalId: 'q2',
    proposer: '甲',
    against: 'start',
  },
  { ...end('commander', { approval: decision, decision, reason: 'x', against: 'start' }) },
  { type: 'RecordSignature', incidentId, of: 'start', part: 'decision', signedBy: '戊', signedAt: now },
  {
    type: 'RecordDelegation',
    incidentId,
    delegationId: 'd1',
    from: { post: 'commander', name: '戊' },
    to: { post: 'dutyLead', name: '乙' },
    for: { act: 'adjust', level: 'I' },
    means: 'phone',
    givenAt: now,
    expiresAt: minute('24 06:00'),
    reason: 'x',
  },
  { ...transfer({ transferredAt: now, reason: 'x', against: 'start' }) },
  {
    type: 'RequestReinforcement',
    incidentId,
    requestId: 'h2',
    to: 'province',
    what: '泡沫车',
    person: '丙',
    requestedAt: now,
  },
  {
    type: 'AnswerReinforcement',
    incidentId,
    requestId: 'h1',
    answer: 'granted',
    text: 'x',
    person: '丙',
    answeredAt: now,
  },
  { type: 'ChangeOnSceneCommand', incidentId, head: person, place: '学校', decision },
  { type: 'CloseOnSceneCommand', incidentId, closedAt: now, reason: 'x' },
  { type: 'SetUpGroups', incidentId, groups: ['security'], setUpAt: now },
  {
    type: 'AddGroup',
    incidentId,
    groupId: 'river',
    name: '水上组',
    lead: 'water',
    deputies: ['police'],
    members: ['health', { other: '某队' }],
    duties: 'x',
    decision,
  },
  {
    type: 'ChangeGroup',
    incidentId,
    groupId: 'rescue',
    name: '救援组',
    lead: 'emergency',
    deputies: [],
    members: ['police'],
    duties: 'x',
    decision,
    reason: 'x',
  },
  { type: 'DissolveGroup', incidentId, groupId: 'rescue', decision, reason: 'x' },
  { type: 'SetGroupState', incidentId, groupId: 'rescue', state: 'working', at: now },
  { type: 'SetGroupLeader', incidentId, groupId: 'rescue', leader: person, at: now },
  { type: 'CheckInPerson', incidentId, groupId: 'rescue', person, at: now },
  { type: 'CheckOutPerson', incidentId, groupId: 'rescue', personId: 'p2', at: now },
  {
    type: 'CallUnit',
    incidentId,
    summonsId: 's2',
    unit: 'health',
    answeredBy: '丁',
    phone: '1',
    what: 'x',
    calledAt: now,
  },
  { type: 'RecordUnitEnRoute', incidentId, summonsId: 's1', person: '丁', expectedAt: now, at: now },
  { type: 'RecordUnitArrival', incidentId, summonsId: 's1', people: 20, note: 'x', arrivedAt: now },
  { type: 'StandDownUnit', incidentId, summonsId: 's1', reason: 'x', at: now },
  { type: 'SetChecklistItem', incidentId, item: 'lk-valve', state: { kind: 'done', note: 'x' }, at: now },
  {
    type: 'AssignTask',
    incidentId,
    taskId: 't2',
    to: { group: 'rescue' },
    what: '筑坝',
    detail: 'x',
    givenBy: '戊',
    source: { kind: 'order', instructionId: 'n1' },
    dueAt: minute('24 06:00'),
    assignedAt: now,
  },
  { type: 'AcceptTask', incidentId, taskId: 't1', person: '庚', at: now },
  { type: 'NoteTask', incidentId, taskId: 't1', text: 'x', at: now },
  { type: 'FinishTask', incidentId, taskId: 't1', result: 'x', at: now },
  { type: 'ReturnTask', incidentId, taskId: 't1', reason: 'x', at: now },
  { type: 'RecordInstruction', incidentId, instructionId: 'n2', from: '省长', text: 'x', receivedAt: now },
  { type: 'AnswerInstruction', incidentId, instructionId: 'n1', text: 'x', answeredAt: now },
] as Command[];
/** These want a desk on which nothing runs yet. */
const FIRST: Command[] = [
  {
    ...start('III', {
      responseId: 'r1',
      matter: 'x',
      measures: 'x',
      proposer: '甲',
      decision: { ...by('officeDirector'), at: now },
      against: null,
    }),
  },
  { type: 'OpenOnSceneCommand', incidentId, head: person, place: '路口', decision, openedAt: now },
] as Command[];
const ALL = [
  ...FIRST.map((command) => ({ command, desk: () => openedDesk().at('04:00') })),
  ...COMMANDS.map((command) => ({ command, desk: running })),
].map((each) => ({ ...each, type: each.command.type }));

type Path = readonly (string | number)[];

/** Every value inside, with its path; the type itself aside. */
function pathsIn(value: unknown, above: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [above];
  const inside = Object.entries(value).flatMap(([key, each]) =>
    pathsIn(each, [...above, Array.isArray(value) ? Number(key) : key]),
  );
  return above.length === 0 ? inside.filter(([key]) => key !== 'type') : [above, ...inside];
}

function changed(value: unknown, [key, ...more]: Path, put: (old: unknown) => unknown): unknown {
  if (key === undefined) return put(value);
  if (Array.isArray(value))
    return value.map((each, index) => (index === key ? changed(each, more, put) : (each as unknown)));
  const parts = value as Record<string, unknown>;
  return { ...parts, [key]: changed(parts[key], more, put) };
}

type Answered = { kind: 'boundary' | 'rejected' | 'confirm' | 'accepted'; texts: string[] };

function answered(desk: TestDesk, input: unknown): Answered {
  const parsed = commandSchema.safeParse(input);
  if (!parsed.success)
    return { kind: 'boundary', texts: commandIssues(parsed.error, input).map((issue) => issueText(issue, desk.plan)) };
  const before = desk.log.length;
  const answer = desk.ask(input as CommandInput);
  expect(desk.log).toHaveLength(before);
  if (answer.kind === 'rejected') return { kind: 'rejected', texts: [errorText(answer.error, desk.plan)] };
  if (answer.kind === 'accepted') return { kind: 'accepted', texts: [] };
  return { kind: 'confirm', texts: answer.questions.map((question) => confirmText(question, desk.plan)) };
}

/** 字段：说明, every part of the field in Chinese or a number of the list. */
const NAMED = /^(?:[\u4e00-\u9fff（）]+|第\d+项)(?: · (?:[\u4e00-\u9fff（）、，]+|第\d+项|[a-z]+))*：[\u4e00-\u9fff]/;
const IN_CHINESE = /[\u4e00-\u9fff]{3}/;

test('every command of the response, the scene and the work is here', () => {
  const types = [...responseCommandSchemas, ...onSceneCommandSchemas, ...workCommandSchemas].map(
    (schema) => schema.shape.type.value,
  );
  expect(ALL.map(({ type }) => type).toSorted()).toEqual(types.toSorted());
});

describe('as it should be', () => {
  test.each(ALL)('$type is taken', ({ command, desk }) => {
    expect(answered(desk(), command)).toMatchObject({ kind: expect.stringMatching(/accepted|confirm/) as string });
  });
});

describe('of the wrong kind', () => {
  const WRONG: [string, unknown][] = [
    ['a number', 7],
    ['yes or no', true],
    ['a list of lists', [[]]],
    ['something unknown', { surprise: 1 }],
    ['nothing', ''],
    ['blanks', '  \n '],
    ['10,000 characters', '长'.repeat(10_000)],
    ['a control character', '甲\u0000乙'],
    ['a turned-round text', '甲\u202E乙'],
    ['half a character', '\ud83d'],
  ];
  test.each(ALL)('$type', ({ command, desk }) => {
    const one = desk();
    for (const path of pathsIn(command)) {
      for (const [name, wrong] of WRONG) {
        const { kind, texts } = answered(
          one,
          changed(command, path, () => wrong),
        );
        const where = `${path.join('.')} ${name}: ${kind} ${texts.join(' ')}`;
        if (kind === 'boundary') for (const text of texts) expect(text, where).toMatch(NAMED);
        else for (const text of texts) expect(text, where).toMatch(IN_CHINESE);
        for (const text of texts) expect(text, where).not.toMatch(/undefined|NaN|\[object/);
        // A text may be anything that can be read; ids, choices and times may not.
        if (typeof wrong === 'string' && wrong !== '\ud83d') expect(kind, where).toBe('boundary');
      }
    }
  });

  test.each(ALL)('$type with a field it does not have', ({ command, desk }) => {
    const { kind, texts } = answered(desk(), { ...command, colour: 'red' });
    expect([kind, texts]).toEqual(['boundary', ['colour：没有这一项']]);
  });
});

describe('left out', () => {
  test.each(ALL)('$type names what is missing', ({ command, desk }) => {
    const one = desk();
    for (const path of pathsIn(command)) {
      const { kind, texts } = answered(
        one,
        changed(command, path, () => undefined),
      );
      if (kind === 'boundary') for (const text of texts) expect(text, path.join('.')).toMatch(NAMED);
    }
  });

  test.each<[string, Path, string]>([
    ['StartResponse', ['level'], '响应级别：缺少此项'],
    ['StartResponse', ['expectedHours'], '预计期限（小时）：缺少此项'],
    ['StartResponse', ['decision'], '决定：缺少此项'],
    ['StartResponse', ['decision', 'post'], '决定 · 职务：缺少此项'],
    ['StartResponse', ['decision', 'name'], '决定 · 姓名：缺少此项'],
    ['StartResponse', ['decision', 'means'], '决定 · 决定方式：缺少此项'],
    ['AdjustResponse', ['level'], '响应级别：缺少此项'],
    ['AdjustResponse', ['decision', 'name'], '决定 · 姓名：缺少此项'],
    ['TerminateResponse', ['conditions'], '情形：缺少此项'],
    ['TerminateResponse', ['approval'], '批准：缺少此项'],
    ['TerminateResponse', ['approval', 'means'], '批准 · 决定方式：缺少此项'],
    ['TerminateResponse', ['decision', 'post'], '决定 · 职务：缺少此项'],
    ['TerminateResponse', ['conditions', 'siteControlled'], '终止条件尚未全部确认：现场得到有效控制（依据 4.7）'],
    ['DeclineProposal', ['reason'], '理由：缺少此项'],
    ['RecordDelegation', ['expiresAt'], '到期时间：缺少此项'],
    ['RecordDelegation', ['to', 'post'], '至 · 职务：缺少此项'],
    ['TransferCommand', ['person'], '联系人：缺少此项'],
    ['AddGroup', ['lead'], '牵头单位：缺少此项'],
    ['ReturnTask', ['reason'], '理由：缺少此项'],
    ['FinishTask', ['result'], '结果：缺少此项'],
  ])('%s without %j: %s', (type, path, text) => {
    const found = ALL.find((each) => each.type === type);
    const without = JSON.parse(JSON.stringify(changed(found?.command, path, () => undefined))) as unknown;
    expect(answered(found?.desk() ?? openedDesk(), without).texts).toEqual([text]);
  });
});

describe('ids of nothing there is', () => {
  /** Where an id is the caller's own, any is right. */
  const OWN =
    /^(?:entryId|proposalId|responseId|delegationId|requestId|summonsId|taskId|instructionId|groupId|personId)$/;
  const OPENS = /^(?:Propose|Start|RecordDelegation|RequestR|AddGroup|CallUnit|AssignTask|RecordInstruction)/;
  const PICKED = /^(?:level|post|to|unit|lead|groups|members|deputies|item|of|against|incidentId|group|conditions)$/;
  test.each(ALL)('$type', ({ command, type, desk }) => {
    const one = desk();
    let tried = 0;
    for (const path of pathsIn(command)) {
      const key = path.findLast((part) => typeof part === 'string') ?? '';
      const isReference =
        PICKED.test(key) || (key.endsWith('Id') && key !== 'entryId' && !(OWN.test(key) && OPENS.test(type)));
      if (!isReference || (key === 'personId' && type !== 'CheckOutPerson')) continue;
      const old = path.reduce<unknown>(
        (value, part) => (value as Record<string, unknown> | null)?.[part as string],
        command,
      );
      if (typeof old !== 'string') continue;
      tried += 1;
      const { kind, texts } = answered(
        one,
        changed(command, path, () => 'nobody'),
      );
      const where = `${path.join('.')}: ${texts.join(' ')}`;
      expect(kind, where).toBe('rejected');
      expect(texts.join(), where).toMatch(IN_CHINESE);
    }
    expect(tried).toBeGreaterThan(0);
  });
});

describe('in the future', () => {
  const MAY_BE_LATER = /^(?:dueAt|expiresAt|expectedAt)$/;
  test.each(ALL)('$type asks back, naming the time', ({ command, desk }) => {
    const one = desk();
    for (const path of pathsIn(command)) {
      const key = String(path.at(-1));
      if (!/^at$|At$/.test(key) || MAY_BE_LATER.test(key)) continue;
      const { kind, texts } = answered(
        one,
        changed(command, path, () => minute('23 04:00')),
      );
      expect([kind, texts.join()], path.join('.')).toEqual([
        'confirm',
        expect.stringContaining('晚于现在，确认无误吗？') as string,
      ]);
    }
  });
});

describe('numbers', () => {
  test.each<[string, string, unknown, string]>([
    ['AdjustResponse', 'expectedHours', 0, '预计期限（小时）：不能小于1'],
    ['AdjustResponse', 'expectedHours', -5, '预计期限（小时）：不能小于1'],
    ['AdjustResponse', 'expectedHours', 1e9, '预计期限（小时）：不能大于10000'],
    ['AdjustResponse', 'expectedHours', Number.NaN, '预计期限（小时）：类型不对，应为数字'],
    ['RecordUnitArrival', 'people', 1.5, '人数：类型不对，应为整数'],
    ['RecordUnitArrival', 'people', -1, '人数：不能小于0'],
    ['RecordUnitArrival', 'people', 1e9, '人数：不能大于100000'],
  ])('%s %s %j', (type, field, value, text) => {
    const command = COMMANDS.find((each) => each.type === type);
    expect(answered(running(), { ...command, [field]: value }).texts).toEqual([text]);
  });
});
