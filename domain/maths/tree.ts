/**
 * The normaliser's source → Expression, through a whitelist: whatever is not named here is refused.
 *
 * Edsger Dijkstra's shunting yard (Mathematisch Centrum report MR 35, 1961): a stack of what is open, no recursion. Sums
 * bind least, then products, then signs, then powers, which go from right to left; a factorial is nearest to its operand.
 */
import type { Expression, ExpressionNode } from './expression.ts';
import { functionEntry, isFunctionName } from './functions.ts';
import { MAX_NODES } from './limits.ts';
import type { Source } from './normalise.ts';
import { ReadingFailure } from './problem.ts';

type Binary = 'add' | 'subtract' | 'multiply' | 'divide' | 'power';

/** What is on the stack: an operator that waits for its right side, or a bracket; `name`: of the function it calls. */
type Open =
  | { readonly op: Binary | 'negate' | 'plus'; readonly binds: number }
  | { readonly op: 'bracket'; readonly binds: 0; readonly name: string; args: number };

const BINARY = new Map<string, Open & { op: Binary }>([
  ['+', { op: 'add', binds: 1 }],
  ['-', { op: 'subtract', binds: 1 }],
  ['*', { op: 'multiply', binds: 2 }],
  ['/', { op: 'divide', binds: 2 }],
  ['^', { op: 'power', binds: 4 }],
]);
const SIGNS = new Map<string, Open>([
  ['-', { op: 'negate', binds: 3 }],
  ['+', { op: 'plus', binds: 3 }],
]);

const TOKEN = /([a-z][a-z0-9]*)(\()?|[-+*/^!(),]/y;

/** Throws ReadingFailure for anything off the list. */
export function toExpression({ text, variables, numbers }: Source, length: number): Expression {
  const nodes: ExpressionNode[] = [];
  const done: number[] = [];
  const open: Open[] = [];
  /** Whether an operand has just ended. */
  let ended = false;

  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [sign, name, call] = TOKEN.exec(text) ?? refuse();
    if (sign === '(' || call !== undefined) begin(name ?? '');
    else if (name !== undefined) operand(leaf(name));
    else if (sign === ')') close();
    else if (sign === ',') next();
    else if (sign === '!') {
      if (!ended) refuse();
      emit({ op: 'factorial', args: [take()] });
    } else operator(sign);
  }
  if (!ended) refuse();
  shut();
  if (open.length > 0 || done.length !== 1) refuse();
  return { nodes };

  function refuse(): never {
    throw new ReadingFailure('not-allowed', 0, Math.max(1, length));
  }

  function emit(node: ExpressionNode): void {
    if (nodes.length >= MAX_NODES)
      throw new ReadingFailure('too-many-parts', 0, Math.max(1, length), { limit: MAX_NODES });
    done.push(nodes.push(node) - 1);
  }

  function take(): number {
    return done.pop() ?? refuse();
  }

  function operand(node: ExpressionNode): void {
    if (ended) refuse();
    emit(node);
    ended = true;
  }

  function leaf(name: string): ExpressionNode {
    const index = Number(name.slice(1));
    const variable = name.startsWith('v') ? variables[index] : undefined;
    if (variable !== undefined) return { op: 'variable', name: variable, args: [] };
    const digits = name.startsWith('n') ? numbers[index] : undefined;
    if (digits !== undefined) return { op: 'number', value: Number(digits), digits, args: [] };
    return name === 'pi' || name === 'e' ? { op: 'constant', name, args: [] } : refuse();
  }

  function begin(name: string): void {
    if (ended) refuse();
    open.push({ op: 'bracket', binds: 0, name, args: 1 });
  }

  /** Ends what waits inside the innermost bracket, which is what remains on top. */
  function shut(): void {
    for (let top = open.at(-1); top !== undefined && top.op !== 'bracket'; top = open.at(-1)) {
      open.pop();
      apply(top.op);
    }
  }

  function apply(op: Exclude<Open['op'], 'bracket'>): void {
    // a plus sign says nothing: its operand is kept in its place
    if (op === 'plus') return;
    const last = take();
    emit(op === 'negate' ? { op, args: [last] } : { op, args: [take(), last] });
  }

  function close(): void {
    if (!ended) refuse();
    shut();
    const bracket = open.pop();
    if (bracket?.op !== 'bracket') refuse();
    const { name, args } = bracket;
    if (name === '') {
      if (args !== 1) refuse();
      return;
    }
    if (!isFunctionName(name)) refuse();
    const [least, most] = functionEntry(name).arity;
    if (args < least || args > most) refuse();
    emit({ op: 'call', name, args: done.splice(done.length - args) });
  }

  function next(): void {
    if (!ended) refuse();
    shut();
    const bracket = open.at(-1);
    if (bracket?.op !== 'bracket') refuse();
    bracket.args += 1;
    ended = false;
  }

  function operator(sign: string): void {
    const found = ended ? BINARY.get(sign) : SIGNS.get(sign);
    if (found === undefined) refuse();
    if (ended)
      for (let top = open.at(-1); top !== undefined && top.op !== 'bracket'; top = open.at(-1)) {
        // powers go from right to left, all else from left to right
        if (top.binds < found.binds || (top.binds === found.binds && found.op === 'power')) break;
        open.pop();
        apply(top.op);
      }
    open.push(found);
    ended = false;
  }
}
