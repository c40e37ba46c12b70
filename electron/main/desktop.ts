/** Everything of the program that is seen: windows, menu, tray, alarm signs. It shows a status and knows no desk. */
import { homedir } from 'node:os';
import { app, dialog, Menu, screen } from 'electron';
import { readAttachment } from '#db/files/readAttachment.ts';
import type { Exports } from '#electron/desks/exports.ts';
import { deskFile } from '#electron/desks/places.ts';
import type { MenuCommand } from '#shared/contract/shell.ts';
import { createAlarmSigns } from './alarmSigns.ts';
import type { Shell } from './ipc/answerCall.ts';
import type { WindowOf } from './ipc/registerIpc.ts';
import { createPaperKeeper } from './papers/paperKeeper.ts';
import type { ElectronPlaces } from './places.ts';
import { createShell } from './shell.ts';
import { keepsAwake } from './status/attention.ts';
import { type DeskStatus, NO_STATUS } from './status/boardWatch.ts';
import { alarmMayClose, closeDecision } from './status/leaving.ts';
import { type ClockWords, trayLines } from './status/runningClocks.ts';
import { type AutostartWay, applyAutostart, autostartWay, isAutostartOn } from './system/autostart.ts';
import { menuTemplate } from './system/menu.ts';
import { createStayAwake } from './system/stayAwake.ts';
import { createTray } from './system/tray.ts';
import { type Locale, type Text, textsIn } from './texts/texts.ts';
import { createDeskWindows, type DeskWindows } from './windows/deskWindows.ts';
import { displayRows, listDisplays } from './windows/displays.ts';
import { openKeptState } from './windows/keptState.ts';
import { createWindows } from './windows/windowFactory.ts';

export type DesktopOptions = {
  folder: string;
  /** The data folder, where it was named on the command line. */
  data: string | null;
  places: ElectronPlaces;
  clock: () => number;
  log: (line: string) => void;
  onReady: () => void;
  onSessionEnd: () => void;
  /** Exports that wait to be taken. */
  exports: Pick<Exports, 'take' | 'giveUp'>;
};

export type Desktop = {
  windows: DeskWindows;
  windowOf: WindowOf;
  shell: Shell;
  text: () => Text;
  words: () => ClockWords;
  status: () => DeskStatus;
  setStatus: (status: DeskStatus) => void;
  setLocale: (locale: Locale) => void;
  /** Once a second: the tray's minutes. */
  tick: () => void;
  /** From now on windows close. */
  leave(): void;
  destroy(): void;
};

export function createDesktop(options: DesktopOptions): Desktop {
  const { folder, data, places, clock, log, onReady, onSessionEnd, exports } = options;
  const { isPackaged } = app;
  const kept = openKeptState(folder, log);
  const opened = createWindows({ preload: places.preload, icon: places.icon, isPackaged }, log);
  const awake = createStayAwake();
  let status = NO_STATUS;
  let locale: Locale = 'zh-CN';
  let leaving = false;

  const text = (): Text => textsIn(locale);
  const words = (): ClockWords => ({ plan: status.plan, text: text(), locale });
  const way: AutostartWay = autostartWay({
    platform: process.platform,
    isPackaged,
    env: process.env,
    home: homedir(),
    executable: process.execPath,
    data,
  });

  function keepMain(): boolean {
    const { toldAboutTray: told } = kept.read();
    const { clocks, alarms } = status;
    const decision = closeDecision({ quitting: leaving, clocks: clocks.length, alarms: alarms.length, told });
    if (decision === 'hideAndTell') {
      kept.change({ toldAboutTray: true });
      const [title, message, detail, ok] = [
        text()('close.title'),
        text()('close.message'),
        text()('close.detail'),
        text()('close.ok'),
      ];
      dialog.showMessageBox({ type: 'info', title, message, detail, buttons: [ok] }).catch(() => log('not told'));
    }
    return decision !== 'close';
  }

  const windows = createDeskWindows({
    windows: opened,
    kept,
    text,
    keepMain,
    keepAlarm: () => !alarmMayClose({ quitting: leaving, alarms: status.alarms.length }),
    onMainClosed: () => app.quit(),
    onReady,
    onSessionEnd,
    onWall: refreshMenu,
  });
  const openIncident = (incidentId: string): void => windows.openIncident({ desk: null, incidentId });
  const signs = createAlarmSigns({ windows, icon: places.alarmIcon, text, onOpen: openIncident });
  const tray = createTray({
    icon: places.trayIcon,
    onShow: () => void windows.showMain(),
    onQuit: () => app.quit(),
    log,
  });

  function refreshMenu(): void {
    const displays = displayRows(listDisplays(screen));
    const facts = {
      text: text(),
      displays,
      wallIsOpen: windows.wallState().isOpen,
      incidents: status.incidents,
      isPackaged,
    };
    const template = menuTemplate(facts, {
      command(command: MenuCommand) {
        windows.showMain();
        windows.tell({ type: 'menu', command });
      },
      openWall: (displayId) => windows.openWall(displayId),
      closeWall: () => windows.closeWall(),
      openIncident,
      about: () => app.showAboutPanel(),
      quit: () => app.quit(),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    windows.tell({ type: 'shell' });
  }

  const showTray = (): void => tray.show(trayLines(status.clocks, clock(), words()), text());
  const info = () => ({
    platform: process.platform,
    displays: displayRows(listDisplays(screen)),
    wall: windows.wallState(),
    autostart: { on: isAutostartOn(way, app) },
  });

  app.setAboutPanelOptions({ applicationName: 'Watchdesk 应急值守台', applicationVersion: app.getVersion() });
  refreshMenu();
  const displaysChanged = (): void => {
    windows.displaysChanged();
    refreshMenu();
  };
  screen.on('display-added', displaysChanged);
  screen.on('display-removed', displaysChanged);

  return {
    windows,
    windowOf: (id) => opened.kindOf(id),
    shell: createShell({
      windows,
      info,
      setAutostart: (on) => applyAutostart(way, on, app),
      papers: createPaperKeeper({
        windowOf: (id) => opened.of(id),
        readAttachment: (sha256) => readAttachment(deskFile(folder), sha256),
        exports,
        text,
        log,
      }),
    }),
    text,
    words,
    status: () => status,
    setStatus(next) {
      const incidentsChanged = JSON.stringify(next.incidents) !== JSON.stringify(status.incidents);
      status = next;
      awake.want(keepsAwake(next.clocks.length, next.alarms.length));
      signs.show(next.alarms);
      showTray();
      if (incidentsChanged) refreshMenu();
    },
    setLocale(next) {
      if (next === locale) return;
      locale = next;
      refreshMenu();
      showTray();
    },
    tick: showTray,
    leave() {
      leaving = true;
    },
    destroy() {
      awake.want(false);
      tray.destroy();
    },
  };
}
