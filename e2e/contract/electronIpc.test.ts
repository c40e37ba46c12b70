// The same contract over Electron's channels: the screen's own adapter on one side, the program's answers on the other,
// and between them only what structured cloning carries.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskOpeners } from '#electron/desks/deskOpeners.ts';
import { openExports } from '#electron/desks/exports.ts';
import { deskFile, programPlaces } from '#electron/desks/places.ts';
import { openDeskService } from '#electron/main/deskService.ts';
import { answerCall, type Shell } from '#electron/main/ipc/answerCall.ts';
import type { Sender } from '#electron/main/ipc/senderCheck.ts';
import { PAGE_URL } from '#electron/main/security/addresses.ts';
import { createElectronApi } from '#renderer/platform/electronApi.ts';
import { type Bridge, type IpcCall, ipcCalls } from '#shared/contract/shell.ts';
import { describeDeskApi } from './deskApiContract.ts';

const SOURCE = new URL('../../electron/web/main.ts', import.meta.url);
const sender: Sender = { window: 'main', frame: { url: `${PAGE_URL}#/board`, isMain: true } };
const noShell: Shell = Object.fromEntries(ipcCalls.map((call) => [call, () => ({})])) as unknown as Shell;
const quiet = () => undefined;

async function openProgram(folder: string) {
  const places = programPlaces(SOURCE.href);
  const listeners = new Set<(push: unknown) => void>();
  const service = await openDeskService({
    dataFolder: folder,
    places,
    openers: deskOpeners(folder, places, quiet),
    clock: Date.now,
    log: quiet,
    push: (push) => listeners.forEach((listener) => listener(structuredClone(push))),
    onLocale: quiet,
    showFolder: async () => false,
    exports: openExports(deskFile(folder)),
  });
  const deps = { api: async () => service.api, shell: noShell, log: quiet };
  const ask = (call: IpcCall) => async (body?: unknown) =>
    structuredClone(await answerCall(call, sender, [structuredClone(body)], deps));
  const calls = Object.fromEntries(ipcCalls.map((call) => [call, ask(call)])) as Record<
    IpcCall,
    ReturnType<typeof ask>
  >;
  const bridge: Bridge = {
    ...calls,
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const api = createElectronApi(bridge);
  return {
    api,
    async close() {
      api.close();
      await service.close();
    },
  };
}

describeDeskApi('DeskApi over Electron’s channels', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-ipc-'));
  let current = await openProgram(folder);
  return {
    api: current.api,
    async reopen() {
      await current.close();
      current = await openProgram(folder);
      return current.api;
    },
    async close() {
      await current.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
