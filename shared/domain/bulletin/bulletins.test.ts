/** 信息发布 [plan 4.6]: draft → approved → released, by whom, and never another version than the one that was read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openedDesk, refusal, type TestDesk } from '../testing/testDesk.ts';
import { composeBulletin } from './composeBulletin.ts';

const POSTS = [
  'commander',
  'deputyCommander',
  'officeDirector',
  'onSceneCommander',
  'countyCommander',
  'watchOfficer',
  'dutyLead',
];
const MAY = ['commander', 'deputyCommander', 'officeDirector'];

const CHANNELS: (string | { other: string })[] = ['website', { other: '社区广播' }];
const onI1 = { incidentId: 'i1', bulletinId: 'b1' } as const;
const draft = { type: 'DraftBulletin', ...onI1, kind: 'brief', title: '简要信息', text: '现场正在处置。' } as const;
const revise = (version: number) =>
  ({ type: 'ReviseBulletin', ...onI1, version, title: '简要信息', text: `第${version + 1}稿` }) as const;
const approve = (version: number, post = 'officeDirector') =>
  ({ type: 'ApproveBulletin', ...onI1, version, approval: { post, name: '某人', means: 'phone' } }) as const;
const release = (version: number) => ({ type: 'ReleaseBulletin', ...onI1, version, channels: CHANNELS }) as const;
const withdraw = { type: 'WithdrawBulletin', ...onI1, reason: '情况有变' } as const;

const only = (desk: TestDesk) => desk.file().bulletins[0];
const refused = (desk: TestDesk, command: Parameters<TestDesk['ask']>[0]) => refusal(desk.ask(command));

describe('4.6: a bulletin from draft to release', () => {
  test('keeps its versions, its approval and where it went out', () => {
    const desk = openedDesk().do(draft).do(revise(1)).do(approve(2)).do(release(2));
    expect(only(desk)).toMatchObject({
      state: 'released',
      version: 2,
      versions: [
        { version: 1, text: '现场正在处置。' },
        { version: 2, text: '第2稿' },
      ],
      approval: { post: 'officeDirector', version: 2 },
      released: {
        channels: [
          { id: 'website', name: '政府网站' },
          { id: null, name: '社区广播' },
        ],
      },
    });
  });

  test.each(POSTS)('approved by %s only where the plan names the post', (post) => {
    const desk = openedDesk().do(draft);
    const error = MAY.includes(post) ? null : refused(desk, approve(1, post));
    if (error === null) expect(only(desk.do(approve(1, post)))?.state).toBe('approved');
    else expect(error).toMatchObject({ code: 'noAuthority', clause: '4.6', params: { post, may: MAY } });
  });

  test('another version than the one that was read is neither approved nor released', () => {
    const desk = openedDesk().do(draft).do(revise(1));
    expect(refused(desk, approve(1)).code).toBe('bulletinChanged');
    desk.do(approve(2)).do(revise(2));
    expect(only(desk)).toMatchObject({ state: 'draft', approval: null });
    expect(refused(desk, release(2)).code).toBe('bulletinChanged');
    expect(refused(desk, release(3))).toMatchObject({ code: 'bulletinNotApproved', clause: '4.6' });
  });

  test('once out or given up it no longer changes; approving twice is refused', () => {
    const desk = openedDesk().do(draft).do(approve(1));
    expect(refused(desk, approve(1)).code).toBe('bulletinApproved');
    desk.do(release(1));
    for (const command of [revise(1), approve(1), release(1), withdraw])
      expect(refused(desk, command).code).toBe('bulletinReleased');
    const given = openedDesk().do(draft).do(withdraw);
    expect(refused(given, release(1)).code).toBe('bulletinWithdrawn');
  });

  test('a struck release is as if it had not been', () => {
    const desk = openedDesk()
      .do(draft)
      .do(approve(1))
      .do({ ...release(1), entryId: 'out' });
    desk.do({ type: 'StrikeEntry', incidentId: 'i1', strikes: 'out', reason: '登记错误' });
    expect(only(desk)).toMatchObject({ state: 'approved', released: null });
  });

  test('an unknown kind, channel or bulletin is refused naming the field', () => {
    const desk = openedDesk().do(draft).do(approve(1));
    expect(refused(desk, { ...draft, bulletinId: 'b2', kind: 'rumour' })).toMatchObject({ params: { field: 'kind' } });
    expect(refused(desk, { ...release(1), channels: ['pigeon'] })).toMatchObject({ params: { field: 'channels' } });
    expect(refused(desk, { ...release(1), bulletinId: 'b9' })).toMatchObject({ params: { field: 'bulletinId' } });
    expect(refused(desk, draft)).toMatchObject({ code: 'idTaken' });
  });

  test('a release before its approval, or in the future, is asked back', () => {
    const desk = openedDesk().do(draft).do(approve(1));
    const early = desk.ask({ ...release(1), releasedAt: '2013-11-22T02:30+08:00' });
    expect(early).toMatchObject({ kind: 'confirm', questions: [{ code: 'releasedBeforeApproval' }] });
    const late = desk.ask({ ...release(1), releasedAt: '2013-11-23T02:30+08:00' });
    expect(late).toMatchObject({ kind: 'confirm', questions: [{ code: 'futureTime' }] });
  });

  test('property: nothing is out that its standing version had no approval for', () => {
    const act = fc.oneof(
      fc.constant(draft),
      fc.constant(withdraw),
      fc.integer({ min: 1, max: 4 }).map(revise),
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(...POSTS)).map(([v, post]) => approve(v, post)),
      fc.integer({ min: 1, max: 4 }).map(release),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
        const desk = openedDesk();
        for (const command of acts) if (desk.ask(command).kind === 'accepted') desk.do(command);
        const row = only(desk);
        if (row === undefined || row.released === null) return;
        expect(row.approval).toMatchObject({ version: row.version });
        expect(MAY).toContain(row.approval?.post);
      }),
      { numRuns: 300 },
    );
  });
});

describe('4.6: the first words of a bulletin', () => {
  const kindOf = (desk: TestDesk, id: string) => {
    const kind = desk.plan.publicity?.kinds.find((each) => each.id === id);
    if (kind === undefined) throw new Error(`no kind ${id}`);
    return kind;
  };

  test('hold confirmed figures alone: unknown is 正在核实, the missing are never counted as dead', () => {
    const desk = openedDesk().do({
      type: 'RecordFigures',
      incidentId: 'i1',
      figures: { dead: 2, missing: 9, injured: 'unknown' },
    });
    const { text, lacking } = composeBulletin(desk.plan, desk.file(), kindOf(desk, 'brief'));
    expect(text).toContain('遇难2人');
    expect(text).toContain('失联9人');
    expect(text).toContain('受伤正在核实');
    expect(text).not.toMatch(/11人|受伤0/);
    expect(lacking).toEqual([]);
  });

  test('name what no fact holds', () => {
    const desk = openedDesk({ figures: {} });
    expect(composeBulletin(desk.plan, desk.file(), kindOf(desk, 'verified')).lacking).toEqual([
      'counts',
      'measures',
      'precautions',
    ]);
  });
});
