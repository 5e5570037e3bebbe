/** End to end: a classroom of its own, started by the very command of the README, and real Chromium. */
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';

const executablePath = await findChromium();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './global-setup.ts',
  outputDir: '../../.nabla/test/e2e-output',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  fullyParallel: false,
  retries: 0,
  reporter: [
    ['list'],
    ...(process.env.NABLA_E2E_REPORT === undefined
      ? []
      : [['json', { outputFile: process.env.NABLA_E2E_REPORT }] as const]),
  ],
  use: {
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
    screenshot: 'only-on-failure',
    viewport: { width: 1280, height: 900 },
  },
});
