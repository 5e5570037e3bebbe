/** LaTeX as MathLive and people write it, turned into the plain notation; every character keeps its place. */

import { functionOf } from './functions.ts';
import { isGreekName } from './greek.ts';
import { MAX_DEPTH } from './limits.ts';
import { type Located, LocatedWriter } from './located.ts';
import { ReadingFailure } from './problem.ts';

const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cdot: '*',
    times: '*',
    ast: '*',
    div: '/',
    pm: '±',
    mp: '∓',
    lvert: '\uE000',
    rvert: '\uE001',
    mid: '|',
    vert: '|',
    Vert: '||',
    lVert: '\uE000',
    rVert: '\uE001',
    lbrack: '[',
    rbrack: ']',
    lparen: '(',
    rparen: ')',
    lbrace: '(',
    rbrace: ')',
    exponentialE: ' e ',
    imaginaryI: 'i',
    imaginaryJ: 'i',
    differentialD: 'd',
    partial: '∂',
    nabla: '∇',
    prime: "'",
    doubleprime: "''",
    quad: ' ',
    qquad: ' ',
    space: ' ',
    left: '',
    right: '',
    big: '',
    Big: '',
    bigl: '',
    bigr: '',
    Bigl: '',
    Bigr: '',
    bigg: '',
    Bigg: '',
    biggl: '',
    biggr: '',
    Biggl: '',
    Biggr: '',
    displaystyle: '',
    textstyle: '',
    limits: '',
    le: '≤',
    leq: '≤',
    ge: '≥',
    geq: '≥',
    ne: '≠',
    neq: '≠',
    infty: '∞',
    placeholder: '□',
    varepsilon: ' epsilon ',
    vartheta: ' theta ',
    varphi: ' phi ',
    colon: ':',
    lt: '<',
    gt: '>',
    degree: '°',
    circ: '°',
    ldots: '…',
    dots: '…',
    cdots: '…',
    thinspace: ' ',
    surd: '√',
    mathstrut: '',
  }),
);
/** Commands whose one argument is taken as it stands. */
const wrappers = new Set([
  'mathrm',
  'mathit',
  'mathbf',
  'mathsf',
  'text',
  'textrm',
  'textit',
  'operatorname',
  'operatorname*',
  'mathop',
  'boldsymbol',
  'bm',
  'boxed',
  'mbox',
  'mathord',
  'mathtt',
  'mathcal',
  'mathscr',
]);
/** An accent over one letter is part of its name: `\\hat{u}` is û. */
const accents = new Map([
  ['hat', '\u0302'],
  ['bar', '\u0304'],
  ['tilde', '\u0303'],
  ['dot', '\u0307'],
]);
const fractions = new Set(['frac', 'dfrac', 'tfrac', 'cfrac']);

type Frame = { close: string; then?: 'denominator'; at: number };

/** Whether a text has LaTeX in it at all: a command, or MathLive's decimal comma. */
export function isLatex(text: string): boolean {
  return text.includes('\\') || text.includes('{,}');
}

