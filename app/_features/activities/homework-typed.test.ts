import { expect, it } from 'vitest';
import { USUAL_QUIZ } from '../../../domain/quiz/settings.ts';
import { readTyped, typedOf } from './homework-typed.ts';

it('reads what it shows as it was', () => {
  const usual = USUAL_QUIZ.homework;
  for (const homework of [usual, { ...usual, attempts: 0 }, { ...usual, attempts: 3, minutes: 45 }])
    expect(readTyped(typedOf(homework))).toEqual(homework);
});

it('names the field that holds no such number', () => {
  const typed = typedOf(USUAL_QUIZ.homework);
  expect(readTyped({ ...typed, minutes: 'ten' })).toMatchObject({ field: 'minutes', range: { least: 1 } });
  expect(readTyped({ ...typed, counted: 'number', attempts: '0' })).toMatchObject({ field: 'attempts' });
  // what is not asked for is not read
  expect(readTyped({ ...typed, attempts: 'many' })).toMatchObject({ attempts: null });
});
