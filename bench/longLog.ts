// A night whose log is 200 pages: kept as a Word file, shown as a page and exported, on the production build, the real
// host and its file; and meanwhile commands on that same incident, 30 ms apart, each of which the open page asks about
// again. They are timed at the desk's door by a thread of their own, since the one that drives the browser parses what
// the browser says. `nothing else` is the same page and the same commands alone, after a warm-up; `timer late` and
// `bare sync` are the machine itself at that time: how late a timer was and how long a write of 4 kB took to reach the
// disk, beside the desk; `host CPU each` is the host's own processor time by the command. Where those exceed the limit, so does a command, whatever the desk does.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium, HOW_TO_GET_ONE } from '#build/chromium.ts';
import { addressWith, askRunningHost } from '#electron/web/runningHost.ts';
import type { WebApi } from '#renderer/platform/webApi.ts';
import { startHostProcess } from '../e2e/support/hostProcess.ts';
import { connectWebApi, signIn } from '../e2e/support/webClient.ts';
import { benchDesk, benchFolder, openIncident } from './lib/benchDesk.ts';
import { type Commands, type Meanwhile, sendCommands } from './lib/commandsMeanwhile.ts';
import { printTable, spread, verdict } from './lib/figures.ts';
import { cpuMsOf } from './lib/processCpu.ts';

const ENTRIES = 1900;
const LEAST_PAGES = 200;
const TIMES = 6;
const DOCX_LIMIT_MS = 5000;
const COMMAND_LIMIT_MS = 20;
/** What an officer feels as standing still. */
const BLOCK_LIMIT_MS = 200;
const BETWEEN_COMMANDS_MS = 30;
const WARM_UP_MS = 3000;
const QUIET_MS = 6000;
const DESK_SCREEN = { width: 1920, height: 1080 };
const incidentId = 'i1';

function writeNight(path: string): void {
  const every = 10_000;
  let now = Date.now() - (ENTRIES + 10) * every;
  const desk = benchDesk({ path, clock: { now: () => now, monotonic: () => now, bootId: 'bench' } });
  openIncident(desk, incidentId, new Date(now).toISOString());
  const line = '消防、公安、卫生力量已到场，正在疏散周边群众；下游停输，环境监测点每半小时报一次数。';
  for (let n = 1; n <= ENTRIES; n += 1) {
    now += every;
    if (n % 40 === 0) desk.run({ type: 'RecordFigures', incidentId, figures: { dead: 3 + (n % 8), injured: n % 90 } });
    else desk.run({ type: 'AddNote', incidentId, text: `第${n}条：${line}` });
  }
  desk.close();
}

/** The longest the page stood still since it was last asked. */
async function watchBlocks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const blocks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      blocks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: 'longtask', buffered: true });
    Object.assign(window, {
      takeBlocks: () => {
        blocks.push(...observer.takeRecords().map(({ duration }) => duration));
        return Math.max(0, ...blocks.splice(0));
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { takeBlocks: () => number }).takeBlocks());
}

async function saveWord(page: Page): Promise<number> {
  const began = performance.now();
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const download = await downloading;
  const took = performance.now() - began;
  await download.delete();
  return took;
}

/** Pages as the printed document counts them. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

type Row = { what: string; took: number; block: number | null; meanwhile: Meanwhile; hostMs: number | null };

/** What is done while commands are sent, and what the host's threads used for it. */
async function measureWork(commands: Commands, hostPid: number, work: () => Promise<number>) {
  const before = cpuMsOf(hostPid);
  const { result: took, meanwhile } = await commands.during(work);
  const after = cpuMsOf(hostPid);
  return { took, meanwhile, hostMs: before === null || after === null ? null : after - before };
}

