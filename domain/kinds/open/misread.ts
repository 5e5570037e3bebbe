/** Nothing that is said here is wrong. */
import type { Misread } from '../misread.ts';
import { openSigns } from './misread-by.ts';

export const openMisread: Misread<'open'> = openSigns;
