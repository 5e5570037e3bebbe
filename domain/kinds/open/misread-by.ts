/** By what a misconception shows: nothing. */
import type { Signs } from '../../misconceptions/sign.ts';

export const openSigns: Signs = { by: [], slips: [] };
