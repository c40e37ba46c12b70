/** The one place that listens to pages: every channel there is, each through `answerCall`. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { channelOf, ipcCalls, type WindowKind } from '#shared/contract/shell.ts';
import { answerCall, type CallDeps } from './answerCall.ts';
import type { Sender } from './senderCheck.ts';

export type WindowOf = (webContentsId: number) => WindowKind | null;

/** A frame that went away while its call was on the way throws when it is looked at: then nobody asked. */
function frameOf({ senderFrame }: IpcMainInvokeEvent): Sender['frame'] {
  try {
    return senderFrame && { url: senderFrame.url, isMain: senderFrame.parent === null };
  } catch {
    return null;
  }
}

export function registerIpc(ipcMain: IpcMain, windowOf: WindowOf, deps: CallDeps): void {
  for (const call of ipcCalls) {
    ipcMain.handle(channelOf(call), (event, ...args: unknown[]) =>
      answerCall(
        call,
        { window: windowOf(event.sender.id), contentsId: event.sender.id, frame: frameOf(event) },
        args,
        deps,
      ),
    );
  }
}
