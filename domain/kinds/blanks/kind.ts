/** `blanks`: code with gaps. */
import type { Kind } from '../define.ts';
import { blanksAnswer } from './answer.ts';
import { blanks } from './asked.ts';
import { blanksQuestion } from './document.ts';
import { fillGaps } from './gaps.ts';
import { blanksLive } from './live.ts';
import { blanksMisread } from './misread.ts';
import { blanksReader } from './reader.ts';

export const blanksKind: Kind<'blanks'> = {
  ...blanks,
  document: blanksQuestion,
  answer: blanksAnswer,
  reader: blanksReader,
  live: blanksLive,
  misread: blanksMisread,
  source: fillGaps,
  reference: ({ key }) => ({ kind: 'blanks', gaps: key.gaps }),
};
