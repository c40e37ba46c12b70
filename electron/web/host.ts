/** The host put together: desks, alarms, sessions and server, from a data folder to a listening port. */
import { fileURLToPath } from 'node:url';
import { verifyInThread } from '#db/desk/inThread.ts';
import { openKeptFiles } from '#db/files/keptFiles.ts';
import { findCjkFonts } from '#electron/desks/cjkFonts.ts';
import { type DeskOpeners, LIVE_DESK, openDesks } from '#electron/desks/desks.ts';
import { openExports } from '#electron/desks/exports.ts';
import { createHostApi } from '#electron/desks/hostApi.ts';
import { hostInfo, listPlans, readVersion } from '#electron/desks/hostInfo.ts';
import { startLiveAlarms } from '#electron/desks/liveAlarms.ts';
import { deskFile, type ProgramPlaces } from '#electron/desks/places.ts';
import { createSelfCheck } from '#electron/desks/selfCheck.ts';
import { createIdentity } from '#electron/identity/identity.ts';
import { openPinStore } from '#electron/identity/pinStore.ts';
import { openScreens } from '#electron/identity/screens.ts';
import type { Push } from '#shared/contract/webRoutes.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { createPushes } from './pushes.ts';
import { addressWith, hostIdentity, lastPort, launchDesk, rememberPort } from './runningHost.ts';
import { openSessions } from './sessions.ts';
import { showFolder } from './showFolder.ts';
import { readStaticFiles } from './staticFiles.ts';
import { createWebServer, type WebServer } from './webServer.ts';

export type HostOptions = {
  dataFolder: string;
  /** null: the last one if it is free, so that open tabs find the host again; else any. */
  port: number | null;
  places: ProgramPlaces;
  openers: DeskOpeners;
  clock: () => number;
  log: (line: string) => void;
};

export type Host = {
  readonly port: number;
  readonly cjkFonts: Promise<boolean>;
  /** An address that lets its first reader in. */
  address(): string;
  close(): Promise<void>;
};

async function listenSomewhere(server: WebServer, wanted: number | null, last: number | null): Promise<number> {
  if (wanted !== null) return server.listen(wanted);
  if (last === null) return server.listen(0);
  return server.listen(last).catch(() => server.listen(0));
}

export async function startHost(options: HostOptions): Promise<Host> {
  const { dataFolder, places, openers, clock, log } = options;
  const cjkFonts = findCjkFonts();
  const hearers: ((push: Push) => void)[] = [];
  const tell = (push: Push): void => {
    for (const hear of hearers) hear(push);
  };
  const desks = await openDesks(openers, tell, log);
  const live = desks.find(LIVE_DESK);
  if (live === null) throw new Error('the live desk is not open');
  const files = await openKeptFiles(deskFile(dataFolder));
  const exports = openExports(deskFile(dataFolder));
  await exports.clear();
  const alarms = startLiveAlarms({ desk: live, folder: dataFolder, push: tell, log });
  const officers = createIdentity({
    desk: live,
    pins: openPinStore({ folder: dataFolder }),
    screens: openScreens(dataFolder),
    clock,
    log,
    push: tell,
  });
  const pushes = createPushes(
    () => desks.positions(),
    () => alarms.standing(),
    clock,
  );

  hearers.push(
    (push) => pushes.send(push),
    (push) => alarms.hear(push),
    (push) => officers.hear(push),
  );

  const identity = hostIdentity(dataFolder);
  const sessions = openSessions(dataFolder, clock);
  const fixed = {
    version: readVersion(places.packageJson),
    plans: listPlans(builtinPlans),
    scenarios: Array.from(openers.scenarios, ([scenarioId, title]) => ({ scenarioId, title })),
    dataFolder,
  };
  const selfCheck = createSelfCheck({
    desk: live,
    file: deskFile(dataFolder),
    dataFolder,
    tickMsAgo: () => alarms.tickMsAgo(),
    verify: verifyInThread(places.worker),
    cjkFonts,
    clock,
    log,
  });
  let port = 0;
  const server = createWebServer({
    hostId: identity.hostId,
    sessions,
    launch: launchDesk(
      identity,
      () => port,
      () => sessions.offerToken(),
    ),
    api: createHostApi({
      desks,
      info: () => hostInfo({ fixed, desks, cjkFonts, clock }),
      showFolder: () => showFolder(dataFolder),
      selfCheck: (request) => selfCheck.run(request),
      files,
      identity: officers,
      exports,
    }),
    pushes,
    files: readStaticFiles(fileURLToPath(places.renderer)),
    log,
  });

  async function close(): Promise<void> {
    selfCheck.stop();
    officers.stop();
    alarms.stop();
    pushes.close();
    await server.close();
    await files.close();
    await desks.close();
    await exports.clear();
  }

  try {
    port = await listenSomewhere(server, options.port, lastPort(dataFolder));
    rememberPort(dataFolder, port);
  } catch (error) {
    await close();
    throw error;
  }
  return { port, cjkFonts, address: () => addressWith(port, sessions.offerToken()), close };
}
