/** [ROSTER-1, ROSTER-2] Who is to be on duty when: gaps and double duty are shown, never forbidden; 零报告 once a day. */
import { describe, expect, test } from 'vitest';
import { commandSchema } from '../commands.ts';
import { at, refusal, TestDesk } from '../testing/testDesk.ts';
import type { RosterPerson } from './events.ts';
import { rosterFaults } from './faults.ts';
import { shiftKey } from './roster.ts';
import { dateOf, datesOfMonth, plusDays, plusMonths, shiftsOf } from './shifts.ts';
import { viewDutyToday, viewRoster } from './view.ts';

const ZONE = 'Asia/Shanghai';
const A: RosterPerson = { officerId: 'o1' };
const B: RosterPerson = { name: '李局长' };
const shift = (date: string, watch: RosterPerson, lead: RosterPerson, start = '08:00') => ({
  date,
  start,
  watch,
  lead,
});
const set = (...shifts: ReturnType<typeof shift>[]) => ({ type: 'SetRoster' as const, shifts });

describe('days and shifts', () => {
  test('a shift ends with the next one’s beginning, over midnight and months', () => {
    const [day, night] = shiftsOf('2013-11-30', ['08:00', '20:00'], ZONE);
    expect(day).toMatchObject({ startsAt: at('30 08:00'), endsAt: at('30 20:00') });
    expect(night?.endsAt).toBe(at('30 20:00') + 12 * 3_600_000);
  });

  test('the day is the plan’s zone’s, whatever the machine thinks', () => {
    expect(dateOf(Date.parse('2013-11-21T16:00:00Z'), ZONE)).toBe('2013-11-22');
    expect(dateOf(Date.parse('2013-11-21T15:59:59Z'), ZONE)).toBe('2013-11-21');
  });

  test('a day of 23 hours is a shift of 23 hours', () => {
    const [only] = shiftsOf('2026-03-28', ['08:00'], 'Europe/Berlin');
    expect(((only?.endsAt ?? 0) - (only?.startsAt ?? 0)) / 3_600_000).toBe(23);
  });

  test('months', () => {
    expect([datesOfMonth('2024-02').length, datesOfMonth('2026-02').length]).toEqual([29, 28]);
    expect([plusMonths('2026-01', -1), plusMonths('2026-12', 1), plusDays('2026-02-28', 1)]).toEqual([
      '2025-12',
      '2027-01',
      '2026-03-01',
    ]);
  });
});

