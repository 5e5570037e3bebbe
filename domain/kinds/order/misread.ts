/** What somebody misunderstood who puts one item before another. */
import type { Misread, WrongSign } from '../misread.ts';
import { orderSigns } from './misread-by.ts';

export const orderMisread: Misread<'order'> = {
  ...orderSigns,
  shows(_question, { order }, { before = '' }) {
    const [first, second] = [order.indexOf(before.charAt(0)), order.indexOf(before.charAt(1))];
    return first >= 0 && second > first;
  },
  wrong({ key }, { before = '' }): WrongSign | null {
    const [first = '', second = ''] = before;
    const [one, other] = [key.places[first], key.places[second]];
    if (one === undefined || other === undefined)
      return { code: 'misconception.letter', params: { letter: one === undefined ? first : second } };
    return one > other ? null : { code: 'misconception.isRight' };
  },
};
