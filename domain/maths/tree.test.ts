/** The tree of a source: against mathjs's parser, an independent one with the same rules, and what is refused. */
import fc from 'fast-check';
import { type FunctionNode, type MathNode, type OperatorNode, parse } from 'mathjs/number';
import { expect, it } from 'vitest';
import type { Expression } from './expression.ts';
import { ReadingFailure } from './problem.ts';
import { toExpression } from './tree.ts';

const source = (text: string) => ({ text, variables: ['x', 'y'], numbers: ['2', '0.5', '1e3'] });

/** A tree as a text with every bracket. */
function shown({ nodes }: Expression): string {
  const texts: string[] = [];
  for (const node of nodes) {
    const args = node.args.map((index) => texts[index]);
    if (node.op === 'number') texts.push(node.digits);
    else if (node.op === 'variable' || node.op === 'constant') texts.push(node.name);
    else texts.push(`${node.op === 'call' ? node.name : node.op}(${args.join(',')})`);
  }
  return texts.at(-1) ?? '';
}

const NAMES: Record<string, string> = {
  pow: 'power',
  unaryMinus: 'negate',
  v0: 'x',
  v1: 'y',
  n0: '2',
  n1: '0.5',
  n2: '1e3',
};

const isOperator = (node: MathNode): node is OperatorNode => node.type === 'OperatorNode';
const isCall = (node: MathNode): node is FunctionNode => node.type === 'FunctionNode';
const isGroup = (node: MathNode): node is MathNode & { content: MathNode } =>
  node.type === 'ParenthesisNode' && 'content' in node;

/** The same of what mathjs reads. */
function byMathjs(node: MathNode): string {
  if (isGroup(node)) return byMathjs(node.content);
  if (!isOperator(node) && !isCall(node)) return NAMES[node.toString()] ?? node.toString();
  const args = node.args.map(byMathjs);
  const name: string = isCall(node) ? node.fn.name : node.fn;
  return name === 'unaryPlus' ? (args[0] ?? '') : `${NAMES[name] ?? name}(${args.join(',')})`;
}

const { formula } = fc.letrec<{ formula: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('v0', 'v1', 'n0', 'n1', 'n2', 'pi', 'e') },
    tie('formula').map((inside) => `(${inside})`),
    fc.tuple(fc.constantFrom('sin', 'log10', 'cbrt'), tie('formula')).map(([name, inside]) => `${name}(${inside})`),
    fc.tuple(tie('formula'), tie('formula')).map(([one, other]) => `log(${one},${other})`),
  ),
  formula: fc
    .array(
      fc.tuple(
        fc.constantFrom('', '', '', '-', '+', '--', '-+'),
        tie('atom'),
        fc.constantFrom('', '', '', '!', '!!'),
        fc.constantFrom('+', '-', '*', '/', '^'),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) =>
      parts
        .map(([sign, atom, after, op]) => sign + atom + after + op)
        .join('')
        .slice(0, -1),
    ),
}));

it('every source is the tree that mathjs makes of it', () => {
  fc.assert(
    fc.property(formula, (text) => {
      fc.pre(text.length < 300);
      expect(shown(toExpression(source(text), 1))).toBe(byMathjs(parse(text)));
    }),
    { numRuns: 2_000 },
  );
});

it.for([
  ['-v0^n0', 'negate(power(x,2))'],
  ['v0^v1^n0', 'power(x,power(y,2))'],
  ['n0^-v0*v1', 'multiply(power(2,negate(x)),y)'],
  ['v0/v1*n0', 'multiply(divide(x,y),2)'],
  ['v0-v1-n0', 'subtract(subtract(x,y),2)'],
  ['-v0!^n0', 'negate(power(factorial(x),2))'],
  ['+(v0)', 'x'],
  ['log(v0,n0)', 'log(x,2)'],
] as const)('%s is %s', ([text, tree]) => {
  expect(shown(toExpression(source(text), 1))).toBe(tree);
});

it.for([
  '',
  'v0 v1',
  'v0v1',
  'v0(v1)',
  '(v0)(v1)',
  'v0*',
  '*v0',
  '(v0',
  'v0)',
  '()',
  'sin()',
  'sin(v0,v1)',
  '(v0,v1)',
  'v0,v1',
  'log(v0,)',
  '!v0',
  'v0^!',
  'v7',
  'n9',
  'q',
  'i',
  'eval(v0)',
  'constructor(v0)',
  '__proto__(v0)',
  'v0;v1',
  'v0=n0',
  '"v0"',
  'v0[n0]',
])('%s is refused', (text) => {
  expect(() => toExpression(source(text), 1)).toThrow(ReadingFailure);
});
