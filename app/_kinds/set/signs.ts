/** The signs that few keyboards have, and what is said of each; the letters among them need no name. */
import type { AsksFor } from '../../../domain/kinds/set/document.ts';
import type { Sign } from '../common/sign-keys.tsx';

const ROOT: Sign = { put: '√', name: 'root' };
const PI: Sign = { put: 'π', name: 'pi' };
const NONE: Sign = { put: '∅', name: 'none' };
const SEMICOLON: Sign = { put: '; ', face: ';', name: 'semicolon' };
const MINUS: Sign = { put: '-', face: '−', name: 'minus' };

export const SIGNS: Readonly<Record<AsksFor, readonly Sign[]>> = {
  values: [SEMICOLON, MINUS, { put: '±', name: 'plusMinus' }, ROOT, PI, NONE],
  reals: [
    SEMICOLON,
    MINUS,
    { put: '∞', name: 'infinity' },
    { put: '≤', name: 'atMost' },
    { put: '≥', name: 'atLeast' },
    { put: '≠', name: 'notEqual' },
    { put: ' ∪ ', face: '∪', name: 'union' },
    { put: 'ℝ', name: 'reals' },
    ROOT,
    PI,
    NONE,
  ],
};

/** Of formulas, and of a matrix, whose rows end with a semicolon. */
export const FORMULA_SIGNS: readonly Sign[] = [MINUS, ROOT, PI];
export const MATRIX_SIGNS: readonly Sign[] = [SEMICOLON, ...FORMULA_SIGNS];
