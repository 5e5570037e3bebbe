/** Forward mode in doubles: a value with its derivatives by every variable (dual numbers with n directions). */
import { binaryPartials, unaryPartial } from './derivatives.ts';
import { realNumbers, tapeValues } from './numbers.ts';
import type { Tape } from './tape.ts';

/** A value and its derivative by each variable, in their order. */
export type Dual = { readonly value: number; readonly gradient: readonly number[] };

/**
 * Value and gradient of a tape at `point` (one coordinate for each of `variables`), exact to rounding; NaN where undefined.
 * Forward mode: all n directions at once, beside the values (Griewank & Walther 2008, ch. 3).
 */
export function forwardGradient(tape: Tape, variables: readonly string[], point: readonly number[]): Dual {
  const n = variables.length;
  const values = tapeValues(tape, variables, point);
  const tangents = new Float64Array(tape.nodes.length * n);
  const varies = new Uint8Array(tape.nodes.length);
  tape.nodes.forEach((node, i) => {
    if (node.op === 'variable') {
      const index = variables.indexOf(node.name);
      if (index < 0) return;
      tangents[i * n + index] = 1;
      varies[i] = 1;
      return;
    }
    if (!('a' in node)) return;
    const a = values[node.a] ?? Number.NaN;
    const self = values[i] ?? Number.NaN;
    const add = (from: number, slope: number): void => {
      varies[i] = 1;
      for (let k = 0; k < n; k += 1) {
        const tangent = tangents[from * n + k] ?? 0;
        // A direction in which nothing moves stays 0, whatever the slope (0·∞).
        if (tangent !== 0) tangents[i * n + k] = (tangents[i * n + k] ?? 0) + slope * tangent;
      }
    };
    if ('b' in node) {
      const partials = binaryPartials(node.op, a, values[node.b] ?? Number.NaN, self, realNumbers);
      if (varies[node.a] === 1) add(node.a, partials.a());
      if (varies[node.b] === 1) add(node.b, partials.b());
    } else if (varies[node.a] === 1) add(node.a, unaryPartial(node.op, a, self, realNumbers) ?? Number.NaN);
  });
  const value = values[tape.root] ?? Number.NaN;
  const gradient = Array.from(tangents.subarray(tape.root * n, tape.root * n + n));
  return { value, gradient: Number.isNaN(value) ? gradient.map(() => Number.NaN) : gradient };
}
