/** Reads regrades: how far they are, what they propose, and what there is to regrade at all. */
import { z } from 'zod';
import { verdictDocument } from '../domain/documents/formats.ts';
import { type Proposed, REGRADE_ERRORS, type ReportSubmission, standing } from '../domain/judging/regrade.ts';
import type { RegradeProgress } from '../domain/judging/regrade-views.ts';
import type { Queryable } from './client.ts';
import { counted } from './counting.ts';
import type { RegradeScope } from './regrades.ts';
import { rowsOf } from './rows.ts';
import { selectWordings } from './wordings.ts';

/** A regrade with its lesson, its version and its class. */
export async function selectOptionalRegrade(db: Queryable, id: string) {
  const found = await db.regrade.findUnique({
    where: { id },
    include: {
      lesson: { select: { id: true, slug: true, title: true, published: { select: { number: true } } } },
      version: { select: { number: true } },
      class: { select: { id: true, name: true } },
    },
  });
  return found ?? undefined;
}
export type StoredRegrade = NonNullable<Awaited<ReturnType<typeof selectOptionalRegrade>>>;

/** Regrades of a lesson and class (null: of all classes), newest first. */
export async function selectRegrades(db: Queryable, of: { lessonId: string; classId: string | null }) {
  return db.regrade.findMany({
    where: of,
    orderBy: { createdAt: 'desc' },
    take: 50,
    select: { id: true, createdAt: true, appliedAt: true, cancelledAt: true, version: { select: { number: true } } },
  });
}

const progressRow = z.strictObject({ error: z.enum(REGRADE_ERRORS).nullable(), waits: z.boolean(), count: z.int() });

/** How many items a regrade has, how many wait, and why others have no proposal. */
export async function selectProgress(db: Queryable, id: string): Promise<RegradeProgress> {
  const rows = await rowsOf(
    progressRow,
    db.$queryRaw`
    select error, proposed is null and error is null as waits, count(*)::int as count
    from regrade_items where regrade_id = ${id}::uuid group by 1, 2`,
  );
  return {
    items: rows.reduce((sum, row) => sum + row.count, 0),
    waiting: rows.reduce((sum, row) => sum + (row.waits ? row.count : 0), 0),
    errors: Object.fromEntries(rows.flatMap(({ error, count }) => (error === null ? [] : [[error, count]]))),
  };
}

const reportRow = z.strictObject({
  id: z.guid(),
  userId: z.guid(),
  questionId: z.string(),
  hints: z.int(),
  versionId: z.guid(),
  variantId: z.guid().nullable(),
  before: z.unknown(),
  proposed: z.unknown(),
  counting: z.unknown(),
  kept: z.boolean().nullable(),
});

/**
 * What the report is computed from: all submissions, up to the making of the regrade, of the students to the questions
 * that it is about, as they counted without it.
 */
export async function selectReport(db: Queryable, regrade: StoredRegrade): Promise<ReportSubmission[]> {
  const rows = await rowsOf(
    reportRow,
    db.$queryRaw`
    select s.id, s.user_id as "userId", s.question_id as "questionId", s.hints_taken as hints,
      s.lesson_version_id as "versionId", s.variant_id as "variantId", i.before,
      i.proposed - array['tests', 'feedback', 'signature', 'slips'] as proposed,
      case when v.id is not null then jsonb_build_object('outcome', v.outcome, 'result', v.result,
        'points', v.points, 'maxPoints', v.max_points) end as counting,
      v.grader = 'teacher' as kept
    from submissions s
    left join regrade_items i on i.submission_id = s.id and i.regrade_id = ${regrade.id}::uuid
    left join lateral (
      select * from verdicts v where v.submission_id = s.id and v.regrade_id is distinct from ${regrade.id}::uuid
        and v.created_at <= coalesce(${regrade.appliedAt}::timestamptz, 'infinity')
      order by v.grader = 'teacher' desc, v.created_at desc limit 1) v on true
    where s.lesson_id = ${regrade.lessonId}::uuid and s.purpose = 'submit' and s.created_at <= ${regrade.createdAt}
      and (s.user_id, s.question_id) in (
        select t.user_id, t.question_id from regrade_items j join submissions t on t.id = j.submission_id
        where j.regrade_id = ${regrade.id}::uuid)
    order by s.created_at, s.id`,
  );
  const wording = await selectWordings(
    db,
    rows.map((row) => row.versionId),
  );
  return rows.map(({ id, userId, questionId, hints, versionId, variantId, before, proposed, counting, kept }) => ({
    submissionId: id,
    userId,
    questionId,
    hints,
    asked: wording(questionId, versionId, variantId),
    // an item is told as it stood when the regrade was made; what a teacher has decided, as decided
    before: before === null || kept === true ? proposedOf(counting) : pick(standing.parse(before)),
    // a part of a stored verdict: of a later version it is not guessed at
    proposed: proposedOf(proposed === null ? null : verdictDocument.trust(proposed)),
    kept: kept === true,
  }));
}

function proposedOf(value: unknown): Proposed | undefined {
  return value === null ? undefined : counted.parse(value);
}

function pick({ outcome, result, points, maxPoints }: Proposed): Proposed {
  return { outcome, result, points, maxPoints };
}

const regradable = z.strictObject({ questionId: z.string(), versionId: z.guid(), submissions: z.int() });

/** Graded by another version or grader than asked for, by question and by the version that graded. */
export async function countRegradable(
  db: Queryable,
  scope: Omit<RegradeScope, 'questionIds'>,
  grader: string,
): Promise<z.infer<typeof regradable>[]> {
  const { lessonId, lessonVersionId, classId } = scope;
  return rowsOf(
    regradable,
    db.$queryRaw`
    select s.question_id as "questionId", v.lesson_version_id as "versionId", count(*)::int as submissions
    from submissions s
    cross join lateral (
      select * from verdicts v where v.submission_id = s.id
      order by v.grader = 'teacher' desc, v.created_at desc limit 1) v
    where s.lesson_id = ${lessonId}::uuid and s.purpose = 'submit'
      and (${classId}::uuid is null or exists (
        select 1 from enrolments e where e.class_id = ${classId}::uuid and e.user_id = s.user_id and e.role = 'student'))
      and not exists (
        select 1 from verdicts x where x.submission_id = s.id
          and x.lesson_version_id = ${lessonVersionId}::uuid and x.grader = ${grader})
    group by 1, 2`,
  );
}

/** Submissions of the scope that are not in the regrade and not graded by its version: still being graded then, or later. */
export async function countLeftOut(db: Queryable, regrade: StoredRegrade): Promise<number> {
  const { id, lessonId, lessonVersionId, classId, questionIds } = regrade;
  const [row] = await rowsOf(
    z.strictObject({ count: z.int() }),
    db.$queryRaw`
    select count(*)::int as count from submissions s
    where s.lesson_id = ${lessonId}::uuid and s.purpose = 'submit'
      and (cardinality(${questionIds}::text[]) = 0 or s.question_id = any(${questionIds}::text[]))
      and (${classId}::uuid is null or exists (
        select 1 from enrolments e where e.class_id = ${classId}::uuid and e.user_id = s.user_id and e.role = 'student'))
      and not exists (select 1 from regrade_items i where i.regrade_id = ${id}::uuid and i.submission_id = s.id)
      and not exists (
        select 1 from verdicts x where x.submission_id = s.id and x.lesson_version_id = ${lessonVersionId}::uuid)`,
  );
  return row?.count ?? 0;
}
