/** The suites of the test command: each runs a tool and says how many tests it passed. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../launch/state-folder.ts';
import { run } from './children.ts';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}
export interface Suite {
  /** needs the built pages, or goes after them where they are built: Next writes types meanwhile. The others run beside the build. */
  pages?: 'needed' | 'before';
  run(): Promise<Count>;
}

export const REPORTS = path.join(ROOT, '.nabla/test-reports');
const bin = (script: string): string => path.join(ROOT, 'node_modules', script);

/** A tool that is right or wrong as a whole counts as one. */
async function whole(args: string[]): Promise<Count> {
  const right = await run(args);
  return { passed: right ? 1 : 0, failed: right ? 0 : 1, skipped: 0 };
}

const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };
interface Report {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** Runs Vitest, and counts by where the files lie: each folder is a suite. */
async function vitest(name: string, config: string, folders: readonly string[]): Promise<Count[]> {
  const report = path.join(REPORTS, `${name}.json`);
  rmSync(report, { force: true });
  const right = await run(
    [
      bin('vitest/vitest.mjs'),
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { NODE_ENV: 'test' },
  );
  const { testResults } = readReport<Report>(report, { testResults: [] });
  const counts = folders.map((folder) => {
    const files = testResults.filter((file) => file.name.startsWith(path.join(ROOT, folder)));
    const all = files.flatMap((file) => file.assertionResults.map((one) => one.status));
    const count = (...kinds: string[]): number => all.filter((status) => kinds.includes(status)).length;
    // a file that could not even be loaded fails without a failing test
    const unloaded = files.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
    );
    return {
      passed: count('passed'),
      failed: count('failed') + unloaded.length,
      skipped: count('skipped', 'pending', 'todo', 'disabled'),
    };
  });
  // what is wrong with all of it, and with no file
  if (!right && counts.every(({ failed }) => failed === 0))
    return counts.map((count) => ({ ...count, failed: Math.max(1, count.failed) }));
  return counts;
}

const onlyOne = async (name: string, config: string, folder: string): Promise<Count> =>
  (await vitest(name, config, [folder]))[0] ?? { ...NOTHING, failed: 1 };

/** Suites that wait while others compute: in one run, where they are asked for together. */
export const TOGETHER = ['integration', 'faults'] as const;

export async function together(): Promise<Count[]> {
  return vitest(
    'stored',
    'tests/vitest.config.ts',
    TOGETHER.map((name) => `tests/${name}/`),
  );
}

async function playwright(): Promise<Count> {
  const report = path.join(REPORTS, 'e2e.json');
  rmSync(report, { force: true });
  const right = await run([bin('@playwright/test/cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts'], {
    NABLA_E2E_REPORT: report,
  });
  const { stats } = readReport(report, { stats: { expected: 0, unexpected: 0, skipped: 0, flaky: 0 } });
  return {
    passed: stats.expected + stats.flaky,
    failed: right ? stats.unexpected : Math.max(1, stats.unexpected),
    skipped: stats.skipped,
  };
}

function readReport<T>(file: string, otherwise: T): T {
  try {
    return { ...otherwise, ...JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return otherwise;
  }
}

const LAYERED = ['app', 'db', 'domain', 'launch', 'server', 'tools', 'workers', 'tests'];
const layers = [bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--output-type', 'err', ...LAYERED];
const lint = [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=40', '.'];

export const suites: Record<string, Suite> = {
  types: { pages: 'before', run: () => whole([bin('typescript/bin/tsc'), '--noEmit']) },
  lint: { run: () => whole(lint) },
  layers: { run: () => whole(layers) },
  unused: { run: () => whole([bin('knip/bin/knip.js'), '--no-config-hints']) },
  unit: { run: () => onlyOne('unit', 'vitest.config.ts', '/') },
  lessons: { run: () => whole(['tools/lesson.ts', 'check']) },
  integration: {
    pages: 'needed',
    run: () => onlyOne('integration', 'tests/integration/vitest.config.ts', 'tests/integration/'),
  },
  faults: { pages: 'needed', run: () => onlyOne('faults', 'tests/faults/vitest.config.ts', 'tests/faults/') },
  e2e: { pages: 'needed', run: playwright },
};
