/** `maths`: formulas, checked by the checker. */
import type { Kind } from '../define.ts';
import { mathsAnswer } from './answer.ts';
import { maths } from './asked.ts';
import { mathsQuestion } from './document.ts';
import { gradeMaths } from './grade.ts';
import { mathsLive } from './live.ts';
import { mathsMisread } from './misread.ts';
import { mathsReader } from './reader.ts';

export const mathsKind: Kind<'maths'> = {
  ...maths,
  document: mathsQuestion,
  answer: mathsAnswer,
  reader: mathsReader,
  live: mathsLive,
  misread: mathsMisread,
  grade: (question, answer, { seed, asking }) => gradeMaths(question, answer, seed, asking),
  reference({ key, variables }, written) {
    const parts: Record<string, string> = {};
    for (const [part, truth] of Object.entries(key.truths)) {
      const text = written(truth, variables);
      if (text === null) return null;
      parts[part] = text;
    }
    return { kind: 'maths', parts };
  },
};
