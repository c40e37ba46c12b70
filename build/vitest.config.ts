import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// A zone nobody's desk is in: whatever leans on the machine's zone instead of the plan's shows up as a failing test.
process.env.TZ = 'America/New_York';

const root = fileURLToPath(new URL('..', import.meta.url));
const common = { globals: false, testTimeout: 60_000, hookTimeout: 60_000 } as const;
const exclude = ['**/node_modules/**', 'dist/**', 'e2e/**/*.spec.ts'];

export default defineConfig({
  root,
  test: {
    // Processes, not threads: better-sqlite3 is a native addon and some tests start worker threads of their own.
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: true,
    coverage: {
      provider: 'v8',
      include: ['shared/**', 'db/**', 'electron/**', 'renderer/**'],
      reportsDirectory: 'coverage',
    },
    projects: [
      {
        // Pure code leaves nothing behind, so its files share their processes and read zod and the plan once.
        root,
        test: {
          ...common,
          name: 'pure',
          environment: 'node',
          isolate: false,
          include: ['shared/**/*.test.ts'],
          exclude,
        },
      },
      {
        root,
        test: {
          ...common,
          name: 'node',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [...exclude, 'shared/**'],
        },
      },
      {
        // A window takes a second a file: only what renders gets one. Another test may ask for it in its first line.
        root,
        test: { ...common, name: 'dom', environment: 'jsdom', include: ['renderer/**/*.test.tsx'], exclude },
      },
    ],
  },
});
