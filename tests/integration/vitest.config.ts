/**
 * Integration: real PostgreSQL, real sockets, real sandboxes. One PostgreSQL for the run, one database a test file. Two files
 * at a time, since most of them wait; what computes all the time, or looks at what the machine computes, runs alone after them.
 */
import { defineConfig } from 'vitest/config';

const ALONE = ['grading', 'grading-controls', 'grading-feedback', 'busy-machine'].map(
  (name) => `tests/integration/${name}.test.ts`,
);
const common = { environment: 'node', testTimeout: 180_000, hookTimeout: 180_000 } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'beside',
          include: ['tests/integration/**/*.test.ts'],
          exclude: ALONE,
          globalSetup: ['tests/integration/global-setup.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: { ...common, name: 'alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
