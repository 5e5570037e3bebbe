import 'server-only';
import { SETTINGS, selectAnswered } from '../../db/activities.ts';
/** The home page's data: one's classes with what is to do in them. */
import { database } from '../../db/client.ts';
import { databaseNow } from '../../db/clock.ts';
import { selectLessonPoints, selectOptionalLevel } from '../../db/levels.ts';
import { endOf, type GivenActivity, isTimed, phaseOf, type Sitting, withholds } from '../../domain/activities/rules.ts';
import { rulesOf } from '../../domain/activities/settings.ts';
import type { Person } from '../../domain/people/person.ts';
import { environment } from '../../server/env.ts';
import { roomPath } from '../../server/room-key.ts';
import { settingsOf } from './activities.ts';

export async function readHome(viewer: Person) {
  const db = database();
  const classes = await db.class.findMany({
    where: { archivedAt: null, enrolments: { some: { userId: viewer.id } } },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      name: true,
      enrolments: { where: { userId: viewer.id }, select: { role: true, timeFactor: true } },
      _count: { select: { enrolments: { where: { role: 'student' } } } },
      activities: {
        where: { withdrawnAt: null },
        orderBy: [{ dueAt: 'asc' }, { lesson: { place: 'asc' } }, { createdAt: 'asc' }],
        select: {
          ...SETTINGS,
          id: true,
          version: { select: { points: true, questionCount: true } },
          sittings: { where: { userId: viewer.id }, select: { begunAt: true, settledAt: true } },
          lesson: {
            select: {
              id: true,
              slug: true,
              title: true,
              levelId: true,
              published: { select: { points: true, questionCount: true } },
            },
          },
        },
      },
      sessions: { where: { endedAt: null }, orderBy: { createdAt: 'desc' }, take: 1, select: { id: true, code: true } },
    },
  });
  const lessons = classes.flatMap((one) => one.activities.map((given) => given.lesson));
  const ids = lessons.map((lesson) => lesson.id);
  const [earned, answered, now] = await Promise.all([
    selectLessonPoints(db, viewer.id, ids),
    selectAnswered(db, viewer.id, ids),
    databaseNow(db),
  ]);
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
    level: levelLink(levels.get(one.activities.find(({ lesson }) => lesson.levelId !== null)?.lesson.levelId ?? '')),
    activities: one.activities.map(({ id, version, sittings, lesson, ...stored }) => {
      const { opensAt, dueAt, closesAt, minutes, ...settings } = settingsOf(stored);
      const rules = rulesOf({ opensAt, dueAt, closesAt, minutes, ...settings });
      const given: GivenActivity = {
        ...settings,
        ...rules,
        id,
        seed: '',
        timeFactor: one.enrolments[0]?.timeFactor ?? 1,
        sitting: sittingOf(sittings[0]),
      };
      const isQuiz = lesson.levelId === null;
      const teaches = one.enrolments.some((own) => own.role === 'teacher');
      const end = endOf(given);
      return {
        id,
        title: lesson.title,
        isQuiz,
        href: isQuiz
          ? teaches
            ? `/classes/${one.id}?lesson=${lesson.id}`
            : `/activities/${id}`
          : `/lessons/${lesson.slug}`,
        opensAt,
        dueAt,
        closesAt,
        minutes: isTimed(given) ? minutes : null,
        /** how it stands for a student; null: for who teaches it */
        phase: teaches ? null : phaseOf(given, now.getTime()),
        /** when a time limit that has begun ends */
        endsAt: given.sitting === null || end === null ? null : new Date(end).toISOString(),
        /** null: it is not told yet */
        earned: withholds(rules, now.getTime()) ? null : (earned.get(lesson.id) ?? 0),
        points: (version ?? lesson.published)?.points ?? 0,
        answered: answered.get(lesson.id) ?? 0,
        questions: (version ?? lesson.published)?.questionCount ?? 0,
      };
    }),
  }));
}

function levelLink(level: Awaited<ReturnType<typeof selectOptionalLevel>>): string | null {
  return level === undefined ? null : `/courses/${level.course.slug}/${level.slug}`;
}

function sittingOf(row: { begunAt: Date; settledAt: Date | null } | undefined): Sitting | null {
  return row === undefined ? null : { begunAt: row.begunAt.getTime(), settled: row.settledAt !== null };
}
