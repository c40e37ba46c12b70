import { expect, test } from 'vitest';
import { playwrightCounts, testSteps, vitestCounts } from './testSteps.ts';

test.each([
  ['vitest', vitestCounts({ numPassedTests: 5, numFailedTests: 2 }), { passed: 5, failed: 2 }],
  ['vitest without a report', vitestCounts(null), null],
  ['playwright', playwrightCounts({ stats: { expected: 3, unexpected: 1, flaky: 0 } }), { passed: 3, failed: 1 }],
  [
    'playwright, flaky',
    playwrightCounts({ stats: { expected: 3, unexpected: 0, flaky: 1 } }),
    { passed: 3, failed: 1 },
  ],
  ['playwright without a report', playwrightCounts({}), null],
])('counts of %s', (_what, counts, expected) => {
  expect(counts).toEqual(expected);
});

test('the browser steps come after the build', () => {
  const names = testSteps('/nowhere').map(({ name }) => name);
  expect(names).toEqual([
    'format',
    'lint',
    'typecheck',
    'unit',
    'build',
    'browser',
    'desktop',
    'npm10',
    'package',
    'kills',
  ]);
});
