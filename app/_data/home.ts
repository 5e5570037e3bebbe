import 'server-only';
/** The home page's data: one's classes with what is to do in them. */
import { database } from '../../db/client.ts';
import { selectLessonPoints, selectOptionalLevel } from '../../db/levels.ts';
import type { Person } from '../../domain/people/person.ts';
import { environment } from '../../server/env.ts';
import { roomPath } from '../../server/room-key.ts';

export async function readHome(viewer: Person) {
  const db = database();
  const classes = await db.class.findMany({
    where: { archivedAt: null, enrolments: { some: { userId: viewer.id } } },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      name: true,
      enrolments: { where: { userId: viewer.id }, select: { role: true } },
      _count: { select: { enrolments: { where: { role: 'student' } } } },
      assignments: {
        orderBy: [{ dueAt: 'asc' }, { lesson: { place: 'asc' } }],
        select: {
          dueAt: true,
          lesson: {
            select: { id: true, slug: true, title: true, levelId: true, published: { select: { points: true } } },
          },
        },
      },
      sessions: { where: { endedAt: null }, orderBy: { createdAt: 'desc' }, take: 1, select: { id: true, code: true } },
    },
  });
  const lessons = classes.flatMap((one) => one.assignments.map((given) => given.lesson));
  const earned = await selectLessonPoints(
    db,
    viewer.id,
    lessons.map((lesson) => lesson.id),
  );
  const levels = new Map(
    await Promise.all(
      [...new Set(lessons.flatMap(({ levelId }) => levelId ?? []))].map(
        async (id) => [id, await selectOptionalLevel(db, { id })] as const,
      ),
    ),
  );
  const { secret } = environment();
  return classes.map((one) => ({
    id: one.id,
    name: one.name,
    teaches: one.enrolments.some((own) => own.role === 'teacher'),
    students: one._count.enrolments,
    live: one.sessions[0] === undefined ? null : { id: one.sessions[0].id, join: roomPath(one.sessions[0], secret) },
    level: levelLink(levels.get(one.assignments[0]?.lesson.levelId ?? '')),
    lessons: one.assignments.map(({ dueAt, lesson }) => ({
      id: lesson.id,
      slug: lesson.slug,
      title: lesson.title,
      dueAt: dueAt?.toISOString() ?? null,
      earned: earned.get(lesson.id) ?? 0,
      points: lesson.published?.points ?? 0,
    })),
  }));
}

function levelLink(level: Awaited<ReturnType<typeof selectOptionalLevel>>): string | null {
  return level === undefined ? null : `/courses/${level.course.slug}/${level.slug}`;
}
