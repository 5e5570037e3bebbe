/** Prose of the docs can be read in any editor: lines of at most 120 characters, but for tables, code, and what a tool writes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../launch/state-folder.ts';

const LONGEST = 120;
const inDocs = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => path.join('docs', file));
const FILES = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', ...inDocs];

/** The lines of prose: neither fenced, nor of a table, nor between the marks of a tool. */
function proseOf(text: string): string[] {
  let fence: string | undefined;
  let made = false;
  return text.split('\n').filter((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && mark !== undefined) fence = mark;
    else if (fence !== undefined && mark?.startsWith(fence) === true) fence = undefined;
    if (/^<!-- made by .* begin -->/.test(line)) made = true;
    if (/^<!-- made by .* end -->/.test(line)) made = false;
    return fence === undefined && mark === undefined && !made && !line.startsWith('|');
  });
}

it.each(FILES)('%s is wrapped', (file) => {
  const prose = proseOf(readFileSync(path.join(ROOT, file), 'utf8'));
  expect(prose.length).toBeGreaterThan(5);
  // an address cannot be wrapped
  expect(prose.filter((line) => line.length > LONGEST && !/^\S+$/.test(line.trim()))).toEqual([]);
});
