/** Reads what was said: to submissions that one looks at, to one's own work, and what students have answered in a class. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { selectQuestions } from '../../../db/lessons.ts';
import { selectRemarkCounts, selectReplies, selectThreads } from '../../../db/remarks.ts';
import { answerDocument } from '../../../domain/documents/formats.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { inOneLine } from '../../../domain/remarks/prose.ts';
import type { NewReply, RemarkCounts, RemarkedAnswer, RemarkThread } from '../../../domain/remarks/remark.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';
import { toWorks } from './standing.ts';

/** So many submissions a page asks about at once. */
const MOST = 100;

/** What was said in a class to some submissions; each of them has a thread, be it empty. */
export const readRemarks = command({
  input: z.strictObject({ classId: z.uuid(), submissions: z.array(z.uuid()).min(1).max(MOST) }),
  allow: { action: 'remark.read', standing: toWorks },
  run: async (person, { classId, submissions }): Promise<Outcome<{ threads: RemarkThread[] }>> => {
    const db = database();
    const [there, learning, of] = await Promise.all([
      db.submission.findMany({
        where: { id: { in: submissions }, OR: [{ purpose: 'submit' }, { userId: person.id }] },
        select: { id: true, userId: true },
      }),
      db.enrolment.findMany({ where: { classId, role: 'student' }, select: { userId: true } }),
      db.class.findUnique({ where: { id: classId }, select: { name: true, archivedAt: true } }),
    ]);
    const inClass = new Set(learning.map(({ userId }) => userId));
    const seen = there.filter(({ userId }) => userId === person.id || inClass.has(userId));
    if (seen.length < new Set(submissions).size || of === null) return refuse('notFound');
    const threads = await selectThreads(db, { submissions, viewerId: person.id, classId });
    const known = new Map(threads.map((thread) => [thread.submissionId, thread]));
    const empty = ({ id, userId }: { id: string; userId: string }): RemarkThread => ({
      ...{ submissionId: id, classId, className: of.name, remarks: [] },
      // nobody begins to speak to themselves
      open: of.archivedAt === null && userId !== person.id,
    });
    return { ok: true, threads: seen.map((one) => known.get(one.id) ?? empty(one)) };
  },
});

/** What was said to one's own work on a question, the newest work first. */
export const readOwnRemarks = command({
  input: z.strictObject({ lessonId: z.uuid(), questionId: storable.max(100) }),
  allow: 'signedIn',
  run: async (person, { lessonId, questionId }): Promise<Outcome<{ answers: RemarkedAnswer[] }>> => {
    const db = database();
    const works = await db.submission.findMany({
      where: { userId: person.id, lessonId, questionId, remarks: { some: {} } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MOST,
      select: { id: true, createdAt: true, answer: true },
    });
    const threads = await selectThreads(db, {
      ...{ submissions: works.map(({ id }) => id), viewerId: person.id, classId: null },
    });
    const by = Map.groupBy(threads, ({ submissionId }) => submissionId);
    const answers = works.flatMap(({ id, createdAt, answer }): RemarkedAnswer[] => {
      const some = by.get(id);
      const at = createdAt.toISOString();
      return some === undefined ? [] : [{ submissionId: id, at, answer: answerDocument.trust(answer), threads: some }];
    });
    return { ok: true, answers };
  },
});

/** How much was said to one's own work on a lesson, by its questions: for a page that was open meanwhile. */
export const readRemarkCounts = command({
  input: z.strictObject({ lessonId: z.uuid() }),
  allow: 'signedIn',
  run: async (person, { lessonId }): Promise<Outcome<{ counts: RemarkCounts }>> => ({
    ok: true,
    counts: await selectRemarkCounts(database(), { userId: person.id, lessonId }),
  }),
});

const MOST_REPLIES = 50;

/** What students of a class have answered that one has not read and nobody of the desk has answered, the newest first. */
export const readReplies = command({
  input: z.strictObject({ classId: z.uuid() }),
  allow: ofClass('class.results'),
  run: async (person, { classId }): Promise<Outcome<{ replies: NewReply[] }>> => {
    const db = database();
    const rows = await selectReplies(db, { classId, viewerId: person.id, most: MOST_REPLIES });
    const replies = rows.map(async ({ versionId, at, text, ...reply }): Promise<NewReply> => {
      const questionTitle = (await selectQuestions(db, versionId)).get(reply.questionId)?.title ?? '';
      return { ...reply, questionTitle, text: inOneLine(text), at: at.toISOString() };
    });
    return { ok: true, replies: await Promise.all(replies) };
  },
});
