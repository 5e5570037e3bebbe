/** Plain notation → tokens. Names are split here, by the declared variables. */
import { functionSpellings } from './functions.ts';
import { MAX_DIGITS, MAX_EXPONENT, MAX_TOKENS } from './limits.ts';
import { type Located, placeOf } from './located.ts';
import { type Piece, type Split, splitWord, type Vocabulary } from './names.ts';
import { ReadingFailure, type ReadingNote } from './problem.ts';

export type TokenKind =
  | 'number'
  | 'fraction'
  | 'variable'
  | 'constant'
  | 'function'
  | 'operator'
  | 'open'
  | 'close'
  | 'bar'
  | 'comma'
  | 'base'
  | 'radical';

export type Token = {
  readonly kind: TokenKind;
  readonly text: string;
  /** Place in the typed text. */
  readonly at: number;
  readonly length: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
};

const number = /^(?:\d+\.?\d*|\.\d+)/;
const scientific = /^[eE][+-]?\d+(?![\d.]*[A-Za-z_])/;
const vulgar = new Map(
  Object.entries({
    '½': '1/2',
    '⅓': '1/3',
    '⅔': '2/3',
    '¼': '1/4',
    '¾': '3/4',
    '⅕': '1/5',
    '⅖': '2/5',
    '⅗': '3/5',
    '⅘': '4/5',
    '⅙': '1/6',
    '⅚': '5/6',
    '⅐': '1/7',
    '⅛': '1/8',
    '⅜': '3/8',
    '⅝': '5/8',
    '⅞': '7/8',
    '⅑': '1/9',
    '⅒': '1/10',
  }),
);
const opening = new Map([
  ['(', '('],
  ['[', '['],
  ['{', '{'],
  ['\uE000', '|'],
]);
const closing = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['\uE001', '|'],
]);
const radicals = new Map([
  ['\uE003', 'sqrt'],
  ['\uE002', 'cbrt'],
  ['\uE004', 'root4'],
]);

export type Scan = { readonly tokens: readonly Token[]; readonly notes: readonly ReadingNote[] };

