/** `number`: one value with a tolerance. */
import type { Kind } from '../define.ts';
import { numberAnswer } from './answer.ts';
import { number } from './asked.ts';
import { numberQuestion } from './document.ts';
import { gradeNumber } from './grade.ts';
import { numberLive } from './live.ts';
import { numberMisread } from './misread.ts';
import { numberReader } from './reader.ts';

export const numberKind: Kind<'number'> = {
  ...number,
  document: numberQuestion,
  answer: numberAnswer,
  reader: numberReader,
  live: numberLive,
  misread: numberMisread,
  grade: (question, answer, { asking }) => gradeNumber(question, answer, asking !== 'ask'),
  reference: ({ key }) => ({ kind: 'number', value: String(key.value) }),
};
