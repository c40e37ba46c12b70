/** Checklists, tasks, instructions [plan 4.2–4.4, 5; rules §4, §9]. */
import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { adjust, end, start } from '../testing/responseCommands.ts';
import { at, call, iso, minute, openedDesk, questions, refusal, TestDesk } from '../testing/testDesk.ts';

const incidentId = 'i1';
type Of<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;
const set = (
  item: string,
  state: Of<'SetChecklistItem'>['state'],
  more: Partial<Of<'SetChecklistItem'>> = {},
): Of<'SetChecklistItem'> => ({ type: 'SetChecklistItem', incidentId, item, state, ...more });
const done = (item: string, more = {}) => set(item, { kind: 'done' }, more);
const assigned = (taskId = 't1', dueAt?: string) =>
  ({ kind: 'assigned', taskId, to: { group: 'rescue' }, ...(dueAt !== undefined && { dueAt }) }) as const;
const facts = (conditions: Record<string, 'yes' | 'no' | 'unknown'>): CommandInput => ({
  type: 'RecordConditions',
  incidentId,
  conditions,
});
const strike = (strikes: string): CommandInput => ({ type: 'StrikeEntry', incidentId, strikes, reason: '记错' });
const setUp: CommandInput = { type: 'SetUpGroups', incidentId };
const lists = (desk: TestDesk) => desk.response().checklists.map(({ id }) => id);
const item = (desk: TestDesk, id: string) =>
  desk
    .response()
    .checklists.flatMap(({ items }) => items)
    .find((each) => each.id === id);
const quiet = () => openedDesk({ conditions: {} });

describe('which lists apply', () => {
  const ALWAYS = ['firstOperator', 'firstCounty'];

  test('先期处置 of operator and county from the first call on [plan 4.2]', () => {
    expect(lists(quiet())).toEqual(ALWAYS);
    expect(quiet().response().checklists[0]).toMatchObject({ because: { kind: 'always' }, since: at('03:10') });
  });

  test.each<[string, string[]]>([
    ['leak', ['leak']],
    ['fire', ['fireExplosion']],
    ['explosion', ['fireExplosion']],
    ['environmentAffected', ['environment']],
    ['worsening', ['worsening']],
    ['facilityDamaged', []],
  ])('%s brings %j [plan 4.4.2]', (condition, expected) => {
    const desk = quiet()
      .at('04:00')
      .do(facts({ [condition]: 'yes' }));
    expect(lists(desk)).toEqual([...ALWAYS, ...expected]);
    for (const list of desk.response().checklists.slice(2))
      expect(list).toMatchObject({ because: { kind: 'condition' }, since: at('04:00') });
  });

  test.each(['no', 'unknown'] as const)('%s brings nothing', (value) => {
    expect(lists(quiet().do(facts({ leak: value, fire: value })))).toEqual(ALWAYS);
  });

  test('[RESPONSE-3] a leak becomes a fire: the new list is added, nothing done is lost', () => {
    const desk = openedDesk()
      .do(done('lk-valve'))
      .at('04:00')
      .do(facts({ leak: 'no', fire: 'yes' }));
    expect(lists(desk)).toEqual([...ALWAYS, 'leak', 'fireExplosion']);
    expect(item(desk, 'lk-valve')?.state).toBe('done');
  });

  test('a fact that was struck takes its list along, unless something was done on it', () => {
    const desk = quiet().do(facts({ fire: 'yes' }));
    desk.do(strike(desk.lastEntryId('ConditionsRecorded')));
    expect(lists(desk)).toEqual(ALWAYS);
    desk.do(facts({ fire: 'yes' })).do(done('fe-seal'));
    desk.do(strike(desk.lastEntryId('ConditionsRecorded')));
    expect(lists(desk)).toEqual([...ALWAYS, 'fireExplosion']);
  });

  test('a level brings its own and the lower ones’ [inferred]; stepping down takes none away', () => {
    const desk = quiet().do(start('II'));
    const levels = ['measuresIII', 'measuresII', 'publicInformation'];
    expect(lists(desk)).toEqual([...ALWAYS, ...levels]);
    desk.at('05:00').do(adjust('I'));
    expect(lists(desk)).toEqual([...ALWAYS, 'measuresIII', 'measuresII', 'measuresI', 'publicInformation']);
    expect(desk.response().checklists.find(({ id }) => id === 'measuresI')).toMatchObject({
      because: { kind: 'level', level: 'I', responseId: 'response-1' },
      since: at('05:00'),
    });
    desk.do(adjust('III'));
    expect(lists(desk)).toContain('measuresI');
  });

  test('a new start brings its measures anew; what was done in the old one is not done in this', () => {
    const desk = quiet().do(start('III')).do(done('m3-team')).do(end('officeDirector'));
    expect(item(desk, 'm3-team')?.state).toBe('done');
    desk.do(start('II'));
    expect(item(desk, 'm3-team')?.state).toBe('open');
    expect(item(desk.do(done('m3-team')), 'm3-team')?.state).toBe('done');
  });
});

