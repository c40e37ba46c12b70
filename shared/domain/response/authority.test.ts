/** Who may decide what: every post against every level, for starting, stepping up and down, and ending. */
import { describe, expect, test } from 'vitest';
import { at, call, iso, minute, openedDesk, refusal, TestDesk } from '../testing/testDesk.ts';

const POSTS = [
  'commander',
  'deputyCommander',
  'officeDirector',
  'onSceneCommander',
  'countyCommander',
  'provincialCommander',
  'watchOfficer',
  'dutyLead',
] as const;
type Post = (typeof POSTS)[number];
const LEVELS = ['III', 'II', 'I'] as const;
type Level = (typeof LEVELS)[number];

/** rules §4, written out by hand. */
const MAY: Readonly<Record<Level, readonly Post[]>> = {
  III: ['officeDirector'],
  II: ['commander', 'deputyCommander'],
  I: ['commander'],
};
const CLAUSE: Readonly<Record<Level, string>> = { III: '4.3.1', II: '4.3.2', I: '4.3.3' };

const decision = (post: Post) => ({ post, name: '某人', means: 'phone' as const });
const reason = '研判需要';
const start = (level: Level, post: Post) =>
  ({ type: 'StartResponse', incidentId: 'i1', level, decision: decision(post), expectedHours: 24, reason }) as const;
const adjust = (level: Level, post: Post) =>
  ({ type: 'AdjustResponse', incidentId: 'i1', level, decision: decision(post), reason }) as const;
const ALL_MET = { siteControlled: true, environmentMeetsStandards: true, secondaryHazardsRemoved: true };
const end = (post: Post, approval: Post = 'commander', conditions: Record<string, boolean> = ALL_MET) =>
  ({
    type: 'TerminateResponse',
    incidentId: 'i1',
    conditions,
    approval: decision(approval),
    decision: decision(post),
  }) as const;

/** With 12 confirmed deaths level I is proposed; here nothing is, so that every level can be chosen by judgement. */
const quiet = () => openedDesk({ conditions: { leak: 'no', facilityDamaged: 'no' } });
const running = (level: Level) => quiet().do(start(level, MAY[level][0] as Post));

test('the tables below name every post and level of the plan', () => {
  expect([...POSTS].sort()).toEqual(
    quiet()
      .plan.posts.map(({ id }) => id)
      .sort(),
  );
  expect(LEVELS).toEqual(quiet().plan.levels.map(({ id }) => id));
});

const everyPostAndLevel = LEVELS.flatMap((level) =>
  POSTS.map((post) => ({ level, post, may: MAY[level].includes(post) })),
);

describe('a level is started by the posts the plan lists for it, and no other [plan 4.3]', () => {
  test.each(everyPostAndLevel)('$post starts $level: $may', ({ level, post, may }) => {
    const answer = quiet().ask(start(level, post));
    if (may) expect(answer.kind).toBe('accepted');
    else
      expect(refusal(answer)).toMatchObject({
        code: 'noAuthority',
        clause: CLAUSE[level],
        params: { post, may: MAY[level] },
      });
  });
});

describe('up is the target level’s authority, down the current level’s [plan 4.5]', () => {
  const moves = LEVELS.flatMap((from) => LEVELS.filter((to) => to !== from).map((to) => ({ from, to })));
  const cases = moves.flatMap(({ from, to }) => {
    const decisive = LEVELS.indexOf(to) > LEVELS.indexOf(from) ? to : from;
    return POSTS.map((post) => ({ from, to, post, may: MAY[decisive].includes(post) }));
  });
  test.each(cases)('$post adjusts $from to $to: $may', ({ from, to, post, may }) => {
    const answer = running(from).ask(adjust(to, post));
    if (may) expect(answer.kind).toBe('accepted');
    else expect(refusal(answer).code).toBe('noAuthority');
  });
});

