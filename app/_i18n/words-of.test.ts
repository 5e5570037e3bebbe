/** Every page carries the words that its scripts use, and no group of words that none of them asks for. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { messages } from '../../messages/en.ts';
import { scriptsOf, withoutDoubles, wordsIn } from './needed-words.ts';
import { picked } from './picked.ts';
import { ERROR_WORDS } from './with-words.tsx';
import { WORDS_OF } from './words-of.ts';

const APP = path.resolve(import.meta.dirname, '..');
const pages = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter(
  (file) => path.basename(file) === 'page.tsx',
);

const routeOf = (file: string): string =>
  `/${path
    .dirname(file)
    .split(path.sep)
    .filter((step) => step !== '.' && !step.startsWith('('))
    .join('/')}`;

/** What feedback of the domain is told with: chosen by its code. */
const CODES = ['feedback', 'maths'];

it('has a list of words for each page, and no other', () => {
  expect(Object.keys(WORDS_OF).sort()).toEqual(pages.map(routeOf).sort());
});

it.each(pages.map((file) => [routeOf(file), file]))('%s carries the words that its scripts use', (route, file) => {
  const page = path.join(APP, file);
  expect(readFileSync(page, 'utf8')).toContain(`withWords('${route}', `);
  const used = scriptsOf(page).flatMap((script) => wordsIn(readFileSync(script, 'utf8'), messages, CODES));
  const given = Object.entries(WORDS_OF).find(([name]) => name === route)?.[1] ?? [];
  expect(given.toSorted()).toEqual(withoutDoubles(used));
});

it('carries for the page of errors what it says', () => {
  const used = scriptsOf(path.join(APP, 'error.tsx')).flatMap((script) =>
    wordsIn(readFileSync(script, 'utf8'), messages, CODES),
  );
  expect(withoutDoubles(used)).toEqual(['common.error:own']);
  expect(ERROR_WORDS).toEqual({ common: { error: messages.common.error } });
});

it('picks groups whole, and sentences without the groups beside them', () => {
  const all = { a: { one: '1', b: { two: '2', c: { three: '3' } } }, d: { four: '4' } };
  expect(picked(all, ['a:own'])).toEqual({ a: { one: '1' } });
  expect(picked(all, ['a.b:own', 'd'])).toEqual({ a: { b: { two: '2' } }, d: { four: '4' } });
  expect(picked(all, ['a.b', 'a:own'])).toEqual({ a: { one: '1', b: { two: '2', c: { three: '3' } } } });
  expect(() => picked(all, ['a.e'])).toThrow('There are no words a.e.');
});

it('reads which words a source asks for', () => {
  const all = { a: { one: '1', b: { two: '2' }, c: { three: '3' } } };
  const asks = (text: string): string[] => wordsIn(`const t = useTranslations('a');${text}`, all, ['codes']);
  expect(asks("t('one')")).toEqual(['a:own']);
  expect(asks("t('b.two', { n: 1 })")).toEqual(['a.b:own']);
  expect(asks('t(`b.\u0024{name}`)')).toEqual(['a.b']);
  expect(asks("t(yes ? 'b.two' : 'one')")).toEqual(['a.b:own', 'a:own']);
  expect(asks("t(code, { how: 'none' })")).toEqual(['a']);
  expect(asks('told(t)')).toEqual(['a']);
});
