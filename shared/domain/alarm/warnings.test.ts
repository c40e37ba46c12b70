/** [ALARM-10] Alarms about warnings and clues: the quieter class, each in a log of its own, answered by name. */
import { expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { ACTOR, at, openedDesk, refusal, type TestDesk } from '../testing/testDesk.ts';

const warningId = 'w1';
const stage = (key: string) => ({ key, stage: 'remind-1', stageAt: at('03:10') });
const raise = (about: { incidentId?: string; warningId?: string }, alarmId: string, key: string) =>
  ({ type: 'RaiseAlarm', ...about, alarmId, kind: 'alarm', stages: [stage(key)] }) satisfies CommandInput;

function watched(): TestDesk {
  const desk = openedDesk();
  desk.do({ type: 'RecordClue', clueId: 'k1', source: 'hotline', said: '河水上涨' });
  return desk.do({
    type: 'AssessWarning',
    warningId,
    participants: [{ name: '甲' }],
    conclusion: { kind: 'watch' },
    reason: '雨',
  });
}

test('it is a reminder whatever it is called, and stands apart from an incident’s of the same id', () => {
  const desk = watched().do(raise({ warningId }, 'a1', 'warning/w1/review/5'));
  expect(desk.lastPayload()).toMatchObject({ warningId, kind: 'reminder' });
  expect(desk.lastPayload()).not.toHaveProperty('incidentId');
  expect(desk.context.alarms({ warningId }).alarms).toHaveLength(1);
  expect(desk.context.alarms({ incidentId: warningId }).alarms).toEqual([]);
  expect(desk.context.alarms({}).alarms).toEqual([]);
});

test('clues that wait remind together; what is no clue of this desk is refused', () => {
  const desk = watched().do(raise({}, 'a2', 'clue/k1'));
  expect(desk.lastPayload()).toEqual({
    alarmId: 'a2',
    kind: 'reminder',
    calledAt: at('03:10'),
    stages: [stage('clue/k1')],
  });
  expect(refusal(desk.ask(raise({}, 'a3', 'clue/k9')))).toMatchObject({ code: 'unknownClue', params: { id: 'k9' } });
  expect(refusal(desk.ask(raise({}, 'a3', 'i1/R2/city'))).code).toBe('unknownClue');
  expect(refusal(desk.ask(raise({ warningId: 'w9' }, 'a3', 'warning/w9/review/5'))).code).toBe('unknownWarning');
});

test('acknowledging names who; silencing one of them needs a reason and leaves the rest', () => {
  const desk = watched().do(raise({ warningId }, 'a1', 'warning/w1/ack/1/op'));
  desk.do({ ...raise({ warningId }, 'a1', 'warning/w1/ack/1/duty'), kind: 'reminder' });
  desk.do({ type: 'SilenceAlarm', warningId, alarmId: 'a1', stage: stage('warning/w1/ack/1/op'), reason: '在通话' });
  const open = () => desk.context.alarms({ warningId }).alarms.map((alarm) => alarm.open.map(({ key }) => key));
  expect(open()).toEqual([['warning/w1/ack/1/duty']]);
  desk.do({ type: 'AcknowledgeAlarm', warningId, alarmId: 'a1' });
  expect(open()).toEqual([[]]);
  expect(desk.context.alarms({ warningId }).alarms[0]?.acknowledged?.actor).toEqual(ACTOR);
  expect(refusal(desk.ask({ type: 'AcknowledgeAlarm', alarmId: 'a1' })).code).toBe('staleAlarm');
});
