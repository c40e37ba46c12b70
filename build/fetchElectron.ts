// Fetches Electron's runtime with its own tools (mirrors, proxies, checksums are theirs), but never for long and never
// silently. ELECTRON_MIRROR or npm's electron_mirror setting choose another server. A server that did not answer is not
// waited for again: `probeElectron` looks in the background whether it does now, and the next start fetches.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as ElectronGet from '@electron/get';
import { FETCH_LIMITS, type FetchLimits, type FetchProgress, givesUp, progressLine } from './startDecision.ts';

export interface Failure {
  at: number;
  why: string;
}

const failureFile = (root: string): string => join(root, 'node_modules/.cache/watchdesk/electron-fetch.json');

export function lastFailure(root: string): Failure | null {
  try {
    const { at, why } = JSON.parse(readFileSync(failureFile(root), 'utf8')) as Partial<Failure>;
    return typeof at === 'number' && typeof why === 'string' ? { at, why } : null;
  } catch {
    return null;
  }
}

const SAY_EVERY_MS = 2000;
/** Longer than unpacking takes anywhere; it fetches nothing, but must not hang either. */
const UNPACKING_MS = 120_000;

function remember(root: string, failure: Failure | null): void {
  const path = failureFile(root);
  try {
    if (failure === null) return rmSync(path, { force: true });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(failure));
  } catch {
    // A folder that cannot be written to keeps nobody from the desk either.
  }
}

/** Whether the runtime could be put where it belongs: the sources may be there to be read only. */
export function canFetch(root: string): boolean {
  const folder = join(root, 'node_modules/electron');
  if (!existsSync(join(folder, 'install.js'))) return false;
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Into the tools' own cache; rejects when it takes too long. `onProgress` true: enough was seen. */
async function download(
  root: string,
  limits: FetchLimits,
  onProgress: (progress: FetchProgress) => boolean,
): Promise<void> {
  const require = createRequire(join(root, 'node_modules/electron/package.json'));
  const { downloadArtifact } = (await import(
    pathToFileURL(require.resolve('@electron/get')).href
  )) as typeof ElectronGet;
  const { version } = require('./package.json') as { version: string };
  const checksums = require('./checksums.json') as Record<string, string>;
  const cacheRoot = process.env['electron_config_cache']; // where its installer will look
  const startedAt = Date.now();
  let seen: FetchProgress = { startedAt, lastByteAt: null, transferred: 0, total: null, now: startedAt };
  const stop = new AbortController();
  const { promise: stopped, resolve: enough, reject: giveUp } = Promise.withResolvers<void>();
  const watch = setInterval(
    () => {
      const why = givesUp({ ...seen, now: Date.now() }, limits);
      if (why !== null) giveUp(new Error(why));
    },
    Math.min(250, limits.firstByteMs),
  );
  const loaded = downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums,
    ...(cacheRoot === undefined ? {} : { cacheRoot }),
    downloadOptions: {
      quiet: true,
      signal: stop.signal,
      async getProgressCallback({ transferred, total }: { transferred: number; total: number | null }) {
        const now = Date.now();
        seen = { startedAt, lastByteAt: now, transferred, total, now };
        if (onProgress(seen)) enough();
      },
    },
  });
  loaded.catch(() => {}); // it fails again when it is stopped
  try {
    await Promise.race([loaded, stopped]);
  } finally {
    clearInterval(watch);
    stop.abort();
  }
}

const whyOf = (error: unknown): string => {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  // fetch itself only says that it failed.
  const reason = cause instanceof Error && cause.message !== '' ? `${message}: ${cause.message}` : message;
  return reason.split('\n')[0] ?? '';
};

/** Sets the failure aside if the server answers, so that the next start fetches; says nothing and never takes long. */
export async function probeElectron(root: string, limits: FetchLimits = FETCH_LIMITS): Promise<void> {
  const before = lastFailure(root);
  if (before !== null) remember(root, { ...before, at: Date.now() }); // one look a day is enough
  try {
    await download(root, limits, () => true);
    remember(root, null);
  } catch {
    // The failure stays as it is told.
  }
}

/** Null once the runtime is installed, otherwise why it is not. */
export async function fetchElectron(
  root: string,
  say: (line: string) => void,
  limits: FetchLimits = FETCH_LIMITS,
): Promise<string | null> {
  say('fetching Electron, once 首次运行，下载 Electron …');
  try {
    let saidAt = 0;
    await download(root, limits, ({ transferred, total, now }) => {
      if (now - saidAt < SAY_EVERY_MS && transferred !== total) return false;
      saidAt = now;
      say(progressLine(transferred, total));
      return false;
    });
    // Finds it in the cache now, checks and unpacks it.
    const installer = join(root, 'node_modules/electron/install.js');
    const { status } = spawnSync(process.execPath, [installer], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: UNPACKING_MS,
    });
    if (status !== 0) throw new Error('it could not be unpacked');
    remember(root, null);
    return null;
  } catch (error) {
    const why = whyOf(error);
    remember(root, { at: Date.now(), why });
    return why;
  }
}
