/** By what a misconception shows: an option that was picked, or left out. */
import type { Signs } from '../../misconceptions/sign.ts';

export const choiceSigns: Signs = { by: ['option', 'without'], slips: [] };
