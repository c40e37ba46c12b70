// Every npm script by name: which program runs it, with what arguments, and whether dist/ must be up to date first.
// All programs are JavaScript (or TypeScript, which our Node runs as it is), so they start by path, without a shell.

export const BIN = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
};

/**
 * `run`: programs one after another, all of them even if one fails; the user's own arguments go to the last one.
 * @type {Record<string, { run: string[][], needsBuild?: boolean }>}
 */
export const TASKS = {
  start: { run: [['build/start.ts']], needsBuild: true },
  replay: { run: [['build/replay.ts']] },
  verify: { run: [['build/verify.ts']] },
  test: { run: [['build/test.ts']] },
  bench: { run: [['build/bench.ts']], needsBuild: true },
  build: { run: [['build/build.ts']] },
  electron: { run: [[BIN.playwright, 'test', '--config', 'e2e/electron/playwright.config.ts']], needsBuild: true },
  package: { run: [['build/package.ts']], needsBuild: true },
  'package:check': { run: [['build/packageCheck.ts']], needsBuild: true },
  icons: { run: [['build/icon/render.ts']] },
  format: { run: [[BIN.biome, 'check', '--write', '--log-level=warn', '.']] },
  lint: {
    run: [['build/checkLayers.ts'], [BIN.oxlint, '--type-aware', '--deny-warnings']],
  },
  typecheck: { run: [[BIN.tsc, '-b']] },
  unit: { run: [[BIN.vitest, 'run', '--config', 'build/vitest.config.ts']] },
  kills: { run: [['e2e/kills.ts']], needsBuild: true },
  e2e: { run: [[BIN.playwright, 'test', '--config', 'e2e/playwright.config.ts']], needsBuild: true },
};
