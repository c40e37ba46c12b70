import { describe, expect, test } from 'vitest';
import { at, jincheng, phone, TestIncident, written } from '../testing/testIncident.ts';

const plan = jincheng();
const timely = (): TestIncident => new TestIncident(plan, { received: '02:20' });
const late = (): TestIncident => new TestIncident(plan);
const iso = (instant: number | null): string =>
  instant === null ? 'none' : new Date(instant + 8 * 3_600_000).toISOString().slice(8, 19).replace('T', ' ');

describe('4.1.2: clocks start at the event, not at receipt', () => {
  test('an undetermined incident owes phone in 30 and written in 60 minutes from 02:12', () => {
    const incident = timely();
    expect(iso(incident.row('02:21', 'R2').dueAt)).toBe('22 02:42:00');
    expect(iso(incident.row('02:21', 'R3').dueAt)).toBe('22 03:12:00');
    expect(incident.rows('02:21', 'R1')).toEqual([]);
  });

  test.each([
    ['02:31:59', 'pending'],
    ['02:32:00', 'dueSoon'],
    ['02:42:00', 'dueSoon'],
    ['02:42:01', 'overdue'],
  ])('R2 due 02:42 is at %s %s: the last instant is still in time [7.2(3)]', (now, state) => {
    expect(timely().row(now, 'R2').state).toBe(state);
  });

  test.each([
    ['03:02:00', 'dueSoon'],
    ['03:01:59', 'pending'],
  ])('R3 (60 min) is at %s %s: 10 minutes is longer than an eighth', (now, state) => {
    expect(timely().row(now, 'R3').state).toBe(state);
  });

  test('received at 03:10: the phone report is overdue by 28 minutes, said to be by late receipt', () => {
    const row = late().row('03:10', 'R2');
    expect([row.state, row.lateBySeconds, row.flags, iso(row.arisenAt)]).toEqual([
      'overdue',
      28 * 60,
      ['lateReceipt'],
      '22 03:10:00',
    ]);
    const writtenRow = late().row('03:10', 'R3');
    expect([writtenRow.state, writtenRow.flags]).toEqual(['dueSoon', []]);
  });

  test('occurrence unknown: the earliest credible time known stands in; correcting it recomputes every clock', () => {
    const incident = new TestIncident(plan, { occurred: null, discovered: '02:31' });
    expect(iso(incident.row('03:11', 'R2').dueAt)).toBe('22 03:01:00');
    expect(incident.at('03:11').times.clockStartAssumedFrom).toBe('discovered');
    incident.times('03:20', { occurred: '02:12' });
    expect(iso(incident.row('03:19', 'R2').dueAt)).toBe('22 03:01:00');
    expect(iso(incident.row('03:20', 'R2').dueAt)).toBe('22 02:42:00');
    expect(iso(incident.row('03:20', 'R3').dueAt)).toBe('22 03:12:00');
  });

  test('lateness that only a corrected occurrence time brings is told apart', () => {
    const incident = timely().report('02:40', phone).times('02:50', { occurred: '02:00' });
    expect(incident.row('02:49', 'R2').state).toBe('fulfilledOnTime');
    const row = incident.row('02:50', 'R2');
    expect([row.state, row.lateBySeconds, row.flags]).toEqual(['fulfilledLate', 600, ['occurrenceCorrected']]);
  });
});

describe('7.2(3): sent times known to the minute are compared with the due minute', () => {
  test.each([
    ['02:42', 'fulfilledOnTime', 0],
    ['02:42:00', 'fulfilledOnTime', 0],
    ['02:42:01', 'fulfilledLate', 1],
    ['02:43', 'fulfilledLate', 60],
  ])('phone report sent %s → %s', (sent, state, lateBySeconds) => {
    const row = timely().report(sent, phone).row('05:00', 'R2');
    expect([row.state, row.lateBySeconds]).toEqual([state, lateBySeconds]);
  });

  test('due at 02:42:30, sent "02:42" to the minute is in time', () => {
    const incident = new TestIncident(plan, { occurred: '02:12:30', received: '02:20' }).report('02:42', phone);
    expect(incident.row('05:00', 'R2').state).toBe('fulfilledOnTime');
  });
});

