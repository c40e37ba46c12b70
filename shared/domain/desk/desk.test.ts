/** The desk itself and its alarms. */
import { describe, expect, test } from 'vitest';
import { commandSchema } from '../commands.ts';
import { decide } from '../decide.ts';
import { ACTOR, at, openedDesk, PIN, refusal, TestDesk } from '../testing/testDesk.ts';
import { clockDoubt } from './clockJumps.ts';

describe('setting up', () => {
  test('once, with a plan that exists', () => {
    const desk = new TestDesk();
    expect(refusal(desk.ask({ type: 'SetUpDesk', planId: PIN.id })).code).toBe('alreadySetUp');
    const context = { ...desk.context, desk: { ...desk.context.desk, plan: null } };
    expect(decide({ type: 'SetUpDesk', planId: 'none' }, context)).toMatchObject({ error: { code: 'unknownPlan' } });
    expect(decide({ type: 'SetUpDesk', planId: PIN.id }, context).kind).toBe('accepted');
  });

  test('before it only officers are added', () => {
    const context = { ...new TestDesk().context, desk: { ...new TestDesk().context.desk, plan: null } };
    expect(decide({ type: 'TakeDuty', duty: 'watch', officerId: 'o1' }, context)).toMatchObject({
      error: { code: 'deskNotSetUp' },
    });
    expect(decide({ type: 'AddOfficer', officerId: 'o2', name: '乙', post: 'x' }, context).kind).toBe('accepted');
  });

  test('officers have their own ids; a duty is held by one of them, and taking it relieves the other', () => {
    const desk = new TestDesk();
    expect(refusal(desk.ask({ type: 'AddOfficer', ...ACTOR })).code).toBe('idTaken');
    expect(refusal(desk.ask({ type: 'TakeDuty', duty: 'watch', officerId: 'o9' })).code).toBe('unknownOfficer');
    desk.do({ type: 'TakeDuty', duty: 'watch', officerId: 'o1' });
    expect(refusal(desk.ask({ type: 'TakeDuty', duty: 'watch', officerId: 'o1' })).code).toBe('nothingChanged');
    desk.do({ type: 'AddOfficer', officerId: 'o2', name: '乙', post: 'dutyLead' }).at('03:20');
    desk
      .do({ type: 'TakeDuty', duty: 'lead', officerId: 'o1' })
      .do({ type: 'TakeDuty', duty: 'watch', officerId: 'o2' });
    expect(desk.context.desk.onDuty).toEqual([
      { duty: 'lead', officerId: 'o1', since: at('03:20') },
      { duty: 'watch', officerId: 'o2', since: at('03:20') },
    ]);
  });
});

