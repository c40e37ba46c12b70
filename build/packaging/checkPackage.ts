// What must be true of a packaged folder: exactly our files in the archive, the right addon beside it, the fuses set,
// nothing of a developer's in its description.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Arch, type Platform, prebuildOf } from './config.ts';
import { FUSES } from './fuses.ts';
import { loadAsar, loadFuses } from './tools.ts';

export interface Packaged {
  /** The unpacked folder that holds the program. */
  folder: string;
  program: string;
  platform: Platform;
  arch: Arch;
}

/** Files below a folder, with forward slashes, relative to it. */
function below(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** Exactly what the archive must hold. */
export function expectedFiles(root: string, platform: Platform, arch: Arch): string[] {
  const under = (folder: string, keep: (path: string) => boolean = () => true) =>
    below(join(root, folder))
      .filter(keep)
      .map((path) => `${folder}/${path}`);
  return [
    'package.json',
    ...under('dist/electron'),
    ...under('dist/renderer', (path) => !path.endsWith('.map')),
    ...under('scenarios', (path) => /^[^/]+\.json$/.test(path)),
    ...under('node_modules/better-sqlite3', (path) => /^(package\.json|LICENSE|lib\/.*)$/.test(path)),
    prebuildOf(platform, arch),
  ].sort();
}

const difference = (a: readonly string[], b: readonly string[]): string[] => a.filter((item) => !b.includes(item));

/** The machine an addon is for, by its own header. */
export function machineOf(binary: Buffer): string {
  if (binary.subarray(0, 4).toString('latin1') === '\x7fELF') {
    return { 0x3e: 'linux-x64', 0xb7: 'linux-arm64' }[binary.readUInt16LE(18)] ?? 'linux-?';
  }
  if (binary.subarray(0, 2).toString('latin1') === 'MZ') {
    const at = binary.readUInt32LE(0x3c) + 4;
    return { 0x8664: 'win32-x64', 0xaa64: 'win32-arm64' }[binary.readUInt16LE(at)] ?? 'win32-?';
  }
  return 'unknown';
}

const FORBIDDEN_KEYS = ['devDependencies', 'scripts'];

function faultsOfDescription(text: string, version: string): string[] {
  const description = JSON.parse(text) as Record<string, unknown>;
  const faults = FORBIDDEN_KEYS.filter((key) => key in description).map((key) => `package.json still has ${key}`);
  if (description['main'] !== 'dist/electron/main.mjs') faults.push('package.json does not start the desktop program');
  if (description['version'] !== version) faults.push(`package.json has version ${String(description['version'])}`);
  return faults;
}

async function faultsOfFuses(program: string): Promise<string[]> {
  const { getCurrentFuseWire, FuseV1Options } = await loadFuses();
  const wire = await getCurrentFuseWire(program);
  const [on, off] = ['1'.charCodeAt(0), '0'.charCodeAt(0)];
  return Object.entries(FUSES).flatMap(([name, wanted]) => {
    const state = wire[FuseV1Options[name] ?? -1];
    return state === (wanted ? on : off) ? [] : [`fuse ${name} is not ${wanted ? 'on' : 'off'} (${state})`];
  });
}

export async function packageFaults(root: string, packaged: Packaged): Promise<string[]> {
  const { folder, program, platform, arch } = packaged;
  const { listPackage, extractFile, statFile } = await loadAsar();
  const archive = join(folder, 'resources/app.asar');
  if (!existsSync(archive)) return ['there is no app.asar'];
  const isFile = (path: string) => !('files' in statFile(archive, path));
  const found = listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter(isFile)
    .sort();
  const expected = expectedFiles(root, platform, arch);
  const unpacked = below(`${archive}.unpacked`);
  const addon = prebuildOf(platform, arch);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const faults = [
    ...difference(expected, found).map((path) => `missing: ${path}`),
    ...difference(found, expected).map((path) => `does not belong there: ${path}`),
    ...difference(unpacked, [addon]).map((path) => `unpacked: ${path}`),
    ...faultsOfDescription(extractFile(archive, 'package.json').toString(), version),
    ...(await faultsOfFuses(program)),
  ];
  if (!unpacked.includes(addon)) return [...faults, 'the addon is not unpacked'];
  const machine = machineOf(readFileSync(join(`${archive}.unpacked`, addon)));
  if (machine !== `${platform}-${arch}`) faults.push(`the addon is for ${machine}`);
  if (existsSync(join(folder, 'resources/default_app.asar'))) faults.push('Electron’s default app is still there');
  return faults;
}