describe('rules §3: what a report fulfils', () => {
  test('a phone report never fulfils a written one', () => {
    const incident = timely().report('02:30', phone);
    expect([incident.row('02:31', 'R2').state, incident.row('02:31', 'R3').state]).toEqual([
      'fulfilledOnTime',
      'pending',
    ]);
  });

  test('to another recipient, by another unit or of another kind it does not count', () => {
    const incident = timely()
      .report('02:25', { ...phone, recipients: ['province'] })
      .report('02:26', { ...phone, unit: 'county' })
      .report('02:27', { ...phone, kind: 'verification' })
      .report('02:28', { ...phone, kind: 'response' });
    expect(incident.row('02:30', 'R2').state).toBe('pending');
  });

  test('one record may fulfil several: R2, both R6 and R7 by one call', () => {
    const incident = timely().report('02:30', {
      ...phone,
      recipients: ['city', 'provincialEnergy', 'safetyCommittee'],
    });
    expect(incident.row('02:31', 'R2').state).toBe('fulfilledOnTime');
    expect(incident.states('02:31', 'R6')).toEqual(['fulfilled', 'fulfilled']);
    const r7 = incident.row('02:31', 'R7');
    expect([r7.state, r7.elapsedSeconds]).toEqual(['fulfilled', 0]);
  });

  test('a verification reply meets R6 of nobody', () => {
    expect(
      timely()
        .report('02:30', { ...phone, kind: 'verification' })
        .states('02:31', 'R6'),
    ).toEqual(['immediate', 'immediate']);
  });

  test('striking a report reopens its clocks', () => {
    const incident = timely().report('02:30', phone);
    const reportEntry = incident.facts.at(-1)?.entryId ?? '';
    incident.strike('02:50', reportEntry);
    expect(incident.row('02:49', 'R2').state).toBe('fulfilledOnTime');
    expect(incident.row('02:50', 'R2').state).toBe('overdue');
  });
});

describe('4.1.1: 立即 has no number, so none is invented', () => {
  test('R0 and R6 run from receipt, without a due instant, and never become overdue', () => {
    const row = late().row('09:10', 'R6', 'city');
    expect([row.state, row.dueAt, row.lateBySeconds, row.elapsedSeconds]).toEqual(['immediate', null, null, 6 * 3600]);
    expect(row.attentionAt.map(iso)).toEqual(['22 03:15:00', '22 03:20:00']);
  });

  test('R0 is met by the first determination', () => {
    const incident = late().determine('03:25', 'ordinary', 'first').determine('03:40', 'serious');
    const row = incident.row('04:00', 'R0');
    expect([row.state, row.elapsedSeconds, row.fulfilledBy]).toEqual(['fulfilled', 900, 'first']);
  });

  test('O1 runs from the event and is met by the operator telling the county', () => {
    const incident = late().report('03:30', { unit: 'operator', recipients: ['county'] });
    const row = incident.row('04:00', 'O1');
    expect([row.state, row.elapsedSeconds, row.supervised]).toEqual(['fulfilled', 78 * 60, true]);
  });
});

