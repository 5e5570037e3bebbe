/** `number` for other programs: what is accepted and what is wrong and known, each from the lowest to the highest. */
import { absolute, plus, range, readDecimal, times } from '../../exchange/decimal.ts';
import { type Decimal, type DecimalRange, type Leaving, ours } from '../../exchange/foreign.ts';
import { remark } from '../../exchange/remark.ts';
import type { QuestionOf } from '../../question.ts';
import { rightOf } from './accepted.ts';
import type { Span } from './document.ts';
import { USUAL } from './reader.ts';

const ZERO: Decimal = { digits: 0n, places: 0 };
const decimal = (value: number): Decimal => readDecimal(String(value)) ?? ZERO;

export function numberForeign({ unit, key }: QuestionOf<'number'>): Leaving {
  const right = rightOf(key);
  const others = key.others ?? [];
  const ranges = [
    { range: rangeOf(right), weight: 1, feedback: null },
    ...others.map(({ is, share, note }) => ({
      range: rangeOf(is),
      weight: share,
      feedback: note === undefined ? null : ours(note.words),
    })),
  ];
  const isShare = [right, ...others.map(({ is }) => is)].some(
    (is) => 'value' in is && is.tolerance.relative > USUAL.relative,
  );
  return { asked: { form: 'ranges', ranges, unit }, remarks: isShare ? [remark('out.relative')] : [] };
}

function rangeOf(span: Span): DecimalRange {
  if ('low' in span) {
    const { low, high, open } = span;
    return { low: decimal(low), high: decimal(high), asEnds: true, ...(open === undefined ? {} : { open }) };
  }
  const middle = decimal(span.value);
  return range(
    middle,
    plus(decimal(span.tolerance.absolute), times(absolute(middle), decimal(span.tolerance.relative))),
  );
}
