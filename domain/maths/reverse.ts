/** Reverse mode in doubles: the gradient in one sweep back over the tape, whatever the number of variables. */
import { binaryPartials, unaryPartial } from './derivatives.ts';
import type { Dual } from './dual.ts';
import { realNumbers, tapeValues } from './numbers.ts';
import type { Tape } from './tape.ts';

/** Value and gradient of a tape at `point`; equal to `forwardGradient` up to rounding (Griewank & Walther 2008, ch. 3). */
export function reverseGradient(tape: Tape, variables: readonly string[], point: readonly number[]): Dual {
  const values = tapeValues(tape, variables, point);
  const adjoints = new Float64Array(tape.nodes.length);
  const varies = new Uint8Array(tape.nodes.length);
  tape.nodes.forEach((node, i) => {
    if (node.op === 'variable') varies[i] = variables.includes(node.name) ? 1 : 0;
    else if ('a' in node) varies[i] = varies[node.a] === 1 || ('b' in node && varies[node.b] === 1) ? 1 : 0;
  });
  adjoints[tape.root] = 1;
  const gradient = variables.map(() => 0);
  for (let i = tape.root; i >= 0; i -= 1) {
    const node = tape.nodes[i];
    const adjoint = adjoints[i] ?? 0;
    if (node === undefined || adjoint === 0 || varies[i] !== 1) continue;
    if (node.op === 'variable') gradient[variables.indexOf(node.name)] = adjoint;
    if (!('a' in node)) continue;
    const a = values[node.a] ?? Number.NaN;
    const self = values[i] ?? Number.NaN;
    if ('b' in node) {
      const partials = binaryPartials(node.op, a, values[node.b] ?? Number.NaN, self, realNumbers);
      if (varies[node.a] === 1) adjoints[node.a] = (adjoints[node.a] ?? 0) + adjoint * partials.a();
      if (varies[node.b] === 1) adjoints[node.b] = (adjoints[node.b] ?? 0) + adjoint * partials.b();
    } else
      adjoints[node.a] =
        (adjoints[node.a] ?? 0) + adjoint * (unaryPartial(node.op, a, self, realNumbers) ?? Number.NaN);
  }
  const value = values[tape.root] ?? Number.NaN;
  return { value, gradient: Number.isNaN(value) ? gradient.map(() => Number.NaN) : gradient };
}
