/** Accepted numbers as a number of ours: what is right, what else is accepted with its share, and what is wrong and known. */
import { covers } from '../../kinds/number/accepted.ts';
import type { Span } from '../../kinds/number/document.ts';
import { MOST_ALSO, MOST_WRONG } from '../../kinds/number/reader.ts';
import { compared, half, minus, plus, readDecimal, writeDecimal } from '../decimal.ts';
import type { Asked, Decimal, DecimalRange, WeightedRange } from '../foreign.ts';
import { brief, ItemRefused } from '../remark.ts';
import { type Authored, LONGEST_NOTE, type Shop } from './shop.ts';

const FULL = 1 - 1e-4;
const ZERO: Decimal = { digits: 0n, places: 0 };

interface Known extends WeightedRange {
  range: DecimalRange;
}

export function authorRanges({ ranges, unit }: Extract<Asked, { form: 'ranges' }>, shop: Shop): Authored {
  const known = ranges.filter((one): one is Known => one.range !== null);
  const full = joinedOf(known.filter(({ weight }) => weight >= FULL));
  const [first, ...others] = full;
  if (first === undefined) throw new ItemRefused('ranges.noKey');
  for (const one of ranges) if (one.range === null) tellOfAnything(one, shop);
  // words on the one right number are the explanation
  for (const said of first.feedbacks.map((one) => shop.blocks(one))) if (said !== '') shop.told.push(said);
  const also: string[] = [];
  const wrong: string[] = [];
  const before = [{ is: spanOf(first.range), weight: 1 }];
  const rest = [
    ...others.map(({ range, feedbacks: [feedback = null] }) => ({ range, weight: 1, feedback })),
    ...known.filter(({ weight }) => weight < FULL),
  ];
  for (const { range, weight, feedback } of rest.toSorted((one, other) => other.weight - one.weight)) {
    const is = spanOf(range);
    if (before.some((other) => other.weight >= weight && covers(other.is, is))) {
      if (weight > 0 && weight < FULL)
        shop.change('ranges.lifted', { value: textOf(range), percent: percentOf(weight) });
      shop.tellOf(textOf(range), feedback);
      continue;
    }
    const words = wordsOf(feedback, shop);
    if (weight <= 0) {
      if (words === null || wrong.length >= MOST_WRONG) shop.tellOf(textOf(range), feedback);
      else wrong.push(`  - { ${fieldsOf(range).join(', ')}, words: ${words} }`);
      continue;
    }
    const fields = fieldsOf(range);
    if (weight < FULL) fields.push(`percent: ${percentOf(weight)}`);
    if (words !== null) fields.push(`words: ${words}`);
    else shop.tellOf(textOf(range), feedback);
    also.push(`  - { ${fields.join(', ')} }`);
    before.push({ is, weight });
  }
  if (also.length > MOST_ALSO) throw new ItemRefused('ranges.many', { found: also.length + 1, most: MOST_ALSO + 1 });
  const named = unit?.trim() ?? '';
  const lines = [
    ...fieldsOf(first.range),
    ...(named === '' ? [] : [`unit: ${JSON.stringify(named)}`]),
    ...(also.length === 0 ? [] : ['also:', ...also]),
    ...(wrong.length === 0 ? [] : ['wrong:', ...wrong]),
  ];
  const answers = full.map(({ range }) => `${textOf(range)}${named === '' ? '' : ` ${named}`}`).join(', ');
  return {
    kind: 'number',
    fences: { answer: { language: 'yaml', text: lines.join('\n') } },
    answer: shop.line({ as: 'plain', text: answers }),
  };
}

function tellOfAnything({ weight, feedback }: WeightedRange, shop: Shop): void {
  if (weight > 0) shop.change('words.anything', { percent: percentOf(weight) });
  const said = shop.blocks(feedback);
  if (said !== '') shop.told.push(said);
}

/** Of one line, quoted; null: there are none, or too many. */
function wordsOf(feedback: WeightedRange['feedback'], shop: Shop): string | null {
  const words = feedback === null ? '' : shop.short(feedback);
  return words === '' || words.length > LONGEST_NOTE ? null : JSON.stringify(words);
}

interface Joined {
  range: DecimalRange;
  feedbacks: WeightedRange['feedback'][];
}

