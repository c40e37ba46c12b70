import { describe, expect, test } from 'vitest';
import { stageKey } from '#shared/domain/alarm/alarm.ts';
import type { Turn } from './clockWatch.ts';
import { type Called, nothingCalled, plannedCalls, remember } from './plannedCalls.ts';
import { type Clock, type Reminder, reminderOf, remindersReached, stagesReached } from './stages.ts';

const MINUTE = 60_000;
const at = (minutes: number) => Date.parse('2013-11-22T02:12:00+08:00') + minutes * MINUTE;

/** A phone report owed 30 minutes after 02:12, due soon from 20 minutes on. */
const phone: Clock = {
  key: 'i1/R2/city',
  dueAt: at(30),
  dueSoonAt: at(20),
  attentionAt: [],
  state: 'pending',
  supervised: false,
  arisenAt: at(0),
};
const written: Clock = { ...phone, key: 'i1/R3/city', dueAt: at(60), dueSoonAt: at(50) };
const atOnce: Clock = {
  ...phone,
  key: 'i1/R6/city',
  dueAt: null,
  dueSoonAt: null,
  attentionAt: [at(5), at(10)],
  state: 'immediate',
};

const names = (clock: Clock, now: number) => stagesReached(clock, now).map(({ stage }) => stage);

describe('stages of one clock', () => {
  test.each([
    ['before due soon', at(20) - 1, []],
    ['[ALARM-1] due soon, to the millisecond', at(20), ['dueSoon']],
    ['until due', at(30) - 1, ['dueSoon']],
    ['[ALARM-1] due: due soon says nothing any more', at(30), ['due']],
    ['before the first repeat', at(35) - 1, ['due']],
    ['[ALARM-2] five minutes after', at(35), ['due', 'repeat-1']],
    ['[ALARM-3] after a gap only the latest repeat', at(30 + 58), ['due', 'repeat-11']],
  ])('with a due instant: %s', (_, now, expected) => {
    expect(names(phone, now)).toEqual(expected);
  });

  test.each([
    ['before the first mark', at(5) - 1, []],
    ['at 5 minutes', at(5), ['attention-1']],
    ['at 10 minutes', at(10), ['attention-2']],
    ['long after, with no number in the plan, no repeats', at(500), ['attention-2']],
  ])('立即 [4.1.1]: %s', (_, now, expected) => {
    expect(names(atOnce, now)).toEqual(expected);
  });

  test.each(['fulfilled', 'fulfilledOnTime', 'fulfilledLate', 'superseded', 'waived'] as const)(
    '%s never calls',
    (state) => {
      expect(names({ ...phone, state }, at(90))).toEqual([]);
      expect(names({ ...atOnce, state }, at(90))).toEqual([]);
    },
  );

  test("another unit's obligation is supervised, not alarmed", () => {
    expect(names({ ...phone, supervised: true }, at(90))).toEqual([]);
  });

  test('a corrected occurrence moves the due instant: another stage of the same clock', () => {
    const corrected = { ...phone, dueAt: at(25), dueSoonAt: at(15) };
    expect(stagesReached(corrected, at(31)).map(stageKey)).not.toEqual(stagesReached(phone, at(31)).map(stageKey));
  });

  test('the state of a board read earlier does not hold a stage back', () => {
    expect(names({ ...phone, state: 'pending' }, at(40))).toEqual(['due', 'repeat-2']);
  });
});

describe('stages of what is no obligation [ALARM-9]', () => {
  const task: Reminder = { key: 'i1/task/t1', from: at(10) };
  test.each([
    ['done at the very instant is in time', at(10), []],
    ['just after', at(10) + 1, ['remind-1']],
    ['until half an hour after', at(40) - 1, ['remind-1']],
    ['every half hour', at(40), ['remind-2']],
    ['after a gap the latest only', at(10 + 185), ['remind-7']],
  ])('%s', (_, now, expected) => {
    expect(remindersReached(task, now).map(({ stage }) => stage)).toEqual(expected);
  });

  test('a task from its due time, a unit from when it was expected, what has no time after half an hour', () => {
    const row = { key: 'k', incidentId: 'i1', incidentTitle: '', since: at(0) };
    const unit = { ...row, kind: 'unit', summonsId: 'u', unit: { id: null, name: '消防' }, enRouteAt: null } as const;
    expect(reminderOf({ ...unit, expectedAt: at(12) })).toEqual({ key: 'k', from: at(12) });
    expect(reminderOf({ ...unit, expectedAt: null })).toEqual({ key: 'k', from: at(30) });
    const party = { kind: 'other', id: null, name: '消防' } as never;
    const task = { ...row, kind: 'task', taskId: 't', what: '关阀', to: party, dueAt: at(7), overdue: false } as const;
    expect(reminderOf(task)).toEqual({ key: 'k', from: at(7) });
    expect(reminderOf({ ...row, kind: 'signature', signature: {} as never })).toEqual({ key: 'k', from: at(30) });
    const instruction = { ...row, kind: 'instruction', instructionId: 'o', from: '市长', text: '全力救治' } as const;
    expect(reminderOf(instruction)).toEqual({ key: 'k', from: at(30) });
    const request = { ...row, kind: 'reinforcement', requestId: 'q', to: 'provincialCommand', what: '泡沫' } as const;
    expect(reminderOf(request)).toEqual({ key: 'k', from: at(30) });
  });
});

