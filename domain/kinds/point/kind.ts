/** `point`: a figure is the answer: a place, an arrow, a line, or one of several paths. */
import { withoutForm } from '../../exchange/foreign.ts';
import type { Kind } from '../define.ts';
import { pointAnswer } from './answer.ts';
import { point } from './asked.ts';
import { pointQuestion } from './document.ts';
import { gradePoint } from './grade.ts';
import { pointLive } from './live.ts';
import { pointMisread } from './misread.ts';
import { answerFor } from './places.ts';
import { pointReader } from './reader.ts';

export const pointKind: Kind<'point'> = {
  ...point,
  document: pointQuestion,
  answer: pointAnswer,
  reader: pointReader,
  live: pointLive,
  misread: pointMisread,
  grade: gradePoint,
  foreign: () => withoutForm('out.point'),
  reference: (question) => answerFor(question, question.key.answer),
};
