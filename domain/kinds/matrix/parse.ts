/**
 * A vector or matrix that is typed or pasted as a whole, taken apart into its entries: `(2x, 2y)`, `[2x; 2y]`, `1 2; 2 3`, rows and
 * tabs of a spreadsheet, lists of lists, LaTeX. What the entries say is read later; here it is only seen where they part.
 *
 * Rows part at `;`, at a new line and, in LaTeX, at `\\`; entries at a tab, at `&`, else at a comma, else at a blank. So a comma
 * between two numbers parts them: who writes decimals with a comma parts with blanks and new lines, or types entry by entry.
 */
import { MOST, shapeIn, transposed } from './places.ts';

export type ParsedMatrix =
  | {
      ok: true;
      entries: string[][];
      /** `(2x, 2y)`: neither a row nor a column by how it is written; it comes as a column */
      tuple: boolean;
      /** only blanks part it, with nothing around it: it may be one formula as well */
      weak: boolean;
    }
  | { ok: false; why: 'empty' | 'ragged' | 'large' | 'unclosed'; row: number };

const LONGEST = MOST * MOST * 500;
const OPEN = '([{⟨';
const CLOSE = ')]}⟩';
/** The names under which programs make one. */
const MADE = /^(?:(?:np|numpy|sp|sympy)\.)?(?:array|matrix|Matrix|vector)\s*(?=[([])/;
const LATEX = /^[([]?\s*\\begin\{(?:[pbB]?matrix\*?|smallmatrix|array)\}(?:\[[^\]]*\])?(?:\{[lcr|@{}\s]*\})?/;
const ENDS_OPEN =
  /[-+−–*/^·⋅×=,(]$|(?:^|[^a-z\\])\\?(?:sin|cos|tan|ln|log|exp|sqrt|a(?:rc)?(?:sin|cos|tan)|[sct][ao]?[nsh]h)$/i;
const BEGINS_BOUND = /^(?:[*/^·⋅×=)!]|[-+−–](?:\s|$))/;

/** Takes a text apart. */
export function parseMatrix(text: string): ParsedMatrix {
  if (text.length > LONGEST) return { ok: false, why: 'large', row: 0 };
  const { body, turned } = withoutWrapping(text);
  if (body === '') return { ok: false, why: 'empty', row: 0 };
  const rows = LATEX.test(body) ? latexRows(body) : plainRows(body);
  if (rows === null) return { ok: false, why: 'unclosed', row: 0 };
  const cells = rows.cells.map((row) => row.map((cell) => cell.trim()));
  const width = cells[0]?.length ?? 0;
  if (cells.every((row) => row.every((cell) => cell === ''))) return { ok: false, why: 'empty', row: 0 };
  const odd = cells.findIndex((row) => row.length !== width);
  if (odd > 0) return { ok: false, why: 'ragged', row: odd + 1 };
  if (cells.length > MOST || width > MOST || cells.some((row) => row.some((cell) => cell.length > 500)))
    return { ok: false, why: 'large', row: 0 };
  const { columns } = shapeIn(cells);
  const upright = rows.tuple && columns > 1 ? transposed(cells) : cells;
  // a tuple that is turned is still a column: (1, 2)ᵀ
  return {
    ok: true,
    entries: turned && !rows.tuple ? transposed(upright) : upright,
    tuple: rows.tuple && !turned,
    weak: rows.weak,
  };
}

/** Without signs for maths around it, what stands on its left, and a transpose on its right. */
function withoutWrapping(text: string): { body: string; turned: boolean } {
  let body = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\s*(?:\$\$?|\\\(|\\\[)|(?:\$\$?|\\\)|\\\])\s*$/g, '')
    .replace(/\\(?:left|right|[bB]igg?[lr]?)\s*(?=\\?[()[\]{}])/g, '')
    .replace(/\\(?:left|right)\s*\.|\\displaystyle(?![A-Za-z])/g, '')
    .replace(/\\(?:langle|lbrack)(?![A-Za-z])/g, (name) => (name === '\\langle' ? '⟨' : '['))
    .replace(/\\(?:rangle|rbrack)(?![A-Za-z])/g, (name) => (name === '\\rangle' ? '⟩' : ']'))
    .replace(/^\s*<(.*)>\s*$/s, '⟨$1⟩')
    .trim();
  const [left = ''] = /^[^=([{\n;]*(?:\([^()=]*\))?\s*=(?![=])\s*/.exec(body) ?? [];
  body = body.slice(left.length).replace(MADE, '');
  // np.array([…]) and Matrix([…]): the call itself is no row
  if (/^\(\s*\[/.test(body) && /\]\s*\)$/.test(body) && closes(body)) body = body.slice(1, -1).trim();
  const turn =
    /\s*(?:\^\s*(?:\{\s*)?(?:T|⊤|\\top|\\intercal|\\mathrm\{T\}|\\mathsf\{T\}|\\text\{T\})(?:\s*\})?|ᵀ|\.T)$/.exec(
      body,
    );
  const before = turn === null ? body : body.slice(0, turn.index);
  const stands = /[)\]}⟩]$/.test(before);
  return turn !== null && stands ? { body: before, turned: true } : { body, turned: false };
}

interface Rows {
  cells: string[][];
  tuple: boolean;
  weak: boolean;
}

function latexRows(body: string): Rows | null {
  const begun = body.replace(LATEX, '');
  const end = begun.lastIndexOf('\\end{');
  if (end < 0) return null;
  const inside = begun.slice(0, end).replace(/\\(?:hline|cline\{[^}]*\})/g, '');
  const rows = parted(inside, /^\\\\(?:\[[^\]]*\])?|^\\cr(?![A-Za-z])/);
  return { cells: withoutLast(rows).map((row) => parted(row, /^&/)), tuple: false, weak: false };
}

