/**
 * No sentence of the catalogue is left over: each is asked for by its name, or by a name that is put together, somewhere in the sources.
 * Where one name is in use for several sentences, a left one of them is not seen here: groups without a reader are (words-of.test.ts).
 */
import { expect, it } from 'vitest';
import { messages } from '../../messages/en.ts';
import type { Catalogue } from './picked.ts';
import { sources } from './sources.ts';

/** A name that is put together needs so many letters of its own to tell of what. */
const TELLING = 3;
const GAP = /\$\{[^}]*\}/g;

const texts = sources('{app,db,domain,launch,server,tools,workers}/**/*.{ts,tsx,mjs}')
  .filter(({ file }) => !file.startsWith('db/generated'))
  .map(({ text }) => text)
  .join('\n');
/** What stands in quotes, and names of properties: codes of the domain are such. */
const said = new Set(
  [...texts.matchAll(/(['"])([\w.-]+)\1|(?:^|[\s{,(?.])([A-Za-z_]\w*)(?=\??:|,| =| \})/gm)].map(
    ([, , quoted, property]) => quoted ?? property ?? '',
  ),
);
const composed = [...texts.matchAll(/`((?:[\w.-]|\$\{[^}]*\})+)`/g)]
  .map(([, name = '']) => name)
  .filter((name) => GAP.test(name) && name.replace(GAP, '').length >= TELLING)
  .map((name) => new RegExp(`^${name.replaceAll('.', '\\.').replace(GAP, '[\\w-]+')}$`));

/** The names of sentences that nobody asks for. */
function leftOver(words: Catalogue, group: readonly string[] = []): string[] {
  return Object.entries(words).flatMap(([name, inside]) => {
    const path = [...group, name];
    if (typeof inside !== 'string') return leftOver(inside, path);
    const ends = path.map((_, from) => path.slice(from).join('.'));
    return ends.some((end) => said.has(end) || composed.some((one) => one.test(end))) ? [] : [path.join('.')];
  });
}

it('has no sentence that nobody asks for', () => {
  expect(leftOver({ live: { nobodySaysThis: 'Never seen' } })).toEqual(['live.nobodySaysThis']);
  expect(leftOver(messages)).toEqual([]);
});
