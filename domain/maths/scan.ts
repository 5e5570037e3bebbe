/** Plain notation → tokens. Names are split here, by the declared variables. */
import type { Decisions } from './decisions.ts';
import { functionSpellings } from './functions.ts';
import { MAX_DIGITS, MAX_EXPONENT, MAX_TOKENS } from './limits.ts';
import { type Located, placeOf } from './located.ts';
import { type Piece, type Split, splitWord, type Vocabulary } from './names.ts';
import { listed, type ParamsOf, type ProblemCode, ReadingFailure, type ReadingNote } from './problem.ts';

type TokenKind =
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
  | 'radical'
  | 'degree';

export type Token = {
  readonly kind: TokenKind;
  readonly text: string;
  /** Place in the typed text. */
  readonly at: number;
  readonly length: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
  /** A fraction one number above the other, as a maths field writes it; `1½` has none. */
  readonly stacked?: true;
};

/** `1.234.567` */
const grouped = /^[1-9]\d{0,2}(?:\.\d{3}){2,}(?![\d.])/;
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

const isDigitOrPoint = (code: number): boolean => (code >= 48 && code <= 57) || code === 46;
const isLatinLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

export type Scan = { readonly tokens: readonly Token[]; readonly notes: readonly ReadingNote[] };

/** Letters of the Cyrillic alphabet that look like Latin ones. */
const lookalikes = new Map(
  Array.from(
    'асеорхуіјѕАВСЕНКМОРТХУІЈЅ',
    (letter, index) => [letter, 'aceopxyijsABCEHKMOPTXYIJS'.charAt(index)] as const,
  ),
);
const withoutLookalikes = (word: string): string =>
  Array.from(word, (letter) => lookalikes.get(letter) ?? letter).join('');

/** How a text is scanned. */
export type ScanOptions = {
  /** Named in problems. */
  readonly variables: readonly string[];
  /** What a word may be made of. */
  readonly words: Vocabulary;
  /** Whether Euler's number is in play, so that `2e-1` may be 2·e − 1. */
  readonly euler: boolean;
  readonly decisions: Decisions;
};

