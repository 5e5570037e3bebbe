/**
 * Unit tests live beside the code; integration tests have a config of their own in tests/integration/. What is pure, and what
 * runs outside of a browser, shares its modules with other files (loading them is half of the time); the browser's pieces, which
 * change what is global, do not.
 */
import { defineConfig } from 'vitest/config';

const common = { environment: 'node', restoreMocks: true, testTimeout: 60_000 } as const;

export default defineConfig({
  // nothing here looks at style sheets; Next's settings for them are in a form of its own
  css: { postcss: { plugins: [] } },
  test: {
    projects: [
      {
        test: { ...common, name: 'pure', include: ['domain/**/*.test.ts'], isolate: false },
      },
      {
        test: {
          ...common,
          name: 'processes',
          include: ['{db,server,workers,launch,tools}/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        test: {
          ...common,
          name: 'pages',
          include: ['app/**/*.test.ts', 'app/**/*.test.tsx'],
        },
      },
    ],
  },
});
