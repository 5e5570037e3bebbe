/** By what a misconception shows: a wrong text or number in a gap. */
import type { Signs } from '../../misconceptions/sign.ts';

export const gapsSigns: Signs = { by: ['answer'], slips: [], parts: true };
