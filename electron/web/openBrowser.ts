/** Opens the desk as `openDecision.ts` decided. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decideOpening, type Opening, openingCommand, type Surroundings } from './openDecision.ts';

const LEADING_FILE = /^open-[0-9a-f]{16}\.html$/;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findProgram(name: string): string | null {
  if (isAbsolute(name)) return isProgram(name) ? name : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

export const surroundings = (): Surroundings => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isRoot: process.getuid?.() === 0,
  find: findProgram,
});

export const leadingPage = (url: string): string => `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Watchdesk</title>
<script>location.replace(${JSON.stringify(url).replaceAll('<', '\\u003c')});</script>
`;

/**
 * A file only this user can read, which leads a browser to the address. It is left until the next one is written: the
 * browser may read it after we are gone, and its token opens nothing twice.
 */
function writeLeadingFile(folder: string, url: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (LEADING_FILE.test(name)) rmSync(join(folder, name), { force: true });
  const path = join(folder, `open-${randomBytes(8).toString('hex')}.html`);
  writeFileSync(path, leadingPage(url), { mode: 0o600, flag: 'wx' });
  return path;
}

function start(opening: Exclude<Opening, { kind: 'print' }>, path: string): Promise<boolean> {
  const { program, args } = openingCommand(opening, pathToFileURL(path).href);
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

/** Null when a browser was started, otherwise why the address has to be opened by hand. */
export async function openDesk(url: string, dataFolder: string): Promise<string | null> {
  const opening = decideOpening(surroundings(), dataFolder);
  if (opening.kind === 'print') return opening.why;
  const path = writeLeadingFile(opening.files, url);
  return (await start(opening, path)) ? null : `${opening.program} could not be started 无法启动浏览器`;
}