describe('谁启动，谁终止: ended by the post that put the level in force [plan 4.7]', () => {
  const cases = LEVELS.flatMap((level) =>
    MAY[level].flatMap((starter) => POSTS.map((post) => ({ level, starter, post }))),
  );
  test.each(cases)('$level started by $starter, ended by $post', ({ level, starter, post }) => {
    const answer = quiet().do(start(level, starter)).ask(end(post));
    if (post === starter) expect(answer.kind).toBe('accepted');
    else if (MAY[level].includes(post)) {
      expect(refusal(answer)).toMatchObject({ code: 'notTheStarter', clause: '4.7', params: { post, starter } });
    } else expect(refusal(answer)).toMatchObject({ code: 'noAuthority', params: { may: MAY[level] } });
  });

  test('after an adjustment it is the post that adjusted', () => {
    const desk = running('II').do(adjust('I', 'commander'));
    expect(refusal(desk.ask(end('deputyCommander'))).code).toBe('noAuthority');
    expect(desk.ask(end('commander')).kind).toBe('accepted');
  });

  test('stepping down leaves an end: the post that stepped down, although it could not have started that level', () => {
    const desk = quiet().do(start('II', 'deputyCommander')).do(adjust('III', 'deputyCommander'));
    expect(desk.ask(end('deputyCommander')).kind).toBe('accepted');
    expect(refusal(desk.ask(end('officeDirector')))).toMatchObject({
      code: 'notTheStarter',
      params: { starter: 'deputyCommander', alsoHolds: ['deputyCommander'] },
    });
  });

  test.each(POSTS)('approval by %s', (post) => {
    const answer = running('III').ask(end('officeDirector', post));
    if (post === 'commander' || post === 'deputyCommander') expect(answer.kind).toBe('accepted');
    else
      expect(refusal(answer)).toMatchObject({ code: 'noAuthority', clause: '4.7', params: { field: 'approval.post' } });
  });

  test.each(Object.keys(ALL_MET))('not while %s is unconfirmed', (missing) => {
    const answer = running('III').ask(end('officeDirector', 'commander', { ...ALL_MET, [missing]: false }));
    expect(refusal(answer)).toMatchObject({ code: 'conditionsNotMet', clause: '4.7', params: { missing: [missing] } });
  });
});

describe('after the command above took over, only its decisions are recorded [plan 4.3.3(4)]', () => {
  const transferred = (level: Level) =>
    running(level).do({
      type: 'TransferCommand',
      incidentId: 'i1',
      to: 'provincialCommand',
      person: '省里某人',
      means: 'inPerson',
    });
  const refused = {
    code: 'commandTransferred',
    clause: '4.3.3 措施(4)',
    params: { to: 'provincialCommand', may: ['provincialCommander'] },
  };
  const moves = LEVELS.flatMap((from) => LEVELS.filter((to) => to !== from).map((to) => ({ from, to })));
  test.each(moves.flatMap((move) => POSTS.map((post) => ({ ...move, post }))))(
    '$post adjusts $from to $to',
    ({ from, to, post }) => {
      const answer = transferred(from).ask(adjust(to, post));
      if (post === 'provincialCommander') expect(answer.kind).toBe('accepted');
      else expect(refusal(answer)).toMatchObject({ ...refused, params: { ...refused.params, post } });
    },
  );

  test.each(LEVELS.flatMap((level) => POSTS.map((post) => ({ level, post }))))(
    '$post ends $level, and approves its end',
    ({ level, post }) => {
      const ended = transferred(level).ask(end(post, 'provincialCommander'));
      const approved = transferred(level).ask(end('provincialCommander', post));
      if (post === 'provincialCommander') expect([ended.kind, approved.kind]).toEqual(['accepted', 'accepted']);
      else {
        expect(refusal(ended)).toMatchObject({ ...refused, params: { field: 'decision.post' } });
        expect(refusal(approved)).toMatchObject({ ...refused, params: { field: 'approval.post' } });
      }
    },
  );

  test('a new start after the end is the city’s own again', () => {
    const desk = transferred('I').do(end('provincialCommander', 'provincialCommander'));
    expect(refusal(desk.ask(start('I', 'provincialCommander'))).code).toBe('noAuthority');
    expect(desk.ask(start('I', 'commander')).kind).toBe('accepted');
  });
});

describe('a refusal names another post of the same holder that may [plan 2.1]', () => {
  test('市能源局局长 stated as 办公室主任 also holds 副指挥长 for II', () => {
    expect(refusal(quiet().ask(start('II', 'officeDirector'))).params).toMatchObject({
      alsoHolds: ['deputyCommander'],
    });
  });
  test('stated as 副指挥长 also holds 办公室主任 for III', () => {
    expect(refusal(quiet().ask(start('III', 'deputyCommander'))).params).toMatchObject({
      alsoHolds: ['officeDirector'],
    });
  });
  test('nobody else holds 指挥长', () => {
    expect(refusal(quiet().ask(start('I', 'officeDirector'))).params).toMatchObject({ alsoHolds: [] });
  });
});

