/** The desk itself and its alarms. */
import { describe, expect, test } from 'vitest';
import { decide } from '../decide.ts';
import { ACTOR, at, openedDesk, PIN, refusal, TestDesk } from '../testing/testDesk.ts';

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
    expect(refusal(desk.ask(raise('a1', 'due'))).code).toBe('idTaken');
  });

  test('the same stage of a later due instant is another', () => {
    const desk = openedDesk().do(raise('a1', 'due'));
    const later = { ...raise('a2', 'due'), stages: [{ ...stage('due'), stageAt: at('03:30') }] };
    expect(desk.ask(later)).toMatchObject({ kind: 'accepted', events: [{ type: 'AlarmRaised' }] });
  });

  test('acknowledging silences all up to that one; twice is once', () => {
    const desk = openedDesk().do(raise('a1', 'dueSoon')).do(raise('a2', 'due')).do(raise('a3', 'repeat-1'));
    desk.at('03:20').do(acknowledge('a2'));
    const { alarms } = desk.context.alarms('i1');
    expect(alarms.map(({ acknowledged }) => acknowledged?.at ?? null)).toEqual([at('03:20'), at('03:20'), null]);
    expect(alarms[0]?.acknowledged?.actor).toEqual(ACTOR);
    expect(desk.ask(acknowledge('a2'))).toEqual({ kind: 'accepted', events: [] });
    expect(refusal(desk.ask(acknowledge('a9'))).code).toBe('staleAlarm');
  });

  test('of an unknown incident none is raised', () => {
    expect(refusal(new TestDesk().ask(raise('a1', 'due'))).code).toBe('unknownIncident');
  });
});
