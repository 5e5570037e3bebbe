/** Answers that were kept as they were at a moment, to be shown side by side. */
import type { Answer } from '../domain/answer.ts';
import type { ShownSnapshot, SnapshotLine } from '../domain/class-now/snapshot.ts';
import { answerDocument } from '../domain/documents/formats.ts';
import { viewOf } from '../domain/question.ts';
import { told } from '../domain/variants/told.ts';
import type { Queryable } from './client.ts';
import { toJson } from './json.ts';
import { selectQuestions } from './lessons.ts';
import { drawnValues } from './variants.ts';

interface NewSnapshot {
  classId: string;
  versionId: string;
  questionId: string;
  takenById: string;
  answers: readonly { userId: string; answer: Answer; variantId: string | null }[];
}

/** @returns its id */
export async function insertSnapshot(db: Queryable, taken: NewSnapshot): Promise<string> {
  const { classId, versionId, questionId, takenById, answers } = taken;
  const { id } = await db.snapshot.create({
    data: {
      ...{ classId, lessonVersionId: versionId, questionId, takenById },
      answers: {
        create: answers.map(({ userId, answer, variantId }, place) => ({
          ...{ userId, variantId, place },
          answer: toJson(answerDocument.write(answer)),
        })),
      },
    },
    select: { id: true },
  });
  return id;
}

/** So many are listed. */
const MOST = 50;

/** Those of a class, the newest first. */
export async function selectSnapshots(db: Queryable, classId: string): Promise<SnapshotLine[]> {
  const rows = await db.snapshot.findMany({
    where: { classId },
    orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: { id: true, takenAt: true, questionId: true, lessonVersionId: true, _count: { select: { answers: true } } },
  });
  return Promise.all(
    rows.map(async ({ id, takenAt, questionId, lessonVersionId, _count }) => ({
      id,
      at: takenAt.toISOString(),
      title: (await selectQuestions(db, lessonVersionId)).get(questionId)?.title ?? questionId,
      answers: _count.answers,
    })),
  );
}

/** One with its answers; undefined: there is none, or its question is not there any more. */
export async function selectOptionalSnapshot(db: Queryable, id: string): Promise<ShownSnapshot | undefined> {
  const found = await db.snapshot.findUnique({
    where: { id },
    include: {
      answers: {
        orderBy: { place: 'asc' },
        include: { user: { select: { name: true } }, variant: { select: { drawn: true } } },
      },
    },
  });
  if (found === null) return undefined;
  const question = (await selectQuestions(db, found.lessonVersionId)).get(found.questionId);
  if (question === undefined) return undefined;
  return {
    ...{ id, classId: found.classId, at: found.takenAt.toISOString(), title: question.title },
    question: viewOf(question),
    answers: found.answers.map(({ userId, user, answer, variant }) => ({
      ...{ userId, name: user.name, answer: answerDocument.trust(answer) },
      values: variant === null ? null : told(drawnValues.parse(variant.drawn)),
    })),
  };
}

export async function deleteSnapshot(db: Queryable, id: string): Promise<void> {
  await db.snapshot.deleteMany({ where: { id } });
}
