/** How a question went in one's own classes and rooms, for who may look at it. */
import { z } from 'zod';
import { selectOptionalBanked } from '../../../db/bank.ts';
import { selectBankRows } from '../../../db/bank-list.ts';
import { database, pool } from '../../../db/client.ts';
import { type FirstAnswer, selectFirstAnswers, selectRoomAnswers } from '../../../db/question-measures.ts';
import { selectOptionalNewestQuestion } from '../../../db/questions.ts';
import { askedKind } from '../../../domain/kinds/asked.ts';
import { kindOf } from '../../../domain/kinds/kinds.ts';
import { type QuestionMeasures, questionMeasures } from '../../../domain/measures/question-measures.ts';
import type { Person } from '../../../domain/people/person.ts';
import { SHARES } from '../../../domain/people/policies/rule.ts';
import type { Question } from '../../../domain/question.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command, type Standing } from '../contract.ts';
import { lookingOf } from './looking.ts';

export const readMeasured = command({
  input: z.strictObject({ questionId: z.uuid() }),
  allow: { action: 'question.look', standing: toMeasured },
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

/** Those of lessons too: to who finds them in the bank, as to what was shared with them. */
async function toMeasured(
  person: Person,
  { questionId }: { questionId: string },
): Promise<Standing<undefined> | Refused> {
  const banked = await selectOptionalBanked(database(), questionId, person.id);
  if (banked !== undefined) return { relation: banked.relation, found: undefined };
  const [listed] = await selectBankRows(pool(), [questionId], lookingOf(person));
  return listed === undefined
    ? refuse('notFound', 'questionId')
    : { relation: { shared: SHARES[0] }, found: undefined };
}

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
