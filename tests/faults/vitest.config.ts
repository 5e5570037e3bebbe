/**
 * Faults: processes really killed, with a real PostgreSQL. Smaller in the test command and two files at a time, since a killed
 * process is mostly waited for; whole by `npm run soak`, one after the other.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    globalSetup: ['tests/integration/global-setup.ts'],
    environment: 'node',
    testTimeout: 1_200_000,
    hookTimeout: 180_000,
    maxWorkers: process.env.NABLA_SOAK === 'whole' ? 1 : 2,
  },
});
