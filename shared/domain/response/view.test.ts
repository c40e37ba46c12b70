/** What the response screen shows is what was known then; reminders are a band of their own. */
import { describe, expect, test } from 'vitest';
import { createLedger } from '#shared/plan/engine/assess.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';
import harbour from '#shared/plan/testing/harbour-plan.json' with { type: 'json' };
import type { CommandInput } from '../commands.ts';
import { evolveIncident, type IncidentState } from '../incident/incident.ts';
import { asKnownAt } from '../incident/view.ts';
import type { ReminderRow } from '../responseRows.ts';
import { adjust, by, end, start, transfer } from '../testing/responseCommands.ts';
import { at, iso, minute, openedDesk, refusal, TestDesk } from '../testing/testDesk.ts';
import { nextReminderChange, rankReminders, remindersOf } from './reminders.ts';
import { viewResponse } from './view.ts';

const incidentId = 'i1';
const TIMES = ['03:10', '03:20', '03:30', '03:40', '03:50', '04:00', '04:10', '04:20', '04:30', '04:40'];

/** One act every ten minutes. */
function night(): TestDesk {
  const acts: CommandInput[] = [
    start('II', { decision: by('deputyCommander', 'phone') }),
    { type: 'SetUpGroups', incidentId },
    { type: 'CallUnit', incidentId, summonsId: 's1', unit: 'police' },
    {
      type: 'SetChecklistItem',
      incidentId,
      item: 'lk-valve',
      state: { kind: 'assigned', taskId: 't1', to: { group: 'rescue' }, dueAt: iso('04:25') },
    },
    adjust('I', { expectedHours: 24 }),
    { type: 'RecordConditions', incidentId, conditions: { fire: 'yes' } },
    { type: 'CheckInPerson', incidentId, groupId: 'rescue', person: { personId: 'p1', name: '庚' } },
    transfer(),
    end('provincialCommander', { approval: by('provincialCommander') }),
  ];
  const desk = openedDesk();
  for (const [index, act] of acts.entries()) desk.at(TIMES[index + 1] as string).do(act);
  return desk;
}

describe('as known at an instant', () => {
  test('the view at t is the view of the fold of the prefix', () => {
    const { plan, ...desk } = { plan: night().plan, state: night().state() };
    for (const time of TIMES) {
      const prefix = desk.state.entries.filter(({ recordedAt }) => recordedAt <= at(time));
      const folded = prefix.reduce<IncidentState | null>((state, entry) => evolveIncident(state, entry), null);
      expect(viewResponse(plan, desk.state, at(time))).toEqual(viewResponse(plan, folded as IncidentState, at(time)));
    }
  });

  test('a ledger answers the same', () => {
    const desk = night();
    const ledger = createLedger(desk.plan, desk.state());
    for (const time of TIMES)
      expect(viewResponse(desk.plan, desk.state(), at(time), ledger)).toEqual(
        viewResponse(desk.plan, desk.state(), at(time)),
      );
  });

  test('a transfer stays on record after its response has ended, and a new response does not inherit it', () => {
    const desk = night().at('05:00').do(start('I'));
    const { response, transfers } = viewResponse(desk.plan, desk.state(), at('05:10'));
    expect(response?.transferredTo).toBeNull();
    expect(transfers).toMatchObject([{ responseId: 'response-1', unit: 'provincialCommand', person: '省里某人' }]);
  });

  test('entries recorded later do not exist yet', () => {
    const desk = night();
    const seen = (time: string) => desk.response(incidentId, time);
    expect(seen('03:10')).toMatchObject({ response: null, groups: [], units: [], history: [], afterwards: null });
    expect(seen('03:25')).toMatchObject({ response: { level: 'II', pendingSignature: true }, groups: [] });
    expect(seen('03:30').groups).toHaveLength(9);
    expect(seen('03:30').groups.every(({ present }) => present === 0)).toBe(true);
    expect(seen('04:05')).toMatchObject({ response: { level: 'I', transferredTo: null } });
    expect(seen('04:05').checklists.map(({ id }) => id)).not.toContain('fireExplosion');
    expect(seen('04:10').checklists.map(({ id }) => id)).toContain('fireExplosion');
    expect(seen('04:30')).toMatchObject({ response: { transferredTo: { unit: 'provincialCommand' } } });
    expect(seen('04:40')).toMatchObject({ response: null, afterwards: { endedAt: at('04:40') } });
  });

  test('a task is overdue by the instant asked about', () => {
    const desk = night();
    expect(desk.response(incidentId, '04:20').tasks).toMatchObject([{ overdue: false }]);
    expect(desk.response(incidentId, '04:30').tasks).toMatchObject([{ overdue: true }]);
  });
});

