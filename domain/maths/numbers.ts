/** The operations of a tape on plain doubles, real domains only: NaN where there is no real value. */
import type { Algebra } from './derivatives.ts';
import { polygamma } from './polygamma.ts';
import { digamma, gamma } from './special.ts';
import type { Binary, Tape, Unary } from './tape.ts';

const unary: Readonly<Record<Unary, (a: number) => number>> = {
  neg: (a) => -a,
  exp: Math.exp,
  ln: (a) => (a > 0 ? Math.log(a) : Number.NaN),
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: (a) => (Math.abs(a) < 1 ? Math.atanh(a) : Number.NaN),
  abs: Math.abs,
  sign: Math.sign,
  gamma,
  digamma,
  trigamma: (a) => polygamma(1, a),
  tetragamma: (a) => polygamma(2, a),
  pentagamma: (a) => polygamma(3, a),
};

const binary: Readonly<Record<Binary, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0 ? Number.NaN : a / b),
  pow: (a, b) => (a === 0 && b < 0 ? Number.NaN : a ** b),
  min: Math.min,
  max: Math.max,
};

export function applyUnary(op: Unary, a: number): number {
  return unary[op](a);
}

export function applyBinary(op: Binary, a: number, b: number): number {
  return binary[op](a, b);
}

/** Doubles as the algebra of derivatives.ts: local slopes as numbers. */
export const realNumbers: Algebra<number> = { number: (value) => value, unary: applyUnary, binary: applyBinary };

/** All node values of a tape at a point; `variables[i]` has the value `point[i]`. */
export function tapeValues(tape: Tape, variables: readonly string[], point: readonly number[]): Float64Array {
  const values = new Float64Array(tape.nodes.length);
  tape.nodes.forEach((node, i) => {
    if (node.op === 'number') values[i] = node.value;
    else if (node.op === 'constant') values[i] = node.name === 'pi' ? Math.PI : Math.E;
    else if (node.op === 'variable') values[i] = point[variables.indexOf(node.name)] ?? Number.NaN;
    else if ('b' in node) values[i] = applyBinary(node.op, values[node.a] ?? Number.NaN, values[node.b] ?? Number.NaN);
    else values[i] = applyUnary(node.op, values[node.a] ?? Number.NaN);
  });
  return values;
}
