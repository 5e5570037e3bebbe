/** How a question went in one's own classes and rooms, for who may look at it. */
import { z } from 'zod';
import { database, pool } from '../../../db/client.ts';
import { type FirstAnswer, selectFirstAnswers, selectRoomAnswers } from '../../../db/question-measures.ts';
import { selectOptionalNewestQuestion } from '../../../db/questions.ts';
import { askedKind } from '../../../domain/kinds/asked.ts';
import { kindOf } from '../../../domain/kinds/kinds.ts';
import { type QuestionMeasures, questionMeasures } from '../../../domain/measures/question-measures.ts';
import type { Question } from '../../../domain/question.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofQuestion } from './standing.ts';

export const readMeasured = command({
  input: z.strictObject({ questionId: z.uuid() }),
  allow: ofQuestion('question.look'),
  run: async (person, { questionId }): Promise<Outcome<{ measured: QuestionMeasures }>> => {
    const of = { questionId, personId: person.id };
    const [home, rooms, question] = await Promise.all([
      selectFirstAnswers(pool(), of),
      selectRoomAnswers(pool(), of),
      selectOptionalNewestQuestion(database(), questionId),
    ]);
    const atHome = home.map(({ answer, ...one }) => ({ ...one, labels: labelsOf(question, answer, one.share) }));
    return { ok: true, measured: questionMeasures(atHome, rooms) };
  },
});

/** An answer as rooms count it: by its options, or by what it says. */
function labelsOf(question: Question | undefined, answer: FirstAnswer['answer'], share: number) {
  if (question === undefined || answer === null || answer.kind !== question.kind) return [];
  // with values of their own, one answer says nothing of another
  if (askedKind(question).needsPool || question.varies === true) return [];
  const { live } = kindOf(question);
  const right = live.tallied?.correct(question);
  if (live.tallied === undefined || right === undefined)
    return [{ label: live.label(question, answer), right: share === 1 }];
  return live.tallied.letters(answer).map((label) => ({ label, right: right.includes(label) }));
}