describe('[ROSTER-1] what is wrong with it', () => {
  const faults = (...given: ReturnType<typeof shift>[]) => {
    const roster = Object.fromEntries(given.map(({ watch, lead, ...of }) => [shiftKey(of), { watch, lead }]));
    const shifts = given.flatMap(({ date, start }) =>
      shiftsOf(date, ['08:00'], ZONE).map((each) => ({ ...each, start })),
    );
    return rosterFaults(shifts, roster, {}).map(({ kind, date, ...rest }) => [
      date.slice(-2),
      kind,
      'duty' in rest ? rest.duty : rest.why,
    ]);
  };

  test.each([
    ['whole', [shift('2013-11-22', A, B)], []],
    ['nobody on watch', [shift('2013-11-22', null, B)], [['22', 'gap', 'watch']]],
    [
      'nobody at all',
      [shift('2013-11-22', null, null)],
      [
        ['22', 'gap', 'watch'],
        ['22', 'gap', 'lead'],
      ],
    ],
    ['one on both', [shift('2013-11-22', A, A)], [['22', 'double', 'both']]],
    [
      'two days running',
      [shift('2013-11-22', A, B), shift('2013-11-23', A, null)],
      [
        ['23', 'gap', 'lead'],
        ['23', 'double', 'running'],
      ],
    ],
    ['a leader may lead for days', [shift('2013-11-22', A, B), shift('2013-11-23', { name: '乙' }, B)], []],
    [
      'the same name twice is one person',
      [shift('2013-11-22', B, null), shift('2013-11-23', B, A)],
      [
        ['22', 'gap', 'lead'],
        ['23', 'double', 'running'],
      ],
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(faults(...given)).toEqual(expected);
  });

  test('a month shows whether somebody stays on from the month before', () => {
    const desk = new TestDesk().do(set(shift('2013-11-30', A, B), shift('2013-12-01', A, B)));
    const { faults: found, shifts } = viewRoster(desk.context.desk, '2013-12-01', '2013-12-01', ZONE);
    expect(shifts).toMatchObject([{ date: '2013-12-01', watch: A, lead: B }]);
    expect(found).toMatchObject([{ kind: 'double', why: 'running' }]);
  });
});

describe('setting it', () => {
  test('what is said stands, the rest stays, and only what changed is recorded', () => {
    const desk = new TestDesk().do(set(shift('2013-11-22', A, B), shift('2013-11-23', B, A)));
    desk.do(set(shift('2013-11-22', A, B), shift('2013-11-23', null, A)));
    expect(desk.lastPayload()).toEqual({ shifts: [shift('2013-11-23', null, A)] });
    expect(desk.context.desk.roster.shifts).toEqual({
      '2013-11-22 08:00': { watch: A, lead: B },
      '2013-11-23 08:00': { watch: null, lead: A },
    });
    expect(refusal(desk.ask(set(shift('2013-11-22', A, B)))).code).toBe('nothingChanged');
  });

  test('a stranger’s id and a shift twice are refused', () => {
    const desk = new TestDesk();
    expect(refusal(desk.ask(set(shift('2013-11-22', { officerId: 'o9' }, null)))).code).toBe('unknownOfficer');
    expect(refusal(desk.ask(set(shift('2013-11-22', A, null), shift('2013-11-22', B, null)))).code).toBe('shiftTwice');
  });

  test.each([
    ['2013-02-30', '08:00'],
    ['2013-2-3', '08:00'],
    ['2013-11-22', '24:00'],
    ['2013-11-22', '8:00'],
  ])('%s %s is refused at the boundary', (date, start) => {
    expect(commandSchema.safeParse(set(shift(date, A, B, start))).success).toBe(false);
  });

  test.each([[[]], [['20:00', '08:00']], [['08:00', '08:00']], [['00:00', '06:00', '12:00', '18:00', '23:00']]])(
    'handover times %j are refused',
    (starts) => {
      const command = { type: 'SetDutySettings', starts, zeroReportBy: null };
      expect(commandSchema.safeParse(command).success).toBe(false);
    },
  );
});

describe('[ROSTER-2] what wants somebody', () => {
  const today = (desk: TestDesk, time = '03:10') => viewDutyToday(desk.context.desk, at(time), ZONE);

  test('gaps from the shift that runs to seven days ahead, and none on a desk that keeps no roster', () => {
    expect(today(new TestDesk()).gaps).toEqual([]);
    const days = ['21', '22', '23', '24', '25', '26', '27', '28', '29', '30'];
    const desk = new TestDesk().do(
      set(...days.map((day) => shift(`2013-11-${day}`, Number(day) % 2 === 0 ? A : null, B))),
    );
    // At 03:10 of the 22nd the shift of the 21st still runs.
    expect(today(desk).gaps.map(({ date }) => date.slice(-2))).toEqual(['21', '23', '25', '27']);
    expect(today(desk, '08:00').gaps.map(({ date }) => date.slice(-2))).toEqual(['23', '25', '27', '29']);
  });

  test('零报告 is due each day until it was made, and says it is seen again when something changes', () => {
    const desk = new TestDesk();
    expect(today(desk).zeroReport).toMatchObject({ date: '2013-11-22', dueAt: at('17:00'), reported: null });
    expect(today(desk).nextChangeAt).toBe(at('08:00'));
    desk.do({ type: 'RecordZeroReport', date: '2013-11-22', to: '市委值班室' });
    expect(today(desk).zeroReport?.reported).toMatchObject({ at: at('03:10'), to: '市委值班室' });
    expect(viewDutyToday(desk.context.desk, at('23 00:00'), ZONE).zeroReport?.reported).toBeNull();
  });

  test('once a day, of today or the week past; not where the desk makes none', () => {
    const report = (date: string) => ({ type: 'RecordZeroReport', date, to: '市委值班室' }) as const;
    const desk = new TestDesk().do(report('2013-11-22')).do(report('2013-11-15'));
    expect(refusal(desk.ask(report('2013-11-22'))).code).toBe('nothingChanged');
    for (const date of ['2013-11-23', '2013-11-14']) expect(refusal(desk.ask(report(date))).code).toBe('notThatDay');
    desk.do({ type: 'SetDutySettings', starts: ['08:00'], zeroReportBy: null });
    expect(today(desk).zeroReport).toBeNull();
  });
});
