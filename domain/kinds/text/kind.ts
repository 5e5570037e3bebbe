/** `text`: a short text. */
import type { Kind } from '../define.ts';
import { textAnswer } from './answer.ts';
import { text } from './asked.ts';
import { textQuestion } from './document.ts';
import { gradeText } from './grade.ts';
import { textLive } from './live.ts';
import { textMisread } from './misread.ts';
import { textReader } from './reader.ts';

export const textKind: Kind<'text'> = {
  ...text,
  document: textQuestion,
  answer: textAnswer,
  reader: textReader,
  live: textLive,
  misread: textMisread,
  grade: gradeText,
  reference: ({ key }) => ({ kind: 'text', text: key.accept[0] ?? '' }),
};
