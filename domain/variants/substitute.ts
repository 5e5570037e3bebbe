/**
 * Puts drawn values into the Markdown of a question: `{a}` and `{2a + 1}` stand for what they come to, wherever a name in them is
 * drawn; other braces stay. In maths the result reads as somebody would write it: `+ {-3}` is `- 3`, and `{1}x` is `x`.
 */
import { compileFormulas } from '../maths/formula.ts';
import type { Values } from './parameters.ts';

/** Where a placeholder stands. */
type Place = 'text' | 'maths' | 'code';

/** Fences and inline code, then maths; the rest is text. */
const HELD =
  /(^|\n)( {0,3}(`{3,}|~{3,}))[\s\S]*?\n {0,3}\3[`~]*(?=\n|$)|(`+)(?!`)[\s\S]*?[^`]\4(?!`)|\$\$[\s\S]*?\$\$|\$(?:\\.|[^$\\\n])+\$/g;
const PLACEHOLDER = /"\{([^{}\n"]*)\}"|\{([^{}\n]*)\}/g;

/** The same Markdown with its values. */
export function substitute(markdown: string, values: Values): string {
  const known = Object.keys(values);
  if (known.length === 0) return markdown;
  let written = '';
  let from = 0;
  for (const match of markdown.matchAll(HELD)) {
    const [held] = match;
    written += placed(markdown.slice(from, match.index), 'text', values);
    written += placed(held, held.startsWith('$') ? 'maths' : 'code', values);
    from = match.index + held.length;
  }
  return written + placed(markdown.slice(from), 'text', values);
}

/** The first placeholder that has no value here: it divides by zero, or is no number. Its braces would be shown as they are. */
export function valueless(markdown: string, values: Values): string | undefined {
  const { names, drawn } = numbersIn(values);
  return [...markdown.matchAll(PLACEHOLDER)]
    .map(([, quoted, bare = '']) => (quoted ?? bare).trim())
    .find((expression) => {
      if (Object.hasOwn(values, expression)) return false;
      const value = counted(expression, names, drawn);
      return value !== undefined && !Number.isFinite(value);
    });
}

/** The names of a text's placeholders that are not drawn: likely slips of the keyboard. Only where nothing but a name stands. */
export function unknownNames(markdown: string, names: readonly string[]): string[] {
  const found = [
    ...markdown.replaceAll(HELD, (held) => (held.startsWith('$') ? '' : held)).matchAll(/\{([A-Za-z]\w*)\}/g),
  ];
  return [...new Set(found.map(([, name = '']) => name).filter((name) => !names.includes(name)))];
}

/**
 * What is drawn and stands nowhere: neither in a placeholder nor in a formula or a condition of the block.
 * @param block what draws, by name
 */
export function unusedNames(markdown: string, block: Readonly<Record<string, unknown>>): string[] {
  const written = [...markdown.matchAll(PLACEHOLDER)].map(([, quoted, bare]) => quoted ?? bare ?? '').join(' ; ');
  return Object.keys(block).filter((name) => {
    if (name === 'where') return false;
    const { [name]: _own, ...others } = block;
    // those of a permutation have a number each; a factor may stand right before a name
    const mention = new RegExp(`(?<![A-Za-z_])${name}\\d*(?![A-Za-z_])`);
    return !mention.test(written) && !mention.test(JSON.stringify(Object.values(others)));
  });
}

function placed(text: string, place: Place, values: Values): string {
  let written = '';
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [whole, quoted, bare = ''] = match;
    const value = comesTo(quoted ?? bare, values);
    if (value === undefined) continue;
    const before = written + text.slice(from, match.index);
    const after = text.slice(match.index + whole.length);
    if (typeof value === 'string') written = before + (quoted === undefined ? value : `"${value}"`);
    // a number by itself is one in YAML too
    else if (quoted !== undefined) written = before + String(value);
    else if (place === 'maths') written = inMaths(before, value, after);
    else written = before + (place === 'code' && needsBrackets(before, value) ? `(${value})` : String(value));
    from = match.index + whole.length;
  }
  return written + text.slice(from);
}

/** What an expression comes to; undefined: it is none of what is drawn. */
export function comesTo(expression: string, values: Values): number | string | undefined {
  const name = expression.trim();
  if (Object.hasOwn(values, name)) {
    const value = values[name];
    return typeof value === 'number' && Number.isFinite(value) ? rounded(value) : value;
  }
  const { names, drawn } = numbersIn(values);
  const value = counted(name, names, drawn);
  return value !== undefined && Number.isFinite(value) ? rounded(value) : undefined;
}

function numbersIn(values: Values): { names: string[]; drawn: number[] } {
  const numbers = Object.entries(values).filter(([, value]) => typeof value === 'number');
  return { names: numbers.map(([one]) => one), drawn: numbers.map(([, one]) => Number(one)) };
}

/** What a formula of drawn numbers comes to, perhaps no number; undefined: it is none of them. */
function counted(formula: string, names: readonly string[], drawn: readonly number[]): number | undefined {
  if (formula === '' || !names.some((one) => formula.includes(one))) return undefined;
  const compiled = compileFormulas([formula], [...names]);
  // what the formula does not depend on is none of ours: a name may stand within another word
  if (!compiled.ok) return undefined;
  const [value = Number.NaN] = compiled.evaluate([...drawn]);
  return value;
}

/** Without what rounding adds: 0.1·3 is 0.3. */
const rounded = (value: number): number => {
  const short = Number(value.toPrecision(12));
  return Object.is(short, -0) ? 0 : short;
};

const OPERATOR = /[-+*/^]\s*$/;

/** Whether a value would run into the sign before it. */
export function needsBrackets(before: string, value: number): boolean {
  return value < 0 && OPERATOR.test(before);
}

/** What a factor before it makes a product of. */
const FACTOR = /(?:[\w)}\]]|\\(?:cdot|times)\s*)$/;
/** What a coefficient stands before: a letter, a bracket, a function. */
const MULTIPLIED =
  /^\s*(?:[A-Za-z(]|\\(?!cdot|times|div|pm|le|ge|ne|approx|quad|text|[,;: ]|(?:end|hline|right|to|mapsto|in|implies|Rightarrow|sim|[lc]?dots)(?![A-Za-z]))[A-Za-z]+)/;
/** What stands before the first sign of a term. */
const BEGINS = /(?:^|[-+=(,{[&$<>]|\\(?:le|ge|ne|quad|left\(|\\))\s*$/;

function inMaths(before: string, value: number, after: string): string {
  const size = Math.abs(value);
  // after a power or an index the braces hold it together
  if (/[\^_]\s*$/.test(before)) return `${before}{${value}}`;
  const begins = BEGINS.test(before);
  const shown = size === 1 && begins && MULTIPLIED.test(after) ? '' : String(size);
  if (value >= 0) return `${before}${held(shown)}`;
  const plus = /\+\s*$/.exec(before);
  if (plus !== null) return `${before.slice(0, plus.index)}- ${held(shown)}`;
  const minus = /(?:^|[^^_({=,])(\s*-\s*)$/.exec(before);
  if (minus !== null) return `${before.slice(0, before.length - (minus[1] ?? '').length)} + ${held(shown)}`;
  return FACTOR.test(before) && !begins ? `${before}{(-${size})}` : `${before}{-${shown}}`;
}

const held = (shown: string): string => (shown === '' ? '' : `{${shown}}`);
