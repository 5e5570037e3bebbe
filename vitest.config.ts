/** Unit tests live beside the code; integration tests have a config of their own in tests/integration/. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{domain,db,server,workers,app,launch,tools}/**/*.test.ts', 'app/**/*.test.tsx'],
    environment: 'node',
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
