/** What a look at a tape tells before any point is tried: numbers of interest, kinks, delicate constants. */
import { applyBinary, applyUnary, tapeValues } from './numbers.ts';
import type { Point } from './sample.ts';
import type { Tape } from './tape.ts';

/** Numbers near which landmarks are of little use: the usual points lie all around them. */
const isUsual = (size: number): boolean => size > 0.1 && size < 8;

/** Up to six numbers that occur (`50`, `70^2`): kinks, poles and edges of domains lie at them. Unusual sizes go first. */
export function landmarksOf(...tapes: readonly Tape[]): number[] {
  const found = new Set<number>();
  for (const tape of tapes) {
    for (const value of constantsOf(tape)) {
      const size = Math.abs(value);
      if (size < 1e8 && size > 1e-8) found.add(size);
    }
  }
  const sizes = [...found];
  return [...sizes.filter((size) => !isUsual(size)), ...sizes.filter(isUsual)].slice(0, 6);
}

/** The value of each node that has no variable under it, NaN for the others. */
function constantsOf({ nodes }: Tape): Float64Array {
  const values = new Float64Array(nodes.length).fill(Number.NaN);
  nodes.forEach((node, i) => {
    if (node.op === 'number') values[i] = node.value;
    else if (node.op === 'constant') values[i] = node.name === 'pi' ? Math.PI : Math.E;
    else if ('b' in node) values[i] = applyBinary(node.op, values[node.a] ?? Number.NaN, values[node.b] ?? Number.NaN);
    else if ('a' in node) values[i] = applyUnary(node.op, values[node.a] ?? Number.NaN);
  });
  return values;
}

const bending: ReadonlySet<string> = new Set(['abs', 'sign', 'min', 'max', 'sqrt', 'tanh', 'atan']);

export type Traits = {
  /** the variables it depends on */
  readonly variables: readonly string[];
  /** Whether it may change its face at some number. A power does where its exponent is no small integer. */
  readonly bends: boolean;
};

/** Variables and bends of a formula, in one pass. */
export function traitsOf({ nodes }: Tape): Traits {
  const variables: string[] = [];
  let bends = false;
  for (const node of nodes) {
    if (node.op === 'variable') variables.push(node.name);
    else if (node.op === 'pow') {
      const exponent = nodes[node.b];
      bends ||= exponent?.op !== 'number' || !Number.isInteger(exponent.value) || Math.abs(exponent.value) > 20;
    } else bends ||= bending.has(node.op);
  }
  return { variables, bends };
}

/** Whether a part without variables is so small, large or long that doubles may hide what it does. */
export function isDelicate({ nodes }: Tape): boolean {
  const values = new Float64Array(nodes.length).fill(Number.NaN);
  const constant = new Uint8Array(nodes.length);
  return nodes.some((node, i) => {
    if (node.op === 'variable') return false;
    if (node.op === 'number') values[i] = node.value;
    else if (node.op === 'constant') values[i] = Math.PI;
    else {
      if (constant[node.a] !== 1 || ('b' in node && constant[node.b] !== 1)) return false;
      const a = values[node.a] ?? Number.NaN;
      values[i] = 'b' in node ? applyBinary(node.op, a, values[node.b] ?? Number.NaN) : applyUnary(node.op, a);
    }
    constant[i] = 1;
    const size = Math.abs(values[i] ?? 0);
    return !(size === 0 || (size > 1e-6 && size < 1e6)) || (node.op === 'number' && node.digits.length > 17);
  });
}

/** Whether a point lies on a kink: where |u|, sign u has u = 0, or where min and max have a tie. */
export function isOnKink(tape: Tape, point: Point): boolean {
  const values = tapeValues(tape, [...point.keys()], [...point.values()]);
  return tape.nodes.some((node) => {
    if (node.op === 'abs' || node.op === 'sign') return values[node.a] === 0;
    return (node.op === 'min' || node.op === 'max') && values[node.a] === values[node.b];
  });
}
