import 'server-only';
/** Which version of a quiz a class keeps, and what another one that is newer would change for it. */
import { database } from '../../db/client.ts';
import { selectQuizVersions } from '../../db/quiz-versions.ts';
import { changesOf, type QuizChanges } from '../../domain/quiz/changes.ts';

/** Of an activity the version that it keeps. */
export const KEPT = { select: { id: true, number: true, basedOn: true } } as const;

interface Keeping {
  classId: string;
  quizId: string;
  published: { id: string; number: number } | null;
  /** null: the class does not have it */
  kept: { id: string; number: number; basedOn: number | null } | null;
}

export interface KeptVersion {
  /** the version that it was given with, or took since */
  number: number;
  /** errors of it were put right since */
  corrected: boolean;
  /** null: it has what is published now */
  newer: {
    number: number;
    changes: QuizChanges;
    /** so many students of the class have handed something in */
    students: number;
  } | null;
}

/** In the order in which they are asked for; null where the class does not have it. */
export async function keptVersions(all: readonly Keeping[]): Promise<(KeptVersion | null)[]> {
  const db = database();
  const behind = all.filter(({ kept, published }) => kept !== null && published !== null && kept.id !== published.id);
  const quizzes = [...new Set(behind.map(({ quizId }) => quizId))];
  const versions = new Map(
    await Promise.all(quizzes.map(async (id) => [id, await selectQuizVersions(db, id)] as const)),
  );
  return Promise.all(
    all.map(async ({ classId, quizId, published, kept }): Promise<KeptVersion | null> => {
      if (kept === null) return null;
      const own = versions.get(quizId) ?? [];
      const [before, after] = [kept.id, published?.id].map((id) => own.find((one) => one.id === id));
      const newer =
        before === undefined || after === undefined
          ? null
          : {
              number: after.number,
              // by which rules the class has it stays as it is
              changes: { ...changesOf(before, after), settings: false },
              students: await countStudents(classId, quizId),
            };
      return { number: kept.basedOn ?? kept.number, corrected: kept.basedOn !== null, newer };
    }),
  );
}

async function countStudents(classId: string, lessonId: string): Promise<number> {
  const found = await database().submission.findMany({
    where: { lessonId, purpose: 'submit', user: { enrolments: { some: { classId, role: 'student' } } } },
    distinct: ['userId'],
    select: { userId: true },
  });
  return found.length;
}
