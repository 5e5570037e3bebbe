/** By what a misconception shows in code that is run: a slip that the judge names, an error, a test. */
import { SLIPS } from '../../judging/codes.ts';
import type { Signs } from '../../misconceptions/sign.ts';

export const codeSigns: Signs = { by: ['slip', 'error', 'test'], slips: SLIPS };
