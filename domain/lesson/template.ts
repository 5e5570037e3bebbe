/**
 * Templates of `blanks`: code with gaps, each beside what belongs in it.
 *
 *     grad_x = {{grad_x: 2*x}}  # ∂f/∂x
 */

import { toHtml } from 'hast-util-to-html';
import type { Code } from 'mdast';
import type { TemplatePiece } from '../kinds/blanks/document.ts';
import { identifier } from '../kinds/common/document.ts';
import type { CodeLanguage } from './fences.ts';
import { type Token, tokenElement, tokensOf } from './highlight.ts';
import { type Problems, spotOf } from './problems.ts';
import { contentSpot } from './yaml-block.ts';

const GAP = /\{\{\s*([^:{}]*?)\s*(?::(.*?))?\}\}/g;
/** Inputs are sized in steps, so that their width does not tell the answer's length. */
const STEP = 8;

export interface Template {
  pieces: TemplatePiece[];
  /** what belongs in each gap */
  gaps: Record<string, string>;
}

/** Reads the template of a fence; problems are told at their own line and column. */
export function readTemplate(fence: Code, language: CodeLanguage, problems: Problems): Template | null {
  const gaps: Record<string, string> = {};
  const pieces: TemplatePiece[] = [];
  const source = `${fence.value.trimEnd()}\n`;
  const first = contentSpot(fence);
  const spot = (offset: number) => {
    const before = source.slice(0, offset).split('\n');
    return { line: first.line + before.length - 1, column: first.column + (before.at(-1)?.length ?? 0) };
  };
  let end = 0;
  let good = true;
  const refuse = (offset: number, code: string, params = {}) => {
    problems.add(spot(offset), code, params);
    good = false;
  };
  for (const match of source.matchAll(GAP)) {
    const [whole, name = '', content] = match;
    if (!identifier.safeParse(name).success) refuse(match.index, 'gap.name', { name });
    else if (name in gaps) refuse(match.index, 'gap.twice', { name });
    else if (!content?.trim()) refuse(match.index, 'gap.content', { name });
    gaps[name] = content?.trim() ?? '';
    if (match.index > end) pieces.push({ text: source.slice(end, match.index) });
    pieces.push({ gap: name, width: widthFor(gaps[name] ?? '') });
    end = match.index + whole.length;
  }
  if (end < source.length) pieces.push({ text: source.slice(end) });
  if (Object.keys(gaps).length === 0) {
    problems.add(spotOf(fence), 'gap.none');
    good = false;
  }
  return good ? { pieces: withHighlight(pieces, language), gaps } : null;
}

function widthFor(content: string): number {
  return Math.min(60, Math.ceil((content.length + 4) / STEP) * STEP);
}

/** The template with its gaps filled: what is run. */
export function fill(pieces: readonly TemplatePiece[], gaps: Readonly<Record<string, string>>): string {
  return pieces.map((piece) => ('gap' in piece ? (gaps[piece.gap] ?? '') : piece.text)).join('');
}

/** Highlights the code as a whole (a gap reads as a name) and cuts the result where the gaps are. */
function withHighlight(pieces: TemplatePiece[], language: CodeLanguage): TemplatePiece[] {
  const standIn = (piece: TemplatePiece) => ('gap' in piece ? 'gap_' : piece.text);
  const lines = tokensOf(pieces.map(standIn).join(''), language);
  const tokens = lines.flatMap((line, index): Token[] => (index === 0 ? line : [{ text: '\n', sort: null }, ...line]));
  let offset = 0;
  return pieces.map((piece) => {
    const start = offset;
    offset += standIn(piece).length;
    return 'gap' in piece ? piece : { ...piece, html: cut(tokens, start, offset) };
  });
}

function cut(tokens: readonly Token[], from: number, to: number): string {
  let offset = 0;
  const inside = tokens.flatMap(({ text, sort }) => {
    const start = offset;
    offset += text.length;
    const part = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return part === '' ? [] : [tokenElement({ text: part, sort })];
  });
  return toHtml({ type: 'root', children: inside });
}
