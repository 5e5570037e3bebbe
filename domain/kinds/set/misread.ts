/** What somebody misunderstood who comes to a certain wrong set. */
import type { QuestionOf } from '../../question.ts';
import type { Misread, WrongSign } from '../misread.ts';
import { type ReadSet, readSet } from './candidates.ts';
import { checkSet } from './check.ts';
import { setSigns } from './misread-by.ts';

type SetQuestion = QuestionOf<'set'>;

export const setMisread: Misread<'set'> = {
  ...setSigns,
  shows: (question, { set, reading }, { answer = '' }) =>
    isSame(question, read(question, answer), readSet(question, set, { chosen: reading, unasked: true })),
  wrong(question, { answer = '' }): WrongSign | null {
    const found = read(question, answer);
    if (!found.ok) return { code: 'misconception.unread', params: { answer } };
    return isSame(question, read(question, question.key.set), found) ? { code: 'misconception.isRight' } : null;
  },
};

const read = (question: SetQuestion, text: string): ReadSet => readSet(question, text, { unasked: true });

function isSame({ asks, variables, positive, key }: SetQuestion, wanted: ReadSet, given: ReadSet): boolean {
  if (!wanted.ok || !given.ok) return false;
  const how = { asks, variables, positive, seed: 1, decimals: key.checking?.decimals };
  return checkSet(wanted.read.tree, given.read.tree, how).verdict === 'equal';
}
