/**
 * `app://watchdesk/…`: the screen's files from a table of exact paths, read at start. An address is compared as it came,
 * never decoded and never joined to a folder, so there is nothing to traverse.
 */
import type { CustomScheme } from 'electron';
import { contentPolicy, pageHeaders } from '#electron/web/headers.ts';
import type { StaticFile } from '#electron/web/staticFiles.ts';
import { APP_ORIGIN, APP_SCHEME } from './addresses.ts';

/** An origin of its own, as safe as https; it goes around no policy and nobody else's page may fetch from it. */
export const APP_SCHEMES: CustomScheme[] = [
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
];

/** As the web host's, but that a page here has nothing to connect to: it talks over IPC. */
export const appHeaders = (): Record<string, string> => pageHeaders(contentPolicy("'none'"));

export type AppRequest = { url: string; method: string };
export type AppAnswer = { status: number; headers: Record<string, string>; body: Buffer | null };

const refused = (status: number): AppAnswer => ({ status, headers: {}, body: null });

export function answerApp(
  { url, method }: AppRequest,
  files: ReadonlyMap<string, StaticFile>,
  headers: Record<string, string>,
): AppAnswer {
  if (!url.startsWith(`${APP_ORIGIN}/`)) return refused(403);
  if (method !== 'GET') return refused(405);
  const file = files.get(url.slice(APP_ORIGIN.length).replace(/#.*$/s, ''));
  if (file === undefined) return refused(404);
  return {
    status: 200,
    headers: { ...headers, 'content-type': file.type, 'cache-control': file.cache },
    body: file.body,
  };
}