/** One pass over the text (`strict`: `x^23` is x²·3); open `{` and fractions wait on a stack, so depth costs no recursion. */
export function plainFromLatex(text: string, strict: boolean): Located {
  const writer = new LocatedWriter();
  const frames: Frame[] = [];
  let i = 0;
  const skipSpace = (): void => {
    while (text[i] === ' ' || text[i] === '~') i += 1;
  };
  /** Opens the next argument: a group, or one single token as in `\frac12`. */
  const openArgument = (close: string, then?: 'denominator'): void => {
    skipSpace();
    if (frames.length > MAX_DEPTH) throw new ReadingFailure('too-deep', i, 1, { limit: MAX_DEPTH });
    if (text[i] === '{') {
      frames.push(then === undefined ? { close, at: i } : { close, then, at: i });
      i += 1;
      return;
    }
    const single = /^(?:[0-9A-Za-z]|\\[A-Za-z]+)/.exec(text.slice(i, i + 30))?.[0];
    if (single === undefined) {
      const [sign = '\\'] = /\\[A-Za-z]+(?=[^\\]*$)/.exec(text.slice(0, i)) ?? [];
      throw new ReadingFailure('missing-operand', i, 1, { sign });
    }
    const name = single.slice(1);
    writer.write(single.startsWith('\\') ? (signs.get(name) ?? ` ${name} `) : single, i);
    i += single.length;
    writer.write(close, i);
    if (then !== undefined) openArgument('))');
  };
  while (i < text.length) {
    const character = text[i] ?? '';
    const at = i;
    if (text.startsWith('{,}', i)) {
      writer.write(',', at);
      i += 3;
    } else if (character === '{') {
      if (frames.length > MAX_DEPTH) throw new ReadingFailure('too-deep', at, 1, { limit: MAX_DEPTH });
      frames.push({ close: ')', at });
      writer.write('(', at);
      i += 1;
    } else if (character === '}') {
      const frame = frames.pop();
      if (frame === undefined) throw new ReadingFailure('unopened', at, 1, { sign: '}' });
      writer.write(frame.close, at);
      i += 1;
      if (frame.then !== undefined) openArgument('))');
    } else if (strict && character === '^' && /^\^[0-9]{2}/.test(text.slice(i, i + 3))) {
      writer.write(`^(${text.charAt(i + 1)})`, at);
      i += 2;
      if (/[0-9]/.test(text.charAt(i))) writer.write('*', i);
    } else if (character === '_') {
      i = subscript(text, i, strict, writer);
    } else if (character === '~' || character === '&') {
      writer.write(' ', at);
      i += 1;
    } else if (character !== '\\') {
      writer.write(character, at);
      i += 1;
    } else {
      const name = /^\\([A-Za-z]+\*?|.)/su.exec(text.slice(i, i + 40))?.[1] ?? '';
      i += 1 + name.length;
      command(name, at);
    }
  }
  const open = frames.pop();
  if (open !== undefined) throw new ReadingFailure('unclosed', open.at, 1, { sign: '{' });
  return writer.finish(text.length);

  function command(name: string, at: number): void {
    if (fractions.has(name)) {
      const stacked = stackedFraction(text, at, i);
      if (stacked !== null) {
        writer.write(stacked.text, at);
        i = stacked.end;
        return;
      }
      writer.write('((', at);
      openArgument(')/(', 'denominator');
    } else if (name === 'sqrt') {
      const index = /^\s*\[\s*([0-9A-Za-z+\-* ]{1,20}?)\s*\]/.exec(text.slice(i, i + 40));
      if (index !== null) i += index[0].length;
      skipSpace();
      if (index === null && text[i] !== '{' && text[i] === '(') writer.write(' sqrt', at);
      else {
        writer.write(index === null ? ' sqrt(' : ' root(', at);
        openArgument(index === null ? ')' : `,${index[1] ?? '2'})`);
      }
    } else if (/^m?(?:left|right)$/.test(name)) {
      bracket(name.endsWith('left'));
    } else if (accents.has(name)) {
      const [whole = '', letter = ''] = /^\s*\{?\s*([A-Za-z])\s*\}?/.exec(text.slice(i, i + 12)) ?? [];
      if (whole === '') throw new ReadingFailure('unknown-command', at, name.length + 1, { name: `\\${name}` });
      writer.write(`${letter}${accents.get(name)}`.normalize('NFC'), at);
      i += whole.length;
    } else if (wrappers.has(name)) {
      skipSpace();
      const group = /^\{\s*([^{}\\]*?)\s*\}/.exec(text.slice(i, i + 100));
      if (group === null) return;
      const word = group[1] ?? '';
      writer.write(functionOf(word) === undefined && word.length < 2 ? word : ` ${word}`, i + 1);
      if (word.length > 1 && /[A-Za-z0-9]/.test(text[i + group[0].length] ?? '')) writer.write(' ', i + 1);
      i += group[0].length;
    } else if (name === 'placeholder') {
      throw new ReadingFailure('placeholder', at, name.length + 1);
    } else if (signs.has(name)) writer.write(signs.get(name) ?? '', at);
    else if (functionOf(name) !== undefined || isGreekName(name) || name === 'abs') {
      writer.write(` ${name}`, at);
      if (/[A-Za-z0-9]/.test(text[i] ?? '')) writer.write(' ', at);
    } else if (/^[,;:!> ]$/.test(name)) writer.write(' ', at);
    else if (name === '{' || name === '}') writer.write(name === '{' ? '(' : ')', at);
    else if (name === '|') writer.write('|', at);
    else if (name === '%') writer.write('%', at);
    else if (/^[()[\]]$/.test(name)) writer.write(' ', at);
    else throw new ReadingFailure('unknown-command', at, name.length + 1, { name: `\\${name}` });
  }

  function bracket(left: boolean): void {
    skipSpace();
    const rest = text.slice(i, i + 12);
    const bar = /^(?:\||\\[lr]?vert(?![A-Za-z])|\\mid(?![A-Za-z]))/.exec(rest)?.[0];
    if (bar !== undefined) {
      writer.write(left ? '\uE000' : '\uE001', i);
      i += bar.length;
    } else if (rest.startsWith('.')) i += 1;
  }
}

/** `1\\frac12`: a fraction of two short numbers, less than one, right after a whole number; null: any other. */
function stackedFraction(text: string, at: number, from: number): { text: string; end: number } | null {
  if (!/(?:^|[^\d^_.,{])\d{1,6}(?:\\[,;:! ]|[\s~])*$/.test(text.slice(Math.max(0, at - 16), at))) return null;
  const number = String.raw`\s*(?:\{\s*(\d{1,4})\s*\}|(\d))`;
  const found = new RegExp(`^${number}${number}`).exec(text.slice(from, from + 30));
  const [above, below] = [found?.[1] ?? found?.[2], found?.[3] ?? found?.[4]];
  if (found === null || above === undefined || below === undefined || Number(above) >= Number(below)) return null;
  return { text: `\uE007${above}/${below}\uE008`, end: from + found[0].length };
}

/** `x_{12}` and `x_1` become `x_12` and `x_1`; anything else inside is left for the scanner to refuse. */
function subscript(text: string, start: number, strict: boolean, writer: LocatedWriter): number {
  const group = /^_\s*\{\s*(?:\\(?:mathrm|text|mathit)\{([A-Za-z0-9]+)\}|([A-Za-z0-9]+))\s*\}/.exec(
    text.slice(start, start + 60),
  );
  if (group === null) {
    // TeX takes one sign: `\\log_28` is log₂ 8. Who types `\\log_10 x` by hand means all digits
    const digits = /^_(\d{2,})(\s*)(.?)/su.exec(text.slice(start, start + 40));
    const isOneSign = digits !== null && (strict || /^[+\-*/)}\]=]?$/.test(digits[3] ?? ''));
    writer.write(isOneSign ? `_${text.charAt(start + 1)} ` : '_', start);
    return start + (isOneSign ? 2 : 1);
  }
  writer.write(`_${group[1] ?? group[2] ?? ''} `, start);
  return start + group[0].length;
}
