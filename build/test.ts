// `npm test`: every step, one after another, all of them even after a failure, so that one run tells everything.
// `npm test -- unit lint` runs those steps only. The last line is always `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Counts, type Step, testSteps } from './testSteps.ts';

interface Result extends Counts {
  name: string;
  seconds: number;
  note: string;
}

/** Colours belong on a terminal, not in a build server's log; FORCE_COLOR is somebody's explicit wish. */
const isPlain = process.stdout.isTTY !== true && process.env['FORCE_COLOR'] === undefined;

const root = fileURLToPath(new URL('..', import.meta.url));

function runProgram([script = '', ...args]: string[], env: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...(isPlain ? { NO_COLOR: '1' } : {}), ...env },
    });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    stopChild = (signal) => void child.kill(signal);
  });
}

let stopChild: (signal: NodeJS.Signals) => void = () => {};

/** Interrupted, the run ends at once: nobody waits for six more steps after Ctrl-C. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopChild(signal);
    exit(128 + constants.signals[signal]);
  });
}

async function runStep(step: Step): Promise<Result> {
  console.log(`\n== ${step.name}`);
  const began = performance.now();
  const skip = step.skip?.() ?? null;
  if (skip !== null) {
    console.log(`left out: ${skip.reason}`);
    return { name: step.name, seconds: 0, passed: 0, failed: skip.isFailure ? 1 : 0, note: `left out: ${skip.reason}` };
  }
  let isGood = true;
  for (const program of step.programs) isGood = (await runProgram(program, step.env)) && isGood;
  const seconds = (performance.now() - began) / 1000;
  const counted = step.count?.() ?? { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
  // A step may fail although none of its tests did: an import that throws, an error after the last test.
  const failed = isGood ? counted.failed : Math.max(1, counted.failed);
  return { name: step.name, seconds, passed: counted.passed, failed, note: isGood ? 'ok' : 'FAILED' };
}

const results = mkdtempSync(join(tmpdir(), 'watchdesk-test-'));
process.on('exit', () => rmSync(results, { recursive: true, force: true }));

const steps = testSteps(results);
const wanted = argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`no step "${unknown.join('", "')}"; there are: ${steps.map(({ name }) => name).join(', ')}`);
  exit(2);
}

const done: Result[] = [];
for (const step of steps) if (wanted.length === 0 || wanted.includes(step.name)) done.push(await runStep(step));

const chosen = steps.filter(({ name }) => done.some((result) => result.name === name));
const notRun = chosen.flatMap(({ notRun: why }) => why?.() ?? []);
const sum = (key: 'passed' | 'failed' | 'seconds'): number => done.reduce((total, result) => total + result[key], 0);
console.log(`\n${'step'.padEnd(12)}${'seconds'.padStart(8)}${'passed'.padStart(8)}${'failed'.padStart(8)}  result`);
for (const { name, seconds, passed, failed, note } of done) {
  const numbers = [seconds.toFixed(1), String(passed), String(failed)].map((text) => text.padStart(8)).join('');
  console.log(`${name.padEnd(12)}${numbers}  ${note}`);
}
for (const line of notRun) console.log(`\n${line}`);
console.log(`\n${sum('seconds').toFixed(0)} s`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
