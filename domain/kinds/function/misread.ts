/** What somebody misunderstood whose function goes wrong. */
import { wrongOfCode } from '../code/misread.ts';
import type { Misread } from '../misread.ts';
import { functionSigns } from './misread-by.ts';

export const functionMisread: Misread<'function'> = { ...functionSigns, wrong: wrongOfCode };
