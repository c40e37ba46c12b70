/**
 * The gate in front of every request and every WebSocket upgrade: loopback only by name and by origin, so that neither
 * a page of another site nor a name that was re-bound to 127.0.0.1 gets in. Pure, and tested as a table.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { SCREEN_PATH } from './entrance.ts';

export type GateRequest = { method: string; path: string; headers: IncomingHttpHeaders; upgrade: boolean };
export type GateRefusal = { status: 403 | 405 | 421; failure: 'forbidden' | 'wrongMethod' | 'wrongHost' };

export const originOf = (port: number): string => `http://127.0.0.1:${port}`;

const METHODS = ['GET', 'HEAD', 'POST'];
const FRIENDLY_SITES = ['same-origin', 'none'];
const forbidden: GateRefusal = { status: 403, failure: 'forbidden' };

/** Null lets it through; the session is asked for afterwards. */
export function refuse({ method, path, headers, upgrade }: GateRequest, port: number): GateRefusal | null {
  if (headers.host !== `127.0.0.1:${port}`) return { status: 421, failure: 'wrongHost' };
  if (!METHODS.includes(method)) return { status: 405, failure: 'wrongMethod' };
  const { origin } = headers;
  if (origin !== undefined && origin !== originOf(port)) return forbidden;
  // A browser names the origin of every POST and every upgrade; who leaves it out is not our page.
  if (origin === undefined && (upgrade || method === 'POST')) return forbidden;
  const site = headers['sec-fetch-site'];
  if (site === undefined || FRIENDLY_SITES.includes(String(site))) return null;
  // Opening a page by a link or from the launcher's file is harmless: it holds nothing without the cookie.
  const isPage = path === '/' || path === SCREEN_PATH;
  const opensThePage = method === 'GET' && isPage && headers['sec-fetch-mode'] === 'navigate' && !upgrade;
  return opensThePage && headers['sec-fetch-dest'] === 'document' ? null : forbidden;
}
