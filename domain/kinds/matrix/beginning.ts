/** What a form begins with: a matrix of numbers. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const matrixBeginning: WrittenBeginning = {
  items: null,
  fences: { answer: { language: 'yaml', text: 'matrix:' } },
  attributes: {},
  points: true,
};
