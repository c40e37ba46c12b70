/** Signs in to a running web host from Node and talks to it through the screen's own adapter. */
import WebSocket from 'ws';
import { createWebApi, type WebApi } from '#renderer/platform/webApi.ts';
import { SESSION_PATH } from '#shared/contract/webRoutes.ts';

export type Session = { origin: string; cookie: string };

export async function signIn(address: string): Promise<Session> {
  const { origin, hash } = new URL(address);
  const token = new URLSearchParams(hash.slice(1)).get('token');
  const answer = await fetch(`${origin}${SESSION_PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 204 || cookie === undefined) throw new Error(`not signed in: ${answer.status}`);
  return { origin, cookie };
}

/** A browser adds cookie and origin by itself; here they are added for it. */
export function connectWebApi({ origin, cookie }: Session): WebApi {
  class SessionSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie, origin } });
    }
  }
  return createWebApi({
    origin,
    fetch: (input, init) => fetch(input, { ...init, headers: { ...(init?.headers as object), cookie, origin } }),
    WebSocket: SessionSocket as unknown as new (url: string) => globalThis.WebSocket,
  });
}
