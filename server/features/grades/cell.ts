/** One cell of the grade book: what it is made of, and all that happened with it. */
import { z } from 'zod';
import { CHANGES } from '../../../db/activity-changes.ts';
import { selectOptionalFacts } from '../../../db/activity-facts.ts';
import { database, pool } from '../../../db/client.ts';
import { counted, countingOf } from '../../../db/counting.ts';
import { selectQuestions } from '../../../db/lessons.ts';
import type { CellEvent, CellTold, PartTold, PlayedTold, SaidTold } from '../../../domain/activities/cell-told.ts';
import { changedFields } from '../../../domain/activities/changed-fields.ts';
import { resultFor } from '../../../domain/activities/facts.ts';
import { daysLate } from '../../../domain/activities/late.ts';
import { datesFor } from '../../../domain/activities/override.ts';
import { LATE } from '../../../domain/activities/rules.ts';
import { answersOf } from '../../../domain/live/report/answers.ts';
import { reportOf } from '../../../domain/live/report/report.ts';
import type { Question } from '../../../domain/question.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { selectOptionalPlayedRoom } from '../../live/played-room.ts';
import { resultOfOne } from '../activities/results.ts';
import { command } from '../contract.ts';
import { ofAnyClass } from '../standing.ts';

const MOST_EVENTS = 200;

export const readCell = command({
  input: z.strictObject({ classId: z.uuid(), activityId: z.uuid(), userId: z.uuid() }),
  allow: ofAnyClass('result.change'),
  run: async (_person, { classId, activityId, userId }): Promise<Outcome<{ cell: CellTold }>> => {
    const db = database();
    const of = { activityId, userId };
    const [found, learns] = await Promise.all([
      db.activity.findFirst({
        where: { id: activityId, classId, withdrawnAt: null },
        include: {
          class: { select: { timeZone: true } },
          points: { where: { userId }, include: { givenBy: { select: { name: true } } } },
          overrides: { where: { userId }, include: { setBy: { select: { name: true } } } },
          changes: {
            where: { OR: [{ userId }, { userId: null }] },
            orderBy: { id: 'desc' },
            take: MOST_EVENTS,
            include: { actor: { select: { name: true } } },
          },
        },
      }),
      db.enrolment.count({ where: { classId, userId, role: 'student' } }),
    ]);
    if (found === null) return refuse('notFound', 'activityId');
    if (learns === 0) return refuse('notFound', 'userId');
    const [result, work, played] = await Promise.all([
      resultOfOne(of),
      workOf({ ...of, classId }, found.lessonId),
      playedBy(userId, found.sessionId),
    ]);
    const { points = 0, earned = 0, maxPoints = 0, days = 0 } = result ?? {};
    const changes = found.changes.map(
      ({ id, at, what, before, after, actor }): CellEvent => ({
        ...NO_WORK,
        id: `c${id}`,
        at: at.toISOString(),
        what: CHANGES.find((one) => one === what) ?? 'rules',
        by: actor?.name ?? null,
        fields: changedFields(before, after),
      }),
    );
    const [given, override] = [found.points[0], found.overrides[0]];
    const events = [...changes, ...work.events].toSorted((one, other) => (one.at < other.at ? 1 : -1));
    return {
      ok: true,
      cell: {
        given:
          given === undefined
            ? null
            : {
                ...{ points: given.points, asIs: given.asIs },
                ...{ by: given.givenBy?.name ?? null, at: given.givenAt.toISOString() },
              },
        follows: { points, earned, maxPoints: found.kind === 'outside' ? (found.maxPoints ?? 0) : maxPoints, days },
        late: {
          rule: LATE.find((one) => one === found.late) ?? 'accepted',
          ...{ percent: found.latePercent, floor: found.lateFloor },
        },
        isTimed: found.minutes !== null,
        timeZone: found.class.timeZone,
        override:
          override === undefined
            ? null
            : {
                ...{ excused: override.excused, timeFactor: override.timeFactor, more: override.more },
                ...{ waived: override.waived, reason: override.reason, by: override.setBy?.name ?? null },
                until: override.until?.toISOString() ?? null,
                at: override.setAt.toISOString(),
              },
        parts: work.parts,
        said: work.said,
        played,
        events: events.slice(0, MOST_EVENTS),
      },
    };
  },
});