describe('4.1.2: the grade changes what is owed', () => {
  test('determined ordinary: R1 by 03:12, the unmet R2 and R3 superseded with the lateness they had', () => {
    const incident = timely().determine('03:00', 'ordinary');
    const r2 = incident.row('04:00', 'R2');
    expect([r2.state, r2.lateBySeconds]).toEqual(['superseded', 18 * 60]);
    expect(incident.row('04:00', 'R3').state).toBe('superseded');
    const r1 = incident.row('03:02', 'R1');
    expect([iso(r1.dueAt), iso(r1.arisenAt), r1.state]).toEqual(['22 03:12:00', '22 03:00:00', 'dueSoon']);
  });

  test('a phone report made before counts for R1', () => {
    const row = timely().report('02:30', phone).determine('03:00', 'ordinary').row('03:01', 'R1');
    expect(row.state).toBe('fulfilledOnTime');
  });

  test('fulfilled is final: R2 stays when the rule stops, and comes back as no second row', () => {
    const incident = timely().report('02:30', phone).determine('03:00', 'ordinary').determine('03:30', 'serious');
    expect(incident.states('04:00', 'R2')).toEqual(['fulfilledOnTime']);
    const r3 = incident.rows('04:00', 'R3');
    expect(r3.map((row) => [row.state, iso(row.arisenAt)])).toEqual([
      ['superseded', '22 02:20:00'],
      ['overdue', '22 03:30:00'],
    ]);
    expect(r3.map((row) => row.key)).toEqual(['qd/R3/city/occurrence/1', 'qd/R3/city/occurrence/2']);
  });

  test('22 dead at 14:23: county phone and written reports are newly owed and already past due: 升级补报·立即', () => {
    const incident = late().figures('14:23', { dead: 22 });
    for (const rule of ['R4', 'R5']) {
      for (const to of ['city', 'province']) {
        const row = incident.row('14:24', rule, to);
        expect([row.owedBy, row.state, row.flags, iso(row.dueAt), iso(row.arisenAt)]).toEqual([
          'county',
          'overdue',
          ['escalatedNow'],
          '22 02:42:00',
          '22 14:23:00',
        ]);
      }
    }
    expect(incident.rows('14:22', 'R4')).toEqual([]);
  });

  test('R8 is optional: it runs from when it arose, and may be waived', () => {
    const incident = late().figures('14:23', { dead: 22 });
    const row = incident.row('14:30', 'R8');
    expect([row.state, row.elapsedSeconds, row.optional]).toEqual(['immediate', 420, true]);
    expect(incident.waive('14:31', 'R8').row('18:00', 'R8').state).toBe('waived');
  });

  test('a county report made before the grade rose counts for R4', () => {
    const incident = late()
      .report('03:15', { unit: 'county', recipients: ['city'], sent: { at: at('02:40'), precision: 'minute' } })
      .figures('14:23', { dead: 22 });
    expect(incident.row('14:24', 'R4', 'city').state).toBe('fulfilledOnTime');
    expect(incident.row('14:24', 'R4', 'province').state).toBe('overdue');
  });

  test('the threshold of a running outage makes things owed by itself, at that very instant', () => {
    const incident = timely().outage('02:25', '02:25').determine('02:30', 'ordinary').report('02:35', written);
    expect(incident.rows('23 02:24:59', 'U1')).toEqual([]);
    expect(incident.at('23 02:25').clockGrade).toBe('serious');
    const r2 = incident.rows('23 02:25', 'R2').at(-1);
    expect([r2?.state, iso(r2?.arisenAt ?? null), r2?.flags, r2?.cause.entryId]).toEqual([
      'overdue',
      '23 02:25:00',
      ['escalatedNow'],
      null,
    ]);
  });
});

describe('4.1.1: R7 to the work-safety committee at the same time', () => {
  test('owed from the report to the city, met by one sent at or after it', () => {
    const incident = timely().report('02:30', { ...phone, id: 'a' });
    expect([incident.row('02:36', 'R7').state, incident.row('02:36', 'R7').elapsedSeconds]).toEqual(['immediate', 360]);
    incident.report('02:37', { recipients: ['safetyCommittee'] });
    expect([incident.row('03:00', 'R7').state, incident.row('03:00', 'R7').elapsedSeconds]).toEqual(['fulfilled', 420]);
  });

  test('one sent before the trigger does not count', () => {
    const incident = timely()
      .report('02:25', { recipients: ['safetyCommittee'] })
      .report('02:30', phone);
    expect(incident.row('02:31', 'R7').state).toBe('immediate');
  });

  test('several unmet merge into one; after it is met the next report brings a new row', () => {
    const incident = timely()
      .report('02:30', { ...phone, id: 'a' })
      .report('02:50', { ...written, id: 'b' })
      .report('03:00', { recipients: ['safetyCommittee'] })
      .report('04:00', { kind: 'followUp', id: 'c' });
    expect(incident.rows('05:00', 'R7').map((row) => [row.triggerId, row.state])).toEqual([
      ['a', 'fulfilled'],
      ['c', 'immediate'],
    ]);
  });

  test('not while the clock grade is ordinary', () => {
    expect(timely().determine('02:25', 'ordinary').report('02:30', phone).rows('02:40', 'R7')).toEqual([]);
  });

  test('marked not a 生产安全事故 it is superseded; taken back it is a new row', () => {
    const incident = timely().report('02:30', phone).mark('02:40', 'productionSafety', 'no');
    expect(incident.states('02:41', 'R7')).toEqual(['superseded']);
    incident.mark('02:50', 'productionSafety', 'unknown');
    expect(incident.rows('02:51', 'R7').map((row) => [row.state, iso(row.arisenAt)])).toEqual([
      ['superseded', '22 02:30:00'],
      ['immediate', '22 02:50:00'],
    ]);
  });
});

