import { expect, test } from 'vitest';
import type { AlarmRow } from '../rows.ts';
import { type CalledAlarm, withCalled } from './called.ts';

const stage = (name: string) => ({ key: 'i1/R2', stage: name, stageAt: 5 });
const called = (change: Partial<CalledAlarm> = {}): CalledAlarm => ({
  alarmId: 'a1',
  kind: 'alarm',
  incidentId: 'i1',
  incidentTitle: '泄漏',
  calledAt: 9,
  stages: [stage('due')],
  position: null,
  ...change,
});
const row: AlarmRow = {
  alarmId: 'a1',
  kind: 'alarm',
  incidentId: 'i1',
  incidentTitle: '泄漏',
  raisedAt: 5,
  stages: [stage('dueSoon')],
  stagesCalled: 3,
  acknowledged: null,
};

test('[ALARM-8] what is called stands although no board has it', () => {
  expect(withCalled([], [called()], 7)).toEqual([{ ...row, raisedAt: 9, stages: [stage('due')], stagesCalled: 1 }]);
});

test('[ALARM-8] once recorded it stands until the board has read so far, and then is the board’s', () => {
  expect(withCalled([], [called({ position: 8 })], 7)).toHaveLength(1);
  expect(withCalled([], [called({ position: 8 })], 8)).toEqual([]);
});

test('[ALARM-4] what joined stands in the alarm it joined, once', () => {
  const joined = called({ stages: [stage('due'), stage('dueSoon')] });
  expect(withCalled([row], [joined, joined], 7)).toEqual([
    { ...row, stages: [stage('dueSoon'), stage('due')], stagesCalled: 4 },
  ]);
});
