/** A fault that nobody hears of has its reason beside it: read off the sources. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './state-folder.ts';

/** `catch` without a name for the fault, and what turns a rejection into nothing. */
const SWALLOWS = /\bcatch \{|\.catch\(\(\) => (?!\{)/g;
/** A comment in the same line or in the one after it, where a block begins, or above the statement. */
const COMMENT = /(?:^|\s)(?:\/\/|\*|\/\*|\{\/\*)/;

/** What fails where a text is not of that form, which is what is asked. */
const READS = /\b(?:JSON\.parse|parse|decodeURIComponent|readFileSync|stat)\b/;

/** The places where a fault goes without a word. */
function unexplained(file: string, text: string): string[] {
  const lines = text.split('\n');
  return [...text.matchAll(SWALLOWS)].flatMap(({ index }) => {
    const at = text.slice(0, index).split('\n').length - 1;
    if (isComment(lines[at] ?? '', text.slice(0, index))) return [];
    if (READS.test(lines[at - 1] ?? '')) return [];
    const near = [lines[at], lines[at + 1], lines[at - 1], lines[beginOf(lines, at) - 1]];
    return near.some((line) => COMMENT.test(line ?? '')) ? [] : [`${file}:${at + 1}: ${lines[at]?.trim()}`];
  });
}

const isComment = (line: string, before: string): boolean =>
  /^\s*(?:\/\/|\*|\/\*)/.test(line) || before.lastIndexOf('/*') > before.lastIndexOf('*/');

/** Where a statement that goes over several lines begins: at the last line that is no deeper and ended before. */
function beginOf(lines: readonly string[], at: number): number {
  const depth = (line: string): number => line.length - line.trimStart().length;
  let first = at;
  while (
    first > 0 &&
    /^\s*[.)\]}]/.test(lines[first] ?? '') &&
    depth(lines[first - 1] ?? '') >= depth(lines[first] ?? '')
  )
    first--;
  while (first > 0 && /^\s*\./.test(lines[first] ?? '')) first--;
  return first;
}

it('finds one that is silent, and none that says why', () => {
  expect(unexplained('a.ts', 'f().catch(() => undefined);')).toHaveLength(1);
  expect(unexplained('a.ts', 'try {\n  f();\n} catch {\n  return null;\n}')).toHaveLength(1);
  expect(unexplained('a.ts', '// gone already\nf().catch(() => undefined);')).toEqual([]);
  expect(unexplained('a.ts', 'try {\n  f();\n} catch {\n  return null; // gone already\n}')).toEqual([]);
  expect(unexplained('a.ts', 'try {\n  f();\n} catch (error) {\n  log(error);\n}')).toEqual([]);
});

it('says why of every fault that goes without a word', () => {
  const files = globSync('{app,server,db,domain,workers,launch,tools}/**/*.{ts,tsx}', { cwd: ROOT });
  const found = files
    .filter((file) => !/\.test\.tsx?$|generated/.test(file))
    .flatMap((file) => unexplained(file, readFileSync(path.join(ROOT, file), 'utf8')));
  expect(found.toSorted()).toEqual([]);
});