describe('alarms', () => {
  const stage = (name: string) => ({ key: 'i1/R3/city/occurrence/1', stage: name, stageAt: at('03:12') });
  const raise = (alarmId: string, ...names: string[]) =>
    ({ type: 'RaiseAlarm', incidentId: 'i1', alarmId, stages: names.map(stage) }) as const;
  const acknowledge = (alarmId: string) => ({ type: 'AcknowledgeAlarm', incidentId: 'i1', alarmId }) as const;

  test('each stage is raised once: a second tick adds nothing, a new stage alone is kept', () => {
    const desk = openedDesk().do(raise('a1', 'dueSoon'));
    expect(desk.ask(raise('a2', 'dueSoon'))).toEqual({ kind: 'accepted', events: [] });
    expect(desk.ask(raise('a1', 'dueSoon'))).toEqual({ kind: 'accepted', events: [] });
    const again = desk.ask(raise('a2', 'dueSoon', 'due', 'due'));
    expect(again).toMatchObject({ events: [{ payload: { stages: [{ stage: 'due' }] } }] });
  });

  test('[ALARM-4] under the id of a standing alarm a stage joins it, and opens it again', () => {
    const desk = openedDesk()
      .do(raise('a1', 'dueSoon'))
      .do(acknowledge('a1'))
      .do(raise('a1', 'dueSoon', 'due'));
    const { alarms } = desk.context.alarms({ incidentId: 'i1' });
    expect(alarms).toHaveLength(1);
    expect(alarms[0]?.stages.map(({ stage: name }) => name)).toEqual(['dueSoon', 'due']);
    expect(alarms[0]?.open.map(({ stage: name }) => name)).toEqual(['due']);
    expect(desk.lastPayload()).toMatchObject({ alarmId: 'a1', stages: [{ stage: 'due' }] });
  });

  test('[ALARM-4] what joined since the officer looked is not acknowledged unseen', () => {
    const desk = openedDesk().do(raise('a1', 'dueSoon')).do(raise('a1', 'due'));
    expect(refusal(desk.ask({ ...acknowledge('a1'), stagesSeen: 1 })).code).toBe('alarmGrew');
    desk.do({ ...acknowledge('a1'), stagesSeen: 2 });
    expect(desk.context.alarms({ incidentId: 'i1' }).alarms[0]?.open).toEqual([]);
  });

  test('[ALARM-9] reminders are alarms of their own: neither joined nor acknowledged with clocks', () => {
    const remind = { ...raise('a2', 'remind-1'), kind: 'reminder' } as const;
    const desk = openedDesk().do(raise('a1', 'due')).do(remind);
    expect(refusal(desk.ask({ ...remind, alarmId: 'a1', stages: [stage('remind-2')] })).code).toBe('idTaken');
    desk.do(acknowledge('a2'));
    expect(desk.context.alarms({ incidentId: 'i1' }).alarms.map(({ open }) => open.length)).toEqual([1, 0]);
  });

  test('[ALARM-5] silencing one stage leaves the others, needs a reason, and the next stage calls', () => {
    const silence = {
      type: 'SilenceAlarm',
      incidentId: 'i1',
      alarmId: 'a1',
      stage: stage('due'),
      reason: '通话',
    } as const;
    const desk = openedDesk()
      .do(raise('a1', 'dueSoon', 'due'))
      .do(silence);
    const { alarms } = desk.context.alarms({ incidentId: 'i1' });
    expect(alarms[0]?.open.map(({ stage: name }) => name)).toEqual(['dueSoon']);
    expect(desk.ask(silence)).toEqual({ kind: 'accepted', events: [] });
    expect(commandSchema.safeParse({ ...silence, reason: ' ' }).success).toBe(false);
    expect(desk.ask(raise('a2', 'due', 'repeat-1'))).toMatchObject({
      events: [{ payload: { stages: [{ stage: 'repeat-1' }] } }],
    });
  });

  test('[ALARM-5] a stage that has not called yet cannot be silenced: nothing is put on a shelf', () => {
    const desk = openedDesk().do(raise('a1', 'due'));
    const ahead = { type: 'SilenceAlarm', incidentId: 'i1', alarmId: 'a1', reason: '通话' } as const;
    expect(refusal(desk.ask({ ...ahead, stage: stage('repeat-1') })).code).toBe('staleAlarm');
    expect(refusal(desk.ask({ ...ahead, alarmId: 'a9', stage: stage('due') })).code).toBe('staleAlarm');
  });

  test('[ALARM-7] of a turn of its own, after the clock ran back, a stage is another', () => {
    const desk = openedDesk().do(raise('a1', 'due'));
    const again = { ...raise('a2', 'due'), stages: [{ ...stage('due'), turn: 1 }] };
    expect(desk.ask(again)).toMatchObject({ events: [{ payload: { stages: [{ turn: 1 }] } }] });
  });

  test('the same stage of a later due instant is another', () => {
    const desk = openedDesk().do(raise('a1', 'due'));
    const later = { ...raise('a2', 'due'), stages: [{ ...stage('due'), stageAt: at('03:30') }] };
    expect(desk.ask(later)).toMatchObject({ kind: 'accepted', events: [{ type: 'AlarmRaised' }] });
  });

  test('acknowledging silences all up to that one; twice is once', () => {
    const desk = openedDesk().do(raise('a1', 'dueSoon')).do(raise('a2', 'due')).do(raise('a3', 'repeat-1'));
    desk.at('03:20').do(acknowledge('a2'));
    const { alarms } = desk.context.alarms({ incidentId: 'i1' });
    expect(alarms.map(({ acknowledged }) => acknowledged?.at ?? null)).toEqual([at('03:20'), at('03:20'), null]);
    expect(alarms[0]?.acknowledged?.actor).toEqual(ACTOR);
    expect(desk.ask(acknowledge('a2'))).toEqual({ kind: 'accepted', events: [] });
    expect(refusal(desk.ask(acknowledge('a9'))).code).toBe('staleAlarm');
  });

  test('of an unknown incident none is raised', () => {
    expect(refusal(new TestDesk().ask(raise('a1', 'due'))).code).toBe('unknownIncident');
  });
});

