/** Reported values seen as numbers: a rectangle of them, with its shape. */
import type { Language } from './number-format.ts';
import type { Reported, ReportedNumber } from './report.ts';

/** Numbers row by row; `shape: []` is a single number. */
export interface Numeric {
  shape: number[];
  data: number[];
}

/**
 * Why a value is no rectangle of numbers: something in it is of another type, or its rows differ in length, or it is longer
 * than anybody looks at; `beyond`: an integer that no double comes near.
 */
export type NotNumeric =
  | { problem: 'type'; value: Reported }
  | { problem: 'ragged' }
  | { problem: 'tooLong' }
  | { problem: 'beyond'; digits: string };

export const isNumeric = (value: Numeric | NotNumeric): value is Numeric => 'data' in value;

const WORDS = { nan: Number.NaN, inf: Number.POSITIVE_INFINITY, '-inf': Number.NEGATIVE_INFINITY } as const;
const numberOf = (value: ReportedNumber): number => (typeof value === 'number' ? value : WORDS[value]);

/** Numbers, arrays of numbers, and lists or tuples of these. Booleans and strings are no numbers. */
export function numericOf(value: Reported): Numeric | NotNumeric {
  switch (value.t) {
    case 'int':
      return Number.isFinite(Number(value.v))
        ? { shape: [], data: [Number(value.v)] }
        : { problem: 'beyond', digits: value.v };
    case 'float':
      return { shape: [], data: [numberOf(value.v)] };
    case 'array':
      if (value.dtype === 'bool') return { problem: 'type', value };
      if (value.v === null) return isNumberType(value.dtype) ? { problem: 'tooLong' } : { problem: 'type', value };
      return sizeOf(value.shape) === value.v.length
        ? { shape: value.shape, data: value.v.map(numberOf) }
        : { problem: 'type', value };
    case 'list':
    case 'tuple':
      return stacked(value.v);
    case 'huge':
      return { problem: 'tooLong' };
    default:
      return { problem: 'type', value };
  }
}

/** An array as the nested lists it stands for, for what is no number; anything else as it is. */
export function asLists(value: Reported): Reported {
  if (value.t !== 'array') return value;
  const items = value.words?.map((word): Reported => ({ t: 'str', v: word })) ?? value.v?.map(itemOf(value.dtype));
  return items === undefined || items.length !== sizeOf(value.shape) ? value : rowsOf(items, value.shape);
}

const itemOf =
  (dtype: string) =>
  (number: ReportedNumber): Reported =>
    dtype === 'bool' ? { t: 'bool', v: number === 1 } : { t: 'float', v: number, name: dtype };

function rowsOf(items: readonly Reported[], [length, ...shape]: readonly number[]): Reported {
  const [single = { t: 'none' }] = items;
  if (length === undefined) return single;
  const size = sizeOf(shape);
  return {
    t: 'list',
    v: Array.from({ length }, (_, row) => rowsOf(items.slice(row * size, (row + 1) * size), shape)),
  };
}

function stacked(items: readonly Reported[]): Numeric | NotNumeric {
  const data: number[] = [];
  let shape: number[] | undefined;
  for (const item of items) {
    const inside = numericOf(item);
    if (!isNumeric(inside)) return inside;
    shape ??= inside.shape;
    if (!sameShape(shape, inside.shape)) return { problem: 'ragged' };
    for (const number of inside.data) data.push(number);
  }
  return { shape: [items.length, ...(shape ?? [])], data };
}

const isNumberType = (dtype: string): boolean => /^(u?int|float)\d+$|Array$/.test(dtype);

export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, length) => size * length, 1);

export function sameShape(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((length, dimension) => length === other[dimension]);
}

const JAVASCRIPT_NAMES: Partial<Record<Reported['t'], string>> = { str: 'string', bool: 'boolean', list: 'Array' };

/** The name of a value's type as its author knows it. */
export function typeName(value: Reported, language: Language): string {
  switch (value.t) {
    case 'int':
    case 'float':
      return value.name ?? value.t;
    case 'none':
      return value.name ?? (language === 'javascript' ? 'null' : 'None');
    case 'array':
      return value.dtype.endsWith('Array') ? value.dtype : 'array';
    case 'object':
    case 'huge':
      // V8 calls them `Iterator Helper` and `Array Iterator`
      return value.name.replaceAll(' ', '');
    default:
      return (language === 'javascript' ? JAVASCRIPT_NAMES[value.t] : undefined) ?? value.t;
  }
}
