/** A formula that is a number as one writes it: decimal, fraction, mixed number, times a power of ten; exactly. */

import { type Exact, exactOf, minus, over, plus, powerOfTen, times } from '../../judging/exact.ts';
import { type Expression, foldExpression } from '../../maths/expression.ts';

export type PlainNumber = { ok: true; value: Exact } | { ok: false; code: 'zeroDivision' | 'workOut' | 'notANumber' };

/** A piece that was read: `power` is a power of ten, the one factor that a number may have. */
type Piece =
  | { value: Exact; power: boolean; ten: boolean; whole: number | undefined }
  | 'zeroDivision'
  | 'workOut'
  | 'notANumber';

const MOST_EXPONENT = 308;
const isRead = (piece: Piece | undefined): piece is Exclude<Piece, string> => typeof piece === 'object';
const piece = (value: Exact | undefined, more: { power?: boolean; ten?: boolean; whole?: number } = {}): Piece =>
  value === undefined ? 'notANumber' : { value, power: more.power ?? false, ten: more.ten ?? false, whole: more.whole };

/** @param mixed the sum in it is a mixed number; any other sum would have to be worked out */
export function plainNumber(expression: Expression, mixed: boolean): PlainNumber {
  let sums = 0;
  const whole = foldExpression<Piece>(expression, (node, args) => {
    const failed = args.find((arg) => !isRead(arg));
    if (failed !== undefined) return failed;
    const [left, right] = args;
    switch (node.op) {
      case 'number':
        return piece(exactOf(node.digits), {
          ten: node.digits === '10',
          ...(/^\d{1,4}$/.test(node.digits) ? { whole: Number(node.digits) } : {}),
        });
      case 'negate':
        if (!isRead(left)) return 'workOut';
        return piece(minus(left.value), left.whole === undefined ? {} : { whole: -left.whole });
      case 'divide': {
        if (!isRead(left) || !isRead(right)) return 'workOut';
        const value = over(left.value, right.value);
        return value === undefined ? 'zeroDivision' : piece(value);
      }
      case 'multiply':
        if (!isRead(left) || !isRead(right) || !(left.power || right.power)) return 'workOut';
        return piece(times(left.value, right.value));
      case 'power': {
        if (!isRead(left) || !isRead(right) || !left.ten || right.whole === undefined) return 'workOut';
        return Math.abs(right.whole) > MOST_EXPONENT ? 'notANumber' : piece(powerOfTen(right.whole), { power: true });
      }
      case 'add':
        sums += 1;
        if (!isRead(left) || !isRead(right) || !mixed || sums > 1) return 'workOut';
        return piece(plus(left.value, right.value));
      default:
        return 'workOut';
    }
  });
  return isRead(whole) ? { ok: true, value: whole.value } : { ok: false, code: whole };
}
