// The alarm scheduler under load: 600 clocks that are all overdue. A running host's processor time over a minute, and
// this process's heap over a simulated day, second by second. BENCH_SECONDS: how long the host is watched.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type AlarmBoard, runScheduler } from '#electron/alarms/runScheduler.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { type HostProcess, startHostProcess } from '../e2e/support/hostProcess.ts';
import { connectWebApi, signIn } from '../e2e/support/webClient.ts';
import { benchFolder } from './lib/benchDesk.ts';
import { verdict } from './lib/figures.ts';

const CLOCKS = 600;
const INCIDENTS = 60;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 60);
const CPU_LIMIT_S = 0.6;
const SLOPE_LIMIT_PERCENT = 1;
const HOURS = 24;
/** Of a process's times in /proc/PID/stat. */
const TICKS_PER_SECOND = 100;

function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** The built host with incidents of the last hour and a half on its desk, everything owed. */
async function measureHost(): Promise<void> {
  if (process.platform !== 'linux') return console.log('NOT RUN: processor time is read from /proc (Linux)');
  const { folder, remove } = benchFolder();
  const host = await startHostProcess(folder);
  try {
    await watchHost(host);
  } finally {
    await host.kill();
    remove();
  }
}

async function watchHost(host: HostProcess): Promise<void> {
  const api = connectWebApi(await signIn(host.address));
  let sent = 0;
  const record = async (command: CommandInput): Promise<void> => {
    sent += 1;
    const reply = await api.execute({ desk: 'main', commandId: `bench-command-${sent}`, officerId: 'o1', command });
    if (!reply.ok) throw new Error(`${command.type}: ${JSON.stringify(reply)}`);
  };
  await record({ type: 'AddOfficer', officerId: 'o1', name: '王值班', post: 'watchOfficer' });
  await record({ type: 'SetUpDesk', planId: 'jincheng-pipeline-2026' });
  for (let n = 0; n < INCIDENTS; n += 1) {
    const at = new Date(Date.now() - 90 * 60_000 - n * 1000).toISOString();
    await record({
      type: 'TakeCall',
      callId: `call-${n}`,
      receivedAt: at,
      occurredAt: at,
      conditions: { leak: 'yes', fire: 'yes' },
      figures: { dead: 12, missing: 3 },
      disposition: { kind: 'open', incidentId: `i${n}`, title: `事件 ${n}` },
    });
    await record({ type: 'RecordDemand', incidentId: `i${n}`, demandId: `d${n}`, from: 'city', what: '核实' });
  }
  const board = await api.query('main', { type: 'getBoard' });
  const loaded = board.ok
    ? board.result.incidents.reduce((sum, { assessment }) => sum + assessment.obligations.length, 0)
    : 0;
  api.close();
  // What they call at first is recorded by then.
  await wait(8000);
  const before = cpuSeconds(host.pid);
  await wait(SECONDS * 1000);
  const spent = ((cpuSeconds(host.pid) - before) * 60) / SECONDS;
  if (loaded < CLOCKS) throw new Error(`${loaded} obligations: not what was to be measured`);
  console.log(`${loaded} obligations of ${INCIDENTS} incidents, watched for ${SECONDS} s`);
  verdict('processor time of the host in 60 s', spent, CPU_LIMIT_S, 's');
}

/** A day, second by second: every clock repeats, everything is recorded at once, nothing may pile up. */
async function measureHeap(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const start = Date.UTC(2026, 1, 13);
  const obligations = Array.from({ length: CLOCKS / INCIDENTS }, (_, n) => n).map((n) => ({
    dueAt: start + n * 60_000,
    dueSoonAt: start + n * 60_000 - 600_000,
    attentionAt: [],
    state: 'pending',
    supervised: false,
    arisenAt: start,
  }));
  const board = () =>
    ({
      incidents: Array.from({ length: INCIDENTS }, (_, i) => ({
        incidentId: `i${i}`,
        title: `事件 ${i}`,
        assessment: { obligations: obligations.map((each, n) => ({ ...each, key: `i${i}/R${n}/city/occurrence/1` })) },
      })),
      reminders: [],
      clockJumps: [],
      nextChangeAt: null,
    }) as unknown as AlarmBoard;
  let now = 0;
  let recorded = 0;
  const scheduler = runScheduler({
    desk: {
      board: async () => board(),
      recorded: async () => [],
      async record() {
        recorded += 1;
        return { ok: true, entryIds: [], position: recorded };
      },
    },
    read: () => ({ wall: start + now, steady: now, bootId: 'bench' }),
    kept: null,
    keep: () => {},
    tell: () => {},
    log: () => {},
  });
  const samples: number[] = [];
  for (let hour = 0; hour < HOURS; hour += 1) {
    for (let second = 0; second < 3600; second += 1) {
      now += 1000;
      scheduler.tick();
      // Reading and recording go on in between, as on a host.
      await new Promise((resolve) => setImmediate(resolve));
    }
    collect();
    samples.push(process.memoryUsage().heapUsed);
  }
  const mean = samples.reduce((sum, bytes) => sum + bytes, 0) / samples.length;
  const middle = (samples.length - 1) / 2;
  const spread = samples.reduce((sum, _, x) => sum + (x - middle) ** 2, 0);
  const slope = samples.reduce((sum, bytes, x) => sum + (x - middle) * (bytes - mean), 0) / spread;
  const percent = (100 * slope * (samples.length - 1)) / mean;
  console.log(
    `${recorded} calls recorded; heap ${(mean / 1e6).toFixed(1)} MB, ${samples.length} samples after collection`,
  );
  if (recorded < INCIDENTS * HOURS * 11) throw new Error(`${recorded} calls: not what was to be measured`);
  verdict('heap over 24 simulated hours, slope', Math.max(0, percent), SLOPE_LIMIT_PERCENT, '%');
}

await measureHeap();
await measureHost();
