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

describe('the words', () => {
  it('cover each problem and each reading', () => {
    expect(Object.keys(words.problem).sort()).toEqual(union('ProblemCode'));
    expect(Object.keys(words.reading).sort()).toEqual(union('ReadingNoteCode'));
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
