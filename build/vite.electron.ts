// The desktop program: main process with its desk worker, and the preload script. Three bundles side by side in
// dist/electron, with the icons. electron itself and the native addon stay outside. The preload script is one CommonJS
// file because a sandboxed one can load nothing else.
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const common = (isFirst: boolean): InlineConfig => ({
  configFile: false,
  root: at('.'),
  publicDir: isFirst ? at('build/icon/shipped') : false,
  logLevel: 'warn',
});

const build = (isFirst: boolean): InlineConfig['build'] => ({
  ssr: true,
  target: 'node24',
  outDir: at('dist/electron'),
  emptyOutDir: isFirst,
  copyPublicDir: isFirst,
  sourcemap: false,
  minify: false,
  reportCompressedSize: false,
});

const mainConfig = (): InlineConfig => ({
  ...common(true),
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'], target: 'node' },
  build: {
    ...build(true),
    rolldownOptions: {
      input: { main: at('electron/main/main.ts'), deskWorker: at('db/desk/deskWorker.ts') },
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});

const preloadConfig = (): InlineConfig => ({
  ...common(false),
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ...build(false),
    rolldownOptions: {
      input: { preload: at('electron/preload/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
});

/** In this order: the first empties the folder. */
export const electronConfigs = (): InlineConfig[] => [mainConfig(), preloadConfig()];
