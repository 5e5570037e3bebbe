/** The checker's public face: all that a program outside this folder needs. What each one takes and gives is said where it is made. */
export { type CheckOptions, checkAnswer, type MathsCheck, problemWithTruth } from './check.ts';
export { forwardGradient } from './dual.ts';
export { compileFormulas, type Formulas } from './formula.ts';
export { type Reading, readExpression } from './read.ts';
export { reverseGradient } from './reverse.ts';
export { type MathsTruth, mathsTruth } from './truth.ts';