const NO_WORK = { by: null, question: null, points: null, maxPoints: null, days: 0, counts: false, fields: [] };

/** What was handed in, with each verdict after the first, and what counts of it. */
async function workOf(
  { activityId, userId, classId }: { activityId: string; userId: string; classId: string },
  lessonId: string | null,
): Promise<{ parts: PartTold[]; events: CellEvent[]; said: SaidTold[] }> {
  const db = database();
  const facts = lessonId === null ? undefined : await selectOptionalFacts(db, activityId, [userId]);
  const student = facts?.students[0];
  if (facts === undefined || student === undefined || lessonId === null) return { parts: [], events: [], said: [] };
  const { rules } = facts;
  const asked = facts.parts.filter(({ name }) => rules.questions === null || rules.questions.includes(name));
  const result = resultFor(asked, rules, student);
  const { lessonVersionId, lesson } = await db.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { lessonVersionId: true, lesson: { select: { publishedId: true } } },
  });
  const versionId = lessonVersionId ?? lesson?.publishedId ?? null;
  const questions = versionId === null ? new Map<string, Question>() : await selectQuestions(db, versionId);
  const parts = result.parts.map(({ name, submissionId: _counts, ...part }): PartTold => {
    const { title = name, role = 'exercise', number = 0 } = questions.get(name) ?? {};
    return { ...part, name, title, role, number };
  });
  const rows = await db.submission.findMany({
    where: { userId, lessonId, purpose: 'submit', questionId: { in: asked.map(({ name }) => name) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_EVENTS,
    select: {
      ...{ id: true, createdAt: true, questionId: true },
      verdicts: { orderBy: { createdAt: 'asc' }, include: { decidedBy: { select: { name: true } } } },
    },
  });
  const { dueAt } = datesFor(rules, student.override);
  const counting = new Set(result.parts.map(({ submissionId }) => submissionId));
  const titleOf = (name: string): string => questions.get(name)?.title ?? name;
  const events = rows.flatMap(({ id, createdAt, questionId, verdicts }): CellEvent[] => {
    const question = titleOf(questionId);
    const [first, ...later] = verdicts;
    const last = countingOf(verdicts);
    const told = (verdict: (typeof verdicts)[number] | undefined) => {
      const read = counted.safeParse(verdict);
      const isGraded = read.success && read.data.outcome === 'graded';
      return { points: isGraded ? read.data.points : null, maxPoints: isGraded ? read.data.maxPoints : null };
    };
    return [
      {
        ...{ ...NO_WORK, id: `s${id}`, at: createdAt.toISOString(), what: 'handedIn', question },
        ...{ ...told(first), days: daysLate(dueAt, createdAt.getTime()), counts: counting.has(id) },
      },
      ...later.map(
        (verdict): CellEvent => ({
          ...{ ...NO_WORK, id: `v${verdict.id}`, at: verdict.createdAt.toISOString(), question },
          ...{ ...told(verdict), what: verdict.grader === 'teacher' ? 'decided' : 'graded' },
          ...{ by: verdict.decidedBy?.name ?? null, counts: verdict === last && counting.has(id) },
        }),
      ),
    ];
  });
  const remarks = await db.remark.findMany({
    where: { classId, submissionId: { in: rows.map(({ id }) => id) }, withdrawnAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST_EVENTS,
    include: { author: { select: { name: true } }, submission: { select: { questionId: true } } },
  });
  const said = remarks.map(({ id, author, line, text, createdAt, submission }) => ({
    ...{ id, by: author?.name ?? null, line, text, at: createdAt.toISOString() },
    question: titleOf(submission.questionId),
  }));
  return { parts, events, said };
}

/** What somebody answered in a session, question by question; what was not answered is not among it. */
async function playedBy(userId: string, sessionId: string | null): Promise<PlayedTold[]> {
  const room = sessionId === null ? undefined : (await selectOptionalPlayedRoom(pool(), sessionId))?.room;
  if (room === undefined) return [];
  const { questions } = reportOf(room);
  return room.players
    .filter((player) => player.userId === userId)
    .flatMap(({ id }) => answersOf(room, id))
    .flatMap(({ given }) =>
      given.flatMap((one, at) => (one === null ? [] : [{ ...one, title: questions[at]?.title ?? '' }])),
    );
}
