/** 附件6: the calls of a level or a warning; every command in every state; two officers; what is left. */
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import {
  adjust,
  deskAtII,
  fileOf,
  INCIDENT,
  OTHER,
  reissue,
  rowOf,
  runOf,
  start,
  stepIn,
  WARNING,
  warnedDesk,
} from '../testing/callTree.ts';
import { ACTOR, at, call, minute, questions, refusal, TestDesk } from '../testing/testDesk.ts';

type Of<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;

const POLICE = 'c2-police';
const on = { subject: INCIDENT, stepId: POLICE };
const claim = (more: Partial<Of<'ClaimCallStep'>> = {}): Of<'ClaimCallStep'> => ({
  type: 'ClaimCallStep',
  ...on,
  ...more,
});
const release: Of<'ReleaseCallStep'> = { type: 'ReleaseCallStep', ...on };
const result = (
  came: Of<'RecordCallResult'>['result'],
  more: Partial<Of<'RecordCallResult'>> = {},
): Of<'RecordCallResult'> => ({ type: 'RecordCallResult', ...on, result: came, ...more });
const skip: Of<'SkipCallStep'> = { type: 'SkipCallStep', ...on, reason: '已在现场' };
const reopen: Of<'ReopenCallStep'> = { type: 'ReopenCallStep', ...on, reason: '记错' };
const add = (more: Partial<Of<'AddCallStep'>> = {}): Of<'AddCallStep'> => ({
  type: 'AddCallStep',
  subject: INCIDENT,
  stepId: 'downstream',
  called: { other: '邻县值班室', phone: '0356-1234567' },
  ...more,
});

function as(desk: TestDesk, actor: TestDesk['actor'], then: (desk: TestDesk) => void): TestDesk {
  desk.actor = actor;
  then(desk);
  desk.actor = ACTOR;
  return desk;
}
const claimedByOther = () => as(deskAtII(), OTHER, (desk) => desk.do(claim()));

describe('[CALLS-1] which calls there are follows from the log', () => {
  test('none before a level is in force; a start begins those of its level', () => {
    const desk = new TestDesk().do(call());
    expect(rowOf(desk)).toBeNull();
    desk.do(start('III', 'officeDirector'));
    expect(rowOf(desk)).toMatchObject({
      kind: 'level',
      level: 'III',
      total: 8,
      left: 8,
      answered: 0,
      since: { at: at('03:10') },
    });
  });

  test('a raise begins those of the higher level, all to be told again; what was reached before stands beside them', () => {
    const desk = new TestDesk().do(call()).do(start('III', 'officeDirector'));
    const first = runOf(desk).runId;
    desk.do(result('answered', { stepId: 'c3-commander', answeredBy: '王副市长' }));
    desk.at('03:20').do(adjust('II'));
    const { run, runs } = fileOf(desk);
    expect(runs).toMatchObject([
      { runId: first, end: { how: 'replaced' }, answered: 1, total: 8 },
      { end: null, answered: 0 },
    ]);
    expect(run).toMatchObject({ level: 'II', left: run?.total });
    expect(stepIn(desk, 'c2-commander').earlier).toMatchObject({
      tree: { label: 'Ⅲ级响应呼叫' },
      at: { at: at('03:10') },
      answeredBy: '王副市长',
    });
    expect(stepIn(desk, 'c2-operator').earlier).toBeNull();
  });

  test.each([
    ['a lower level', [adjust('III')], 'lowered'],
    [
      'the end of the response',
      [
        {
          type: 'TerminateResponse',
          incidentId: 'i1',
          conditions: { siteControlled: true, environmentMeetsStandards: true, secondaryHazardsRemoved: true },
          approval: { post: 'commander', name: '某人', means: 'inPerson' },
          decision: { post: 'commander', name: '某人', means: 'inPerson' },
        },
      ],
      'ended',
    ],
  ] as [string, CommandInput[], string][])('%s ends them: nobody is to be called any more', (_, commands, how) => {
    const desk = deskAtII().at('03:30');
    for (const command of commands) desk.do(command);
    expect(rowOf(desk)).toBeNull();
    expect(runOf(desk)).toMatchObject({ end: { how, at: at('03:30') }, order: [] });
  });

  test('closing the incident ends them too', () => {
    const desk = deskAtII();
    desk.do({ type: 'CloseIncident', incidentId: 'i1', reason: '处置完毕' }, 'confirmed');
    expect(rowOf(desk)).toBeNull();
  });

  test('lowered and raised again: new calls, as the higher level is put in force anew', () => {
    const desk = deskAtII().do(result('answered')).at('03:30').do(adjust('III')).at('03:40').do(adjust('II'));
    expect(fileOf(desk).runs.map(({ end }) => end?.how ?? null)).toEqual(['lowered', null]);
    expect(stepIn(desk, POLICE)).toMatchObject({ state: 'left', earlier: { tree: { label: 'Ⅱ级响应呼叫' } } });
  });

  test('an incident on a package that names nobody has no calls, and says so', () => {
    const { callTrees: _, ...plan } = new TestDesk().plan;
    const desk = new TestDesk(plan).do(call()).do(start('II'));
    expect(rowOf(desk)).toBeNull();
    expect(refusal(desk.ask(claim())).code).toBe('noCallTree');
  });

  test('3.4.2: the issue of a warning begins its calls, another level those of that level; another wording does not', () => {
    const desk = warnedDesk();
    const first = rowOf(desk, WARNING);
    expect(first).toMatchObject({ kind: 'warning', level: 'orange' });
    desk.do(reissue(1, 'red'));
    expect(rowOf(desk, WARNING)).toMatchObject({ level: 'red' });
    const red = rowOf(desk, WARNING)?.runId;
    const { level: _, ...same } = reissue(2, 'red') as Of<'ChangeWarning'>;
    desk.do({ ...same, content: { ...same.content, impact: '沿线三村' } });
    expect(rowOf(desk, WARNING)?.runId).toBe(red);
  });
});

