/**
 * A browser as a person has it, spoken to directly: the test runner's own pages always say that they are in front, so a
 * tab behind another one can only be seen here.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CHROMIUM_FLAGS, findChromium } from '#build/chromium.ts';

type Target = { id: string; webSocketDebuggerUrl: string };
export type PlainTab = {
  evaluate<T>(expression: string): Promise<T>;
  click(x: number, y: number): Promise<void>;
  /** Every other tab of the window goes behind it. */
  activate(): Promise<void>;
};
export type PlainBrowser = {
  /** `script` runs in the page before its own. */
  open(url: string, script?: string): Promise<PlainTab>;
  close(): Promise<void>;
};

const START_MS = 20_000;

async function portOf(folder: string): Promise<string> {
  for (const until = Date.now() + START_MS; Date.now() < until; await wait(100)) {
    try {
      const [port] = readFileSync(join(folder, 'DevToolsActivePort'), 'utf8').split('\n');
      if (port) return port;
    } catch {
      // Not up yet.
    }
  }
  throw new Error('the browser did not start');
}

function end(browser: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    browser.once('exit', () => resolve());
    browser.kill();
  });
}

export async function openPlainBrowser(): Promise<PlainBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-plain-'));
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'];
  const browser = spawn(findChromium() ?? 'chromium', [...CHROMIUM_FLAGS, ...flags], { stdio: 'ignore' });
  const base = `http://127.0.0.1:${await portOf(folder)}/json`;
  const sockets: WebSocket[] = [];

  async function tabOf({ id, webSocketDebuggerUrl }: Target) {
    const socket = new WebSocket(webSocketDebuggerUrl);
    sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.onopen = () => resolve();
      socket.onerror = () => reject(new Error('the tab does not answer'));
    });
    const waiting = new Map<number, (result: unknown) => void>();
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as { id?: number; result?: unknown };
      if (message.id !== undefined) waiting.get(message.id)?.(message.result);
    };
    let calls = 0;
    function send<T>(method: string, params: object = {}): Promise<T> {
      calls += 1;
      const call = calls;
      return new Promise((resolve) => {
        waiting.set(call, (result) => resolve(result as T));
        socket.send(JSON.stringify({ id: call, method, params }));
      });
    }
    const mouse = (type: string, x: number, y: number) =>
      send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    return {
      send,
      async evaluate<T>(expression: string): Promise<T> {
        const { result } = await send<{ result: { value: T } }>('Runtime.evaluate', {
          expression,
          returnByValue: true,
        });
        return result.value;
      },
      async click(x: number, y: number) {
        await mouse('mousePressed', x, y);
        await mouse('mouseReleased', x, y);
      },
      async activate() {
        await fetch(`${base}/activate/${id}`);
      },
    };
  }

  return {
    async open(url, script) {
      const target = (await (await fetch(`${base}/new?about:blank`, { method: 'PUT' })).json()) as Target;
      const tab = await tabOf(target);
      if (script !== undefined) {
        await tab.send('Page.enable');
        await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: script });
      }
      await tab.send('Page.navigate', { url });
      return tab;
    },
    async close() {
      for (const socket of sockets) socket.close();
      await end(browser);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
