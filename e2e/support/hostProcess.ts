/** The built host as a process of its own, as an officer starts it: to be used, killed, and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const BUILT_HOST = fileURLToPath(new URL('../../dist/host/main.mjs', import.meta.url));
const READY = /^Watchdesk ready: (http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+)$/;

export type HostProcess = {
  readonly address: string;
  /** From spawning to the ready line. */
  readonly startedInMs: number;
  /** What went to the terminal beside the ready line. */
  stderr(): string;
  /** SIGSTOP and SIGCONT: as the machine sleeps and wakes. */
  signal(signal: NodeJS.Signals): void;
  readonly pid: number;
  kill(): Promise<void>;
  /** SIGTERM, as from a terminal; answers the exit code. */
  stop(): Promise<number | null>;
};

export const startHostProcess = (folder: string, ...args: string[]): Promise<HostProcess> =>
  startHostUnder({}, folder, ...args);

/** With variables of its own: another clock, a hook for its worker. */
export async function startHostUnder(env: NodeJS.ProcessEnv, folder: string, ...args: string[]): Promise<HostProcess> {
  const from = performance.now();
  const child = spawn(process.execPath, [BUILT_HOST, '--no-open', '--data', folder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const address = await readyAddress(child, exited, () => stderr);
  return {
    address,
    startedInMs: performance.now() - from,
    stderr: () => stderr,
    pid: child.pid ?? 0,
    signal: (signal) => void child.kill(signal),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

async function readyAddress(
  child: ChildProcess,
  exited: Promise<number | null>,
  stderr: () => string,
): Promise<string> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const ready = (async () => {
    for await (const line of lines) {
      const address = READY.exec(line)?.[1];
      if (address === undefined) throw new Error(`the host said: ${line}`);
      return address;
    }
    throw new Error(`the host ended with ${await exited}: ${stderr()}`);
  })();
  const address = await ready;
  child.stdout?.resume();
  return address;
}
