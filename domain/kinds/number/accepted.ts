/** What of the numbers of a key an answer is, and what that earns. */
import { atMost, type Exact, exactNumber, minus, plus, times, within } from '../../judging/exact.ts';
import type { QuestionOf } from '../../question.ts';
import type { Span } from './document.ts';

type Key = QuestionOf<'number'>['key'];
type Other = NonNullable<Key['others']>[number];

/** A number that was read, as a double and exactly. */
export interface Given {
  value: number;
  exact: Exact;
}

/** What is right. */
export const rightOf = ({ value, tolerance, between }: Key): Span => between ?? { value, tolerance };

/** The share of the points that a number earns, and which of the others it is; what earns most counts, then what stands first. */
export function earned(key: Key, given: Given): { share: number; other: Other | null } {
  if (holds(rightOf(key), given)) return { share: 1, other: null };
  let other: Other | null = null;
  for (const one of key.others ?? [])
    if ((other === null || one.share > other.share) && holds(one.is, given)) other = one;
  return { share: other?.share ?? 0, other };
}

/** Taken in decimals: both ends belong to it unless they are open; a third is also the double nearest to it. */
export function holds(span: Span, { value, exact }: Given): boolean {
  if ('value' in span && value === span.value) return true;
  const ends = endsOf(span);
  if (ends === undefined) return false;
  const { low, high, open } = ends;
  const isAbove = open.low ? !atMost(exact, low) : atMost(low, exact);
  return isAbove && (open.high ? !atMost(high, exact) : atMost(exact, high));
}

/** Within a tolerance of a value. */
export function isNear(wanted: number, got: Exact, tolerance: Key['tolerance']): boolean {
  const exact = exactNumber(wanted);
  return exact !== undefined && within(exact, got, tolerance);
}

/** Whether all that one takes is taken by another. */
export function covers(one: Span, other: Span): boolean {
  const [wide, narrow] = [endsOf(one), endsOf(other)];
  if (wide === undefined || narrow === undefined) return false;
  const isBelow = atMost(wide.low, narrow.low) && (!isSame(wide.low, narrow.low) || !wide.open.low || narrow.open.low);
  const isAbove =
    atMost(narrow.high, wide.high) && (!isSame(wide.high, narrow.high) || !wide.open.high || narrow.open.high);
  return isBelow && isAbove;
}

const isSame = (one: Exact, other: Exact): boolean => atMost(one, other) && atMost(other, one);

interface Ends {
  low: Exact;
  high: Exact;
  open: { low: boolean; high: boolean };
}

function endsOf(span: Span): Ends | undefined {
  if ('low' in span) {
    const [low, high] = [exactNumber(span.low), exactNumber(span.high)];
    const open = {
      low: span.open === 'low' || span.open === 'both',
      high: span.open === 'high' || span.open === 'both',
    };
    return low === undefined || high === undefined ? undefined : { low, high, open };
  }
  const { tolerance } = span;
  const [value, size] = [exactNumber(span.value), exactNumber(Math.abs(span.value))];
  const [absolute, relative] = [exactNumber(tolerance.absolute), exactNumber(tolerance.relative)];
  if (value === undefined || size === undefined || absolute === undefined || relative === undefined) return undefined;
  const wide = plus(absolute, times(relative, size));
  return { low: plus(value, minus(wide)), high: plus(value, wide), open: { low: false, high: false } };
}

/** All that earns everything, as one writes it. */
export function rightTexts(key: Key): string[] {
  const full = (key.others ?? []).flatMap(({ is, share }) => (share === 1 ? [is] : []));
  return [...new Set([rightOf(key), ...full].map(textOf))];
}

function textOf(span: Span): string {
  if ('value' in span) return String(span.value);
  const { low, high, open } = span;
  if (open === undefined) return `${low} … ${high}`;
  return `${low} ${open === 'high' ? '≤' : '<'} x ${open === 'low' ? '≤' : '<'} ${high}`;
}
