/** The HTTP server on loopback: gate, then pages and files, then the session, then the desk's own routes. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { HostApi } from '#electron/desks/hostApi.ts';
import {
  CHANGED_PATH,
  SESSION_PATH,
  sessionBodySchema,
  type WebRouteName,
  webRoutes,
} from '#shared/contract/webRoutes.ts';
import { type Answer, failureAnswer, fileAnswer, jsonAnswer, sendAnswer } from './answer.ts';
import { answerCall, answerUnreadable } from './api.ts';
import { entranceFiles, SCREEN_PATH } from './entrance.ts';
import { refuse } from './gate.ts';
import type { Pushes } from './pushes.ts';
import { readJsonBody } from './readBody.ts';
import { LAUNCH_PATH, type LaunchDesk, launchBodySchema } from './runningHost.ts';
import { cookieName, hashOf, readCookie, type Sessions, sessionCookie } from './sessions.ts';
import type { StaticFile } from './staticFiles.ts';

const SMALL_BODY = 1024;

export type WebServerParts = {
  hostId: string;
  sessions: Sessions;
  launch: LaunchDesk;
  api: HostApi;
  pushes: Pushes;
  files: ReadonlyMap<string, StaticFile>;
  log: (line: string) => void;
};

export type WebServer = {
  /** Resolves with the port once it listens; 0 takes a free one. */
  listen(port: number): Promise<number>;
  close(): Promise<void>;
};

export function createWebServer(parts: WebServerParts): WebServer {
  const { hostId, sessions, launch, api, pushes, files, log } = parts;
  let port = 0;
  /** The hash of its secret; null where there is none. */
  const sessionOf = (asked: IncomingMessage): string | null => {
    const secret = readCookie(asked.headers.cookie, cookieName(hostId));
    return secret !== null && sessions.knows(secret) ? hashOf(secret) : null;
  };
  const hasSession = (asked: IncomingMessage): boolean => sessionOf(asked) !== null;

  async function signIn(asked: IncomingMessage): Promise<Answer> {
    const read = await readJsonBody(asked, SMALL_BODY);
    if (!read.ok) return failureAnswer(read.status, read.failure);
    const body = sessionBodySchema.safeParse(read.value);
    if (!body.success) return failureAnswer(400, 'badRequest');
    const secret = sessions.trade(body.data.token);
    if (secret === null) return failureAnswer(401, 'noSession');
    return { status: 204, headers: { 'set-cookie': sessionCookie(hostId, secret) } };
  }

  async function answerLaunch(asked: IncomingMessage): Promise<Answer> {
    if (asked.method === 'GET') return jsonAnswer(200, launch.challenge());
    const read = await readJsonBody(asked, SMALL_BODY);
    if (!read.ok) return failureAnswer(read.status, read.failure);
    const body = launchBodySchema.safeParse(read.value);
    const grant = body.success ? launch.grant(body.data) : null;
    return grant === null ? failureAnswer(403, 'forbidden') : jsonAnswer(200, grant);
  }

  async function answerApi(asked: IncomingMessage, name: WebRouteName): Promise<Answer> {
    const route = webRoutes[name];
    if (asked.method !== route.method) return failureAnswer(405, 'wrongMethod');
    const session = sessionOf(asked);
    if (session === null) return failureAnswer(401, 'noSession');
    if (route.method === 'GET') return answerCall(api, name, undefined, session);
    const read = await readJsonBody(asked, route.maxBytes);
    return read.ok ? answerCall(api, name, read.value, session) : answerUnreadable(api, name, read);
  }

  async function answer(asked: IncomingMessage): Promise<Answer> {
    const path = asked.url ?? '';
    const method = asked.method ?? '';
    const refusal = refuse({ method, path, headers: asked.headers, upgrade: false }, port);
    if (refusal !== null) return failureAnswer(refusal.status, refusal.failure);
    if (path === SESSION_PATH) return method === 'POST' ? signIn(asked) : failureAnswer(405, 'wrongMethod');
    if (path === LAUNCH_PATH) return answerLaunch(asked);
    const name = routeNames.get(path);
    if (name !== undefined) return answerApi(asked, name);
    if (path === SCREEN_PATH && !hasSession(asked)) return { status: 303, headers: { location: '/' } };
    const file = entranceFiles.get(path) ?? files.get(path === SCREEN_PATH ? '/index.html' : path);
    if (file === undefined) return failureAnswer(404, 'notFound');
    return method === 'POST' ? failureAnswer(405, 'wrongMethod') : fileAnswer(file);
  }

  async function handle(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    const made = await answer(asked).catch((error: unknown) => {
      if (asked.destroyed && !asked.complete) return null; // the caller went away
      log(`request failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return failureAnswer(500, 'failed');
    });
    if (made !== null) sendAnswer(asked, reply, port, made);
  }

  function upgrade(asked: IncomingMessage, socket: Socket, head: Buffer): void {
    const path = asked.url ?? '';
    const refusal = refuse({ method: asked.method ?? '', path, headers: asked.headers, upgrade: true }, port);
    const turnAway = (status: string) =>
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    socket.on('error', () => socket.destroy());
    if (refusal !== null) return void turnAway('403 Forbidden');
    if (path !== CHANGED_PATH) return void turnAway('404 Not Found');
    if (!hasSession(asked)) return void turnAway('401 Unauthorized');
    pushes.accept(asked, socket, head);
  }

  const server = createServer({
    requestTimeout: 20_000,
    headersTimeout: 10_000,
    keepAliveTimeout: 60_000,
    maxHeaderSize: 16_384,
  });
  server.maxConnections = 256;
  server.on('request', (asked, reply) => void handle(asked, reply));
  server.on('upgrade', upgrade);

  return {
    listen(wanted) {
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ host: '127.0.0.1', port: wanted, exclusive: true }, () => {
          server.off('error', reject);
          server.on('error', (error) => log(`server: ${error.message}`));
          port = (server.address() as AddressInfo).port;
          resolve(port);
        });
      });
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1000).unref();
      });
    },
  };
}

const routeNames: ReadonlyMap<string, WebRouteName> = new Map(
  Object.entries(webRoutes).map(([name, route]) => [route.path, name as WebRouteName]),
);
