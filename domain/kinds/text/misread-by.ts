/** By what a misconception shows: a wrong text. */
import type { Signs } from '../../misconceptions/sign.ts';

export const textSigns: Signs = { by: ['answer'], slips: [] };
