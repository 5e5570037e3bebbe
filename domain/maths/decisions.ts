/** Where a notation has two common readings: which places were met while a text is read, and which reading is taken there. */
import type { Expression } from './expression.ts';
import { foldExpression, variablesOf } from './expression.ts';
import { lower } from './lower.ts';
import { tapeValues } from './numbers.ts';
import type { ReadingNoteCode } from './problem.ts';
import { TapeBuilder, TapeLimit } from './tape.ts';

/**
 * - division: `6x/3x` and `1/2x`: the first factor is divided by, or the whole product
 * - power-of-ten: `2e-1` where Euler's number is in play, `1e 10`
 * - comma: `1,500` in thousands, or a decimal
 * - values: `(2,1)` a decimal in brackets, or two values
 * - arguments: `log(2,5)` of two values, or of a decimal
 * - mixed: `1\frac12` a product, or a mixed number
 * - root: `sqrt2 x` and `ln2 x`: of the product, or of the number
 */
export type AskCode = 'division' | 'power-of-ten' | 'comma' | 'values' | 'arguments' | 'mixed' | 'root';

/** A place that can be read in two ways. */
export type Ask = { readonly code: AskCode; readonly at: number; readonly length: number };

/** All places of one kind in a text are read alike: reading 0 (as it was read before anybody was asked) or 1. */
export type Taken = ReadonlyMap<AskCode, 0 | 1>;

/** Collects what is met while a text is read once, and says what to take. */
export class Decisions {
  readonly met: Ask[] = [];
  readonly #taken: Taken;

  constructor(taken: Taken) {
    this.#taken = taken;
  }

  /** Whether the second reading is taken at this place. */
  second(code: AskCode, at: number, length: number): boolean {
    if (!this.met.some((one) => one.code === code)) this.met.push({ code, at, length });
    return this.#taken.get(code) === 1;
  }
}

/** Told of a reading that nobody was asked about; once it was chosen there is nothing to tell. */
export const NOTES_OF: Readonly<Record<AskCode, readonly ReadingNoteCode[]>> = {
  division: ['division-then-product'],
  'power-of-ten': ['scientific', 'euler'],
  comma: ['thousands', 'decimal-comma'],
  values: ['decimal-comma', 'thousands'],
  arguments: ['two-values', 'decimal-comma'],
  mixed: ['mixed-number'],
  root: ['bare-product'],
};

const POINTS = [0.731, 2.417, -1.313, 5.077, 0.211, 0.0137, 61.7, -23.9, 0.00041, 1290.7] as const;

/** Whether two readings have the same value wherever they are tried: then it does not matter which is meant. */
export function sameValues(one: Expression, other: Expression): boolean {
  const names = [...new Set([...variablesOf(one), ...variablesOf(other)])];
  try {
    return POINTS.every((_, shift) => {
      const point = names.map((_name, index) => (POINTS[(index + shift) % POINTS.length] ?? 1) + index / 7);
      const [left, right] = [valueAt(one, names, point), valueAt(other, names, point)];
      return Number.isNaN(left) || Number.isNaN(right)
        ? Number.isNaN(left) && Number.isNaN(right)
        : left === right || Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
    });
  } catch (failure) {
    if (failure instanceof TapeLimit) return false;
    throw failure;
  }
}

function valueAt(expression: Expression, names: readonly string[], point: readonly number[]): number {
  const builder = new TapeBuilder();
  const tape = builder.finish(lower(expression, builder));
  return tapeValues(tape, names, point)[tape.root] ?? Number.NaN;
}

/** Whether Euler's number occurs, also as `exp`. */
export function hasEuler(expression: Expression): boolean {
  return foldExpression<boolean>(
    expression,
    (node, args) =>
      (node.op === 'constant' && node.name === 'e') ||
      (node.op === 'call' && node.name === 'exp') ||
      args.some(Boolean),
  );
}