describe('[CALLS-2] every command in every state of a step', () => {
  const STATES: Readonly<Record<string, () => TestDesk>> = {
    left: deskAtII,
    mine: () => deskAtII().do(claim()),
    theirs: claimedByOther,
    lapsed: () => claimedByOther().at('03:15'),
    tried: () => deskAtII().do(result('noAnswer')),
    answered: () => deskAtII().do(result('answered')),
    skipped: () => deskAtII().do(skip),
    over: () => deskAtII().do(adjust('III')),
  };
  const COMMANDS = { claim: claim(), release, result: result('answered'), skip, reopen, add: add() } as const;
  const yes = 'accepted';
  const TABLE: Readonly<Record<keyof typeof STATES, Record<keyof typeof COMMANDS, string>>> = {
    left: { claim: yes, release: 'callStepNotClaimed', result: yes, skip: yes, reopen: 'callStepOpen', add: yes },
    mine: { claim: yes, release: yes, result: yes, skip: yes, reopen: 'callStepOpen', add: yes },
    theirs: {
      claim: 'callStepClaimed',
      release: 'callStepClaimed',
      result: 'callStepClaimed',
      skip: 'callStepClaimed',
      reopen: 'callStepOpen',
      add: yes,
    },
    lapsed: { claim: yes, release: 'callStepNotClaimed', result: yes, skip: yes, reopen: 'callStepOpen', add: yes },
    tried: { claim: yes, release: 'callStepNotClaimed', result: yes, skip: yes, reopen: 'callStepOpen', add: yes },
    answered: {
      claim: 'callStepReached',
      release: 'callStepNotClaimed',
      result: 'callStepReached',
      skip: 'callStepReached',
      reopen: yes,
      add: yes,
    },
    skipped: {
      claim: 'callStepSkipped',
      release: 'callStepNotClaimed',
      result: 'callStepSkipped',
      skip: 'callStepSkipped',
      reopen: yes,
      add: yes,
    },
    // The present ones, and there are none.
    over: {
      claim: 'noCallTree',
      release: 'noCallTree',
      result: 'noCallTree',
      skip: 'noCallTree',
      reopen: 'noCallTree',
      add: 'noCallTree',
    },
  };

  test.each(Object.keys(STATES))('%s', (state) => {
    const answers = Object.fromEntries(
      Object.entries(COMMANDS).map(([name, command]) => {
        const decision = (STATES[state] as () => TestDesk)().ask(command);
        return [name, decision.kind === 'rejected' ? decision.error.code : decision.kind];
      }),
    );
    expect(answers).toEqual(TABLE[state]);
  });

  test('of earlier calls a result is recorded still, for a call made is made; nothing else', () => {
    const desk = deskAtII();
    const { runId } = runOf(desk);
    desk.do(adjust('I'));
    desk.do(result('answered', { runId }));
    expect(stepIn(desk, POLICE, INCIDENT, { runId }).state).toBe('answered');
    expect(stepIn(desk, 'c1-police').earlier).toMatchObject({ tree: { label: 'Ⅱ级响应呼叫' } });
    expect(refusal(desk.ask(claim({ runId })))).toMatchObject({ code: 'callTreeEnded', params: { how: 'replaced' } });
  });

  test('unknown incident, warning, run, step, post, unit, contact: named', () => {
    const desk = deskAtII();
    const of = (command: CommandInput) => {
      const { code, params } = refusal(desk.ask(command));
      return [code, params.field ?? params.id];
    };
    expect(of(claim({ subject: { incidentId: 'x' } }))).toEqual(['unknownIncident', 'subject.incidentId']);
    expect(of(claim({ subject: { warningId: 'x' } }))).toEqual(['unknownWarning', 'warningId']);
    expect(of(claim({ runId: 'x' }))).toEqual(['unknownReference', 'runId']);
    expect(of(claim({ stepId: 'constructor' }))).toEqual(['unknownReference', 'stepId']);
    expect(of(add({ called: { post: 'caretaker' } }))).toEqual(['unknownPlanItem', 'called.post']);
    expect(of(add({ called: { party: 'choir' } }))).toEqual(['unknownPlanItem', 'called.party']);
    expect(of(add({ stepId: POLICE }))).toEqual(['idTaken', 'stepId']);
    expect(of(result('answered', { contactId: 'x' }))).toEqual(['unknownContact', 'x']);
  });

  test('a minute that lies ahead, or before the level, is asked back', () => {
    const desk = deskAtII();
    expect(questions(desk.ask(result('busy', { at: minute('03:20') })))).toEqual(['futureTime']);
    expect(questions(desk.ask(result('busy', { at: minute('03:00') })))).toEqual(['timesOutOfOrder']);
    expect(questions(desk.ask(result('busy', { at: minute('03:10') })))).toEqual([]);
  });
});

