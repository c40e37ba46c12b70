// Every npm script comes through here: `node build/run.mjs TASK [ARGS]`.
// It must work straight after `git clone`, on Node 20 and with nothing installed, so: built-ins only.
// It installs what is missing, builds what is stale, then hands over to the Node that npm installed, because
// better-sqlite3 needs Node 22 and crashes on the Node 20 that Debian ships.
// Standard output belongs to the task alone (`npm run --silent replay` is read by programs): set-up talks on stderr.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bundledNodePath,
  chooseNode,
  decideInstall,
  installStamp,
  isBuildStale,
  isOrphaned,
  passesOn,
} from './decisions.mjs';
import { fingerprintSources } from './sources.mjs';
import { TASKS } from './tasks.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const at = (/** @type {string} */ path) => join(root, path);
const say = (/** @type {string} */ line) => process.stderr.write(`watchdesk: ${line}\n`);
const readText = (/** @type {string} */ path) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : null);

const STAMP = 'node_modules/.watchdesk-stamp';
const OUTPUTS = [
  'dist/host/main.mjs',
  'dist/host/deskWorker.mjs',
  'dist/electron/main.mjs',
  'dist/electron/deskWorker.mjs',
  'dist/electron/preload.cjs',
  'dist/renderer/index.html',
];

function findNode() {
  const bundled = bundledNodePath(process.platform, process.arch);
  return chooseNode({
    bundled: bundled === null ? null : at(bundled),
    bundledExists: bundled !== null && existsSync(at(bundled)),
    current: process.execPath,
    currentVersion: process.version,
  });
}

function installIfNeeded() {
  const lock = readText('package-lock.json') ?? '{}';
  const wantedStamp = installStamp(createHash('sha256').update(lock).digest('hex'), process.platform, process.arch);
  const stamp = readText(STAMP);
  if (stamp === wantedStamp && findNode().ok) return; // the usual case, without parsing two lockfiles
  const installed = readText('node_modules/.package-lock.json');
  const { install } = decideInstall({
    wantedStamp,
    stamp,
    lock: JSON.parse(lock),
    installed: installed === null ? null : JSON.parse(installed),
    nodeUsable: findNode().ok,
  });
  if (install) {
    say('installing packages (npm ci), half a minute or so …');
    const npm = process.env['npm_execpath'];
    const flags = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--ignore-scripts'];
    const all = [...flags, '--include=dev', '--include=optional']; // whatever NODE_ENV says
    const options = {
      cwd: root,
      stdio: /** @type {import('node:child_process').StdioOptions} */ (['ignore', 'ignore', 2]),
    };
    const done = npm?.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...all], options)
      : spawnSync('npm', all, { ...options, shell: process.platform === 'win32' });
    if (done.status !== 0) {
      say(`npm ci failed (${done.error?.message ?? `exit ${done.status ?? done.signal}`}); nothing was started`);
      process.exit(1);
    }
  }
  writeFileSync(at(STAMP), wantedStamp);
}

/** @returns {Promise<number>} the exit code; a signal that ended the program ends us as well */
function runProgram(
  /** @type {string} */ node,
  /** @type {string[]} */ args,
  /** @type {'inherit' | 'stderr'} */ output,
) {
  const [script = '', ...rest] = args;
  const env = {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}`, // so that plain `node` is this one further down
    INIT_CWD: process.env['INIT_CWD'] ?? process.cwd(), // where the user stood (npm sets it): file arguments are meant from there
  };
  const child = spawn(node, [at(script), ...rest], {
    cwd: root,
    env,
    stdio: output === 'inherit' ? 'inherit' : ['inherit', 2, 2],
  });
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const handlers = signals.map((signal) => {
    const handler = () => void (passesOn(signal, process.stdin.isTTY === true) && child.kill(signal));
    process.on(signal, handler);
    return /** @type {const} */ ([signal, handler]);
  });
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (
      isOrphaned({ startedByNpm: process.env['npm_lifecycle_event'] !== undefined, parent, parentNow: process.ppid })
    ) {
      child.kill('SIGTERM');
      clearInterval(watch);
    }
  }, 500);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      clearInterval(watch);
      say(`${node}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const [name, handler] of handlers) process.off(name, handler);
      if (signal === null) return resolve(code ?? 1);
      process.exitCode = 128 + (constants.signals[signal] ?? 0); // for Windows, where the next line may not end us
      process.kill(process.pid, signal);
    });
  });
}

async function buildIfStale(/** @type {string} */ node) {
  const sources = fingerprintSources(root);
  const outputsExist = OUTPUTS.every((path) => existsSync(at(path)));
  if (!isBuildStale({ sources, stamp: readText('dist/.stamp'), outputsExist })) return;
  say('building …');
  const code = await runProgram(node, ['build/build.ts'], 'stderr');
  if (code !== 0) process.exit(code);
}

function clean() {
  for (const path of ['dist', 'coverage', 'test-results', 'playwright-report', 'node_modules/.cache/watchdesk']) {
    rmSync(at(path), { recursive: true, force: true });
  }
}

async function main() {
  const [name = '', ...args] = process.argv.slice(2);
  if (name === 'clean') return clean();
  const task = TASKS[name];
  if (task === undefined) {
    say(`no task "${name}"; there are: ${[...Object.keys(TASKS), 'clean'].join(', ')}`);
    process.exit(2);
  }
  installIfNeeded();
  const node = findNode();
  if (!node.ok) {
    say(node.why);
    process.exit(1);
  }
  if (task.needsBuild === true) await buildIfStale(node.path);
  let worst = 0;
  for (const [index, program] of task.run.entries()) {
    const isLast = index === task.run.length - 1;
    worst = Math.max(worst, await runProgram(node.path, isLast ? [...program, ...args] : program, 'inherit'));
  }
  process.exitCode = worst;
}

await main();
