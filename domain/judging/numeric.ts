/** Reported values seen as numbers: a rectangle of them, with its shape. */
import type { Reported, ReportedNumber } from './report.ts';

/** Numbers row by row; `shape: []` is a single number. */
export interface Numeric {
  shape: number[];
  data: number[];
}

/** Why a value is no rectangle of numbers: something in it is of another type, or its rows differ in length. */
export type NotNumeric = { problem: 'type'; name: string } | { problem: 'ragged' } | { problem: 'tooLong' };

export const isNumeric = (value: Numeric | NotNumeric): value is Numeric => 'data' in value;

const WORDS = { nan: Number.NaN, inf: Number.POSITIVE_INFINITY, '-inf': Number.NEGATIVE_INFINITY } as const;
const numberOf = (value: ReportedNumber): number => (typeof value === 'number' ? value : WORDS[value]);

/** Numbers, arrays of numbers, and lists or tuples of these. Booleans and strings are no numbers. */
export function numericOf(value: Reported): Numeric | NotNumeric {
  switch (value.t) {
    case 'int':
      return { shape: [], data: [Number(value.v)] };
    case 'float':
      return { shape: [], data: [numberOf(value.v)] };
    case 'array':
      if (value.dtype === 'bool') return { problem: 'type', name: 'bool' };
      if (value.v === null)
        return isNumberType(value.dtype) ? { problem: 'tooLong' } : { problem: 'type', name: value.dtype };
      return sizeOf(value.shape) === value.v.length
        ? { shape: value.shape, data: value.v.map(numberOf) }
        : { problem: 'type', name: value.dtype };
    case 'list':
    case 'tuple':
      return stacked(value.v);
    case 'huge':
      return { problem: 'tooLong' };
    default:
      return { problem: 'type', name: typeName(value) };
  }
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

/** The name of a value's type as its author knows it. */
export function typeName(value: Reported): string {
  switch (value.t) {
    case 'int':
    case 'float':
      return value.name ?? value.t;
    case 'none':
      return value.name ?? 'None';
    case 'array':
      return value.dtype.endsWith('Array') ? value.dtype : 'array';
    case 'object':
    case 'huge':
      return value.name;
    default:
      return value.t;
  }
}
