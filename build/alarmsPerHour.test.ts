import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parseScenario } from '#shared/scenario/scenarioFile.ts';
import { callsOfNight, perHour } from './alarmsPerHour.ts';

const FIVE_MINUTES = 5 * 60_000;

test('[ALARM-4] the Qingdao night: no two alarms of one incident within five minutes unless an obligation arose', () => {
  const raw: unknown = JSON.parse(readFileSync(new URL('../scenarios/qingdao-2013.json', import.meta.url), 'utf8'));
  const parsed = parseScenario(raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const { scenario } = parsed;
  const plan = builtinPlans.find((each) => (each as { id: string }).id === scenario.plan);
  const calls = callsOfNight(scenario, plan, scenario.plan);
  const rows = perHour(calls, scenario.steps[0]?.at ?? 0);
  for (const { hour, alarms, joined, reminders } of rows.filter((row) => row.alarms + row.joined + row.reminders > 0)) {
    console.log(`hour ${hour + 1}: ${alarms} alarms, ${joined} joined, ${reminders} reminders`);
  }
  const sum = rows.reduce((total, row) => total + row.alarms, 0);
  console.log(`${sum} alarms in ${rows.length} hours, ${(sum / rows.length).toFixed(2)} an hour`);
  const alarms = calls.filter(({ kind, joined }) => kind === 'alarm' && !joined);
  expect(alarms.length).toBeGreaterThan(20);
  for (const [index, alarm] of alarms.entries()) {
    const before = alarms.slice(0, index).findLast(({ incidentId }) => incidentId === alarm.incidentId);
    if (before === undefined || alarm.calledAt - before.calledAt >= FIVE_MINUTES) continue;
    expect(alarm.hasNewObligation, `${alarm.alarmId} at ${new Date(alarm.calledAt).toISOString()}`).toBe(true);
  }
  // A stage that comes within the five minutes is heard in its second all the same.
  const due = calls.flatMap(({ calledAt, stages }) => stages.map((stage) => ({ calledAt, ...stage })));
  const late = due.filter(({ stage, stageAt, calledAt }) => stage === 'due' && calledAt - stageAt > 1000);
  const known = new Set(late.map(({ key }) => key));
  // Only what was past due when it became known.
  for (const { key } of due.filter(({ stage }) => stage === 'dueSoon')) expect(known.has(key)).toBe(false);
});
