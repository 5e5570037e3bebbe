/** mathjs's parse tree → Expression, through a whitelist: whatever is not named here is refused. */
import {
  create,
  type FactoryFunctionMap,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  parseDependencies,
  type SymbolNode,
} from 'mathjs/number';
import type { Expression, ExpressionNode } from './expression.ts';
import { functionEntry, isFunctionName } from './functions.ts';
import { MAX_NODES } from './limits.ts';
import type { Source } from './normalise.ts';
import { ReadingFailure } from './problem.ts';

// Only the parser: mathjs evaluates and differentiates nothing here.
const factories: FactoryFunctionMap = parseDependencies ?? {};
const { parse } = create(factories);

const binary = new Map([
  ['add', 'add'],
  ['subtract', 'subtract'],
  ['multiply', 'multiply'],
  ['divide', 'divide'],
  ['pow', 'power'],
] as const);

const isOperator = (node: MathNode): node is OperatorNode => node.type === 'OperatorNode';
const isCall = (node: MathNode): node is FunctionNode => node.type === 'FunctionNode';
const isSymbol = (node: MathNode): node is SymbolNode => node.type === 'SymbolNode';
const isGroup = (node: MathNode): node is MathNode & { content: MathNode } =>
  node.type === 'ParenthesisNode' && 'content' in node;

/** Walks the tree with a stack of its own; throws ReadingFailure for anything off the list. */
export function toExpression(source: Source, length: number): Expression {
  const refuse = (): never => {
    throw new ReadingFailure('not-allowed', 0, Math.max(1, length));
  };
  let root: MathNode;
  try {
    root = parse(source.text);
  } catch {
    return refuse();
  }
  const nodes: ExpressionNode[] = [];
  const done: number[] = [];
  const work: { node: MathNode; seen: boolean }[] = [{ node: root, seen: false }];
  const emit = (node: ExpressionNode): void => {
    if (nodes.length >= MAX_NODES)
      throw new ReadingFailure('too-many-parts', 0, Math.max(1, length), { limit: MAX_NODES });
    done.push(nodes.push(node) - 1);
  };
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    const { node, seen } = item;
    if (isGroup(node)) work.push({ node: node.content, seen: false });
    else if (isSymbol(node)) emit(leaf(node.name));
    else if (isOperator(node) || isCall(node)) {
      if (seen) emit(inner(node, done.splice(done.length - node.args.length)));
      else {
        work.push({ node, seen: true });
        for (const arg of node.args.toReversed()) work.push({ node: arg, seen: false });
      }
    } else refuse();
  }
  return { nodes };

  function leaf(name: string): ExpressionNode {
    const index = Number(name.slice(1));
    const variable = name.startsWith('v') ? source.variables[index] : undefined;
    if (variable !== undefined) return { op: 'variable', name: variable, args: [] };
    const digits = name.startsWith('n') ? source.numbers[index] : undefined;
    if (digits !== undefined) return { op: 'number', value: Number(digits), digits, args: [] };
    return name === 'pi' || name === 'e' ? { op: 'constant', name, args: [] } : refuse();
  }

  function inner(node: OperatorNode | FunctionNode, args: readonly number[]): ExpressionNode {
    const [first, second] = args;
    if (isCall(node)) {
      const name = node.fn.name;
      if (
        !isFunctionName(name) ||
        args.length < functionEntry(name).arity[0] ||
        args.length > functionEntry(name).arity[1]
      )
        return refuse();
      return { op: 'call', name, args };
    }
    const kind: string = node.fn;
    if (first === undefined) return refuse();
    if (second === undefined) {
      if (kind === 'unaryMinus') return { op: 'negate', args: [first] };
      if (kind === 'factorial') return { op: 'factorial', args: [first] };
      // A plus sign says nothing: its operand, the last node, is kept in its place.
      return kind === 'unaryPlus' ? (nodes.pop() ?? refuse()) : refuse();
    }
    for (const [fn, op] of binary) if (fn === kind) return { op, args: [first, second] };
    return refuse();
  }
}
