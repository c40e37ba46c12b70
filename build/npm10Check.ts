// A fresh copy of the sources, installed by npm 10 with nothing on PATH but a Node and a shell: no Python, no compiler,
// no git. It must install, build, start, answer, stop in order, start again, and replay a scenario.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNpm10 } from './npm10.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', 'test-results', 'playwright-report', 'coverage']);
const READY = /^Watchdesk ready: (http:\/\/127\.0\.0\.1:\d+)\/#token=/m;

const say = (line: string): void => console.log(line);

/** The machine's own Node where it has one (Debian's is 20), so that installing runs on what a user has. */
function ownNode(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return folders.map((folder) => join(folder, 'node')).find((path) => existsSync(path)) ?? process.execPath;
}

function bareFolder(work: string): string {
  const bin = join(work, 'bin');
  mkdirSync(bin);
  symlinkSync(ownNode(), join(bin, 'node'));
  symlinkSync('/bin/sh', join(bin, 'sh'));
  return bin;
}

function environment(bin: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_(?!config_)|INIT_CWD$|NODE_ENV$|CC$|CXX$|PYTHON$)/i.test(name),
  );
  return { ...Object.fromEntries(kept), PATH: bin, npm_config_prefer_offline: 'true' };
}

async function main(): Promise<boolean> {
  const npm = findNpm10();
  if (npm === null) {
    say('no npm 10 here');
    return false;
  }
  const work = mkdtempSync(join(tmpdir(), 'watchdesk-npm10-'));
  process.on('exit', () => rmSync(work, { recursive: true, force: true }));
  const copy = join(work, 'copy');
  cpSync(root, copy, { recursive: true, filter: (from) => !LEFT_OUT.has(relative(root, from).split(sep)[0] ?? '') });
  const bin = bareFolder(work);
  const env = environment(bin);
  const run = (...args: string[]) => ({ program: join(bin, 'node'), args: [npm, ...args] });

  /** To the ready line, one answer, and SIGTERM; answers seconds to the ready line, null where it failed. */
  function startOnce(): Promise<number | null> {
    const { program, args } = run('start', '--', '--no-open', '--port', '0', '--data', join(work, 'data'));
    const from = performance.now();
    const child = spawn(program, args, { cwd: copy, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    let readyAfter: number | null = null;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const origin = READY.exec(printed)?.[1];
      if (origin === undefined || readyAfter !== null) return;
      readyAfter = (performance.now() - from) / 1000;
      void fetch(`${origin}/`)
        .then(({ ok }) => {
          if (!ok) readyAfter = null;
        })
        .finally(() => child.kill('SIGTERM'));
    });
    return new Promise((resolve) => child.once('exit', () => resolve(readyAfter)));
  }

  const { program, args } = run('--version');
  say(`npm ${spawnSync(program, args, { env, encoding: 'utf8' }).stdout.trim()} on ${ownNode()}`);
  for (const which of ['first', 'second']) {
    const seconds = await startOnce();
    if (seconds === null) {
      say(`the ${which} start failed`);
      return false;
    }
    say(`${which} start: ready after ${seconds.toFixed(1)} s`);
  }
  const replay = run('run', '--silent', 'replay', '--', 'scenarios/qingdao-2013.json');
  const played = spawnSync(replay.program, replay.args, { cwd: copy, env, encoding: 'utf8' });
  const lines = played.stdout.split('\n').filter((line) => line !== '');
  const isPlayed = played.status === 0 && lines.length > 0 && lines.every((line) => line.startsWith('{'));
  say(isPlayed ? `replayed ${lines.length} lines` : `the replay failed: ${played.stderr}`);
  return isPlayed;
}

process.exitCode = (await main()) ? 0 : 1;
