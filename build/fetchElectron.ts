// Fetches Electron's runtime with its own tools (mirrors, proxies, checksums are theirs), but never for long and never
// silently. ELECTRON_MIRROR or npm's electron_mirror setting choose another server.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as ElectronGet from '@electron/get';
import { givesUp, progressLine } from './startDecision.ts';

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

function remember(root: string, failure: Failure | null): void {
  const path = failureFile(root);
  if (failure === null) return rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(failure));
}

/** Into the tools' own cache; rejects when it takes too long. */
async function download(root: string, say: (line: string) => void): Promise<void> {
  const require = createRequire(join(root, 'node_modules/electron/package.json'));
  const { downloadArtifact } = (await import(require.resolve('@electron/get'))) as typeof ElectronGet;
  const { version } = require('./package.json') as { version: string };
  const checksums = require('./checksums.json') as Record<string, string>;
  const startedAt = Date.now();
  let lastByteAt: number | null = null;
  let saidAt = 0;
  const stop = new AbortController();
  const gaveUp = new Promise<never>((_resolve, reject) => {
    const watch = setInterval(() => {
      const why = givesUp({ startedAt, lastByteAt, now: Date.now() });
      if (why === null) return;
      clearInterval(watch);
      reject(new Error(why));
      stop.abort();
    }, 250);
    watch.unref();
  });
  const loaded = downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums,
    downloadOptions: {
      quiet: true,
      signal: stop.signal,
      async getProgressCallback({ transferred, total }: { transferred: number; total: number | null }) {
        lastByteAt = Date.now();
        if (lastByteAt - saidAt < 2000 && transferred !== total) return;
        saidAt = lastByteAt;
        say(progressLine(transferred, total));
      },
    },
  });
  loaded.catch(() => {}); // it fails again when it is stopped
  await Promise.race([loaded, gaveUp]);
}

/** Null once the runtime is installed, otherwise why it is not. */
export async function fetchElectron(root: string, say: (line: string) => void): Promise<string | null> {
  say('fetching Electron, once 首次运行，下载 Electron …');
  try {
    await download(root, say);
    // Finds it in the cache now, checks and unpacks it.
    const installer = join(root, 'node_modules/electron/install.js');
    const { status } = spawnSync(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error('it could not be unpacked');
    remember(root, null);
    return null;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    remember(root, { at: Date.now(), why });
    return why;
  }
}