describe('[CALLS-3] two officers never ring the same one up', () => {
  test('the second is refused by who has it, since when, until when', () => {
    const desk = claimedByOther().at('03:12');
    expect(refusal(desk.ask(claim()))).toMatchObject({
      code: 'callStepClaimed',
      params: { who: '市公安局', by: '李敏', officerId: 'o2', at: at('03:10'), until: at('03:15') },
    });
  });

  test('taken over from the one who has it; against another one it is refused', () => {
    const desk = claimedByOther();
    expect(refusal(desk.ask(claim({ from: 'o9' }))).code).toBe('callStepClaimed');
    desk.do(claim({ from: 'o2' }));
    expect(desk.lastPayload()).toMatchObject({ takenFrom: '李敏' });
    expect(stepIn(desk, POLICE).claim).toMatchObject({ officerId: ACTOR.officerId });
    as(desk, OTHER, () => expect(refusal(desk.ask(result('answered'))).code).toBe('callStepClaimed'));
  });

  test('a claim lapses after the package’s minutes, to the instant; claimed again it runs anew', () => {
    const desk = deskAtII().do(claim());
    const held = (time: number) => stepIn(desk, POLICE, INCIDENT, { at: time }).claim !== null;
    expect([held(at('03:15') - 1), held(at('03:15'))]).toEqual([true, false]);
    expect(fileOf(desk, INCIDENT, { at: at('03:12') }).nextChangeAt).toBe(at('03:15'));
    desk.at('03:14').do(claim());
    expect([held(at('03:19') - 1), held(at('03:19'))]).toEqual([true, false]);
  });

  test('one officer has one telephone: calling another one leaves the first to anybody', () => {
    const desk = deskAtII()
      .do(claim())
      .do(claim({ stepId: 'c2-health' }));
    expect(stepIn(desk, POLICE).claim).toBeNull();
    expect(rowOf(desk)?.calling.map(({ officer, who }) => [officer, who.label])).toEqual([
      [ACTOR.name, '市卫生健康委员会'],
    ]);
    as(desk, OTHER, () => desk.do(claim()));
    expect(rowOf(desk)?.calling.map(({ officer }) => officer)).toEqual(['李敏', ACTOR.name]);
  });
});

