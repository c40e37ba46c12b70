/**
 * The screen's files, read once at start into a table of exact paths. A request's path is looked up as it came, never
 * decoded and never joined to a folder, so there is nothing to traverse; and a rebuild under a running host mixes nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { KEPT_FOR_A_YEAR, NEVER_STORED } from './headers.ts';

export type StaticFile = { body: Buffer; type: string; cache: string };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

/** Folder by folder: Node's own recursion does not look into Electron's archive. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });

/** Only kinds of file the screen can need; source maps and the rest stay on disk. */
export function readStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const path of filesBelow(folder)) {
    const type = TYPES[extname(path)];
    if (type === undefined) continue;
    const url = path.slice(join(folder, '/').length - 1).replaceAll(sep, '/');
    const cache = url.startsWith('/assets/') ? KEPT_FOR_A_YEAR : NEVER_STORED;
    files.set(url, { body: readFileSync(path), type, cache });
  }
  return files;
}
