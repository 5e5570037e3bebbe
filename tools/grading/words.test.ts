import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SLIPS, TEST_CODES, WHOLE_CODES } from '../../domain/judging/codes.ts';
import { wordsOf } from './words.ts';

const file = path.join(import.meta.dirname, '../../messages/en/feedback.json');
const { slip, ...others }: { slip: Record<string, string> } & Record<string, unknown> = JSON.parse(
  readFileSync(file, 'utf8'),
);

test('every code has words, and no words are left over', () => {
  expect(Object.keys(others).sort()).toEqual([...WHOLE_CODES, ...TEST_CODES].sort());
  expect(Object.keys(slip).sort()).toEqual([...SLIPS].sort());
});

test('parameters come into the words, and absent ones leave no trace', () => {
  const value = { got: '0.0', expected: '2.4' };
  expect(wordsOf([{ code: 'feedback.wrongValue', params: { item: 2, at: '[1, 0]', ...value } }])).toBe(
    'Returned value 2: At [1, 0]: 0.0 was returned, and 2.4 is expected.',
  );
  expect(wordsOf([{ code: 'feedback.wrongValue', params: { item: 0, at: 'none', ...value } }])).toBe(
    '0.0 was returned, and 2.4 is expected.',
  );
  expect(wordsOf([{ code: 'feedback.raised', params: { type: 'MemoryError', message: 'none', line: 0 } }])).toBe(
    'MemoryError',
  );
});

test('what was stored before a word took another parameter is still told in words', () => {
  expect(wordsOf([{ code: 'feedback.wrongCount', params: { item: 0, got: 2, expected: 1 } }])).toBe(
    '1 value is expected, and 2 were returned.',
  );
  expect(wordsOf([{ code: 'feedback.slip.extraAxis', params: {} }])).toContain('keepdims');
  expect(wordsOf([{ code: 'feedback.wrongType', params: { item: 0, got: 'str', expected: 'sequence' } }])).toBe(
    'Several values are expected (a list, tuple or array), and a value of type str was returned.',
  );
  expect(wordsOf([{ code: 'feedback.printedNotReturned', params: {} }])).toContain('returned nothing');
});
