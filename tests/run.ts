/**
 * The test command: types, lint, layers, unused code, unit, integration, faults, lessons, end to end; one after the other, each told as it
 * ends. `--only types,unit` runs some. The last line counts them all.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, generateClient } from '../launch/build.ts';
import { ROOT } from '../launch/state-folder.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}
interface Suite {
  run(): Promise<Count>;
}

const REPORTS = path.join(ROOT, '.nabla/test-reports');
/** Servers and workers are started hundreds of times: what V8 made of their code the first time is kept. */
const COMPILED = { NODE_COMPILE_CACHE: path.join(ROOT, '.nabla/test/compiled') };
const bin = (script: string): string => path.join(ROOT, 'node_modules', script);

/** Runs a program with its output shown. */
function run(args: string[], variables: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...COMPILED, ...variables },
    });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** A tool that is right or wrong as a whole counts as one. */
async function whole(args: string[]): Promise<Count> {
  const right = await run(args);
  return { passed: right ? 1 : 0, failed: right ? 0 : 1, skipped: 0 };
}

async function vitest(name: string, config: string): Promise<Count> {
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
  const {
    numPassedTests: passed,
    numFailedTests,
    numPendingTests: skipped,
  } = readReport(report, { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 });
  // a suite that could not even be loaded fails without a failing test
  return { passed, failed: right ? numFailedTests : Math.max(1, numFailedTests), skipped };
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

const suites: Record<string, Suite> = {
  types: { run: () => whole([bin('typescript/bin/tsc'), '--noEmit']) },
  lint: {
    run: () => whole([bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=40', '.']),
  },
  layers: {
    run: () =>
      whole([
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--output-type',
        'err',
        'app',
        'db',
        'domain',
        'launch',
        'server',
        'tools',
        'workers',
        'tests',
      ]),
  },
  unused: { run: () => whole([bin('knip/bin/knip.js'), '--no-config-hints']) },
  unit: { run: () => vitest('unit', 'vitest.config.ts') },
  integration: { run: () => vitest('integration', 'tests/integration/vitest.config.ts') },
  faults: { run: () => vitest('faults', 'tests/faults/vitest.config.ts') },
  lessons: { run: () => whole(['tools/lesson.ts', 'check']) },
  e2e: { run: playwright },
};

const chosen = process.argv[2] === '--only' ? (process.argv[3] ?? '').split(',') : Object.keys(suites);
const unknown = chosen.find((name) => suites[name] === undefined);
if (unknown !== undefined) {
  process.stderr.write(`There is no suite "${unknown}": choose from ${Object.keys(suites).join(', ')}.\n`);
  process.exit(2);
}
mkdirSync(REPORTS, { recursive: true });
await generateClient();
if (['integration', 'faults', 'e2e'].some((name) => chosen.includes(name))) await build();
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
for (const name of chosen) {
  const started = performance.now();
  process.stdout.write(`\n── ${name} ──\n`);
  const count = await (suites[name]?.run() ?? Promise.resolve({ passed: 0, failed: 1, skipped: 0 }));
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  lines.push(
    `${count.failed === 0 ? '✓' : '✗'} ${name}: ${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''} (${seconds} s)`,
  );
  process.stdout.write(`${lines.at(-1)}\n`);
}
process.stdout.write(
  `\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`,
);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
