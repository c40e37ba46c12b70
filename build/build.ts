// Builds dist/: the renderer and both hosts. The stamp is written last, so an interrupted build counts as none.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { fingerprintSources } from './sources.mjs';
import { electronConfigs } from './vite.electron.ts';
import { existingHostEntries, HOST_ENTRIES, hostConfig } from './vite.host.ts';
import { rendererConfig } from './vite.renderer.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const dist = join(root, 'dist');

/** What a browser must fetch before it can show anything, in kB gzipped. */
const FIRST_LOAD_LIMIT = 350;

function firstLoadKilobytes(): number {
  const page = readFileSync(join(dist, 'renderer/index.html'), 'utf8');
  const linked = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const files = [...new Set(linked)].map((path) => readFileSync(join(dist, 'renderer', path)));
  return [Buffer.from(page), ...files].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0) / 1000;
}

async function main(): Promise<void> {
  const began = performance.now();
  const sources = fingerprintSources(root);
  mkdirSync(dist, { recursive: true });
  rmSync(join(dist, '.stamp'), { force: true });

  const missing = Object.entries(HOST_ENTRIES).filter(([name]) => !(name in existingHostEntries()));
  for (const [, source] of missing) console.error(`build: ${source} does not exist yet: left out`);
  if (Object.keys(existingHostEntries()).length > 0) await build(hostConfig());

  for (const config of electronConfigs()) await build(config);

  if (!existsSync(join(root, 'renderer/index.html'))) {
    console.error('build: renderer/index.html does not exist yet: left out');
  } else {
    await build(rendererConfig);
    const size = firstLoadKilobytes();
    console.log(`first load of the renderer: ${size.toFixed(1)} kB gzipped (limit ${FIRST_LOAD_LIMIT})`);
    if (size > FIRST_LOAD_LIMIT) throw new Error('the renderer is too large for its first load');
  }
  writeFileSync(join(dist, '.stamp'), sources);
  console.log(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

try {
  await main();
} catch (error) {
  // The bundler's own stack says nothing about our sources; its message does.
  console.error(`build failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
