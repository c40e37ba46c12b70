// The screen: everything the browser (or Electron's window) loads, as static files that live under a strict
// Content-Security-Policy of 'self': no inline scripts, styles or data: assets.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const rendererConfig: InlineConfig = {
  configFile: false,
  root: at('renderer'),
  base: '/',
  publicDir: false,
  plugins: [react()],
  // A worker fetches the Word library as the page does: as a module of its own.
  worker: { format: 'es' },
  build: {
    outDir: at('dist/renderer'),
    emptyOutDir: true,
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  logLevel: 'warn',
};
