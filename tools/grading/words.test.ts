import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SLIPS, TEST_CODES, WHOLE_CODES } from '../../domain/judging/codes.ts';
import { wordsOf } from './words.ts';

const file = path.join(import.meta.dirname, '../../messages/en/feedback.json');
const { slip, ...others }: { slip: Record<string, string> } & Record<string, unknown> = JSON.parse(
  readFileSync(file, 'utf8'),
);
const hidden = (code: string): string => `${code}Hidden`;

test('every code has words, those told of a test also words without values, and no words are left over', () => {
  const wanted = [...WHOLE_CODES, ...TEST_CODES, ...TEST_CODES.map(hidden)];
  expect(Object.keys(others).sort()).toEqual(wanted.sort());
  expect(Object.keys(slip).sort()).toEqual([...SLIPS, ...SLIPS.map(hidden)].sort());
});

test('words for hidden tests take no values', () => {
  for (const code of TEST_CODES) expect(others[hidden(code)]).not.toMatch(/\{/);
});

test('parameters come into the words, and absent ones leave no trace', () => {
  const value = { got: '0.0', expected: '2.4' };
  expect(wordsOf([{ code: 'feedback.wrongValue', params: { item: 2, at: '[1, 0]', ...value } }])).toBe(
    'Returned value 2: At [1, 0]: 0.0 came, and 2.4 is expected.',
  );
  expect(wordsOf([{ code: 'feedback.wrongValue', params: { item: 0, at: 'none', ...value } }])).toBe(
    '0.0 came, and 2.4 is expected.',
  );
  expect(wordsOf([{ code: 'feedback.raised', params: { type: 'MemoryError', message: 'none', line: 0 } }])).toBe(
    'MemoryError',
  );
});
