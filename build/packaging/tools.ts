// The packaging tools live in a folder of their own (build/packaging/node_modules) and come when somebody packages:
// starting and testing the desk should not wait for three hundred packages. Their types are therefore not there when the
// project is checked; what is used of them is written down here.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

export interface Builder {
  build: (options: { targets: unknown; config: unknown; projectDir: string; publish: 'never' }) => Promise<string[]>;
  Platform: Record<
    'LINUX' | 'WINDOWS' | 'MAC',
    { createTarget(target: string | null, ...archs: number[]): Map<unknown, unknown> }
  >;
  Arch: Record<'x64' | 'arm64', number>;
}
export interface Fuses {
  flipFuses: (path: string, config: Record<string | number, unknown>) => Promise<number>;
  getCurrentFuseWire: (path: string) => Promise<Record<string, number | string>>;
  FuseVersion: { V1: string };
  FuseV1Options: Record<string, number>;
}
export interface Asar {
  listPackage: (archive: string, options: { isPack: boolean }) => string[];
  extractFile: (archive: string, name: string) => Buffer;
  statFile: (archive: string, name: string) => object;
  extractAll: (archive: string, folder: string) => void;
  createPackageWithOptions: (folder: string, archive: string, options: { unpack: string }) => Promise<void>;
  uncache: (archive: string) => boolean;
}

export interface Resedit {
  NtExecutable: { createEmpty(): { generate(): ArrayBuffer } };
  NtExecutableResource: { from(program: object): { entries: unknown; outputResource(program: object): void } };
  Resource: {
    VersionInfo: {
      createEmpty(): {
        setStringValues: (locale: { lang: number; codepage: number }, values: Record<string, string>) => void;
        outputToResourceEntries: (entries: unknown) => void;
      };
    };
  };
}

const STAMP = join(here, 'node_modules/.watchdesk-stamp');

/** Installs them once per lockfile. */
export function ensureTools(say: (line: string) => void): void {
  const wanted = readFileSync(join(here, 'package-lock.json'), 'utf8');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  say('installing the packaging tools (npm ci in build/packaging) …');
  const flags = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--ignore-scripts', '--include=dev'];
  const npm = process.env['npm_execpath'];
  const options = { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...flags], options)
    : spawnSync('npm', flags, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('the packaging tools could not be installed');
  writeFileSync(STAMP, wanted);
}

async function load(name: string): Promise<unknown> {
  const path = createRequire(join(here, 'package.json')).resolve(name);
  const found = (await import(pathToFileURL(path).href)) as { default?: unknown };
  return found.default ?? found;
}
export const loadBuilder = async (): Promise<Builder> => (await load('electron-builder')) as Builder;
export const loadFuses = async (): Promise<Fuses> => (await load('@electron/fuses')) as Fuses;
export const loadAsar = async (): Promise<Asar> => (await load('@electron/asar')) as Asar;
export const loadResedit = async (): Promise<Resedit> => (await load('resedit')) as Resedit;
