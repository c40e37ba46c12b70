// The same flows on a real Electron, where its runtime is installed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication } from '@playwright/test';
import { electronRuntime } from '../../build/electronRuntime.ts';
import type { StandIn } from '../electronStandIn/electron.ts';
import { type Desktop, findWindow } from './desktop.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export async function launchReal(): Promise<Desktop> {
  const executablePath = electronRuntime(ROOT);
  if (executablePath === null) throw new Error('the Electron runtime is not installed');
  const data = mkdtempSync(join(tmpdir(), 'watchdesk-desktop-'));
  const args = [ROOT, '--data', data];
  let output = '';

  async function start(): Promise<ElectronApplication> {
    const started = await _electron.launch({ executablePath: executablePath ?? '', args, locale: 'zh-CN' });
    const { stdout, stderr } = started.process();
    for (const stream of [stdout, stderr]) stream?.on('data', (part: Buffer) => (output += part.toString()));
    return started;
  }
  let program = await start();

  async function exited(): Promise<number | null> {
    const child = program.process();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  }
  async function kill(): Promise<void> {
    program.process().kill('SIGKILL');
    await exited();
  }

  return {
    data,
    output: () => output,
    window: (address) => findWindow(() => program.windows(), address),
    evaluate: async <Result, Argument>(run: (electron: StandIn, argument: Argument) => Result, argument: Argument) =>
      (await program.evaluate(run as never, argument)) as Result,
    async startSecond() {
      const second = spawn(executablePath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      second.stdout.on('data', (part: Buffer) => (said += part.toString()));
      const [code] = (await once(second, 'exit')) as [number | null];
      return { code, output: said };
    },
    kill,
    async restart() {
      await kill();
      program = await start();
    },
    exited,
    async close() {
      await kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
