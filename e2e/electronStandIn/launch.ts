// Starts a browser and, under plain Node with the stand-in, the built program.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../build/chromium.ts';
import { type Desktop, findWindow } from '../electron/desktop.ts';
import type { Evaluated, StandIn } from './electron.ts';

const MAIN = fileURLToPath(new URL('../../dist/electron/main.mjs', import.meta.url));
const REGISTER = new URL('./register.ts', import.meta.url).href;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

class Program {
  readonly child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  output = '';
  #lastId = 0;

  constructor(data: string, env: Record<string, string>) {
    this.child = fork(MAIN, ['--data', data], {
      execArgv: ['--no-warnings', '--import', REGISTER],
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const hear = (part: Buffer) => (this.output += part.toString());
    this.child.stdout?.on('data', hear);
    this.child.stderr?.on('data', hear);
    this.child.on('message', (message) => this.#answered(message as Evaluated));
  }
  #answered(answer: Evaluated): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.value);
  }
  evaluate(source: string, argument: unknown): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.child.send({ id, source, argument });
    });
  }
  async exited(): Promise<number | null> {
    const { exitCode, signalCode } = this.child;
    if (exitCode === null && signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }
}

export async function launchStandIn(): Promise<Desktop> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium');
  const data = mkdtempSync(join(tmpdir(), 'watchdesk-desktop-'));
  const profile = mkdtempSync(join(tmpdir(), 'watchdesk-profile-'));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
    viewport: null,
    args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
  });
  const env = { STAND_IN_CDP: `http://127.0.0.1:${port}` };
  let program = new Program(data, env);

  async function kill(): Promise<void> {
    program.child.kill('SIGKILL');
    await program.exited();
    // Electron's windows go with it; here they are another program's pages.
    for (const page of context.pages()) if (page.url() !== 'about:blank') await page.close();
  }

  return {
    data,
    output: () => program.output,
    window: (address) => findWindow(() => context.pages(), address),
    evaluate: async <Result, Argument>(run: (electron: StandIn, argument: Argument) => Result, argument: Argument) =>
      (await program.evaluate(String(run), argument)) as Result,
    async startSecond() {
      const second = new Program(data, { ...env, STAND_IN_SECOND: '1' });
      const code = await second.exited();
      return { code, output: second.output };
    },
    kill,
    async restart() {
      await kill();
      program = new Program(data, env);
    },
    exited: () => program.exited(),
    async close() {
      await kill();
      await context.close();
      rmSync(profile, { recursive: true, force: true });
      rmSync(data, { recursive: true, force: true });
    },
  };
}
