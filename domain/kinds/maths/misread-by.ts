/** By what a misconception shows: a wrong formula. */
import type { Signs } from '../../misconceptions/sign.ts';

/** Slips that the checker names, but those whose words are the author's own. */
export const MATHS_SLIPS = [
  'sign',
  'factor',
  'constant-off',
  'the-function-itself',
  'other-variable',
  'second-derivative',
  'antiderivative',
  'integrand',
  'derivative',
  'chain',
  'product',
  'quotient',
  'power-kept',
  'factor-forgotten',
  'exponential-as-power',
  'reciprocal',
  'positive-only',
] as const;

export const mathsSigns: Signs = { by: ['answer', 'slip'], slips: MATHS_SLIPS, parts: true };
