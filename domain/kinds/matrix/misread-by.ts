/** By what a misconception shows: a wrong vector or matrix. */
import type { Signs } from '../../misconceptions/sign.ts';
import { MATHS_SLIPS } from '../maths/misread-by.ts';

export const matrixSigns: Signs = {
  by: ['answer', 'slip'],
  slips: ['transposed', 'one-sign', 'rows-swapped', 'columns-swapped', ...MATHS_SLIPS],
  entries: true,
};
