/** Expression → LaTeX for KaTeX, and → plain text in the notation that `readExpression` reads. */
import { type Expression, type ExpressionNode, foldExpression } from './expression.ts';
import { functionEntry } from './functions.ts';
import { isGreekName } from './greek.ts';

/** How tightly a piece holds together: sum 1, product 2, sign 3, power 4, atom 5. */
type Piece = {
  readonly text: string;
  readonly hold: number;
  readonly kind: 'number' | 'name' | 'other';
  readonly startsWithDigit: boolean;
  /** A call to a power, where that is written at the name: sin²(x). */
  readonly raised?: (exponent: string) => string;
};

const piece = (
  text: string,
  hold: number,
  kind: Piece['kind'] = 'other',
  startsWithDigit = /^\d/.test(text),
): Piece => ({ text, hold, kind, startsWithDigit });
const wrapTex = (part: Piece, least: number): string => (part.hold < least ? `\\left(${part.text}\\right)` : part.text);
const wrapText = (part: Piece, least: number): string => (part.hold < least ? `(${part.text})` : part.text);

const none = piece('', 5);

/** A name as LaTeX: one letter in italics, Greek by its command, `x_1` with its subscript, others upright. */
function texName(name: string): string {
  const [, stem = name, below] = /^([^_\d]+)_?(\w*)$/u.exec(name) ?? [];
  const letter = isGreekName(stem)
    ? `\\${stem}`
    : Array.from(stem).length === 1
      ? stem
      : `\\mathrm{${stem.replace(/[^\p{L}\d]/gu, '')}}`;
  if (below === undefined || below === '') return letter;
  const plain = below.replace(/_/g, '');
  return /^(?:\d+|.)$/u.test(plain) ? `${letter}_{${plain}}` : `${letter}_{\\mathrm{${plain}}}`;
}

function texNumber(digits: string): string {
  const [mantissa = digits, exponent] = digits.split(/[eE]/);
  return exponent === undefined ? mantissa : `${mantissa}\\cdot 10^{${Number(exponent)}}`;
}

function texCall(node: Extract<ExpressionNode, { op: 'call' }>, args: readonly Piece[]): Piece {
  const [first = none, second] = args;
  switch (node.name) {
    case 'sqrt':
      return piece(`\\sqrt{${first.text}}`, 5);
    case 'cbrt':
      return piece(`\\sqrt[3]{${first.text}}`, 5);
    case 'root':
      return piece(`\\sqrt[${second?.text ?? '2'}]{${first.text}}`, 5);
    case 'abs':
      return piece(`\\left|${first.text}\\right|`, 5);
    case 'exp':
      return piece(`e^{${first.text}}`, 4);
    case 'pow':
      return piece(`${wrapTex(first, 5)}^{${second?.text ?? ''}}`, 4);
    case 'log':
      if (second !== undefined) return piece(`\\log_{${second.text}}\\left(${first.text}\\right)`, 4.5);
      break;
    default:
  }
  const { tex, inverse } = functionEntry(node.name);
  const given = `\\left(${args.map((arg) => arg.text).join(', ')}\\right)`;
  const call = piece(`${tex}${given}`, 4.5);
  const raises = inverse !== undefined || node.name === 'log';
  return raises ? { ...call, raised: (exponent) => `${tex}^{${exponent}}${given}` } : call;
}

/** What was understood, typeset; products without a sign where that cannot be misread. */
export function toTex(expression: Expression): string {
  return foldExpression<Piece>(expression, (node, args) => {
    const [left = none, right = none] = args;
    switch (node.op) {
      case 'number':
        return piece(texNumber(node.digits), /e/i.test(node.digits) ? 2 : 5, 'number');
      case 'variable':
        return piece(texName(node.name), 5, 'name');
      case 'constant':
        return piece(node.name === 'pi' ? '\\pi' : 'e', 5, 'name');
      case 'add':
        return piece(`${left.text}+${wrapTex(right, right.text.startsWith('-') ? 4 : 1)}`, 1);
      case 'subtract':
        return piece(`${left.text}-${wrapTex(right, right.text.startsWith('-') ? 4 : 2)}`, 1);
      case 'multiply': {
        const rightText = wrapTex(right, right.text.startsWith('-') ? 4 : 2);
        const dot = right.startsWithDigit && right.hold >= 2 ? '\\cdot ' : '\\,';
        return piece(`${wrapTex(left, 1.5)}${dot}${rightText}`, 2, 'other', left.startsWithDigit && left.hold >= 2);
      }
      case 'divide':
        return piece(`\\frac{${left.text}}{${right.text}}`, 4.2, 'other', false);
      case 'negate':
        return piece(`-${wrapTex(left, left.text.startsWith('-') ? 4 : 2)}`, 1.5);
      case 'factorial':
        return piece(`${wrapTex(left, 5)}!`, 4.5);
      case 'power':
        if (left.raised !== undefined && /^\d+$/.test(right.text)) return piece(left.raised(right.text), 4.5);
        return piece(`${wrapTex(left, 5)}^{${right.text}}`, 4, 'other', left.startsWithDigit && left.hold >= 5);
      case 'call':
        return texCall(node, args);
    }
  }).text;
}

/** What was understood, in plain text with every product written. Reading it again gives the same expression. */
export function toText(expression: Expression): string {
  return foldExpression<Piece>(expression, (node, args) => {
    const [left = none, right = none] = args;
    switch (node.op) {
      case 'number':
        return piece(node.digits, 5);
      case 'variable':
      case 'constant':
        return piece(node.name, 5);
      case 'add':
        return piece(`${left.text} + ${wrapText(right, right.text.startsWith('-') ? 4 : 1.2)}`, 1);
      case 'subtract':
        return piece(`${left.text} - ${wrapText(right, right.text.startsWith('-') ? 4 : 2)}`, 1);
      case 'multiply':
        return piece(`${wrapText(left, 1.5)}*${wrapText(right, 2.5)}`, 2);
      case 'divide':
        return piece(`${wrapText(left, 1.5)}/${wrapText(right, 2.5)}`, 2);
      case 'negate':
        return piece(`-${wrapText(left, left.text.startsWith('-') ? 4 : 2)}`, 1.5);
      case 'factorial':
        return piece(`${wrapText(left, 5)}!`, 4.5);
      case 'power':
        return piece(`${wrapText(left, 5)}^${wrapText(right, 4)}`, 4);
      case 'call':
        return piece(`${node.name}(${args.map((arg) => arg.text).join(', ')})`, 5);
    }
  }).text;
}