describe('4.1.2: R9, a demand to verify is answered in 30 minutes', () => {
  test('one per demand, from the demand; only a report naming it counts', () => {
    const incident = timely()
      .demand('14:12', 'd1', '14:10')
      .demand('14:20', 'd2')
      .report('14:30', { kind: 'verification' })
      .report('14:40', { kind: 'verification', demandId: 'd1' });
    const [first, second] = incident.rows('14:51', 'R9');
    expect([first?.state, iso(first?.dueAt ?? null), first?.demandId]).toEqual([
      'fulfilledOnTime',
      '22 14:40:00',
      'd1',
    ]);
    expect([second?.state, second?.lateBySeconds]).toEqual(['overdue', 60]);
  });

  test('核实反馈 resets no follow-up window', () => {
    const incident = timely()
      .report('02:30', phone)
      .demand('03:00', 'd')
      .report('03:10', { kind: 'verification', demandId: 'd' });
    expect(incident.rows('04:00', 'U1').map((row) => iso(row.dueAt))).toEqual(['23 02:30:00']);
  });
});

describe('4.1.3(2): follow-up windows', () => {
  test('serious: 24 h rolling from the last report; each report closes one window and opens the next', () => {
    const incident = timely()
      .report('02:30', { ...phone, id: 'a' })
      .report('03:05', { ...written, id: 'b' });
    expect(incident.rows('03:06', 'U1').map((row) => [row.triggerId, row.state, iso(row.dueAt)])).toEqual([
      ['a', 'fulfilledOnTime', '23 02:30:00'],
      ['b', 'pending', '23 03:05:00'],
    ]);
  });

  test.each([
    ['23 00:04:59', 'pending'],
    ['23 00:05:00', 'dueSoon'],
    ['23 03:05:00', 'dueSoon'],
    ['23 03:05:01', 'overdue'],
  ])('a 24 h window is at %s %s: an eighth is longer than ten minutes', (now, state) => {
    expect(timely().report('03:05', written).row(now, 'U1').state).toBe(state);
  });

  test('no window before the first report, none for an ordinary grade', () => {
    expect(timely().rows('09:00', 'U1')).toEqual([]);
    expect(timely().determine('02:25', 'ordinary').report('02:30', phone).rows('09:00', 'U1')).toEqual([]);
  });

  test('a rising grade makes it last report + 4 h, even when that is past: 升级补报·立即', () => {
    const incident = timely()
      .report('03:05', { ...written, id: 'b' })
      .figures('14:23', { dead: 22 });
    const u1 = incident.row('14:23', 'U1');
    const u2 = incident.row('14:23', 'U2');
    expect(u1.state).toBe('superseded');
    expect([u2.state, iso(u2.dueAt), u2.flags, u2.triggerId]).toEqual([
      'overdue',
      '22 07:05:00',
      ['escalatedNow'],
      'b',
    ]);
  });

  test('special circumstances make it 2 h, and back', () => {
    const incident = timely()
      .figures('02:25', { dead: 12 })
      .report('03:00', phone)
      .setSwitch('03:30', 'specialCircumstances', true);
    expect(iso(incident.row('03:31', 'U3').dueAt)).toBe('22 05:00:00');
    expect(incident.row('03:31', 'U2').state).toBe('superseded');
    incident.setSwitch('04:00', 'specialCircumstances', false);
    expect(incident.rows('04:01', 'U2').map((row) => [row.state, row.key])).toEqual([
      ['superseded', 'qd/U2/city/r3/1'],
      ['pending', 'qd/U2/city/r3/2'],
    ]);
  });

  test('a window met under U1 is not owed again under U2', () => {
    const incident = timely()
      .report('02:30', { ...phone, id: 'a' })
      .report('03:05', { ...written, id: 'b' })
      .figures('03:10', { dead: 12 });
    expect(incident.rows('03:11', 'U2').map((row) => row.triggerId)).toEqual(['b']);
  });

  test('a report entered late, between two others, closes the earlier window at its own sent instant and opens its own', () => {
    const incident = timely()
      .figures('02:25', { dead: 12 })
      .report('03:00', { ...phone, id: 'a' })
      .report('12:00', { kind: 'followUp', id: 'c' })
      .report('12:30', { kind: 'followUp', id: 'b', sent: { at: at('06:30'), precision: 'minute' } });
    expect(incident.rows('13:00', 'U2').map((row) => `${row.triggerId} ${row.state} ${iso(row.fulfilledAt)}`)).toEqual(
      expect.arrayContaining(['a fulfilledOnTime 22 06:30:00', 'b fulfilledLate 22 12:00:00', 'c pending none']),
    );
  });

  test('a sent final report stops them; struck, they run again', () => {
    const incident = timely()
      .report('03:05', written)
      .report('09:00', { kind: 'final', ...written });
    const finalEntry = incident.facts.at(-1)?.entryId ?? '';
    expect(incident.states('09:01', 'U1')).toEqual(['superseded']);
    incident.strike('09:30', finalEntry);
    expect(incident.states('09:31', 'U1')).toEqual(['superseded', 'pending']);
  });

  test('they run on when the response is terminated', () => {
    const incident = timely().report('03:05', written).level('04:00', 'III').level('08:00', null);
    expect(incident.row('09:00', 'U1').state).toBe('pending');
  });
});

