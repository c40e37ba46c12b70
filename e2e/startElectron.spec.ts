// `npm start` with an Electron that does not do what it should: the desk opens in the browser, and one line says why. The
// runtime is a script in its place; what the real one does is not shown here.
import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';

const START = fileURLToPath(new URL('../build/start.ts', import.meta.url));
const NOBODY = 65_534;
/** Electron is not started for root at all, so that these starts are somebody else's. */
const isRoot = process.getuid?.() === 0;

type Run = {
  child: ChildProcess;
  out: () => string;
  errors: () => string;
  /** Lines of the launcher's own. */
  reasons: () => string[];
  exited: Promise<number | null>;
};

const test = base.extend<{ start: (electron: string, ...args: string[]) => Run; folder: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs; this one needs nothing
  folder: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'watchdesk-launch-'));
    if (isRoot) chownSync(folder, NOBODY, NOBODY);
    await provide(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ folder }, provide) => {
    const runs: Run[] = [];
    await provide((electron, ...args) => {
      const run = launch(folder, electron, args);
      runs.push(run);
      return run;
    });
    for (const { child, exited } of runs) {
      child.kill('SIGKILL');
      await exited;
    }
  },
});
test.skip(process.platform === 'win32', 'a shell script stands in for the runtime');

/** `electron`: a shell script in the runtime's place. No browser is to be found, so that the address is printed. */
function launch(folder: string, electron: string, args: string[]): Run {
  const runtime = join(folder, 'runtime');
  mkdirSync(runtime, { recursive: true });
  const program = process.platform === 'darwin' ? 'Electron.app/Contents/MacOS' : '.';
  mkdirSync(join(runtime, program), { recursive: true });
  const script = join(runtime, program, process.platform === 'darwin' ? 'Electron' : 'electron');
  writeFileSync(script, `#!/bin/sh\necho "$@" > ${folder}/given\n${electron}\n`, { mode: 0o755 });
  const child = spawn(process.execPath, [START, '--data', join(folder, 'data'), ...args], {
    cwd: folder,
    env: { HOME: folder, PATH: folder, DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: runtime },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return {
    child,
    out: () => out,
    errors: () => errors,
    reasons: () => errors.split('\n').filter((line) => line.includes('在浏览器中打开')),
    exited: new Promise((resolve) => child.once('close', (code) => resolve(code))),
  };
}
const READY = /^Watchdesk ready: http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/m;

for (const [what, script, why] of [
  ['ends with an error', 'exit 1', /Electron ended before it showed a window \(code 1\)/],
  ['ends without a word', 'exit 0', /code 0/],
  ['is killed by its sandbox', 'kill -TRAP $$', /SIGTRAP/],
  ['cannot be loaded here', 'exec /no/such/loader', /code 12[67]/],
  ['chatters and ends', 'echo "Watchdesk is near: window"; exit 3', /code 3/],
] as const) {
  test(`[APP-3] Electron that ${what}: the desk opens in the browser, one line says why`, async ({ start }) => {
    const run = start(script);
    await expect.poll(run.out, { timeout: 60_000 }).toMatch(READY);
    expect(run.reasons()).toHaveLength(1);
    expect(run.reasons()[0]).toMatch(why);
  });
}

test('[APP-3] Electron that hangs: ended after ten seconds, and the desk opens in the browser', async ({
  start,
  folder,
}) => {
  const run = start(`echo $$ > ${folder}/pid; exec /bin/sleep 600`);
  await expect.poll(() => existsSync(join(folder, 'pid')), { timeout: 60_000 }).toBe(true);
  await expect.poll(run.out, { timeout: 60_000 }).toMatch(READY);
  expect(run.reasons()).toHaveLength(1);
  expect(run.reasons()[0]).toContain('Electron showed no window within 10 s');
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
});

test('[APP-3] Electron that shows its window has the desk: no browser, and its end is ours', async ({
  start,
  folder,
}) => {
  const run = start('echo "Watchdesk ready: window"; while [ ! -e ended ]; do /bin/sleep 0.1; done; exit 7');
  await expect.poll(run.out, { timeout: 60_000 }).toBe('Watchdesk ready: window\n');
  expect(readFileSync(join(folder, 'given'), 'utf8')).toContain(`--data ${join(folder, 'data')}`);
  writeFileSync(join(folder, 'ended'), '');
  expect(await run.exited).toBe(7);
  expect([run.out(), run.reasons()]).toEqual(['Watchdesk ready: window\n', []]);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('[APP-3] told to stop, it tells Electron, which closes in its own way', async ({ start }) => {
  const run = start(
    'trap "echo closing; exit 0" TERM; echo "Watchdesk ready: window"; while :; do /bin/sleep 0.1; done',
  );
  await expect.poll(run.out, { timeout: 60_000 }).toContain('ready');
  run.child.kill('SIGTERM');
  expect(await run.exited).toBe(0);
  expect(run.out()).toContain('closing');
});

test('[APP-3] a desk that is open already is brought to the front; this start ends', async ({ start }) => {
  const run = start('echo "Watchdesk already open: its window is in front now"; exit 0');
  expect(await run.exited).toBe(0);
  expect([run.out(), run.reasons()]).toEqual(['Watchdesk already open: its window is in front now\n', []]);
});

test('[APP-3] asked for the browser, Electron is not started', async ({ start, folder }) => {
  const run = start('exit 1', '--no-open');
  await expect.poll(run.out, { timeout: 60_000 }).toMatch(READY);
  expect(run.reasons()).toEqual([]);
  expect(existsSync(join(folder, 'given'))).toBe(false);
});
