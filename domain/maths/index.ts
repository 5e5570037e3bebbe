/** The checker's public face: all that a program outside this folder needs. What each one takes and gives is said where it is made. */
export { type CheckOptions, checkAnswer, type MathsCheck, problemWithTruth } from './check.ts';
export type { Dual } from './dual.ts';
export { compileFormulas, type FormulaProblem, type Formulas } from './formula.ts';
export { compileMatrixFormula, type MatrixFormula, type MatrixFormulaProblem, type Tensor } from './matrix-formula.ts';
export { type Meaning, mentionsEuler, type Reading, type ReadOptions, readExpression } from './read.ts';
export { type MathsTruth, mathsTruth } from './truth.ts';
