import { describe, expect, test } from 'vitest';
import { stageKey } from '#shared/domain/alarm/alarm.ts';
import { type Clock, NOTHING_RAISED, plannedAlarms, stagesReached } from './plannedAlarms.ts';

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

describe('alarms of an incident', () => {
  const incident = (...clocks: Clock[]) => [{ incidentId: 'i1', clocks }];
  const raised =
    (lastAt: number, ...clocks: [Clock, number][]) =>
    () => ({
      lastAt,
      stages: new Set(clocks.flatMap(([clock, now]) => stagesReached(clock, now).map(stageKey))),
    });
  const stages = (plan: ReturnType<typeof plannedAlarms>) =>
    plan.map(({ stages: list }) => list.map(({ key, stage }) => `${key} ${stage}`));

  test('one alarm carries everything that has come', () => {
    expect(stages(plannedAlarms(incident(phone, written, atOnce), () => NOTHING_RAISED, at(58)))).toEqual([
      ['i1/R2/city due', 'i1/R2/city repeat-5', 'i1/R3/city dueSoon', 'i1/R6/city attention-2'],
    ]);
  });

  test('[ALARM-3] what was raised is not raised again', () => {
    expect(plannedAlarms(incident(phone), raised(at(30), [phone, at(30)]), at(34))).toEqual([]);
  });

  test('[ALARM-2] a repeat waits until five minutes after any other alarm of the incident', () => {
    const before = raised(at(33), [phone, at(30)]);
    expect(plannedAlarms(incident(phone), before, at(38) - 1)).toEqual([]);
    expect(stages(plannedAlarms(incident(phone), before, at(38)))).toEqual([['i1/R2/city repeat-1']]);
  });

  test('[ALARM-1] a due instant never waits, and takes the waiting repeat along', () => {
    const other = { ...written, dueAt: at(36), dueSoonAt: at(26) };
    const before = raised(at(33), [phone, at(30)], [other, at(33)]);
    expect(stages(plannedAlarms(incident(phone, other), before, at(36)))).toEqual([
      ['i1/R2/city repeat-1', 'i1/R3/city due'],
    ]);
  });

  test('a new obligation past due already calls at once, within the five minutes', () => {
    const before = raised(at(60), [phone, at(60)]);
    expect(stages(plannedAlarms(incident(phone, written), before, at(61)))).toEqual([['i1/R3/city due']]);
  });

  test('a clock set back does not silence what is still to come', () => {
    const before = raised(at(600), [phone, at(30)]);
    expect(stages(plannedAlarms(incident(phone), before, at(40)))).toEqual([['i1/R2/city repeat-2']]);
  });

  test('incidents are grouped each by itself', () => {
    const other = { incidentId: 'i2', clocks: [{ ...phone, key: 'i2/R2/city' }] };
    expect(
      plannedAlarms([...incident(phone), other], () => NOTHING_RAISED, at(30)).map((alarm) => alarm.incidentId),
    ).toEqual(['i1', 'i2']);
  });
});
