/** By what a misconception shows: what stands in a gap, and how it runs. */
import type { Signs } from '../../misconceptions/sign.ts';
import { codeSigns } from '../code/misread-by.ts';

export const blanksSigns: Signs = { by: ['answer', ...codeSigns.by], slips: codeSigns.slips, parts: true };
