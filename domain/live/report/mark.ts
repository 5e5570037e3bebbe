/** How an answer of a live round stands, in one word. Pure. */
import { askedKind } from '../../kinds/asked.ts';
import type { Question } from '../../question.ts';
import type { StoredAnswer } from '../room.ts';
import { shareRight } from '../score.ts';
import type { Mark } from './marks.ts';

/** @param given undefined: there is none */
export function markOf(question: Question, given: StoredAnswer | undefined): Mark {
  if (given === undefined) return 'none';
  if (!askedKind(question).scored) return 'received';
  if (askedKind(question).needsPool && given.verdict === null) return 'waits';
  if (given.verdict !== null && (given.verdict.outcome !== 'graded' || given.verdict.result === 'undecided'))
    return 'unclear';
  const share = shareRight(question, given);
  if (share === 1) return 'right';
  return share > 0 ? 'partly' : 'wrong';
}

/** It says whether its player knew. */
export const isMeasured = (mark: Mark): boolean => mark === 'right' || mark === 'partly' || mark === 'wrong';
