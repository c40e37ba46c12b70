// `npm start`: the desk in Electron's window where that can be, in the browser otherwise. What is decided stands in
// startDecision.ts; the web host then runs in this very process.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from '../electron/web/args.ts';
import { electronRuntime } from './electronRuntime.ts';
import { canFetch, fetchElectron, lastFailure } from './fetchElectron.ts';
import {
  ALREADY_LINE,
  type ElectronSight,
  type ElectronVerdict,
  judgeElectron,
  planStart,
  READY_MS,
  type StartPlan,
  webArguments,
} from './startDecision.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const say = (line: string): void => void process.stderr.write(`watchdesk: ${line}\n`);

function plan(args: readonly string[]): StartPlan {
  const isPresent = electronRuntime(root) !== null;
  return planStart({
    args,
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    runtime: isPresent ? 'present' : canFetch(root) ? 'fetchable' : 'none',
    lastFailure: lastFailure(root),
    now: Date.now(),
  });
}

async function openWeb(args: readonly string[], why: string | null): Promise<void> {
  if (why !== null) say(`opening in the browser 在浏览器中打开: ${why}`);
  process.argv = [process.execPath, 'watchdesk', ...webArguments(args)];
  const host = '../dist/host/main.mjs'; // not there before the build, so not to be resolved by a compiler
  await import(host);
}

/** Looks in the background whether the runtime can be fetched now; the next start will. */
function probeInBackground(): void {
  const script = join(root, 'build/probeElectron.ts');
  const child = spawn(process.execPath, [script], { detached: true, stdio: 'ignore', windowsHide: true });
  child.once('error', () => {}); // then not
  child.unref();
}

/** Ends it and waits until it is gone: two programs must not want one data file. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** Once it shows, its end is ours, and so are the signals we get. */
function follow(child: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void child.kill(signal));
  child.once('exit', (code) => process.exit(code ?? 1));
}

async function openElectron(program: string, args: readonly string[]): Promise<ElectronVerdict> {
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE'];
  const child = spawn(program, [root, ...args], { stdio: ['inherit', 'pipe', 'inherit'], env });
  const verdict = await new Promise<ElectronVerdict>((resolve) => {
    let handedOver = false;
    const see = (sight: ElectronSight): void => {
      const judged = judgeElectron(handedOver, sight);
      if (judged.kind !== 'wait') resolve(judged);
    };
    const waiting = setTimeout(() => see({ kind: 'waited', ms: READY_MS }), READY_MS);
    waiting.unref();
    createInterface({ input: child.stdout }).on('line', (text) => {
      process.stdout.write(`${text}\n`);
      handedOver ||= text.startsWith(ALREADY_LINE);
      see({ kind: 'line', text });
    });
    child.once('error', ({ message }) => see({ kind: 'error', message }));
    child.once('close', (code, signal) => see({ kind: 'exit', code, signal }));
  });
  if (verdict.kind === 'shown') follow(child);
  if (verdict.kind === 'web') await end(child);
  return verdict;
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  // What the web host would not take, it says so itself, and Electron is not started for it.
  if (parseArgs(webArguments(args)).kind !== 'run') return openWeb(args, null);
  const planned = plan(args);
  if (planned.kind === 'web') return openWeb(args, planned.why);
  if (planned.kind === 'webAndProbe') {
    probeInBackground();
    return openWeb(args, planned.why);
  }
  if (planned.kind === 'fetch') {
    const why = await fetchElectron(root, say);
    if (why !== null) return openWeb(args, `Electron could not be fetched 下载失败 (${why})`);
  }
  const program = electronRuntime(root);
  if (program === null) return openWeb(args, 'Electron is not whole; delete node_modules/electron/dist');
  const verdict = await openElectron(program, args);
  if (verdict.kind === 'web') return openWeb(args, verdict.why);
}

await main();
