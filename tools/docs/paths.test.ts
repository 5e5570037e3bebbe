/** What the docs point to is there: a file that was moved is looked for in vain. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../launch/state-folder.ts';

const FILES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...globSync('{docs,domain}/**/*.md', { cwd: ROOT }).toSorted(),
];
const FOLDERS = readdirSync(ROOT, { withFileTypes: true })
  .filter((one) => one.isDirectory() && /^[a-z]/.test(one.name))
  .map((one) => one.name);
/** Told of as what was there before. */
const GONE = new Set(['app/_components', 'server/commands']);

/** Paths from the root; in them `<kind>`, `…` and `(a|b)` stand for any name. */
function pathsIn(text: string): string[] {
  const said = text.matchAll(/`([a-z_]+\/[^`\s]*)`/g);
  return [...said]
    .map(([, told = '']) => told)
    .filter((told) => FOLDERS.includes(told.split('/')[0] ?? '') && !GONE.has(told));
}

function isThere(told: string): boolean {
  const pattern = told
    .replace(/\/$/, '')
    .replaceAll(/<[^>]+>|\([^)]*[|x]\w*\)/g, '*')
    .replaceAll('…', '**')
    // a folder of Next's: signs of their own in a pattern
    .replaceAll(/[[\]()]/g, '?');
  return globSync(pattern, { cwd: ROOT }).length > 0;
}

it.each(FILES)('%s points to what is there', (file) => {
  const told = pathsIn(readFileSync(path.join(ROOT, file), 'utf8'));
  expect(told.filter((one) => !isThere(one))).toEqual([]);
});

it('a path that leads nowhere is seen', () => {
  expect(pathsIn('`app/_ui/` and `domain/nowhere.ts`, `npm/run`').map(isThere)).toEqual([true, false]);
});
