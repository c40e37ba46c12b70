// The board of 50 open incidents with at least 12 obligations each: how long a tick's worth of computing takes.
import { benchDesk, openIncident } from './lib/benchDesk.ts';
import { printTable, spread, verdict } from './lib/figures.ts';

const INCIDENTS = 50;
const LEAST_OBLIGATIONS = 12;
const BOARDS = 300;
const LIMIT_MS = 5;
const MINUTE = 60_000;

let now = Date.UTC(2026, 2, 2);
const clock = { now: () => now, monotonic: () => now, bootId: 'bench' };
const desk = benchDesk({ clock });
const iso = () => new Date(now).toISOString();

for (let i = 0; i < INCIDENTS; i += 1) openIncident(desk, `i${i}`, iso());
for (const note of ['第一次', '第二次', '第三次']) {
  now += 5 * MINUTE;
  for (let i = 0; i < INCIDENTS; i += 1) {
    const incidentId = `i${i}`;
    const reportId = `${incidentId}-${note.length}-${now}`;
    desk.run({ type: 'RecordFigures', incidentId, figures: { dead: 3 + (i % 4), injured: 20 } });
    desk.run({ type: 'AddNote', incidentId, text: `${note}：现场情况` });
    desk.run({
      type: 'RecordReport',
      incidentId,
      reportId,
      kind: 'followUp',
      form: 'phone',
      recipients: ['city'],
      receiver: '赵',
    });
    desk.run({ type: 'RecordDemand', incidentId, demandId: `${reportId}-d`, from: 'city', what: '核实伤亡人数' });
  }
}

const samples: number[] = [];
let obligations: number[] = [];
for (let n = 0; n < BOARDS; n += 1) {
  now += 1000;
  const began = performance.now();
  const board = desk.query({ type: 'getBoard' });
  samples.push(performance.now() - began);
  if (!board.ok) throw new Error(board.error.code);
  obligations = board.result.incidents.map(({ assessment }) => assessment.obligations.length);
}
desk.close();

const least = Math.min(...obligations);
if (obligations.length !== INCIDENTS || least < LEAST_OBLIGATIONS) {
  throw new Error(`${obligations.length} incidents with at least ${least} obligations: not what was to be measured`);
}
const { p50, p99 } = spread(samples.slice(20));
printTable([
  [`${INCIDENTS} incidents, ${obligations.reduce((a, b) => a + b)} obligations, ms`, 'p50', 'p99'],
  ['getBoard', p50.toFixed(2), p99.toFixed(2)],
]);
verdict('board, p50', p50, LIMIT_MS, 'ms');