describe('4.1.3(2): U4, changed casualties are reported at once', () => {
  const reported = (): TestIncident => timely().figures('02:25', { dead: 0, injured: 5 }).report('02:30', phone);

  test.each([
    ['dead', 1, true],
    ['injured', 4, true],
    ['injured', 5, false],
    ['seriouslyInjured', 1, true],
    ['trapped', 2, true],
    ['missing', 2, true],
    ['missing', 0, false],
    ['atRisk', 50, false],
    ['evacuated', 900, false],
    ['directLoss', 10, false],
  ])('%s → %d after the first report owes one: %s', (figure, n, owed) => {
    const rows = reported()
      .figures('03:00', { [figure]: n }, { id: 'change' })
      .rows('03:01', 'U4');
    expect(rows.map((row) => [row.triggerId, row.state, iso(row.arisenAt)])).toEqual(
      owed ? [['change', 'immediate', '22 03:00:00']] : [],
    );
  });

  test('正在核实 is no change', () => {
    expect(
      reported()
        .figures('03:00', { dead: { kind: 'unknown' } })
        .rows('03:01', 'U4'),
    ).toEqual([]);
  });

  test('nothing before the first report', () => {
    expect(
      timely().figures('02:25', { dead: 1 }).figures('02:28', { dead: 2 }).report('02:30', phone).rows('02:40', 'U4'),
    ).toEqual([]);
  });

  test('met only by a report sent at or after the entry', () => {
    const incident = reported()
      .figures('03:00', { dead: 1 })
      .report('03:05', { kind: 'followUp', sent: { at: at('02:58'), precision: 'minute' } });
    expect(incident.row('03:06', 'U4').state).toBe('immediate');
    incident.report('03:07', { kind: 'followUp' });
    expect([incident.row('03:08', 'U4').state, incident.row('03:08', 'U4').elapsedSeconds]).toEqual(['fulfilled', 420]);
  });

  test('each change is a row of its own; one follow-up meets them all', () => {
    const incident = reported()
      .figures('03:00', { dead: 1 })
      .figures('03:10', { dead: 2 })
      .report('03:20', { kind: 'followUp' });
    expect(incident.states('03:21', 'U4')).toEqual(['fulfilled', 'fulfilled']);
  });

  test('a typing error struck before anyone was told leaves nothing owed', () => {
    const incident = reported().figures('03:00', { dead: 220 }, { id: 'typo' }).strike('03:01', 'typo');
    expect(incident.states('03:02', 'U4')).toEqual(['superseded']);
  });

  test('struck after it was reported, the strike itself must be reported', () => {
    const incident = reported()
      .figures('03:00', { dead: 220 }, { id: 'typo' })
      .report('03:01', { kind: 'followUp' })
      .strike('03:10', 'typo');
    expect(incident.states('03:11', 'U4')).toEqual(['fulfilled', 'immediate']);
  });
});