/** Those that touch are one, where both ends belong to each; in the order of the file. */
function joinedOf(ranges: readonly Known[]): Joined[] {
  const joined: Joined[] = [];
  for (const { range, feedback } of ranges) {
    const touching = joined.filter((one) => touches(one.range, range));
    const [into] = touching;
    if (into === undefined) {
      joined.push({ range, feedbacks: [feedback] });
      continue;
    }
    for (const one of touching.slice(1)) {
      joined.splice(joined.indexOf(one), 1);
      into.range = union(into.range, one.range);
      into.feedbacks.push(...one.feedbacks);
    }
    into.range = union(into.range, range);
    into.feedbacks.push(feedback);
  }
  return joined;
}

function touches(one: DecimalRange, other: DecimalRange): boolean {
  if (one.open !== undefined || other.open !== undefined) return false;
  return compared(one.low, other.high) <= 0 && compared(other.low, one.high) <= 0;
}

function union(one: DecimalRange, other: DecimalRange): DecimalRange {
  const low = compared(other.low, one.low) < 0 ? other.low : one.low;
  const high = compared(other.high, one.high) > 0 ? other.high : one.high;
  const isOne = compared(low, one.low) === 0 && compared(high, one.high) === 0;
  const isOther = compared(low, other.low) === 0 && compared(high, other.high) === 0;
  const asEnds = isOne ? one.asEnds : isOther ? other.asEnds : true;
  return { low, high, ...(asEnds === undefined ? {} : { asEnds }) };
}

/** As fields of an answer: a value and what it may differ by, or two ends. */
function fieldsOf(range: DecimalRange): string[] {
  const { low, high, open } = range;
  const { value, tolerance } = middleOf(range);
  if (!isEnds(range)) return [`value: ${value}`, `tolerance: { absolute: ${tolerance} }`];
  const ends = [writeDecimal(low), writeDecimal(high)];
  if (!ends.every(isExact)) throw new ItemRefused('ranges.digits', { value: textOf(range) });
  return [
    `${open === 'low' || open === 'both' ? 'above' : 'from'}: ${ends[0]}`,
    `${open === 'high' || open === 'both' ? 'below' : 'to'}: ${ends[1]}`,
  ];
}

/** A value and what it may differ by, unless it was written as two ends or has more digits so than a number keeps. */
function isEnds({ low, high, open, asEnds }: DecimalRange): boolean {
  if (compared(low, high) === 0) return !isExact(writeDecimal(low));
  const { value, tolerance } = middleOf({ low, high });
  return open !== undefined || asEnds === true || !isExact(value) || !isExact(tolerance);
}

function spanOf(range: DecimalRange): Span {
  const { low, high, open } = range;
  if (isEnds(range))
    return {
      low: Number(writeDecimal(low)),
      high: Number(writeDecimal(high)),
      ...(open === undefined ? {} : { open }),
    };
  const { value, tolerance } = middleOf(range);
  return { value: Number(value), tolerance: { absolute: Number(tolerance), relative: 0 } };
}

function middleOf({ low, high }: DecimalRange): { value: string; tolerance: string } {
  return { value: writeDecimal(half(plus(low, high))), tolerance: writeDecimal(half(minus(high, low))) };
}

/** As many digits as a number of ours keeps. */
const isExact = (text: string): boolean => {
  const kept = readDecimal(String(Number(text)));
  const meant = readDecimal(text);
  return kept !== null && meant !== null && compared(minus(kept, meant), ZERO) === 0;
};

const percentOf = (weight: number): number => Math.round(weight * 1e7) / 1e5;

/** As it was meant: `5`, `5 ± 0.1`, `3 … 4`. */
function textOf(range: DecimalRange): string {
  const { low, high, open } = range;
  if (compared(low, high) === 0) return brief(writeDecimal(low));
  if (open !== undefined)
    return brief(
      `${writeDecimal(low)} ${open === 'high' ? '≤' : '<'} x ${open === 'low' ? '≤' : '<'} ${writeDecimal(high)}`,
    );
  if (isEnds(range)) return brief(`${writeDecimal(low)} … ${writeDecimal(high)}`);
  const { value, tolerance } = middleOf(range);
  return brief(`${value} ± ${tolerance}`);
}
