/**
 * The test command: types, lint, layers, unused code, unit, lessons, integration, faults, end to end; each told as it ends. The pages
 * are built beside the first ones, and integration and faults run together. `--only types,unit` runs some. The last line counts them all.
 */
import { mkdirSync } from 'node:fs';
import { build, generateClient } from '../launch/build.ts';
import { stopWithEverything } from './run/children.ts';
import { type Count, REPORTS, suites, TOGETHER, together } from './run/suites.ts';

const chosen = process.argv[2] === '--only' ? (process.argv[3] ?? '').split(',') : Object.keys(suites);
const unknown = chosen.find((name) => suites[name] === undefined);
if (unknown !== undefined) {
  process.stderr.write(`There is no suite "${unknown}": choose from ${Object.keys(suites).join(', ')}.\n`);
  process.exit(2);
}
stopWithEverything();
mkdirSync(REPORTS, { recursive: true });
await generateClient();

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];

function tell(name: string, count: Count, started: number): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const line = `${count.failed === 0 ? '✓' : '✗'} ${name}: ${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''} (${seconds} s)`;
  lines.push(line);
  process.stdout.write(`${line}\n`);
}

async function suite(name: string): Promise<void> {
  const started = performance.now();
  process.stdout.write(`\n── ${name} ──\n`);
  tell(name, await (suites[name]?.run() ?? Promise.resolve({ passed: 0, failed: 1, skipped: 0 })), started);
}

/** Runs suites one after the other, but for those that go together. */
async function run(names: readonly string[]): Promise<void> {
  const joined = TOGETHER.every((name) => names.includes(name)) ? TOGETHER : [];
  for (const name of names) {
    if (name === joined[0]) {
      const started = performance.now();
      process.stdout.write(`\n── ${joined.join(' and ')} ──\n`);
      for (const [index, count] of (await together()).entries()) tell(joined[index] ?? '', count, started);
    } else if (!joined.some((one) => one === name)) await suite(name);
  }
}

/** Why the pages could not be built, if so. */
const building = chosen.some((name) => suites[name]?.pages === 'needed')
  ? build().then(
      () => undefined,
      (error: unknown) => error,
    )
  : undefined;
const beside = building === undefined ? chosen : chosen.filter((name) => suites[name]?.pages === undefined);
await run(beside);
if (building !== undefined) {
  const [started, fault] = [performance.now(), await building];
  if (fault === undefined) process.stdout.write('\nThe pages are built.\n');
  else {
    process.stderr.write(`\n${fault instanceof Error ? fault.message : String(fault)}\n`);
    tell('pages', { passed: 0, failed: 1, skipped: 0 }, started);
  }
  await run(chosen.filter((one) => !beside.includes(one) && (fault === undefined || suites[one]?.pages !== 'needed')));
}

process.stdout.write(
  `\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`,
);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
