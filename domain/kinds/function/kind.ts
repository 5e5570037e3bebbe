/** `function`: a function to be written. */
import type { Kind } from '../define.ts';
import { functionAnswer } from './answer.ts';
import { functions } from './asked.ts';
import { functionQuestion } from './document.ts';
import { functionLive } from './live.ts';
import { functionMisread } from './misread.ts';
import { functionReader } from './reader.ts';

export const functionKind: Kind<'function'> = {
  ...functions,
  document: functionQuestion,
  answer: functionAnswer,
  reader: functionReader,
  live: functionLive,
  misread: functionMisread,
  source: (_, { code }) => ({ ok: true, source: code }),
  reference: ({ key }) => ({ kind: 'function', code: key.solution }),
};
