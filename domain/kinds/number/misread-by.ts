/** By what a misconception shows: a wrong value. */
import type { Signs } from '../../misconceptions/sign.ts';

export const numberSigns: Signs = { by: ['answer', 'slip'], slips: ['sign', 'doubled', 'halved'] };