/** `variables` are named in problems; `words` is what a word may be made of. */
export function scan(source: Located, words: Vocabulary, variables: readonly string[]): Scan {
  const { text } = source;
  const tokens: Token[] = [];
  const notes: ReadingNote[] = [];
  let i = 0;
  let spaced = false;
  const push = (kind: TokenKind, value: string, size: number): void => {
    const at = placeOf(source, i);
    const length = Math.max(1, placeOf(source, i + size) - at);
    if (tokens.length >= MAX_TOKENS) throw new ReadingFailure('too-many-parts', at, length, { limit: MAX_TOKENS });
    tokens.push({ kind, text: value, at, length, spaced });
    i += size;
    spaced = false;
  };
  const fail = (
    code: ReadingFailure['problem']['code'],
    size: number,
    params: ReadingFailure['problem']['params'] = {},
  ): never => {
    const at = placeOf(source, i);
    throw new ReadingFailure(code, at, Math.max(1, placeOf(source, i + size) - at), params);
  };

  while (i < text.length) {
    const character = text.charAt(i);
    if (/\s/.test(character)) {
      spaced = true;
      i += 1;
    } else if (/[0-9.]/.test(character)) readNumber();
    else if (vulgar.has(character)) push('fraction', vulgar.get(character) ?? '', 1);
    else if (/[\p{L}_]/u.test(character)) readWord();
    else if (text.startsWith('**', i)) push('operator', '^', 2);
    else if (/[+\-*/^!]/.test(character)) push('operator', character, 1);
    else if (opening.has(character)) push('open', opening.get(character) ?? '', 1);
    else if (closing.has(character)) push('close', closing.get(character) ?? '', 1);
    else if (character === '|') push('bar', '|', 1);
    else if (character === ',') push('comma', ',', 1);
    else if (radicals.has(character)) push('radical', radicals.get(character) ?? '', 1);
    else if (character === '\uE005') readRoot();
    else refuse(character);
  }
  return { tokens, notes };

  /** `⁵√`: the order stands between two marks. */
  function readRoot(): void {
    const [whole, order = ''] = /^\uE005(\d{1,3})\uE006/.exec(text.slice(i, i + 5)) ?? [];
    if (whole === undefined) refuse('\uE005');
    else push('radical', `root${order}`, whole.length);
  }

  function readNumber(): void {
    const start = i;
    const digits = number.exec(text.slice(i, i + 400))?.[0] ?? '';
    if (digits === '') fail('unknown-character', 1, { sign: '.' });
    const declared = words.get('e')?.some((word) => word.text === 'e' && word.piece.kind === 'variable') === true;
    const after = text.slice(i + digits.length, i + digits.length + 12);
    const power = declared ? undefined : scientific.exec(after)?.[0];
    const whole = digits + (power ?? '');
    if (digits.length > MAX_DIGITS) fail('too-many-digits', whole.length, { limit: MAX_DIGITS });
    if (power !== undefined && Math.abs(Number(power.slice(1))) > MAX_EXPONENT) fail('number-too-large', whole.length);
    push(
      'number',
      whole
        .replace(/\.$/, '')
        .replace(/\.(?=[eE])/, '')
        .replace(/^\./, '0.'),
      whole.length,
    );
    const euler = !declared && power === undefined && /^[eE][+-]\d/.test(after);
    if (euler) notes.push({ code: 'euler', at: placeOf(source, i), length: 1, params: { left: whole } });
    if (power !== undefined) {
      const at = placeOf(source, start);
      notes.push({ code: 'scientific', at, length: placeOf(source, i) - at, params: { taken: whole } });
    }
    if (/^\.\d/.test(text.slice(i, i + 2))) fail('two-numbers', 1, { left: whole, right: text.slice(i, i + 2) });
  }

  function readWord(): void {
    if (text.charAt(i) === '_') {
      const before = tokens.at(-1);
      if (before?.kind !== 'function' || before.text !== 'log') fail('unknown-character', 1, { sign: '_' });
      push('base', '_', 1);
      return;
    }
    // `np.exp(x)`: programmers write where a function comes from
    if (/^(?:np|numpy|[mM]ath)\.\p{L}/u.test(text.slice(i, i + 8))) i = text.indexOf('.', i) + 1;
    const word = /^\p{L}+/u.exec(text.slice(i, i + 300))?.[0] ?? '';
    let split = splitWord(text, i, i + word.length, words);
    if (!split.ok) {
      const [again, taken] = inOtherCase(word, split);
      if (!again.ok) unknown(word, split.at);
      split = again;
      notes.push({
        code: 'capital',
        at: placeOf(source, i),
        length: word.length,
        params: { typed: word, taken },
      });
    }
    for (const piece of split.pieces) pushPiece(piece, word);
    const next = text.charAt(i);
    const last = tokens.at(-1);
    if (/[0-9]/.test(next) && last !== undefined && (last.kind === 'variable' || last.kind === 'constant')) {
      fail('letter-then-digit', 1, { name: last.text, digit: next });
    }
    if (next === '_' && last?.text !== 'log') {
      const rest = /^_[\p{L}\d]*/u.exec(text.slice(i, i + 60))?.[0] ?? '_';
      i -= last?.length ?? 0;
      fail('unknown-name', rest.length + (last?.length ?? 0), {
        name: `${last?.text ?? ''}${rest}`,
        variables: variables.join(', '),
      });
    }
  }

  /** Telephones begin a line with a capital: the word is tried in small letters, then in capitals. */
  function inOtherCase(word: string, plain: Split): [split: Split, taken: string] {
    for (const other of [word.toLowerCase(), word.toUpperCase()]) {
      if (other === word || other.length !== word.length) continue;
      const split = splitWord(text.slice(0, i) + other + text.slice(i + word.length), i, i + word.length, words);
      if (split.ok) return [split, other];
    }
    return [plain, word];
  }

  function pushPiece(piece: Piece, word: string): void {
    const start = i;
    push(piece.kind, piece.name, piece.length);
    if (piece.kind === 'variable') return;
    // `asin(x)` with a declared: the function is taken, and said so.
    const typed = text.slice(start, start + piece.length);
    const place = { at: placeOf(source, start), length: piece.length };
    const [left = '', right] = [typed.charAt(0), typed.slice(1)];
    if (piece.kind === 'function' && variables.includes(left) && functionSpellings().includes(right)) {
      const params = { name: word.slice(0, piece.length), left, right };
      notes.push({ code: 'function-or-product', ...place, params });
    } else if (typed.length > 1 && Array.from(typed).every((letter) => variables.includes(letter))) {
      const params = { name: piece.name, product: Array.from(typed).join('*') };
      notes.push({ code: 'name-or-product', ...place, params });
    }
  }

  function unknown(word: string, at: number): never {
    const name = text.slice(at, i + word.length);
    const primes = /^(?:\^\()?'+/.exec(text.slice(i + word.length))?.[0] ?? '';
    i = at;
    if (/^(?:derivative|diff|differentiate|D)$/i.test(word) || /^d\p{L}?$/u.test(name) || primes !== '')
      return fail('derivative-left', name.length + primes.length, { name: `${name}${primes.replace('^(', '')}` });
    if (name === 'i' || name === 'j') return fail('imaginary', 1, { name });
    return fail('unknown-name', name.length, { name: name.slice(0, 40), variables: variables.join(', ') });
  }

  function refuse(character: string): never {
    if (character === '=' || character === ':') return fail('equation', 1);
    if (/[<>≤≥≠≈≡]/.test(character)) return fail('comparison', 1, { sign: character });
    if (character === '%' || character === '‰') return fail('percent', 1);
    if (character === "'" && /[\p{L})\]}]/u.test(text.charAt(i - 1)))
      return fail('derivative-left', 1, { name: `${text.charAt(i - 1)}'` });
    if (character === '"' || character === "'" || character === '`') return fail('text-not-allowed', 1);
    if (character === '±' || character === '∓') return fail('plus-minus', 1, { sign: character });
    if (character === '∂' || character === '∇') return fail('derivative-left', 1, { name: character });
    if (character === '□') return fail('placeholder', 1);
    const whole = String.fromCodePoint(text.codePointAt(i) ?? 32);
    return fail('unknown-character', whole.length, { sign: whole });
  }
}
