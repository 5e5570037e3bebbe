/** Classes: who teaches, assists and learns in them. */
import { z } from 'zod';
import type { InClass } from '../domain/people/permissions.ts';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

/** How somebody stands to a class, or to a student by all classes that they share. */
export interface ClassStanding {
  teaches: boolean;
  /** what they may do as an assistant */
  assists: InClass[];
}

const STANDING = z.strictObject({
  teaches: z.boolean(),
  assists: z.boolean(),
  mayGrade: z.boolean(),
  mayPeople: z.boolean(),
  mayDrafts: z.boolean(),
});

/** How somebody stands to a class: by one query, since nearly everything that a desk asks for begins with it. */
export async function selectClassStanding(
  db: Queryable,
  userId: string,
  classId: string,
  which: 'in use' | 'put aside too' = 'in use',
): Promise<ClassStanding> {
  const [found] = await rowsOf(
    STANDING,
    db.$queryRaw`
      select exists (
          select 1 from enrolments e where e.class_id = c.id and e.user_id = ${userId}::uuid and e.role = 'teacher') as teaches,
        a.user_id is not null as assists, coalesce(a.may_grade, false) as "mayGrade",
        coalesce(a.may_people, false) as "mayPeople", coalesce(a.may_drafts, false) as "mayDrafts"
      from classes c left join class_assistants a on a.class_id = c.id and a.user_id = ${userId}::uuid
      where c.id = ${classId}::uuid and (c.archived_at is null or ${which === 'put aside too'})`,
  );
  if (found === undefined) return { teaches: false, assists: [] };
  return { teaches: found.teaches, assists: found.assists ? rightsOf(found) : [] };
}

/** How somebody stands to a student: by every class in which that student sits, or by the one that made their account, where asked. */
export async function selectStandingToStudent(
  db: Queryable,
  userId: string,
  studentId: string,
  by: 'each class' | 'the class of the account' = 'each class',
): Promise<ClassStanding> {
  const shared = await db.class.findMany({
    where: {
      archivedAt: null,
      enrolments: { some: { userId: studentId, role: 'student' } },
      OR: [{ enrolments: { some: { userId, role: 'teacher' } } }, { assistants: { some: { userId } } }],
      ...(by === 'each class' ? {} : { accounts: { some: { id: studentId } } }),
    },
    select: standingOf(userId),
  });
  return toStanding(shared);
}

const standingOf = (userId: string) =>
  ({
    enrolments: { where: { userId, role: 'teacher' }, select: { userId: true } },
    assistants: { where: { userId }, select: { mayGrade: true, mayPeople: true, mayDrafts: true } },
  }) as const;

function toStanding(
  found: readonly {
    enrolments: readonly unknown[];
    assistants: readonly AssistantRights[];
  }[],
): ClassStanding {
  const rights = found.flatMap(({ assistants }) => assistants).flatMap(rightsOf);
  return { teaches: found.some(({ enrolments }) => enrolments.length > 0), assists: [...new Set(rights)] };
}

/** What an assistant was allowed beyond seeing. */
interface AssistantRights {
  mayGrade: boolean;
  mayPeople: boolean;
  mayDrafts: boolean;
}

/** What an assistant may do: see, and what was allowed beyond. */
function rightsOf({ mayGrade, mayPeople, mayDrafts }: AssistantRights): InClass[] {
  return [
    'see',
    ...(mayGrade ? (['grade'] as const) : []),
    ...(mayPeople ? (['people'] as const) : []),
    ...(mayDrafts ? (['drafts'] as const) : []),
  ];
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

/** Whether a class was put aside; undefined: there is no such class. */
export async function selectOptionalAside(db: Queryable, id: string): Promise<boolean | undefined> {
  const found = await db.class.findUnique({ where: { id }, select: { archivedAt: true } });
  return found === null ? undefined : found.archivedAt !== null;
}

/** Whether somebody is a student of a class. */
export async function studiesIn(db: Queryable, userId: string, classId: string): Promise<boolean> {
  return (await db.enrolment.count({ where: { userId, classId, role: 'student' } })) > 0;
}

/** Who learns in a class. */
export async function selectLearners(db: Queryable, classId: string): Promise<string[]> {
  const found = await db.enrolment.findMany({ where: { classId, role: 'student' }, select: { userId: true } });
  return found.map(({ userId }) => userId);
}

/** Who teaches and assists in a class. */
export async function selectDesk(db: Queryable, classId: string): Promise<string[]> {
  const [teachers, assistants] = await Promise.all([
    db.enrolment.findMany({ where: { classId, role: 'teacher' }, select: { userId: true } }),
    db.classAssistant.findMany({ where: { classId }, select: { userId: true } }),
  ]);
  return [...teachers, ...assistants].map(({ userId }) => userId);
}