describe('4.3: response levels owe their reports when put in force from a lower one or none', () => {
  test('III: office to command; II: command to province command; I: command to city and province command', () => {
    const incident = timely().level('03:00', 'III').level('04:00', 'II').level('05:00', 'I');
    const shape = (rule: string): unknown =>
      incident.rows('06:00', rule).map((row) => [row.owedBy, row.to, row.state, row.elapsedSeconds]);
    expect(shape('L3')).toEqual([['office', 'command', 'immediate', 3 * 3600]]);
    expect(shape('L2')).toEqual([['command', 'provincialCommand', 'immediate', 2 * 3600]]);
    expect(shape('L1')).toEqual([
      ['command', 'city', 'immediate', 3600],
      ['command', 'provincialCommand', 'immediate', 3600],
    ]);
  });

  test('the office, as the standing body, fulfils what the command owes [2.1]', () => {
    const incident = timely()
      .level('05:00', 'I')
      .report('05:04', { kind: 'response', recipients: ['provincialCommand', 'city'] });
    expect(incident.states('06:00', 'L1')).toEqual(['fulfilled', 'fulfilled']);
  });

  test('going down owes nothing; going up again owes anew', () => {
    const incident = timely().level('03:00', 'I').level('04:00', 'II').level('05:00', 'I');
    expect(incident.rows('06:00', 'L2')).toEqual([]);
    expect(incident.rows('06:00', 'L1', 'city')).toHaveLength(2);
  });

  /** Hand-written from rules §3: owed when a level is put in force from a lower one or none. */
  test.each<[string, (string | null)[], Record<string, number>]>([
    ['none → I owes L1 alone', ['I'], { L1: 1, L2: 0, L3: 0 }],
    ['none → II owes L2 alone', ['II'], { L1: 0, L2: 1, L3: 0 }],
    ['step by step up owes each', ['III', 'II', 'I'], { L1: 1, L2: 1, L3: 1 }],
    ['III → I skips L2', ['III', 'I'], { L1: 1, L2: 0, L3: 1 }],
    ['down owes nothing', ['I', 'II', 'III'], { L1: 1, L2: 0, L3: 0 }],
    ['down, then up by one, owes what is entered upward', ['I', 'III', 'II'], { L1: 1, L2: 1, L3: 0 }],
    ['down and up again owes anew', ['II', 'III', 'II'], { L1: 0, L2: 2, L3: 0 }],
    ['ended and started again owes anew', ['II', null, 'II'], { L1: 0, L2: 2, L3: 0 }],
    ['ended and started lower owes the lower', ['I', null, 'III'], { L1: 1, L2: 0, L3: 1 }],
    ['ended owes none of them', ['III', null], { L1: 0, L2: 0, L3: 1 }],
  ])('%s', (_name, levels, owed) => {
    const [apart, atOnce] = [timely(), timely()];
    for (const [index, level] of levels.entries()) {
      apart.level(`03:0${index}`, level);
      // Several changes at one instant: their order in the log tells them apart.
      atOnce.level('03:00', level, index + 1);
    }
    for (const incident of [apart, atOnce]) {
      const { level, obligations } = incident.at('04:00');
      expect(level).toBe(levels.at(-1));
      const counts = Object.keys(owed).map((id) => [
        id,
        obligations.filter(({ rule, to }) => rule === id && to !== 'city').length,
      ]);
      expect(Object.fromEntries(counts)).toEqual(owed);
      const unmet = incident.states('04:00', 'F1').filter((state) => state !== 'superseded');
      expect(unmet).toEqual(levels.at(-1) === null ? ['open'] : []);
    }
  });

  test('ended and started again at one instant: no final report is owed, whichever entry is read first', () => {
    const incident = timely().level('03:00', 'II', 1).level('04:00', 'III', 3).level('04:00', null, 2);
    expect([incident.at('05:00').level, incident.rows('05:00', 'F1'), incident.states('05:00', 'L3')]).toEqual([
      'III',
      [],
      ['immediate'],
    ]);
  });

  test('met anew each time: the report of the first start does not meet the second', () => {
    const incident = timely()
      .level('03:00', 'III')
      .report('03:05', { kind: 'response', recipients: ['command'] })
      .level('04:00', null)
      .level('05:00', 'III');
    expect(incident.states('06:00', 'L3')).toEqual(['fulfilled', 'immediate']);
    incident.report('06:00', { kind: 'response', recipients: ['command'] });
    expect(incident.states('06:01', 'L3')).toEqual(['fulfilled', 'fulfilled']);
  });

  test('a final report met before a new start stays met; the new end owes another', () => {
    const incident = timely()
      .level('03:00', 'III')
      .level('04:00', null)
      .report('05:00', { kind: 'final', ...written })
      .level('06:00', 'III')
      .level('07:00', null);
    expect(incident.states('08:00', 'F1')).toEqual(['fulfilled', 'open']);
  });

  test('a report sent before the start does not count', () => {
    expect(
      timely()
        .report('02:50', { kind: 'response', recipients: ['command'] })
        .level('03:00', 'III')
        .states('04:00', 'L3'),
    ).toEqual(['immediate']);
  });
});

