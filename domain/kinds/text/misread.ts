/** What somebody misunderstood who writes a certain wrong text. */
import type { Misread } from '../misread.ts';
import { acceptedText, foldText, noteOnText } from './grade.ts';
import { textSigns } from './misread-by.ts';

export const textMisread: Misread<'text'> = {
  ...textSigns,
  shows: ({ key }, { text }, { answer = '' }) => foldText(text, key.capitals) === foldText(answer, key.capitals),
  said: ({ key }, { answer = '' }) => noteOnText(answer, key) !== undefined,
  wrong: ({ key }, { answer = '' }) =>
    acceptedText(answer, key)?.share !== 1 ? null : { code: 'misconception.isRight' },
};
