import 'server-only';
/** The results of one activity, for who may see those of its class: each student, what is different for them, what was changed. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { CHANGES } from '../../db/activity-changes.ts';
import { SETTINGS, settingsOf } from '../../db/activity-settings.ts';
import { database } from '../../db/client.ts';
import { databaseNow } from '../../db/clock.ts';
import { datesFor, NO_OVERRIDE } from '../../domain/activities/override.ts';
import { hasPoints, resultState } from '../../domain/activities/result-state.ts';
import { rulesOf, USUAL_SETTINGS } from '../../domain/activities/settings.ts';
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
      title: true,
      maxPoints: true,
      countsFor: true,
      lesson: { select: { id: true, title: true, levelId: true } },
      session: { select: { id: true, createdAt: true, endedAt: true, lesson: { select: { title: true } } } },
      class: { select: { timeZone: true } },
      overrides: true,
      sittings: { orderBy: { number: 'desc' }, select: { userId: true, number: true, settledAt: true } },
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
  const [results, members, now] = await Promise.all([
    resultsOf(classId, id),
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
  const rules = rulesOf(settings, found.releasedAt?.toISOString());
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
    kind:
      found.kind === 'live' ? ('live' as const) : found.kind === 'outside' ? ('outside' as const) : ('work' as const),
    title: found.title ?? found.lesson?.title ?? found.session?.lesson.title ?? '',
    lessonId: found.lesson?.id ?? null,
    isTimed: found.minutes !== null,
    timeZone: found.class.timeZone,
    maxPoints: found.kind === 'outside' ? found.maxPoints : null,
    settings,
    /** when answers were released; null: they wait, or need no release */
    released: found.releasedAt !== null,
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
    const own = stored === undefined ? NO_OVERRIDE : { ...stored, until: stored.until?.getTime() ?? null };
    const dates = found?.kind === 'work' ? datesFor(rules, own) : { closesAt: null };
    // their time is up, and they have no other
    const sitting = found?.minutes == null ? undefined : found.sittings.find((one) => one.userId === userId);
    const isOver = sitting !== undefined && sitting.settledAt !== null && sitting.number > own.more;
    const { handedIn = 0, asked = 0, waits = 0, given = null } = result ?? {};
    const state = resultState(
      {
        ...{ handedIn, asked, waits, given, excused: own.excused },
        closesAt: isOver ? (sitting.settledAt?.getTime() ?? null) : dates.closesAt,
        opensAt: found?.kind === 'work' ? rules.opensAt : null,
      },
      now.getTime(),
    );
    return {
      userId,
      name,
      state,
      /** null: there are none that say anything yet */
      points: hasPoints(state) ? (given ?? result?.points ?? 0) : null,
      earned: result?.earned ?? 0,
      maxPoints: found?.kind === 'outside' ? (found.maxPoints ?? 0) : (result?.maxPoints ?? 0),
      byHand: given !== null,
      handedIn,
      asked,
      days: result?.days ?? 0,
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

/** What was set anew, before and after, as it stands in the record of changes; of what is new only what is not as usual. */
function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [was, is] = [before, after].map((one) => z.record(z.string(), told).safeParse(one).data ?? {});
  const usual: Record<string, Told> = before === null ? { ...USUAL_SETTINGS } : {};
  return FIELDS.flatMap((name) => {
    const [one, other] = [was?.[name] ?? usual[name] ?? null, is?.[name] ?? null];
    if (is === undefined || !(name in is) || JSON.stringify(one) === JSON.stringify(other)) return [];
    return [{ name, before: shownAs(one), after: shownAs(other) }];
  });
}

const told = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
type Told = z.infer<typeof told>;

/** A moment, a number, yes or no, how many; anything else is not told. */
type Shown = { at: string } | { number: number } | { yes: boolean } | { many: number } | null;
export interface ChangedField {
  name: (typeof FIELDS)[number];
  before: Shown;
  after: Shown;
}

function shownAs(value: Told): Shown {
  if (typeof value === 'number') return { number: value };
  if (typeof value === 'boolean') return { yes: value };
  if (Array.isArray(value)) return { many: value.length };
  return value !== null && /^\d{4}-\d\d-\d\dT/.test(value) ? { at: value } : null;
}

const FIELDS = [
  'opensAt',
  'dueAt',
  'closesAt',
  'until',
  'attempts',
  'minutes',
  'answers',
  'late',
  'latePercent',
  'lateFloor',
  'keeps',
  'newValues',
  'questions',
  'students',
  'excused',
  'timeFactor',
  'more',
  'waived',
  'points',
  'maxPoints',
  'number',
] as const;
