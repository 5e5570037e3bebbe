/**
 * End to end: three classrooms, each started by the very command of the README, and real Chromium. Files of stories run three at a
 * time, each in one of the classrooms: in one and the same they would answer each other's questions. The longest begin first.
 */
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';
import { GUARD_MS } from '../support/guard.ts';

const executablePath = await findChromium();
const LONG = ['outbox', 'pages-desk', 'story', 'page-weight', 'wall', 'keyboard', 'regrade', 'pages', 'pages-live'].map(
  (name) => `**/${name}.spec.ts`,
);

export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'short', testMatch: '**/*.spec.ts', testIgnore: LONG },
  ],
  globalSetup: './global-setup.ts',
  outputDir: '../../.nabla/test/e2e-output',
  // guards against hanging, on a machine that does much else as well
  timeout: 600_000,
  expect: { timeout: 90_000 },
  workers: 3,
  fullyParallel: false,
  retries: 0,
  reporter: [
    ['list'],
    ['./looked-at-reporter.ts'],
    ...(process.env.NABLA_E2E_REPORT === undefined
      ? []
      : [['json', { outputFile: process.env.NABLA_E2E_REPORT }] as const]),
  ],
  use: {
    // one step that cannot be done ends its test soon, and not with the test's own time
    actionTimeout: GUARD_MS,
    navigationTimeout: GUARD_MS,
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
    screenshot: 'only-on-failure',
    viewport: { width: 1280, height: 900 },
  },
});
