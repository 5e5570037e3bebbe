/** By what a misconception shows: something certain that is put, or a condition that it meets. */
import type { Signs } from '../../misconceptions/sign.ts';

export const pointSigns: Signs = { by: ['answer'], slips: [] };