describe('the proposal in sight', () => {
  test('appears by itself when an outage reaches 24:00:00 and 72:00:00, and starts nothing', () => {
    const desk = openedDesk({ durations: { outage: { startedAt: minute('02:25') } } });
    const seen = (time: string) => {
      const { proposedLevel, response, levels } = desk.response(incidentId, time);
      return [proposedLevel, response, levels.find(({ isProposed }) => isProposed)?.level];
    };
    expect(seen('23 02:24:59')).toEqual(['III', null, 'III']);
    expect(seen('23 02:25:00')).toEqual(['II', null, 'II']);
    expect(seen('25 02:24:59')).toEqual(['II', null, 'II']);
    expect(seen('25 02:25:00')).toEqual(['I', null, 'I']);
    expect(desk.response(incidentId, '23 02:24:59').levels[1]?.rows.at(-1)?.reachedAt).toBe(at('23 02:25'));
  });

  test('tells confirmed figures and the careful reading apart, with who may decide', () => {
    const file = openedDesk({ figures: { dead: 9, missing: 3 } }).response();
    expect(file).toMatchObject({ proposedLevel: 'II', proposedBasis: [{ criterion: 'l2-dead', value: 9 }] });
    expect(file.prompts).toContainEqual(expect.objectContaining({ kind: 'conservative', of: 'level', id: 'I' }));
    expect(file.levels.map(({ level, may, isInForce }) => [level, may, isInForce])).toEqual([
      ['III', ['officeDirector'], false],
      ['II', ['commander', 'deputyCommander'], false],
      ['I', ['commander'], false],
    ]);
  });

  test('under a running level it names who may step up or down from it, and who ends it', () => {
    const file = openedDesk().do(start('II')).response();
    expect(file.levels.map(({ may }) => may)).toEqual([
      ['commander', 'deputyCommander'],
      ['commander', 'deputyCommander'],
      ['commander'],
    ]);
    expect(file.termination).toEqual({ may: ['deputyCommander'], approve: ['commander', 'deputyCommander'] });
  });
});

describe('reminders: open 补签, tasks with a due time, units not arrived, 批示 and requests not answered', () => {
  test('of a night, overdue first, each with a key of its own', () => {
    const desk = night();
    const kinds = (time: string) => {
      const known = asKnownAt(desk.state(), at(time)) as IncidentState;
      return remindersOf(known, at(time)).map(({ key }) => key);
    };
    const signature = `i1/signature/${desk.log.find(({ type }) => type === 'ResponseStarted')?.entryId}/decision`;
    expect(kinds('03:15')).toEqual([]);
    expect(kinds('04:20')).toEqual([signature, 'i1/unit/s1', 'i1/task/t1']);
    expect(kinds('04:30')).toEqual(['i1/task/t1', signature, 'i1/unit/s1']);
  });

  test('4.1.3(2), 4.3.3(3): 批示 and requests for reinforcement are followed until answered', () => {
    const desk = openedDesk()
      .at('03:30')
      .do({
        type: 'RecordInstruction',
        incidentId,
        instructionId: 'o1',
        from: '钱市长',
        text: '全力救治',
        receivedAt: minute('03:20'),
      })
      .do({
        type: 'RequestReinforcement',
        incidentId,
        requestId: 'q1',
        to: 'provincialCommand',
        what: '泡沫',
        requestedAt: minute('03:25'),
      });
    expect(desk.response().reminders).toMatchObject([
      { key: 'i1/instruction/o1', kind: 'instruction', since: at('03:20'), from: '钱市长', text: '全力救治' },
      { key: 'i1/reinforcement/q1', kind: 'reinforcement', since: at('03:25'), to: 'provincialCommand', what: '泡沫' },
    ]);
    desk.do({ type: 'AnswerInstruction', incidentId, instructionId: 'o1', text: '已救治' });
    expect(desk.response().reminders).toMatchObject([{ kind: 'reinforcement' }]);
    desk.do({ type: 'AnswerReinforcement', incidentId, requestId: 'q1', answer: 'refused', text: '无可调' });
    expect(desk.response().reminders).toEqual([]);
  });

  test('tasks without a due time stay off the board', () => {
    const desk = openedDesk().do({
      type: 'AssignTask',
      incidentId,
      taskId: 't1',
      to: { unit: 'water' },
      what: '筑坝',
      source: { kind: 'request' },
    });
    expect(desk.response().reminders).toEqual([]);
  });

  test('by what is longest overdue, then signatures, 批示, reinforcement, units, tasks, each the earliest first', () => {
    const task = (taskId: string, dueAt: number, overdue: boolean): ReminderRow => ({
      key: taskId,
      incidentId,
      incidentTitle: 'x',
      since: 1,
      kind: 'task',
      taskId,
      what: 'x',
      to: { kind: 'unit', id: null, name: 'x' },
      dueAt,
      overdue,
    });
    const unit = (summonsId: string, since: number): ReminderRow => ({
      key: summonsId,
      incidentId,
      incidentTitle: 'x',
      since,
      kind: 'unit',
      summonsId,
      unit: { id: null, name: 'x' },
      enRouteAt: null,
      expectedAt: null,
    });
    const instruction = (instructionId: string, since: number): ReminderRow => ({
      key: instructionId,
      incidentId,
      incidentTitle: 'x',
      since,
      kind: 'instruction',
      instructionId,
      from: 'x',
      text: 'x',
    });
    const signature = { key: 's', kind: 'signature', since: 40 } as ReminderRow;
    const request = { key: 'q', kind: 'reinforcement', since: 2 } as ReminderRow;
    const more = [request, instruction('i2', 9), instruction('i1', 3), signature];
    const rows = [
      ...more,
      task('late', 50, false),
      unit('u2', 9),
      task('o2', 8, true),
      unit('u1', 3),
      task('o1', 5, true),
    ];
    expect(rankReminders(rows).map(({ key }) => key)).toEqual(['o1', 'o2', 's', 'i1', 'i2', 'q', 'u1', 'u2', 'late']);
    expect(nextReminderChange(rows)).toBe(51);
    expect(nextReminderChange([])).toBeNull();
  });
});

