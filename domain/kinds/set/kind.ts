/** `set`: several values in any order, or a part of the real line. */
import type { Kind } from '../define.ts';
import { setAnswer } from './answer.ts';
import { set } from './asked.ts';
import { setQuestion } from './document.ts';
import { gradeSet } from './grade.ts';
import { setLive } from './live.ts';
import { setMisread } from './misread.ts';
import { setReader } from './reader.ts';

export const setKind: Kind<'set'> = {
  ...set,
  document: setQuestion,
  answer: setAnswer,
  reader: setReader,
  live: setLive,
  misread: setMisread,
  grade: (question, answer, { seed, asking }) => gradeSet(question, answer, seed, asking),
  reference: ({ key }) => ({ kind: 'set', set: key.set }),
};
