/**
 * Qingdao 2013-11-22: what rules.md says the board shows at each of its instants, worked out by hand. Late by = sent −
 * due; 02:12 + 30 min = 02:42 by phone, + 60 min = 03:12 on paper.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { incidentAt, minutes, onlyRow, type PrintedLine, play, rowsOf, UNMET, utc } from './testing.ts';

const NIGHT = '2013-11-22T';
let lines: PrintedLine[];
beforeAll(() => {
  lines = play('qingdao-2013');
});

test('nothing is refused or asked back', () => {
  expect(lines.filter(({ ok }) => ok === false)).toEqual([]);
});

describe('03:10, at intake [plan 4.1.1, 4.1.2]', () => {
  const board = () => incidentAt(lines, `${NIGHT}03:10`);

  test('暂时无法判明 runs on the clocks of 较大; a leak proposes Ⅲ and starts nothing', () => {
    expect(board()).toMatchObject({
      key: 'qingdao',
      grade: 'undetermined',
      clockGrade: 'serious',
      clockGradeBasis: { kind: 'undetermined', clause: '4.1.2' },
      proposedLevel: 'III',
      level: null,
    });
  });

  test('R2 is 28 minutes late through late receipt, R3 has 2 minutes left', () => {
    expect(onlyRow(board(), 'R2')).toMatchObject({
      owedBy: 'office',
      to: 'city',
      form: 'phone',
      trigger: utc(`${NIGHT}02:12`),
      dueAt: utc(`${NIGHT}02:42`),
      state: 'overdue',
      flags: ['迟接报'],
      arisenAt: utc(`${NIGHT}03:10`),
      fulfilledAt: null,
      lateBySeconds: minutes(28),
      elapsedSeconds: null,
      clause: '4.1.2',
    });
    expect(onlyRow(board(), 'R3')).toMatchObject({
      form: 'written',
      dueAt: utc(`${NIGHT}03:12`),
      state: 'dueSoon',
      flags: [],
      lateBySeconds: 0,
    });
  });

  test('R0 and both R6 are immediate from receipt, O1 from the occurrence; nothing else is owed', () => {
    const immediate = { state: 'immediate', dueAt: null, lateBySeconds: null };
    expect(onlyRow(board(), 'R0')).toMatchObject({ ...immediate, to: null, form: null, elapsedSeconds: 0 });
    expect(rowsOf(board(), 'R6').map(({ to }) => to)).toEqual(['city', 'provincialEnergy']);
    expect(onlyRow(board(), 'O1')).toMatchObject({
      ...immediate,
      owedBy: 'operator',
      to: 'county',
      elapsedSeconds: minutes(58),
    });
    expect(board().obligations.map(({ rule }) => rule)).toEqual(['O1', 'R0', 'R2', 'R3', 'R6', 'R6']);
  });
});

describe('03:45, determined 一般 while only a leak is known', () => {
  const board = () => incidentAt(lines, `${NIGHT}03:45`);

  test('grade and clock grade are what was determined', () => {
    expect(board()).toMatchObject({
      grade: 'ordinary',
      clockGrade: 'ordinary',
      clockGradeBasis: { kind: 'determined' },
    });
  });

  test('what was met stays met, with its lateness', () => {
    expect(onlyRow(board(), 'R2')).toMatchObject({
      state: 'fulfilledLate',
      fulfilledAt: utc(`${NIGHT}03:16`),
      lateBySeconds: minutes(34),
    });
    expect(onlyRow(board(), 'R3')).toMatchObject({
      state: 'fulfilledLate',
      fulfilledAt: utc(`${NIGHT}03:25`),
      lateBySeconds: minutes(13),
    });
    expect(onlyRow(board(), 'R6', 'city')).toMatchObject({ state: 'fulfilled', elapsedSeconds: minutes(6) });
    expect(onlyRow(board(), 'R6', 'provincialEnergy')).toMatchObject({
      state: 'fulfilled',
      elapsedSeconds: minutes(8),
    });
    expect(onlyRow(board(), 'R0')).toMatchObject({ state: 'fulfilled', elapsedSeconds: minutes(25) });
  });

  test('R1 is owed now and was met by the earlier call, 4 minutes late', () => {
    expect(onlyRow(board(), 'R1')).toMatchObject({
      arisenAt: utc(`${NIGHT}03:35`),
      dueAt: utc(`${NIGHT}03:12`),
      state: 'fulfilledLate',
      fulfilledAt: utc(`${NIGHT}03:16`),
      lateBySeconds: minutes(4),
    });
  });

  test('each report to the city was copied to the safety committee: the call 2 minutes later, the paper at once [R7]', () => {
    expect(rowsOf(board(), 'R7').map(({ state, elapsedSeconds }) => [state, elapsedSeconds])).toEqual([
      ['fulfilled', minutes(2)],
      ['fulfilled', 0],
    ]);
  });

  test('the daily window opened by the call was closed by the paper; the next one falls away with the grade [U1]', () => {
    expect(rowsOf(board(), 'U1').map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ['fulfilledOnTime', utc('2013-11-23T03:16')],
      ['superseded', utc('2013-11-23T03:25')],
    ]);
  });
});

describe('12:00, after the explosion', () => {
  const board = () => incidentAt(lines, `${NIGHT}12:00`);

  test('较大 by determination, Ⅱ by judgement, Ⅲ proposed by confirmed facts', () => {
    expect(board()).toMatchObject({ grade: 'serious', clockGrade: 'serious', level: 'II', proposedLevel: 'III' });
  });

  test('the demand of 07:55 was answered 5 minutes late and restarted nothing [R9]', () => {
    expect(onlyRow(board(), 'R9')).toMatchObject({
      trigger: utc(`${NIGHT}07:55`),
      dueAt: utc(`${NIGHT}08:25`),
      state: 'fulfilledLate',
      fulfilledAt: utc(`${NIGHT}08:30`),
      lateBySeconds: minutes(5),
    });
    expect(rowsOf(board(), 'U1').at(-1)).toMatchObject({
      trigger: utc(`${NIGHT}11:05`),
      dueAt: utc('2013-11-23T11:05'),
      state: 'pending',
    });
  });

  test('the superseded window is owed again as a new row [rules §3, states]', () => {
    const again = rowsOf(board(), 'U1').filter(({ trigger }) => trigger === utc(`${NIGHT}03:25`));
    expect(again.map(({ state, arisenAt }) => [state, arisenAt])).toEqual([
      ['superseded', utc(`${NIGHT}03:25`)],
      ['fulfilledOnTime', utc(`${NIGHT}10:40`)],
    ]);
  });

  test('both starts were reported: Ⅲ to the command after 4, Ⅱ to the province’s command after 5 minutes', () => {
    expect(onlyRow(board(), 'L3')).toMatchObject({
      to: 'command',
      owedBy: 'office',
      state: 'fulfilled',
      elapsedSeconds: minutes(4),
    });
    expect(onlyRow(board(), 'L2')).toMatchObject({
      to: 'provincialCommand',
      owedBy: 'command',
      state: 'fulfilled',
      elapsedSeconds: minutes(5),
    });
  });
});

describe('14:26, one minute after 22 dead were recorded', () => {
  const board = () => incidentAt(lines, `${NIGHT}14:26`);

  test('determined 较大 beside 22 confirmed deaths: 重大 by the facts, Ⅰ proposed', () => {
    expect(board()).toMatchObject({
      grade: 'serious',
      clockGrade: 'major',
      clockGradeBasis: {
        kind: 'facts',
        matches: [{ of: 'major', subject: { kind: 'figure', id: 'dead' }, value: 22 }],
      },
      proposedLevel: 'I',
      level: 'II',
    });
  });

  test('the county’s four reports are newly owed and already past: 升级补报·立即 [R4, R5]', () => {
    const rows = [...rowsOf(board(), 'R4'), ...rowsOf(board(), 'R5')];
    expect(rows.map(({ rule, to, form }) => [rule, to, form])).toEqual([
      ['R4', 'city', 'phone'],
      ['R4', 'province', 'phone'],
      ['R5', 'city', 'written'],
      ['R5', 'province', 'written'],
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({
        owedBy: 'county',
        dueAt: utc(`${NIGHT}02:42`),
        arisenAt: utc(`${NIGHT}14:25`),
        state: 'overdue',
        flags: ['升级补报·立即'],
        lateBySeconds: minutes(11 * 60 + 44),
      });
    }
  });

  test('U1 gives way to U2, whose limit is the last report + 4 h; U4 and R8 are immediate', () => {
    expect(rowsOf(board(), 'U1').at(-1)?.state).toBe('superseded');
    expect(onlyRow(board(), 'U2')).toMatchObject({
      trigger: utc(`${NIGHT}11:05`),
      dueAt: utc(`${NIGHT}15:05`),
      state: 'pending',
      arisenAt: utc(`${NIGHT}14:25`),
    });
    expect(onlyRow(board(), 'U4')).toMatchObject({
      state: 'immediate',
      trigger: utc(`${NIGHT}14:25`),
      elapsedSeconds: minutes(1),
    });
    expect(onlyRow(board(), 'R8')).toMatchObject({ to: 'province', state: 'immediate', elapsedSeconds: minutes(1) });
  });
});

describe('18:40, under 特殊情况', () => {
  const board = () => incidentAt(lines, `${NIGHT}18:40`);

  test('one call at 14:30 met U2, U4 and R8', () => {
    const at1430 = utc(`${NIGHT}14:30`);
    expect(rowsOf(board(), 'U2')[0]).toMatchObject({ state: 'fulfilledOnTime', fulfilledAt: at1430 });
    expect(onlyRow(board(), 'U4')).toMatchObject({
      state: 'fulfilled',
      fulfilledAt: at1430,
      elapsedSeconds: minutes(5),
    });
    expect(onlyRow(board(), 'R8')).toMatchObject({ state: 'fulfilled', fulfilledAt: at1430 });
  });

  test('every 2 hours instead of 4: on time at 16:25, 10 minutes late at 18:35, the next by 20:35 [U3]', () => {
    expect(rowsOf(board(), 'U2').at(-1)).toMatchObject({
      trigger: utc(`${NIGHT}14:30`),
      dueAt: utc(`${NIGHT}18:30`),
      state: 'superseded',
    });
    expect(rowsOf(board(), 'U3').map(({ dueAt, state, lateBySeconds }) => [dueAt, state, lateBySeconds])).toEqual([
      [utc(`${NIGHT}16:30`), 'fulfilledOnTime', 0],
      [utc(`${NIGHT}18:25`), 'fulfilledLate', minutes(10)],
      [utc(`${NIGHT}20:35`), 'pending', 0],
    ]);
  });

  test('the county’s call came 11 h 58 min late, its paper 12 h 28 min', () => {
    for (const to of ['city', 'province']) {
      expect(onlyRow(board(), 'R4', to)).toMatchObject({
        state: 'fulfilledLate',
        lateBySeconds: minutes(11 * 60 + 58),
      });
      expect(onlyRow(board(), 'R5', to)).toMatchObject({
        state: 'fulfilledLate',
        lateBySeconds: minutes(12 * 60 + 28),
      });
    }
  });

  test('Ⅰ in force, reported to city and the province’s command [L1]', () => {
    expect(board()).toMatchObject({ grade: 'major', level: 'I' });
    expect(rowsOf(board(), 'L1').map(({ to, state, elapsedSeconds }) => [to, state, elapsedSeconds])).toEqual([
      ['city', 'fulfilled', minutes(6)],
      ['provincialCommand', 'fulfilled', minutes(6)],
    ]);
  });
});

describe('23:35, 35 dead', () => {
  const board = () => incidentAt(lines, `${NIGHT}23:35`);

  test('特别重大; back to every 4 hours from the report of 23:10', () => {
    expect(board()).toMatchObject({ grade: 'extraordinary', clockGrade: 'extraordinary' });
    expect(
      rowsOf(board(), 'U3')
        .slice(-2)
        .map(({ dueAt, state, lateBySeconds }) => [dueAt, state, lateBySeconds]),
    ).toEqual([
      [utc(`${NIGHT}23:05`), 'fulfilledLate', minutes(5)],
      [utc('2013-11-23T01:10'), 'superseded', 0],
    ]);
    expect(rowsOf(board(), 'U2').at(-1)).toMatchObject({
      trigger: utc(`${NIGHT}23:10`),
      dueAt: utc('2013-11-23T03:10'),
      state: 'pending',
    });
  });
});

describe('25 November 07:30, the last report before the end', () => {
  const board = () => incidentAt(lines, '2013-11-25T07:30');

  test('only the next follow-up is owed, by 11:10', () => {
    const unmet = board().obligations.filter(({ state }) => UNMET.includes(state));
    expect(unmet).toMatchObject([
      { rule: 'U2', trigger: utc('2013-11-25T07:10'), dueAt: utc('2013-11-25T11:10'), state: 'pending' },
    ]);
  });

  test('five changes of casualties, the fall of the injured among them, each told within 10 minutes [U4]', () => {
    expect(rowsOf(board(), 'U4').map(({ trigger, state, elapsedSeconds }) => [trigger, state, elapsedSeconds])).toEqual(
      [
        [utc(`${NIGHT}14:25`), 'fulfilled', minutes(5)],
        [utc(`${NIGHT}19:02`), 'fulfilled', minutes(8)],
        [utc('2013-11-23T08:05'), 'fulfilled', minutes(5)],
        [utc('2013-11-24T13:04'), 'fulfilled', minutes(6)],
        [utc('2013-11-25T07:03'), 'fulfilled', minutes(7)],
      ],
    );
  });

  test('the operator’s report is known by then; no row stands twice', () => {
    expect(onlyRow(board(), 'O1')).toMatchObject({ state: 'fulfilled', elapsedSeconds: minutes(58) });
    const keys = board().obligations.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

type PrintedResponse = {
  level: string;
  since: string;
  startedBy: string;
  decidedBy: string;
  pendingSignature: boolean;
};
const responseAt = (local: string) => incidentAt(lines, local)['response'] as PrintedResponse | null;
const groupAt = (local: string, id: string) =>
  (incidentAt(lines, local)['groups'] as { id: string }[]).find((group) => group.id === id);
const measuresAt = (local: string) =>
  incidentAt(lines, local)['measures'] as { id: string; clause: string; state: string }[];
const measureAt = (local: string, id: string) => measuresAt(local).find((measure) => measure.id === id);
/** How many items of a clause are listed. */
const listed = (local: string, clause: string) =>
  measuresAt(local).filter((measure) => measure.clause.startsWith(clause)).length;

