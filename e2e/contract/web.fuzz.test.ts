/**
 * What anybody could send to the web host, over HTTP, WebSocket and bare sockets: each case is answered by exactly what it
 * deserves, and the desk holds afterwards what was let in rightly and nothing else. The fuzzer is tried on planted defects.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Sessions } from '#electron/web/sessions.ts';
import type { StaticFile } from '#electron/web/staticFiles.ts';
import type { WebServer, WebServerParts } from '#electron/web/webServer.ts';
import type { ExecuteRequest } from '#shared/contract/deskApi.ts';
import { fuzzBatches, fuzzRun, fuzzTimeoutMs } from '#shared/testing/fuzzRun.ts';
import { startTestHost } from '../support/testHost.ts';
import { connectWebApi, signIn } from '../support/webClient.ts';
import { type WebCase, webCase } from './fuzz/webCases.ts';
import { type Fault, firstWebFault, type Target } from './fuzz/webJudge.ts';

const RUN = fuzzRun('HTTP and WebSocket fuzz', { seed: 20131122, cases: 20_000 });
const SECRET_PATH = '/home/officer/desk.db';
const LANES = 8;

const tokenOf = (address: string): string => new URLSearchParams(new URL(address).hash.slice(1)).get('token') ?? '';

describe('[WEB-1] what anybody may send [reliability: HTTP and WebSocket fuzz]', () => {
  it('all are answered as they must be; the desk holds what was let in and no more', {
    timeout: fuzzTimeoutMs(RUN),
  }, async () => {
    const host = await startTestHost();
    try {
      const session = await signIn(host.address());
      const [cookieName = '', secret = ''] = session.cookie.split('=');
      const { key } = JSON.parse(readFileSync(join(host.folder, 'host.key'), 'utf8')) as { key: string };
      const api = connectWebApi(session);
      const first = { type: 'AddOfficer', officerId: 'wang', name: '王值班', post: 'watchOfficer' } as const;
      await api.execute({ desk: 'main', commandId: 'fuzz-first', officerId: 'wang', command: first });
      const state = async () => {
        const { desks } = await api.host();
        const desk = await api.query('main', { type: 'getDesk' });
        if (!desk.ok) throw new Error('the desk does not answer');
        const log = await api.query('main', { type: 'listLog', limit: 1 });
        const drafts = await api.listDrafts('main');
        const position = log.ok ? (log.result[0]?.position ?? 0) : -1;
        return { desks: desks.length, position, officers: desk.result.officers.length, drafts: drafts.length };
      };
      for (const { seed, cases } of fuzzBatches(RUN)) {
        const before = await state();
        const target: Target = {
          filling: { port: host.port(), cookieName, secret, token: () => tokenOf(host.address()) },
          reached: () => null,
          secrets: [secret, key, host.folder],
        };
        const { fault, tally } = await firstWebFault(fc.sample(webCase, { numRuns: cases, seed }), target, LANES);
        console.log(`seed ${seed}: ${JSON.stringify(tally)}`);
        expect(fault, `seed ${seed}`).toBeNull();
        expect(await state()).toEqual({
          desks: before.desks,
          position: before.position + tally.entries,
          officers: before.officers + tally.entries,
          drafts: before.drafts + tally.drafts,
        });
        if (cases < 20_000) continue;
        // Each kind of answer was met often enough to mean something.
        for (const status of [101, 200, 204, 303, 400, 401, 403, 404, 405, 413, 415, 421]) {
          expect([status, tally.answered[status] ?? 0].join(': '), 'too few').toMatch(/: [1-9]\d+$/);
        }
      }
      api.close();
      const told = host.lines.join('\n');
      expect(told).not.toContain(secret);
      expect(told).not.toMatch(/request failed|token=|watchdesk-[0-9a-f]{16}/);
    } finally {
      await host.close();
    }
  });
});

// ── The fuzzer's own test ───────────────────────────────────────────────────────────────────────────────────────────

type Parts = WebServerParts;
/** Changes a module before the host is loaded, or a part before it is put together. */
type Plant = {
  module?: [path: string, change: (actual: Record<string, unknown>) => object];
  parts?: (parts: Parts) => Partial<Parts>;
};

