// The package check's own test: a good package, spoiled in one way at a time, must be found fault with. A check that
// would pass anything is worth nothing, and nobody looks into an archive by eye.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Packaged, packageFaults } from './checkPackage.ts';
import { prebuildOf } from './config.ts';
import { loadAsar, loadFuses } from './tools.ts';

type Spoiled = { packaged: Packaged; archive: string };
type Plant = { what: string; spoil: (spoiled: Spoiled, root: string) => Promise<void>; finds: RegExp };

/** Unpacks, changes and packs the archive again as electron-builder does. */
async function repack(archive: string, change: (folder: string) => void): Promise<void> {
  const { extractAll, createPackageWithOptions, uncache } = await loadAsar();
  const folder = mkdtempSync(join(dirname(archive), 'archive-'));
  extractAll(archive, folder);
  change(folder);
  await createPackageWithOptions(folder, archive, { unpack: '**/*.node' });
  uncache(archive); // it remembers what it read of that path
  rmSync(folder, { recursive: true, force: true });
}

const put = (folder: string, path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const addsToArchive = (path: string): Plant['spoil'] =>
  async function add({ archive }) {
    await repack(archive, (folder) => put(folder, path, 'x'));
  };
const changesDescription = (change: Record<string, unknown>): Plant['spoil'] =>
  async function describe({ archive }) {
    await repack(archive, (folder) => {
      const path = join(folder, 'package.json');
      const description = JSON.parse(readFileSync(path, 'utf8')) as object;
      writeFileSync(path, JSON.stringify({ ...description, ...change }));
    });
  };

const PLANTS: Plant[] = [
  {
    what: 'a bundle is missing',
    spoil: ({ archive }) => repack(archive, (folder) => rmSync(join(folder, 'dist/electron/preload.cjs'))),
    finds: /missing: dist\/electron\/preload\.cjs/,
  },
  {
    what: 'a source map came along',
    spoil: addsToArchive('dist/renderer/assets/x.js.map'),
    finds: /does not belong there: .*\.map/,
  },
  {
    what: 'a source came along',
    spoil: addsToArchive('electron/main/main.ts'),
    finds: /does not belong there: electron\/main/,
  },
  {
    what: 'a package came along',
    spoil: addsToArchive('node_modules/zod/index.js'),
    finds: /does not belong there: node_modules\/zod/,
  },
  {
    what: 'an addon for another system came along',
    spoil: addsToArchive('node_modules/better-sqlite3/prebuilds/darwin-arm64.node'),
    finds: /does not belong there: .*darwin-arm64/,
  },
  {
    what: 'the addon is for another machine',
    async spoil({ packaged, archive }, root) {
      const own = prebuildOf(packaged.platform, packaged.arch);
      copyFileSync(join(root, prebuildOf('win32', 'arm64')), join(`${archive}.unpacked`, own));
    },
    finds: /the addon is for win32-arm64/,
  },
  {
    what: 'the addon stays inside the archive',
    async spoil({ archive }) {
      rmSync(`${archive}.unpacked`, { recursive: true });
    },
    finds: /the addon is not unpacked/,
  },
  {
    what: 'code lies beside the archive, where nothing guards it',
    async spoil({ archive }) {
      put(`${archive}.unpacked`, 'dist/electron/main.mjs', 'x');
    },
    finds: /unpacked: dist\/electron\/main\.mjs/,
  },
  {
    what: 'scripts are described',
    spoil: changesDescription({ scripts: { start: 'x' } }),
    finds: /package\.json still has scripts/,
  },
  {
    what: 'another program is started',
    spoil: changesDescription({ main: 'dist/host/main.mjs' }),
    finds: /does not start the desktop program/,
  },
  { what: 'another version is told', spoil: changesDescription({ version: '9.9.9' }), finds: /has version 9\.9\.9/ },
  {
    what: 'Electron’s own program is left',
    async spoil({ packaged }) {
      put(packaged.folder, 'resources/default_app.asar', 'x');
    },
    finds: /default app is still there/,
  },
  ...(['RunAsNode', 'EnableNodeCliInspectArguments', 'GrantFileProtocolExtraPrivileges'] as const).map(
    (name): Plant => ({
      what: `fuse ${name} is on`,
      spoil: ({ packaged }) => setFuse(packaged.program, name, true),
      finds: new RegExp(`fuse ${name} is not off`),
    }),
  ),
  ...(['OnlyLoadAppFromAsar', 'EnableEmbeddedAsarIntegrityValidation'] as const).map(
    (name): Plant => ({
      what: `fuse ${name} is off`,
      spoil: ({ packaged }) => setFuse(packaged.program, name, false),
      finds: new RegExp(`fuse ${name} is not on`),
    }),
  ),
];

async function setFuse(program: string, name: string, on: boolean): Promise<void> {
  const { flipFuses, FuseVersion, FuseV1Options } = await loadFuses();
  await flipFuses(program, { version: FuseVersion.V1, [FuseV1Options[name] ?? name]: on });
}

/** What was planted into copies of a good package and was not found. */
export async function overlooked(
  root: string,
  good: Packaged,
  work: string,
): Promise<{ planted: number; missed: string[] }> {
  const missed: string[] = [];
  for (const { what, spoil, finds } of PLANTS) {
    const folder = mkdtempSync(join(work, 'spoiled-'));
    cpSync(good.folder, folder, { recursive: true });
    const program = join(folder, good.program.slice(good.folder.length));
    const packaged: Packaged = { ...good, folder, program };
    await spoil({ packaged, archive: join(folder, 'resources/app.asar') }, root);
    const faults = await packageFaults(root, packaged);
    if (!faults.some((fault) => finds.test(fault))) missed.push(`${what} (found: ${faults.join('; ') || 'nothing'})`);
    rmSync(folder, { recursive: true, force: true });
  }
  return { planted: PLANTS.length, missed };
}