describe('the time after [plan 5, rules §9]', () => {
  const AFTER = ['aw-site', 'aw-restart', 'aw-costs', 'aw-recovery'];
  const after = (desk: TestDesk) =>
    desk
      .response()
      .checklists.find(({ id }) => id === 'afterwards')
      ?.items.map(({ id }) => id) ?? [];
  const ended = (grade: string) =>
    quiet().do({ type: 'DetermineGrade', incidentId, grade }).do(start('III')).do(end('officeDirector'));

  test.each([
    ['ordinary', 'aw-inv-ordinary', 'aw-sum-ordinary'],
    ['serious', 'aw-inv-serious', 'aw-sum-serious'],
    ['major', 'aw-inv-major', 'aw-sum-major'],
    ['extraordinary', 'aw-inv-extraordinary', 'aw-sum-major'],
  ])('%s: %s investigates, %s evaluates', (grade, investigates, evaluates) => {
    expect(after(ended(grade)).toSorted()).toEqual([...AFTER, investigates, evaluates].toSorted());
  });

  test('comes with the end of the response, or with closing where there was none; gone again under a new start', () => {
    const running = quiet().do(start('III'));
    expect(after(running)).toEqual([]);
    const closed = quiet().do({ type: 'CloseIncident', incidentId, reason: '处置完毕' }, 'confirmed');
    expect(after(closed)).toContain('aw-site');
    const again = ended('serious').do(start('III'));
    expect(after(again)).toEqual([]);
    expect(again.response().afterwards).toBeNull();
  });

  test('is worked off after closing too', () => {
    const desk = ended('serious').do({ type: 'CloseIncident', incidentId, reason: '处置完毕' }, 'confirmed');
    expect(item(desk.at('23 09:00').do(done('aw-site')), 'aw-site')?.state).toBe('done');
  });

  test('a grade that rises later changes who; what was done stays', () => {
    const desk = ended('ordinary').do(done('aw-sum-ordinary'));
    desk.do({ type: 'DetermineGrade', incidentId, grade: 'serious' });
    expect(after(desk)).toEqual(expect.arrayContaining(['aw-sum-serious', 'aw-inv-serious', 'aw-sum-ordinary']));
    expect(after(desk)).not.toContain('aw-inv-ordinary');
  });

  test('shows the 30 days of supplementary reports, day 7 of a fire, and what the law sets for others', () => {
    const desk = quiet()
      .do(facts({ fire: 'yes' }))
      .do(start('III'))
      .at('08:00')
      .do(end('officeDirector'));
    const day = (text: string) => Date.parse(`2013-${text}T00:00+08:00`);
    expect(desk.response().afterwards).toEqual({
      endedAt: at('08:00'),
      supplement: [{ rule: 'S1', until: day('12-23'), flaggedFrom: day('11-30'), flaggedBy: 'fire' }],
      terms: [
        { id: 'lt-head', until: null },
        { id: 'lt-level', until: null },
        { id: 'lt-investigation', until: Date.parse('2014-01-22T00:00+08:00') },
        { id: 'lt-reply', until: null },
      ],
    });
  });
});

