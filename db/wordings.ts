/**
 * Which versions of a lesson ask a question alike (domain/judging/regrade.ts): what was tried, opened and told of one of
 * them holds for the others, and for no version that would grade differently.
 */
import { gradesAlike } from '../domain/judging/regrade.ts';
import type { Question } from '../domain/question.ts';
import type { Queryable } from './client.ts';
import { selectQuestions } from './lessons.ts';

/** The same name for versions in which the question grades alike; with other values it is asked anew. */
export type Wordings = (questionId: string, versionId: string, variantId: string | null) => string;

/** Of these versions of a lesson, which are few: those that a student answered, or a class. */
export async function selectWordings(db: Queryable, versionIds: Iterable<string>): Promise<Wordings> {
  const versions = new Map<string, ReadonlyMap<string, Question>>();
  for (const id of new Set(versionIds)) versions.set(id, await selectQuestions(db, id));
  const names = new Map<string, string>();
  const first = new Map<string, { name: string; question: Question }[]>();
  const named = (questionId: string, versionId: string): string => {
    const key = `${versionId} ${questionId}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const question = versions.get(versionId)?.get(questionId);
    const others = first.get(questionId) ?? [];
    const name = (question && others.find((one) => gradesAlike(one.question, question))?.name) ?? versionId;
    names.set(key, name);
    if (question && name === versionId) first.set(questionId, [...others, { name, question }]);
    return name;
  };
  return (questionId, versionId, variantId) => {
    const name = named(questionId, versionId);
    return variantId === null ? name : `${name} ${variantId}`;
  };
}
