import 'server-only';
/** What a class is given, as its student is shown it. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { selectUntoldPoints } from '../../db/activity-given.ts';
import { database } from '../../db/client.ts';
import { columnRulesOf, selectDifferent } from '../../db/gradebook.ts';
import { selectAsking } from '../../db/inquiries.ts';
import { selectWatchers } from '../../db/presences.ts';
import { selectRemarkCounts } from '../../db/remarks.ts';
import { type GradeCell, gradeCell, pointsByHand } from '../../domain/activities/cell.ts';
import { type ActivityRules, endOf, isTimed, phaseOf, toldFrom, withholds } from '../../domain/activities/rules.ts';
import type { OwnResult, OwnRules } from '../../domain/activities/told.ts';
import type { Person } from '../../domain/people/person.ts';
import { type Access, accessTo } from '../../server/features/activities/access.ts';
import { selectAskedOf } from '../../server/features/activities/asked-of.ts';
import { resultOfOne } from '../../server/features/activities/results.ts';
import { lessonNow } from '../../server/features/practice/queries.ts';

/** A quiz that somebody was given; to others the page does not exist. What they may not read yet is not in it. */
export async function readActivity(viewer: Person, id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  const db = database();
  const found = await db.activity.findFirst({
    where: { id, withdrawnAt: null },
    select: {
      lessonId: true,
      class: { select: { name: true } },
    },
  });
  if (found === null || found.lessonId === null) notFound();
  const { lessonId, class: of } = found;
  const lesson = await selectAskedOf(db, viewer.id, { id: lessonId });
  if (lesson === undefined) notFound();
  const access = await accessTo(viewer, lesson);
  const state = activityState(access, id);
  if (state === undefined) notFound();
  const { title, versionId, slug } = lesson;
  return {
    title,
    lessonId,
    versionId,
    /** a lesson is read where it stands */
    slug: lesson.ownerId === null ? slug : null,
    className: of.name,
    about: await readAboutOwn(viewer.id, id, state),
    questions: lesson.content.questions.length,
    points: lesson.content.questions.reduce((sum, { points }) => sum + points, 0),
    settings: state.settings,
    state,
    next: nextMoment(access.standing.given, access.now),
    now: access.standing.readable ? await lessonNow(viewer, lesson, access) : null,
    /** how much was said to their work */
    remarks: await selectRemarkCounts(db, { userId: viewer.id, lessonId }),
    /** who may see where one is and what one types in it */
    watchers: await selectWatchers(db, { userId: viewer.id, lessonId }),
    /** whether they may ask their teachers, and what they have asked */
    asking: await selectAsking(db, { userId: viewer.id, lessonId }),
  };
}

/** What somebody has earned in an activity so far; null: nothing yet, or it is not told. */
async function ownResult(
  userId: string,
  activityId: string,
  { told, now, settings }: Standing,
): Promise<OwnResult | null> {
  if (told !== 'now') return null;
  const db = database();
  const [result, untold, given, activity] = await Promise.all([
    resultOfOne({ userId, activityId }),
    // another activity, perhaps of another class, may still keep the same questions
    selectUntoldPoints(db, userId),
    db.activityPoints.findUnique({ where: { activityId_userId: { activityId, userId } } }),
    db.activity.findUniqueOrThrow({ where: { id: activityId }, include: { session: { select: { endedAt: true } } } }),
  ]);
  if (result === undefined || activity.hidden || untold.has(activityId)) return null;
  const { points, earned, maxPoints, days, waits, handedIn } = result;
  if (given === null && handedIn === 0) return null;
  const key = `${activityId} ${userId}`;
  const { overrides, timeUp } = await selectDifferent(db, [activity], [userId]);
  const override = overrides.get(key) ?? null;
  const rules = columnRulesOf(activity);
  // whether it counts is said as the grade book says it
  const cell = gradeCell(rules, { isTheirs: true, result, given, override, timeUpAt: timeUp.get(key) ?? null }, now);
  const counts = countsAs(cell, activity.weight);
  const how = { counts, from: counts === 'later' ? (settings.dueAt ?? settings.closesAt) : null };
  if (given === null) return { points, earned, maxPoints, days, waits, ...how };
  const byHand = pointsByHand(rules, given, { waived: override?.waived ?? false, days });
  return { points: byHand, earned: given.points, maxPoints, days, waits: 0, ...how };
}

function countsAs({ state, counts }: GradeCell, weight: number): OwnResult['counts'] {
  if (weight === 0 || state === 'excused') return 'not';
  if (counts) return 'now';
  return state === 'waits' ? 'waits' : 'later';
}

/** How an activity stands for its student, as far as what they earned depends on it. */
type Standing = Pick<NonNullable<ReturnType<typeof activityState>>, 'told' | 'now' | 'settings'>;

/** What activities say to their student beyond their dates: by which clock these are, what is different, what they have. */
export async function readAboutOwn(
  userId: string,
  activityId: string,
  state: Standing,
  titles: readonly string[] | null = null,
) {
  const found = await database().activity.findUnique({
    where: { id: activityId },
    select: {
      class: { select: { timeZone: true } },
      overrides: { where: { userId }, select: { reason: true, excused: true, waived: true, until: true } },
    },
  });
  return {
    timeZone: found?.class.timeZone ?? null,
    own: ownOf(found?.overrides[0]),
    result: await ownResult(userId, activityId, state),
    only: titles,
  };
}

/** What is different for one student alone, as they are told it; null: nothing. */
function ownOf(
  override: { reason: string; excused: boolean; waived: boolean; until: Date | null } | undefined,
): OwnRules | null {
  if (override === undefined) return null;
  const { reason, excused, waived, until } = override;
  return { reason, excused, waived, until: until?.toISOString() ?? null };
}

/** How an activity stands for its student; undefined: it is not theirs. */
export function activityState({ standing, now }: Access, id: string) {
  const one = standing.given.find((given) => given.id === id);
  if (one === undefined) return undefined;
  const end = endOf(one);
  const from = toldFrom(one);
  const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  return {
    /** the dates are those that hold for them */
    settings: {
      opensAt: iso(one.opensAt),
      dueAt: iso(one.dueAt),
      closesAt: iso(one.closesAt),
      answers: one.answers,
      late: one.late,
      latePercent: one.latePercent,
      lateFloor: one.lateFloor,
    },
    /** of a lesson which questions, by their names */
    questions: one.questions,
    more: one.more,
    phase: phaseOf(one, now),
    takes: standing.takes,
    /** the database's clock when this was so; ms since 1970 */
    now,
    minutes: isTimed(one) ? (one.minutes ?? 0) * one.timeFactor : null,
    /** when a time limit that has begun ends; ms since 1970 */
    endsAt: one.sitting === null || !isTimed(one) ? null : end,
    /** when answers are told: now; from then on; null: never */
    told: withholds(one, now) ? (from === null ? null : new Date(from).toISOString()) : ('now' as const),
  };
}

/** When something that was given says something else: it opens, is due, closes, or answers are told; null: never. */
export function nextMoment(given: readonly ActivityRules[], now: number): number | null {
  const moments = given.flatMap((one) => [one.opensAt, one.dueAt, one.closesAt, toldFrom(one)]);
  const next = Math.min(...moments.map((at) => (at === null || at < now ? Number.POSITIVE_INFINITY : at)));
  return Number.isFinite(next) ? next : null;
}
