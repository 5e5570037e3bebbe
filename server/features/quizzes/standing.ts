/** How somebody stands to a quiz that they name. */
import { database } from '../../../db/client.ts';
import { selectQuizRelation } from '../../../db/quiz-shares.ts';
import { type StoredQuiz, selectOptionalQuiz } from '../../../db/quizzes.ts';
import { type BoundAction, can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import type { Standing } from '../contract.ts';

/** For a quiz that the input names. */
export function ofQuiz<A extends BoundAction>(action: A) {
  const standing = async (person: Person, { quizId }: { quizId: string }): Promise<Standing<StoredQuiz> | Refused> => {
    const found = await selectOptionalQuiz(database(), quizId);
    if (found === undefined) return refuse('notFound', 'quizId');
    return { relation: await selectQuizRelation(database(), found, person.id), found };
  };
  return { action, standing };
}

/** Whether somebody may look at a quiz, play it and give it to classes. */
export async function mayPlayQuiz(person: Person, quiz: { id: string; ownerId: string | null }): Promise<boolean> {
  return can(person.role, 'quiz.look', await selectQuizRelation(database(), quiz, person.id));
}
