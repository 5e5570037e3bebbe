/** Values in the notation of a language: Python as a NumPy user reads it, or JavaScript. Long ones are cut. */
import { formatNumber, type Language } from './number-format.ts';
import { numericOf, sizeOf } from './numeric.ts';
import { MOST_SHOWN, type Reported } from './report.ts';

export type { Language };

/** Longer arrays are told by their shape and their first numbers. */
const MOST_NUMBERS = 60;
const MOST_CHARACTERS = 1_200;
/** Integers with more are told by their first and by how many there are. */
const MOST_DIGITS = 60;

/** A value as one writes it in the language; cut where it is long. */
export function valueText(value: Reported, language: Language): string {
  const text = whole(value, language);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text;
}

function whole(value: Reported, language: Language): string {
  const python = language === 'python';
  switch (value.t) {
    case 'int':
      return value.v.length > MOST_DIGITS ? `${value.v.slice(0, 12)}… (${value.v.length} digits)` : value.v;
    case 'float':
      return formatNumber(numberIn(value), language);
    case 'bool':
      return python ? (value.v ? 'True' : 'False') : String(value.v);
    case 'str':
      return python
        ? `'${JSON.stringify(value.v).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
        : JSON.stringify(value.v);
    case 'none':
      return value.name ?? (python ? 'None' : 'null');
    case 'list':
      return `[${items(value.v, language)}]`;
    case 'tuple':
      return value.v.length === 1 ? `(${items(value.v, language)},)` : `(${items(value.v, language)})`;
    case 'array':
      return arrayText(value, language);
    case 'object':
      return objectText(value, language);
    case 'huge':
      return `<${value.name} …>`;
  }
}

/** `{'a': 1}`, `{1, 2}`, `frozenset({1})`, `{ a: 1 }`, `Map { "a" => 1 }`; of what nothing is known the name. */
function objectText({ name, ...inside }: Extract<Reported, { t: 'object' }>, language: Language): string {
  const isPlain = name === 'dict' || name === 'set' || name === 'Object';
  const python = language === 'python';
  const wrapped = (parts: string[], most: number): string => {
    const all = [...parts, ...(parts.length >= most ? ['…'] : [])].join(', ');
    if (python) return isPlain ? `{${all}}` : `${name}({${all}})`;
    return `${isPlain ? '' : `${name} `}{${all === '' ? '' : ` ${all} `}}`;
  };
  if (inside.text !== undefined) return inside.text;
  if (inside.entries !== undefined) {
    const entries = inside.entries.map(([key, one]) => {
      const isName = name === 'Object' && key.t === 'str' && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key.v);
      return `${isName ? key.v : whole(key, language)}${name === 'Map' ? ' =>' : ':'} ${whole(one, language)}`;
    });
    return wrapped(entries, MOST_SHOWN);
  }
  if (inside.items?.length === 0 && python) return `${name}()`;
  return inside.items === undefined
    ? `<${name}>`
    : wrapped(
        inside.items.map((one) => whole(one, language)),
        MOST_SHOWN,
      );
}

function items(values: readonly Reported[], language: Language): string {
  const shown = values.slice(0, MOST_NUMBERS).map((inside) => whole(inside, language));
  return [...shown, ...(values.length > MOST_NUMBERS ? ['…'] : [])].join(', ');
}

const numberIn = (value: Extract<Reported, { t: 'float' }>): number => {
  const numeric = numericOf(value);
  return 'data' in numeric ? (numeric.data[0] ?? Number.NaN) : Number.NaN;
};

/** `array([[2.0, 1.0],\n       [2.0, 1.0]])`: rows below each other, as NumPy prints a matrix. */
function arrayText(value: Extract<Reported, { t: 'array' }>, language: Language): string {
  // what the checker computed has a type of NumPy: in JavaScript it is an array like any other
  const isTyped = language === 'python' || value.dtype.endsWith('Array');
  const name = language === 'python' ? 'array' : isTyped ? value.dtype : '';
  const items = itemTexts(value, language);
  if (items === null || items.length !== sizeOf(value.shape) || items.length > MOST_NUMBERS) {
    return `${name}(${shapeText(value.shape, language)}${isTyped ? ` ${value.dtype}` : ''})`;
  }
  const text = nested(items, value.shape, (item) => item, isTyped ? name.length + 1 : 0);
  return isTyped ? `${name}(${text})` : text;
}

/** Its entries as text, row by row; null: they were not reported. */
function itemTexts(value: Extract<Reported, { t: 'array' }>, language: Language): string[] | null {
  if (value.words) return value.words.map((word) => whole({ t: 'str', v: word }, language));
  if (value.dtype === 'bool') return value.v?.map((one) => whole({ t: 'bool', v: one === 1 }, language)) ?? null;
  const numeric = numericOf(value);
  if (!('data' in numeric)) return null;
  const isInteger = /^u?int/.test(value.dtype);
  return numeric.data.map((number) => (isInteger ? String(number) : formatNumber(number, language)));
}

/** Values in brackets, a row a line, indented to stand below each other. */
export function nested<T>(
  data: readonly T[],
  shape: readonly number[],
  format: (value: T) => string,
  indent: number,
): string {
  const [length, ...inner] = shape;
  const [single] = data;
  if (length === undefined) return single === undefined ? '' : format(single);
  const size = sizeOf(inner);
  const rows = Array.from({ length }, (_, row) =>
    nested(data.slice(row * size, (row + 1) * size), inner, format, indent + 1),
  );
  return `[${rows.join(inner.length === 0 ? ', ' : `,\n${' '.repeat(indent + 1)}`)}]`;
}

/** `(2,)` in Python, `2×3` in JavaScript; a single number has no shape. */
export function shapeText(shape: readonly number[], language: Language): string {
  if (language === 'javascript') return shape.length === 0 ? '()' : shape.join('×');
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}