describe('an item', () => {
  test.each<[Of<'SetChecklistItem'>['state'], string, string | null]>([
    [{ kind: 'done', note: '已到位' }, 'done', '已到位'],
    [{ kind: 'done' }, 'done', null],
    [{ kind: 'notApplicable', reason: '不跨县' }, 'notApplicable', '不跨县'],
  ])('%j, with who and when', (state, expected, note) => {
    const desk = openedDesk().at('04:00').do(set('lk-valve', state));
    expect(item(desk, 'lk-valve')).toMatchObject({
      state: expected,
      note,
      set: { at: at('04:00'), actor: { name: '值班员' }, entryId: desk.lastEntryId('ChecklistItemSet') },
      taskId: null,
    });
  });

  test('is reopened, and not set to what it is', () => {
    const desk = openedDesk();
    expect(refusal(desk.ask(set('lk-valve', { kind: 'reopened' }))).code).toBe('nothingChanged');
    desk.do(done('lk-valve'));
    expect(refusal(desk.ask(done('lk-valve'))).code).toBe('nothingChanged');
    expect(item(desk.do(set('lk-valve', { kind: 'reopened', reason: '又漏' })), 'lk-valve')).toMatchObject({
      state: 'open',
      note: '又漏',
    });
  });

  test('against what somebody else did meanwhile: refused', () => {
    const desk = openedDesk().do(done('lk-valve', { against: null }));
    expect(refusal(desk.ask(set('lk-valve', { kind: 'notApplicable', reason: 'x' }, { against: null }))).code).toBe(
      'stateChanged',
    );
  });

  test.each<[string, string, object]>([
    ['tea', 'unknownPlanItem', { field: 'item', id: 'tea' }],
    ['fe-fight', 'itemNotOnList', { label: '按介质选路线方法，控制火势' }],
    ['m1-lead', 'itemNotOnList', {}],
  ])('%s is refused: %s', (id, code, params) => {
    expect(refusal(openedDesk().ask(done(id)))).toMatchObject({ code, params });
  });

  test('assigned is a task with its clause; finished it is done, returned it is open again', () => {
    const desk = openedDesk()
      .do(setUp)
      .at('04:00')
      .do(set('lk-valve', assigned('t1', iso('05:00'))));
    expect(desk.response().tasks).toMatchObject([
      {
        taskId: 't1',
        what: '关闭漏点最近的阀门',
        to: { kind: 'group', id: 'rescue', name: '抢险救援组' },
        source: { kind: 'measure', item: 'lk-valve', clause: '4.4.2.1(1)', responseId: null },
        dueAt: at('05:00'),
      },
    ]);
    expect(item(desk, 'lk-valve')).toMatchObject({ state: 'assigned', taskId: 't1' });
    for (const state of [{ kind: 'done' }, assigned('t2')] as const)
      expect(refusal(desk.ask(set('lk-valve', state)))).toMatchObject({
        code: 'itemAlreadyAssigned',
        params: { taskId: 't1' },
      });
    desk.do({ type: 'ReturnTask', incidentId, taskId: 't1', reason: '进不去' });
    expect(item(desk, 'lk-valve')).toMatchObject({ state: 'open', note: '进不去' });
    desk.do(set('lk-valve', assigned('t2'))).do({ type: 'FinishTask', incidentId, taskId: 't2', result: '已关' });
    expect(item(desk, 'lk-valve')).toMatchObject({ state: 'done', note: '已关', taskId: 't2' });
  });

  test('a struck assignment leaves the item as it was', () => {
    const desk = openedDesk().do(setUp).do(done('lk-seal')).do(set('lk-valve', assigned()));
    desk.do(strike(desk.lastEntryId('TaskAssigned')));
    expect(item(desk, 'lk-valve')).toMatchObject({ state: 'open', set: null });
    expect(desk.response().tasks).toEqual([]);
  });
});

