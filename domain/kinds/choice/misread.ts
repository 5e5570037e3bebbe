/** What somebody misunderstood who picks a wrong option, or leaves a right one out. */
import type { Misread, WrongSign } from '../misread.ts';
import { choiceSigns } from './misread-by.ts';

export const choiceMisread: Misread<'choice'> = {
  ...choiceSigns,
  shows: (_question, { choices }, { option, without }) =>
    option === undefined ? without !== undefined && !choices.includes(without) : choices.includes(option),
  said: ({ key }, { option }) => option !== undefined && Object.hasOwn(key.notes, option),
  wrong({ options, multiple, key }, { option, without }): WrongSign | null {
    const letter = option ?? without ?? '';
    if (!options.some((one) => one.letter === letter)) return { code: 'misconception.letter', params: { letter } };
    if (without !== undefined && !multiple) return { code: 'misconception.withoutOfOne' };
    if (key.correct.includes(letter) === (option === undefined)) return null;
    return { code: option === undefined ? 'misconception.withoutWrong' : 'misconception.isRight' };
  },
};
