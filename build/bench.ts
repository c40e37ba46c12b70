// Runs bench/*.ts one after another, never side by side: they measure. `npm run bench -- NAME …` runs those only.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../bench', import.meta.url));
const wanted = process.argv.slice(2);
const all = existsSync(folder) ? readdirSync(folder).filter((name) => /^[^.]+\.ts$/.test(name)) : [];
const chosen = all.sort().filter((name) => wanted.length === 0 || wanted.includes(name.replace(/\.ts$/, '')));

if (chosen.length === 0) console.log(`no bench to run; there are: ${all.join(', ') || 'none yet'}`);
for (const name of chosen) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [join(folder, name)], { stdio: 'inherit' });
  if (status !== 0) {
    console.log(`${name} failed (exit ${status})`);
    process.exitCode = 1;
  }
}
