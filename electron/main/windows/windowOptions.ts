/** How each window is made. Pure; the security half of it is the same for every kind and asserted by tests. */
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { WindowKind } from '#shared/contract/shell.ts';
import type { Bounds } from './placement.ts';

export type WindowInputs = {
  kind: WindowKind;
  bounds: Bounds;
  preload: string;
  icon: string;
  title: string;
  /** A shipped program has no developer tools. */
  isPackaged: boolean;
};

/** On a field laptop of 1366×768 the desk still fits. */
export const MIN_SIZE: Record<WindowKind, { width: number; height: number }> = {
  main: { width: 1024, height: 640 },
  incident: { width: 720, height: 480 },
  alarm: { width: 420, height: 320 },
  wall: { width: 640, height: 360 },
};

export const webPreferences = ({
  preload,
  isPackaged,
}: Pick<WindowInputs, 'preload' | 'isPackaged'>): WebPreferences => ({
  preload,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  plugins: false,
  spellcheck: false,
  safeDialogs: true,
  devTools: !isPackaged,
  // Clocks tick and alarms sound in a covered or hidden window, and before the first click.
  backgroundThrottling: false,
  autoplayPolicy: 'no-user-gesture-required',
});

export function windowOptions(inputs: WindowInputs): BrowserWindowConstructorOptions {
  const { kind, bounds, icon, title } = inputs;
  const { width: minWidth, height: minHeight } = MIN_SIZE[kind];
  const common: BrowserWindowConstructorOptions = {
    ...bounds,
    minWidth,
    minHeight,
    title,
    icon,
    show: false,
    backgroundColor: '#14171c',
    webPreferences: webPreferences(inputs),
  };
  switch (kind) {
    case 'main':
    case 'incident':
      return common;
    case 'alarm':
      // It goes when somebody acknowledges, not when it is in the way.
      return {
        ...common,
        alwaysOnTop: true,
        autoHideMenuBar: true,
        minimizable: false,
        maximizable: false,
        fullscreenable: false,
      };
    case 'wall':
      return { ...common, frame: false, fullscreen: true, autoHideMenuBar: true };
  }
}