describe('the response and who acts in it [rules §4, §5]', () => {
  test('none at intake: 先期处置 of operator (4) and county (7), and the five items of a leak [plan 4.2, 4.4.2]', () => {
    expect(responseAt(`${NIGHT}03:10`)).toBeNull();
    expect(incidentAt(lines, `${NIGHT}03:10`)['groups']).toEqual([]);
    expect(measuresAt(`${NIGHT}03:10`)).toHaveLength(16);
    expect([listed(`${NIGHT}03:10`, '4.2'), listed(`${NIGHT}03:10`, '4.4.2.1')]).toEqual([11, 5]);
  });

  test('12:00: Ⅱ since 11:10 by a deputy by phone, not signed for yet; Ⅲ was signed for at 11:40', () => {
    expect(responseAt(`${NIGHT}12:00`)).toEqual({
      level: 'II',
      since: utc(`${NIGHT}11:10`),
      startedBy: 'deputyCommander',
      decidedBy: 'deputyCommander',
      pendingSignature: true,
    });
  });

  test('12:00: Ⅱ brought its eight measures and kept the five of Ⅲ with what was done; fire its own three', () => {
    const at = `${NIGHT}12:00`;
    expect([listed(at, '4.3.1'), listed(at, '4.3.2'), listed(at, '4.3.3'), listed(at, '4.4.2.2')]).toEqual([
      5, 8, 0, 3,
    ]);
    expect(measureAt(at, 'm3-follow')).toEqual({ id: 'm3-follow', clause: '4.3.1 措施(1)', state: 'done' });
    expect(measureAt(at, 'm3-cross')?.state).toBe('notApplicable');
    expect(measureAt(at, 'fe-fight')?.state).toBe('assigned');
    expect(listed(at, '4.4.2.3')).toBe(0);
  });

  test('12:00: all nine groups stand; rescue works with two people and one task', () => {
    expect(incidentAt(lines, `${NIGHT}12:00`)['groups']).toHaveLength(9);
    expect(groupAt(`${NIGHT}12:00`, 'rescue')).toEqual({
      id: 'rescue',
      lead: 'fireRescue',
      state: 'working',
      people: 2,
      openTasks: 1,
    });
    expect(groupAt(`${NIGHT}12:00`, 'environment')).toMatchObject({ lead: 'ecology', state: 'inPlace', openTasks: 1 });
    // One engineer is in two groups at once: asked about, then recorded.
    expect(groupAt(`${NIGHT}12:00`, 'experts')).toMatchObject({ lead: 'energy', state: 'inPlace', people: 1 });
  });

  test('14:26: signed for, tasks finished, the environment list came with 环境影响', () => {
    const at = `${NIGHT}14:26`;
    expect(responseAt(at)).toMatchObject({ level: 'II', pendingSignature: false });
    expect(measureAt(at, 'fe-fight')?.state).toBe('done');
    expect(groupAt(at, 'rescue')).toMatchObject({ openTasks: 0 });
    expect(listed(at, '4.4.2.3')).toBe(3);
  });

  test('18:40: Ⅰ since 14:40 by the commander in person, with its six measures', () => {
    expect(responseAt(`${NIGHT}18:40`)).toEqual({
      level: 'I',
      since: utc(`${NIGHT}14:40`),
      startedBy: 'commander',
      decidedBy: 'commander',
      pendingSignature: false,
    });
    expect(listed(`${NIGHT}18:40`, '4.3.3')).toBe(6);
  });

  test('18:40: the province took over at 17:30; three days on Ⅰ runs still, nothing was decided by the city since', () => {
    for (const at of [`${NIGHT}18:40`, '2013-11-25T07:30']) {
      expect(responseAt(at)).toMatchObject({ level: 'I', since: utc(`${NIGHT}14:40`), startedBy: 'commander' });
    }
    const line = lines.find(({ type, at }) => type === 'TransferCommand' && at === utc(`${NIGHT}17:30`));
    expect(line).toMatchObject({ ok: true });
  });

  test('25 November 11:00: ended by the province that took over; final report after 10 minutes, nothing unmet', () => {
    const board = incidentAt(lines, '2013-11-25T11:00');
    expect(board['response']).toBeNull();
    expect(onlyRow(board, 'F1')).toMatchObject({ state: 'fulfilled', elapsedSeconds: minutes(10) });
    expect(board.obligations.filter(({ state }) => UNMET.includes(state))).toEqual([]);
    expect(
      (board['groups'] as { state: string; people: number }[]).map(({ state, people }) => [state, people]),
    ).toEqual(Array.from({ length: 9 }, () => ['withdrawn', 0]));
  });

  test('then the list of the time after, for 特别重大: who investigates and who evaluates [plan 5, 493号令 第19条]', () => {
    const after = measuresAt('2013-11-25T11:00')
      .filter(({ id }) => id.startsWith('aw-'))
      .map(({ id, state }) => [id, state]);
    expect(after).toEqual([
      ['aw-site', 'assigned'],
      ['aw-restart', 'open'],
      ['aw-costs', 'open'],
      ['aw-inv-extraordinary', 'open'],
      ['aw-sum-major', 'open'],
      ['aw-recovery', 'open'],
    ]);
  });
});
