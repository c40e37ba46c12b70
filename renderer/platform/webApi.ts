/**
 * DeskApi over the web host: fetch for what is asked, one WebSocket for what changed. The paths and bodies are the
 * host's own table (#shared/contract/webRoutes.ts). A call that gets no answer throws; the caller may repeat it with the
 * same command id.
 */
import type { CalledAlarm, Changed, DeskApi } from '#shared/contract/deskApi.ts';
import {
  BEAT_MS,
  CHANGED_PATH,
  pushSchema,
  refusalSchema,
  type WebBody,
  type WebReply,
  type WebRouteName,
  webRoutes,
} from '#shared/contract/webRoutes.ts';
import { HostFailure } from './hostFailure.ts';

const TIMEOUT_MS = 20_000;
/** All papers of a long night are made anew. */
const EXPORT_TIMEOUT_MS = 10 * 60_000;
/** Browsers refuse larger bodies for requests that outlive the page. */
const KEEPALIVE_BYTES = 60_000;
const RECONNECT_MS = [250, 500, 1000, 2000, 4000];

export type WebApiOptions = {
  /** `http://127.0.0.1:PORT`; the page's own origin when left out. */
  origin?: string;
  fetch?: typeof fetch;
  WebSocket?: new (url: string) => WebSocket;
  /** 401: the session is gone. */
  onNoSession?: () => void;
};

export type WebApi = DeskApi & { close(): void };

export function createWebApi(options: WebApiOptions = {}): WebApi {
  const origin = options.origin ?? window.location.origin;
  const send = options.fetch ?? ((input, init) => fetch(input, init));

  async function call<Name extends WebRouteName>(name: Name, body: WebBody<Name>): Promise<WebReply<Name>> {
    const route = webRoutes[name];
    const text = body === undefined ? null : JSON.stringify(body);
    const response = await send(`${origin}${route.path}`, {
      method: route.method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(name === 'exportIncident' ? EXPORT_TIMEOUT_MS : TIMEOUT_MS),
      ...(text === null ? {} : { body: text, headers: { 'content-type': 'application/json' } }),
      keepalive: name === 'saveDraft' && new Blob([text ?? '']).size < KEEPALIVE_BYTES,
    });
    if (response.ok) return (await response.json()) as WebReply<Name>;
    if (response.status === 401) options.onNoSession?.();
    if (response.status === 400 || response.status === 413) {
      const refusal = refusalSchema.safeParse(await response.json().catch(() => null));
      if (refusal.success) return refusal.data as WebReply<Name>;
    }
    throw new HostFailure(response.status);
  }

  const changes = createChanges(`${origin.replace(/^http/, 'ws')}${CHANGED_PATH}`, options.WebSocket ?? WebSocket);

  return {
    host: () => call('host', undefined),
    execute: (request) => call('execute', request),
    query: (desk, query) => call('query', { desk, query }) as never,
    subscribe: changes.subscribe,
    onAlarms: changes.onAlarms,
    identity: (request) => call('identity', request),
    onIdentity: changes.onIdentity,
    onConnection: changes.onConnection,
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
    close: changes.close,
  };
}

/** The WebSocket: connects with the first listener, reconnects by itself, and notices a host that fell silent. */
function createChanges(url: string, Socket: new (url: string) => WebSocket) {
  const listeners = new Set<(changed: Changed) => void>();
  const hearers = new Set<(alarms: readonly CalledAlarm[]) => void>();
  const identities = new Set<() => void>();
  const watchers = new Set<(connected: boolean) => void>();
  let called: readonly CalledAlarm[] = [];
  let socket: WebSocket | null = null;
  let connected = false;
  let everConnected = false;
  let attempt = 0;
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const tell = (now: boolean) => {
    if (connected === now) return;
    connected = now;
    for (const watcher of watchers) watcher(now);
  };

  function lost(): void {
    clearTimeout(silence);
    socket = null;
    tell(false);
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(connect, RECONNECT_MS[Math.min(attempt, RECONNECT_MS.length - 1)]);
    attempt += 1;
  }

  function connect(): void {
    if (socket !== null || closed) return;
    const opened = new Socket(url);
    socket = opened;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => opened.close(), 3 * BEAT_MS);
    };
    heard();
    opened.onmessage = ({ data }) => {
      heard();
      const push = pushSchema.safeParse(parseJson(data));
      if (!push.success) return;
      if (push.data.type === 'hello') {
        attempt = 0;
        tell(true);
        // Something may have been missed while nobody listened.
        if (everConnected) for (const listener of listeners) listener({ desk: '', position: -1, streams: [] });
        everConnected = true;
      }
      if (push.data.type === 'identity') for (const hear of identities) hear();
      if (push.data.type === 'alarms') {
        called = push.data.alarms;
        for (const hear of hearers) hear(called);
      }
      if (push.data.type === 'changed') {
        const { desk, position, streams } = push.data;
        for (const listener of listeners) listener({ desk, position, streams });
      }
    };
    // An error is always followed by a close.
    opened.onclose = lost;
  }

  return {
    subscribe: (listener: (changed: Changed) => void): (() => void) => {
      listeners.add(listener);
      connect();
      return () => listeners.delete(listener);
    },
    onAlarms: (hearer: (alarms: readonly CalledAlarm[]) => void): (() => void) => {
      hearers.add(hearer);
      connect();
      if (called.length > 0) hearer(called);
      return () => hearers.delete(hearer);
    },
    onIdentity: (hearer: () => void): (() => void) => {
      identities.add(hearer);
      connect();
      return () => identities.delete(hearer);
    },
    onConnection: (watcher: (connected: boolean) => void): (() => void) => {
      watchers.add(watcher);
      connect();
      if (connected) watcher(true);
      return () => watchers.delete(watcher);
    },
    close: (): void => {
      closed = true;
      clearTimeout(retry);
      clearTimeout(silence);
      socket?.close();
    },
  };
}

function parseJson(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
