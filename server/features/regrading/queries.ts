/** Reads regrades for those who may: how far one is, its report, and what there is to regrade at all. */
import { z } from 'zod';
import { selectOptionalVersionOf } from '../../../db/activities.ts';
import { database } from '../../../db/client.ts';
import { selectQuestions } from '../../../db/lessons.ts';
import {
  countLeftOut,
  countRegradable,
  type StoredRegrade,
  selectProgress,
  selectRegrades,
  selectReport,
} from '../../../db/regrade-reports.ts';
import { gradesAlike, regradeReport, regradeState } from '../../../domain/judging/regrade.ts';
import type { QuestionName, RegradeOffer, RegradeView } from '../../../domain/judging/regrade-views.ts';
import type { Question } from '../../../domain/question.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { FREE } from '../../../domain/results/score.ts';
import { GRADER_VERSION } from '../../../domain/results/verdict.ts';
import { selectOptionalOfClass } from '../activities/of-class.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';
import { ofRegrade, regradeInput } from './commands.ts';

export const regradeScope = z.strictObject({ lessonId: z.uuid(), classId: z.uuid().nullable() });

export const readRegrade = command({
  input: regradeInput,
  allow: ofRegrade,
  run: async (_person, _input, regrade): Promise<Outcome<{ view: RegradeView }>> => {
    const db = database();
    const [questions, progress] = await Promise.all([
      selectQuestions(db, regrade.lessonVersionId),
      selectProgress(db, regrade.id),
    ]);
    const { id, lesson, version, appliedAt, cancelledAt, createdAt, questionIds: chosen } = regrade;
    const state = regradeState({ appliedAt, cancelledAt, waiting: progress.waiting });
    const told = state === 'ready' || state === 'applied';
    const view: RegradeView = {
      id,
      state,
      lesson: { id: lesson.id, title: lesson.title },
      version: version.number,
      published: (await numberNow(regrade)) ?? version.number,
      class: regrade.class,
      questions: [...questions.values()].map(nameOf),
      chosen,
      createdAt: createdAt.toISOString(),
      appliedAt: appliedAt?.toISOString() ?? null,
      progress,
      leftOut: told ? await countLeftOut(db, regrade) : 0,
      report: told ? await reportOf(regrade, questions) : null,
    };
    return { ok: true, view };
  },
});

async function reportOf(regrade: StoredRegrade, questions: ReadonlyMap<string, Question>) {
  const db = database();
  const submissions = await selectReport(db, regrade);
  const report = regradeReport(submissions, (id) => questions.get(id)?.costs ?? FREE);
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(report.changes.map((change) => change.userId))] } },
    select: {
      id: true,
      name: true,
      login: true,
      enrolments: {
        where: { role: 'student', class: { archivedAt: null }, ...classOf(regrade) },
        select: { classId: true },
        take: 1,
      },
    },
  });
  const byId = new Map(people.map((one) => [one.id, one]));
  const changes = report.changes.map((change) => {
    const { name = '', login = '', enrolments = [] } = byId.get(change.userId) ?? {};
    return { ...change, student: name, login, classId: enrolments[0]?.classId ?? null };
  });
  return { ...report, changes };
}

/** Of the version that is asked now: as it is published, or as the class keeps it. */
async function numberNow({ classId, lessonId, lesson }: StoredRegrade): Promise<number | undefined> {
  const kept = classId === null ? undefined : await selectOptionalVersionOf(database(), { classId, lessonId });
  if (kept === undefined) return lesson.published?.number;
  return (await database().lessonVersion.findUniqueOrThrow({ where: { id: kept }, select: { number: true } })).number;
}

function classOf({ classId }: StoredRegrade): { classId?: string } {
  return classId === null ? {} : { classId };
}

/** What there is to regrade, and what was regraded before. */
export const readRegradeOffer = command({
  input: regradeScope,
  allow: ofClass('verdict.regrade'),
  run: async (_person, input): Promise<Outcome<{ offer: RegradeOffer }>> => {
    const db = database();
    const lesson = await selectOptionalOfClass(input);
    if (lesson === undefined) return refuse('lessonNotWritten');
    const [questions, counts, regrades, version] = await Promise.all([
      selectQuestions(db, lesson.versionId),
      countByQuestion(input, lesson.versionId),
      selectRegrades(db, input),
      db.lessonVersion.findUniqueOrThrow({ where: { id: lesson.versionId }, select: { number: true } }),
    ]);
    const offer: RegradeOffer = {
      lesson: { id: lesson.id, title: lesson.title },
      version: version.number,
      questions: [...questions.values()].map((one) => ({
        ...nameOf(one),
        ...(counts.get(one.id) ?? { submissions: 0, changed: 0 }),
      })),
      regrades: regrades.map(({ id, createdAt, appliedAt, cancelledAt, version: { number } }) => ({
        id,
        createdAt: createdAt.toISOString(),
        version: number,
        state: appliedAt !== null ? 'applied' : cancelledAt !== null ? 'cancelled' : 'open',
      })),
    };
    return { ok: true, offer };
  },
});

/** How many submissions were graded by another wording or key of their question than is published now. */
export async function countOutdated(of: z.infer<typeof regradeScope>): Promise<number> {
  const lesson = await selectOptionalOfClass(of);
  if (lesson === undefined) return 0;
  const counts = await countByQuestion(of, lesson.versionId);
  return [...counts.values()].reduce((sum, count) => sum + count.changed, 0);
}

async function countByQuestion(of: z.infer<typeof regradeScope>, lessonVersionId: string) {
  const db = database();
  const now = await selectQuestions(db, lessonVersionId);
  const counts = new Map<string, { submissions: number; changed: number }>();
  for (const { questionId, versionId, submissions } of await countRegradable(
    db,
    { ...of, lessonVersionId },
    GRADER_VERSION,
  )) {
    const question = now.get(questionId);
    if (question === undefined) continue; // it is not asked any more: nothing to grade it by
    const alike = gradesAlike(question, (await selectQuestions(db, versionId)).get(questionId));
    const before = counts.get(questionId) ?? { submissions: 0, changed: 0 };
    counts.set(questionId, {
      submissions: before.submissions + submissions,
      changed: before.changed + (alike ? 0 : submissions),
    });
  }
  return counts;
}

function nameOf({ id, role, number, title }: Question): QuestionName {
  return { id, role, number, title };
}
