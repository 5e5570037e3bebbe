import 'server-only';
/** What the class pages show, for those who may see it. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { studiesIn } from '../../db/classes.ts';
import { database, pool } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { type ListedClass, selectClasses, selectStudents } from '../../db/lists.ts';
import type { ListAsked, ListPage } from '../../domain/list-page.ts';
import { type QuizQuestion, quizQuestionsOf } from '../../domain/live/quiz-questions.ts';
import { compareNames, sortByName } from '../../domain/people/name-order.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { authorise } from '../../server/features/contract.ts';
import { ofClass } from '../../server/features/standing.ts';
import { requireViewer } from './viewer.ts';

/** A teacher of the class, or an admin; to others the page does not exist. */
export async function requireClass(id: string, path: string) {
  const viewer = await requireViewer(path);
  if (!z.uuid().safeParse(id).success) notFound();
  const asked = await authorise(viewer, ofClass('class.results'), { classId: id });
  if (!asked.ok) notFound();
  const found = await database().class.findUnique({
    where: { id },
    select: { id: true, name: true, joinToken: true, courseId: true, showNames: true },
  });
  if (found === null) notFound();
  return { viewer, found };
}

/** The classes that one teaches, a page of them; admins see all. */
export async function readClasses(viewer: Person, asked: ListAsked): Promise<ListPage<ListedClass>> {
  return selectClasses(pool(), asked, can(viewer.role, 'class.results') ? null : viewer.id);
}

/** The courses that a class can be made for. */
export async function readCourseNames() {
  const courses = await database().course.findMany({ select: { id: true, title: true } });
  return courses.toSorted((one, other) => compareNames(one.title, other.title));
}

/** The lessons given to a class, in the order of the course. */
export async function readAssigned(classId: string) {
  const rows = await database().assignment.findMany({
    where: { classId },
    orderBy: [{ lesson: { level: { number: 'asc' } } }, { lesson: { place: 'asc' } }],
    select: { lesson: { select: { id: true, title: true } } },
  });
  return rows.map((row) => row.lesson);
}

/** What a quiz on a lesson can ask; of one that is not published nothing. */
export async function readQuizQuestions(lessonId: string): Promise<QuizQuestion[]> {
  const lesson = await selectOptionalPublished(database(), { id: lessonId });
  return lesson === undefined ? [] : quizQuestionsOf(lesson.content);
}

/** All lessons of the class's course, with what is given and when it is due. */
export async function readLessonPlan(classId: string, courseId: string) {
  const levels = await database().level.findMany({
    where: { courseId, archivedAt: null },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      title: true,
      lessons: {
        // what was taken out of the list stays with a class that was given it
        where: { OR: [{ archivedAt: null }, { assignments: { some: { classId } } }] },
        orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { place: 'asc' }],
        select: {
          id: true,
          place: true,
          title: true,
          slug: true,
          publishedId: true,
          archivedAt: true,
          assignments: { where: { classId }, select: { dueAt: true } },
        },
      },
    },
  });
  return levels.map(({ lessons, ...level }) => ({
    ...level,
    lessons: lessons.map(({ assignments, publishedId, archivedAt, ...lesson }) => ({
      ...lesson,
      place: archivedAt === null ? lesson.place : null,
      written: publishedId !== null,
      given: assignments.length > 0,
      dueAt: assignments[0]?.dueAt?.toISOString() ?? null,
    })),
  }));
}

export const isStudentOf = (userId: string, classId: string): Promise<boolean> =>
  studiesIn(database(), userId, classId);

/** Its students a page at a time, and its teachers, who are few. */
export async function readMembers(classId: string, asked: ListAsked) {
  const [students, teachers] = await Promise.all([
    selectStudents(pool(), asked, classId),
    database().user.findMany({
      where: { enrolments: { some: { classId, role: 'teacher' } } },
      select: { id: true, name: true, login: true },
    }),
  ]);
  return { students, teachers: sortByName(teachers) };
}

/** The newest live sessions of a class. */
export async function readQuizzes(classId: string) {
  const rows = await database().liveSession.findMany({
    where: { classId },
    orderBy: { createdAt: 'desc' },
    take: 100,
    select: {
      id: true,
      code: true,
      createdAt: true,
      endedAt: true,
      lesson: { select: { title: true } },
      _count: { select: { players: { where: { rehearsal: false } } } },
    },
  });
  return rows.map(({ lesson, createdAt, endedAt, _count, ...row }) => ({
    ...row,
    lesson: lesson.title,
    openedAt: createdAt.toISOString(),
    over: endedAt !== null,
    players: _count.players,
  }));
}
