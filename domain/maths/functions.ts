/** The functions a formula may use: spellings, number of arguments, LaTeX, Python and JavaScript names. */

type FunctionEntry = {
  readonly arity: readonly [least: number, most: number];
  readonly tex: string;
  readonly aliases?: readonly string[];
  /** Names of some countries: they give way to products of declared letters, and to a shorter name with a factor. */
  readonly local?: readonly string[];
  readonly inverse?: string;
  /** Of a number it is a number that people write as a factor: `ln 2`, `sqrt 3`. */
  readonly factor?: true;
};

const one = [1, 1] as const;
/** `softmax_2(x, y, z)` = e^y/(e^x + e^y + e^z). */
const share = (which: number) =>
  ({
    arity: [Math.max(2, which), 20],
    tex: `\\operatorname{softmax}_{${which}}`,
    aliases: [`softmax_${which}`],
  }) as const;
const shares = {
  softmax1: share(1),
  softmax2: share(2),
  softmax3: share(3),
  softmax4: share(4),
  softmax5: share(5),
} as const;

const table = {
  sin: { arity: one, tex: '\\sin', local: ['sen'], inverse: 'asin' },
  cos: { arity: one, tex: '\\cos', inverse: 'acos' },
  tan: { arity: one, tex: '\\tan', aliases: ['tg'], inverse: 'atan' },
  sec: { arity: one, tex: '\\sec', inverse: 'asec' },
  csc: { arity: one, tex: '\\csc', aliases: ['cosec'], inverse: 'acsc' },
  cot: { arity: one, tex: '\\cot', aliases: ['ctg', 'cotan'], local: ['cotg'], inverse: 'acot' },
  asin: { arity: one, tex: '\\arcsin', aliases: ['arcsin'], local: ['arcsen'], inverse: 'sin' },
  acos: { arity: one, tex: '\\arccos', aliases: ['arccos'], inverse: 'cos' },
  atan: { arity: one, tex: '\\arctan', aliases: ['arctan', 'arctg'], inverse: 'tan' },
  asec: { arity: one, tex: '\\operatorname{arcsec}', aliases: ['arcsec'] },
  acsc: { arity: one, tex: '\\operatorname{arccsc}', aliases: ['arccsc', 'arccosec'] },
  acot: { arity: one, tex: '\\operatorname{arccot}', aliases: ['arccot', 'arcctg'], local: ['arccotg'] },
  sinh: { arity: one, tex: '\\sinh', local: ['sh', 'senh'], inverse: 'asinh' },
  cosh: { arity: one, tex: '\\cosh', local: ['ch'], inverse: 'acosh' },
  tanh: { arity: one, tex: '\\tanh', local: ['th', 'tgh'], inverse: 'atanh' },
  sech: { arity: one, tex: '\\operatorname{sech}', inverse: 'asech' },
  csch: { arity: one, tex: '\\operatorname{csch}', aliases: ['cosech'], inverse: 'acsch' },
  coth: { arity: one, tex: '\\coth', local: ['cth', 'ctgh', 'cotgh'], inverse: 'acoth' },
  asinh: {
    arity: one,
    tex: '\\operatorname{arsinh}',
    aliases: ['arsinh', 'arcsinh', 'argsinh'],
    local: ['arsh', 'arcsh', 'argsh'],
  },
  acosh: {
    arity: one,
    tex: '\\operatorname{arcosh}',
    aliases: ['arcosh', 'arccosh', 'argcosh'],
    local: ['arch', 'arcch', 'argch'],
  },
  atanh: {
    arity: one,
    tex: '\\operatorname{artanh}',
    aliases: ['artanh', 'arctanh', 'argtanh'],
    local: ['arth', 'argth', 'artgh'],
  },
  asech: { arity: one, tex: '\\operatorname{arsech}', aliases: ['arsech', 'arcsech'] },
  acsch: { arity: one, tex: '\\operatorname{arcsch}', aliases: ['arcsch', 'arccsch'] },
  acoth: { arity: one, tex: '\\operatorname{arcoth}', aliases: ['arcoth', 'arccoth'], local: ['arccth'] },
  exp: { arity: one, tex: '\\exp' },
  log: { arity: [1, 2], tex: '\\ln', aliases: ['ln'], factor: true },
  log10: { arity: one, tex: '\\log_{10}', aliases: ['lg'], factor: true },
  log2: { arity: one, tex: '\\log_{2}', local: ['lb'], factor: true },
  sqrt: { arity: one, tex: '\\sqrt', factor: true },
  cbrt: { arity: one, tex: '\\sqrt[3]', factor: true },
  root: { arity: [2, 2], tex: '\\sqrt', aliases: ['nthRoot', 'nthroot'] },
  pow: { arity: [2, 2], tex: '\\operatorname{pow}', aliases: ['power'] },
  abs: { arity: one, tex: '\\operatorname{abs}' },
  sign: { arity: one, tex: '\\operatorname{sgn}', aliases: ['sgn', 'signum'] },
  min: { arity: [1, 20], tex: '\\min', aliases: ['minimum'] },
  max: { arity: [1, 20], tex: '\\max', aliases: ['maximum'] },
  factorial: { arity: one, tex: '\\operatorname{factorial}' },
  gamma: { arity: one, tex: '\\Gamma', aliases: ['Gamma'] },
  digamma: { arity: one, tex: '\\operatorname{digamma}', aliases: ['psi'] },
  trigamma: { arity: one, tex: '\\operatorname{trigamma}' },
  // those of networks: σ(x) = 1/(1 + e^−x), relu(x) = max(0, x), and the k-th share of all that stands in the brackets
  sigmoid: { arity: one, tex: '\\sigma', aliases: ['sigma', 'logistic'] },
  relu: { arity: one, tex: '\\operatorname{relu}', aliases: ['ReLU'] },
  ...shares,
} as const satisfies Record<string, FunctionEntry>;

export type FunctionName = keyof typeof table;

const entries: Readonly<Record<FunctionName, FunctionEntry>> = table;
export const functionNames: readonly FunctionName[] = Object.keys(table).filter(isFunctionName);

/** Every spelling, lower case except `nthRoot`, to the function's name. */
const spellings: ReadonlyMap<string, FunctionName> = new Map(
  functionNames.flatMap((name) =>
    [name, ...(entries[name].aliases ?? []), ...(entries[name].local ?? [])].map(
      (spelling) => [spelling, name] as const,
    ),
  ),
);

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(table, name);
}

/** The function that a spelling means (`arctan` → `atan`), if any. */
export function functionOf(spelling: string): FunctionName | undefined {
  return spellings.get(spelling);
}

export function functionEntry(name: FunctionName): FunctionEntry {
  return entries[name];
}

export function functionSpellings(): readonly string[] {
  return [...spellings.keys()];
}

const localNames: ReadonlySet<string> = new Set(functionNames.flatMap((name) => entries[name].local ?? []));

export function isLocalName(spelling: string): boolean {
  return localNames.has(spelling);
}

/** Which share of a softmax a name asks for, from 0; undefined of other functions. */
export function shareOf(name: FunctionName): number | undefined {
  return name.startsWith('softmax') ? Number(name.slice('softmax'.length)) - 1 : undefined;
}

/** What `f^-1` means for a function that has an inverse of its own. */
export function inverseOf(name: FunctionName): FunctionName | undefined {
  return functionOf(entries[name].inverse ?? '');
}