describe('[CALLS-4] whom to call next', () => {
  const order = (
    desk: TestDesk,
    officerId: string | null = ACTOR.officerId,
    subject: typeof INCIDENT | typeof WARNING = INCIDENT,
  ) => runOf(desk, subject, officerId === null ? {} : { officerId }).order;

  test('wave by wave in the plan’s order; one’s own call first, nobody else’s', () => {
    const desk = deskAtII();
    expect(order(desk)).toEqual(runOf(desk).steps.map(({ stepId }) => stepId));
    desk.do(claim());
    as(desk, OTHER, () => desk.do(claim({ stepId: 'c2-commander' })));
    expect(order(desk).slice(0, 2)).toEqual([POLICE, 'c2-secretary']);
    expect(order(desk, 'o2')[0]).toBe('c2-commander');
    expect(order(desk, null)[0]).toBe('c2-secretary');
    expect(rowOf(desk)?.next?.label).toBe('副指挥长（市政府协管能源工作的副秘书长）');
  });

  test('not reached: stays left, comes after everybody, and again when its minutes have passed', () => {
    const desk = deskAtII().do(result('noAnswer', { stepId: 'c2-commander' }));
    expect(rowOf(desk)).toMatchObject({ left: rowOf(desk)?.total, unreached: 1 });
    expect(order(desk).at(-1)).toBe('c2-commander');
    expect(stepIn(desk, 'c2-commander')).toMatchObject({
      state: 'left',
      againAt: at('03:15'),
      tries: [{ result: 'noAnswer' }],
    });
    // In its wave, after those of it who were never tried.
    expect(order(desk.at('03:15'))[7]).toBe('c2-commander');
    expect(stepIn(desk, 'c2-commander').wave).toBe(1);
  });

  test('added ones come last in their wave, the rest as the plan lists them', () => {
    const desk = deskAtII()
      .do(add({ wave: 1 }))
      .do(add({ stepId: 'later', called: { party: 'water' } }));
    const ids = runOf(desk).steps.map(({ stepId }) => stepId);
    const firstWave = runOf(desk).steps.filter(({ wave }) => wave === 1);
    expect(firstWave.at(-1)?.stepId).toBe('downstream');
    expect(ids.at(-1)).toBe('later');
    expect(stepIn(desk, 'downstream')).toMatchObject({
      called: 'other',
      numbers: [{ number: '0356-1234567', contactId: null }],
    });
  });

  test('of a warning, recipients who have not acknowledged come first; one who has need not be called', () => {
    const desk = warnedDesk();
    expect(order(desk, null, WARNING).slice(0, 2)).toEqual(['cw-orange-recipients.1', 'cw-orange-recipients.2']);
    desk.do({ type: 'AcknowledgeWarning', warningId: 'w1', recipient: 'duty-zezhou', person: '值班员' });
    expect(order(desk, null, WARNING)[0]).toBe('cw-orange-recipients.2');
    expect(rowOf(desk, WARNING)).toMatchObject({ acknowledged: 1, answered: 0 });
  });
});

