/**
 * Puts drawn values into plain data, as a test of code has it: `"{n}"` alone becomes the value itself, within a text it is written
 * there. Without quotation marks `{n}` is a map of YAML with one key and nothing in it: it means the same. The language in the braces is that of `substitute.ts`.
 */
import type { Values } from './parameters.ts';
import { comesTo, needsBrackets } from './substitute.ts';

const WHOLE = /^\{([^{}\n]*)\}$/;
/** What no formula of names and numbers has is a text with braces of its own. */
const FORMULA = /^[\w\s+*/^().,·-]+$/;
const BRACES = /\{([^{}\n]*)\}/g;

/** The same data with values in the places of its names; other braces stay. */
export function filled(written: unknown, values: Values): unknown {
  if (typeof written === 'string') return filledText(written, values);
  if (Array.isArray(written)) return written.map((one) => filled(one, values));
  if (typeof written !== 'object' || written === null) return written;
  const bare = bareName(written);
  if (bare !== undefined) return comesTo(bare, values) ?? written;
  return Object.fromEntries(Object.entries(written).map(([key, one]) => [key, filled(one, values)]));
}

function filledText(text: string, values: Values): unknown {
  const [, whole] = WHOLE.exec(text) ?? [];
  if (whole !== undefined) return comesTo(whole, values) ?? text;
  let written = '';
  let from = 0;
  for (const match of text.matchAll(BRACES)) {
    const value = comesTo(match[1] ?? '', values);
    if (value === undefined) continue;
    const before = written + text.slice(from, match.index);
    const brackets = typeof value === 'number' && needsBrackets(before, value);
    written = before + (brackets ? `(${value})` : String(value));
    from = match.index + match[0].length;
  }
  return written + text.slice(from);
}

/** What stands in the braces of such data, each once. */
function bracesIn(written: unknown): string[] {
  const texts = textsIn(written).flatMap((text) => [...text.matchAll(BRACES)].map(([, inside = '']) => inside));
  return [...new Set(texts)];
}

/**
 * What stands in braces and comes to nothing, though it was surely meant to: a name alone that is not drawn, or a formula.
 * @param values of one draw
 */
export function unfilled(written: unknown, values: Values): string[] {
  const names = Object.keys(values);
  return bracesIn(written).filter((inside) => {
    if (comesTo(inside, values) !== undefined || !FORMULA.test(inside)) return false;
    const words = inside.match(/[A-Za-z]\w*/g) ?? [];
    // words with blanks between them may be a text
    return (
      words.length === 1 || words.some((word) => names.includes(word)) || (words.length > 0 && /[\d+*/^-]/.test(inside))
    );
  });
}

/** What stands in braces without quotation marks. */
function bareName(written: object): string | undefined {
  const [[key, inside] = [], second] = Object.entries(written);
  return inside === null && second === undefined ? key : undefined;
}

function textsIn(written: unknown): string[] {
  if (typeof written === 'string') return [written];
  if (typeof written !== 'object' || written === null) return [];
  const bare = Array.isArray(written) ? undefined : bareName(written);
  if (bare !== undefined) return [`{${bare}}`];
  return Object.values(written).flatMap(textsIn);
}
