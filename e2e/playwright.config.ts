// Browser tests drive the built app in the machine's own Chromium.
// The zone is foreign on purpose: the app must show the plan's zone (Asia/Shanghai) whatever the machine thinks.
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../build/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  workers: 2,
  retries: 0,
  // Generous: a busy machine is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: CHROMIUM_FLAGS,
      chromiumSandbox: false,
    },
  },
});
