/** The program's windows by what they are for: which are open, where they stand, and where they come back to. */
import { type BrowserWindow, type NativeImage, screen } from 'electron';
import { PUSH_CHANNEL, type ShellPush } from '#shared/contract/shell.ts';
import type { Push } from '#shared/contract/webRoutes.ts';
import type { Text } from '../texts/texts.ts';
import { listDisplays } from './displays.ts';
import type { KeptStore } from './keptState.ts';
import { type Bounds, cornerOf, restoredBounds, wallDisplay } from './placement.ts';
import type { Windows } from './windowFactory.ts';

const MAIN_SIZE = { width: 1440, height: 900 };
const INCIDENT_SIZE = { width: 1100, height: 800 };
const ALARM_SIZE = { width: 520, height: 420 };

export type IncidentPlace = { desk: string | null; incidentId: string };
export const incidentHash = ({ desk, incidentId }: IncidentPlace): string =>
  `${desk === null ? '' : `/@${encodeURIComponent(desk)}`}/incident/${encodeURIComponent(incidentId)}`;

export type DeskWindowsDeps = {
  windows: Windows;
  kept: KeptStore;
  text: () => Text;
  /** Called as the main window closes; true keeps it, hidden. */
  keepMain: () => boolean;
  keepAlarm: () => boolean;
  onMainClosed: () => void;
  onReady: () => void;
  /** Windows logs off or shuts down. */
  onSessionEnd: () => void;
  /** The wall opened or closed. */
  onWall: () => void;
};

export type DeskWindows = ReturnType<typeof createDeskWindows>;

/** Remembers bounds a moment after the last move, not at every pixel. */
function onMoved(window: BrowserWindow, keep: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => !window.isDestroyed() && keep(), 300);
  };
  window.on('move', later);
  window.on('resize', later);
  window.on('close', keep);
}

export function createDeskWindows(deps: DeskWindowsDeps) {
  const { windows, kept, text } = deps;
  const tell = (push: ShellPush | Push) => windows.send(PUSH_CHANNEL, push);

  function openMain(): BrowserWindow {
    const saved = kept.read().main;
    const bounds = restoredBounds(saved?.bounds ?? null, listDisplays(screen), MAIN_SIZE);
    const window = windows.open('main', bounds, '/board', text()('product'));
    window.once('ready-to-show', () => {
      if (saved?.maximized === true) window.maximize();
      window.show();
    });
    window.webContents.once('did-finish-load', deps.onReady);
    onMoved(window, () => kept.change({ main: { bounds: window.getNormalBounds(), maximized: window.isMaximized() } }));
    window.on('close', (event) => {
      if (!deps.keepMain()) return;
      event.preventDefault();
      window.hide();
    });
    window.on('closed', deps.onMainClosed);
    window.on('session-end', deps.onSessionEnd);
    return window;
  }

  function showMain(): BrowserWindow {
    const window = windows.find('main') ?? openMain();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return window;
  }

  function openWallOn(displayId: number | null): void {
    const displays = listDisplays(screen);
    const main = windows.find('main');
    const deskDisplay = main === null ? null : screen.getDisplayMatching(main.getBounds()).id;
    const wanted = displays.find(({ id }) => id === displayId);
    const display = wanted ?? wallDisplay(kept.read().wall?.display ?? null, displays, deskDisplay);
    const { id, label, bounds } = display;
    kept.change({ wall: { display: { id, label, bounds }, isOpen: true } });
    const open = windows.find('wall');
    if (open !== null) {
      open.setFullScreen(false);
      open.setBounds(bounds);
      return open.setFullScreen(true);
    }
    const window = windows.open('wall', bounds, '/wall', text()('wallTitle'));
    window.once('ready-to-show', () => window.show());
    // No controls of its own, so the one key everybody tries closes it.
    window.webContents.on('before-input-event', (_event, { type, key }) => {
      if (type === 'keyDown' && key === 'Escape') closeWall();
    });
    window.on('closed', deps.onWall);
    deps.onWall();
  }

  function closeWall(): void {
    const { wall } = kept.read();
    if (wall !== null) kept.change({ wall: { ...wall, isOpen: false } });
    windows.find('wall')?.close();
  }

  function openIncident(place: IncidentPlace): void {
    const displays = listDisplays(screen);
    const bounds: Bounds = restoredBounds(kept.read().incident, displays, INCIDENT_SIZE);
    const window = windows.open('incident', bounds, incidentHash(place), text()('incidentTitle'));
    window.once('ready-to-show', () => window.show());
    onMoved(window, () => kept.change({ incident: window.getNormalBounds() }));
  }

  function openAlarm(): BrowserWindow {
    const displays = listDisplays(screen);
    const main = windows.find('main');
    const place =
      main === null ? undefined : displays.find(({ id }) => id === screen.getDisplayMatching(main.getBounds()).id);
    const corner = cornerOf(place ?? displays[0], ALARM_SIZE);
    const saved = kept.read().alarm;
    const window = windows.open(
      'alarm',
      saved === null ? corner : restoredBounds(saved, displays, ALARM_SIZE),
      '/alarm',
      text()('alarmTitle'),
    );
    // Above full-screen windows too: a film or a slide show must not hide it.
    window.setAlwaysOnTop(true, 'screen-saver');
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    window.on('close', (event) => void (deps.keepAlarm() && event.preventDefault()));
    onMoved(window, () => kept.change({ alarm: window.getBounds() }));
    return window;
  }

  return {
    tell,
    showMain,
    openWall: openWallOn,
    closeWall,
    openIncident,
    /** Shows it without taking the keyboard from somebody who types. */
    showAlarm(): void {
      const open = windows.find('alarm');
      const window = open ?? openAlarm();
      if (open === null) window.once('ready-to-show', () => window.showInactive());
      else if (!window.isVisible()) window.showInactive();
      window.moveTop();
    },
    hideAlarm: (): void => windows.find('alarm')?.hide(),
    flash(on: boolean): void {
      windows.find('main')?.flashFrame(on);
    },
    /** Windows' taskbar; elsewhere Electron ignores it. */
    setOverlay(icon: NativeImage | null, description: string): void {
      if (process.platform === 'win32') windows.find('main')?.setOverlayIcon(icon, description);
    },
    /** Opens the main window, and the wall where it hung last time. */
    openAtStart(): void {
      openMain();
      if (kept.read().wall?.isOpen === true) openWallOn(null);
    },
    /** A display went or came: nothing may be left where nobody sees it. */
    displaysChanged(): void {
      const displays = listDisplays(screen);
      for (const kind of ['main', 'incident', 'alarm'] as const) {
        const window = windows.find(kind);
        if (window === null || window.isMaximized() || window.isFullScreen()) continue;
        const bounds = window.getBounds();
        window.setBounds(restoredBounds(bounds, displays, bounds));
      }
      if (windows.find('wall') !== null) openWallOn(null);
      tell({ type: 'shell' });
    },
    wallState: () => ({
      isOpen: windows.find('wall') !== null,
      displayId: kept.read().wall?.display.id ?? null,
    }),
  };
}
