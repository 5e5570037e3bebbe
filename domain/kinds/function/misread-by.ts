/** By what a misconception shows: how it runs. */
import type { Signs } from '../../misconceptions/sign.ts';
import { codeSigns } from '../code/misread-by.ts';

export const functionSigns: Signs = codeSigns;
