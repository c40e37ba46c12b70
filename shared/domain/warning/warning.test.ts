/** 3.3, 3.4: a warning from clue to release; every command in every state; nothing in force without what it needs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { call, questions, refusal, TestDesk } from '../testing/testDesk.ts';
import { evolveWarning, type WarningStage, type WarningState } from './warning.ts';

const warningId = 'w1';
type Of<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;

const by = (post: string) => ({ post, name: '某人', means: 'phone' }) as const;
const issuer = (post = 'officeDirector') => ({ post, name: '某主任' });
const CONTENT = {
  areas: ['zezhou'],
  place: '某穿越段',
  kind: 'flood',
  startsAt: '2013-11-22T03:30+08:00',
  impact: '沿线两村',
  cautions: '远离河道',
  measures: '加密巡查',
};
const clue = (clueId: string): Of<'RecordClue'> => ({
  type: 'RecordClue',
  clueId,
  source: 'hotline',
  said: '河水上涨',
});
const assess = (
  conclusion: Of<'AssessWarning'>['conclusion'],
  more: Partial<Of<'AssessWarning'>> = {},
): Of<'AssessWarning'> => ({
  type: 'AssessWarning',
  warningId,
  participants: [{ name: '专家' }],
  conclusion,
  reason: '暴雨',
  ...more,
});
const propose = (level = 'orange') => assess({ kind: 'warn', level });
const report = { type: 'ReportWarning', warningId, person: '某人', means: 'phone' } as const;
const approve = (post = 'deputyCommander'): Of<'ApproveWarning'> => ({
  type: 'ApproveWarning',
  warningId,
  approval: by(post),
  ground: 'rules',
});
const issue = (more: Partial<Of<'IssueWarning'>> = {}): Of<'IssueWarning'> => ({
  type: 'IssueWarning',
  warningId,
  content: CONTENT,
  issuer: issuer(),
  ...more,
});
const change = (version: number, more: Partial<Of<'ChangeWarning'>> = {}): Of<'ChangeWarning'> => ({
  type: 'ChangeWarning',
  warningId,
  version,
  content: { ...CONTENT, impact: '沿线三村' },
  reason: '水位上涨',
  approval: by('deputyCommander'),
  ground: 'rules',
  issuer: issuer(),
  ...more,
});
const send: Of<'SendWarning'> = { type: 'SendWarning', warningId, to: ['operator'], means: 'phone' };
const acknowledge = (recipient = 'operator') =>
  ({ type: 'AcknowledgeWarning', warningId, recipient, person: '调度员' }) as const;
const act = { type: 'SetWarningAction', warningId, item: 'wo-line', state: { kind: 'done' } } as const;
const release = (version: number, post = 'commander'): Of<'ReleaseWarning'> => ({
  type: 'ReleaseWarning',
  warningId,
  version,
  reason: '水位回落',
  decision: by(post),
});
const convert = call({ disposition: { kind: 'open', incidentId: 'i1', fromWarningId: warningId } });

const PATHS: Readonly<Record<WarningStage, CommandInput[]>> = {
  dismissed: [assess({ kind: 'none' })],
  watch: [assess({ kind: 'watch' })],
  proposed: [propose()],
  reported: [propose(), report],
  approved: [propose(), report, approve()],
  issued: [propose(), report, approve(), issue()],
  released: [propose(), report, approve(), issue(), release(1)],
  converted: [propose(), report, approve(), issue(), convert],
};
const STAGES = Object.keys(PATHS) as WarningStage[];

function desk(stage: WarningStage): TestDesk {
  const made = new TestDesk().do(clue('k1'));
  for (const command of PATHS[stage]) made.do(command);
  return made;
}
const inForce = () => desk('issued');
const refused = (made: TestDesk, command: CommandInput) => refusal(made.ask(command));

describe('3.4: every command in every state', () => {
  const BEFORE: WarningStage[] = ['dismissed', 'watch', 'proposed', 'reported', 'approved'];
  const ALLOWED: [string, CommandInput, WarningStage[]][] = [
    ['AssessWarning', propose(), [...BEFORE, 'issued']],
    ['ReportWarning', report, ['proposed', 'reported', 'approved', 'issued']],
    ['ApproveWarning', approve(), ['reported']],
    ['IssueWarning', issue(), ['approved']],
    ['ChangeWarning', change(1), ['issued']],
    ['SendWarning', send, ['issued']],
    ['AcknowledgeWarning', acknowledge(), ['issued']],
    ['SetWarningAction', act, ['issued']],
    ['ReleaseWarning', release(1), ['issued']],
    ['LinkClue', { type: 'LinkClue', clueId: 'k1', warningId }, [...BEFORE, 'issued']],
    [
      'TakeCall from it',
      call({ callId: 'c2', disposition: { kind: 'open', incidentId: 'i2', fromWarningId: warningId } }),
      [...BEFORE, 'issued'],
    ],
  ];
  const cases = ALLOWED.flatMap(([name, command, stages]) =>
    STAGES.map((stage) => [name, stage, stages.includes(stage), command] as const),
  );
  test.each(cases)('%s while %s: %s', (_, stage, isAllowed, command) => {
    const decision = desk(stage).ask(command);
    if (isAllowed) expect(decision.kind).toBe('accepted');
    else expect(refusal(decision)).toMatchObject({ code: 'warningStage', params: { stage } });
  });

  test.each(['LinkClue', 'DismissClue'] as const)('3.4.1: %s of a clue that was dealt with', (type) => {
    const made = desk('watch').do({ type: 'DismissClue', clueId: 'k1', reason: '查无此事' });
    const command = { type, clueId: 'k1', warningId, reason: 'x' };
    const { reason: _, ...link } = command;
    const { warningId: __, ...dismiss } = command;
    const given = (type === 'LinkClue' ? link : dismiss) as CommandInput;
    expect(refused(made, given)).toMatchObject({ code: 'clueSettled', params: { how: 'dismissed' } });
  });
});

describe('3.4.1: clues', () => {
  test('several go to one warning; a dismissed one keeps its reason', () => {
    const made = new TestDesk().do(clue('k1')).do(clue('k2')).do(clue('k3'));
    made.do(assess({ kind: 'watch' }, { clueIds: ['k1', 'k2'] }));
    made.do({ type: 'DismissClue', clueId: 'k3', reason: '查无此事' });
    expect(made.warning().clueIds).toEqual(['k1', 'k2']);
    expect(made.context.clue('k2')?.settled).toMatchObject({ how: 'linked', warningId });
    expect(made.context.clue('k3')?.settled).toMatchObject({ how: 'dismissed', reason: '查无此事' });
  });

  test('an unknown source, kind, area or clue is named', () => {
    const made = new TestDesk();
    const code = 'unknownPlanItem';
    expect(refused(made, { ...clue('k1'), source: 'dream' })).toMatchObject({ code, params: { field: 'source' } });
    expect(refused(made, { ...clue('k1'), kind: 'dream' })).toMatchObject({ code, params: { field: 'kind' } });
    expect(refused(made, { ...clue('k1'), area: 'moon' })).toMatchObject({ code, params: { field: 'area' } });
    expect(refused(made, assess({ kind: 'none' }, { clueIds: ['k9'] })).code).toBe('unknownClue');
  });
});

describe('3.4.2: who approves and issues', () => {
  const POSTS = ['commander', 'deputyCommander', 'officeDirector', 'countyCommander', 'watchOfficer', 'dutyLead'];
  const CITY = ['commander', 'deputyCommander'];
  const OFFICE = ['officeDirector', 'dutyLead', 'watchOfficer'];
  const MAY: Readonly<Record<string, [approve: string[], issue: string[]]>> = {
    blue: [['countyCommander'], ['countyCommander']],
    yellow: [CITY, OFFICE],
    orange: [CITY, OFFICE],
    red: [CITY, OFFICE],
  };
  const cases = Object.keys(MAY).flatMap((level) => POSTS.map((post) => [level, post] as const));
  test.each(cases)('%s by %s', (level, post) => {
    const [approvers, issuers] = MAY[level] ?? [[], []];
    const made = new TestDesk().do(propose(level)).do(report);
    const approved = made.ask(approve(post));
    if (approvers.includes(post)) expect(approved.kind).toBe('accepted');
    else expect(refusal(approved)).toMatchObject({ code: 'noAuthority', clause: '3.4.2', params: { post } });
    made.do(approve(approvers[0]));
    const issued = made.ask(issue({ issuer: issuer(post) }));
    if (issuers.includes(post)) expect(issued.kind).toBe('accepted');
    else expect(refusal(issued)).toMatchObject({ code: 'noAuthority', clause: '3.4.2', params: { post } });
  });

  test('a level that is not meant for the likely grade is asked back', () => {
    const ask = (likelyGrade: string) => new TestDesk().ask(assess({ kind: 'warn', level: 'blue', likelyGrade }));
    expect(questions(ask('serious'))).toEqual(['warningLevelOfGrade']);
    expect(questions(ask('ordinary'))).toEqual([]);
  });

  test('another assessment takes an approval away', () => {
    expect(desk('approved').do(propose('red')).warning()).toMatchObject({
      stage: 'proposed',
      approval: null,
      level: 'red',
    });
  });
});

describe('3.4.2: what it must say', () => {
  const PARTS = ['kind', 'startsAt', 'impact', 'cautions', 'measures'] as const;
  test.each(PARTS)('without %s none is issued', (part) => {
    const { [part]: _, ...content } = CONTENT;
    const error = refused(desk('approved'), issue({ content }));
    expect(error).toMatchObject({ code: 'warningIncomplete', clause: '3.4.2', params: { missing: [part] } });
    expect(refused(inForce(), change(1, { content }))).toMatchObject({ code: 'warningIncomplete' });
  });

  test('neither area nor place: the area is missing; all that is missing is named at once', () => {
    const { areas: _, place: __, ...content } = CONTENT;
    expect(refused(desk('approved'), issue({ content }))).toMatchObject({ params: { missing: ['area'] } });
    expect(refused(desk('approved'), issue({ content: {} }))).toMatchObject({
      params: { missing: ['area', 'kind', 'startsAt', 'impact', 'cautions', 'measures'] },
    });
  });

  test('a text message has at most 500 characters', () => {
    const long = { ...CONTENT, message: '警'.repeat(501) };
    const error = { code: 'messageTooLong', params: { size: 501, most: 500 } };
    expect(refused(desk('approved'), issue({ content: long }))).toMatchObject(error);
    expect(desk('approved').ask(issue({ content: { ...CONTENT, message: '警'.repeat(500) } })).kind).toBe('accepted');
  });

  test('one made from the rest that is too long is not sent as a message, but by phone', () => {
    const made = desk('approved').do(issue({ content: { ...CONTENT, measures: '查'.repeat(600) } }));
    expect(refused(made, { ...send, means: 'message' }).code).toBe('messageTooLong');
    expect(made.ask(send).kind).toBe('accepted');
  });

  test('it does not end before it begins', () => {
    const content = { ...CONTENT, endsAt: '2013-11-22T03:00+08:00' };
    expect(refused(desk('approved'), issue({ content })).code).toBe('endBeforeStart');
  });
});

describe('3.4.2: told to whom', () => {
  test('by default those of the areas named and the operators; unacknowledged until they say so', () => {
    const made = inForce();
    expect(made.warning().recipientRows.map(({ id }) => id)).toEqual(['duty-zezhou', 'operator']);
    expect(made.warning().unacknowledged).toBe(2);
    expect(made.do(send).do(acknowledge()).warning().unacknowledged).toBe(1);
    expect(refused(made, acknowledge())).toMatchObject({ code: 'warningAcknowledged', params: { by: '调度员' } });
    expect(refused(made, acknowledge('duty-gaoping')).code).toBe('notARecipient');
  });

  test('a level change asks again, another change does not', () => {
    const made = inForce().do(acknowledge()).do(acknowledge('duty-zezhou'));
    expect(made.do(change(1)).warning().unacknowledged).toBe(0);
    expect(made.do(change(2, { level: 'red' })).warning()).toMatchObject({
      unacknowledged: 2,
      version: 3,
      level: 'red',
    });
  });

  test('each unacknowledged one is reminded of under a key of its own, anew after a re-issue', () => {
    const keys = (made: TestDesk) => made.warning().reminders.flatMap(({ kind, key }) => (kind === 'ack' ? [key] : []));
    const made = inForce();
    expect(keys(made)).toEqual(['warning/w1/ack/1/duty-zezhou', 'warning/w1/ack/1/operator']);
    made.do(acknowledge());
    expect(keys(made)).toEqual(['warning/w1/ack/1/duty-zezhou']);
    made.do(change(1, { level: 'red' }));
    expect(keys(made)).toEqual(['warning/w1/ack/2/duty-zezhou', 'warning/w1/ack/2/operator']);
  });
});

describe('3.4.2, ERL 70: changes', () => {
  test('each is a numbered version with its difference', () => {
    const made = inForce().do(change(1));
    expect(made.warning().versions[1]).toMatchObject({
      version: 2,
      changed: ['impact'],
      difference: [{ part: 'impact', before: '沿线两村', after: '沿线三村' }],
    });
    expect(refused(made, change(1))).toMatchObject({ code: 'warningChanged', params: { version: 2, seen: 1 } });
    expect(refused(made, change(2))).toMatchObject({ code: 'nothingChanged' });
  });

  test('lowered, it stays in the name of the authority that issued it', () => {
    const made = inForce();
    const lower = change(1, { level: 'blue' });
    expect(refused(made, { ...lower, approval: by('countyCommander') })).toMatchObject({ code: 'noAuthority' });
    made.do(lower);
    expect(refused(made, release(2, 'countyCommander'))).toMatchObject({
      code: 'notTheIssuer',
      clause: '3.4.4',
      params: { authority: 'cityCommand' },
    });
  });

  test('raised from the county’s, it passes into the city’s name', () => {
    const made = new TestDesk().do(propose('blue')).do(report).do(approve('countyCommander'));
    made.do(issue({ issuer: issuer('countyCommander') }));
    const raise = change(1, { level: 'yellow' });
    expect(refused(made, { ...raise, approval: by('countyCommander') })).toMatchObject({ code: 'noAuthority' });
    made.do(raise);
    expect(refused(made, release(2, 'countyCommander')).code).toBe('notTheIssuer');
    expect(made.ask(release(2, 'deputyCommander')).kind).toBe('accepted');
  });
});

describe('3.4.3: actions', () => {
  const item = (made: TestDesk, id: string, time?: string) =>
    made
      .warning('w1', time)
      .actions.flatMap(({ items }) => items)
      .find((each) => each.id === id);
  const set = (id: string, state: Of<'SetWarningAction'>['state']): Of<'SetWarningAction'> => ({
    type: 'SetWarningAction',
    warningId,
    item: id,
    state,
  });

  test('a 24-hour item is open again when its time has passed, until the release', () => {
    const made = inForce().do(set('wd-duty', { kind: 'done' }));
    expect(item(made, 'wd-duty', '23 03:09')).toMatchObject({ state: 'done', missed: 0 });
    expect(item(made, 'wd-duty', '23 03:10')).toMatchObject({ state: 'open', missed: 0 });
    expect(item(made, 'wd-duty', '25 03:10')).toMatchObject({ state: 'open', missed: 2 });
    made.at('23 05:00').do(release(1));
    expect(item(made, 'wd-duty', '28 03:10')).toMatchObject({ state: 'open', missed: 0 });
    expect(made.warning('w1', '28 03:10').reminders).toEqual([]);
  });

  test('assigned with a due time: overdue after it, not at it', () => {
    const dueAt = '2013-11-22T06:00+08:00';
    const made = inForce().do(set('wo-line', { kind: 'assigned', to: 'energy', dueAt }));
    expect(item(made, 'wo-line', '06:00')).toMatchObject({ state: 'assigned', overdue: false });
    expect(made.warning('w1', '06:00').nextChangeAt).toBe(Date.parse(dueAt) + 1);
    made.now = Date.parse(dueAt) + 1;
    expect(item(made, 'wo-line')).toMatchObject({ overdue: true });
  });

  test('what is for higher levels comes with them and stays', () => {
    const made = new TestDesk().do(propose('yellow')).do(report).do(approve()).do(issue());
    expect(refused(made, set('wd-up', { kind: 'done' })).code).toBe('itemNotOnList');
    made.do(change(1, { level: 'orange' })).do(set('wd-up', { kind: 'done' }));
    made.do(change(2, { level: 'yellow', content: CONTENT }));
    expect(item(made, 'wd-up')).toMatchObject({ state: 'done' });
  });

  test('done twice, or of no list, is refused', () => {
    const made = inForce().do(act);
    expect(refused(made, act).code).toBe('nothingChanged');
    expect(refused(made, set('tea', { kind: 'done' })).code).toBe('unknownPlanItem');
    expect(made.ask(set('wo-line', { kind: 'reopened' })).kind).toBe('accepted');
  });
});

describe('3.4.4: the end', () => {
  test.each(['officeDirector', 'countyCommander', 'watchOfficer', 'dutyLead'])('not released by %s', (post) => {
    expect(refused(inForce(), release(1, post))).toMatchObject({
      code: 'notTheIssuer',
      clause: '3.4.4',
      params: { post },
    });
  });

  test('a stated end that passes asks for review and ends nothing', () => {
    const content = { ...CONTENT, endsAt: '2013-11-22T08:00+08:00' };
    const made = desk('approved').do(issue({ content }));
    expect(made.warning('w1', '07:59').review).toMatchObject({ isDue: false });
    expect(made.warning('w1', '08:00')).toMatchObject({ stage: 'issued', review: { isDue: true } });
    made.at('08:10').do(assess({ kind: 'watch' }, { reviewAt: '2013-11-22T12:00+08:00' }));
    expect(made.warning('w1', '08:10')).toMatchObject({ stage: 'issued', review: { isDue: false } });
  });

  test('it becomes an incident in one act, both linked', () => {
    const made = inForce().do(convert);
    expect(made.warning()).toMatchObject({ stage: 'converted', incidentId: 'i1' });
    expect(made.file().entries[0]?.payload).toMatchObject({ warningId });
    const again = call({ callId: 'c2', disposition: { kind: 'open', incidentId: 'i2', fromWarningId: 'w9' } });
    expect(refused(made, again).code).toBe('unknownWarning');
  });
});

describe('[WARNING-1, WARNING-2] whatever is asked for', () => {
  const posts = fc.constantFrom('commander', 'deputyCommander', 'officeDirector', 'countyCommander', 'watchOfficer');
  const levels = fc.constantFrom('blue', 'yellow', 'orange', 'red');
  const contents = fc
    .subarray(Object.keys(CONTENT), { minLength: 5 })
    .map((keys) => Object.fromEntries(Object.entries(CONTENT).filter(([key]) => keys.includes(key))));
  const acts: fc.Arbitrary<CommandInput> = fc.oneof(
    levels.map((level) => propose(level)),
    fc.constant(assess({ kind: 'watch' })),
    fc.constant(report),
    posts.map((post) => approve(post)),
    fc.tuple(contents, posts).map(([content, post]) => issue({ content, issuer: issuer(post) })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), levels, contents, posts, posts)
      .map(([version, level, content, a, b]) =>
        change(version, { level, content, approval: by(a), issuer: issuer(b) }),
      ),
    fc.constantFrom<CommandInput>(send, acknowledge(), act),
    fc.tuple(fc.integer({ min: 1, max: 3 }), posts).map(([version, post]) => release(version, post)),
    fc.constant(convert),
  );

  type Evolve = typeof evolveWarning;

  /** What is wrong with a warning as it stands, or null. */
  function fault(made: TestDesk, state: WarningState | null): string | null {
    const levelsOf = made.plan.warnings?.levels ?? [];
    for (const [index, version] of (state?.versions ?? []).entries()) {
      const ruling = levelsOf.find(({ id }) => id === version.ruledBy);
      const { content, approval, issuer: issuing } = version;
      if (version.version !== index + 1) return 'the chain of versions is broken';
      if (ruling === undefined || !ruling.approvedBy.includes(approval.post)) return 'approved by nobody who may';
      if (!ruling.issuedBy.includes(issuing.post)) return 'issued by nobody who may';
      if (ruling.inNameOf !== version.inNameOf) return 'in another’s name';
      const { kind, starts, impact, cautions, measures, areas, place } = content;
      if ([kind, starts, impact, cautions, measures].includes(null)) return 'a required field is missing';
      if (areas.length === 0 && place === null) return 'no area';
    }
    if (state?.stage === 'issued' && state.versions.length === 0) return 'in force without a version';
    return null;
  }

  function play(commands: readonly CommandInput[], evolve: Evolve): string | null {
    const made = new TestDesk().do(propose()).do(report).do(approve());
    let state: WarningState | null = null;
    let read = 0;
    let ended: string | null = null;
    for (const command of [null, ...commands]) {
      if (command !== null && made.ask(command).kind === 'accepted') made.do(command);
      for (const event of made.log.slice(read)) if (event.stream === 'warning/w1') state = evolve(state, event);
      read = made.log.length;
      const found = fault(made, state);
      if (found !== null) return found;
      if (ended !== null && JSON.stringify(state) !== ended) return 'changed after its end';
      if (state?.stage === 'released' || state?.stage === 'converted') ended = JSON.stringify(state);
    }
    if (ended === null || state === null) return null;
    // Another desk’s late entry changes nothing either.
    const late = made.log.find(({ type }) => type === 'WarningAssessed');
    return late !== undefined && JSON.stringify(evolve(state, late)) !== ended ? 'changed after its end' : null;
  }

  test('nothing is in force without its fields, valid authority and a chain; what has ended never changes', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 10 }), (commands) => {
        expect(play(commands, evolveWarning)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  const MUTANTS: [string, Evolve][] = [
    [
      'a version that forgets a field',
      (state, event) => {
        const next = evolveWarning(state, event);
        return (
          next && {
            ...next,
            versions: next.versions.map((each) => ({ ...each, content: { ...each.content, impact: null } })),
          }
        );
      },
    ],
    [
      'an approval by anybody',
      (state, event) => {
        const next = evolveWarning(state, event);
        return (
          next && {
            ...next,
            versions: next.versions.map((each) => ({ ...each, approval: { ...each.approval, post: 'watchOfficer' } })),
          }
        );
      },
    ],
    [
      'versions that replace each other',
      (state, event) => {
        const next = evolveWarning(state, event);
        return next && { ...next, versions: next.versions.slice(-1) };
      },
    ],
    ['an end that is not one', (state, event) => evolveWarning(state && { ...state, stage: 'issued' }, event)],
  ];
  test.each(MUTANTS)('planted, and found: %s', (_, evolve) => {
    const runs = [
      [issue(), change(1), release(2), propose()],
      [issue(), release(1)],
    ];
    expect(runs.map((commands) => play(commands, evolve)).filter((found) => found !== null)).not.toEqual([]);
  });
});