function plainRows(body: string): Rows | null {
  const whole = OPEN.includes(body.charAt(0)) && closes(body);
  if (!whole && depthAtEnd(body) !== 0) return null;
  const bracket = whole ? body.charAt(0) : '';
  const inside = whole ? body.slice(1, -1).trim() : body;
  const nested = nestedRows(inside);
  if (nested !== null) return { cells: nested, tuple: false, weak: false };
  const lines = withoutLast(parted(inside, /^(?:;|\n)/)).filter(
    (line, _, all) => all.length === 1 || line.trim() !== '',
  );
  const cells = lines.map(cellsOf);
  const [first = []] = cells;
  const single = cells.length === 1 && first.length === 1;
  // what stands in brackets alone is one formula in brackets
  if (single && inside !== '' && bracket !== '' && bracket !== '[')
    return { cells: [[body]], tuple: false, weak: true };
  const byBlank = cells.length === 1 && !single && cellsBy(lines[0] ?? '') === 'blank';
  const round = bracket !== '[';
  return {
    cells,
    tuple: round && !byBlank && (cells.length === 1 ? first.length > 1 : first.length === 1),
    weak: single ? bracket === '' : byBlank && round,
  };
}

/** `[1, 2], [3, 4]`: rows in brackets of their own. Entries that only stand in brackets, `(x+1), (y+1)`, are no rows. */
function nestedRows(inside: string): string[][] | null {
  const pieces = withoutLast(
    parted(inside, /^(?:,|;|\n)/)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== ''),
  );
  const [first = ''] = pieces;
  const bracketed = pieces.every(
    (piece) => piece.charAt(0) === first.charAt(0) && '([{'.includes(piece.charAt(0)) && closes(piece),
  );
  if (!bracketed) return null;
  const rows = pieces.map((piece) => cellsOf(piece.slice(1, -1).trim()));
  const lists = first.startsWith('[') || (pieces.length > 1 && rows.every((row) => row.length > 1));
  return lists ? rows : null;
}

type Parting = 'tab' | 'amp' | 'comma' | 'blank';

function cellsBy(line: string): Parting {
  if (line.includes('\t')) return 'tab';
  if (parted(line, /^&/).length > 1) return 'amp';
  return parted(line, /^,/).length > 1 ? 'comma' : 'blank';
}

function cellsOf(line: string): string[] {
  switch (cellsBy(line)) {
    case 'tab':
      return line.split('\t');
    case 'amp':
      return parted(line, /^&/);
    case 'comma':
      return parted(line, /^,/);
    case 'blank':
      return blankCells(line);
  }
}

/** As programs for matrices have it: `1 -1` are two, `1 - 1` and `sin x` are one. */
function blankCells(line: string): string[] {
  const words = parted(line.trim(), /^\s+/);
  const cells: string[] = [];
  for (const [index, word] of words.entries()) {
    const before = cells.at(-1);
    const rest = words.slice(index).join(' ');
    if (before !== undefined && (ENDS_OPEN.test(before) || BEGINS_BOUND.test(rest)))
      cells[cells.length - 1] = `${before} ${word}`;
    else cells.push(word);
  }
  return cells;
}

/** Parts a text at what matches outside of all brackets. */
function parted(text: string, at: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; ) {
    const found = depth === 0 ? at.exec(text.slice(i, i + 40)) : null;
    if (found !== null) {
      pieces.push(text.slice(from, i));
      i += found[0].length;
      from = i;
    } else if (text[i] === '\\' && /[^A-Za-z]/.test(text.charAt(i + 1))) i += 2;
    else {
      depth += step(text.charAt(i));
      i += 1;
    }
  }
  return [...pieces, text.slice(from)];
}

const step = (sign: string): number =>
  sign !== '' && OPEN.includes(sign) ? 1 : sign !== '' && CLOSE.includes(sign) ? -1 : 0;

function depthAtEnd(text: string): number {
  return [...text].reduce((depth, sign) => depth + step(sign), 0);
}

/** Whether the bracket that a text begins with is closed by its last sign. */
function closes(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    depth += step(text.charAt(i));
    if (depth === 0) return i === text.length - 1;
  }
  return false;
}

/** A separator after the last row begins no other. */
const withoutLast = (rows: readonly string[]): string[] =>
  rows.length > 1 && (rows.at(-1) ?? '').trim() === '' ? rows.slice(0, -1) : [...rows];
