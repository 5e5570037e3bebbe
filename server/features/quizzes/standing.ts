/** How somebody stands to a quiz that they name. */
import { database } from '../../../db/client.ts';
import { type StoredQuiz, selectOptionalQuiz } from '../../../db/quizzes.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import type { Standing } from '../contract.ts';

async function standing(person: Person, { quizId }: { quizId: string }): Promise<Standing<StoredQuiz> | Refused> {
  const found = await selectOptionalQuiz(database(), quizId);
  if (found === undefined) return refuse('notFound', 'quizId');
  return { relation: { own: found.ownerId === person.id }, found };
}

/** For a quiz that the input names. */
export const ofQuiz = { action: 'quiz.use', standing } as const;
