// The board's tick on a wall: 600 obligations loaded, at least 144 lanes in view at 3840×2160, every one with a running
// clock. Measured from a trace: script + style + layout + paint of the page's main thread per second. BENCH_TICKS: how many.
import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium, HOW_TO_GET_ONE } from '#build/chromium.ts';
import { rendererConfig } from '#build/vite.renderer.ts';
import type { HostInfo, QueryReply } from '#shared/contract/deskApi.ts';
import { benchDesk, benchFolder, openIncident } from './lib/benchDesk.ts';
import { percentile, printTable, verdict } from './lib/figures.ts';
import { ticksIn, traceFor } from './lib/mainThread.ts';

const INCIDENTS = 50;
const LEAST_LOADED = 600;
const LEAST_VISIBLE = 144;
const LIMIT_MS = 16;
const TICKS = Number(process.env['BENCH_TICKS'] ?? 40);
const WALL = { width: 3840, height: 2160 };

/** Incidents of the last minutes, with everything still owed: no row is at rest. */
function answers(): { body: string; loaded: number } {
  let now = Date.now() - 20 * 60_000;
  const desk = benchDesk({ clock: { now: () => now, monotonic: () => now, bootId: 'bench' } });
  const iso = () => new Date(now).toISOString();
  for (let i = 0; i < INCIDENTS; i += 1) {
    now += 10_000;
    const incidentId = `i${i}`;
    openIncident(desk, incidentId, iso());
    desk.run({ type: 'RecordFigures', incidentId, figures: { dead: 12, missing: 3 } });
    desk.run({ type: 'RecordDemand', incidentId, demandId: `d${i}`, from: 'city', what: '核实伤亡人数' });
  }
  now = Date.now();
  const ask = <T>(reply: QueryReply): T => {
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    return reply.result as T;
  };
  const board = ask<{ incidents: { assessment: { obligations: unknown[] } }[]; latest: unknown[] }>(
    desk.query({ type: 'getBoard' }),
  );
  const host: HostInfo = {
    version: 'bench',
    engineVersion: 'bench',
    desks: [{ deskId: desk.deskId, kind: 'live', title: null }],
    plans: [],
    scenarios: [],
    dataFolder: '',
    now,
    cjkFonts: true,
    freeSpace: null,
    rescue: null,
  };
  const body = JSON.stringify({
    host,
    getDesk: ask(desk.query({ type: 'getDesk' })),
    getPlan: ask(desk.query({ type: 'getPlan' })),
    // Nothing changes by itself while it is measured, and nobody has to acknowledge anything.
    getBoard: { ...board, alarms: [], nextChangeAt: null },
    listIncidents: [],
  });
  desk.close();
  return { body, loaded: board.incidents.reduce((sum, { assessment }) => sum + assessment.obligations.length, 0) };
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

async function serve(folder: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** Lanes that can be seen, not merely loaded. */
const visibleLanes = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('section section ul > li')].filter((lane) => {
        const panel = lane.closest('section section')?.parentElement?.parentElement?.getBoundingClientRect();
        const { top, bottom } = lane.getBoundingClientRect();
        return panel !== undefined && bottom > panel.top && top < Math.min(panel.bottom, window.innerHeight);
      }).length,
  );

async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.log(`NOT RUN: no Chromium; ${HOW_TO_GET_ONE}`);
    return;
  }
  const { folder, remove } = benchFolder();
  const site = join(folder, 'site');
  mkdirSync(site);
  const { body, loaded } = answers();
  await build({
    ...rendererConfig,
    root: fileURLToPath(new URL('../renderer/testing/tick', import.meta.url)),
    build: { ...rendererConfig.build, outDir: site, sourcemap: false },
  });
  writeFileSync(join(site, 'answers.json'), body);
  const { url, close } = await serve(site);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: WALL });
    page.on('pageerror', (error) => console.log(`page: ${error.message}`));
    await page.goto(`${url}#/board`);
    await page.locator('section section ul > li').first().waitFor();
    await page.waitForTimeout(3000);
    const visible = await visibleLanes(page);
    const lanes = await page.locator('section section ul > li').count();
    if (process.env['BENCH_SHOT']) await page.screenshot({ path: process.env['BENCH_SHOT'] });
    const session = await browser.newBrowserCDPSession();
    const ticks = ticksIn(await traceFor(session, (TICKS + 2) * 1000));
    if (loaded < LEAST_LOADED || visible < LEAST_VISIBLE || ticks.length === 0) {
      throw new Error(`${loaded} loaded, ${visible} in view, ${ticks.length} ticks: not what was to be measured`);
    }
    const at = (kind: string, of: 'wall' | 'cpu', fraction: number) =>
      percentile(
        ticks.map((tick) => tick[kind]?.[of] ?? 0).toSorted((a, b) => a - b),
        fraction,
      );
    console.log(`${loaded} obligations as ${lanes} lanes, ${visible} of them in view, ${ticks.length} ticks`);
    printTable([
      ['ms a tick', 'wall p50', 'wall p95', 'cpu p50', 'cpu p95', 'cpu max'],
      ...['script', 'style', 'layout', 'paint', 'total'].map((kind) => [
        kind,
        ...[at(kind, 'wall', 0.5), at(kind, 'wall', 0.95)].map((ms) => ms.toFixed(2)),
        ...[at(kind, 'cpu', 0.5), at(kind, 'cpu', 0.95), at(kind, 'cpu', 1)].map((ms) => ms.toFixed(2)),
      ]),
    ]);
    // The thread's own time: on a busy machine the wall's says what else was running.
    verdict('script + style + layout + paint of a tick, p95', at('total', 'cpu', 0.95), LIMIT_MS, 'ms');
  } finally {
    await browser.close();
    close();
    remove();
  }
}

await main();