describe('calls of an incident', () => {
  const incident = (clocks: Clock[], reminders: Reminder[] = []) => ({
    incidentId: 'i1',
    title: '泄漏',
    clocks,
    reminders,
  });
  const called = (change: Partial<Called>, ...calls: [Clock, number][]): Called => {
    const before = { ...nothingCalled(), ...change };
    for (const [clock, now] of calls) remember(before, stagesReached(clock, now));
    return before;
  };
  const plan = (clocks: Clock[], before: Called, now: number, turns: Turn[] = []) =>
    plannedCalls(incident(clocks), before, now, turns);
  const stages = (calls: ReturnType<typeof plannedCalls>) =>
    calls.map(({ stages: list }) => list.map(({ key, stage }) => `${key} ${stage}`));

  test('one call carries everything that has come', () => {
    expect(stages(plan([phone, written, atOnce], nothingCalled(), at(58)))).toEqual([
      ['i1/R2/city due', 'i1/R2/city repeat-5', 'i1/R3/city dueSoon', 'i1/R6/city attention-2'],
    ]);
  });

  test('[ALARM-3] what was called is not called again', () => {
    expect(plan([phone], called({ callAt: at(30) }, [phone, at(30)]), at(34))).toEqual([]);
  });

  test('[ALARM-2] a repeat waits until five minutes after any other call of the incident', () => {
    const before = called({ callAt: at(33) }, [phone, at(30)]);
    expect(plan([phone], before, at(38) - 1)).toEqual([]);
    expect(stages(plan([phone], before, at(38)))).toEqual([['i1/R2/city repeat-1']]);
  });

  test('[ALARM-1] a due instant never waits, and takes the waiting repeat along', () => {
    const other = { ...written, dueAt: at(36), dueSoonAt: at(26) };
    const before = called({ callAt: at(33) }, [phone, at(30)], [other, at(33)]);
    expect(stages(plan([phone, other], before, at(36)))).toEqual([['i1/R2/city repeat-1', 'i1/R3/city due']]);
  });

  test('[ALARM-4] within five minutes of the alarm it joins it, and is heard at its instant all the same', () => {
    const other = { ...written, dueAt: at(34), dueSoonAt: at(24) };
    const before = called({ callAt: at(30), alarm: { alarmId: 'a1', at: at(30) } }, [phone, at(30)], [other, at(30)]);
    expect(plan([phone, other], before, at(34))).toMatchObject([{ joins: 'a1', stages: [{ stage: 'due' }] }]);
    const later = { ...other, dueAt: at(35) };
    const stood = called({ callAt: at(30), alarm: { alarmId: 'a1', at: at(30) } }, [phone, at(30)], [later, at(30)]);
    expect(plan([phone, later], stood, at(35))).toMatchObject([{ joins: null }]);
  });

  test('[ALARM-4] an obligation that arose since the alarm is a new alarm', () => {
    const before = called({ callAt: at(60), alarm: { alarmId: 'a1', at: at(60) } }, [phone, at(60)]);
    expect(plan([phone, { ...written, arisenAt: at(61) }], before, at(61))).toMatchObject([
      { joins: null, stages: [{ key: 'i1/R3/city', stage: 'due' }] },
    ]);
    expect(plan([phone, { ...written, arisenAt: at(60) }], before, at(61))).toMatchObject([{ joins: 'a1' }]);
  });

  test('a clock set back does not silence what is still to come', () => {
    const before = called({ callAt: at(600), alarm: { alarmId: 'a1', at: at(600) } }, [phone, at(30)]);
    expect(plan([phone], before, at(40))).toMatchObject([{ joins: null, stages: [{ stage: 'repeat-2' }] }]);
  });

  test('[ALARM-7] what lies after a turn is called anew, what lies before is not', () => {
    const before = called({ callAt: at(90) }, [phone, at(90)], [written, at(50)], [written, at(90)]);
    const turns = [{ turn: 1, after: at(50) }];
    expect(stages(plan([phone, written], before, at(52), turns))).toEqual([]);
    expect(plan([phone, written], before, at(60), turns)).toMatchObject([
      {
        stages: [
          { stage: 'repeat-6', turn: 1 },
          { stage: 'due', turn: 1 },
        ],
      },
    ]);
  });

  test('[ALARM-3] however long it repeats, what is remembered of a clock stays as small', () => {
    const before = called({}, [phone, at(30)]);
    remember(before, stagesReached(phone, at(40)));
    const { size } = before.stages;
    for (let minute = 45; minute < 3000; minute += 5) remember(before, stagesReached(phone, at(minute)));
    expect(before.stages.size).toBe(size);
  });

  describe('reminders [ALARM-9]', () => {
    const task: Reminder = { key: 'i1/task/t1', from: at(10) };
    const signature: Reminder = { key: 'i1/signature/e1', from: at(12) };
    const remind = (clocks: Clock[], before: Called, now: number) =>
      plannedCalls(incident(clocks, [task, signature]), before, now, []).map(({ kind, stages: list }) => [
        kind,
        ...list.map(({ stage }) => stage),
      ]);

    test('are a call of their own, grouped, and never join an alarm', () => {
      expect(remind([phone], nothingCalled(), at(30))).toEqual([
        ['alarm', 'due'],
        ['reminder', 'remind-1', 'remind-1'],
      ]);
    });

    test('keep ten minutes from each other', () => {
      const before = called({ reminderAt: at(10) });
      remember(before, remindersReached(task, at(11)));
      expect(remind([], before, at(20) - 1)).toEqual([]);
      expect(remind([], before, at(20))).toEqual([['reminder', 'remind-1']]);
    });

    test('come with an alarm or five minutes after one, and hold none back', () => {
      expect(remind([], called({ callAt: at(9) }), at(13))).toEqual([]);
      expect(remind([], called({ callAt: at(9) }), at(14))).toEqual([['reminder', 'remind-1', 'remind-1']]);
      expect(remind([phone], called({ reminderAt: at(29) }), at(30))).toEqual([['alarm', 'due']]);
    });
  });
});
