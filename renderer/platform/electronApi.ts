/**
 * DeskApi inside Electron's windows: the calls of `window.watchdesk`, answered with the web host's status numbers, and
 * its pushes. A call that gets no answer throws as the web adapter's does; the same command id may be sent again.
 */
import type { CalledAlarm, Changed, DeskApi } from '#shared/contract/deskApi.ts';
import type { Bridge, DeskCall, IpcAnswer } from '#shared/contract/shell.ts';
import { BEAT_MS, pushSchema, refusalSchema, type WebBody, type WebReply } from '#shared/contract/webRoutes.ts';
import { HostFailure } from './hostFailure.ts';

export type ElectronApi = DeskApi & { close(): void };

function replyOf<Name extends DeskCall>({ status, value }: IpcAnswer): WebReply<Name> {
  if (status === 200) return value as WebReply<Name>;
  const refusal = refusalSchema.safeParse(value);
  if (refusal.success) return refusal.data as WebReply<Name>;
  throw new HostFailure(status);
}

export function createElectronApi(bridge: Bridge): ElectronApi {
  const call = async <Name extends DeskCall>(name: Name, body: WebBody<Name>): Promise<WebReply<Name>> =>
    replyOf<Name>(await bridge[name](body));
  const listeners = new Set<(changed: Changed) => void>();
  const watchers = new Set<(connected: boolean) => void>();
  const identities = new Set<() => void>();
  const hearers = new Set<(alarms: readonly CalledAlarm[]) => void>();
  let called: readonly CalledAlarm[] = [];
  let connected = true;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const changed = (change: Changed) => {
    for (const listener of listeners) listener(change);
  };
  function tell(now: boolean): void {
    if (connected === now) return;
    connected = now;
    for (const watcher of watchers) watcher(now);
    // Something may have been missed while nobody heard.
    if (now) changed({ desk: '', position: -1, streams: [] });
  }

  const stop = bridge.onPush((pushed) => {
    const push = pushSchema.safeParse(pushed);
    if (!push.success) return; // the shell's own
    clearTimeout(silence);
    silence = setTimeout(() => tell(false), 3 * BEAT_MS);
    tell(true);
    if (push.data.type === 'identity') for (const hear of identities) hear();
    if (push.data.type === 'alarms') {
      called = push.data.alarms;
      for (const hear of hearers) hear(called);
    }
    if (push.data.type !== 'changed') return;
    const { desk, position, streams } = push.data;
    changed({ desk, position, streams });
  });

  return {
    host: () => call('host', undefined),
    execute: (request) => call('execute', request),
    query: (desk, query) => call('query', { desk, query }) as never,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onAlarms(hearer) {
      hearers.add(hearer);
      if (called.length > 0) hearer(called);
      return () => hearers.delete(hearer);
    },
    identity: (request) => call('identity', request),
    onIdentity(hearer) {
      identities.add(hearer);
      return () => identities.delete(hearer);
    },
    onConnection(watcher) {
      watchers.add(watcher);
      watcher(connected);
      return () => watchers.delete(watcher);
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
    close() {
      clearTimeout(silence);
      stop();
    },
  };
}
