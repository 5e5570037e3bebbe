/** Classes: who teaches and who learns in them. */
import type { Queryable } from './client.ts';

export async function teachesClass(db: Queryable, userId: string, classId: string): Promise<boolean> {
  return (await db.enrolment.count({ where: { userId, classId, role: 'teacher', class: { archivedAt: null } } })) > 0;
}

/** Does this person teach a class in which that student sits? */
export async function teachesStudent(db: Queryable, teacherId: string, studentId: string): Promise<boolean> {
  const shared = await db.enrolment.count({
    where: {
      userId: studentId,
      role: 'student',
      class: { archivedAt: null, enrolments: { some: { userId: teacherId, role: 'teacher' } } },
    },
  });
  return shared > 0;
}

/** The classes in which one of these sits as a student. */
export async function selectClassesOf(db: Queryable, students: readonly string[]): Promise<string[]> {
  const rows = await db.enrolment.groupBy({
    by: ['classId'],
    where: { userId: { in: [...students] }, role: 'student', class: { archivedAt: null } },
  });
  return rows.map(({ classId }) => classId);
}

/** The share of the usual time that a student of a class has in live rounds and under time limits; 0: no limit; 1 for everybody else. */
export async function selectTimeFactor(db: Queryable, userId: string, classId: string): Promise<number> {
  const found = await db.enrolment.findUnique({
    where: { classId_userId: { classId, userId } },
    select: { timeFactor: true },
  });
  return found?.timeFactor ?? 1;
}

/** Whether the quizzes of a class show names; undefined: there is no such class. */
export async function selectShowsNames(db: Queryable, id: string): Promise<boolean | undefined> {
  const found = await db.class.findUnique({ where: { id }, select: { showNames: true } });
  return found?.showNames;
}

/** Whether there is such a class at all: who may do everything may name one that is not there. */
export async function classExists(db: Queryable, id: string): Promise<boolean> {
  return (await db.class.count({ where: { id } })) > 0;
}

/** Whether somebody is a student of a class. */
export async function studiesIn(db: Queryable, userId: string, classId: string): Promise<boolean> {
  return (await db.enrolment.count({ where: { userId, classId, role: 'student' } })) > 0;
}
