/** `number` for other programs: what is accepted, from the lowest to the highest. */
import { absolute, plus, range, readDecimal, times } from '../../exchange/decimal.ts';
import type { Decimal, Leaving } from '../../exchange/foreign.ts';
import { remark } from '../../exchange/remark.ts';
import type { QuestionOf } from '../../question.ts';
import { USUAL } from './reader.ts';

const ZERO: Decimal = { digits: 0n, places: 0 };
const decimal = (value: number): Decimal => readDecimal(String(value)) ?? ZERO;

export function numberForeign({ unit, key: { value, tolerance } }: QuestionOf<'number'>): Leaving {
  const middle = decimal(value);
  const wide = plus(decimal(tolerance.absolute), times(absolute(middle), decimal(tolerance.relative)));
  const ranges = [{ range: range(middle, wide), weight: 1, feedback: null }];
  const remarks = tolerance.relative > USUAL.relative ? [remark('out.relative')] : [];
  return { asked: { form: 'ranges', ranges, unit }, remarks };
}
