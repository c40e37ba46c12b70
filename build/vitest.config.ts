import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// A zone nobody's desk is in: whatever leans on the machine's zone instead of the plan's shows up as a failing test.
process.env.TZ = 'America/New_York';

const root = fileURLToPath(new URL('..', import.meta.url));
const common = { globals: false, testTimeout: 20_000, hookTimeout: 20_000 } as const;
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
        root,
        test: {
          ...common,
          name: 'node',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [...exclude, 'renderer/**'],
        },
      },
      {
        root,
        test: { ...common, name: 'dom', environment: 'jsdom', include: ['renderer/**/*.test.{ts,tsx}'], exclude },
      },
    ],
  },
});
