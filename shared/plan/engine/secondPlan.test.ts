/** Nothing of one city or hazard stands in the engine: another plan, with other grades, levels, units and intervals. */
import { describe, expect, test } from 'vitest';
import { parsePlanPackage } from '../parsePlan.ts';
import type { PlanPackage } from '../schema.ts';
import harbour from '../testing/harbour-plan.json' with { type: 'json' };
import { at, TestIncident } from '../testing/testIncident.ts';

function harbourPlan(): PlanPackage {
  const parsed = parsePlanPackage(harbour);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.plan;
}

const opened = (): TestIncident => new TestIncident(harbourPlan(), { received: '02:20' });
const toMayor = { unit: 'watchroom', kind: 'flash', recipients: ['mayor'] };

describe('a plan with 5 grades, 4 levels and its own intervals runs with no engine change', () => {
  test.each([
    [{ spilled: 0.5 }, 'd', null],
    [{ spilled: 5 }, 'd', 'yellow'],
    [{ lost: 1 }, 'c', 'orange'],
    [{ lost: 5 }, 'b', 'red'],
    [{ poisoned: 20 }, 'b', null],
    [{ lost: 15 }, 'a', 'red'],
  ])('%o → grade %s, level %s', (figures, grade, level) => {
    const result = opened().figures('02:25', figures).at('02:26');
    expect([result.factsGrade, result.proposedLevel]).toEqual([grade, level]);
  });

  test('undetermined runs as its own clock grade: a call in 15 minutes to two recipients', () => {
    const rows = opened().rows('02:21', 'flashCall');
    expect(rows.map((row) => [row.to, row.dueAt, row.state])).toEqual([
      ['coast', at('02:27'), 'pending'],
      ['mayor', at('02:27'), 'pending'],
    ]);
    expect(opened().row('02:23', 'flashCall', 'mayor').state).toBe('dueSoon');
  });

  test('a rule may run from receipt, and casualties may have a limit', () => {
    const incident = opened().figures('02:22', { lost: 1 }).report('02:24', toMayor).figures('03:00', { overboard: 2 });
    expect(incident.row('03:01', 'flashPaper').dueAt).toBe(at('03:05'));
    expect(incident.row('03:01', 'hurt').dueAt).toBe(at('03:20'));
    expect(incident.row('03:21', 'hurt').state).toBe('overdue');
  });

  test('its follow-ups roll every 90 minutes, every 30 at night', () => {
    const incident = opened().report('02:24', toMayor);
    expect(incident.row('02:30', 'rolling').dueAt).toBe(at('03:54'));
    incident.setSwitch('02:40', 'nightMode', true);
    expect(incident.row('02:41', 'rollingNight').dueAt).toBe(at('02:54'));
  });

  test('a demand by another unit, a level that must be reported in 5 minutes by the board through its watch room', () => {
    const incident = opened();
    incident.facts.push({
      entryId: 'q',
      recordedAt: at('02:30'),
      kind: 'demand',
      demandId: 'q1',
      from: 'coast',
      at: { at: at('02:30'), precision: 'minute' },
    });
    incident.level('02:30', 'red');
    expect(incident.row('02:31', 'ask').dueAt).toBe(at('02:40'));
    incident.report('02:34', { unit: 'watchroom', kind: 'update', recipients: ['mayor'] });
    expect(incident.row('02:36', 'redAlert').state).toBe('fulfilledOnTime');
  });

  test('days are counted in its own zone', () => {
    const incident = opened()
      .figures('02:22', { lost: 1 })
      .report('02:24', toMayor)
      .report('04:00', { unit: 'watchroom', kind: 'closing', form: 'written', recipients: ['mayor'] });
    // 02:12 in Shanghai is 07:12 on the 22nd in Auckland (+13): the 10th day after ends at 19:00 on 2 December in Shanghai.
    expect(incident.figures('12-02 18:59:59', { lost: 2 }).rows('12-03 00:00', 'lateHurt')).toHaveLength(1);
    expect(
      opened()
        .report('02:24', toMayor)
        .report('04:00', { unit: 'watchroom', kind: 'closing', form: 'written', recipients: ['mayor'] })
        .figures('12-02 19:00:00', { lost: 2 })
        .rows('12-03 00:00', 'lateHurt'),
    ).toHaveLength(0);
  });
});
