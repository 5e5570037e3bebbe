/** A tape written as a formula that can be typed: for answers that nobody typed. */
import type { Tape } from './tape.ts';

const SIGNS = { add: '+', sub: '-', mul: '*', div: '/', pow: '^' } as const;

/** The formula with every part in parentheses; undefined where it is longer than `longest`, or cannot be typed. */
export function tapeText({ nodes, root }: Tape, longest = 1_500): string | undefined {
  const texts: string[] = [];
  for (const node of nodes) {
    const a = 'a' in node ? (texts[node.a] ?? '') : '';
    const b = 'b' in node ? (texts[node.b] ?? '') : '';
    let text: string;
    if (node.op === 'number') text = node.value < 0 ? `(${node.digits})` : node.digits;
    else if (node.op === 'variable' || node.op === 'constant') text = node.name;
    else if (node.op === 'min' || node.op === 'max') text = `${node.op}(${a}, ${b})`;
    else if ('b' in node) text = `(${a} ${SIGNS[node.op]} ${b})`;
    else if (node.op === 'neg') text = `(-${a})`;
    else text = `${node.op}(${a})`;
    if (text.length > longest) return undefined;
    texts.push(text);
  }
  const text = texts[root];
  return text === undefined || /digamma|trigamma|polygamma/.test(text) ? undefined : text;
}
