// A fingerprint of everything that goes into dist/. By content, not by time: a checkout touches times without changing
// anything, and reading some hundred small files costs less than asking git.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['shared', 'db', 'electron', 'renderer'];
const FILES = ['package-lock.json', 'package.json'];

/** Tests and notes never reach dist/. */
const counts = (/** @type {string} */ path) =>
  !/\.(test|spec)\.[a-z]+$|\.md$|[\\/]testing[\\/]|tsconfig[^\\/]*\.json$/.test(path);

/** @returns {string[]} */
function filesBelow(/** @type {string} */ root, /** @type {string} */ folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    // build/packaging has packages of its own; nothing of them reaches dist/.
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(root, path);
    return entry.isFile() ? [path] : [];
  });
}

/** @returns {string[]} paths relative to the root, sorted */
export function listSources(/** @type {string} */ root) {
  const viteConfigs = filesBelow(root, 'build').filter((path) => /[\\/](vite\.[^\\/]*|shipped[\\/].*)$/.test(path));
  const paths = [...FILES.filter((path) => existsSync(join(root, path))), ...viteConfigs];
  for (const folder of FOLDERS) paths.push(...filesBelow(root, folder));
  return paths.filter(counts).sort();
}

export function fingerprintSources(/** @type {string} */ root) {
  const hash = createHash('sha256');
  for (const path of listSources(root)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}