describe('[CALLS-5] numbers are the directory’s', () => {
  const numbers = (desk: TestDesk, stepId = POLICE) =>
    stepIn(desk, stepId).numbers.map(({ number, alternate }) =>
      alternate === null ? number : `${alternate.label} ${number}`,
    );
  const entry = (contactId: string, contact: Of<'AddContact'>['contact']): CommandInput => ({
    type: 'AddContact',
    contactId,
    contact,
  });

  test('the shipped directory has none, so every step says so and leads to its entry', () => {
    for (const step of runOf(deskAtII()).steps) {
      expect(step.numbers).toEqual([]);
      expect(step.contactId).toMatch(/^plan-(post|unit)\./);
    }
    const recipients = runOf(warnedDesk(), WARNING).steps.filter(({ called }) => called === 'recipient');
    expect(recipients.map(({ contactId }) => contactId)).toEqual(['plan-recipient.duty-zezhou', 'plan-unit.operator']);
  });

  test('the plan’s own entry, holders of the role, people of the unit; faxes and materials never', () => {
    const desk = deskAtII()
      .do({
        type: 'ChangeContact',
        contactId: 'plan-unit.police',
        contact: {
          kind: 'unit',
          name: '市公安局',
          roles: [{ in: 'party', id: 'police' }],
          numbers: [
            { kind: 'duty', number: '110' },
            { kind: 'fax', number: '0356-999999' },
          ],
        },
      })
      .do(
        entry('k1', {
          kind: 'person',
          name: '甲',
          unit: '市公安局',
          numbers: [{ kind: 'mobile', number: '13800000001' }],
        }),
      )
      .do(
        entry('k2', {
          kind: 'person',
          name: '乙',
          roles: [{ in: 'party', id: 'police' }],
          numbers: [{ kind: 'mobile', number: '13800000002' }],
        }),
      )
      .do(
        entry('k3', {
          kind: 'material',
          name: '警戒带',
          unit: '市公安局',
          numbers: [{ kind: 'mobile', number: '13800000003' }],
        }),
      );
    expect(numbers(desk)).toEqual(['110', '13800000002', '13800000001']);
  });

  test('one tried in vain goes behind, so that after it the alternates are next; a wrong number last', () => {
    const phone = (number: string) => ({ kind: 'duty' as const, number });
    const desk = deskAtII()
      .do(
        entry('a', {
          kind: 'unit',
          name: '某县值班室',
          roles: [{ in: 'party', id: 'county' }],
          numbers: [phone('1001'), phone('1002')],
        }),
      )
      .do(
        entry('b', {
          kind: 'unit',
          name: '某县政府',
          roles: [{ in: 'party', id: 'localGovernment' }],
          numbers: [phone('2001')],
        }),
      );
    const step = { stepId: 'c2-county' };
    const now = () => numbers(desk, 'c2-county');
    expect(now()).toEqual(['1001', '1002', '事发地县（市、区）政府 2001']);
    desk.do(result('busy', { ...step, number: '1001' }));
    expect(now()).toEqual(['1002', '事发地县（市、区）政府 2001', '1001']);
    desk.do(result('noAnswer', { ...step, number: '1002' }));
    expect(now()[0]).toBe('事发地县（市、区）政府 2001');
    desk.do(result('wrongNumber', { ...step, number: '2001' }));
    expect(now()).toEqual(['1001', '1002', '事发地县（市、区）政府 2001']);
    expect(stepIn(desk, 'c2-county').numbers[0]).toMatchObject({ tries: 1, lastResult: 'busy' });
  });

  test('of counties that of the incident goes first; another one only where it has nobody', () => {
    const desk = deskAtII();
    for (const [id, name, number] of [
      ['a', '高平市值班室', '1'],
      ['b', '某县值班室', '2'],
      ['c', '泽州县值班室', '3'],
    ] as const)
      desk.do(
        entry(id, {
          kind: 'unit',
          name,
          roles: [{ in: 'party', id: 'county' }],
          numbers: [{ kind: 'duty', number: `100${number}` }],
        }),
      );
    expect(numbers(desk, 'c2-county')).toEqual(['1003', '1002']);
    desk.do({ type: 'RemoveContact', contactId: 'c' });
    expect(numbers(desk, 'c2-county')).toEqual(['1002', '1001']);
  });

  test('2.1: a deputy commander is found by office, however it is written', () => {
    const roles = [{ in: 'post', id: 'deputyCommander' }] as const;
    const mobile = (number: string) => [{ kind: 'mobile' as const, number }];
    const desk = deskAtII()
      .do(
        entry('a', {
          kind: 'person',
          name: '甲',
          unit: '市应急管理局',
          post: '局长',
          roles: [...roles],
          numbers: mobile('13800000001'),
        }),
      )
      .do(
        entry('b', {
          kind: 'person',
          name: '乙',
          post: '市消防救援支队支队长',
          roles: [...roles],
          numbers: mobile('13800000002'),
        }),
      );
    expect(numbers(desk, 'c2-emergencyHead')).toEqual(['13800000001']);
    expect(numbers(desk, 'c2-fireHead')).toEqual(['13800000002']);
    expect(numbers(desk, 'c2-secretary')).toEqual([]);
    // The post’s holders are who is tried where the commander is not reached.
    expect(numbers(desk, 'c2-commander')).toEqual(['副指挥长 13800000002', '副指挥长 13800000001']);
  });

  test('who was rung up stands with the call and in the contact’s calls', () => {
    const desk = deskAtII().do(
      entry('a', {
        kind: 'person',
        name: '甲',
        unit: '市公安局',
        numbers: [{ kind: 'mobile', number: '13800000001' }],
      }),
    );
    desk.do(result('answered', { contactId: 'a', number: '13800000001', answeredBy: '甲', note: '即到' }));
    expect(desk.lastPayload()).toMatchObject({ who: '市公安局', tree: 'Ⅱ级响应呼叫', name: '甲', unit: '市公安局' });
    expect(stepIn(desk, POLICE)).toMatchObject({
      state: 'answered',
      tries: [{ answeredBy: '甲', number: '13800000001' }],
    });
  });
});

