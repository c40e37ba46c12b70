// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { translateZh } from '#renderer/app/i18n/translator.ts';
import { lengthOf, mostUrgent, RHYTHMS } from '#renderer/app/sound/rhythm.ts';
import type { AlarmRow, ClueRow, IncidentRow, WarningRow } from '#shared/contract/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import { alarmClockText } from './AlarmClock.tsx';
import { alarmItems, toneOf } from './alarmItems.ts';
import { reminderName } from './reminderName.ts';
import { groupAlarms } from './useLiveAlarms.ts';

const MINUTE = 60_000;
const alarm = (alarmId: string, incidentId: string, raisedAt: number, ...stages: AlarmRow['stages']): AlarmRow => ({
  alarmId,
  kind: 'alarm',
  stagesCalled: stages.length,
  incidentId,
  incidentTitle: `事件 ${incidentId}`,
  raisedAt,
  stages,
  acknowledged: null,
});
const stage = (key: string, name: string, stageAt: number) => ({ key, stage: name, stageAt });

describe('how alarms sound [ux 7]', () => {
  it('the rhythm tells the stage: one, two, two, three, many', () => {
    const counts = Object.fromEntries(Object.entries(RHYTHMS).map(([kind, beeps]) => [kind, beeps.length]));
    expect(counts).toEqual({ remind: 1, dueSoon: 2, attention: 2, due: 3, repeat: 10 });
  });

  it('louder the later, beeps never overlap, and no stage sounds longer than four seconds', () => {
    const loudness = (kind: keyof typeof RHYTHMS) => RHYTHMS[kind][0]?.loudness ?? 0;
    expect(loudness('remind')).toBeLessThan(loudness('dueSoon'));
    expect(loudness('dueSoon')).toBeLessThan(loudness('attention'));
    expect(loudness('attention')).toBeLessThan(loudness('due'));
    expect(loudness('due')).toBeLessThan(loudness('repeat'));
    for (const [kind, beeps] of Object.entries(RHYTHMS)) {
      expect(lengthOf(kind as keyof typeof RHYTHMS)).toBeLessThanOrEqual(4);
      beeps.slice(1).forEach((beep, index) => {
        const before = beeps[index];
        expect(beep.at).toBeGreaterThanOrEqual((before?.at ?? 0) + (before?.seconds ?? 0));
      });
    }
  });

  it.each([
    [[], null],
    [['dueSoon'], 'dueSoon'],
    [['dueSoon', 'attention-1'], 'attention'],
    [['attention-2', 'due', 'dueSoon'], 'due'],
    [['due', 'repeat-12'], 'repeat'],
  ] as const)('of %j the most urgent sounds', (stages, kind) => {
    expect(mostUrgent([alarm('a', 'i', 0, ...stages.map((name) => stage('k', name, 0)))])).toBe(kind);
    expect(mostUrgent(stages.map((name) => alarm('a', 'i', 0, stage('k', name, 0))))).toBe(kind);
  });
});

const NOTHING = { incidents: [], reminders: [], warnings: [], clues: [] };

describe('the alarm bar', () => {
  const obligation = (change: Partial<Obligation>) =>
    ({ key: 'i/R2/city/x/1', state: 'overdue', dueAt: 10 * MINUTE, trigger: 0, ...change }) as Obligation;
  const incident = (obligations: Obligation[]) =>
    ({ incidentId: 'i', title: '事件 i', assessment: { obligations } }) as unknown as IncidentRow;

  it('is grouped per incident, oldest alarm first', () => {
    const groups = groupAlarms([alarm('b', 'i', 2), alarm('c', 'j', 1), alarm('a', 'i', 1)], NOTHING);
    expect(groups.map((group) => [group.key, group.alarms.map(({ alarmId }) => alarmId)])).toEqual([
      ['i', ['a', 'b']],
      ['j', ['c']],
    ]);
  });

  it('[ALARM-10] a warning’s and the clues’ reminders are lines of their own, named by what they are about', () => {
    const remind = (change: Partial<AlarmRow>, key: string): AlarmRow => {
      const { incidentId: _, ...row } = alarm(key, 'i', 1, stage(key, 'remind-1', 1));
      return { ...row, kind: 'reminder', incidentTitle: '', ...change };
    };
    const reminders = [{ key: 'warning/w/ack/1/op', kind: 'ack', what: '某企业', from: 0 }] as const;
    const behind = {
      ...NOTHING,
      warnings: [{ warningId: 'w', reminders } as unknown as WarningRow],
      clues: [{ clueId: 'k', said: '河水上涨，管道标志桩已经被大水淹没' } as ClueRow],
    };
    const groups = groupAlarms(
      [
        alarm('a', 'i', 1),
        remind({ warningId: 'w', incidentTitle: '丹河段' }, 'warning/w/ack/1/op'),
        remind({ warningId: 'w' }, 'warning/w/review/5'),
        remind({}, 'clue/k'),
      ],
      behind,
    );
    expect(groups.map(({ about, title, alarms }) => [about, title, alarms.length])).toEqual([
      [{ incidentId: 'i' }, '事件 i', 1],
      [{ warningId: 'w' }, '丹河段', 2],
      [{}, '', 1],
    ]);
    const namesIn = (group: (typeof groups)[number]) =>
      group.alarms.flatMap(({ stages }) => stages.map(({ key }) => reminderName(group, key, translateZh)));
    expect(groups.map(namesIn)).toEqual([
      [],
      ['未签收：某企业', '已办'],
      ['待研判：河水上涨，管道标志桩已经被大水淹…'],
    ]);
  });

  it('names each clock once, at its latest stage, what is met last', () => {
    const [group] = groupAlarms(
      [
        alarm('a', 'i', 1, stage('i/R2/city/x/1', 'dueSoon', 5), stage('met', 'due', 4)),
        alarm('b', 'i', 2, stage('i/R2/city/x/1', 'due', 10)),
      ],
      { ...NOTHING, incidents: [incident([obligation({}), obligation({ key: 'met', state: 'fulfilledLate' })])] },
    );
    expect(group && alarmItems(group).map(({ key, kind }) => [key, kind])).toEqual([
      ['i/R2/city/x/1', 'due'],
      ['met', 'due'],
    ]);
  });

  it.each([
    [['dueSoon'], 'amber'],
    [['attention', 'dueSoon'], 'amber'],
    [['dueSoon', 'due'], 'red'],
    [['repeat'], 'red'],
  ] as const)('%j is %s: red only for what is late, amber only for what comes due', (kinds, tone) => {
    expect(toneOf(kinds.map((kind) => ({ kind })))).toBe(tone);
  });

  it.each([
    ['late', { kind: 'due', obligation: obligation({}) }, '首报 超时 0:02:00'],
    ['still time', { kind: 'dueSoon', obligation: obligation({ dueAt: 13 * MINUTE }) }, '首报 剩余 0:01:00'],
    [
      'no number in the plan',
      { kind: 'attention', obligation: obligation({ state: 'immediate', dueAt: null }) },
      '首报 已过 0:12:00',
    ],
    ['met meanwhile', { kind: 'due', obligation: obligation({ state: 'fulfilledLate' }) }, '首报 已办'],
    ['clock no longer there', { kind: 'due', obligation: null }, '首报 超时 0:01:00'],
  ] as const)('%s: %j', (_, item, text) => {
    const full = { key: 'k', stageAt: 11 * MINUTE, ...item };
    expect(alarmClockText(full, '首报', 12 * MINUTE, translateZh)).toBe(text);
  });
});