describe('tasks', () => {
  const assign = (more: Partial<Of<'AssignTask'>> = {}): Of<'AssignTask'> => ({
    type: 'AssignTask',
    incidentId,
    taskId: 't1',
    to: { group: 'rescue' },
    what: '筑坝',
    source: { kind: 'order' },
    dueAt: minute('05:00'),
    ...more,
  });
  const step = <T extends 'AcceptTask' | 'NoteTask' | 'FinishTask' | 'ReturnTask'>(
    type: T,
    more: object,
  ): CommandInput => ({ type, incidentId, taskId: 't1', ...more }) as CommandInput;
  const opened = () => openedDesk().do(setUp).at('04:00').do(assign());

  test('has who gave it, to whom, its source and due; the officer gave it where nobody else is named', () => {
    expect(opened().response().tasks).toMatchObject([
      {
        what: '筑坝',
        givenBy: '值班员',
        source: { kind: 'order', instructionId: null },
        state: 'assigned',
        overdue: false,
      },
    ]);
    const desk = openedDesk().do(
      assign({ to: { unit: 'water' }, givenBy: '指挥长', source: { kind: 'request', from: '县里' } }),
    );
    expect(desk.response().tasks).toMatchObject([
      { to: { kind: 'unit', id: 'water', name: '市水务局' }, givenBy: '指挥长', source: { from: '县里' } },
    ]);
    const other = openedDesk().do(assign({ to: { other: '打捞队' } }));
    expect(other.response().tasks).toMatchObject([{ to: { kind: 'unit', id: null, name: '打捞队' } }]);
  });

  test('accepted, progress, done with its result; then closed', () => {
    const desk = opened()
      .do(step('AcceptTask', { person: '庚' }))
      .at('04:20')
      .do(step('NoteTask', { text: '已到' }));
    expect(refusal(desk.ask(step('AcceptTask', {}))).code).toBe('nothingChanged');
    expect(desk.response().groups.find(({ groupId }) => groupId === 'rescue')?.openTasks).toBe(1);
    desk.at('04:50').do(step('FinishTask', { result: '坝成' }));
    expect(desk.response().tasks).toMatchObject([
      {
        state: 'finished',
        acceptedAt: at('04:00'),
        acceptedBy: '庚',
        notes: [{ at: at('04:20'), text: '已到', actor: { name: '值班员' } }],
        endedAt: at('04:50'),
        outcome: '坝成',
      },
    ]);
    expect(desk.response().groups.find(({ groupId }) => groupId === 'rescue')?.openTasks).toBe(0);
    for (const command of [
      step('NoteTask', { text: 'x' }),
      step('FinishTask', { result: 'x' }),
      step('AcceptTask', {}),
    ])
      expect(refusal(desk.ask(command))).toMatchObject({ code: 'taskClosed', params: { state: 'finished' } });
  });

  test.each(['AcceptTask', 'NoteTask', 'FinishTask', 'ReturnTask'] as const)(
    '%s before it was given is asked back',
    (type) => {
      const said = {
        NoteTask: { text: 'x' },
        FinishTask: { result: 'x' },
        ReturnTask: { reason: 'x' },
        AcceptTask: {},
      };
      const asked = (time: string) =>
        opened()
          .at('05:00')
          .ask(step(type, { ...said[type], at: minute(time) }));
      expect(asked('03:59')).toMatchObject({
        questions: [{ code: 'timesOutOfOrder', params: { earlier: 'assignedAt', later: 'at' } }],
      });
      expect(questions(asked('04:00'))).toEqual([]);
    },
  );

  test('returned with a reason', () => {
    const desk = opened().do(step('ReturnTask', { reason: '无机械' }));
    expect(desk.response().tasks).toMatchObject([{ state: 'returned', outcome: '无机械' }]);
    expect(refusal(desk.ask(step('FinishTask', { result: 'x' }))).params).toMatchObject({ state: 'returned' });
  });

  test('overdue the millisecond after it was due, and told so in time', () => {
    const desk = opened();
    const seen = (time: number) => {
      desk.now = time;
      const { tasks, reminders, nextChangeAt } = desk.response();
      return [tasks[0]?.overdue, reminders[0]?.kind === 'task' && reminders[0].overdue, nextChangeAt];
    };
    expect(seen(at('05:00') - 1).slice(0, 2)).toEqual([false, false]);
    expect(seen(at('05:00'))).toEqual([false, false, at('05:00') + 1]);
    expect(seen(at('05:00') + 1).slice(0, 2)).toEqual([true, true]);
    desk.do(step('FinishTask', { result: '迟' }));
    expect(desk.response()).toMatchObject({ tasks: [{ overdue: false }], reminders: [] });
  });

  test.each<[string, Partial<Of<'AssignTask'>>, string, object]>([
    ['an unknown group', { to: { group: 'choir' } }, 'unknownReference', { field: 'groupId' }],
    ['a group not set up', { to: { group: 'river' } }, 'unknownReference', { field: 'groupId' }],
    ['an unknown unit', { to: { unit: 'navy' } }, 'unknownPlanItem', { field: 'to.unit', id: 'navy' }],
    ['due before it is given', { dueAt: minute('03:59') }, 'endBeforeStart', { field: 'dueAt' }],
    ['of no instruction', { source: { kind: 'order', instructionId: 'n9' } }, 'unknownReference', { id: 'n9' }],
    ['of an item on no list', { source: { kind: 'measure', item: 'm1-lead' } }, 'itemNotOnList', {}],
    ['of no item', { source: { kind: 'measure', item: 'tea' } }, 'unknownPlanItem', { field: 'source.item' }],
  ])('refused: %s', (_name, more, code, params) => {
    expect(refusal(opened().ask(assign({ taskId: 't2', ...more })))).toMatchObject({ code, params });
  });

  test('its id is taken for good; unknown ones are named', () => {
    const desk = opened();
    expect(refusal(desk.ask(assign()))).toMatchObject({ code: 'idTaken', params: { field: 'taskId' } });
    desk.do(strike(desk.lastEntryId('TaskAssigned')));
    expect(refusal(desk.ask(assign())).code).toBe('idTaken');
    expect(refusal(desk.ask(step('NoteTask', { text: 'x' }))).code).toBe('unknownReference');
  });

  test('a measure that is done can be given out again', () => {
    const desk = openedDesk().do(setUp).do(done('lk-valve'));
    desk.do(assign({ source: { kind: 'measure', item: 'lk-valve' } }));
    expect(item(desk, 'lk-valve')?.state).toBe('assigned');
  });
});

