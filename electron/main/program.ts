/** The program's life: ready, desk opened, quitting asked about once, closed with a backup. */
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { app, dialog, ipcMain, powerMonitor, protocol, session, shell } from 'electron';
import { deskOpeners, isFileInUse, openingFault } from '#electron/desks/deskOpeners.ts';
import { openExports } from '#electron/desks/exports.ts';
import { deskFile } from '#electron/desks/places.ts';
import { openDesk } from '#electron/web/openBrowser.ts';
import { addressWith, askRunningHost } from '#electron/web/runningHost.ts';
import { readStaticFiles } from '#electron/web/staticFiles.ts';
import { BEAT_MS, type Push } from '#shared/contract/webRoutes.ts';
import { type DeskService, openDeskService } from './deskService.ts';
import { createDesktop, type Desktop } from './desktop.ts';
import { registerIpc } from './ipc/registerIpc.ts';
import type { ElectronPlaces } from './places.ts';
import { APP_SCHEME } from './security/addresses.ts';
import { answerApp, appHeaders } from './security/appProtocol.ts';
import { guardContents, guardSession } from './security/guardContents.ts';
import { createBoardWatch } from './status/boardWatch.ts';
import { quitGuard } from './status/leaving.ts';

export type ProgramOptions = {
  folder: string;
  data: string | null;
  places: ElectronPlaces;
  log: (line: string) => void;
};

const TICK_MS = 1000;
/** Long enough for a backup of a large file. */
const CLOSING_MS = 60_000;
/** Another start on the same folder may hold the file and not be listening yet. */
const OTHER_START_MS = 10_000;
const OTHER_START_STEP_MS = 500;

const clock = (): number => Date.now();

function serveFiles(places: ElectronPlaces): void {
  const files = readStaticFiles(fileURLToPath(places.renderer));
  const headers = appHeaders();
  protocol.handle(APP_SCHEME, ({ url, method }) => {
    const { status, body, ...answer } = answerApp({ url, method }, files, headers);
    return new Response(body === null ? null : new Uint8Array(body), { status, headers: answer.headers });
  });
}

/** The desk of this folder already runs in the web host: one desk, so it is opened there. */
async function openInBrowser(folder: string): Promise<boolean> {
  const running = await askRunningHost(folder);
  if (running === null) return false;
  const why = await openDesk(addressWith(running.port, running.token), folder);
  process.stdout.write('Watchdesk already open: it runs in the browser\n');
  if (why !== null) process.stderr.write(`watchdesk: ${why}\n`);
  return true;
}

export function runProgram(options: ProgramOptions): void {
  const { folder, data, places, log } = options;
  const exports = openExports(deskFile(folder));
  let desktop: Desktop | null = null;
  let service: DeskService | null = null;
  let decided = false;
  let asking = false;
  let closed = false;

  const quitNow = (): void => {
    decided = true;
    app.quit();
  };

  async function openService(push: (push: Push) => void, shown: Desktop): Promise<DeskService | null> {
    const openers = deskOpeners(folder, places, log);
    const open = () =>
      openDeskService({
        dataFolder: folder,
        places,
        openers,
        clock,
        log,
        push,
        onLocale: shown.setLocale,
        showFolder: async () => (await shell.openPath(folder)) === '',
        exports,
      });
    for (let waited = 0; ; waited += OTHER_START_STEP_MS) {
      try {
        return await open();
      } catch (error) {
        if (!isFileInUse(error) || waited >= OTHER_START_MS) throw error;
        if (await openInBrowser(folder)) return null;
        await wait(OTHER_START_STEP_MS);
      }
    }
  }

  async function run(): Promise<void> {
    guardSession(session.defaultSession);
    if (await openInBrowser(folder)) return app.exit(0);
    serveFiles(places);
    const shown = createDesktop({
      folder,
      data,
      places,
      clock,
      log,
      onSessionEnd: quitNow,
      exports,
      onReady: () => void process.stdout.write('Watchdesk ready: window\n'),
    });
    desktop = shown;
    const { promise: opened, resolve, reject } = Promise.withResolvers<DeskService>();
    opened.catch(() => {}); // told below
    registerIpc(ipcMain, shown.windowOf, { api: async () => (await opened).api, shell: shown.shell, log });
    shown.windows.openAtStart();

    const watch = createBoardWatch({
      board: async () => (await opened).board(),
      plan: async () => (await opened).plan(),
      clock,
      onStatus: shown.setStatus,
      log,
    });
    const push = (pushed: Push): void => {
      shown.windows.tell(pushed);
      if (pushed.type === 'alarms') watch.called(pushed.alarms);
      if (pushed.type === 'changed' || pushed.type === 'desk') watch.changed();
      void watch.tick();
    };
    try {
      service = await openService(push, shown);
    } catch (error) {
      reject(error);
      log(openingFault(error));
      dialog.showErrorBox(shown.text()('fault.title'), openingFault(error));
      decided = true;
      return app.exit(1);
    }
    if (service === null) return app.exit(0);
    resolve(service);
    const { positions, standing } = service;
    const ticking = setInterval(() => {
      void watch.tick();
      shown.tick();
    }, TICK_MS);
    const beating = setInterval(() => {
      shown.windows.tell({ type: 'beat', now: clock(), positions: positions() });
      shown.windows.tell(standing()); // for a page that has just come
    }, BEAT_MS);
    void watch.tick();
    powerMonitor.on('resume', () => {
      watch.changed();
      void watch.tick();
    });
    app.on('will-quit', () => {
      clearInterval(ticking);
      clearInterval(beating);
    });
  }

  async function askToQuit(message: string, detail: string, { text }: Desktop): Promise<void> {
    asking = true;
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: text()('quit.title'),
      message,
      detail,
      buttons: [text()('quit.stay'), text()('quit.quit')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    asking = false;
    if (response === 1) quitNow();
  }

  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, { openExternal: (url) => shell.openExternal(url), log }),
  );
  app.on('second-instance', () => void desktop?.windows.showMain());
  app.on('activate', () => void desktop?.windows.showMain());
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (desktop === null) return;
    const guard = quitGuard({ decided, clocks: desktop.status().clocks, now: clock() }, desktop.words());
    if (guard.kind === 'quit') return desktop.leave();
    event.preventDefault();
    if (!asking) void askToQuit(guard.message, guard.detail, desktop);
  });
  app.on('will-quit', (event) => {
    if (service === null) return;
    // Asked again while closing, as by a second signal: the backup is still being made.
    event.preventDefault();
    if (closed) return;
    closed = true;
    setTimeout(() => app.exit(1), CLOSING_MS).unref();
    service.close().then(
      () => app.exit(0),
      (error: unknown) => {
        log(`not closed cleanly: ${error instanceof Error ? error.message : String(error)}`);
        app.exit(1);
      },
    );
  });
  // The system is going down, or whoever started us says so: nobody is there to answer a question.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quitNow);

  app
    .whenReady()
    .then(async () => {
      powerMonitor.on('shutdown', quitNow);
      await run();
    })
    .catch((error: unknown) => {
      log(`could not start 无法启动: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      app.exit(1);
    });
}
