/** Expression → source text of Python (NumPy as `np`) and JavaScript, fully parenthesised; only numbers, declared names and known functions get in. */
import { type Expression, foldExpression } from './expression.ts';
import { type FunctionName, shareOf } from './functions.ts';
import { javascriptPolygamma, pythonPolygamma } from './source-polygamma.ts';

type Language = {
  readonly constants: Readonly<Record<'pi' | 'e', string>>;
  /** Names of functions of one argument. */
  readonly direct: Partial<Record<FunctionName, string>>;
  readonly minMax: (name: 'min' | 'max', args: readonly string[]) => string;
  readonly polygamma: (name: 'digamma' | 'trigamma', x: string) => string;
  /** Γ(x). */
  readonly gamma: (x: string) => string;
};

const shared = [
  'sin',
  'cos',
  'tan',
  'sinh',
  'cosh',
  'tanh',
  'exp',
  'log',
  'log10',
  'log2',
  'sqrt',
  'cbrt',
  'abs',
  'sign',
] as const;

const python: Language = {
  constants: { pi: 'np.pi', e: 'np.e' },
  direct: {
    ...Object.fromEntries(shared.map((name) => [name, `np.${name}`])),
    asin: 'np.arcsin',
    acos: 'np.arccos',
    atan: 'np.arctan',
    asinh: 'np.arcsinh',
    acosh: 'np.arccosh',
    atanh: 'np.arctanh',
  },
  minMax: (name, args) => args.reduce((left, right) => `np.${name}imum(${left}, ${right})`),
  polygamma: pythonPolygamma,
  gamma: (x) => `__import__("math").gamma(${x})`,
};

/** Lanczos' approximation (special.ts) as one expression, for x > 0; formulas with gamma are rare. */
const javascript: Language = {
  constants: { pi: 'Math.PI', e: 'Math.E' },
  direct: {
    ...Object.fromEntries(shared.map((name) => [name, `Math.${name}`])),
    asin: 'Math.asin',
    acos: 'Math.acos',
    atan: 'Math.atan',
    asinh: 'Math.asinh',
    acosh: 'Math.acosh',
    atanh: 'Math.atanh',
  },
  minMax: (name, args) => `Math.${name}(${args.join(', ')})`,
  polygamma: javascriptPolygamma,
  gamma: (x) =>
    `((z) => { const c = [676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7]; ` +
    'const g = (x) => x < 0.5 ? Math.PI / (Math.sin(Math.PI * x) * g(1 - x)) : Math.sqrt(2 * Math.PI) * (x + 6.5) ** (x - 0.5) * Math.exp(-x - 6.5) * c.reduce((s, k, i) => s + k / (x + i), 0.99999999999980993); ' +
    `return g(z); })(${x})`,
};

const reciprocal: Partial<Record<FunctionName, FunctionName>> = {
  sec: 'cos',
  csc: 'sin',
  cot: 'tan',
  sech: 'cosh',
  csch: 'sinh',
  coth: 'tanh',
};
const ofReciprocal: Partial<Record<FunctionName, FunctionName>> = {
  asec: 'acos',
  acsc: 'asin',
  acot: 'atan',
  asech: 'acosh',
  acsch: 'asinh',
  acoth: 'atanh',
};

/** One Python expression. Numbers are floats, so that powers are those of the reals. */
export function toPython(expression: Expression): string {
  return emit(expression, python);
}

/** One JavaScript expression. */
export function toJavaScript(expression: Expression): string {
  return emit(expression, javascript);
}

function emit(expression: Expression, language: Language): string {
  return foldExpression<string>(expression, (node, args) => {
    const [a = '', b = ''] = args;
    switch (node.op) {
      case 'number':
        return /[.eE]/.test(node.digits) ? String(node.value) : `${node.digits.replace(/^0+(?=\d)/, '')}.0`;
      case 'variable':
        return node.name;
      case 'constant':
        return language.constants[node.name];
      case 'add':
        return `(${a} + ${b})`;
      case 'subtract':
        return `(${a} - ${b})`;
      case 'multiply':
        return `(${a} * ${b})`;
      case 'divide':
        return `(${a} / ${b})`;
      case 'power':
        return `((${a}) ** (${b}))`;
      case 'negate':
        return `(-${a})`;
      case 'factorial':
        return language.gamma(`${a} + 1`);
      case 'call':
        return call(node.name, args, language);
    }
  });
}

function call(name: FunctionName, args: readonly string[], language: Language): string {
  const [a = '', b] = args;
  const apply = (fn: FunctionName | undefined, x: string): string =>
    `${fn === undefined ? '' : (language.direct[fn] ?? '')}(${x})`;
  if (name === 'log' && b !== undefined) return `(${apply('log', a)} / ${apply('log', b)})`;
  if (language.direct[name] !== undefined) return apply(name, a);
  if (reciprocal[name] !== undefined) return `(1.0 / ${apply(reciprocal[name], a)})`;
  if (ofReciprocal[name] !== undefined) return apply(ofReciprocal[name], `1.0 / (${a})`);
  if (name === 'min' || name === 'max') return language.minMax(name, args);
  if (name === 'relu') return language.minMax('max', ['0.0', a]);
  if (name === 'sigmoid') return `(1.0 / (1.0 + ${apply('exp', `-(${a})`)}))`;
  const share = shareOf(name);
  if (share !== undefined)
    return `(1.0 / (${args.map((one) => apply('exp', `(${one}) - (${args[share] ?? 'x'})`)).join(' + ')}))`;
  if (name === 'digamma' || name === 'trigamma') return language.polygamma(name, a);
  if (name === 'pow') return `((${a}) ** (${b ?? ''}))`;
  if (name === 'root' && b === '3.0') return apply('cbrt', a);
  // An odd root has a value for negative numbers too, and a power has none.
  if (name === 'root' && Number(b) % 2 === 1) return `(${apply('sign', a)} * ${apply('abs', a)} ** (1.0 / ${b}))`;
  if (name === 'root') return `((${a}) ** (1.0 / (${b ?? ''})))`;
  return language.gamma(name === 'factorial' ? `${a} + 1` : a);
}
