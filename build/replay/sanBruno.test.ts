/** San Bruno 2010-09-09, replayed as if local: on time throughout, ended, closed, and a death on day 19 [493号令 第13条]. */
import { beforeAll, describe, expect, test } from 'vitest';
import { incidentAt, minutes, onlyRow, type PrintedLine, play, rowsOf, UNMET, utc } from './testing.ts';

const DAY = '2010-09-09T';
let lines: PrintedLine[];
beforeAll(() => {
  lines = play('san-bruno-2010');
});
const unmetAt = (local: string) => incidentAt(lines, local).obligations.filter(({ state }) => UNMET.includes(state));

test('nothing is refused or asked back', () => {
  expect(lines.filter(({ ok }) => ok === false)).toEqual([]);
});

test('18:27, at intake: 14 minutes left by phone, 44 on paper', () => {
  const board = incidentAt(lines, `${DAY}18:27`);
  expect(board).toMatchObject({ grade: 'undetermined', clockGrade: 'serious', proposedLevel: 'III', level: null });
  expect(onlyRow(board, 'R2')).toMatchObject({ dueAt: utc(`${DAY}18:41`), state: 'pending', flags: [] });
  expect(onlyRow(board, 'R3')).toMatchObject({ dueAt: utc(`${DAY}19:11`), state: 'pending' });
  expect(onlyRow(board, 'O1')).toMatchObject({ elapsedSeconds: minutes(16) });
});

test('23:51: both first reports were on time; 4 dead propose Ⅱ and ask for a follow-up', () => {
  const board = incidentAt(lines, `${DAY}23:51`);
  expect(board).toMatchObject({ grade: 'serious', clockGrade: 'serious', proposedLevel: 'II', level: 'III' });
  expect(onlyRow(board, 'R2')).toMatchObject({
    state: 'fulfilledOnTime',
    fulfilledAt: utc(`${DAY}18:36`),
    lateBySeconds: 0,
  });
  expect(onlyRow(board, 'R3')).toMatchObject({
    state: 'fulfilledOnTime',
    fulfilledAt: utc(`${DAY}19:05`),
    lateBySeconds: 0,
  });
  expect(onlyRow(board, 'R0')).toMatchObject({ state: 'fulfilled', elapsedSeconds: minutes(23) });
  expect(onlyRow(board, 'L3')).toMatchObject({ state: 'fulfilled', elapsedSeconds: minutes(3) });
  expect(unmetAt(`${DAY}23:51`).map(({ rule, state }) => [rule, state])).toEqual([
    ['U1', 'pending'],
    ['U4', 'immediate'],
  ]);
});

test('13 September 11:05: ended; the final report is open, follow-ups run on until it is sent [F1, U1]', () => {
  expect(incidentAt(lines, '2010-09-13T11:05')).toMatchObject({ level: null });
  expect(unmetAt('2010-09-13T11:05')).toMatchObject([
    {
      rule: 'F1',
      form: 'written',
      state: 'open',
      dueAt: null,
      trigger: utc('2010-09-13T11:00'),
      elapsedSeconds: minutes(5),
    },
    { rule: 'U1', state: 'pending', dueAt: utc('2010-09-14T10:30') },
  ]);
});

test('14 September 17:05: final report sent after 29 hours, nothing unmet, closed', () => {
  const board = incidentAt(lines, '2010-09-14T17:05');
  expect(onlyRow(board, 'F1')).toMatchObject({ state: 'fulfilled', elapsedSeconds: minutes(29 * 60) });
  expect(rowsOf(board, 'U1').at(-1)).toMatchObject({ trigger: utc('2010-09-14T09:00'), state: 'superseded' });
  expect(rowsOf(board, 'U1').filter(({ state }) => state === 'fulfilledLate')).toEqual([]);
  expect(unmetAt('2010-09-14T17:05')).toEqual([]);
});

describe('28 September, day 19: an eighth death', () => {
  test('is told at once, flagged as after day 7 of a fire; the closed incident owes nothing else', () => {
    expect(unmetAt('2010-09-28T09:05')).toMatchObject([
      {
        rule: 'S1',
        to: 'city',
        form: 'any',
        state: 'immediate',
        dueAt: null,
        flags: ['起火第7日后'],
        trigger: utc('2010-09-28T09:00'),
        elapsedSeconds: minutes(5),
      },
    ]);
  });
  test('is met by the supplementary report after 20 minutes, copied to the safety committee [R7]', () => {
    const board = incidentAt(lines, '2010-09-28T10:00');
    expect(onlyRow(board, 'S1')).toMatchObject({ state: 'fulfilled', elapsedSeconds: minutes(20) });
    expect(rowsOf(board, 'R7').at(-1)).toMatchObject({ state: 'fulfilled', elapsedSeconds: 0 });
    expect(unmetAt('2010-09-28T10:00')).toEqual([]);
  });
});