async function measurePage(browser: Browser, address: string, commands: Commands, hostPid: number): Promise<Row[]> {
  const page = await browser.newPage({ viewport: DESK_SCREEN, locale: 'zh-CN' });
  page.on('pageerror', (error) => console.log(`page: ${error.message}`));
  const takeBlocks = await watchBlocks(page);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  await page.goto(new URL(`/desk#/report/${incidentId}/papers`, page.url()).href);
  const log = page.getByRole('button', { name: /^值班日志/ });
  await log.waitFor();
  await commands.during(() => wait(WARM_UP_MS));
  await takeBlocks();

  const rows: Row[] = [];
  async function measure(what: string, work: () => Promise<number>): Promise<void> {
    const done = await measureWork(commands, hostPid, work);
    rows.push({ what, block: await takeBlocks(), ...done });
  }
  await measure('nothing else', async () => {
    await wait(QUIET_MS);
    return QUIET_MS;
  });
  await measure('shown as a page', async () => {
    const began = performance.now();
    await log.click();
    await page.getByText(`第${ENTRIES - 1}条`).waitFor({ state: 'attached' });
    return performance.now() - began;
  });
  for (let n = 0; n < TIMES; n += 1) await measure('Word file', () => saveWord(page));
  let pages = 0;
  await measure('printed', async () => {
    const began = performance.now();
    pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
    return performance.now() - began;
  });
  await page.close();
  console.log(`${pages} pages`);
  if (pages < LEAST_PAGES) throw new Error(`${pages} pages: not what was to be measured`);
  return rows;
}

async function measureExport(api: WebApi, commands: Commands, hostPid: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const done = await measureWork(commands, hostPid, async () => {
      const began = performance.now();
      const reply = await api.exportIncident({ desk: 'main', officerId: 'o1', incidentId, words: {} });
      if (!reply.ok) throw new Error(JSON.stringify(reply));
      return performance.now() - began;
    });
    rows.push({ what: 'exported', block: null, ...done });
  }
  return rows;
}

function report(rows: readonly Row[]): void {
  printTable([
    [
      'ms',
      'took',
      'page stood still',
      'commands',
      'p50',
      'p99',
      'max',
      'host CPU each',
      'timer late p99',
      'bare sync p99',
    ],
    ...rows.map(({ what, took, block, meanwhile, hostMs }) => {
      const { p50, p99 } = spread(meanwhile.took);
      const hostEach = hostMs === null ? '-' : (hostMs / meanwhile.took.length).toFixed(1);
      const machine = [spread(meanwhile.timerLate).p99, spread(meanwhile.bareSync).p99];
      const [late, sync] = machine.map((ms) => ms.toFixed(1));
      const figures = [p50, p99, Math.max(...meanwhile.took)].map((ms) => ms.toFixed(1));
      const count = String(meanwhile.took.length);
      return [what, took.toFixed(0), block?.toFixed(0) ?? '-', count, ...figures, hostEach, late ?? '', sync ?? ''];
    }),
  ]);
  const of = (what: string) => rows.filter((row) => row.what === what);
  const commandsOf = (what: string) => spread(of(what).flatMap(({ meanwhile }) => meanwhile.took)).p99;
  const words = of('Word file');
  verdict('200 pages as a Word file', Math.max(...words.map(({ took }) => took)), DOCX_LIMIT_MS, 'ms');
  verdict(
    'page stood still while it was made',
    Math.max(...words.map(({ block }) => block ?? 0)),
    BLOCK_LIMIT_MS,
    'ms',
  );
  verdict('a command meanwhile, p99', commandsOf('Word file'), COMMAND_LIMIT_MS, 'ms');
  const shown = of('shown as a page').map(({ block }) => block ?? 0);
  verdict('page stood still while 200 pages were shown', Math.max(...shown), BLOCK_LIMIT_MS, 'ms');
  console.log(`a command with nothing else, p99: ${commandsOf('nothing else').toFixed(2)} ms`);
  verdict('a command during an export, p99', commandsOf('exported'), COMMAND_LIMIT_MS, 'ms');
}

async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.log(`NOT RUN: no Chromium; ${HOW_TO_GET_ONE}`);
    return;
  }
  const { folder, remove } = benchFolder();
  writeNight(join(folder, 'desk.db'));
  const host = await startHostProcess(folder);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const session = await signIn(host.address);
    const api = connectWebApi(session);
    const commands = sendCommands(session, incidentId, folder, BETWEEN_COMMANDS_MS);
    const running = await askRunningHost(folder);
    if (running === null) throw new Error('the host does not answer');
    const rows = await measurePage(browser, addressWith(running.port, running.token), commands, host.pid);
    report([...rows, ...(await measureExport(api, commands, host.pid))]);
    await commands.close();
    api.close();
  } finally {
    await browser.close();
    await host.kill();
    remove();
  }
}

await main();
