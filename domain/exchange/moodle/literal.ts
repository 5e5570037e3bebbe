/** Values as Python and JavaScript write them, read and never run. */

export type Read = { value: unknown; rest: string };

/** @returns null: this is no plain value */
export function readLiteral(text: string): Read | null {
  const start = text.trimStart();
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/.exec(start);
  if (number !== null) return { value: Number(number[0]), rest: start.slice(number[0].length) };
  const word = /^(?:True|true|False|false|None|null)(?!\w)/.exec(start);
  if (word !== null) return { value: NAMED[word[0]] ?? null, rest: start.slice(word[0].length) };
  const quoted = /^'((?:[^'\\\n]|\\.)*)'|^"((?:[^"\\\n]|\\.)*)"/.exec(start);
  if (quoted !== null) {
    const value = unescaped(quoted[1] ?? quoted[2] ?? '');
    return value === null ? null : { value, rest: start.slice(quoted[0].length) };
  }
  if (start.startsWith('[')) return readList(start.slice(1), ']');
  return null;
}

/** Values between commas up to a closing bracket. */
export function readList(text: string, end: ']' | ')'): { value: unknown[]; rest: string } | null {
  const value: unknown[] = [];
  let rest = text.trimStart();
  while (!rest.startsWith(end)) {
    const read = readLiteral(rest);
    if (read === null || value.length > 1_000) return null;
    value.push(read.value);
    rest = read.rest.trimStart();
    if (rest.startsWith(',')) rest = rest.slice(1).trimStart();
    else if (!rest.startsWith(end)) return null;
  }
  return { value, rest: rest.slice(1) };
}

const NAMED: Readonly<Record<string, boolean>> = { True: true, true: true, False: false, false: false };
const SIGNS: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\', "'": "'", '"': '"' };

function unescaped(text: string): string | null {
  let known = true;
  const made = text.replace(/\\(.)/g, (_whole, sign: string) => {
    known &&= SIGNS[sign] !== undefined;
    return SIGNS[sign] ?? '';
  });
  return known ? made : null;
}