describe('3.4.2: a recipient reached acknowledges in the same act', () => {
  const step = { subject: WARNING, stepId: 'cw-orange-recipients.1' };

  test('both are recorded, and the recipient is no longer owed', () => {
    const desk = warnedDesk();
    expect(stepIn(desk, step.stepId, WARNING)).toMatchObject({
      owesAcknowledgement: true,
      who: { label: '泽州县管道主管部门' },
    });
    desk.do(result('answered', { ...step, answeredBy: '赵', acknowledgedBy: '赵' }));
    expect(desk.log.slice(-2).map(({ type }) => type)).toEqual(['CallStepTried', 'WarningAcknowledged']);
    expect(desk.warning().unacknowledged).toBe(1);
    expect(stepIn(desk, step.stepId, WARNING)).toMatchObject({ state: 'answered', owesAcknowledgement: false });
  });

  test('reached without a word of it: the acknowledgement is still owed', () => {
    const desk = warnedDesk().do(result('answered', { ...step, answeredBy: '赵' }));
    expect(stepIn(desk, step.stepId, WARNING)).toMatchObject({ state: 'answered', owesAcknowledgement: true });
    expect(desk.warning().unacknowledged).toBe(2);
  });

  test('only a recipient’s, and only where somebody answered; twice is refused as ever', () => {
    const desk = warnedDesk();
    expect(refusal(desk.ask(result('busy', { ...step, acknowledgedBy: '赵' }))).code).toBe('callNotARecipient');
    const other = { ...step, stepId: 'cw-orange-fireRescue' };
    expect(refusal(desk.ask(result('answered', { ...other, acknowledgedBy: '赵' }))).code).toBe('callNotARecipient');
    expect(refusal(deskAtII().ask(result('answered', { acknowledgedBy: '赵' }))).code).toBe('callNotARecipient');
    desk.do({ type: 'AcknowledgeWarning', warningId: 'w1', recipient: 'duty-zezhou', person: '值班员' });
    expect(refusal(desk.ask(result('answered', { ...step, acknowledgedBy: '赵' }))).code).toBe('warningAcknowledged');
  });

  test('a re-issue asks everybody again; what was said of the first stands beside it', () => {
    const desk = warnedDesk()
      .do(result('answered', { ...step, answeredBy: '赵', acknowledgedBy: '赵' }))
      .do(reissue(1, 'red'));
    expect(stepIn(desk, 'cw-red-recipients.1', WARNING)).toMatchObject({
      state: 'left',
      owesAcknowledgement: true,
      earlier: { tree: { label: '橙色预警呼叫' }, answeredBy: '赵' },
    });
  });

  test('somebody it was sent to since is to be called too, and keeps the place', () => {
    const desk = warnedDesk().do({
      type: 'SendWarning',
      warningId: 'w1',
      to: [{ other: '下游村', phone: '0356-123456' }],
      means: 'phone',
    });
    expect(stepIn(desk, 'cw-orange-recipients.3', WARNING)).toMatchObject({
      who: { label: '下游村' },
      numbers: [{ number: '0356-123456', contactId: null }],
    });
  });

  test('after its end nothing is recorded of its calls', () => {
    const decision = { post: 'commander', name: '某人', means: 'phone' } as const;
    const desk = warnedDesk().do({ type: 'ReleaseWarning', warningId: 'w1', version: 1, reason: '回落', decision });
    expect(rowOf(desk, WARNING)).toBeNull();
    expect(refusal(desk.ask(result('answered', step))).code).toBe('warningStage');
  });
});

test('a struck result counts for nothing: the step is left again', () => {
  const desk = deskAtII().do(result('answered'));
  desk.do({ type: 'StrikeEntry', incidentId: 'i1', strikes: desk.lastEntryId('CallStepTried'), reason: '记错单位' });
  expect(stepIn(desk, POLICE)).toMatchObject({ state: 'left', tries: [] });
});
