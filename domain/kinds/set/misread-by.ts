/** By what a misconception shows: a wrong set. */
import type { Signs } from '../../misconceptions/sign.ts';

export const setSigns: Signs = {
  by: ['answer', 'slip'],
  slips: ['ends', 'words', 'outside', 'sign', 'missing', 'extra'],
};
