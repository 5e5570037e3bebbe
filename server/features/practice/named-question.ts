/** Finds the question that an answer is about: of the version that its page showed, which may not be the published one any more. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { type AskedLesson, isVersionOf, selectQuestions } from '../../../db/lessons.ts';
import { asksAlike } from '../../../domain/being-written.ts';
import { gradesAlike } from '../../../domain/judging/regrade.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { type Question, type QuestionView, viewOf } from '../../../domain/question.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';

/** `versionId`: the version that the page showed; a page that names none is taken to show the published one. */
export const namedQuestion = {
  lessonId: z.uuid(),
  questionId: storable.max(100),
  versionId: z.uuid().optional(),
};

export interface NamedQuestion {
  lessonId: string;
  /** what it is graded as */
  versionId: string;
  question: Question;
  /** whether this is still what the lesson asks: it may ask another question under this name by now, or none */
  is: 'asked' | 'changed' | 'gone';
}

/** The question that a page names, as it is graded: of the version shown, or of the published one where that asks alike. */
export async function findNamed(
  { id: lessonId, versionId: published }: AskedLesson,
  input: { questionId: string; versionId?: string | undefined },
): Promise<Outcome<{ target: NamedQuestion }>> {
  const db = database();
  const versionId = input.versionId ?? published;
  if (versionId !== published && !(await isVersionOf(db, lessonId, versionId))) return refuse('notFound');
  const shown = (await selectQuestions(db, versionId)).get(input.questionId);
  if (shown === undefined) return refuse('notFound');
  const target: NamedQuestion = { lessonId, versionId, question: shown, is: 'asked' };
  if (versionId === published) return { ok: true, target };
  const now = (await selectQuestions(db, published)).get(input.questionId);
  if (now === undefined) return { ok: true, target: { ...target, is: 'gone' } };
  if (gradesAlike(shown, now)) return { ok: true, target };
  // the same words with another key: what was answered is what is asked, and the key of today is the right one
  if (asksAlike(viewOf(shown), viewOf(now)))
    return { ok: true, target: { ...target, versionId: published, question: now } };
  return { ok: true, target: { ...target, is: 'changed' } };
}

/** The wording of a version, where the published one asks something else; undefined: it asks the same. */
export async function otherWording(
  lesson: Pick<AskedLesson, 'versionId'>,
  question: Question,
  versionId: string | null,
): Promise<QuestionView | undefined> {
  if (versionId === null || versionId === lesson.versionId) return undefined;
  const then = (await selectQuestions(database(), versionId)).get(question.id);
  if (then === undefined) return undefined;
  const wording = viewOf(then);
  return asksAlike(wording, viewOf(question)) ? undefined : wording;
}
