/** Expression → tape: reciprocal functions, bases and roots become the few operations that a tape has. */
import { type Expression, type ExpressionNode, foldExpression } from './expression.ts';
import { type FunctionName, shareOf } from './functions.ts';
import type { TapeBuilder, Unary } from './tape.ts';

/** Adds an expression to a builder and returns its node. Nothing is simplified away, so that its domain stays its own. */
export function lower(expression: Expression, builder: TapeBuilder): number {
  return foldExpression<number>(expression, (node, args) => lowerNode(node, args, builder));
}

function lowerNode(node: ExpressionNode, args: readonly number[], to: TapeBuilder): number {
  const [a = 0, b = 0] = args;
  switch (node.op) {
    case 'number':
      return to.number(node.value, node.digits);
    case 'variable':
      return to.variable(node.name);
    case 'constant':
      return to.constant(node.name);
    case 'add':
      return to.binary('add', a, b);
    case 'subtract':
      return to.binary('sub', a, b);
    case 'multiply':
      return to.binary('mul', a, b);
    case 'divide':
      return to.binary('div', a, b);
    case 'negate': {
      const value = to.valueOf(a);
      const inner = to.nodes[a];
      return value === undefined || inner?.op !== 'number'
        ? to.unary('neg', a)
        : to.number(-value, inner.digits.startsWith('-') ? inner.digits.slice(1) : `-${inner.digits}`);
    }
    case 'power':
      return power(a, b, to);
    case 'factorial':
      return to.unary('gamma', to.binary('add', a, to.number(1)));
    case 'call':
      return lowerCall(node.name, args, to);
  }
}

/** `e^x` is exp(x): one rounding instead of two. */
function power(a: number, b: number, to: TapeBuilder): number {
  const base = to.nodes[a];
  return base?.op === 'constant' && base.name === 'e' ? to.unary('exp', b) : to.binary('pow', a, b);
}

const plain: Partial<Record<FunctionName, Unary>> = {
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  asin: 'asin',
  acos: 'acos',
  atan: 'atan',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  asinh: 'asinh',
  acosh: 'acosh',
  atanh: 'atanh',
  exp: 'exp',
  sqrt: 'sqrt',
  cbrt: 'cbrt',
  abs: 'abs',
  sign: 'sign',
  gamma: 'gamma',
  digamma: 'digamma',
  trigamma: 'trigamma',
};
/** 1/f(x): sec, csc and their hyperbolics. cot and coth are quotients, defined where tan has its poles. */
const reciprocal: Partial<Record<FunctionName, Unary>> = {
  sec: 'cos',
  csc: 'sin',
  sech: 'cosh',
  csch: 'sinh',
  coth: 'tanh',
};
/** f(1/x), as mathjs and most textbooks have it. */
const ofReciprocal: Partial<Record<FunctionName, Unary>> = {
  asec: 'acos',
  acsc: 'asin',
  acot: 'atan',
  asech: 'acosh',
  acsch: 'asinh',
  acoth: 'atanh',
};

function lowerCall(name: FunctionName, args: readonly number[], to: TapeBuilder): number {
  const [a = 0, b] = args;
  const one = (): number => to.number(1);
  const direct = plain[name];
  if (direct !== undefined) return to.unary(direct, a);
  const under = reciprocal[name];
  if (under !== undefined) return to.binary('div', one(), to.unary(under, a));
  const inverse = ofReciprocal[name];
  if (inverse !== undefined) return to.unary(inverse, to.binary('div', one(), a));
  switch (name) {
    case 'cot':
      return to.binary('div', to.unary('cos', a), to.unary('sin', a));
    case 'log':
      return b === undefined ? to.unary('ln', a) : to.binary('div', to.unary('ln', a), to.unary('ln', b));
    case 'log10':
      return to.binary('div', to.unary('ln', a), to.unary('ln', to.number(10)));
    case 'log2':
      return to.binary('div', to.unary('ln', a), to.unary('ln', to.number(2)));
    case 'pow':
      return power(a, b ?? 0, to);
    case 'root':
      return root(a, b ?? 0, to);
    case 'factorial':
      return to.unary('gamma', to.binary('add', a, one()));
    case 'min':
    case 'max':
      return args.reduce((left, right) => to.binary(name, left, right));
    case 'sigmoid':
      return to.binary('div', one(), to.binary('add', one(), to.unary('exp', to.unary('neg', a))));
    case 'relu':
      return to.binary('max', to.number(0), a);
    default:
      return softmax(name, args, to);
  }
}

/** e^(z_k)/Σ e^(z_i) as 1/Σ e^(z_i − z_k): where one of them is large, nothing overflows to no value. */
function softmax(name: FunctionName, args: readonly number[], to: TapeBuilder): number {
  const which = shareOf(name);
  const own = which === undefined ? undefined : args[which];
  if (own === undefined) throw new Error(`no lowering for ${name} of ${args.length}`);
  // its own part is 1 whatever it is: worked out, its slope would be rounding
  const parts = args.map((one, at) => (at === which ? to.number(1) : to.unary('exp', to.binary('sub', one, own))));
  return to.binary(
    'div',
    to.number(1),
    parts.reduce((left, right) => to.binary('add', left, right)),
  );
}

/** The n-th root: real for negative numbers where n is odd, like cbrt. */
function root(a: number, n: number, to: TapeBuilder): number {
  const degree = to.valueOf(n);
  if (degree === 2) return to.unary('sqrt', a);
  if (degree === 3) return to.unary('cbrt', a);
  const exponent = to.binary('div', to.number(1), n);
  if (degree !== undefined && Number.isInteger(degree) && degree % 2 !== 0) {
    return to.binary('mul', to.unary('sign', a), to.binary('pow', to.unary('abs', a), exponent));
  }
  return to.binary('pow', a, exponent);
}
