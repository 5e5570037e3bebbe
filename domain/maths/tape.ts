/**
 * Tape: a formula lowered to some thirty operations, as a flat list in which arguments stand before their users.
 * Equal parts are shared. All that evaluates or differentiates is a loop over a tape.
 */
import { MAX_TAPE } from './limits.ts';

export type Unary =
  | 'neg'
  | 'exp'
  | 'ln'
  | 'sqrt'
  | 'cbrt'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'asinh'
  | 'acosh'
  | 'atanh'
  | 'abs'
  | 'sign'
  | 'gamma'
  | 'digamma'
  | 'trigamma'
  | 'tetragamma'
  | 'pentagamma';
export type Binary = 'add' | 'sub' | 'mul' | 'div' | 'pow' | 'min' | 'max';

export type TapeNode =
  /** `digits` as typed, where a person typed them; `value` is the nearest double. */
  | { readonly op: 'number'; readonly value: number; readonly digits: string }
  | { readonly op: 'variable'; readonly name: string }
  | { readonly op: 'constant'; readonly name: 'pi' | 'e' }
  | { readonly op: Unary; readonly a: number }
  | { readonly op: Binary; readonly a: number; readonly b: number };

export type Tape = {
  readonly nodes: readonly TapeNode[];
  /** The result. Every other node has to be defined too, since the formula says so. */
  readonly root: number;
};

/** Thrown where a tape would become longer than MAX_TAPE, or a derivative is not known (pentagamma's). */
export class TapeLimit extends Error {}

/** Makes a tape: what is the same stands on it once. */
export class TapeBuilder {
  readonly nodes: TapeNode[] = [];
  readonly #known = new Map<string, number>();

  #push(key: string, node: TapeNode): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.nodes.length >= MAX_TAPE) throw new TapeLimit();
    const index = this.nodes.push(node) - 1;
    this.#known.set(key, index);
    return index;
  }

  number(value: number, digits = String(value)): number {
    return this.#push(`#${digits}`, { op: 'number', value, digits });
  }

  variable(name: string): number {
    return this.#push(`v${name}`, { op: 'variable', name });
  }

  constant(name: 'pi' | 'e'): number {
    return this.#push(`c${name}`, { op: 'constant', name });
  }

  unary(op: Unary, a: number): number {
    return this.#push(`${op} ${a}`, { op, a });
  }

  binary(op: Binary, a: number, b: number): number {
    return this.#push(`${op} ${a} ${b}`, { op, a, b });
  }

  /** The value of a node that is a plain number. */
  valueOf(index: number): number | undefined {
    const node = this.nodes[index];
    return node?.op === 'number' ? node.value : undefined;
  }

  /** The nodes that `root` and `kept` need, in a tape of their own. */
  finish(root: number, kept: readonly number[] = []): Tape {
    const needed = new Uint8Array(this.nodes.length);
    for (const index of [root, ...kept]) needed[index] = 1;
    for (let i = this.nodes.length - 1; i >= 0; i -= 1) {
      const node = this.nodes[i];
      if (needed[i] !== 1 || node === undefined) continue;
      if ('a' in node) needed[node.a] = 1;
      if ('b' in node) needed[node.b] = 1;
    }
    const place = new Int32Array(this.nodes.length);
    const nodes: TapeNode[] = [];
    this.nodes.forEach((node, i) => {
      if (needed[i] !== 1) return;
      place[i] = nodes.length;
      if ('b' in node) nodes.push({ op: node.op, a: place[node.a] ?? 0, b: place[node.b] ?? 0 });
      else if ('a' in node) nodes.push({ op: node.op, a: place[node.a] ?? 0 });
      else nodes.push(node);
    });
    return { nodes, root: place[root] ?? 0 };
  }
}

/** The variables that a tape depends on. */
export function tapeVariables(tape: Tape): Set<string> {
  const names = new Set<string>();
  for (const node of tape.nodes) if (node.op === 'variable') names.add(node.name);
  return names;
}
