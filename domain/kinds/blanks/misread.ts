/** What somebody misunderstood whose gap holds something, whose run names a slip, or ends in an error. */
import type { Sign } from '../../misconceptions/sign.ts';
import type { QuestionOf } from '../../question.ts';
import { wrongOfCode } from '../code/misread.ts';
import type { Misread, WrongSign } from '../misread.ts';
import { blanksSigns } from './misread-by.ts';

export const blanksMisread: Misread<'blanks'> = {
  ...blanksSigns,
  shows(question, { gaps }, sign) {
    const gap = gapOf(question, sign);
    return gap !== undefined && bare(gaps[gap] ?? '') === bare(sign.answer ?? '');
  },
  wrong(question, sign): WrongSign | null {
    if (sign.answer === undefined) return wrongOfCode(question, sign);
    const gap = gapOf(question, sign);
    const known = Object.keys(question.key.gaps);
    if (gap === undefined)
      return { code: 'misconception.part', params: { part: sign.part ?? '', known: known.join(', ') } };
    return bare(question.key.gaps[gap] ?? '') === bare(sign.answer) ? { code: 'misconception.isRight' } : null;
  },
};

function gapOf({ key }: QuestionOf<'blanks'>, { part }: Sign): string | undefined {
  const [only, second] = Object.keys(key.gaps);
  if (part === undefined) return second === undefined ? only : undefined;
  return Object.hasOwn(key.gaps, part) ? part : undefined;
}

/** Blanks say nothing in one expression, but between two words. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/\s*([^\w\s])\s*/g, '$1')
    .replace(/\s+/g, ' ');
