/**
 * Expression: what was understood, as a flat list of nodes in which arguments stand before their users, so that
 * nothing that walks it needs recursion. The last node is the root.
 */
import type { FunctionName } from './functions.ts';

export type ExpressionNode =
  /** A number with its digits as typed. */
  | { readonly op: 'number'; readonly value: number; readonly digits: string; readonly args: readonly [] }
  | { readonly op: 'variable'; readonly name: string; readonly args: readonly [] }
  | { readonly op: 'constant'; readonly name: 'pi' | 'e'; readonly args: readonly [] }
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide' | 'power'; readonly args: readonly [number, number] }
  | { readonly op: 'negate' | 'factorial'; readonly args: readonly [number] }
  | { readonly op: 'call'; readonly name: FunctionName; readonly args: readonly number[] };

export type Expression = { readonly nodes: readonly ExpressionNode[] };

/** Folds an expression from its leaves to its root. */
export function foldExpression<T>(expression: Expression, visit: (node: ExpressionNode, args: readonly T[]) => T): T {
  const results: T[] = [];
  for (const node of expression.nodes) {
    results.push(
      visit(
        node,
        node.args.map((index) => take(results, index)),
      ),
    );
  }
  return take(results, results.length - 1);
}

/** The variables that occur. */
export function variablesOf(expression: Expression): Set<string> {
  const found = new Set<string>();
  for (const node of expression.nodes) if (node.op === 'variable') found.add(node.name);
  return found;
}

function take<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no node ${index}`);
  return value;
}
