import 'server-only';
/** A lesson page's data: the published lesson, its level, one's own work, what is live, when it is due. */
import { cache } from 'react';
import { database } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { environment } from '../../server/env.ts';
import { readPractice, withOwnValues } from '../../server/features/practice/queries.ts';
import { roomPath } from '../../server/room-key.ts';
import { readLevel } from './level.ts';

export const readPublished = cache((slug: string) => selectOptionalPublished(database(), { slug }));

export async function readLesson(slug: string, viewer: Person) {
  const published = await readPublished(slug);
  if (published === undefined) return undefined;
  const lesson = await withOwnValues(viewer, published);
  const [level, states, due, live, teaches] = await Promise.all([
    readLevel({ id: lesson.level.id }, viewer.id, lesson.slug),
    readPractice(viewer, lesson),
    database().assignment.findFirst({
      where: {
        lessonId: lesson.id,
        dueAt: { not: null },
        class: { archivedAt: null, enrolments: { some: { userId: viewer.id, role: 'student' } } },
      },
      orderBy: { dueAt: 'asc' },
      select: { dueAt: true },
    }),
    database().liveSession.findFirst({
      where: { endedAt: null, class: { enrolments: { some: { userId: viewer.id, role: 'student' } } } },
      orderBy: { createdAt: 'desc' },
      select: { id: true, code: true },
    }),
    can(viewer.role, 'live.open')
      ? database().class.findMany({
          where: { archivedAt: null, enrolments: { some: { userId: viewer.id, role: 'teacher' } } },
          orderBy: { createdAt: 'asc' },
          select: { id: true, name: true, showNames: true },
        })
      : null,
  ]);
  return {
    lesson,
    level,
    states,
    dueAt: due?.dueAt?.toISOString() ?? null,
    /** the way into the quiz that one's class plays now */
    liveJoin: live === null ? null : roomPath(live, environment().secret),
    /** the classes one may play it with; null: one may not */
    teaches,
  };
}
