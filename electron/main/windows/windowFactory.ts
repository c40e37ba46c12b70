/** The only place that makes windows (a test forbids any other): options, guard, page, in one breath. */
import { BrowserWindow, type BrowserWindow as Window } from 'electron';
import type { WindowKind } from '#shared/contract/shell.ts';
import { pageAt } from '../security/addresses.ts';
import type { Bounds } from './placement.ts';
import { windowOptions } from './windowOptions.ts';

export type WindowPlaces = { preload: string; icon: string; isPackaged: boolean };

export type Windows = {
  open(kind: WindowKind, bounds: Bounds, hash: string, title: string): Window;
  kindOf(webContentsId: number): WindowKind | null;
  /** The open window of a page. */
  of(webContentsId: number): Window | null;
  /** The first open one of a kind. */
  find(kind: WindowKind): Window | null;
  all(): Window[];
  send(channel: string, message: unknown): void;
};

export function createWindows(places: WindowPlaces, log: (line: string) => void): Windows {
  const open = new Map<number, { kind: WindowKind; window: Window }>();
  const alive = () => Array.from(open.values()).filter(({ window }) => !window.isDestroyed());

  return {
    open(kind, bounds, hash, title) {
      const window = new BrowserWindow(windowOptions({ kind, bounds, title, ...places }));
      const { id } = window.webContents;
      open.set(id, { kind, window });
      window.on('closed', () => open.delete(id));
      window.loadURL(pageAt(hash)).catch((error: unknown) => {
        log(`window ${kind} did not load: ${error instanceof Error ? error.message : String(error)}`);
      });
      return window;
    },
    kindOf: (id) => open.get(id)?.kind ?? null,
    of: (id) => alive().find(({ window }) => window.webContents.id === id)?.window ?? null,
    find: (wanted) => alive().find(({ kind }) => kind === wanted)?.window ?? null,
    all: () => alive().map(({ window }) => window),
    send(channel, message) {
      for (const { window } of alive()) window.webContents.send(channel, message);
    },
  };
}
