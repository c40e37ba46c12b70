/** Why this level and why not the next: every criterion of every level, from both sides of its threshold [plan 4.3]. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlanPackage } from '../parsePlan.ts';
import harbour from '../testing/harbour-plan.json' with { type: 'json' };
import { at, jincheng, TestIncident } from '../testing/testIncident.ts';
import { assess } from './assess.ts';
import { type ConditionRow, conditionTable } from './conditionTable.ts';

const plan = jincheng();
const opened = () => new TestIncident(plan, { received: '02:20' });
const tableOf = (incident: TestIncident, now: string) => conditionTable(incident.plan, incident.incident, at(now));
const row = (incident: TestIncident, criterion: string, now = '03:11'): ConditionRow => {
  const found = tableOf(incident, now)
    .flatMap(({ rows }) => rows)
    .find((each) => each.criterion === criterion);
  if (found === undefined) throw new Error(`no ${criterion}`);
  return found;
};

test('levels lowest first, criteria as the plan lists them', () => {
  expect(tableOf(opened(), '03:11').map(({ level, rows }) => [level, rows.map(({ criterion }) => criterion)])).toEqual(
    plan.levels.map(({ id, criteria }) => [id, criteria.map((criterion) => criterion.id)]),
  );
});

describe('figures, both sides of every threshold [plan 4.3.1(1), 4.3.2(1), 4.3.3(1)]', () => {
  test.each([
    ['l3-dead', 'dead', 0, 'no', 1],
    ['l3-dead', 'dead', 1, 'confirmed', 1],
    ['l2-dead', 'dead', 2, 'no', 3],
    ['l2-dead', 'dead', 3, 'confirmed', 3],
    ['l1-dead', 'dead', 9, 'no', 10],
    ['l1-dead', 'dead', 10, 'confirmed', 10],
    ['l3-serious', 'seriouslyInjured', 0, 'no', 1],
    ['l3-serious', 'seriouslyInjured', 1, 'confirmed', 1],
    ['l2-serious', 'seriouslyInjured', 9, 'no', 10],
    ['l2-serious', 'seriouslyInjured', 10, 'confirmed', 10],
    ['l1-serious', 'seriouslyInjured', 49, 'no', 50],
    ['l1-serious', 'seriouslyInjured', 50, 'confirmed', 50],
    ['l3-loss', 'directLoss', 0, 'no', 0],
    ['l3-loss', 'directLoss', 0.01, 'confirmed', 0],
    ['l2-loss', 'directLoss', 999.99, 'no', 1000],
    ['l2-loss', 'directLoss', 1000, 'confirmed', 1000],
    ['l1-loss', 'directLoss', 4999.99, 'no', 5000],
    ['l1-loss', 'directLoss', 5000, 'confirmed', 5000],
  ])('%s with %s %d: %s', (criterion, figure, n, met, needed) => {
    const incident = opened().figures('03:10', { [figure]: n }, { id: 'call' });
    expect(row(incident, criterion)).toMatchObject({
      met,
      needed,
      confirmed: n,
      entryId: 'call',
      subject: { kind: 'figure', id: figure },
      clause: plan.levels.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion)?.clause,
    });
  });

  test('more than 0, not 0 itself, where the plan gives no number', () => {
    expect(row(opened(), 'l3-loss')).toMatchObject({ exclusive: true, met: 'unknown', confirmed: null });
  });

  test('only by the careful reading: missing people count there and nowhere else', () => {
    const incident = opened().figures('03:10', { dead: 9, missing: 1 });
    expect(row(incident, 'l1-dead')).toMatchObject({ met: 'conservative', confirmed: 9, conservative: 10 });
    expect(row(incident, 'l2-dead').met).toBe('confirmed');
  });
});

describe('running times [plan 4.3.1(2), 4.3.2(2), 4.3.3(2)]', () => {
  const stopped = () => opened().outage('02:25', '02:25');
  test.each([
    ['l3-outage', '02:25', 'confirmed'],
    ['l2-outage', '23 02:24:59', 'no'],
    ['l2-outage', '23 02:25:00', 'confirmed'],
    ['l1-outage', '25 02:24:59', 'no'],
    ['l1-outage', '25 02:25:00', 'confirmed'],
  ])('%s at %s: %s', (criterion, now, met) => {
    expect(row(stopped(), criterion, now).met).toBe(met);
  });

  test('tells when it will be reached by itself, until it is, or stands still before', () => {
    expect(row(stopped(), 'l2-outage', '04:00').reachedAt).toBe(at('23 02:25'));
    expect(row(stopped(), 'l2-outage', '23 02:25').reachedAt).toBeNull();
    expect(row(opened().outage('03:10', '02:25', '20:00'), 'l2-outage', '21:00').reachedAt).toBeNull();
  });

  test('by what is expected only', () => {
    const incident = opened().outage('02:25', '02:25', undefined, 80);
    expect(row(incident, 'l1-outage', '04:00')).toMatchObject({ met: 'forecast', forecast: 80 });
  });

  test('does not count while the facility is explicitly undamaged, and says so (rules §2)', () => {
    const incident = stopped().conditions('03:10', { facilityDamaged: 'no' });
    expect(row(incident, 'l2-outage', '26 02:25')).toMatchObject({
      met: 'no',
      blockedBy: 'facilityDamaged',
      reachedAt: null,
    });
    expect(row(incident, 'l3-outage', '26 02:25').met).toBe('confirmed');
  });
});

describe('conditions', () => {
  test.each([
    ['yes', 'confirmed'],
    ['no', 'no'],
    ['unknown', 'unknown'],
  ] as const)('%s is %s', (value, met) => {
    expect(row(opened().conditions('03:10', { leak: value }), 'l3-leak')).toMatchObject({ met, value, needed: null });
  });
  test('implied ones count as such', () => {
    expect(row(opened().conditions('03:10', { fire: 'yes' }), 'l3-damage')).toMatchObject({ met: 'confirmed' });
  });
});

test('the proposed level is the highest one with a row met by confirmed figures, under either plan', () => {
  const other = parsePlanPackage(harbour);
  if (!other.ok) throw new Error('no plan');
  const tri = fc.constantFrom('yes', 'no', 'unknown');
  for (const each of [plan, other.plan]) {
    const figures = fc.dictionary(fc.constantFrom(...each.figures.map(({ id }) => id)), fc.nat({ max: 60 }));
    const conditions = fc.dictionary(fc.constantFrom(...each.conditions.map(({ id }) => id)), tri);
    fc.assert(
      fc.property(figures, conditions, fc.boolean(), fc.nat({ max: 80 }), (numbers, known, isStopped, hours) => {
        const incident = new TestIncident(each, { received: '02:20' })
          .figures('02:21', numbers)
          .conditions('02:22', known);
        const [duration] = each.durations;
        if (isStopped && duration?.id === 'outage') incident.outage('02:25', '02:25');
        const now = at('02:25') + hours * 3_600_000;
        const table = conditionTable(each, incident.incident, now);
        const met = table.findLast(({ rows }) => rows.some((row) => row.met === 'confirmed'));
        expect(met?.level ?? null).toBe(assess(each, incident.incident, now).proposedLevel);
      }),
      { numRuns: 150 },
    );
  }
});
