/**
 * End to end: two classrooms, each started by the very command of the README, and real Chromium. Files of stories run two at a
 * time, each in one of the classrooms: in one and the same they would answer each other's questions.
 */
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';

const executablePath = await findChromium();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './global-setup.ts',
  outputDir: '../../.nabla/test/e2e-output',
  // guards against hanging, on a machine that does much else as well
  timeout: 300_000,
  expect: { timeout: 40_000 },
  workers: 2,
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
