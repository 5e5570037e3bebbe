/** Who may have a draft of something: who may change it. */
import { z } from 'zod';
import type { DraftPlace } from '../../../db/author-drafts.ts';
import { database } from '../../../db/client.ts';
import type { DraftOf } from '../../../domain/drafting.ts';
import type { Person } from '../../../domain/people/person.ts';
import type { Rule } from '../contract.ts';
import { ofAuthors, ofLesson } from '../courses/standing.ts';
import { ofQuestion } from '../questions/standing.ts';

export const draftOf = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('question'), questionId: z.uuid() }),
  z.strictObject({ of: z.literal('lesson'), lessonId: z.uuid() }),
  z.strictObject({ of: z.literal('new'), newId: z.uuid() }),
]);

/** Where a draft of it lies. */
export function placeOf(person: Person, thing: DraftOf): DraftPlace {
  return {
    userId: person.id,
    questionId: thing.of === 'question' ? thing.questionId : null,
    lessonId: thing.of === 'lesson' ? thing.lessonId : null,
    newId: thing.of === 'new' ? thing.newId : null,
  };
}

/** The rule of what somebody writes on. */
export function whoMayChange({ thing }: { thing: DraftOf }): Rule<object, unknown> {
  if (thing.of === 'new') return ofAuthors('question.write');
  if (thing.of === 'lesson') {
    const { action, standing } = ofLesson('course.edit');
    return { action, standing: (person) => standing(person, thing) };
  }
  const { action, standing } = ofQuestion('question.change');
  return { action, standing: (person) => standing(person, thing) };
}

/** A lesson of a course; a quiz has an editor of its own. Questions were found when it was asked who may. */
export async function isThere(thing: DraftOf): Promise<boolean> {
  if (thing.of !== 'lesson') return true;
  return (await database().lesson.count({ where: { id: thing.lessonId, levelId: { not: null } } })) > 0;
}
