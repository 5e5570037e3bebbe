/** `choice`: one or several of up to six options. */
import type { Kind } from '../define.ts';
import { choiceAnswer } from './answer.ts';
import { choice } from './asked.ts';
import { choiceQuestion } from './document.ts';
import { gradeChoice } from './grade.ts';
import { choiceLive } from './live.ts';
import { choiceMisread } from './misread.ts';
import { choiceReader } from './reader.ts';

export const choiceKind: Kind<'choice'> = {
  ...choice,
  document: choiceQuestion,
  answer: choiceAnswer,
  reader: choiceReader,
  live: choiceLive,
  misread: choiceMisread,
  grade: gradeChoice,
  reference: ({ key }) => ({ kind: 'choice', choices: key.correct }),
};
