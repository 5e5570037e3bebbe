/** What the form of an activity chooses from: the students of the class, the questions of the lesson, the zone of its dates. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { selectOptionalAsked } from '../../../db/lessons.ts';
import type { ActivityChoices } from '../../../domain/activities/told.ts';
import { askedKind } from '../../../domain/kinds/asked.ts';
import { sortInLists } from '../../../domain/people/name-order.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

export const readChoices = command({
  input: z.strictObject({ classId: z.uuid(), lessonId: z.uuid() }),
  allow: ofClass('class.manage'),
  run: async (_person, { classId, lessonId }): Promise<Outcome<{ choices: ActivityChoices }>> => {
    const db = database();
    const [found, lesson] = await Promise.all([
      db.class.findUnique({
        where: { id: classId },
        select: {
          timeZone: true,
          namesBy: true,
          enrolments: {
            where: { role: 'student' },
            select: { user: { select: { id: true, name: true, login: true, fullName: true, sortName: true } } },
          },
        },
      }),
      selectOptionalAsked(db, { id: lessonId }),
    ]);
    if (found === null) return refuse('notFound', 'classId');
    const byFamily = found.namesBy === 'family';
    const students = found.enrolments.map(({ user: { id, name, login, fullName, sortName } }) => ({
      id,
      login,
      name: fullName ?? name,
      sort: byFamily ? (sortName ?? name) : (fullName ?? name),
    }));
    const questions =
      lesson === undefined || lesson.ownerId !== null
        ? []
        : lesson.content.questions
            .filter(({ kind }) => askedKind({ kind }).scored)
            .map(({ id, title, number, role }) => ({ name: id, title, number, role }));
    return {
      ok: true,
      choices: {
        timeZone: found.timeZone,
        students: sortInLists(students).map(({ id, name }) => ({ id, name })),
        questions,
      },
    };
  },
});
