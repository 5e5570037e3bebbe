/** What somebody misunderstood who puts something certain, or something that meets a condition. */
import { MatrixFailure } from '../../maths/matrix-parse.ts';
import type { QuestionOf } from '../../question.ts';
import type { Misread, WrongSign } from '../misread.ts';
import type { KnownPut } from './document.ts';
import { judgeOf, knownIn } from './judge.ts';
import { pointSigns } from './misread-by.ts';
import { answerPut } from './places.ts';
import { type Put, readPut } from './put.ts';

type Point = QuestionOf<'point'>;

export const pointMisread: Misread<'point'> = {
  ...pointSigns,
  shows(question, answer, { answer: named = '' }) {
    const [read, known] = [readPut(question, answer), meant(question, named)];
    return read.ok && known !== null && judgeOf(question).is(known, read.put);
  },
  said(question, { answer = '' }) {
    const known = meant(question, answer);
    const put = known && putOf(question, known);
    return put !== null && judgeOf(question).earned(put).other?.note !== undefined;
  },
  wrong(question, { answer = '' }): WrongSign | null {
    const known = meant(question, answer);
    if (known === null) return { code: 'misconception.unread', params: { answer } };
    const put = putOf(question, known);
    // a condition may hold for what is right as well, which shows none
    return put !== null && judgeOf(question).earned(put).share === 1 ? { code: 'misconception.isRight' } : null;
  },
};

/** What a sign says; null where it cannot be read, or does not fit. */
function meant(question: Point, text: string): KnownPut | null {
  const judge = judgeOf(question);
  try {
    const known = knownIn(text, question, judge.scope);
    // worked out once: what does not fit throws
    if (known !== null && 'where' in known) judge.tried(known.where);
    return known;
  } catch (error) {
    // a formula that does not fit is the author's to mend; anything else is ours
    if (!(error instanceof MatrixFailure)) throw error;
    return null;
  }
}

/** A value as it would be put; of a condition there is none. */
function putOf(question: Point, known: KnownPut): Put | null {
  return 'where' in known ? null : answerPut(question, known);
}