const gate = '#electron/web/gate.ts';
const readBody = '#electron/web/readBody.ts';
const sessionsModule = '#electron/web/sessions.ts';
const headers = '#electron/web/headers.ts';
const pushes = '#electron/web/pushes.ts';
const webRoutes = '#shared/contract/webRoutes.ts';
const recorded = '#shared/domain/recorded.ts';
const MODULES = [gate, readBody, sessionsModule, headers, pushes, webRoutes, recorded];

type Asked = { method: string; path: string; headers: IncomingHttpHeaders; upgrade: boolean };
/** A gate that is asked about something friendlier than what came. */
const gateSees = (change: (asked: Asked, port: number) => Partial<Asked>): Plant => ({
  module: [
    gate,
    (actual) => {
      const refuse = actual['refuse'] as (asked: Asked, port: number) => unknown;
      return {
        ...actual,
        refuse: (asked: Asked, port: number) => refuse({ ...asked, ...change(asked, port) }, port),
      };
    },
  ],
});
const gateSeesHeaders = (change: (headers: IncomingHttpHeaders, port: number) => IncomingHttpHeaders): Plant =>
  gateSees((asked, port) => ({ headers: { ...asked.headers, ...change(asked.headers, port) } }));
const route = (name: string, change: object): Plant => ({
  module: [
    webRoutes,
    (actual) => {
      const routes = actual['webRoutes'] as Record<string, object>;
      return { ...actual, webRoutes: { ...routes, [name]: { ...routes[name], ...change } } };
    },
  ],
});
const sessionsWith = (change: (sessions: Sessions) => Partial<Sessions>): Plant => ({
  parts: ({ sessions }) => ({ sessions: { ...sessions, ...change(sessions) } }),
});
const hereHost = (port: number) => `127.0.0.1:${port}`;
const hereOrigin = (port: number) => `http://127.0.0.1:${port}`;

class LooseFiles extends Map<string, StaticFile> {
  override get(path: string): StaticFile | undefined {
    try {
      return super.get(decodeURIComponent(path.replace(/\?.*$/, '')));
    } catch {
      return undefined;
    }
  }
}

