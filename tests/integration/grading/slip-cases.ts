/** Slips as students make them: an exercise, a right answer to it, and wrong ones with the code of what they are told. */
import { type CodeTest, codeTest, type TestArgument } from '../../../domain/kinds/code/document.ts';
import { functionQuestion } from '../../../domain/kinds/function/document.ts';
import type { QuestionOf } from '../../../domain/question.ts';

export interface SlipCase {
  language: 'python' | 'javascript';
  entry: string;
  arguments: TestArgument[];
  expect: CodeTest['expect'];
  more?: Partial<CodeTest>;
  right: string;
  /** by name: the codes of the feedback of the first test, in order, and the answer */
  wrong: Record<string, [codes: string[], code: string]>;
}

/** A `function` question of these tests; its points are theirs. */
export function questionOf(
  language: 'python' | 'javascript',
  entry: string,
  tests: readonly Partial<CodeTest>[],
  solution: string,
): QuestionOf<'function'> {
  const all = tests.map((test, index) =>
    codeTest.parse({ id: `t${index}`, name: `Test ${index}`, visible: true, points: 1, ...test }),
  );
  return functionQuestion.parse({
    kind: 'function',
    id: `slips-${entry.replaceAll('_', '-')}`,
    role: 'exercise',
    number: 1,
    title: entry,
    points: all.reduce((sum, test) => sum + test.points, 0),
    promptHtml: '',
    hintCount: 0,
    attempts: null,
    solutionAfter: null,
    seconds: 60,
    language,
    entry,
    examples: [],
    hiddenTests: all.filter((test) => !test.visible).length,
    starter: '',
    key: { hints: [], solutionHtml: null, explanationHtml: null, tests: all, solution },
  });
}

const array = (values: Extract<TestArgument, { type: 'array' }>['values'], dtype: 'float64' | 'int64' = 'float64') =>
  ({ type: 'array', values, dtype }) as const;
const np = (text: string): string => `import numpy as np\n${text}\n`;
const [value, shape] = ['wrongValue', 'wrongShape'];

const BATCH = array([
  [1.5, 2, 4],
  [-3, 0.5, 7],
  [2.5, 8, 1],
  [6, -1, 3.5],
]);

