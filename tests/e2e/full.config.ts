/** The stories that are too long for the test command: `npm run stories:full`. */
import { defineConfig } from '@playwright/test';
import usual from './playwright.config.ts';

export default defineConfig({
  ...usual,
  projects: [{ name: 'full', testMatch: ['**/*.story.ts'] }],
  workers: 2,
});
