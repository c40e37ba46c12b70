// The host: the Node program behind the screen, and the worker thread its desk runs in. Bundled, so that starting needs
// no type stripping and few files; better-sqlite3 stays outside because it is a native addon.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Output name → source. All land side by side in dist/host, so that `new URL('./deskWorker.mjs', import.meta.url)` holds. */
export const HOST_ENTRIES: Record<string, string> = {
  main: 'electron/web/main.ts',
  deskWorker: 'db/desk/deskWorker.ts',
};

export const existingHostEntries = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(HOST_ENTRIES)
      .map(([name, source]) => [name, at(source)] as const)
      .filter(([, path]) => existsSync(path)),
  );

export const hostConfig = (): InlineConfig => ({
  configFile: false,
  root: at('.'),
  publicDir: false,
  ssr: { noExternal: true, external: ['better-sqlite3'], target: 'node' },
  build: {
    ssr: true,
    target: 'node22',
    outDir: at('dist/host'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: existingHostEntries(),
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
  logLevel: 'warn',
});
