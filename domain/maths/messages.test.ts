/** Every code that this room gives has its English words, and no words are left over. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import words from '../../messages/en/maths.json' with { type: 'json' };
import { slipRules } from './slip-rules.ts';

const source = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const union = (name: string): string[] => {
  const body = source('./problem.ts').split(`export type ${name} =`)[1]?.split(';')[0] ?? '';
  return [...body.matchAll(/'([a-z0-9-]+)'/g)].map((match) => match[1] ?? '').sort();
};
/** Each problem with the params that it must have: the compiler sees to it that whoever tells one gives them. */
const problems = new Map(
  [
    ...(source('./problem.ts').split('interface ProblemParams {')[1]?.split('\n}')[0] ?? '').matchAll(
      /^ {2}'?([a-z-]+)'?: (?:object|\{(.*)\});$/gm,
    ),
  ].map(([, code = '', params = '']) => [code, [...params.matchAll(/(\w+):/g)].map(([, name]) => name)]),
);
/** The params that a sentence names. */
const named = (sentence: string): Set<string | undefined> =>
  new Set([...sentence.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name));

describe('the words', () => {
  it('cover each problem and each reading', () => {
    expect(Object.keys(words.problem).sort()).toEqual([...problems.keys()].sort());
    expect(Object.keys(words.reading).sort()).toEqual(union('ReadingNoteCode'));
  });
  it('name nothing that a problem may come without', () => {
    for (const [code, sentence] of Object.entries(words.problem))
      for (const name of named(sentence))
        expect([code, problems.get(code)]).toEqual([code, expect.arrayContaining([name])]);
  });
  it('cover each slip and each note', () => {
    const slips = [...source('./slips.ts').matchAll(/code: '([a-z-]+)'/g)].map((match) => match[1] ?? '');
    expect(Object.keys(words.slip).sort()).toEqual(
      [...new Set([...slips, ...slipRules.map(({ code }) => code)])].sort(),
    );
    const stems = ['undefined', 'defined-beyond'].flatMap((stem) =>
      ['for-negative', 'for-positive', 'at'].map((end) => `${stem}-${end}`),
    );
    expect(Object.keys(words.note).sort()).toEqual(
      [...stems, 'cannot-tell', 'too-complicated', 'truth-unreadable'].sort(),
    );
  });
});