describe('4.1.3(3): F1, the final report', () => {
  test('open without a limit once the response is terminated; written only; met after it', () => {
    const incident = timely()
      .level('03:00', 'III')
      .report('05:00', { kind: 'final', ...written })
      .level('06:00', null);
    expect([incident.row('07:00', 'F1').state, incident.row('07:00', 'F1').dueAt]).toEqual(['open', null]);
    incident.report('08:00', { kind: 'final', ...phone });
    expect(incident.row('08:01', 'F1').state).toBe('open');
    incident.report('09:00', { kind: 'final', ...written });
    expect(incident.row('09:01', 'F1').state).toBe('fulfilled');
  });

  test('starting again takes it back', () => {
    const incident = timely().level('03:00', 'III').level('06:00', null).level('07:00', 'II');
    expect(incident.states('08:00', 'F1')).toEqual(['superseded']);
  });

  test('closed without a response: owed from the closing, unless it was sent before', () => {
    expect(timely().close('06:00').states('07:00', 'F1')).toEqual(['open']);
    expect(
      timely()
        .report('05:00', { kind: 'final', ...written })
        .close('06:00')
        .states('07:00', 'F1'),
    ).toEqual(['fulfilled']);
  });

  test('a false alarm nobody above was told of owes none', () => {
    expect(timely().close('02:30', 'falseAlarm').rows('03:00', 'F1')).toEqual([]);
    expect(timely().report('02:25', phone).close('02:30', 'falseAlarm').states('03:00', 'F1')).toEqual(['open']);
  });

  test('closing ends the running clocks; what was met stays', () => {
    const incident = timely().report('02:30', phone).close('06:00');
    expect(incident.row('09:00', 'R2').state).toBe('fulfilledOnTime');
    const r3 = incident.row('09:00', 'R3');
    expect([r3.state, r3.lateBySeconds]).toEqual(['superseded', 168 * 60]);
  });
});

describe('493 art. 13: S1, casualties that change after the final report', () => {
  const ended = (): TestIncident =>
    timely()
      .figures('02:25', { dead: 7 })
      .report('02:30', phone)
      .report('09:00', { kind: 'final', ...written });

  test('a death on day 19 is inside the window, and no U4', () => {
    const incident = ended().figures('12-11 10:00', { dead: 8 });
    expect(incident.states('12-11 10:01', 'S1')).toEqual(['immediate']);
    expect(incident.rows('12-11 10:01', 'U4')).toEqual([]);
  });

  test.each([
    ['12-22 23:59:59', 1],
    ['12-23 00:00:00', 0],
  ])('recorded at %s: %d owed (24:00 of the 30th day after the day of occurrence)', (recorded, count) => {
    expect(ended().figures(recorded, { dead: 8 }).rows('12-23 01:00', 'S1')).toHaveLength(count);
  });

  test.each([
    ['29 23:59:59', []],
    ['30 00:00:00', ['afterFlaggedDay']],
  ])('with fire, recorded at %s: flags %o (day 7)', (recorded, flags) => {
    const incident = new TestIncident(plan, { received: '02:20' })
      .conditions('02:25', { fire: 'yes' })
      .figures('02:25', { dead: 7 });
    incident
      .report('02:30', phone)
      .report('09:00', { kind: 'final', ...written })
      .figures(recorded, { dead: 8 });
    expect(incident.row('12-01 00:00', 'S1').flags).toEqual(flags);
  });

  test('met by a follow-up; stays owed after closing', () => {
    const incident = ended().close('10:00').figures('12-11 10:00', { dead: 8 });
    expect(incident.states('12-11 11:00', 'S1')).toEqual(['immediate']);
    expect(incident.report('12-11 11:00', { kind: 'followUp' }).states('12-11 12:00', 'S1')).toEqual(['fulfilled']);
  });
});
