/** People and a class of their own for tests of commands, in a database of the test file's own. */
import { connect, database, disconnect } from '../../db/client.ts';
import { insertUser } from '../../db/users.ts';
import type { Role } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { makeDatabase } from './database.ts';
import { LESSON, makeOwnPlace } from './own-place.ts';

export interface Cast {
  /** the address of the database */
  url: string;
  admin: Person;
  /** teaches the class */
  teacher: Person;
  /** teaches another class */
  colleague: Person;
  /** sits in the class */
  student: Person;
  /** a student of nobody here */
  stranger: Person;
  classId: string;
  /** the colleague's */
  otherClassId: string;
  courseId: string;
  /** the one called `LESSON`, given to nobody of these yet */
  lessonId: string;
  /** a place without a lesson, in a level of its own */
  unwrittenId: string;
}

/** Connects this process to a fresh database and fills it. `dismissCast` closes it again. */
export async function makeCast(): Promise<Cast> {
  const url = await makeDatabase();
  connect(url, { connections: 4 });
  const db = database();
  const person = (login: string, role: Role): Promise<Person> =>
    insertUser(db, { name: `The ${login}`, login: `cast-${login}`, role, passwordHash: null });
  const [admin, teacher, colleague, student, stranger] = await Promise.all([
    person('admin', 'admin'),
    person('teacher', 'teacher'),
    person('colleague', 'teacher'),
    person('student', 'student'),
    person('stranger', 'student'),
  ]);
  const course = await db.course.findFirstOrThrow({ select: { id: true } });
  const written = await db.lesson.findUniqueOrThrow({ where: { slug: LESSON }, select: { id: true } });
  const unwritten = await makeOwnPlace();
  const classOf = (name: string, people: [Person, 'teacher' | 'student'][]) =>
    db.class.create({
      data: {
        name,
        courseId: course.id,
        joinToken: `token-${name}`,
        enrolments: { create: people.map(([{ id: userId }, role]) => ({ userId, role })) },
      },
      select: { id: true },
    });
  const own = await classOf('own', [
    [teacher, 'teacher'],
    [student, 'student'],
  ]);
  const other = await classOf('other', [[colleague, 'teacher']]);
  // as if by the join link of the class
  await db.user.update({ where: { id: student.id }, data: { madeInId: own.id } });
  return {
    url,
    admin,
    teacher,
    colleague,
    student,
    stranger,
    classId: own.id,
    otherClassId: other.id,
    courseId: course.id,
    lessonId: written.id,
    unwrittenId: unwritten.id,
  };
}

export const dismissCast = disconnect;