export function scan(source: Located, { words, variables, euler, decisions }: ScanOptions): Scan {
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
  const fail = <C extends ProblemCode>(code: C, size: number, ...params: ParamsOf<C>): never => {
    const at = placeOf(source, i);
    throw new ReadingFailure<C>(code, at, Math.max(1, placeOf(source, i + size) - at), ...params);
  };

  while (i < text.length) {
    const character = text.charAt(i);
    const code = text.charCodeAt(i);
    if (isDigitOrPoint(code)) readNumber();
    else if (isLatinLetter(code)) readWord();
    else if (/\s/.test(character)) {
      spaced = true;
      i += 1;
    } else if (vulgar.has(character)) push('fraction', vulgar.get(character) ?? '', 1);
    else if (/[\p{L}_]/u.test(character)) readWord();
    else if (text.startsWith('**', i)) push('operator', '^', 2);
    else if (/[+\-*/^!]/.test(character)) push('operator', character, 1);
    else if (opening.has(character)) push('open', opening.get(character) ?? '', 1);
    else if (closing.has(character)) push('close', closing.get(character) ?? '', 1);
    else if (character === '|') push('bar', '|', 1);
    else if (character === ',') push('comma', ',', 1);
    else if (radicals.has(character)) push('radical', radicals.get(character) ?? '', 1);
    else if (character === '\uE005') readRoot();
    else if (character === '\uE007') readStacked();
    else if (character === '°') push('degree', '°', 1);
    else if (character === ';' && isInCall()) push('comma', ';', 1);
    else refuse(character);
  }
  return { tokens, notes };

  /** `⁵√`: the order stands between two marks. */
  function readRoot(): void {
    const [whole, order = ''] = /^\uE005(\d{1,3})\uE006/.exec(text.slice(i, i + 5)) ?? [];
    if (whole === undefined) refuse('\uE005');
    else push('radical', `root${order}`, whole.length);
  }

  /** `1\frac12`: the fraction stands between two marks. */
  function readStacked(): void {
    const [whole, above = '', below = ''] = /^\uE007(\d+)\/(\d+)\uE008/.exec(text.slice(i, i + 20)) ?? [];
    if (whole === undefined) refuse('\uE007');
    else push('fraction', `${above}/${below}`, whole.length);
    const last = tokens.pop();
    if (last !== undefined) tokens.push({ ...last, stacked: true });
  }

  /** `log(8;2)`: inside the brackets of a function a semicolon parts its values. */
  function isInCall(): boolean {
    const open: boolean[] = [];
    tokens.forEach((token, index) => {
      if (token.kind === 'open') open.push(tokens[index - 1]?.kind === 'function');
      if (token.kind === 'close') open.pop();
    });
    return open.at(-1) === true;
  }

  function isVariable(letter: string): boolean {
    return words.get(letter)?.some((word) => word.text === letter && word.piece.kind === 'variable') === true;
  }

  /**
   * The power of ten after digits: `e-3`; what follows in `1e 10`, `1E 10` and `1e -10`, where that is meant; undefined
   * where the letter is a factor.
   */
  function powerAfter(digits: string): { typed: string; text: string } | undefined {
    const after = text.slice(i + digits.length, i + digits.length + 12);
    const letter = after.charAt(0);
    if (!/[eE]/.test(letter) || isVariable('e') || isVariable(letter)) return undefined;
    const at = placeOf(source, i);
    const typed = scientific.exec(after)?.[0];
    if (typed !== undefined) {
      const length = digits.length + typed.length;
      const mayBeEuler = euler && letter === 'e' && /[+-]/.test(typed);
      return mayBeEuler && decisions.second('power-of-ten', at, length) ? undefined : { typed, text: typed };
    }
    const apart = /^[eE]\s+([+-]?\d{1,3})(?![\d.]*[A-Za-z_(^])/.exec(after);
    if (apart === null || !decisions.second('power-of-ten', at, digits.length + apart[0].length)) return undefined;
    return { typed: apart[0], text: `e${apart[1]}` };
  }

  /** Digits and points from there on. */
  function digitsFrom(start: number, most: number): string {
    let end = start;
    while (end < start + most && isDigitOrPoint(text.charCodeAt(end))) end += 1;
    return text.slice(start, end);
  }

  function readNumber(): void {
    const start = i;
    const run = digitsFrom(i, 400);
    const groups = run.indexOf('.') < 0 ? undefined : grouped.exec(run.slice(0, 80))?.[0];
    if (groups !== undefined) {
      const taken = groups.replaceAll('.', '');
      push('number', taken, groups.length);
      const at = placeOf(source, start);
      notes.push({ code: 'thousands', at, length: placeOf(source, i) - at, params: { taken, other: groups } });
      return;
    }
    const digits = number.exec(run)?.[0] ?? '';
    if (digits === '') fail('unknown-character', 1, { sign: '.' });
    const next = text.charAt(i + digits.length);
    const letter = next === 'e' || next === 'E';
    const euler =
      letter &&
      /^[eE][+-]\d/.test(text.slice(i + digits.length, i + digits.length + 3)) &&
      !isVariable('e') &&
      !isVariable(next);
    const found = letter ? powerAfter(digits) : undefined;
    const power = found?.text;
    const size = digits.length + (found?.typed.length ?? 0);
    const whole = digits + (power ?? '');
    if (digits.length > MAX_DIGITS) fail('too-many-digits', whole.length, { limit: MAX_DIGITS });
    if (power !== undefined && Math.abs(Number(power.slice(1))) > MAX_EXPONENT) fail('number-too-large', size);
    push(
      'number',
      whole
        .replace(/\.$/, '')
        .replace(/\.(?=[eE])/, '')
        .replace(/^\./, '0.'),
      size,
    );
    if (euler && power === undefined)
      notes.push({ code: 'euler', at: placeOf(source, i), length: 1, params: { left: whole } });
    if (power !== undefined) {
      const at = placeOf(source, start);
      notes.push({ code: 'scientific', at, length: placeOf(source, i) - at, params: { taken: whole } });
    }
    if (text.charAt(i) === '.' && /^\.\d/.test(text.slice(i, i + 2)))
      fail('two-numbers', 1, { left: whole, right: text.slice(i, i + 2) });
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
        variables: listed(variables),
      });
    }
  }

  /** Telephones begin a line with a capital: the word is tried in small letters, then in capitals, then in Latin ones. */
  function inOtherCase(word: string, plain: Split): [split: Split, taken: string] {
    for (const other of [word.toLowerCase(), word.toUpperCase(), withoutLookalikes(word)]) {
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
    const rest = text.slice(at, i + word.length);
    // of `erf` nobody wants to hear that rf is not known; of `2xq` that q is not
    const name = rest.length > 1 ? word : rest;
    const primes = /^(?:\^\()?'+/.exec(text.slice(i + word.length))?.[0] ?? '';
    i = rest.length > 1 ? i : at;
    if (/^(?:derivative|diff|differentiate|D)$/i.test(word) || /^d\p{L}?$/u.test(rest) || primes !== '')
      return fail('derivative-left', name.length + primes.length, { name: `${name}${primes.replace('^(', '')}` });
    if (name === 'i' || name === 'j') return fail('imaginary', 1, { name });
    return fail('unknown-name', name.length, { name: name.slice(0, 40), variables: listed(variables) });
  }

  function refuse(character: string): never {
    if (character === '=') return fail('equation', 1);
    if (character === ':') return fail('colon', 1);
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
