// What `npm test` runs, step by step, and how each step's tests are counted.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureChromium, HOW_TO_GET_ONE } from './chromium.ts';
import { electronRuntime } from './electronRuntime.ts';
import { findNpm10 } from './npm10.ts';
import { BIN } from './tasks.mjs';

export interface Counts {
  passed: number;
  failed: number;
}

export interface Step {
  name: string;
  /** Programs run one after another; the step fails if one does. */
  programs: string[][];
  env?: Record<string, string>;
  /** Reads the step's own count of tests; without it the step counts as one. */
  count?: () => Counts | null;
  /** A reason not to run it, decided when its turn comes. `isFailure` where leaving it out must not go unnoticed. */
  skip?: () => { reason: string; isFailure: boolean } | null;
  /** What this step could not run on this machine, said again under the summary. */
  notRun?: () => string | null;
}

/** Through run.mjs again, which builds first if dist/ is stale: such a step may be run alone. */
const VIA_RUN = ['build/run.mjs'];

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** vitest's JSON report. */
export function vitestCounts(report: unknown): Counts | null {
  const { numPassedTests, numFailedTests } = (report ?? {}) as { numPassedTests?: number; numFailedTests?: number };
  return numPassedTests === undefined ? null : { passed: numPassedTests, failed: numFailedTests ?? 0 };
}

/** Playwright's JSON report. A test that passes only on a retry counts as failed; there are no retries anyway. */
export function playwrightCounts(report: unknown): Counts | null {
  const { stats } = (report ?? {}) as { stats?: { expected: number; unexpected: number; flaky: number } };
  return stats === undefined ? null : { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** No browser: said loudly, and a failure where a machine is trusted to have run everything (CI=true). */
function skipBrowser(): { reason: string; isFailure: boolean } | null {
  if (!existsSync(at('e2e'))) return { reason: 'no e2e/ yet', isFailure: false };
  if (ensureChromium((line) => console.log(line)) !== null) return null;
  console.log(`NOT RUN: browser tests\n${HOW_TO_GET_ONE}`);
  return { reason: 'no browser', isFailure: process.env['CI'] === 'true' };
}

const NO_ELECTRON = 'NOT RUN: real Electron (its runtime is not installed; the same flows ran on the stand-in)';

const NO_NPM10 = 'NOT RUN: an install by npm 10 (none here, and none could be installed)';

/** The steps in order. Reports go to `results`, an empty folder, so that an earlier run's are never counted. */
export function testSteps(results: string): Step[] {
  const vitestReport = `${results}/vitest.json`;
  const browserReport = `${results}/playwright.json`;
  const desktopReport = `${results}/desktop.json`;
  return [
    { name: 'format', programs: [[BIN.biome, 'check', '--error-on-warnings', '.']] },
    { name: 'lint', programs: [['build/checkLayers.ts'], [BIN.oxlint, '--type-aware', '--deny-warnings']] },
    { name: 'typecheck', programs: [[BIN.tsc, '-b']] },
    {
      name: 'unit',
      programs: [
        [
          BIN.vitest,
          'run',
          '--config',
          'build/vitest.config.ts',
          '--reporter=dot',
          '--reporter=json',
          `--outputFile.json=${vitestReport}`,
        ],
      ],
      count: () => vitestCounts(readJson(vitestReport)),
    },
    { name: 'build', programs: [['build/build.ts']] },
    {
      name: 'browser',
      programs: [[...VIA_RUN, 'e2e', '--reporter=list,json', '--pass-with-no-tests']],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
      count: () => playwrightCounts(readJson(browserReport)),
      skip: skipBrowser,
    },
    {
      name: 'desktop',
      programs: [[...VIA_RUN, 'electron', '--reporter=list,json']],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: desktopReport },
      count: () => playwrightCounts(readJson(desktopReport)),
      skip: skipBrowser,
      notRun: () => (electronRuntime(at('.')) === null ? NO_ELECTRON : null),
    },
    {
      name: 'npm10',
      programs: [['build/npm10Check.ts']],
      skip: () => (findNpm10() === null ? { reason: 'no npm 10', isFailure: false } : null),
      notRun: () => (findNpm10() === null ? NO_NPM10 : null),
    },
    { name: 'package', programs: [[...VIA_RUN, 'package:check']] },
    {
      name: 'kills',
      programs: [[...VIA_RUN, 'kills']],
      skip: () => (existsSync(at('e2e/kills.ts')) ? null : { reason: 'no e2e/kills.ts yet', isFailure: false }),
    },
  ];
}
