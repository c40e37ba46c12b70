/**
 * Every row of the level table: the number below each threshold, the number itself and the one above, and elapsed outage
 * to the second [rules §2, §4; plan 4.3.1–4.3.3, 7.2(3)]. Written out by hand; 以上含本数, 以下不含本数.
 */
import { describe, expect, test } from 'vitest';
import { jincheng, TestIncident } from '../testing/testIncident.ts';

const plan = jincheng();
const opened = () => new TestIncident(plan, { received: '02:20' });
type Row = [n: number, level: string | null, clause: string | null];

describe('by one figure alone, whatever level runs', () => {
  const tables: Record<string, Row[]> = {
    dead: [
      [0, null, null],
      [1, 'III', '4.3.1(1)'],
      [2, 'III', '4.3.1(1)'],
      [3, 'II', '4.3.2(1)'],
      [4, 'II', '4.3.2(1)'],
      [9, 'II', '4.3.2(1)'],
      [10, 'I', '4.3.3(1)'],
      [11, 'I', '4.3.3(1)'],
    ],
    seriouslyInjured: [
      [0, null, null],
      [1, 'III', '4.3.1(1)'],
      [2, 'III', '4.3.1(1)'],
      [9, 'III', '4.3.1(1)'],
      [10, 'II', '4.3.2(1)'],
      [11, 'II', '4.3.2(1)'],
      [49, 'II', '4.3.2(1)'],
      [50, 'I', '4.3.3(1)'],
      [51, 'I', '4.3.3(1)'],
    ],
    directLoss: [
      [0, null, null],
      [0.01, 'III', '4.3.1(1)'],
      [999, 'III', '4.3.1(1)'],
      [999.99, 'III', '4.3.1(1)'],
      [1000, 'II', '4.3.2(1)'],
      [1001, 'II', '4.3.2(1)'],
      [4999.99, 'II', '4.3.2(1)'],
      [5000, 'I', '4.3.3(1)'],
      [5001, 'I', '4.3.3(1)'],
    ],
  };
  const cases = Object.entries(tables).flatMap(([figure, rows]) =>
    rows.map(([n, level, clause]) => ({ figure, n, level, clause })),
  );
  test.each(cases)('$figure $n: $level ($clause)', ({ figure, n, level, clause }) => {
    for (const running of [undefined, 'III', 'II', 'I', null]) {
      const incident = opened().figures('03:10', { [figure]: n }, { id: 'seen' });
      if (running !== undefined) incident.level('03:09', running);
      const { proposedLevel, proposedBasis } = incident.at('03:11');
      expect(proposedLevel).toBe(level);
      expect(
        proposedBasis.map(({ clause: named, subject, value, entryId }) => [named, subject.id, value, entryId]),
      ).toEqual(clause === null ? [] : [[clause, figure, n, 'seen']]);
    }
  });
});

