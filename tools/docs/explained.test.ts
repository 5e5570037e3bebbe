/** What others call says what it is for: above it, or above the file where that has nothing else. Read off the sources. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../launch/state-folder.ts';

const EXPORTED = /^export (?:default )?(?:async )?(?:function\*?|class) (\w+)/;
/** Above a file, before or behind what it imports. */
const HEAD = /^(?:'use client';\n|import 'server-only';\n)?(?:\s*import [^;]*;\n)*\s*\/\*\*/;

/** A function that is one statement says itself what it does. */
function isPlain(lines: readonly string[], start: number): boolean {
  const end = lines.findIndex((line, at) => at > start && line === '}');
  const body = lines.findIndex((line, at) => at >= start && line.endsWith('{') && /\)|^\}/.test(line));
  return !/\bclass \w/.test(lines[start] ?? '') && end - body <= 2;
}

/** Functions and classes of a file that nothing explains. */
function unexplainedIn(text: string): string[] {
  const lines = text.split('\n');
  const found = lines.flatMap((line, at) => {
    const [, name] = EXPORTED.exec(line) ?? [];
    return name === undefined ? [] : [{ name, at }];
  });
  const names = new Set(found.map(({ name }) => name));
  if (names.size === 1 && HEAD.test(text)) return [];
  const explained = new Set(found.flatMap(({ name, at }) => (/\*\/\s*$/.test(lines[at - 1] ?? '') ? [name] : [])));
  return found.flatMap(({ name, at }) => (explained.has(name) || isPlain(lines, at) ? [] : [name]));
}

const LONG = '{\n  const two = one + one;\n  return two;\n}\n';

describe('what others call', () => {
  it.each([
    ['nothing', `export function double(one: number) ${LONG}`, ['double']],
    ['a word above it', `/** Twice. */\nexport function double(one: number) ${LONG}`, []],
    ['a word above its file', `/** Twice. */\nimport { z } from 'zod';\n\nexport function double() ${LONG}`, []],
    [
      'one for two',
      `/** Sums. */\nimport { z } from 'zod';\n\nexport function a() ${LONG}\nexport function b() ${LONG}`,
      ['a', 'b'],
    ],
    ['one of two', `/** Sum. */\nexport function a() ${LONG}\nexport async function b() ${LONG}`, ['b']],
    ['itself', 'export function double(one: number): number {\n  return 2 * one;\n}\n', []],
    ['nothing, a class', 'export class Sums {\n  readonly all = 1;\n}\n', ['Sums']],
  ])('is explained by %s', (_, text, names) => expect(unexplainedIn(text)).toEqual(names));

  it('is explained everywhere', () => {
    const files = globSync('{app,db,domain,launch,server,tools,workers}/**/*.{ts,tsx}', { cwd: ROOT }).filter(
      (file) => !/\.test\.tsx?$|^db\/generated\//.test(file),
    );
    expect(files.length).toBeGreaterThan(700);
    expect(
      files.flatMap((file) =>
        unexplainedIn(readFileSync(path.join(ROOT, file), 'utf8')).map((name) => `${file}: ${name}`),
      ),
    ).toEqual([]);
  });
});
