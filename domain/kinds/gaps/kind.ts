/** `gaps`: a text with gaps. */
import { withoutForm } from '../../exchange/foreign.ts';
import type { Kind } from '../define.ts';
import { gapsAnswer } from './answer.ts';
import { gaps } from './asked.ts';
import { gapsQuestion } from './document.ts';
import { gradeGaps } from './grade.ts';
import { gapsLive, rightGaps } from './live.ts';
import { gapsMisread } from './misread.ts';
import { gapsReader } from './reader.ts';

export const gapsKind: Kind<'gaps'> = {
  ...gaps,
  document: gapsQuestion,
  answer: gapsAnswer,
  reader: gapsReader,
  live: gapsLive,
  misread: gapsMisread,
  grade: gradeGaps,
  foreign: () => withoutForm('out.gaps'),
  reference: ({ key }) => ({ kind: 'gaps', gaps: rightGaps(key) }),
};
