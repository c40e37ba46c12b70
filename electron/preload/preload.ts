/** Runs before every page, in a world of its own: puts one function per channel on `window.watchdesk`, and nothing else. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type Bridge, channelOf, type IpcCall, ipcCalls, PUSH_CHANNEL } from '#shared/contract/shell.ts';

const ask = (call: IpcCall) => (body?: unknown) => ipcRenderer.invoke(channelOf(call), body);

function onPush(listener: (push: unknown) => void): () => void {
  const hear = (_event: IpcRendererEvent, push: unknown): void => listener(push);
  ipcRenderer.on(PUSH_CHANNEL, hear);
  return () => void ipcRenderer.off(PUSH_CHANNEL, hear);
}

const calls = Object.fromEntries(ipcCalls.map((call) => [call, ask(call)])) as Record<IpcCall, ReturnType<typeof ask>>;
contextBridge.exposeInMainWorld('watchdesk', { ...calls, onPush } satisfies Bridge);