describe('instructions (批示)', () => {
  const record: CommandInput = {
    type: 'RecordInstruction',
    incidentId,
    instructionId: 'n1',
    from: '某省长',
    text: '全力救人',
    receivedAt: minute('04:00'),
  };
  const answer: CommandInput = { type: 'AnswerInstruction', incidentId, instructionId: 'n1', text: '已部署' };

  test('are followed until answered, once; an order may come from one', () => {
    const desk = openedDesk().do(setUp).at('04:05').do(record);
    expect(desk.response().instructions).toMatchObject([{ from: '某省长', receivedAt: at('04:00'), answer: null }]);
    desk.do({
      type: 'AssignTask',
      incidentId,
      taskId: 't1',
      to: { group: 'rescue' },
      what: '搜救',
      source: { kind: 'order', instructionId: 'n1' },
    });
    desk.at('05:00').do(answer);
    expect(desk.response().instructions).toMatchObject([{ answer: { text: '已部署', at: at('05:00') } }]);
    expect(refusal(desk.ask(answer))).toMatchObject({ code: 'alreadyAnswered', params: { at: at('05:00') } });
    expect(refusal(desk.ask(record)).code).toBe('idTaken');
  });

  test('an answer before it came is asked back', () => {
    const desk = openedDesk().at('04:05').do(record);
    const early = { ...answer, answeredAt: minute('03:59') };
    expect(questions(desk.ask(early))).toEqual(['timesOutOfOrder']);
  });

  test('an answer to none is refused; a struck answer leaves it open', () => {
    expect(refusal(openedDesk().ask(answer)).code).toBe('unknownReference');
    const desk = openedDesk().at('04:05').do(record).do(answer);
    desk.do(strike(desk.lastEntryId('InstructionAnswered')));
    expect(desk.response().instructions).toMatchObject([{ answer: null }]);
  });
});

test('an incident that goes into another leaves its work behind only after a question', () => {
  const desk = new TestDesk()
    .do(call())
    .do(call({ callId: 'c2', disposition: { kind: 'open', incidentId: 'i2' } }))
    .do({ type: 'SetUpGroups', incidentId: 'i2', groups: ['rescue'] });
  const merge = { type: 'MergeIncidents', incidentId: 'i2', into: 'i1', reason: '同一处' } as const;
  expect(questions(desk.ask(merge))).toEqual(['openWorkLeft']);
  expect(questions(desk.ask({ ...merge, incidentId: 'i1', into: 'i2' }))).toEqual([]);
});