export const SLIP_CASES: Record<string, SlipCase> = {
  'the sum of a batch': {
    language: 'python',
    entry: 'grad_bias',
    arguments: [BATCH],
    expect: { type: 'solution' },
    right: np('def grad_bias(g):\n    return g.sum(axis=0)'),
    wrong: {
      'the mean': [[value, 'slip.meanNotSum'], np('def grad_bias(g): return g.mean(axis=0)')],
      'the wrong axis': [[shape, 'slip.wrongAxis'], np('def grad_bias(g): return g.sum(axis=1)')],
      'no axis': [[shape, 'slip.wrongAxis'], np('def grad_bias(g): return g.sum()')],
      'the sign': [[value, 'slip.sign'], np('def grad_bias(g): return -g.sum(axis=0)')],
      'a factor of two': [[value, 'slip.doubled'], np('def grad_bias(g): return 2 * g.sum(axis=0)')],
      'half of it': [[value, 'slip.halved'], np('def grad_bias(g): return g.sum(axis=0) / 2')],
      'another factor': [[value, 'slip.factor'], np('def grad_bias(g): return g.sum(axis=0) * 0.7')],
      keepdims: [[shape, 'slip.extraAxis'], np('def grad_bias(g): return g.sum(axis=0, keepdims=True)')],
      'a column': [[shape, 'slip.extraAxis'], np('def grad_bias(g): return g.sum(axis=0)[:, None]')],
      'decimals lost in an array of whole numbers': [
        [value, 'slip.truncated'],
        np('def grad_bias(g):\n    out = np.zeros(g.shape[1], dtype=int)\n    out[:] = g.sum(axis=0)\n    return out'),
      ],
      'half precision': [
        [value, 'slip.lowPrecision'],
        np('def grad_bias(g): return np.exp(np.log(g.sum(axis=0).astype(np.float16)))'),
      ],
      'an array of words': [['wrongDtype'], np('def grad_bias(g): return g.sum(axis=0).astype(str)')],
      'an array of objects': [['wrongDtype'], np('def grad_bias(g): return np.array([7, None, 15.5])')],
      'an array of booleans': [['wrongDtype'], np('def grad_bias(g): return g.sum(axis=0) > 0')],
      'complex numbers': [['wrongDtype'], np('def grad_bias(g): return g.sum(axis=0) + 0j')],
      'nothing returned': [['returnsNothing'], np('def grad_bias(g):\n    g.sum(axis=0)')],
      'printed, not returned': [['printedNotReturned'], np('def grad_bias(g):\n    print(g.sum(axis=0))')],
      'words printed, nothing returned': [['returnsNothing'], np('def grad_bias(g):\n    print("here")')],
      'not a number': [['notFinite'], np('def grad_bias(g): return g.sum(axis=0) / 0')],
      'an unknown value': [[value], np('def grad_bias(g): return g.sum(axis=0) + np.array([0, 1, 0])')],
    },
  },
  'the mean of a vector': {
    language: 'python',
    entry: 'mean',
    arguments: [array([1.5, 2, 4, 9])],
    expect: { type: 'value', value: 4.125 },
    right: np('def mean(x): return x.sum() / len(x)'),
    wrong: {
      'the sum': [[value, 'slip.sumNotMean'], np('def mean(x): return sum(x)')],
      'an array of one': [[shape, 'slip.extraAxis'], np('def mean(x): return np.mean(x, keepdims=True)')],
    },
  },
  'the mean along an axis': {
    language: 'python',
    entry: 'means',
    arguments: [BATCH],
    expect: { type: 'solution' },
    right: np('def means(x): return x.mean(axis=1, keepdims=True)'),
    wrong: {
      'the other axis': [[shape, 'slip.wrongAxis'], np('def means(x): return x.mean(axis=0, keepdims=True)')],
      'the sum': [[value, 'slip.sumNotMean'], np('def means(x): return x.sum(axis=1, keepdims=True)')],
      'no keepdims': [[shape, 'slip.missingAxis'], np('def means(x): return x.mean(axis=1)')],
      'a row': [[shape, 'slip.transposed'], np('def means(x): return x.mean(axis=1, keepdims=True).T')],
      'a vector with a column': [
        [shape, 'slip.broadcast'],
        np('def means(x): return x.mean(axis=1) * np.ones((len(x), 1))'),
      ],
    },
  },
  'residuals, where (n,) meets (n, 1)': {
    language: 'python',
    entry: 'residuals',
    arguments: [array([1, 2.5, 4]), array([[0.5], [3], [1]])],
    expect: { type: 'value', value: [0.5, -0.5, 3] },
    right: np('def residuals(y, p): return y - p.ravel()'),
    wrong: {
      'broadcast to a matrix': [[shape, 'slip.broadcast'], np('def residuals(y, p): return y - p')],
      'a column': [[shape, 'slip.extraAxis'], np('def residuals(y, p): return y[:, None] - p')],
      'shape is told before values': [[shape], np('def residuals(y, p): return np.zeros((3, 2)) + 99')],
    },
  },
  'a Jacobian': {
    language: 'python',
    entry: 'jacobian',
    arguments: [
      { type: 'formula', formulas: ['x^2*y', '5*x + sin(y)', 'x*y^3'], variables: ['x', 'y'], gives: 'array' },
      array([1.5, 0.7]),
    ],
    expect: { type: 'derivative', of: 0, at: 1, gives: 'jacobian' },
    more: { mayChangeInputs: false },
    right: np(
      'def jacobian(f, x, h=1e-6):\n    x = np.array(x, dtype=float)\n    J = np.zeros((len(f(x)), len(x)))\n    for j in range(len(x)):\n        d = np.zeros_like(x)\n        d[j] = h\n        J[:, j] = (f(x + d) - f(x - d)) / (2 * h)\n    return J',
    ),
    wrong: {
      transposed: [[shape, 'slip.transposed'], difference('(f(x + d) - f(x - d)) / (2 * h)', '.T')],
      'not divided by h': [[value, 'slip.notDivided'], difference('f(x + d) - f(x)')],
      'multiplied by h': [[value, 'slip.notDivided'], difference('(f(x + d) - f(x)) * h')],
      'a central difference over h': [[value, 'slip.centralByH'], difference('(f(x + d) - f(x - d)) / h')],
      'a forward difference over 2h': [[value, 'slip.forwardByTwoH'], difference('(f(x + d) - f(x)) / (2 * h)')],
      'divided by another step': [[value, 'slip.factor'], difference('(f(x + d) - f(x)) / 1e-4')],
      backwards: [[value, 'slip.sign'], difference('(f(x - d) - f(x)) / h')],
      flattened: [[shape, 'slip.flattened'], difference('(f(x + d) - f(x)) / h', '.ravel()')],
      'an input that is not put back': [
        ['changedInput'],
        np(
          'def jacobian(f, x, h=1e-6):\n    y = x.copy()\n    J = np.stack([(f(y + d) - f(y - d)) / (2 * h) for d in h * np.eye(len(x))], axis=1)\n    x += 1\n    return J',
        ),
      ],
      'an input moved on and on': [
        [value, 'slip.changedInput'],
        np(
          'def jacobian(f, x, h=0.1):\n    fx = f(x)\n    J = np.zeros((len(fx), len(x)))\n    for j in range(len(x)):\n        x[j] += h\n        J[:, j] = (f(x) - fx) / h\n    return J',
        ),
      ],
    },
  },
  'a square Jacobian, which shows by its values only': {
    language: 'python',
    entry: 'jacobian',
    arguments: [
      { type: 'formula', formulas: ['x^2*y', '5*x + sin(y)'], variables: ['x', 'y'], gives: 'array' },
      array([1.5, 0.7]),
    ],
    expect: { type: 'derivative', of: 0, at: 1, gives: 'jacobian' },
    right: difference('(f(x + d) - f(x - d)) / (2 * h)'),
    wrong: {
      transposed: [[value, 'slip.transposed'], difference('(f(x + d) - f(x - d)) / (2 * h)', '.T')],
      'rows in another order': [[value, 'slip.wrongOrder'], difference('(f(x + d) - f(x - d)) / (2 * h)', '[::-1]')],
    },
  },
  'a gradient at a point of whole numbers': {
    language: 'python',
    entry: 'gradient',
    arguments: [
      { type: 'formula', formulas: ['x^2*y + 3*y'], variables: ['x', 'y'], gives: 'number' },
      array([2, 5], 'int64'),
    ],
    expect: { type: 'derivative', of: 0, at: 1, gives: 'gradient' },
    right: gradient('np.array(x, dtype=float)'),
    wrong: {
      'the step is cut off': [[value, 'slip.integerStep'], gradient('x.copy()')],
      'the result is cut off': [[value, 'slip.truncated'], gradient('np.array(x, dtype=float)', 'dtype=int')],
    },
  },
  'the slope of a function of one number': {
    language: 'python',
    entry: 'slope',
    arguments: [{ type: 'formula', formulas: ['x^3'], variables: ['x'], gives: 'number' }, array([1.3])],
    expect: { type: 'derivative', of: 0, at: 1, gives: 'gradient' },
    right: 'def slope(f, x, h=1e-5):\n    return [(f(x + h) - f(x - h)) / (2 * h)]\n',
    wrong: {
      'not divided by h': [[value, 'slip.notDivided'], 'def slope(f, x, h=1e-5): return [f(x + h) - f(x)]\n'],
      'not divided by 2h': [[value, 'slip.notDivided'], 'def slope(f, x, h=1e-5): return [f(x + h) - f(x - h)]\n'],
      'a plain number': [[shape, 'slip.missingAxis'], 'def slope(f, x, h=1e-5): return (f(x + h) - f(x)) / h\n'],
    },
  },
  'roots in any order': {
    language: 'python',
    entry: 'roots',
    arguments: [{ type: 'value', value: 6 }],
    expect: { type: 'value', value: [-2, 3, 5] },
    more: { unordered: true },
    right: np('def roots(n): return np.array([5, -2, 3])'),
    wrong: {
      'one twice': [['notAmong'], np('def roots(n): return [3, 3, -2]')],
      'one too few': [['wrongCount'], np('def roots(n): return [3, -2]')],
    },
  },
  'a step of gradient descent': {
    language: 'python',
    entry: 'step',
    arguments: [array([3, -4]), array([6, -8])],
    expect: { type: 'solution' },
    right: np('def step(x, g): return x - 0.1 * g'),
    wrong: {
      uphill: [[value, 'slip.ascent'], np('def step(x, g): return x + 0.1 * g')],
      'the gradient': [[value, 'slip.gradientNotPoint'], np('def step(x, g): return g')],
      'the whole gradient': [[value, 'slip.rateForgotten'], np('def step(x, g): return x - g')],
    },
  },
  'a step with a learning rate': {
    language: 'javascript',
    entry: 'step',
    arguments: [
      { type: 'value', value: [1.5, 0.5] },
      { type: 'value', value: 0.05 },
    ],
    expect: { type: 'solution' },
    right: 'const step = ([x, y], lr) => [x - lr * 2 * x, y - lr * 6 * y];',
    wrong: {
      'the gradient': [[value, 'slip.gradientNotPoint'], 'const step = ([x, y], lr) => [2 * x, 6 * y];'],
      'the mere step': [[value, 'slip.stepNotPoint'], 'const step = ([x, y], lr) => [lr * 2 * x, lr * 6 * y];'],
      'the whole gradient': [[value, 'slip.rateForgotten'], 'const step = ([x, y], lr) => [x - 2 * x, y - 6 * y];'],
      'another mistake': [[value], 'const step = ([x, y], lr) => [x - lr * 2, y - lr * 6];'],
    },
  },
  'values that are written down in order': {
    language: 'python',
    entry: 'parts',
    arguments: [
      array([
        [1, 2],
        [3, 4.5],
      ]),
    ],
    expect: { type: 'solution' },
    right: np('def parts(m): return m.sum(axis=0), m.T @ m'),
    wrong: {
      swapped: [['wrongShape', 'slip.wrongOrder'], np('def parts(m): return m.T @ m, m.sum(axis=0)')],
      'one too few': [['wrongCount'], np('def parts(m): return (m.sum(axis=0),)')],
    },
  },
  'a gradient in JavaScript': {
    language: 'javascript',
    entry: 'gradient',
    arguments: [
      { type: 'formula', formulas: ['x^2*y + 3*y'], variables: ['x', 'y'], gives: 'number' },
      array([1.5, 0.7]),
    ],
    expect: { type: 'derivative', of: 0, at: 1, gives: 'gradient' },
    more: { mayChangeInputs: false },
    right: javascript('(f(up) - f(down)) / (2 * h)'),
    wrong: {
      'not divided by h': [[value, 'slip.notDivided'], javascript('f(up) - f(x)')],
      'a central difference over h': [[value, 'slip.centralByH'], javascript('(f(up) - f(down)) / h')],
      'a forward difference over 2h': [[value, 'slip.forwardByTwoH'], javascript('(f(up) - f(x)) / (2 * h)')],
      backwards: [[value, 'slip.sign'], javascript('(f(x) - f(up)) / h')],
      'decimals lost in an array of whole numbers': [
        [value, 'slip.truncated'],
        `${javascript('(f(up) - f(x)) / h')}const exact = gradient;\ngradient = (f, x) => Int32Array.from(exact(f, x));\n`,
      ],
      'another order': [
        [value, 'slip.wrongOrder'],
        `${javascript('(f(up) - f(x)) / h')}const exact = gradient;\ngradient = (f, x) => exact(f, x).reverse();\n`,
      ],
      'an input that is not put back': [
        ['changedInput'],
        `${javascript('(f(up) - f(down)) / (2 * h)')}const exact = gradient;\ngradient = (f, x) => { const g = exact(f, x); x[0] = 9; return g; };\n`,
      ],
      'nothing returned': [['returnsNothing'], 'function gradient(f, x) { f(x); }'],
      'printed, not returned': [['printedNotReturned'], 'function gradient(f, x) { console.log([2.1, 5.25]); }'],
      'a promise': [['asyncFunction'], 'async function gradient(f, x) { return [2.1, 5.25]; }'],
      'numbers as words': [['notNumber'], 'function gradient(f, x) { return ["2.1", "5.25"]; }'],
    },
  },
  'the sums of the columns in JavaScript': {
    language: 'javascript',
    entry: 'sums',
    arguments: [BATCH],
    expect: { type: 'value', value: [7, 9.5, 15.5] },
    right: 'const sums = (rows) => rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0));',
    wrong: {
      'the means': [
        [value, 'slip.meanNotSum'],
        'const sums = (rows) => rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);',
      ],
      'the wrong axis': [
        ['wrongCount', 'slip.wrongAxis'],
        'const sums = (rows) => rows.map((row) => row.reduce((sum, one) => sum + one, 0));',
      ],
      'each in a list of its own': [
        ['wrongNesting', 'slip.extraAxis'],
        'const sums = (rows) => rows[0].map((_, j) => [rows.reduce((sum, row) => sum + row[j], 0)]);',
      ],
      'a flat list twice over': [
        ['wrongNesting', 'slip.broadcast'],
        'const sums = (rows) => { const s = rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0)); return s.map(() => s); };',
      ],
    },
  },
};

/** A Jacobian by differences, with the line that matters filled in. */
function difference(quotient: string, after = ''): string {
  return np(
    `def jacobian(f, x, h=1e-6):\n    J = np.zeros((len(f(x)), len(x)))\n    for j in range(len(x)):\n        d = np.zeros_like(x)\n        d[j] = h\n        J[:, j] = ${quotient}\n    return J${after}`,
  );
}

/** A gradient by steps in an array of its own; `result`: how that of the result is made. */
function gradient(point: string, result = 'dtype=float'): string {
  return np(
    `def gradient(f, x, h=1e-6):\n    g = np.zeros(len(x), ${result})\n    for j in range(len(x)):\n        p = ${point}\n        before = f(p)\n        p[j] += h\n        g[j] = (f(p) - before) / h\n    return g`,
  );
}

function javascript(quotient: string): string {
  return `let gradient = (f, x, h = 1e-6) => x.map((_, j) => {\n  const up = [...x], down = [...x];\n  up[j] += h;\n  down[j] -= h;\n  return ${quotient};\n});\n`;
}
