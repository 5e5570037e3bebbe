import 'server-only';
import { selectAnswered, selectUntoldPoints } from '../../db/activity-given.ts';
import { SETTINGS, settingsOf } from '../../db/activity-settings.ts';
/** The home page's data: one's classes with what is to do in them. */
import { askedAs } from '../../db/class-people.ts';
import { database } from '../../db/client.ts';
import { databaseNow } from '../../db/clock.ts';
import { type LevelMap, selectLessonPoints, selectOptionalLevel } from '../../db/levels.ts';
import { datesFor } from '../../domain/activities/override.ts';
import { endOf, type GivenActivity, isTimed, phaseOf, type Sitting, withholds } from '../../domain/activities/rules.ts';
import { type ActivitySettings, rulesOf } from '../../domain/activities/settings.ts';
import type { Person } from '../../domain/people/person.ts';
import { environment } from '../../server/env.ts';
import { ownResultsOf } from '../../server/features/activities/results.ts';
import { roomPath } from '../../server/room-key.ts';

/** One's classes, as a student, a teacher or an assistant, with what they are given and how far one is. */
export async function readHome(viewer: Person) {
  const db = database();
  const classes = await db.class.findMany({
    where: {
      archivedAt: null,
      OR: [{ enrolments: { some: { userId: viewer.id } } }, { assistants: { some: { userId: viewer.id } } }],
    },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      name: true,
      timeZone: true,
      enrolments: { where: { userId: viewer.id }, select: { role: true, timeFactor: true } },
      _count: { select: { enrolments: { where: { role: 'student' } } } },
      activities: {
        where: { withdrawnAt: null, kind: 'work' },
        orderBy: [{ dueAt: 'asc' }, { lesson: { place: 'asc' } }, { createdAt: 'asc' }],
        select: {
          ...SETTINGS,
          id: true,
          hidden: true,
          version: { select: { points: true, questionCount: true } },
          sittings: {
            where: { userId: viewer.id },
            orderBy: { number: 'desc' },
            take: 1,
            select: { number: true, begunAt: true, settledAt: true },
          },
          overrides: { where: { userId: viewer.id } },
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
  const lessons = classes.flatMap((one) => one.activities.flatMap((given) => given.lesson ?? []));
  const ids = lessons.map((lesson) => lesson.id);
  const levels = new Map(
    await Promise.all(
      [...new Set(lessons.flatMap(({ levelId }) => levelId ?? []))].map(
        async (id) => [id, await selectOptionalLevel(db, { id })] as const,
      ),
    ),
  );
  // of all lessons of these levels: they stand on the map
  const places = [...levels.values()].flatMap((level) => level?.places.map(({ lessonId }) => lessonId) ?? []);
  const [earned, answered, now, untold] = await Promise.all([
    selectLessonPoints(db, viewer.id, [...new Set([...ids, ...places])]),
    selectAnswered(db, viewer.id, ids),
    databaseNow(db),
    selectUntoldPoints(db, viewer.id),
  ]);
  const { secret } = environment();
  const chosen = await ownResultsOf(
    viewer.id,
    classes.flatMap(({ activities }) => activities.flatMap(({ id, questions }) => (questions.length > 0 ? [id] : []))),
  );
  return classes.map((one) => ({
    id: one.id,
    name: one.name,
    teaches: one.enrolments.some((own) => own.role === 'teacher'),
    /** sees its board, and has nothing to do in it */
    assists: one.enrolments.length === 0,
    students: one._count.enrolments,
    live: one.sessions[0] === undefined ? null : { id: one.sessions[0].id, join: roomPath(one.sessions[0], secret) },
    level: levelOf(levels.get(one.activities.find(({ lesson }) => lesson?.levelId)?.lesson?.levelId ?? ''), earned),
    activities: one.activities.flatMap(({ id, version, sittings, overrides, lesson, ...stored }) => {
      const settings = settingsOf(stored);
      // who helps sees it as who teaches does
      const teaches = !one.enrolments.some((own) => own.role === 'student');
      if (lesson === null || !(teaches || isFor(viewer.id, settings))) return [];
      const own = overrides[0];
      const rules = rulesOf(settings, stored.releasedAt?.toISOString());
      const given: GivenActivity = {
        ...settings,
        ...rules,
        ...datesFor(rules, { until: own?.until?.getTime() ?? null }),
        id,
        seed: '',
        more: own?.more ?? 0,
        timeFactor: own?.timeFactor ?? one.enrolments[0]?.timeFactor ?? 1,
        sitting: sittingOf(sittings[0]),
      };
      const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
      const isQuiz = lesson.levelId === null;
      const end = endOf(given);
      // of some questions of a lesson alone these are told
      const part = teaches ? undefined : chosen.get(id);
      const count = given.questions?.length ?? (version ?? lesson.published)?.questionCount ?? 0;
      return [
        {
          id,
          title: lesson.title,
          isQuiz,
          href: isQuiz
            ? teaches
              ? `/classes/${one.id}?lesson=${lesson.id}`
              : `/activities/${id}`
            : `/lessons/${lesson.slug}`,
          opensAt: iso(given.opensAt),
          dueAt: iso(given.dueAt),
          closesAt: iso(given.closesAt),
          minutes: isTimed(given) ? given.minutes : null,
          excused: own?.excused ?? false,
          timeZone: one.timeZone,
          /** how it stands for a student; null: for who teaches it */
          phase: teaches ? null : phaseOf(given, now.getTime()),
          /** when a time limit that has begun ends */
          endsAt: given.sitting === null || end === null ? null : new Date(end).toISOString(),
          /** null: it is not told yet */
          earned:
            stored.hidden || untold.has(id) || withholds(given, now.getTime())
              ? null
              : (part?.points ?? earned.get(lesson.id) ?? 0),
          points: part?.maxPoints ?? (version ?? lesson.published)?.points ?? 0,
          answered: part?.handedIn ?? answered.get(lesson.id) ?? 0,
          questions: count,
          /** it was due, and still counts */
          isOverdue: !teaches && given.dueAt !== null && now.getTime() > given.dueAt,
          /** what each day begun takes off what comes late, in percent; 0: nothing */
          latePercent: given.late === 'deducted' && !own?.waived ? given.latePercent : 0,
        },
      ];
    }),
  }));
}

/** Who asks one into which class, not answered yet. */
export async function readInvitations(viewer: Person) {
  const rows = await database().classInvitation.findMany({
    where: { userId: viewer.id, answeredAt: null, class: { archivedAt: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, asRole: true, class: { select: { name: true } }, invitedBy: { select: { name: true } } },
  });
  return rows.map(({ id, asRole, class: { name }, invitedBy }) => ({
    id,
    name,
    by: invitedBy?.name ?? name,
    as: askedAs(asRole),
  }));
}

function levelOf(level: LevelMap | undefined, earned: ReadonlyMap<string, number>) {
  if (level === undefined) return null;
  const { title, number, places, course, slug } = level;
  return {
    title,
    number,
    href: `/courses/${course.slug}/${slug}`,
    places: places.map(({ lessonId, slug: written, number: place, title: name, points }) => ({
      number: place,
      title: name,
      lessonId,
      href: written === null ? null : `/lessons/${written}`,
      current: false,
      progress: earned.has(lessonId) && points > 0 ? (earned.get(lessonId) ?? 0) / points : null,
      points,
      earned: earned.get(lessonId) ?? 0,
    })),
  };
}

function sittingOf(row: { number: number; begunAt: Date; settledAt: Date | null } | undefined): Sitting | null {
  return row === undefined
    ? null
    : { number: row.number, begunAt: row.begunAt.getTime(), settled: row.settledAt !== null };
}

const isFor = (userId: string, { students }: Pick<ActivitySettings, 'students'>): boolean =>
  students === null || students.includes(userId);
