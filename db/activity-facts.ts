/** Reads what the results of an activity follow from (domain/activities/facts.ts): rules, students, what they handed in, verdicts. */
import { z } from 'zod';
import { type ClassRules, partsOf, type StudentFacts } from '../domain/activities/facts.ts';
import { NO_OVERRIDE } from '../domain/activities/override.ts';
import { type AskedPart, KEEPS } from '../domain/activities/result.ts';
import { ANSWERS, LATE } from '../domain/activities/rules.ts';
import type { Queryable } from './client.ts';
import { counted } from './counting.ts';
import { selectQuestions } from './lessons.ts';
import { rowsOf } from './rows.ts';
import { selectWordings } from './wordings.ts';

export interface ActivityFacts {
  activityId: string;
  classId: string;
  rules: ClassRules;
  /** for some students alone; null: for all */
  only: ReadonlySet<string> | null;
  /** all questions that its lesson or quiz asks for points, whichever of them it gives */
  parts: AskedPart[];
  students: StudentFacts[];
}

/**
 * The facts of a lesson or quiz that a class was given.
 * @param students whose; left out: of all who learn in the class
 * @returns undefined: there is no such activity, or it is of another kind
 */
export async function selectOptionalFacts(
  db: Queryable,
  activityId: string,
  students?: readonly string[],
): Promise<ActivityFacts | undefined> {
  const found = await db.activity.findUnique({
    where: { id: activityId },
    include: { lesson: { select: { publishedId: true } }, students: { select: { userId: true } } },
  });
  if (found === null || found.lessonId === null) return undefined;
  const { classId, lessonId, lesson } = found;
  const versionId = found.lessonVersionId ?? lesson?.publishedId ?? null;
  const questions = versionId === null ? new Map() : await selectQuestions(db, versionId);
  const members = await db.enrolment.findMany({
    where: { classId, role: 'student', ...(students === undefined ? {} : { userId: { in: [...students] } }) },
    select: { userId: true, timeFactor: true },
  });
  const ids = members.map(({ userId }) => userId);
  const of = { activityId, userId: { in: ids } };
  const [overrides, sittings, handed] = await Promise.all([
    db.activityOverride.findMany({ where: of }),
    db.sitting.findMany({ where: of, orderBy: { number: 'asc' }, select: { userId: true, begunAt: true } }),
    selectHandedIn(db, lessonId, ids),
  ]);
  const overrideOf = new Map(
    overrides.map(({ userId, until, excused, timeFactor, more, waived }) => [
      userId,
      { until: until?.getTime() ?? null, excused, timeFactor, more, waived },
    ]),
  );
  const begunOf = Map.groupBy(sittings, (one) => one.userId);
  return {
    activityId,
    classId,
    rules: classRulesOf(found),
    only: found.forSome ? new Set(found.students.map(({ userId }) => userId)) : null,
    parts: partsOf(questions.values(), { questions: null }),
    students: members.map(({ userId, timeFactor }) => ({
      userId,
      timeFactor,
      override: overrideOf.get(userId) ?? NO_OVERRIDE,
      begun: (begunOf.get(userId) ?? []).map(({ begunAt }) => begunAt.getTime()),
      handed: handed.get(userId) ?? [],
    })),
  };
}

interface StoredRules {
  answers: string;
  releasedAt: Date | null;
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  attempts: number | null;
  minutes: number | null;
  late: string;
  latePercent: number;
  lateFloor: number;
  keeps: string;
  newValues: boolean;
  questions: string[];
}

/** The rules of a stored activity. */
export function classRulesOf(stored: StoredRules): ClassRules {
  const { attempts, minutes, latePercent, lateFloor, newValues, questions } = stored;
  return {
    ...{ attempts, minutes, latePercent, lateFloor, newValues },
    opensAt: stored.opensAt?.getTime() ?? null,
    dueAt: stored.dueAt?.getTime() ?? null,
    closesAt: stored.closesAt?.getTime() ?? null,
    answers: ANSWERS.find((one) => one === stored.answers) ?? 'atOnce',
    releasedAt: stored.releasedAt?.getTime() ?? null,
    late: LATE.find((one) => one === stored.late) ?? 'accepted',
    keeps: KEEPS.find((one) => one === stored.keeps) ?? 'best',
    questions: questions.length === 0 ? null : questions,
  };
}

const handedRow = counted.extend({
  outcome: counted.shape.outcome.nullable(),
  result: counted.shape.result.nullable(),
  points: z.number().nullable(),
  maxPoints: z.number().nullable(),
  id: z.uuid(),
  userId: z.uuid(),
  questionId: z.string(),
  at: z.number(),
  hints: z.int(),
  versionId: z.uuid(),
  variantId: z.uuid().nullable(),
  newValues: z.boolean(),
});

/** What students have handed in to a lesson or quiz, each with the verdict that counts (db/counting.ts). */
async function selectHandedIn(db: Queryable, lessonId: string, students: readonly string[]) {
  const rows = await rowsOf(
    handedRow,
    db.$queryRaw`
    select s.id, s.user_id as "userId", s.question_id as "questionId", extract(epoch from s.created_at)::float8 * 1000 as at,
      s.hints_taken as hints, s.lesson_version_id as "versionId", s.variant_id as "variantId",
      coalesce(q.practice, false) as "newValues", v.outcome, v.result, v.points, v.max_points as "maxPoints"
    from submissions s
    left join question_variants q on q.id = s.variant_id
    left join lateral (
      select one.outcome, one.result, one.points, one.max_points from verdicts one where one.submission_id = s.id
      order by one.grader = 'teacher' desc, one.created_at desc limit 1
    ) v on true
    where s.lesson_id = ${lessonId}::uuid and s.user_id = any(${[...students]}::uuid[]) and s.purpose in ('submit', 'practice')`,
  );
  const wording = await selectWordings(
    db,
    rows.map(({ versionId }) => versionId),
  );
  const handed = rows.map((row) => {
    const { id: submissionId, questionId: question, at, hints, newValues, versionId, variantId } = row;
    const read = counted.safeParse(row);
    return {
      userId: row.userId,
      ...{ submissionId, question, hints, newValues },
      at: Math.round(at),
      asked: wording(question, versionId, variantId),
      graded: read.success ? read.data : null,
    };
  });
  return Map.groupBy(handed, (one) => one.userId);
}
