/** What somebody misunderstood who gives a prompt the answer of another one. */
import type { Misread, WrongSign } from '../misread.ts';
import { matchSigns } from './misread-by.ts';

export const matchMisread: Misread<'match'> = {
  ...matchSigns,
  shows({ key }, { pairs }, { pair = '' }) {
    const [prompt = '', other = ''] = pair.split('-');
    return pairs[prompt] !== undefined && pairs[prompt] === key.pairs[other];
  },
  said({ key }, { pair = '' }) {
    const [prompt = '', other = ''] = pair.split('-');
    return Object.hasOwn(key.notes, `${prompt}${key.pairs[other] ?? ''}`);
  },
  wrong({ key }, { pair = '' }): WrongSign | null {
    const [prompt = '', other = ''] = pair.split('-');
    const [own, given] = [key.pairs[prompt], key.pairs[other]];
    if (own === undefined || given === undefined)
      return { code: 'misconception.prompt', params: { prompt: own === undefined ? prompt : other } };
    return own === given ? { code: 'misconception.isRight' } : null;
  },
};
