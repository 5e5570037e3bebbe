/** Numbers that a condition of QTI 1.2 takes: a value with a margin, or what lies between two bounds. */
import { absolute, range, readDecimal, timesPercent } from '../decimal.ts';
import type { Decimal, WeightedRange } from '../foreign.ts';
import { brief, ItemRefused } from '../remark.ts';
import { isNode, textIn, type Xml } from '../xml.ts';

export type Range = NonNullable<WeightedRange['range']>;
const ZERO: Decimal = { digits: 0n, places: 0 };

/** @returns all that is accepted; `open`: an end does not belong to it, which ours cannot say */
export function rangesIn(variables: Xml | undefined): { ranges: Range[]; open: boolean } {
  const ranges: Range[] = [];
  let open = false;
  const bounds: { low?: Decimal; high?: Decimal } = {};
  for (const child of (variables?.children ?? []).filter(isNode)) {
    if (child.name === 'or' || child.name === 'and' || child.name === 'conditionvar') {
      const inner = rangesIn(child);
      ranges.push(...inner.ranges);
      open ||= inner.open;
    } else if (child.name === 'varequal') ranges.push(withMargin(child));
    else if (/^var[gl]te?$/.test(child.name)) {
      const end = numberIn(textIn(child));
      open ||= !child.name.endsWith('te');
      if (child.name.startsWith('varg')) bounds.low = end;
      else bounds.high = end;
    }
  }
  const { low, high } = bounds;
  if (low !== undefined && high !== undefined) ranges.push({ low, high });
  else if (low !== undefined || high !== undefined) throw new ItemRefused('ranges.oneSided');
  return { ranges, open };
}

function withMargin(node: Xml): Range {
  const value = numberIn(textIn(node));
  const { margin, margintype = 'absolute' } = node.attributes;
  if (margin === undefined) return range(value, ZERO);
  const wide = numberIn(margin);
  return range(value, /percent/i.test(margintype) ? timesPercent(absolute(value), wide) : wide);
}

function numberIn(text: string): Decimal {
  const read = readDecimal(text);
  if (read === null) throw new ItemRefused('ranges.unread', { text: brief(text) });
  return read;
}
