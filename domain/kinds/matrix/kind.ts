/** `matrix`: a vector or a matrix, checked entry by entry. */
import type { Kind } from '../define.ts';
import { matrixAnswer } from './answer.ts';
import { matrix } from './asked.ts';
import { matrixQuestion } from './document.ts';
import { gradeMatrix } from './grade.ts';
import { matrixLive } from './live.ts';
import { matrixMisread } from './misread.ts';
import { matrixReader } from './reader.ts';

export const matrixKind: Kind<'matrix'> = {
  ...matrix,
  document: matrixQuestion,
  answer: matrixAnswer,
  reader: matrixReader,
  live: matrixLive,
  misread: matrixMisread,
  grade: (question, answer, { seed, asking }) => gradeMatrix(question, answer, seed, asking),
  reference({ key, variables }, written) {
    const entries: string[][] = [];
    for (const row of key.entries) {
      const texts = row.map((truth) => written(truth, variables));
      if (texts.includes(null)) return null;
      entries.push(texts.map((text) => text ?? ''));
    }
    return { kind: 'matrix', entries };
  },
};
