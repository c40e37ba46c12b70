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

type Answer = { result?: unknown; error?: { message: string } };
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
const CONTEXT_MS = 10_000;
const BETWEEN_DOCUMENTS = /execution context|context was destroyed|navigated or closed/i;

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
    const waiting = new Map<number, (answer: Answer) => void>();
    socket.onmessage = ({ data }) => {
      const { id: call, ...answer } = JSON.parse(String(data)) as Answer & { id?: number };
      if (call !== undefined) waiting.get(call)?.(answer);
    };
    let calls = 0;
    function send<T>(method: string, params: object = {}): Promise<T> {
      calls += 1;
      const call = calls;
      return new Promise((resolve, reject) => {
        waiting.set(call, ({ result, error }) => {
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result as T);
        });
        socket.send(JSON.stringify({ id: call, method, params }));
      });
    }
    const mouse = (type: string, x: number, y: number) =>
      send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    return {
      send,
      async evaluate<T>(expression: string): Promise<T> {
        // Between two documents a tab has nothing to run an expression in, and says so: it is asked again once it has.
        for (const until = Date.now() + CONTEXT_MS; ; await wait(50)) {
          try {
            const asked = { expression, returnByValue: true };
            const { result } = await send<{ result: { value: T } }>('Runtime.evaluate', asked);
            return result.value;
          } catch (error) {
            if (!BETWEEN_DOCUMENTS.test(String(error)) || Date.now() > until) throw error;
          }
        }
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
