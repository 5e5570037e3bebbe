/** By what a misconception shows: two items the wrong way round. */
import type { Signs } from '../../misconceptions/sign.ts';

export const orderSigns: Signs = { by: ['before', 'slip'], slips: ['reversed'] };
