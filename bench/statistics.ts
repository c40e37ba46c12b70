// The statistics of 500 incidents: asked for the first time, when every state is folded from the log, and again.

import { join } from 'node:path';
import { createDesk } from '#db/desk/createDesk.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { benchDesk, benchFolder, openIncident } from './lib/benchDesk.ts';
import { printTable, spread, verdict } from './lib/figures.ts';

const INCIDENTS = 500;
const STILL_OPEN = 20;
const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
const AGAIN = 30;
const FIRST_LIMIT_MS = 1500;
const AGAIN_LIMIT_MS = 60;

let now = Date.UTC(2024, 0, 1);
const clock = { now: () => now, monotonic: () => now, bootId: 'bench' };
const { folder, remove } = benchFolder();
const path = join(folder, 'desk.db');
const desk = benchDesk({ path, clock });
for (let i = 0; i < INCIDENTS; i += 1) {
  now += DAY;
  const incidentId = `i${i}`;
  const report = { type: 'RecordReport' as const, incidentId, recipients: ['city'], receiver: '赵' };
  openIncident(desk, incidentId, new Date(now).toISOString());
  now += (10 + (i % 40)) * MINUTE;
  desk.run({ ...report, reportId: `a-${i}`, kind: 'initial', form: 'phone' });
  now += 10 * MINUTE;
  desk.run({ type: 'RecordFigures', incidentId, figures: { dead: 3 + (i % 8) } });
  now += 10 * MINUTE;
  desk.run({ ...report, reportId: `b-${i}`, kind: 'followUp', form: 'written', signedOffBy: '李' });
  if (i >= INCIDENTS - STILL_OPEN) continue;
  desk.run({ type: 'CloseIncident', incidentId, outcome: 'handled', reason: '处置完毕' });
  now += MINUTE;
  // Of every tenth the final report is still to be written.
  if (i % 10 > 0) desk.run({ ...report, reportId: `c-${i}`, kind: 'final', form: 'written', signedOffBy: '李' });
}
desk.close();

const opened = createDesk({ path, kind: 'live', plans: builtinPlans, clock });
const cpuOf = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
let counted = 0;
const ask = () => {
  const reply = opened.query({ type: 'getStatistics' });
  if (!reply.ok || !('own' in reply.result)) throw new Error('no statistics');
  const { own, supervised, incidents } = reply.result;
  if (incidents.length !== INCIDENTS) throw new Error(`${incidents.length} incidents counted`);
  counted = [own, supervised].flatMap(({ states }) => Object.values(states)).reduce((sum, n) => sum + n, 0);
};
const first = cpuOf(ask);
const again: number[] = [];
for (let n = 0; n < AGAIN; n += 1) {
  now += 1000;
  again.push(cpuOf(ask));
}
opened.close();
remove();

const { p50 } = spread(again);
printTable([
  [`${INCIDENTS} incidents, ${counted} obligations, CPU ms`, 'first', 'again, p50'],
  ['getStatistics', first.toFixed(0), p50.toFixed(1)],
]);
verdict('statistics, first', first, FIRST_LIMIT_MS, 'ms');
verdict('statistics, again, p50', p50, AGAIN_LIMIT_MS, 'ms');
