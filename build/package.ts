// `npm run package -- linux|win|mac [dir]`: installers into dist/packages. Needs Electron's runtime, which electron-builder
// fetches, and for some targets tools of that system; docs/INSTALL.md says what was tried.
import { fileURLToPath } from 'node:url';
import { packagingConfig } from './packaging/config.ts';
import { ensureTools, loadBuilder } from './packaging/tools.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const PLATFORMS = { linux: 'LINUX', win: 'WINDOWS', mac: 'MAC' } as const;
const OWN = { linux: 'linux', win32: 'win', darwin: 'mac' } as const;

const words = process.argv.slice(2);
const own = OWN[process.platform as keyof typeof OWN];
const name = words.find((word): word is keyof typeof PLATFORMS => word in PLATFORMS) ?? own;

ensureTools((line) => process.stderr.write(`watchdesk: ${line}\n`));
const { build, Platform } = await loadBuilder();
const targets = Platform[PLATFORMS[name]].createTarget(words.includes('dir') ? 'dir' : null);
const made = await build({ targets, config: packagingConfig(), projectDir: root, publish: 'never' });
for (const path of made) console.log(path);
