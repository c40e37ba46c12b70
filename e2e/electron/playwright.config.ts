// The desktop program's flows: on the stand-in always, on a real Electron where its runtime is installed.
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { electronRuntime } from '../../build/electronRuntime.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const hasElectron = electronRuntime(root) !== null;

export default defineConfig<{ kind: 'standIn' | 'real' }>({
  testDir: '.',
  outputDir: '../../test-results/electron',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env['CI'] === 'true',
  reporter: [['list']],
  projects: [
    { name: 'stand-in', testMatch: ['*.flow.ts', '*.standIn.ts'], use: { kind: 'standIn' } },
    ...(hasElectron ? [{ name: 'electron', testMatch: ['*.flow.ts'], use: { kind: 'real' as const } }] : []),
  ],
});