describe('a level rests on a met criterion or on judgement with a reason [plan 4.3]', () => {
  const withoutReason = {
    type: 'StartResponse',
    incidentId: 'i1',
    level: 'II',
    decision: decision('commander'),
    expectedHours: 24,
  } as const;
  const withDeaths = (dead: number) => openedDesk({ figures: { dead } });

  test.each([
    [2, 'basisNeeded'],
    [3, 'accepted'],
  ])('II with %i dead: %s', (dead, expected) => {
    const answer = withDeaths(dead).ask(withoutReason);
    expect(answer.kind === 'rejected' ? answer.error.code : answer.kind).toBe(expected);
  });

  test('the judgement clause is named where a reason is needed', () => {
    expect(refusal(withDeaths(2).ask(withoutReason)).clause).toBe('4.3.2(3)');
  });

  test('below the proposal is asked back', () => {
    const answer = withDeaths(10).ask({ ...withoutReason });
    expect(answer).toMatchObject({
      kind: 'confirm',
      questions: [{ code: 'levelBelowProposal', clause: '4.3.3(1)', params: { level: 'II', proposedLevel: 'I' } }],
    });
  });

  test('a decision in the future is asked back', () => {
    const answer = quiet().ask({
      ...start('III', 'officeDirector'),
      decision: { ...decision('officeDirector'), at: minute('03:12') },
    });
    expect(answer).toMatchObject({
      kind: 'confirm',
      questions: [{ code: 'futureTime', params: { field: 'decision.at', at: at('03:12') } }],
    });
  });
});

describe('one level at a time', () => {
  test('a second start is refused, with the level in force', () => {
    expect(refusal(running('III').ask(start('II', 'commander')))).toMatchObject({
      code: 'levelAlreadyInForce',
      params: { level: 'III' },
    });
  });
  test('adjusting to the same level, and adjusting or ending nothing', () => {
    expect(refusal(running('III').ask(adjust('III', 'officeDirector'))).code).toBe('levelAlreadyInForce');
    expect(refusal(quiet().ask(adjust('II', 'commander'))).code).toBe('noLevelInForce');
    expect(refusal(quiet().ask(end('commander'))).code).toBe('noLevelInForce');
  });
  test('starting again after an end cites the old start', () => {
    const desk = running('III').do(end('officeDirector'));
    const old = desk.lastEntryId('ResponseStarted');
    desk.do(start('III', 'officeDirector'));
    expect(desk.lastPayload()).toMatchObject({ citesEntryId: old });
  });
  test('unknown posts and levels are named by field', () => {
    expect(refusal(quiet().ask({ ...start('III', 'officeDirector'), level: 'IV' }))).toEqual({
      code: 'unknownPlanItem',
      params: { field: 'level', id: 'IV' },
    });
    const stranger = { ...start('III', 'officeDirector'), decision: { ...decision('officeDirector'), post: 'mayor' } };
    expect(refusal(quiet().ask(stranger))).toEqual({
      code: 'unknownPlanItem',
      params: { field: 'decision.post', id: 'mayor' },
    });
  });
});

test('a decision keeps what was shown: plan, engine, grade, proposal and what was unmet', () => {
  const desk = new TestDesk()
    .do(call({ figures: { dead: 3 } }))
    .at('03:11')
    .do(start('II', 'commander'));
  const { shown, decision: given } = desk.lastPayload() as {
    shown: { unmet: { key: string }[] };
    decision: object;
  };
  expect(shown).toMatchObject({
    planHash: 'sha256:test',
    engineVersion: 'test',
    clockGrade: 'serious',
    proposedLevel: 'II',
  });
  expect(shown.unmet).toContainEqual({
    key: 'i1/R2/city/occurrence/1',
    dueAt: at('02:42'),
    state: 'overdue',
    lateBySeconds: 1740,
  });
  expect(given).toMatchObject({ at: { at: Date.parse(iso('03:11')), precision: 'second' } });
});
