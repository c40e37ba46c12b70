// What `import 'electron'` finds in a test. A spec's functions are evaluated here, in the program's own process, with
// this module as their first argument, just as Playwright evaluates them in a real Electron.
import { app } from './app.ts';
import { BrowserWindow } from './browserWindow.ts';
import { ipcMain } from './ipc.ts';
import { protocol } from './protocol.ts';
import { session } from './session.ts';
import * as system from './system.ts';

Object.assign(process.versions, { electron: '45.4.1' });

const { dialog, Menu, nativeImage, Notification, powerMonitor, powerSaveBlocker, screen, shell, Tray } = system;

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  Tray,
};

const standIn = { app, BrowserWindow, ipcMain, protocol, session, ...system };
export type StandIn = typeof standIn;

export interface Evaluation {
  id: number;
  source: string;
  argument: unknown;
}
export type Evaluated = { id: number; value: unknown } | { id: number; error: string };

async function evaluate({ id, source, argument }: Evaluation): Promise<Evaluated> {
  try {
    // oxlint-disable-next-line eslint/no-eval -- the spec's own function, by its text.
    const run = (0, eval)(`(${source})`) as (electron: StandIn, argument: unknown) => unknown;
    return { id, value: await run(standIn, argument) };
  } catch (error) {
    return { id, error: String(error) };
  }
}

process.on('message', (message) => {
  void evaluate(message as Evaluation).then((answer) => process.send?.(answer));
});
// The spec's side of the channel must not keep a program alive that wants to end.
process.channel?.unref();