describe('the clock of the machine [ALARM-6]', () => {
  const jump = (jumpId: string, oldOffsetMs: number, newOffsetMs: number) =>
    ({ type: 'RecordClockJump', jumpId, bootId: 'b1', oldOffsetMs, newOffsetMs }) as const;
  const answer = (jumpId: string, clock: 'right' | 'wrong') =>
    ({ type: 'AcknowledgeClockJump', jumpId, clock }) as const;

  test('a jump is recorded once, also when it is noticed again after a crash', () => {
    const desk = new TestDesk().do(jump('j1', 1000, -7_199_000));
    expect(desk.lastPayload()).toMatchObject({ seconds: -7200 });
    expect(desk.ask(jump('j1', 1000, -7_199_000))).toEqual({ kind: 'accepted', events: [] });
    expect(desk.ask(jump('j2', 1000, -7_198_500))).toEqual({ kind: 'accepted', events: [] });
    expect(desk.ask(jump('j3', -7_199_000, 1000))).toMatchObject({
      kind: 'accepted',
      events: [{ type: 'ClockJumped' }],
    });
    const unset = { ...desk.context, desk: { ...desk.context.desk, plan: null, clockJumps: [] } };
    expect(decide(jump('j1', 0, 9000), unset)).toMatchObject({ kind: 'accepted', events: [{ type: 'ClockJumped' }] });
  });

  test('the clock is doubted until an officer says that it is right', () => {
    const desk = new TestDesk();
    const doubted = () => clockDoubt(desk.context.desk, 'b1') !== null;
    expect(doubted()).toBe(false);
    desk.do(jump('j1', 0, 9000));
    expect(doubted()).toBe(true);
    desk.do(answer('j1', 'wrong'));
    expect([doubted(), desk.context.desk.clockJumps[0]?.acknowledged?.actor]).toEqual([true, ACTOR]);
    desk.do(answer('j1', 'right'));
    expect(doubted()).toBe(false);
    expect(desk.ask(answer('j1', 'right'))).toEqual({ kind: 'accepted', events: [] });
  });

  test('[LOG-9] what was trusted is the offset before the first jump in doubt, of this boot', () => {
    const doubt = (desk: TestDesk, bootId = 'b1') => clockDoubt(desk.context.desk, bootId)?.trustedOffsetMs;
    const desk = new TestDesk()
      .do(jump('j1', 0, 9000))
      .do(answer('j1', 'wrong'))
      .do(jump('j2', 9000, 90_000));
    expect(doubt(desk)).toBe(0);
    expect(doubt(desk, 'next boot')).toBeNull();
    desk.do(answer('j2', 'right')).do(jump('j3', 90_000, 200_000));
    expect(doubt(desk)).toBe(90_000);
  });

  test('an answer about an earlier jump says nothing about the clock as it is now', () => {
    const desk = new TestDesk().do(jump('j1', 0, 9000)).do(jump('j2', 9000, 0));
    expect(refusal(desk.ask(answer('j1', 'right'))).code).toBe('staleClockJump');
    expect(refusal(desk.ask(answer('j9', 'right'))).code).toBe('staleClockJump');
    desk.do(answer('j2', 'right'));
    expect(desk.context.desk.clockJumps.every(({ acknowledged }) => acknowledged !== null)).toBe(true);
  });
});
