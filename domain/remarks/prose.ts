/**
 * A remark as it is written: paragraphs, lists, `code`, **bold**, *italic* and formulas between dollars. What it becomes are pieces
 * of text, never HTML: there are no links and no pictures, and whatever else is typed stays what it is.
 */

import { plainTex } from './plain-tex.ts';

export type Piece =
  | { as: 'text'; text: string }
  | { as: 'code'; text: string }
  | { as: 'maths'; tex: string; display: boolean }
  | { as: 'strong' | 'em'; of: Piece[] };

export type Block =
  | { as: 'paragraph'; of: Piece[] }
  | { as: 'code'; text: string }
  | { as: 'list'; ordered: boolean; items: Piece[][] };

const FENCE = /^\s*```[\w+-]*\s*$/;
const BULLET = /^\s*[-*•]\s+(?=\S)/;
const NUMBERED = /^\s*\d{1,3}[.)]\s+(?=\S)/;

/** The blocks of a remark, in their order. */
export function readRemark(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  let at = 0;
  /** The lines from here on that fit; one goes on behind them. */
  const take = (fits: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && fits(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') at += 1;
    else if (FENCE.test(line)) {
      at += 1;
      blocks.push({ as: 'code', text: take((one) => !FENCE.test(one)).join('\n') });
      at += 1;
    } else if (BULLET.test(line))
      blocks.push(
        list(
          take((one) => BULLET.test(one)),
          BULLET,
        ),
      );
    else if (NUMBERED.test(line))
      blocks.push(
        list(
          take((one) => NUMBERED.test(one)),
          NUMBERED,
        ),
      );
    else blocks.push({ as: 'paragraph', of: readLine(take(isProse).join('\n')) });
  }
  return blocks;
}

function isProse(line: string): boolean {
  return line.trim() !== '' && ![FENCE, BULLET, NUMBERED].some((begins) => begins.test(line));
}

function list(lines: readonly string[], mark: RegExp): Block {
  return { as: 'list', ordered: mark === NUMBERED, items: lines.map((line) => readLine(line.replace(mark, ''))) };
}

/** What stands within a line, tried in this order; a sign behind a backslash stands for itself. */
const WITHIN: readonly [RegExp, (found: RegExpExecArray) => Piece][] = [
  [/\\([\\$*`])/y, ([, sign = '']) => ({ as: 'text', text: sign })],
  [/`([^`\n]+)`/y, ([, text = '']) => ({ as: 'code', text })],
  [/\$\$([^$]+)\$\$/y, ([, tex = '']) => ({ as: 'maths', tex: tex.trim(), display: true })],
  // prices are no formulas: no blank inside at the ends, and no digit behind
  [/\$((?:[^\s$\\]|\\.)(?:(?:[^$\\\n]|\\.)*?(?:[^\s$\\]|\\.))?)\$(?!\d)/y, ([, tex = '']) => maths(tex)],
  [/\*\*(?=[^\s*])((?:[^*]|\*(?!\*))*?\S)\*\*(?!\*)/y, ([, inner = '']) => ({ as: 'strong', of: readLine(inner) })],
  [/\*(?=[^\s*])((?:[^*\n])*?[^\s*])\*(?!\*)/y, ([, inner = '']) => ({ as: 'em', of: readLine(inner) })],
];

const maths = (tex: string): Piece => ({ as: 'maths', tex, display: false });

function readLine(text: string): Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  const put = (piece: Piece): void => {
    if (plain !== '') pieces.push({ as: 'text', text: plain });
    plain = '';
    pieces.push(piece);
  };
  for (let at = 0; at < text.length; ) {
    const found = pieceAt(text, at);
    if (found === undefined) {
      plain += text[at];
      at += 1;
    } else {
      if (found.piece.as === 'text') plain += found.piece.text;
      else put(found.piece);
      at = found.next;
    }
  }
  if (plain !== '') pieces.push({ as: 'text', text: plain });
  return pieces;
}

function pieceAt(text: string, at: number): { piece: Piece; next: number } | undefined {
  if (!'\\`$*'.includes(text[at] ?? ' ')) return undefined;
  for (const [pattern, make] of WITHIN) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) return { piece: make(found), next: at + found[0].length };
  }
  return undefined;
}

/** The same in one line of plain words, for a list. */
export function inOneLine(text: string): string {
  const parts = readRemark(text).map((block) => {
    if (block.as === 'code') return block.text;
    return block.as === 'list' ? block.items.map(words).join('; ') : words(block.of);
  });
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

function words(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.as === 'maths' ? plainTex(piece.tex) : 'of' in piece ? words(piece.of) : piece.text))
    .join('');
}