const DEFECTS: [string, Plant][] = [
  ['the host is not checked', gateSeesHeaders((_, port) => ({ host: hereHost(port) }))],
  [
    'the host is compared by its beginning',
    gateSeesHeaders(({ host = '' }, port) => ({ host: host.startsWith(hereHost(port)) ? hereHost(port) : host })),
  ],
  ['the origin is not checked', gateSeesHeaders((_, port) => ({ origin: hereOrigin(port) }))],
  [
    'the origin is compared without its port',
    gateSeesHeaders(({ origin }, port) =>
      origin?.startsWith('http://127.0.0.1') === true ? { origin: hereOrigin(port) } : {},
    ),
  ],
  [
    'who names no origin is let in',
    gateSeesHeaders(({ origin }, port) => (origin === undefined ? { origin: hereOrigin(port) } : {})),
  ],
  [
    'an opaque origin is nobody’s',
    gateSeesHeaders(({ origin }, port) => (origin === 'null' ? { origin: hereOrigin(port) } : {})),
  ],
  ['an upgrade is a request like any other', gateSees(() => ({ upgrade: false }))],
  ['requests of other sites are let in', gateSeesHeaders(() => ({ 'sec-fetch-site': 'same-origin' }))],
  ['any method will do', gateSees(({ method }) => ({ method: method === 'PUT' ? 'GET' : method }))],
  ['any secret is a session', sessionsWith(() => ({ knows: () => true }))],
  [
    'the secret is compared by its beginning',
    {
      parts: ({ sessions }) => {
        const begun = new Set<string>();
        const trade = (token: string) => {
          const secret = sessions.trade(token);
          if (secret !== null) begun.add(secret.slice(0, 16));
          return secret;
        };
        return { sessions: { ...sessions, trade, knows: (secret) => begun.has(secret.slice(0, 16)) } };
      },
    },
  ],
  [
    'the cookie may have any name',
    {
      module: [
        sessionsModule,
        (actual) => ({
          ...actual,
          readCookie: (header: string | undefined) => /=([\w-]{43})/.exec(header ?? '')?.[1] ?? null,
        }),
      ],
    },
  ],
  ['any token is good', sessionsWith((sessions) => ({ trade: () => sessions.trade(sessions.offerToken()) }))],
  [
    'the body may be of any type',
    {
      module: [
        readBody,
        (actual) => {
          const read = actual['readJsonBody'] as (message: { headers: IncomingHttpHeaders }, max: number) => unknown;
          return {
            ...actual,
            readJsonBody: (message: { headers: IncomingHttpHeaders }, max: number) => {
              message.headers['content-type'] = 'application/json';
              return read(message, max);
            },
          };
        },
      ],
    },
  ],
  ['the limit of a body is forgotten', route('listDrafts', { maxBytes: 10_000_000 })],
  [
    'a body that is no JSON throws',
    {
      module: [
        readBody,
        () => ({
          readJsonBody: async (message: AsyncIterable<Buffer>) => {
            let text = '';
            for await (const part of message) text += part.toString();
            return { ok: true, value: JSON.parse(text) as unknown };
          },
        }),
      ],
    },
  ],
  ['execute takes anything', route('execute', { body: z.any() })],
  ['drafts take more than asked', route('saveDraft', { body: z.looseObject({ desk: z.any() }) })],
  ['a route hears other methods', route('host', { method: 'POST' })],
  [
    'answers come without their policy',
    { module: [headers, (actual) => ({ ...actual, securityHeaders: () => ({}) })] },
  ],
  [
    'others may read answers',
    {
      module: [
        headers,
        (actual) => ({
          ...actual,
          securityHeaders: (port: number) => ({
            ...(actual['securityHeaders'] as (port: number) => object)(port),
            'access-control-allow-origin': '*',
          }),
        }),
      ],
    },
  ],
  ['addresses are decoded', { parts: ({ files }) => ({ files: new LooseFiles(files) }) }],
  ['a page acts as the program', { module: [recorded, (actual) => ({ ...actual, SYSTEM_ACTOR: { officerId: '-' } })] }],
  [
    'a screen may talk',
    {
      module: [
        pushes,
        (actual) => {
          const createPushes = actual['createPushes'] as (...args: unknown[]) => {
            accept: (...args: unknown[]) => void;
          };
          return {
            ...actual,
            createPushes: (...args: unknown[]) => {
              const made = createPushes(...args);
              return {
                ...made,
                accept(asked: unknown, socket: { on(name: string, heard: unknown): unknown }, head: unknown) {
                  const on = socket.on.bind(socket);
                  // What comes from that side is never looked at.
                  socket.on = (name: string, heard: unknown) => (name === 'data' ? socket : on(name, heard));
                  made.accept(asked, socket, head);
                },
              };
            },
          };
        },
      ],
    },
  ],
  [
    'the program’s own errors are told',
    {
      parts: ({ api }) => ({
        api: {
          ...api,
          call: async (name, body, screen) => {
            const outcome = await api.call(name, body, screen);
            if (outcome.kind !== 'refused') return outcome;
            return { kind: 'refused', error: { ...outcome.error, params: { at: SECRET_PATH } } };
          },
        },
      }),
    },
  ],
];

