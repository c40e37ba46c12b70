// `npm run package:check`: packs Linux and Windows folders around a placeholder runtime and checks what is in them.
// It shows what would be shipped; it cannot show that it runs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Packaged, packageFaults } from './packaging/checkPackage.ts';
import { type Arch, packagingConfig } from './packaging/config.ts';
import { type PackContext, programOf, setFuses } from './packaging/fuses.ts';
import { writePlaceholder } from './packaging/placeholder.ts';
import { overlooked } from './packaging/plantedFaults.ts';
import { ensureTools, loadBuilder } from './packaging/tools.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const say = (line: string): void => console.log(line);

const CASES = [
  { platform: 'linux', builder: 'LINUX', arch: 'x64' },
  { platform: 'linux', builder: 'LINUX', arch: 'arm64' },
  { platform: 'win32', builder: 'WINDOWS', arch: 'x64' },
] as const satisfies { platform: string; builder: string; arch: Arch }[];

/** Null where nothing was packed. */
async function packOne(work: string, one: (typeof CASES)[number]): Promise<Packaged | null> {
  const { build, Platform, Arch: archs } = await loadBuilder();
  const { platform, builder, arch } = one;
  const output = join(work, `${platform}-${arch}`);
  let packed: PackContext | null = null;
  const config = packagingConfig({
    electronDist: await writePlaceholder(join(work, `runtime-${platform}`), platform),
    directories: { output, buildResources: 'build/icon' },
    async afterPack(context: PackContext) {
      packed = context;
      await setFuses(context);
    },
  });
  // Writing the icon into a program file that is none would only fail.
  config['win'] = { ...(config['win'] as object), signAndEditExecutable: false };
  const targets = Platform[builder].createTarget('dir', archs[arch]);
  await build({ targets, config, projectDir: root, publish: 'never' });
  if (packed === null) return null;
  const context: PackContext = packed;
  return { folder: context.appOutDir, program: programOf(context), platform, arch };
}

process.env['ELECTRON_BUILDER_OFFLINE'] ??= 'true';
ensureTools(say);
const work = mkdtempSync(join(tmpdir(), 'watchdesk-package-'));
let passed = 0;
let failed = 0;
let good: Packaged | null = null;
try {
  for (const one of CASES) {
    const packaged = await packOne(work, one);
    const faults = packaged === null ? ['nothing was packed'] : await packageFaults(root, packaged);
    if (faults.length === 0) good ??= packaged;
    if (faults.length === 0) passed += 1;
    else failed += 1;
    say(`${one.platform}-${one.arch}: ${faults.length === 0 ? 'as it should be' : faults.join('; ')}`);
  }
  if (good !== null) {
    const { planted, missed } = await overlooked(root, good, work);
    failed += missed.length;
    say(`the check finds ${planted - missed.length} of ${planted} planted faults`);
    for (const what of missed) say(`not found: ${what}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
say(`${passed} of ${CASES.length} packages hold what they should`);
process.exitCode = failed > 0 ? 1 : 0;