describe('another plan: other levels, posts, groups and command above', () => {
  const parsed = parsePlanPackage({ ...harbour, id: 'jincheng-pipeline-2026' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const { plan } = parsed;
  const opened = () =>
    new TestDesk(plan).do({
      type: 'TakeCall',
      callId: 'c1',
      receivedAt: minute('03:10'),
      conditions: { release: 'yes' },
      disposition: { kind: 'open', incidentId },
    });
  const begun = (level: string, post: string) => start(level, { decision: by(post) });

  test('its four levels, its own authority', () => {
    expect(
      opened()
        .response()
        .levels.map(({ level, may }) => [level, may]),
    ).toEqual([
      ['blue', ['shiftChief']],
      ['yellow', ['shiftChief', 'deputyMaster']],
      ['orange', ['deputyMaster', 'harbourMaster']],
      ['red', ['harbourMaster']],
    ]);
    expect(refusal(opened().ask(begun('red', 'deputyMaster')))).toMatchObject({ code: 'noAuthority', clause: '戊' });
    expect(opened().do(begun('red', 'harbourMaster')).response().response).toMatchObject({ level: 'red' });
  });

  test('its lists: by level, by its own condition, after the end by its own grades', () => {
    const desk = opened().do(begun('orange', 'deputyMaster'));
    const items = () => desk.response().checklists.flatMap((list) => list.items.map(({ id }) => id));
    expect(items()).toEqual(['boom-out', 'blue-watch', 'orange-close', 'orange-tugs']);
    desk.do({ type: 'RecordConditions', incidentId, conditions: { vapour: 'yes' } });
    expect(items()).toContain('cloud-wind');
    const ended = end('deputyMaster', { conditions: { airClear: true }, approval: by('harbourMaster') });
    expect(desk.do(ended).response().checklists.at(-1)?.items).toMatchObject([{ id: 'after-small' }]);
  });

  test('its groups, its head of the on-scene command, its command above', () => {
    const desk = opened().do({ type: 'SetUpGroups', incidentId });
    expect(desk.response().groups.map(({ groupId, lead }) => [groupId, lead.id])).toEqual([
      ['afloat', 'fireBoats'],
      ['ashore', 'clinic'],
    ]);
    const head = { personId: 'p1', name: '某' };
    const open = { type: 'OpenOnSceneCommand', incidentId, head, place: '码头', decision: by('deputyMaster') } as const;
    expect(desk.ask(open).kind).toBe('accepted');
    expect(refusal(desk.ask({ ...open, decision: by('clerk') })).clause).toBe('癸2');
    desk.do(begun('red', 'harbourMaster')).do(transfer({ to: 'coast' }));
    expect(desk.response().termination).toEqual({ may: ['coastDuty'], approve: ['coastDuty'] });
  });
});

test('a package without these parts takes levels, and refuses what it does not know', () => {
  const { onScene: _onScene, superior: _superior, ...older } = openedDesk().plan;
  const desk = new TestDesk({ ...older, organisations: [], groups: [], checklists: [], legalTerms: [] }).do({
    type: 'TakeCall',
    callId: 'c1',
    receivedAt: minute('03:10'),
    disposition: { kind: 'open', incidentId },
  });
  desk.do(start('III'));
  expect(desk.response()).toMatchObject({ response: { level: 'III' }, checklists: [], groups: [] });
  const head = { personId: 'p1', name: '某' };
  const open: CommandInput = { type: 'OpenOnSceneCommand', incidentId, head, place: '某处', decision: by('commander') };
  expect(refusal(desk.ask(open)).code).toBe('notInPlan');
  expect(refusal(desk.ask(transfer())).code).toBe('unknownPlanItem');
  expect(refusal(desk.ask({ type: 'SetUpGroups', incidentId })).code).toBe('notInPlan');
});
