import 'server-only';
/** The results of one activity, for who may see those of its class: each student, what is different for them, what was changed. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { CHANGES } from '../../db/activity-changes.ts';
import { SETTINGS, settingsOf } from '../../db/activity-settings.ts';
import { database } from '../../db/client.ts';
import { databaseNow } from '../../db/clock.ts';
import { columnRulesOf, selectDifferent } from '../../db/gradebook.ts';
import { gradeCell } from '../../domain/activities/cell.ts';
import { changedFields } from '../../domain/activities/changed-fields.ts';
import { sortInLists } from '../../domain/people/name-order.ts';
import { resultsOf } from '../../server/features/activities/results.ts';

const CHANGES_SHOWN = 100;

export async function readActivityResults(classId: string, namesBy: 'family' | 'given', id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  const db = database();
  const found = await db.activity.findFirst({
    where: { id, classId, withdrawnAt: null },
    select: {
      ...SETTINGS,
      kind: true,
      hidden: true,
      title: true,
      maxPoints: true,
      countsFor: true,
      lesson: { select: { id: true, title: true, levelId: true } },
      session: { select: { id: true, createdAt: true, endedAt: true, lesson: { select: { title: true } } } },
      class: { select: { timeZone: true } },
      overrides: true,
      changes: {
        orderBy: { id: 'desc' },
        take: CHANGES_SHOWN,
        select: {
          ...{ id: true, what: true, at: true, before: true, after: true },
          actor: { select: { name: true } },
          user: { select: { name: true } },
        },
      },
    },
  });
  if (found === null) notFound();
  const [results, { timeUp }, members, now] = await Promise.all([
    resultsOf(classId, id),
    selectDifferent(db, [{ id, minutes: found.minutes }]),
    db.enrolment.findMany({
      where: { classId, role: 'student' },
      select: { user: { select: { id: true, name: true, login: true, fullName: true, sortName: true } } },
    }),
    databaseNow(db),
  ]);
  const guests =
    found.session === null
      ? []
      : await db.player.findMany({
          where: {
            ...{ sessionId: found.session.id, rehearsal: false, removedAt: null },
            OR: [{ userId: null }, { seatedById: { not: null } }],
          },
          orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
          take: 500,
          select: { id: true, nickname: true, userId: true },
        });
  const settings = settingsOf(found);
  const column = columnRulesOf(found);
  const resultBy = new Map(results.map((one) => [one.userId, one]));
  const overrideBy = new Map(found.overrides.map((one) => [one.userId, one]));
  const isFor = (userId: string): boolean => settings.students === null || settings.students.includes(userId);
  const students = sortInLists(
    members.map(({ user: { name, fullName, sortName, ...user } }) => ({
      ...user,
      name: (namesBy === 'family' ? sortName : fullName) ?? name,
      sort: (namesBy === 'family' ? sortName : fullName) ?? name,
    })),
  );
  return {
    id,
    kind: column.kind,
    title: found.title ?? found.lesson?.title ?? found.session?.lesson.title ?? '',
    lessonId: found.lesson?.id ?? null,
    isTimed: found.minutes !== null,
    timeZone: found.class.timeZone,
    maxPoints: found.kind === 'outside' ? found.maxPoints : null,
    settings,
    /** when answers were released; null: they wait, or need no release */
    released: found.releasedAt !== null,
    hidden: found.hidden,
    /** of a live session the seats of guests, and whose they were said to be */
    seats: found.session === null || guests.length === 0 ? null : { sessionId: found.session.id, guests },
    rows: students.filter(({ id: userId }) => isFor(userId)).map(({ id: userId, name }) => rowOf({ userId, name })),
    changes: found.changes.map(({ id: change, what, at, before, after, actor, user }) => ({
      id: String(change),
      what: CHANGES.find((one) => one === what) ?? ('rules' as const),
      at: at.toISOString(),
      by: actor?.name ?? null,
      student: user?.name ?? null,
      fields: changedFields(before, after),
      released: z.object({ released: z.boolean() }).safeParse(after).data?.released ?? null,
    })),
  };

  function rowOf({ userId, name }: { userId: string; name: string }) {
    const result = resultBy.get(userId);
    const stored = overrideBy.get(userId);
    const override = stored === undefined ? null : { ...stored, until: stored.until?.getTime() ?? null };
    const { given = null } = result ?? {};
    const cell = gradeCell(
      column,
      {
        ...{ isTheirs: true, result, override, timeUpAt: timeUp.get(`${id} ${userId}`) ?? null },
        given: given === null ? null : { points: given, asIs: result?.asIs === true },
      },
      now.getTime(),
    );
    const { state, points, maxPoints, days } = cell;
    const byHand = cell.given !== null;
    const { earned = 0, handedIn = 0, asked = 0 } = result ?? {};
    return {
      ...{
        userId,
        name,
        state: state === 'notTheirs' ? ('nothing' as const) : state,
        points,
        earned,
        maxPoints,
        byHand,
        handedIn,
        asked,
        days,
      },
      override:
        stored === undefined
          ? null
          : {
              ...{ excused: stored.excused, timeFactor: stored.timeFactor, more: stored.more, waived: stored.waived },
              until: stored.until?.toISOString() ?? null,
              reason: stored.reason,
            },
    };
  }
}

export type ActivityResults = Awaited<ReturnType<typeof readActivityResults>>;
export type ResultRow = ActivityResults['rows'][number];
