/** What is right of a question, gathered before it is written: the same for all formats. */
import { compared, half, minus, plus, writeDecimal } from '../decimal.ts';
import type { Asked, DecimalRange, WeightedRange } from '../foreign.ts';
import { ItemRefused } from '../remark.ts';
import { notHere, type Pen } from './pen.ts';

type Options = Extract<Asked, { form: 'options' }>;

/** Of which one is picked, the one that earns everything; of several, each that earns something. */
export function isRight(weight: number, { several }: Pick<Options, 'several'>): boolean {
  return several ? weight > 0 : weight === 1;
}

/** Places of the right options, from 0. */
export function rightPlaces(asked: Options): number[] {
  return asked.options.flatMap(({ weight }, place) => (isRight(weight, asked) ? [place] : []));
}

type Ranges = Extract<Asked, { form: 'ranges' }>;

/** Numbers that are known, of a format whose ranges hold both their ends: that an open one does not is told. */
export function closedRanges({ ranges }: Ranges, pen: Pen): (WeightedRange & { range: DecimalRange })[] {
  const known = ranges.flatMap(({ range, ...one }) => (range === null ? [] : [{ ...one, range }]));
  if (known.some(({ range }) => range.open !== undefined)) pen.change('out.openEnd');
  return known;
}

/** What is accepted as a number, as formats write it. */
export interface Span {
  low: string;
  high: string;
  middle: string;
  /** how far from the middle; `0` where it is one number */
  wide: string;
  exact: boolean;
}

/** From one end of what is accepted to the other. */
export function spanOf({ low, high }: Pick<DecimalRange, 'low' | 'high'>): Span {
  const exact = compared(low, high) === 0;
  return {
    low: writeDecimal(low),
    high: writeDecimal(high),
    middle: writeDecimal(half(plus(low, high))),
    wide: exact ? '0' : writeDecimal(half(minus(high, low))),
    exact,
  };
}

/** What no other program has, or what was refused before. */
export function nowhere(asked: Extract<Asked, { form: 'note' | 'gapped' | 'refused' }>): never {
  if (asked.form === 'refused') throw new ItemRefused(asked.reason.code, asked.reason.params);
  return notHere('out.kind');
}
