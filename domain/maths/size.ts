/** Refuses numbers beyond all use (`9^9^9^9`, `factorial(1e9)`) by an estimate of their magnitude, before anything is evaluated. */
import { type Expression, foldExpression } from './expression.ts';
import { ReadingFailure } from './problem.ts';
import { gamma } from './special.ts';

/** Largest |log2| of a number without variables: 2^1,000,000 has 300,000 digits. */
const LARGEST = 1e6;

/** `log` is log2 |v| (NaN where unknown), `value` v itself where a double holds it. */
type Size = { readonly value: number; readonly log: number } | null;

/** Walks the constant parts only; a part with a variable has no size. */
export function refuseTowers(expression: Expression, length: number): void {
  foldExpression<Size>(expression, (node, args) => {
    const size = estimate(
      node.op === 'call' ? node.name : node.op,
      args,
      node.op === 'number' ? node.value : node.op === 'constant' ? (node.name === 'pi' ? Math.PI : Math.E) : Number.NaN,
    );
    if (size !== null && Math.abs(size.log) > LARGEST && size.log !== Number.NEGATIVE_INFINITY) {
      throw new ReadingFailure('number-too-large', 0, Math.max(1, length));
    }
    return size;
  });
}

const of = (value: number): Size => ({ value, log: Math.log2(Math.abs(value)) });

function estimate(op: string, args: readonly Size[], leaf: number): Size {
  const [a = null, b = null] = args;
  switch (op) {
    case 'number':
    case 'constant':
      return of(leaf);
    case 'negate':
      return a === null ? null : { value: -a.value, log: a.log };
    case 'power':
    case 'pow':
      return a === null || b === null ? null : sized(a.value ** b.value, b.value * a.log);
    case 'multiply':
      return a === null || b === null ? null : sized(a.value * b.value, a.log + b.log);
    case 'divide':
      return a === null || b === null || b.value === 0 ? null : sized(a.value / b.value, a.log - b.log);
    case 'add':
    case 'subtract':
      return a === null || b === null
        ? null
        : sized(op === 'add' ? a.value + b.value : a.value - b.value, Math.max(a.log, b.log));
    case 'exp':
      return a === null ? null : sized(Math.exp(a.value), a.value * Math.LOG2E);
    case 'factorial':
    case 'gamma': {
      if (a === null) return null;
      const n = Math.abs(a.value);
      const value = gamma(op === 'factorial' ? a.value + 1 : a.value);
      // Stirling: log2 n! ≈ n (log2 n − log2 e).
      return n < 20 ? of(value) : { value: Number.POSITIVE_INFINITY, log: n * (Math.log2(n) - Math.LOG2E) };
    }
    case 'sinh':
    case 'cosh':
      return a === null ? null : sized(Math.cosh(a.value), Math.abs(a.value) * Math.LOG2E);
    default:
      return null;
  }
}

/** A double's own logarithm where it is finite and not lost, else the estimate. */
function sized(value: number, log: number): Size {
  return Number.isFinite(value) && value !== 0 ? of(value) : { value, log };
}
