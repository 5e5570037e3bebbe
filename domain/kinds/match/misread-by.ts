/** By what a misconception shows: a prompt with another one's answer. */
import type { Signs } from '../../misconceptions/sign.ts';

export const matchSigns: Signs = { by: ['pair'], slips: [] };
