/** Numbers that a condition of QTI 1.2 takes: a value with a margin, or what lies between two bounds. */
import { absolute, compared, half, openEnds, plus, range, readDecimal, timesPercent } from '../decimal.ts';
import type { Decimal, DecimalRange } from '../foreign.ts';
import { brief, ItemRefused } from '../remark.ts';
import { isNode, textIn, type Xml } from '../xml.ts';

const ZERO: Decimal = { digits: 0n, places: 0 };

/** All that a condition takes; a number and the ends on both sides of it are that number and what it may differ by. */
export function rangesIn(variables: Xml | undefined): DecimalRange[] {
  const ranges = rangesWithin(variables);
  const [one, other, ...more] = ranges;
  if (one === undefined || other === undefined || more.length > 0) return ranges;
  const [value, around] = isValue(one) ? [one, other] : [other, one];
  const isMiddle = isValue(value) && compared(half(plus(around.low, around.high)), value.low) === 0;
  return isMiddle && around.open === undefined ? [{ low: around.low, high: around.high }] : ranges;
}

const isValue = ({ low, high }: DecimalRange): boolean => compared(low, high) === 0;

function rangesWithin(variables: Xml | undefined): DecimalRange[] {
  const ranges: DecimalRange[] = [];
  const bounds: { low?: Decimal; high?: Decimal; open: { low: boolean; high: boolean } } = {
    open: { low: false, high: false },
  };
  for (const child of (variables?.children ?? []).filter(isNode)) {
    if (child.name === 'or' || child.name === 'and' || child.name === 'conditionvar')
      ranges.push(...rangesWithin(child));
    else if (child.name === 'varequal') ranges.push(withMargin(child));
    else if (/^var[gl]te?$/.test(child.name)) {
      const end = child.name.startsWith('varg') ? 'low' : 'high';
      bounds[end] = numberIn(textIn(child));
      bounds.open[end] = !child.name.endsWith('te');
    }
  }
  const { low, high, open } = bounds;
  if (low !== undefined && high !== undefined)
    ranges.push({ low, high, ...openEnds(open.low, open.high), asEnds: true });
  else if (low !== undefined || high !== undefined) throw new ItemRefused('ranges.oneSided');
  return ranges;
}

function withMargin(node: Xml): DecimalRange {
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