/** A host whose desk only counts who reached it. */
async function plantedFault({ module, parts: change }: Plant, cases: readonly WebCase[]): Promise<Fault | null> {
  vi.resetModules();
  if (module !== undefined) {
    const actual = await vi.importActual<Record<string, unknown>>(module[0]);
    vi.doMock(module[0], () => module[1](actual));
  }
  const { createHostApi } = await import('#electron/desks/hostApi.ts');
  const { createPushes } = await import('#electron/web/pushes.ts');
  const { launchDesk } = await import('#electron/web/runningHost.ts');
  const { cookieName, openSessions } = await import('#electron/web/sessions.ts');
  const { createWebServer } = await import('#electron/web/webServer.ts');

  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-planted-'));
  let calls = 0;
  const reach = <Value>(value: Value): Value => {
    calls += 1;
    return value;
  };
  const desk = {
    execute: async ({ command }: ExecuteRequest) =>
      reach(
        'no such field' in command
          ? { ok: false as const, error: { code: 'invalidCommand' as const, params: {} } }
          : { ok: true as const, entryIds: ['e'], position: 1 },
      ),
    query: async () => reach({ ok: true as const, result: [] as never }),
    exportIncident: async () => ({ ok: false as const, error: { code: 'unknownIncident' as const, params: {} } }),
    listDrafts: async () => reach([]),
    saveDraft: async () => reach({ savedAt: 1 }),
  };
  const desks = {
    find: () => desk,
    list: () => [],
    positions: () => ({}),
    openPractice: async () => reach(null),
    rescue: () => null,
    decideRescue: async () => reach(true),
    close: async () => {},
  };
  const sessions = openSessions(folder, Date.now);
  const made = createPushes(
    () => ({}),
    () => ({ type: 'alarms', desk: 'main', alarms: [] }),
    Date.now,
  );
  let port = 0;
  const file: StaticFile = { body: Buffer.from('x'), type: 'text/html', cache: 'no-store' };
  const parts: Parts = {
    hostId: '0123456789abcdef',
    sessions,
    launch: launchDesk(
      { hostId: '0123456789abcdef', key: 'ab'.repeat(32) },
      () => port,
      () => sessions.offerToken(),
    ),
    api: createHostApi({
      desks,
      info: async () => reach({ dataFolder: SECRET_PATH }) as never,
      showFolder: async () => reach(true),
      selfCheck: async () => reach({ kind: 'notDue' }),
      files: {
        store: async () => reach({ kind: 'more', received: 1 }),
        read: async () => reach({ kind: 'part', base64: '', next: null }),
        check: async () => reach([]),
        close: async () => {},
      },
      identity: {
        act: async () => reach({ ok: true, identity: { officerId: null, lockedAt: null, pins: {} } }),
        refusal: async () => null,
      },
      exports: {
        make: async () => reach({ ok: false, error: { code: 'unknownIncident', params: {} } }),
        read: async () => reach({ kind: 'part', base64: '', next: null }),
      },
    }),
    pushes: made,
    files: new Map([
      ['/index.html', file],
      ['/assets/app-1a2b.js', file],
    ]),
    log: () => {},
  };
  const used = { ...parts, ...change?.(parts) };
  const server: WebServer = createWebServer(used);
  try {
    port = await server.listen(0);
    const target: Target = {
      filling: {
        port,
        cookieName: cookieName(parts.hostId),
        secret: used.sessions.trade(used.sessions.offerToken()) ?? '',
        token: () => used.sessions.offerToken(),
      },
      reached() {
        const count = calls;
        calls = 0;
        return count;
      },
      secrets: [SECRET_PATH],
    };
    return (await firstWebFault(cases, target, 1)).fault;
  } finally {
    made.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the fuzzer finds what is planted', () => {
  const cases = fc.sample(webCase, { numRuns: 12_000, seed: RUN.seed });
  afterEach(() => {
    for (const path of MODULES) vi.doUnmock(path);
  });

  it('and nothing where nothing is planted', { timeout: 120_000 }, async () => {
    expect(await plantedFault({}, cases.slice(0, 2000))).toBeNull();
  });

  it.each(DEFECTS)('%s', { timeout: 120_000 }, async (_, plant) => {
    expect(await plantedFault(plant, cases)).not.toBeNull();
  });
});
