/** Questions of a bank: made, changed from version to version, shared and copied. */
import { z } from 'zod';
import { endAuthorDraft } from '../../../db/author-drafts.ts';
import { insertBanked, insertBankedVersion, lockBanked, upsertShare } from '../../../db/bank.ts';
import { database } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { copyEntries } from '../../../db/misconceptions.ts';
import { insertAudit, selectOptionalByLogin } from '../../../db/users.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { checkQuestions } from '../../../domain/lesson/check/check-lesson.ts';
import type { Banked } from '../../../domain/lesson/pins.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { SHARES } from '../../../domain/people/policies/rule.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { inCourse } from '../courses/standing.ts';
import { usablePictures } from '../pictures/usable.ts';
import { compiledQuestion, FILE, saidBy, questionSource as source } from './compiled.ts';
import { type Followed, followCorrections } from './corrections.ts';
import { looking } from './proving.ts';
import { ofQuestion } from './standing.ts';

/** A question of one's own, or of a course for who edits courses. */
export const makeQuestion = command({
  input: z.strictObject({ source, courseId: z.uuid().nullable() }),
  allow: ({ courseId }) => (courseId === null ? 'question.make' : inCourse(courseId)),
  run: async (person, { source, courseId }): Promise<Outcome<{ questionId: string } & Unproved>> => {
    if (courseId !== null && (await database().course.count({ where: { id: courseId, archivedAt: null } })) === 0)
      return refuse('notFound', 'courseId');
    const asked = await databaseNow(database());
    const read = await compiled(person, source);
    if (!read.ok) return read;
    const home = courseId === null ? { ownerId: person.id } : { courseId };
    const version = { source, createdById: person.id, ...read.made };
    const questionId = await database().$transaction(async (tx) => {
      await endAuthorDraft(tx, { userId: person.id, questionId: null, lessonId: null }, asked);
      return insertBanked(tx, home, version);
    });
    return { ok: true, questionId, unproved: read.unproved };
  },
});

/**
 * The next version of a question. What pins an older one keeps it; a correction is followed by the lessons that do, and each
 * class's teacher decides what is graded again.
 * @returns which lessons follow a correction
 */
export const changeQuestion = command({
  input: z.strictObject({ questionId: z.uuid(), base: z.number().int().min(1), source, correction: z.boolean() }),
  allow: ofQuestion('question.change'),
  run: async (
    person,
    { questionId, base, source, correction },
  ): Promise<Outcome<{ version: number } & Unproved & Followed>> => {
    const asked = await databaseNow(database());
    const read = await compiled(person, source);
    if (!read.ok) return read;
    const stored = await database().$transaction(async (tx) => {
      if ((await lockBanked(tx, questionId)) !== base) return refuse('changedMeanwhile', 'base');
      const version = base + 1;
      await insertBankedVersion(tx, questionId, version, {
        source,
        createdById: person.id,
        correction,
        ...read.made,
      });
      await insertAudit(tx, {
        actorId: person.id,
        action: 'question.change',
        subject: questionId,
        details: { version, correction },
      });
      // what was typed while it was being saved stays
      await endAuthorDraft(tx, { userId: person.id, questionId, lessonId: null }, asked);
      return { ok: true as const, version, unproved: read.unproved };
    });
    if (!stored.ok) return stored;
    return { ...stored, ...(correction ? await followCorrections(person) : { followed: [], left: [] }) };
  },
});

/** Runs the code of its newest version, where no pool answered when that was saved. @returns what is wrong, and whether it was run */
export const proveQuestion = command({
  input: z.strictObject({ questionId: z.uuid() }),
  allow: ofQuestion('question.change'),
  run: async (person, _input, { source }): Promise<Outcome<{ problems: LessonProblem[] } & Unproved>> => {
    const read = await compiledQuestion(person, source, null);
    if (read === 'replaced') return refuse('unavailable');
    if (!read.ok) return { ok: true, problems: read.problems, unproved: false };
    const { problems, unproved } = await checkQuestions({ file: FILE, source }, [read.question], await looking());
    return { ok: true, problems, unproved: unproved.length > 0 };
  },
});

/** Lets somebody look at it, copy it or change it; null for `login`: every teacher; null for `may`: not any more. */
export const shareQuestion = command({
  input: z.strictObject({ questionId: z.uuid(), login: storable.max(100).nullable(), may: z.enum(SHARES).nullable() }),
  allow: ofQuestion('question.share'),
  run: async (person, { questionId, login, may }): Promise<Outcome<object>> => {
    const db = database();
    const found = login === null ? undefined : await selectOptionalByLogin(db, login);
    // what a student would be given, the permission table would not open
    const isTeacher = found !== undefined && found.disabledAt === null && can(found.role, 'question.make');
    if (login !== null && (found === undefined || (may !== null && !isTeacher)))
      return refuse('noSuchColleague', 'login');
    const userId = found?.id ?? null;
    await db.$transaction(async (tx) => {
      await upsertShare(tx, { questionId, userId, may });
      await insertAudit(tx, {
        actorId: person.id,
        action: 'question.share',
        subject: questionId,
        details: { userId, may },
      });
    });
    return { ok: true };
  },
});

/** A question of one's own that says what this one says now, and has a history of its own. */
export const copyQuestion = command({
  input: z.strictObject({ questionId: z.uuid() }),
  allow: ofQuestion('question.copy'),
  run: async (person, { questionId }, { source }): Promise<Outcome<{ questionId: string }>> => {
    // it was proved when it was made
    const read = await compiled(person, source, false);
    if (!read.ok) return read;
    const version = { source, createdById: person.id, ...read.made };
    return {
      ok: true,
      questionId: await database().$transaction(async (tx) => {
        await copyEntries(tx, questionId, person.id);
        return insertBanked(tx, { ownerId: person.id }, version);
      }),
    };
  },
});

/** Whether its code was not run, since no pool answered: nothing is known of it. */
interface Unproved {
  unproved: boolean;
}

interface Made {
  said: Banked;
  /** those that its source may name */
  pictures: string[];
}

async function compiled(
  by: Person,
  source: string,
  proved = true,
): Promise<Outcome<{ made: Made } & Unproved> | (Refused & { problems?: LessonProblem[] })> {
  const read = await compiledQuestion(by, source, null);
  if (read === 'replaced') return refuse('unavailable');
  if (!read.ok) return { ...refuse('lessonBroken', 'source'), problems: read.problems };
  const looks = proved ? await looking() : { ...(await looking()), run: null };
  const { problems, unproved } = await checkQuestions({ file: FILE, source }, [read.question], looks);
  if (problems.length > 0) return { ...refuse('lessonBroken', 'source'), problems };
  const pictures = Object.keys(await usablePictures(by, source));
  return { ok: true, made: { said: saidBy(read.question), pictures }, unproved: proved && unproved.length > 0 };
}
