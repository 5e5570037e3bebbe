/** What somebody misunderstood whose code goes wrong: by a slip that the judge names, an error, or a test. */
import type { Sign } from '../../misconceptions/sign.ts';
import type { QuestionOf } from '../../question.ts';
import type { WrongSign } from '../misread.ts';

type Code = QuestionOf<'function'> | QuestionOf<'blanks'>;

/** A test that is not there; which errors a run may end in nobody knows. */
export function wrongOfCode({ key }: Code, { test }: Sign): WrongSign | null {
  if (test === undefined || key.tests.some(({ id }) => id === test)) return null;
  return { code: 'misconception.test', params: { test, known: key.tests.map(({ id }) => id).join(', ') } };
}
