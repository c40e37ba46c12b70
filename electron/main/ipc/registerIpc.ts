/** The one place that listens to pages: every channel there is, each through `answerCall`. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { channelOf, ipcCalls, type WindowKind } from '#shared/contract/shell.ts';
import { answerCall, type CallDeps } from './answerCall.ts';
import type { Sender } from './senderCheck.ts';

export type WindowOf = (webContentsId: number) => WindowKind | null;

function senderOf({ sender, senderFrame }: IpcMainInvokeEvent, windowOf: WindowOf): Sender {
  return {
    window: windowOf(sender.id),
    frame: senderFrame && { url: senderFrame.url, isMain: senderFrame.parent === null },
  };
}

export function registerIpc(ipcMain: IpcMain, windowOf: WindowOf, deps: CallDeps): void {
  for (const call of ipcCalls) {
    ipcMain.handle(channelOf(call), (event, ...args: unknown[]) =>
      answerCall(call, senderOf(event, windowOf), args, deps),
    );
  }
}
