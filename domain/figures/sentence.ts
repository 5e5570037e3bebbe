/** Sentences with formulas in braces: `At {w} the loss is {L(w)}`. */
import { numberOf, numbersOf, rowsOf, type Scope, type Value } from './scope.ts';
import { treeOf } from './trees.ts';

const BRACES = /\{([^{}]+)\}/g;

/** @param say a number in the reader's form */
export function filled(text: string, scope: Scope, say: (value: number) => string): string {
  return text.replaceAll(BRACES, (_, formula: string) => inWords(scope.value(treeOf(formula)), say));
}

function inWords(value: Value, say: (value: number) => string): string {
  if (value.kind === 'scalar') return say(numberOf(value));
  const shown = (list: readonly number[]): string => `(${list.map((one) => say(one)).join(', ')})`;
  return value.kind === 'matrix' ? rowsOf(value).map(shown).join(', ') : shown(numbersOf(value));
}

/** The formulas of a sentence. */
export function formulasIn(text: string): string[] {
  return [...text.matchAll(BRACES)].map(([, formula = '']) => formula);
}

/** A number as a text has it that is stored: three decimals at most, a true minus. */
export function plainly(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : '–';
  const isTiny = value !== 0 && (Math.abs(value) < 0.001 || Math.abs(value) >= 1e6);
  const text = isTiny ? value.toExponential(2) : String(Number(value.toFixed(3)));
  return text.replace('-', '−').replace('e−', 'e−').replace('e+', 'e');
}
