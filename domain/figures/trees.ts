/** Formulas of figures as trees, each text read once. */
import { type MatrixNode, parseMatrixFormula } from '../maths/matrix-parse.ts';

const read = new Map<string, MatrixNode>();
const texts = new WeakMap<MatrixNode, string>();
/** Most formulas that are kept as trees: a page has some hundred. */
const MOST_READ = 2_000;

/** A formula's tree. Throws MatrixFailure. */
export function treeOf(text: string): MatrixNode {
  const before = read.get(text);
  if (before !== undefined) return before;
  const tree = parseMatrixFormula(text, 'figure');
  if (read.size >= MOST_READ) read.clear();
  read.set(text, tree);
  texts.set(tree, text);
  return tree;
}

/** The names that a formula mentions, those of its calls as well. */
export function mentions(node: MatrixNode): string[] {
  switch (node.op) {
    case 'number':
      return [];
    case 'name':
      return [node.name];
    case 'negate':
    case 'transpose':
    case 'power':
      return mentions(node.a);
    case 'call':
      return [node.name, ...node.args.flatMap(mentions)];
    case 'derivative':
      return [node.of, ...node.args.flatMap(mentions)];
    case 'list':
      return node.items.flatMap(mentions);
    default:
      return [...mentions(node.a), ...mentions(node.b)];
  }
}

/** The text that a tree was read from; undefined of a part of one. */
export const textOf = (tree: MatrixNode): string | undefined => texts.get(tree);
