/**
 * Unit tests live beside the code; integration tests have a config of their own in tests/integration/. What is pure, and what
 * runs outside of a browser, shares its modules with other files, and so do most pieces of the browser: loading them, four fifths of
 * their time, is what costs. Only files that put a module in the place of another have their own.
 */
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const common = { environment: 'node', restoreMocks: true, testTimeout: 60_000 } as const;
/** What a file of pages changed for its tests goes with it. */
const SHARED = 'tests/support/shared-pages.ts';

const files = globSync('app/**/*.test.{ts,tsx}', { cwd: import.meta.dirname }).map((name) => ({
  // a name may hold what a pattern means otherwise: app/(teacher)/classes/[id]
  pattern: name.replaceAll(/[()[\]]/g, '\\$&'),
  source: readFileSync(path.join(import.meta.dirname, name), 'utf8'),
}));
const those = (all: typeof files): string[] => all.map(({ pattern }) => pattern);
const inBrowser = files.filter(({ source }) => source.includes('@vitest-environment'));
/** Modules in the place of others, and what a page has one of for as long as it is open. */
const ofTheirOwn = files.filter(
  ({ pattern, source }) => /\bvi\.(?:(?:do)?mock|hoisted|resetModules)\b/.test(source) || pattern.includes('/outbox/'),
);

export default defineConfig({
  // nothing here looks at style sheets; Next's settings for them are in a form of its own
  css: { postcss: { plugins: [] } },
  test: {
    // Vitest would leave one core of two to itself, and hardly uses it
    maxWorkers: availableParallelism(),
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
          include: ['app/**/*.test.{ts,tsx}'],
          exclude: those([...inBrowser, ...ofTheirOwn]),
          isolate: false,
          setupFiles: SHARED,
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: those(inBrowser),
          exclude: those(ofTheirOwn),
          isolate: false,
          setupFiles: SHARED,
        },
      },
      { test: { ...common, name: 'own', include: those(ofTheirOwn) } },
    ],
  },
});
