/** Sets as text that can be typed, and typeset. */
import type { Interval, SetTree } from './tree.ts';

interface Signs {
  all: string;
  none: string;
  infinity: string;
  minusInfinity: string;
  less: string;
  atMost: string;
  more: string;
  atLeast: string;
  notEqual: string;
  isIn: string;
  or: string;
  and: string;
  union: string;
  intersection: string;
  minus: string;
  open: string;
  close: string;
  brace: [string, string];
  /** the brackets of intervals; a bracket that opens outward would be taken for one that closes */
  left(bracket: string): string;
  right(bracket: string): string;
}

const TEXT: Signs = {
  all: 'ℝ',
  none: '∅',
  infinity: '∞',
  minusInfinity: '-∞',
  less: '<',
  atMost: '≤',
  more: '>',
  atLeast: '≥',
  notEqual: '≠',
  isIn: '∈',
  or: ' or ',
  and: ' and ',
  union: ' ∪ ',
  intersection: ' ∩ ',
  minus: ' \\ ',
  open: '(',
  close: ')',
  brace: ['{', '}'],
  left: (bracket) => bracket,
  right: (bracket) => bracket,
};
const TEX: Signs = {
  all: '\\mathbb{R}',
  none: '\\varnothing',
  infinity: '\\infty',
  minusInfinity: '-\\infty',
  less: '<',
  atMost: '\\le',
  more: '>',
  atLeast: '\\ge',
  notEqual: '\\ne',
  isIn: '\\in',
  or: '\\;\\lor\\;',
  and: '\\;\\land\\;',
  union: ' \\cup ',
  intersection: ' \\cap ',
  minus: ' \\setminus ',
  open: '\\left(',
  close: '\\right)',
  brace: ['\\left\\{', '\\right\\}'],
  left: (bracket) => `\\left${bracket}`,
  right: (bracket) => `\\right${bracket}`,
};

/** As text that is read as this set; its ends are texts. */
export const setText = (tree: SetTree<string>, variable: string): string => written(tree, variable, TEXT);

/** As LaTeX; its ends are LaTeX. */
export const setTex = (tree: SetTree<string>, variable: string): string => written(tree, variable, TEX);

/** A piece that is a sentence about the variable, not a set. */
function isLine(tree: SetTree<string>): boolean {
  if (tree.is === 'points') return tree.line;
  if (tree.is === 'interval') return tree.style === 'line';
  if (tree.is === 'not') return isLine(tree.of);
  return (tree.is === 'or' || tree.is === 'and') && tree.of.every(isLine);
}

function written(tree: SetTree<string>, variable: string, signs: Signs, line = isLine(tree)): string {
  switch (tree.is) {
    case 'all':
      return signs.all;
    case 'none':
      return signs.none;
    case 'points':
      if (!line) return braced(tree.ends, signs);
      return tree.ends.map((end) => `${variable} = ${end}`).join(signs.or);
    case 'interval':
      return line ? chain(tree, variable, signs) : bracketed(tree, signs);
    case 'not':
      if (line && tree.of.is === 'points')
        return tree.of.ends.map((end) => `${variable} ${signs.notEqual} ${end}`).join(signs.and);
      return `${signs.all}${signs.minus}${inner(tree.of, variable, signs, false)}`;
    case 'or':
      return tree.of
        .map((one) => inner(one, variable, signs, line, ['and', 'minus']))
        .join(line ? signs.or : signs.union);
    case 'and':
      return tree.of.map((one) => inner(one, variable, signs, line)).join(line ? signs.and : signs.intersection);
    case 'minus':
      return tree.of.map((one) => inner(one, variable, signs, false)).join(signs.minus);
  }
}

/** A piece inside a larger one, in brackets where it is made of pieces itself. */
function inner(
  tree: SetTree<string>,
  variable: string,
  signs: Signs,
  line: boolean,
  plain: readonly string[] = [],
): string {
  const text = written(tree, variable, signs, line);
  const joined =
    ['or', 'and', 'minus', 'not'].includes(tree.is) || (line && tree.is === 'points' && tree.ends.length > 1);
  const stays =
    plain.includes(tree.is) || (line && tree.is === 'not') || (line && tree.is === 'points' && plain.length > 0);
  return joined && !stays ? `${signs.open}${text}${signs.close}` : text;
}

const braced = (ends: readonly string[], { brace: [open, close] }: Signs): string =>
  `${open}${ends.join('; ')}${close}`;

function bracketed({ style, from, to, closed }: Interval<string>, signs: Signs): string {
  const outward = style === 'outward';
  const left = closed.from ? '[' : outward ? ']' : '(';
  const right = closed.to ? ']' : outward ? '[' : ')';
  return `${signs.left(left)}${from ?? signs.minusInfinity}; ${to ?? signs.infinity}${signs.right(right)}`;
}

function chain({ from, to, closed }: Interval<string>, variable: string, signs: Signs): string {
  const sign = (equal: boolean): string => ` ${equal ? signs.atMost : signs.less} `;
  if (from === null && to === null) return `${variable} ${signs.isIn} ${signs.all}`;
  if (to === null) return `${variable} ${closed.from ? signs.atLeast : signs.more} ${from}`;
  return `${from === null ? '' : `${from}${sign(closed.from)}`}${variable}${sign(closed.to)}${to}`;
}