describe('by elapsed outage, at the second it is reached, with nothing recorded', () => {
  const table: [now: string, level: string, clause: string][] = [
    ['22 02:25:00', 'III', '4.3.1(2)'],
    ['23 02:24:59', 'III', '4.3.1(2)'],
    ['23 02:25:00', 'II', '4.3.2(2)'],
    ['23 02:25:01', 'II', '4.3.2(2)'],
    ['25 02:24:59', 'II', '4.3.2(2)'],
    ['25 02:25:00', 'I', '4.3.3(2)'],
    ['25 02:25:01', 'I', '4.3.3(2)'],
  ];
  test.each(table)('%s: %s (%s)', (now, level, clause) => {
    for (const damaged of ['yes', 'unknown'] as const) {
      const incident = opened().outage('02:25', '02:25');
      if (damaged === 'yes') incident.conditions('02:26', { facilityDamaged: 'yes' });
      const { proposedLevel, proposedBasis } = incident.at(now);
      expect(proposedLevel).toBe(level);
      expect(proposedBasis.map((match) => match.clause)).toContain(clause);
    }
  });

  test.each(['23 02:25:00', '25 02:25:00', '30 02:25:00'])(
    'facility explicitly undamaged: Ⅲ and 一般 at %s, with a leak too; known later to be damaged it counts whole',
    (now) => {
      const undamaged = opened().outage('02:25', '02:25').conditions('02:26', { facilityDamaged: 'no', leak: 'yes' });
      expect([undamaged.at(now).proposedLevel, undamaged.at(now).factsGrade]).toEqual(['III', 'ordinary']);
      expect(undamaged.at(now).prompts.filter(({ kind }) => kind !== 'practice')).toEqual([]);
      const later = undamaged.conditions('22 12:00', { facilityDamaged: 'yes' }).at(now);
      expect(later.proposedLevel).toBe(now === '23 02:25:00' ? 'II' : 'I');
    },
  );

  test('one that is only to come meets nothing until its minute, and is foretold', () => {
    const planned = opened().outage('03:10', '05:00');
    expect([planned.at('04:59').proposedLevel, planned.at('04:59').factsGrade]).toEqual([null, null]);
    expect(planned.at('05:00').proposedLevel).toBe('III');
    const quiet = planned.report('03:11', { recipients: ['city', 'provincialEnergy', 'safetyCommittee'] });
    expect(quiet.at('04:30').nextChangeAt).toBeLessThanOrEqual(Date.parse('2013-11-22T05:00:00+08:00'));
  });

  test('an end recorded takes back nothing that was reached, and lets nothing more be reached', () => {
    const reached = opened().outage('02:25', '02:25', '23 02:25:00');
    const short = opened().outage('02:25', '02:25', '23 02:24:59');
    expect([reached.at('30 00:00').proposedLevel, short.at('30 00:00').proposedLevel]).toEqual(['II', 'III']);
  });
});

describe('by a condition', () => {
  test.each([
    ['leak', 'III', '4.3.1(2)'],
    ['facilityDamaged', 'III', '4.3.1(2)'],
    ['environmentAffected', null, null],
    ['worsening', null, null],
  ])('%s: %s (%s)', (condition, level, clause) => {
    const { proposedLevel, proposedBasis } = opened()
      .conditions('03:10', { [condition]: 'yes' })
      .at('03:11');
    expect([proposedLevel, proposedBasis.at(-1)?.clause ?? null]).toEqual([level, clause]);
  });
});

describe('what only prompts', () => {
  test.each<[string, (incident: TestIncident) => TestIncident]>([
    ['missing people beside the dead', (incident) => incident.figures('03:10', { dead: 2, missing: 8 })],
    ['injured of unknown gravity', (incident) => incident.figures('03:10', { dead: 2, injured: 50 })],
    ['the upper end of a range', (incident) => incident.figures('03:10', { dead: { kind: 'range', from: 2, to: 12 } })],
    [
      'an outage that is expected',
      (incident) => incident.figures('03:10', { dead: 2 }).outage('03:10', '03:00', undefined, 80),
    ],
  ])('%s: Ⅲ stays proposed, Ⅰ is a prompt, no clock moves', (_name, tell) => {
    const before = opened().figures('03:10', { dead: 2 }).at('03:11');
    const { proposedLevel, prompts, obligations, clockGrade } = tell(opened()).at('03:11');
    expect([proposedLevel, clockGrade]).toEqual(['III', before.clockGrade]);
    expect(prompts).toContainEqual(expect.objectContaining({ of: 'level', id: 'I' }));
    expect(obligations.map(({ key, dueAt }) => [key, dueAt])).toEqual(
      before.obligations.map(({ key, dueAt }) => [key, dueAt]),
    );
  });

  test('正在核实 is no number at all', () => {
    const { proposedLevel, prompts } = opened()
      .figures('03:10', { dead: { kind: 'unknown' } })
      .at('03:11');
    expect([proposedLevel, prompts]).toEqual([null, []]);
  });
});
