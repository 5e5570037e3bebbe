/** One's own grades, in each class in which one learns: what is told of them at this moment. */
import { selectUntoldPoints } from '../../../db/activity-given.ts';
import { database } from '../../../db/client.ts';
import { type OwnGrades, ownGrades } from '../../../domain/activities/own-grades.ts';
import type { Person } from '../../../domain/people/person.ts';
import { gradesOf } from './read.ts';

export async function readOwnGrades(person: Person): Promise<OwnGrades[]> {
  const db = database();
  const classes = await db.class.findMany({
    where: { archivedAt: null, enrolments: { some: { userId: person.id, role: 'student' } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, timeZone: true },
  });
  const untold = classes.length === 0 ? new Set<string>() : await selectUntoldPoints(db, person.id);
  const all: OwnGrades[] = [];
  // one after the other: each may have something to work out
  for (const one of classes) {
    const { columns, students, categories, gradesAs, scale } = await gradesOf(one.id, [person.id]);
    const cells = students[0]?.cells ?? [];
    all.push({ ...one, categories, gradesAs, scale, grades: ownGrades({ columns, cells }, untold) });
  }
  return all;
}
