/** Use cases of a regrade: make one, apply what it proposes, cancel it. What it shows is read in `read-regrade.ts`. */
import { z } from 'zod';
import { classExists } from '../../../db/classes.ts';
import { database } from '../../../db/client.ts';
import { isUniqueViolation } from '../../../db/errors.ts';
import { selectQuestions } from '../../../db/lessons.ts';
import { selectOptionalRegrade } from '../../../db/regrade-reports.ts';
import {
  applyRegrade as applyStored,
  cancelRegrade as cancelStored,
  countWaiting,
  hasEnded,
  insertRegrade,
  isOutdated,
} from '../../../db/regrades.ts';
import { insertAudit } from '../../../db/users.ts';
import { identifier } from '../../../domain/kinds/common/document.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { GRADER_VERSION } from '../../../domain/results/verdict.ts';
import { selectOptionalOfClass } from '../activities/of-class.ts';
import { command } from '../contract.ts';
import { ofClass, toClass } from '../standing.ts';

const newRegrade = z.strictObject({
  lessonId: z.uuid(),
  /** null: all classes */
  classId: z.uuid().nullable(),
  /** none: all questions */
  questionIds: z.array(identifier).max(100),
});
export const regradeInput = z.strictObject({ regrade: z.uuid() });

/** A whole lesson of many classes may take longer than an ordinary transaction is given. */
const LONG = { maxWait: 20_000, timeout: 300_000 };

/** Those of a class: who teaches it; those of all classes: admins. */
export const ofRegrade = {
  action: 'verdict.regrade',
  async standing(person: Person, input: z.infer<typeof regradeInput>) {
    const found = await selectOptionalRegrade(database(), input.regrade);
    return found === undefined ? refuse('notFound') : { relation: await toClass(person, found.classId), found };
  },
} as const;

/** Puts what was graded before into a regrade against the version that is published now; the pool does the rest. */
export const startRegrade = command({
  input: newRegrade,
  allow: ofClass('verdict.regrade'),
  run: async (person, input): Promise<Outcome<{ regrade: string }>> => {
    const db = database();
    if (input.classId !== null && !(await classExists(db, input.classId))) return refuse('notFound', 'classId');
    const lesson = await selectOptionalOfClass(input);
    if (lesson === undefined) return refuse('lessonNotWritten');
    const questions = await selectQuestions(db, lesson.versionId);
    if (input.questionIds.some((id) => !questions.has(id))) return refuse('badInput', 'questionIds');
    const scope = { ...input, lessonVersionId: lesson.versionId, createdById: person.id };
    try {
      return await db.$transaction(async (tx) => {
        const { id, items } = await insertRegrade(tx, scope, GRADER_VERSION);
        if (items === 0) {
          await tx.regrade.delete({ where: { id } });
          return refuse('nothingToRegrade');
        }
        await insertAudit(tx, { actorId: person.id, action: 'regrade.start', subject: id, details: { items } });
        return { ok: true as const, regrade: id };
      }, LONG);
    } catch (error) {
      if (isUniqueViolation(error)) return refuse('regradeOpen');
      throw error;
    }
  },
});

/** What is proposed counts from now on: all of it, in one transaction, once. A teacher's decisions stay. */
export const applyRegrade = command({
  input: regradeInput,
  allow: ofRegrade,
  run: async (person, _input, regrade): Promise<Outcome<object>> => {
    const db = database();
    return db.$transaction(async (tx) => {
      // two regrades that share a submission are applied one after the other, so that the second sees the first
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`regrades:${regrade.lessonId}`}, 0))`;
      if (await hasEnded(tx, regrade.id)) return refuse('regradeEnded');
      if ((await countWaiting(tx, regrade.id)) > 0) return refuse('regradeRunning');
      if (await isOutdated(tx, regrade.id)) return refuse('regradeOutdated');
      if (!(await applyStored(tx, regrade.id, person.id))) return refuse('regradeEnded');
      await insertAudit(tx, {
        actorId: person.id,
        action: 'regrade.apply',
        subject: regrade.id,
        details: { lesson: regrade.lessonId, version: regrade.version.number, class: regrade.classId },
      });
      return { ok: true as const };
    }, LONG);
  },
});

/** Ends it without effect; what the pool has not graded yet, it drops. */
export const cancelRegrade = command({
  input: regradeInput,
  allow: ofRegrade,
  run: async (person, _input, regrade): Promise<Outcome<object>> => {
    const db = database();
    return db.$transaction(async (tx) => {
      if (!(await cancelStored(tx, regrade.id))) return refuse('regradeEnded');
      await insertAudit(tx, { actorId: person.id, action: 'regrade.cancel', subject: regrade.id });
      return { ok: true as const };
    });
  },
});
