/** `match`: pairs, with answers that belong to none. */
import type { Kind } from '../define.ts';
import { matchAnswer } from './answer.ts';
import { match } from './asked.ts';
import { matchQuestion } from './document.ts';
import { gradeMatch } from './grade.ts';
import { matchLive } from './live.ts';
import { matchMisread } from './misread.ts';
import { matchReader } from './reader.ts';

export const matchKind: Kind<'match'> = {
  ...match,
  document: matchQuestion,
  answer: matchAnswer,
  reader: matchReader,
  live: matchLive,
  misread: matchMisread,
  grade: gradeMatch,
  reference: ({ key }) => ({ kind: 'match', pairs: { ...key.pairs } }),
};
