/** Questions of a bank: made, and changed from version to version. */
import { z } from 'zod';
import { endAuthorDraft } from '../../../db/author-drafts.ts';
import { insertBanked, insertBankedVersion, lockBanked, updateKept } from '../../../db/bank.ts';
import { database } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { insertAudit } from '../../../db/users.ts';
import { checkQuestions } from '../../../domain/lesson/check/check-lesson.ts';
import type { Banked } from '../../../domain/lesson/pins.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { inCourse } from '../courses/standing.ts';
import { usablePictures } from '../pictures/usable.ts';
import { compiledQuestion, deadLinks, FILE, saidBy, questionSource as source } from './compiled.ts';
import { type Followed, followCorrections } from './corrections.ts';
import { MOST_TAGS, tag } from './keeping.ts';
import { looking } from './proving.ts';
import { ofQuestion } from './standing.ts';

/** A question of one's own, or of a course for who edits courses. */
export const makeQuestion = command({
  input: z.strictObject({
    source,
    courseId: z.uuid().nullable(),
    /** the draft that it was, which ends with it */
    newId: z.uuid().optional(),
    /** by which it is found again */
    tags: z.array(tag).max(MOST_TAGS).optional(),
  }),
  allow: ({ courseId }) => (courseId === null ? 'question.make' : inCourse(courseId)),
  run: async (person, { source, courseId, newId, tags = [] }): Promise<Outcome<{ questionId: string } & Unproved>> => {
    if (courseId !== null && (await database().course.count({ where: { id: courseId, archivedAt: null } })) === 0)
      return refuse('notFound', 'courseId');
    const asked = await databaseNow(database());
    const read = await compiled(person, source);
    if (!read.ok) return read;
    const home = courseId === null ? { ownerId: person.id } : { courseId };
    const version = { source, createdById: person.id, ...read.made };
    const questionId = await database().$transaction(async (tx) => {
      if (newId !== undefined) {
        // the same draft may say something else in another window by now
        const draft = { userId: person.id, questionId: null, lessonId: null, newId };
        await endAuthorDraft(tx, draft, asked, null, source);
      }
      const id = await insertBanked(tx, home, version);
      if (tags.length > 0) await updateKept(tx, [id], { add: tags, remove: [], most: MOST_TAGS });
      return id;
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
    before,
  ): Promise<Outcome<{ version: number } & Unproved & Followed>> => {
    const asked = await databaseNow(database());
    const read = await compiled(person, source, { before: before.source });
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
      await endAuthorDraft(tx, { userId: person.id, questionId, lessonId: null, newId: null }, asked);
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

/** Whether its code was not run, since no pool answered: nothing is known of it. */
interface Unproved {
  unproved: boolean;
}

interface Made {
  said: Banked;
  /** those that its source may name */
  pictures: string[];
}

/**
 * What is stored of a text, with all that is asked of it.
 * @param before the text that it follows, or is a copy of: links that stood there are not asked for again
 * @param proved whether its code is run
 */
export async function compiled(
  by: Person,
  source: string,
  { before = '', proved = true }: { before?: string; proved?: boolean } = {},
): Promise<Outcome<{ made: Made } & Unproved> | (Refused & { problems?: LessonProblem[] })> {
  const read = await compiledQuestion(by, source, null);
  if (read === 'replaced') return refuse('unavailable');
  if (!read.ok) return { ...refuse('lessonBroken', 'source'), problems: read.problems };
  const looks = proved ? await looking() : { ...(await looking()), run: null };
  const checked = await checkQuestions({ file: FILE, source }, [read.question], looks);
  const { unproved } = checked;
  const problems = [...(await deadLinks(read, before)), ...checked.problems];
  if (problems.length > 0) return { ...refuse('checksFail', 'source'), problems };
  const pictures = Object.keys(await usablePictures(by, source));
  return { ok: true, made: { said: saidBy(read.question), pictures }, unproved: proved && unproved.length > 0 };
}
