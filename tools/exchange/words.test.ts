/** Every code that a reader of files can say has its words, and no words are left that nothing says. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { remark } from '../../domain/exchange/remark.ts';
import exchange from '../../messages/en/exchange.json' with { type: 'json' };
import { placeOf, sentenceOf } from './words.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const { at: _places, format: _formats, encoding: _encodings, ...groups } = exchange;
const named = Object.entries(groups).flatMap(([group, words]) => Object.keys(words).map((word) => `${group}.${word}`));
const SAYS = [
  'domain/exchange/**/*.ts',
  'domain/kinds/*/{foreign,kind}.ts',
  'domain/pictures/limits.ts',
  'server/{importing,exporting,threads}/*.ts',
  'server/features/{importing,exporting}/*.ts',
];
const sources = globSync(SAYS, { cwd: ROOT })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
  .join('\n');

describe('the words of an import', () => {
  it('are there for each code that is said', () => {
    const said = [...sources.matchAll(/'([a-z0-9]+)\.([a-zA-Z]+)'/g)].filter(
      // a file's name is no code
      ([, group = '', word]) => group in groups && word !== 'json',
    );
    expect(said.length).toBeGreaterThan(100);
    expect(said.map(([, group, word]) => `${group}.${word}`).filter((code) => !named.includes(code))).toEqual([]);
  });
  it('are each said somewhere', () => {
    const made = [...sources.matchAll(/`(file|moodle|outNo|pictureCannot)\.\$\{\w+\}`/g)].map(([, group]) => group);
    const short = (code: string): boolean =>
      made.includes(code.split('.')[0]) && sources.includes(`'${code.split('.')[1]}'`);
    expect(named.filter((code) => !sources.includes(`'${code}'`) && !short(code))).toEqual([]);
  });
  it('tell the place and what is wrong', () => {
    expect(placeOf({ unit: 'line', number: 1200 })).toBe('line 1200');
    expect(placeOf({ unit: 'line', number: 3, file: 'a/b.xml' })).toBe('a/b.xml, line 3');
    expect(sentenceOf(remark('aiken.key', { key: 'E', labels: 'A, B' }))).toBe(
      'The key says E, and the labels are A, B.',
    );
    const problem = { file: 'q', line: 1, column: 1, code: 'choice.empty', params: {} };
    expect(sentenceOf({ code: 'item.check', params: {}, problem })).toMatch(
      /^It cannot be written as a question of Nabla: /,
    );
    // whose question it is stands beside what the compiler says
    expect(sentenceOf({ code: 'own.broken', params: { title: 'Two' }, problem })).toMatch(/^“Two” cannot be taken: /);
  });
});
