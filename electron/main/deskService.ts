/**
 * The desks behind the windows: opened in their workers, alarms ticking outside them, every commit pushed to every page.
 * Windows may ask before the file is open (a check after a power cut takes a while); their calls wait for it.
 */
import { verifyInThread } from '#db/desk/inThread.ts';
import { openKeptFiles } from '#db/files/keptFiles.ts';
import { findCjkFonts } from '#electron/desks/cjkFonts.ts';
import { type DeskOpeners, type Desks, type HostDesk, LIVE_DESK, openDesks } from '#electron/desks/desks.ts';
import type { Exports } from '#electron/desks/exports.ts';
import { createHostApi, type HostApi } from '#electron/desks/hostApi.ts';
import { hostInfo, listPlans, readVersion } from '#electron/desks/hostInfo.ts';
import { type LiveAlarms, startLiveAlarms } from '#electron/desks/liveAlarms.ts';
import { deskFile, type ProgramPlaces } from '#electron/desks/places.ts';
import { createSelfCheck } from '#electron/desks/selfCheck.ts';
import { createIdentity, type Identity } from '#electron/identity/identity.ts';
import { openPinStore } from '#electron/identity/pinStore.ts';
import { openScreens } from '#electron/identity/screens.ts';
import type { BoardRow, DeskRow } from '#shared/contract/rows.ts';
import type { Push } from '#shared/contract/webRoutes.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { type Locale, localeOf, SETTINGS_DRAFT } from './texts/texts.ts';

export type DeskServiceOptions = {
  dataFolder: string;
  places: ProgramPlaces;
  openers: DeskOpeners;
  clock: () => number;
  log: (line: string) => void;
  push: (push: Push) => void;
  onLocale: (locale: Locale) => void;
  /** Opens the data folder in the system's file manager; false where that fails. */
  showFolder: () => Promise<boolean>;
  /** Exports that wait to be taken, by a page or by the program's own dialog. */
  exports: Exports;
};

export type DeskService = {
  api: HostApi;
  positions: () => Record<string, number>;
  /** What the alarm scheduler called, for pages that have just come. */
  standing: () => Push;
  /** Of the live desk. */
  board: () => Promise<BoardRow>;
  plan: () => Promise<PlanPackage | null>;
  close: () => Promise<void>;
};

/** Answers the screen's settings on their way by, so that the menu speaks the screen's language. */
function hearingLocale(api: HostApi, onLocale: (locale: Locale) => void): HostApi {
  return {
    ...api,
    async call(name, body, screen) {
      const outcome = await api.call(name, body, screen);
      const saved = name === 'saveDraft' && outcome.kind === 'answered';
      const { key, value } = (saved ? body : {}) as { key?: string; value?: string | null };
      if (key === SETTINGS_DRAFT) onLocale(localeOf(value ?? null));
      return outcome;
    },
  };
}

async function ask<Row>(desk: HostDesk, type: 'getBoard' | 'getPlan' | 'getDesk'): Promise<Row> {
  const reply = await desk.query({ type });
  if (!reply.ok) throw new Error(`${type}: ${reply.error.code}`);
  return reply.result as Row;
}

export async function openDeskService(options: DeskServiceOptions): Promise<DeskService> {
  const { dataFolder, places, openers, clock, log, push, onLocale, showFolder, exports } = options;
  const cjkFonts = findCjkFonts();
  let alarms: LiveAlarms | null = null;
  let identity: Identity | null = null;
  const desks: Desks = await openDesks(
    openers,
    (pushed) => {
      push(pushed);
      alarms?.hear(pushed);
      identity?.hear(pushed);
    },
    log,
  );
  const live = desks.find(LIVE_DESK);
  if (live === null) throw new Error('the live desk is not open');
  const files = await openKeptFiles(deskFile(dataFolder));
  const startedIdentity = createIdentity({
    desk: live,
    pins: openPinStore({ folder: dataFolder }),
    screens: openScreens(dataFolder),
    clock,
    log,
    push,
  });
  identity = startedIdentity;
  await exports.clear();
  const startedAlarms = startLiveAlarms({ desk: live, folder: dataFolder, push, log });
  alarms = startedAlarms;
  const selfCheck = createSelfCheck({
    desk: live,
    file: deskFile(dataFolder),
    dataFolder,
    tickMsAgo: () => startedAlarms.tickMsAgo(),
    verify: verifyInThread(places.worker),
    cjkFonts,
    clock,
    log,
  });

  // Before a damaged file is rescued nobody's settings are known.
  const drafts = desks.rescue() === null ? await live.listDrafts() : [];
  onLocale(localeOf(drafts.find(({ key }) => key === SETTINGS_DRAFT)?.value ?? null));
  const fixed = {
    version: readVersion(places.packageJson),
    plans: listPlans(builtinPlans),
    scenarios: Array.from(openers.scenarios, ([scenarioId, title]) => ({ scenarioId, title })),
    dataFolder,
  };
  const api = createHostApi({
    desks,
    info: () => hostInfo({ fixed, desks, cjkFonts, clock }),
    showFolder,
    selfCheck: (request) => selfCheck.run(request),
    files,
    identity: startedIdentity,
    exports,
  });
  return {
    api: hearingLocale(api, onLocale),
    positions: () => desks.positions(),
    standing: () => startedAlarms.standing(),
    board: () => ask<BoardRow>(live, 'getBoard'),
    async plan() {
      const { planId } = await ask<DeskRow>(live, 'getDesk');
      return planId === null ? null : ask<PlanPackage>(live, 'getPlan');
    },
    async close() {
      selfCheck.stop();
      startedIdentity.stop();
      startedAlarms.stop();
      await files.close();
      await desks.close();
      await exports.clear();
    },
  };
}
