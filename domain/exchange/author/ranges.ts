/** Accepted numbers as one value with a tolerance. */
import { compared, half, minus, plus, readDecimal, writeDecimal } from '../decimal.ts';
import type { Asked, Decimal, WeightedRange } from '../foreign.ts';
import { brief, ItemRefused } from '../remark.ts';
import type { Authored, Shop } from './shop.ts';
import { authorWords } from './words.ts';

interface Range {
  low: Decimal;
  high: Decimal;
}
const FULL = 1 - 1e-4;
const ZERO: Decimal = { digits: 0n, places: 0 };

export function authorRanges({ ranges, unit }: Extract<Asked, { form: 'ranges' }>, shop: Shop): Authored {
  const full = ranges.flatMap(({ range, weight }) => (range !== null && weight >= FULL ? [range] : []));
  const joined = joinedOf(full);
  const [first] = joined;
  if (first === undefined) throw new ItemRefused('ranges.noKey');
  if (joined.length > 1) return severalOf(joined, ranges, shop);
  for (const one of ranges) tell(one, first, shop);
  const { value, tolerance } = middleOf(first);
  if (!isExact(value) || !isExact(tolerance)) throw new ItemRefused('ranges.digits', { value: textOf(first) });
  const lines = [`value: ${value}`, `tolerance: { absolute: ${tolerance} }`];
  if (unit !== null && unit.trim() !== '') lines.push(`unit: ${JSON.stringify(unit.trim())}`);
  const answer = `${value}${tolerance === '0' ? '' : ` ± ${tolerance}`}${unit ? ` ${unit.trim()}` : ''}`;
  return {
    kind: 'number',
    fences: { answer: { language: 'yaml', text: lines.join('\n') } },
    answer: shop.line({ as: 'plain', text: answer }),
  };
}

/** What is said of each, and that what earned a part earns nothing. */
function tell({ range, weight, feedback }: WeightedRange, right: Range, shop: Shop): void {
  const isRight = range !== null && compared(range.low, right.low) >= 0 && compared(range.high, right.high) <= 0;
  if (weight > 0 && weight < FULL)
    shop.change('ranges.partial', {
      value: range === null ? '*' : textOf(range),
      percent: Math.round(weight * 1e4) / 100,
    });
  if (range === null || isRight) {
    const said = shop.blocks(feedback);
    if (said !== '') shop.told.push(said);
  } else shop.tellOf(textOf(range), feedback);
}

/** Ranges that touch are one. */
function joinedOf(ranges: readonly Range[]): Range[] {
  const sorted = ranges.toSorted((one, other) => compared(one.low, other.low));
  const joined: Range[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last === undefined || compared(range.low, last.high) > 0) joined.push(range);
    else if (compared(range.high, last.high) > 0) joined[joined.length - 1] = { low: last.low, high: range.high };
  }
  return joined;
}

/** Several exact values are texts that are accepted; several ranges have no place here. */
function severalOf(joined: readonly Range[], ranges: readonly WeightedRange[], shop: Shop): Authored {
  const named = joined.map(textOf).join(', ');
  if (joined.some(({ low, high }) => compared(low, high) !== 0))
    throw new ItemRefused('ranges.several', { values: named });
  shop.change('ranges.asTexts', { values: named });
  const texts = ranges.flatMap(({ range, weight, feedback }) =>
    range === null ? [] : [{ text: textOf(range), weight, feedback }],
  );
  return authorWords({ form: 'words', texts, capitals: false }, shop);
}

function middleOf({ low, high }: Range): { value: string; tolerance: string } {
  return { value: writeDecimal(half(plus(low, high))), tolerance: writeDecimal(half(minus(high, low))) };
}

/** As many digits as a number of ours keeps. */
const isExact = (text: string): boolean => {
  const kept = readDecimal(String(Number(text)));
  const meant = readDecimal(text);
  return kept !== null && meant !== null && compared(minus(kept, meant), ZERO) === 0;
};

const textOf = ({ low, high }: Range): string =>
  brief(compared(low, high) === 0 ? writeDecimal(low) : `${writeDecimal(low)} … ${writeDecimal(high)}`);
