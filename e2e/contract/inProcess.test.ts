// The contract against desks in this thread: no worker, no network.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFromSource } from '#db/desk/buildFromSource.ts';
import { createDesk, type Desk } from '#db/desk/createDesk.ts';
import { exportIncident } from '#db/desk/exportIncident.ts';
import { createPracticeDesk } from '#db/desk/practice.ts';
import type { ExportPlaces } from '#db/export/buildExport.ts';
import { openKeptFiles } from '#db/files/keptFiles.ts';
import { archiveFolder } from '#db/files/names.ts';
import { verifyFile } from '#db/files/verifyFile.ts';
import { type HostDesk, LIVE_DESK, type OpenedDesk, openDesks } from '#electron/desks/desks.ts';
import { openExports } from '#electron/desks/exports.ts';
import { type CallName, createHostApi } from '#electron/desks/hostApi.ts';
import { hostInfo, listPlans, readScenarioTitles } from '#electron/desks/hostInfo.ts';
import { createSelfCheck } from '#electron/desks/selfCheck.ts';
import { createIdentity, type Identity } from '#electron/identity/identity.ts';
import { openPinStore } from '#electron/identity/pinStore.ts';
import { openScreens } from '#electron/identity/screens.ts';
import { type Changed, type DeskApi, practiceDeskOf } from '#shared/contract/deskApi.ts';
import type { Push, WebBody, WebReply } from '#shared/contract/webRoutes.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parseScenario } from '#shared/scenario/scenarioFile.ts';
import { describeDeskApi } from './deskApiContract.ts';

const SCENARIOS = new URL('../../scenarios/', import.meta.url);
const quiet = () => undefined;

const opened = (desk: Desk, places: ExportPlaces): OpenedDesk => ({
  get position() {
    return desk.position();
  },
  execute: async (request) => desk.execute(request),
  query: async (query) => desk.query(query),
  exportIncident: (request) => exportIncident(desk, request, (source) => buildFromSource(source, places)),
  listDrafts: async () => desk.drafts.list(),
  saveDraft: async (key, value) => desk.drafts.save(key, value),
  onChanged: (listener) => void desk.subscribe(listener),
  onDeath: quiet,
  close: async () => desk.close(),
});

async function practice(scenarioId: string, places: ExportPlaces): Promise<OpenedDesk> {
  const parsed = parseScenario(JSON.parse(readFileSync(new URL(`${scenarioId}.json`, SCENARIOS), 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const { title, plan, steps } = parsed.scenario;
  const deskId = practiceDeskOf(scenarioId);
  return opened(createPracticeDesk({ deskId, title, planId: plan, plans: builtinPlans, steps }), places);
}

/** Files are opened whole here: nothing to rescue. */
const NO_RESCUE = {
  build: () => Promise.reject(new Error('not here')),
  place: () => Promise.reject(new Error('not here')),
  now: Date.now,
};

async function openInProcess(folder: string): Promise<{ api: DeskApi; close: () => Promise<void> }> {
  const listeners = new Set<(changed: Changed) => void>();
  const scenarios = readScenarioTitles(SCENARIOS);
  const path = join(folder, 'desk.db');
  const places = { folder: archiveFolder(path), deskFile: path };
  const live = async () => opened(createDesk({ path, kind: 'live', deskId: LIVE_DESK, plans: builtinPlans }), places);
  let identity: Identity | null = null;
  const tell = (push: Push) => {
    identity?.hear(push);
    if (push.type === 'changed') for (const listener of listeners) listener(push);
  };
  const desks = await openDesks(
    { live, practice: (id) => practice(id, places), scenarios, rescueFiles: NO_RESCUE },
    tell,
    quiet,
  );
  const fixed = {
    version: 'test',
    plans: listPlans(builtinPlans),
    scenarios: Array.from(scenarios, ([scenarioId, title]) => ({ scenarioId, title })),
    dataFolder: folder,
  };
  const selfCheck = createSelfCheck({
    desk: desks.find(LIVE_DESK) as HostDesk,
    file: join(folder, 'desk.db'),
    dataFolder: folder,
    tickMsAgo: () => 0,
    verify: async (path) => verifyFile(path),
    cjkFonts: Promise.resolve(true),
    clock: () => Date.now(),
    log: quiet,
  });
  const files = await openKeptFiles(join(folder, 'desk.db'));
  const signing = createIdentity({
    desk: desks.find(LIVE_DESK) as HostDesk,
    pins: openPinStore({ folder }),
    screens: openScreens(folder),
    clock: Date.now,
    log: quiet,
    push: tell,
  });
  identity = signing;
  const host = createHostApi({
    desks,
    info: () => hostInfo({ fixed, desks, cjkFonts: Promise.resolve(true), clock: Date.now }),
    showFolder: async () => false,
    selfCheck: (request) => selfCheck.run(request),
    files,
    identity: signing,
    exports: openExports(path),
  });

  async function call<Name extends CallName>(name: Name, body: WebBody<Name>): Promise<WebReply<Name>> {
    const outcome = await host.call(name, body, 'test');
    if (outcome.kind === 'failed') throw new Error(outcome.failure);
    return (outcome.kind === 'refused' ? { ok: false, error: outcome.error } : outcome.reply) as WebReply<Name>;
  }

  const api: DeskApi = {
    host: () => call('host', undefined),
    execute: (request) => call('execute', request),
    query: (desk, query) => call('query', { desk, query }) as never,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onAlarms: () => quiet,
    identity: (request) => call('identity', request),
    onIdentity: () => quiet,
    onConnection(listener) {
      queueMicrotask(() => listener(true));
      return quiet;
    },
    listDrafts: async (desk) => (await call('listDrafts', { desk })).drafts,
    saveDraft: (desk, key, value) => call('saveDraft', { desk, key, value }),
    openPractice: (scenarioId) => call('openPractice', { scenarioId }),
    rescue: (act) => call('rescue', { act }),
    selfCheck: (request) => call('selfCheck', request),
    exportIncident: (request) => call('exportIncident', request),
    readArchive: (request) => call('readArchive', request),
    storeFile: (part) => call('storeFile', part),
    readFile: (request) => call('readFile', request),
    checkFiles: (request) => call('checkFiles', request),
  };
  const close = async () => {
    selfCheck.stop();
    signing.stop();
    await files.close();
    await desks.close();
  };
  return { api, close };
}

describeDeskApi('DeskApi in this process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-contract-'));
  let current = await openInProcess(folder);
  return {
    api: current.api,
    async reopen() {
      await current.close();
      current = await openInProcess(folder);
      return current.api;
    },
    async close() {
      await current.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
