/** Finds the question that an answer is about: of the version that its page showed, which may not be the published one any more. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { type AskedLesson, isVersionOf, selectQuestions } from '../../../db/lessons.ts';
import { selectOwnQuestions, selectVariant } from '../../../db/variants.ts';
import { asksAlike } from '../../../domain/being-written.ts';
import { gradesAlike } from '../../../domain/judging/regrade.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Question, type QuestionView, viewOf } from '../../../domain/question.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';

/**
 * `versionId`: the version that the page showed; a page that names none is taken to show the published one. `variant`: whose values,
 * where they are drawn; none: those that one has.
 */
export const namedQuestion = {
  lessonId: z.uuid(),
  questionId: storable.max(100),
  versionId: z.uuid().optional(),
  variant: z.uuid().optional(),
};

export interface NamedQuestion {
  lessonId: string;
  /** what it is graded as */
  versionId: string;
  /** with the values that it has for this person */
  question: Question;
  /** whether this is still what the lesson asks: it may ask another question under this name by now, or none */
  is: 'asked' | 'changed' | 'gone';
}

/** The question that a page names, as it is graded: of the version shown, or of the published one where that asks alike. */
export async function findNamed(
  person: Pick<Person, 'id'>,
  { id: lessonId, versionId: published }: AskedLesson,
  input: { questionId: string; versionId?: string | undefined; variant?: string | undefined },
): Promise<Outcome<{ target: NamedQuestion }>> {
  const db = database();
  const versionId = input.versionId ?? published;
  if (versionId !== published && !(await isVersionOf(db, lessonId, versionId))) return refuse('notFound');
  const own = (await selectOwnQuestions(db, person.id, versionId)).get(input.questionId);
  if (own === undefined) return refuse('notFound');
  const asked = { userId: person.id, variantId: input.variant ?? own.variant ?? null };
  const named = (await selectQuestions(db, versionId)).get(input.questionId);
  const shown = named && (await selectVariant(db, { ...asked, versionId, question: named }));
  if (!shown) return refuse('notFound');
  const target: NamedQuestion = { lessonId, versionId, question: shown, is: 'asked' };
  if (versionId === published)
    return { ok: true, target: { ...target, is: shown.variant === own.variant ? 'asked' : 'changed' } };
  const today = (await selectOwnQuestions(db, person.id, published)).get(input.questionId);
  if (today === undefined) return { ok: true, target: { ...target, is: 'gone' } };
  const now = shown.variant === today.variant ? today : undefined;
  if (gradesAlike(shown, now)) return { ok: true, target };
  // the same words with another key: what was answered is what is asked, and the key of today is the right one
  if (now !== undefined && asksAlike(viewOf(shown), viewOf(now)))
    return { ok: true, target: { ...target, versionId: published, question: now } };
  return { ok: true, target: { ...target, is: 'changed' } };
}

/** The wording of a version, with the values of then, where what is asked now is something else; undefined: it is the same. */
export async function otherWording(
  person: Person,
  lesson: Pick<AskedLesson, 'versionId'>,
  question: Question,
  at: { versionId: string | null; variantId: string | null },
): Promise<QuestionView | undefined> {
  const { versionId, variantId } = at;
  const same = versionId === lesson.versionId && variantId === (question.variant ?? null);
  if (versionId === null || same) return undefined;
  const asked = (await selectQuestions(database(), versionId)).get(question.id);
  const then = asked && (await selectVariant(database(), { versionId, question: asked, variantId, userId: person.id }));
  if (!then) return undefined;
  const wording = viewOf(then);
  return asksAlike(wording, viewOf(question)) ? undefined : wording;
}
