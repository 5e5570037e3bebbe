/** What a student is typing, opened by who may see it: each opening is noted. */
import { z } from 'zod';
import { isGiven } from '../../../db/activities.ts';
import { studiesIn } from '../../../db/classes.ts';
import { database, type Queryable } from '../../../db/client.ts';
import { selectDrafts, selectSubmissions } from '../../../db/submissions.ts';
import { insertAudit } from '../../../db/users.ts';
import { selectOwnQuestions } from '../../../db/variants.ts';
import type { Answer } from '../../../domain/answer.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { type Question, type QuestionView, viewOf } from '../../../domain/question.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import type { Result } from '../../../domain/results/verdict.ts';
import { selectAskedOf } from '../activities/asked-of.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

const which = { classId: z.uuid(), userId: z.uuid(), lessonId: z.uuid(), questionId: storable.max(100) };
const input = z.strictObject({
  ...which,
  /** made by the page when it is opened: looking again is the same opening */
  opening: z.uuid(),
});

export interface OpenedDraft {
  /** with the values that the student has; options are in their own order */
  question: QuestionView;
  /** what is kept of what they type, and when that was; null: nothing */
  typed: { answer: Answer; at: string } | null;
  /** what they handed in last */
  last: { answer: Answer; at: string; result: Result | null } | null;
}

/** A student's draft of one question, with what they handed in last. */
export const openDraft = command({
  input,
  allow: ofClass('draft.see'),
  run: async (person, { opening, ...of }): Promise<Outcome<{ opened: OpenedDraft }>> => {
    const db = database();
    const found = await selectOptionalDraft(db, of);
    if (found === undefined) return refuse('notFound');
    await noteOpening(db, { ...of, opening, actorId: person.id });
    const { question, answer, at, last } = found;
    return {
      ok: true,
      opened: {
        question: viewOf(question),
        typed: answer === null || at === null ? null : { answer, at: at.toISOString() },
        last,
      },
    };
  },
});

export interface FoundDraft extends Pick<OpenedDraft, 'last'> {
  question: Question;
  versionId: string;
  answer: Answer | null;
  at: Date | null;
}

/** What a student of a class has of a question that the class was given; undefined: they are not in it, or it was not given. */
export async function selectOptionalDraft(
  db: Queryable,
  { classId, userId, lessonId, questionId }: { classId: string; userId: string; lessonId: string; questionId: string },
): Promise<FoundDraft | undefined> {
  const [learns, given, lesson] = await Promise.all([
    studiesIn(db, userId, classId),
    isGiven(db, { classId, lessonId }),
    selectAskedOf(db, userId, { id: lessonId }),
  ]);
  if (!learns || !given || lesson === undefined) return undefined;
  const { versionId } = lesson;
  const [questions, drafts, [newest]] = await Promise.all([
    selectOwnQuestions(db, userId, versionId),
    selectDrafts(db, userId, lessonId),
    selectSubmissions(db, { userId, lessonId, questionId, purpose: { in: ['submit', 'practice'] } }),
  ]);
  const question = questions.get(questionId);
  if (question === undefined) return undefined;
  const draft = drafts.get(questionId);
  // what was typed for a question of another kind says nothing of this one
  const answer = draft?.answer.kind === question.kind ? draft.answer : null;
  return {
    ...{ question, versionId, answer, at: draft?.updatedAt ?? null },
    last:
      newest === undefined
        ? null
        : {
            answer: newest.answer,
            at: newest.createdAt.toISOString(),
            result: newest.verdict?.outcome === 'graded' ? newest.verdict.result : null,
          },
  };
}

/** Each opening once, however often it is looked at again. */
async function noteOpening(
  db: Queryable,
  { opening, actorId, userId, ...details }: z.infer<typeof input> & { actorId: string },
): Promise<void> {
  const noted = await db.auditEvent.count({
    where: { actorId, action: 'draft.opened', subject: userId, details: { path: ['opening'], equals: opening } },
  });
  if (noted > 0) return;
  await insertAudit(db, { actorId, action: 'draft.opened', subject: userId, details: { ...details, opening } });
}
