/**
 * Sentences with formulas in braces, `At {w} the loss is {L(w)}`, and with words for each state:
 * `The step {rate > 1: runs away | rate == 1: swings for ever | else: creeps}`.
 */
import { nameOf } from './controls.ts';
import type { DrawnFigure } from './figure.ts';
import { numberOf, numbersOf, rowsOf, type Scope, type Value } from './scope.ts';
import { treeOf } from './trees.ts';

const BRACES = /\{([^{}]+)\}/g;

/** What a number has behind the comma that comes of rounding alone: cos(π/2) is 6·10⁻¹⁷ where it should be 0. */
const NOISE = 1e-12;
const OTHERWISE = 'else';

/**
 * What a figure says in a state. What a reader has set is said as it is, however small: an h of 10⁻¹⁵ is no rounding.
 * @param form a number in the reader's form
 */
export function filled(
  { say, controls }: Pick<DrawnFigure, 'say' | 'controls'>,
  scope: Scope,
  form: (value: number) => string,
): string {
  const clean = (value: number): string => form(Math.abs(value) < NOISE ? 0 : value);
  const set = new Set(controls.map(nameOf));
  return say.replaceAll(BRACES, (_, inside: string) => {
    const cases = casesOf(inside);
    if (cases === null) return inWords(scope.value(treeOf(inside)), set.has(inside.trim()) ? form : clean);
    // the first that holds; none: nothing is said
    return cases.find(({ when }) => when === null || numberOf(scope.value(treeOf(when))) > 0)?.words ?? '';
  });
}

/** Words, each with the condition under which they are said (null: else); null: it is a formula. */
function casesOf(inside: string): { when: string | null; words: string }[] | null {
  if (!inside.includes(':')) return null;
  return inside.split('|').map((one) => {
    const at = one.indexOf(':');
    const [when, words] = [one.slice(0, Math.max(at, 0)).trim(), one.slice(at + 1).trim()];
    return { when: when === OTHERWISE ? null : when, words };
  });
}

function inWords(value: Value, say: (value: number) => string): string {
  if (value.kind === 'scalar') return say(numberOf(value));
  const shown = (list: readonly number[]): string => `(${list.map((one) => say(one)).join(', ')})`;
  return value.kind === 'matrix' ? rowsOf(value).map(shown).join(', ') : shown(numbersOf(value));
}

/** The formulas of a sentence, its conditions among them. */
export function formulasIn(text: string): string[] {
  return [...text.matchAll(BRACES)].flatMap(([, inside = '']) => {
    const cases = casesOf(inside);
    return cases === null ? [inside] : cases.flatMap(({ when }) => when ?? []);
  });
}

/** A number as a text has it that is stored: three decimals at most, a true minus. */
export function plainly(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : '–';
  const isTiny = value !== 0 && (Math.abs(value) < 0.001 || Math.abs(value) >= 1e6);
  const text = isTiny ? value.toExponential(2) : String(Number(value.toFixed(3)));
  return text.replace('-', '−').replace('e−', 'e−').replace('e+', 'e');
}
