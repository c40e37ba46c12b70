// An npm 10, as Debian's Node 20 brings it: the one that runs us, or one installed through the ordinary client into
// node_modules/.cache. Null where there is no way to get one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const HOME = join(root, 'node_modules/.cache/watchdesk/npm10');
const CLI = 'node_modules/npm/bin/npm-cli.js';
const PATIENCE_MS = 60_000;

/** npm-cli.js of an npm whose version begins with 10. */
export function findNpm10(env: NodeJS.ProcessEnv = process.env): string | null {
  if (process.platform === 'win32') return null; // the check links programs into a folder
  const own = env['npm_execpath'];
  if (own !== undefined && isNpm10(own)) return own;
  const kept = join(HOME, CLI);
  return isNpm10(kept) || (install(own) && isNpm10(kept)) ? kept : null;
}

function isNpm10(cli: string): boolean {
  const manifest = join(cli, '../../package.json');
  if (!cli.endsWith('npm-cli.js') || !existsSync(manifest)) return false;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string };
  return version?.startsWith('10.') === true;
}

function install(npm: string | undefined): boolean {
  rmSync(HOME, { recursive: true, force: true });
  const args = ['install', '--prefix', HOME, '--no-save', '--no-audit', '--no-fund', '--prefer-offline', 'npm@10'];
  const [program, all] = npm?.endsWith('.js') === true ? [process.execPath, [npm, ...args]] : ['npm', args];
  return spawnSync(program, all, { cwd: root, stdio: 'ignore', timeout: PATIENCE_MS }).status === 0;
}
