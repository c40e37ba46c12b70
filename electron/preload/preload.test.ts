// The preload script run in an empty world: what a page gets to see of the program, and nothing more.
import { afterEach, expect, test, vi } from 'vitest';
import { channelOf, ipcCalls, PUSH_CHANNEL } from '#shared/contract/shell.ts';

type Listener = (event: unknown, ...args: unknown[]) => void;

async function expose() {
  const exposed: [string, Record<string, (...args: unknown[]) => unknown>][] = [];
  const invoked: unknown[][] = [];
  const listeners = new Set<Listener>();
  vi.doMock('electron', () => ({
    contextBridge: { exposeInMainWorld: (...args: (typeof exposed)[number]) => exposed.push(args) },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => void invoked.push(args),
      on: (channel: string, listener: Listener) => channel === PUSH_CHANNEL && listeners.add(listener),
      off: (channel: string, listener: Listener) => channel === PUSH_CHANNEL && listeners.delete(listener),
    },
  }));
  vi.resetModules();
  await import('./preload.ts');
  return { exposed, invoked, listeners };
}

afterEach(() => {
  vi.doUnmock('electron');
});

test('[APP-1] one object, one function per channel and one ear; nothing generic [reliability: Electron]', async () => {
  const { exposed } = await expose();
  expect(exposed.map(([name]) => name)).toEqual(['watchdesk']);
  const bridge = exposed[0]?.[1] ?? {};
  expect(Object.keys(bridge).sort()).toEqual([...ipcCalls, 'onPush'].sort());
  for (const value of Object.values(bridge)) expect(typeof value).toBe('function');
});

test('[APP-1] each function speaks on its own channel, with one body, whatever else it is given', async () => {
  const { exposed, invoked } = await expose();
  for (const call of ipcCalls) await exposed[0]?.[1][call]?.({ a: 1 }, 'watchdesk:execute', { b: 2 });
  expect(invoked).toEqual(ipcCalls.map((call) => [channelOf(call), { a: 1 }]));
});

test('[APP-1] a page hears what is pushed and never the event, which would lead to the program', async () => {
  const { exposed, listeners } = await expose();
  const heard: unknown[][] = [];
  const stop = exposed[0]?.[1]['onPush']?.((...args: unknown[]) => heard.push(args)) as () => void;
  for (const listener of listeners) listener({ sender: { send: () => {} }, ports: [] }, { type: 'shell' }, 'more');
  expect(heard).toEqual([[{ type: 'shell' }]]);
  expect(stop()).toBeUndefined();
  expect(listeners.size).toBe(0);
});
