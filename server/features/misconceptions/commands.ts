/** The catalogues of misconceptions: one’s own, and those of courses for who edits courses. */
import { z } from 'zod';
import { database, pool } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { insertEntry, selectCatalogue, updateEntry } from '../../../db/misconceptions.ts';
import type { Homes } from '../../../domain/homes.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { CatalogueEntry } from '../../../domain/misconceptions/catalogue.ts';
import { misconceptionId } from '../../../domain/misconceptions/sign.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { compiler } from '../../compiling/compiler.ts';
import { command, type Standing } from '../contract.ts';
import { inCourse, ofAuthors, toCourse } from '../courses/standing.ts';
import { homesOf } from '../questions/homes.ts';
import { lookingOf } from '../questions/looking.ts';

/** What problems are told under. */
const FILE = 'words';

/** Everything that somebody may refer to, of their own and of courses. */
export const readCatalogue = command({
  input: z.strictObject({}),
  allow: ofAuthors('question.write'),
  run: async (person): Promise<Outcome<{ entries: CatalogueEntry[]; homes: Homes }>> => ({
    ok: true,
    entries: await selectCatalogue(pool(), lookingOf(person)),
    homes: await homesOf(person),
  }),
});

/** Puts one into a catalogue, or changes it. Its id stays: answers are counted by it. */
export const saveMisconception = command({
  input: z.strictObject({
    /** which one; null: a new one */
    entryId: z.uuid().nullable(),
    /** whose catalogue a new one is for; null: one’s own */
    courseId: z.uuid().nullable(),
    code: misconceptionId,
    name: storable.trim().min(1).max(120),
    words: storable.max(1_000),
  }),
  allow: (input) => {
    if (input.entryId !== null) return kept(input.entryId);
    return input.courseId === null ? 'question.make' : inCourse(input.courseId);
  },
  run: async (person, { entryId, courseId, code, name, words }): Promise<Outcome<object> | Broken> => {
    const made = await compiler.compile({ what: 'words', source: words, file: FILE }, null);
    if (made === 'replaced') return refuse('unavailable');
    if (!made.ok) return { ...refuse('lessonBroken', 'words'), problems: made.problems };
    const said = { name, words, html: made.html };
    if (entryId !== null) {
      await updateEntry(database(), entryId, said);
      return { ok: true };
    }
    const home = { courseId, ownerId: courseId === null ? person.id : null };
    return (await insertEntry(database(), { ...home, code, ...said })) ? { ok: true } : refuse('codeTaken', 'code');
  },
});

type Broken = Refused & { problems?: LessonProblem[] };

/** Puts one aside, or back: questions that name it go on telling it apart. */
export const archiveMisconception = command({
  input: z.strictObject({ entryId: z.uuid(), archived: z.boolean() }),
  allow: ({ entryId }) => kept(entryId),
  run: async (_person, { entryId, archived }): Promise<Outcome<object>> => {
    const db = database();
    const archivedAt = archived ? await databaseNow(db) : null;
    await db.misconception.updateMany({
      where: { id: entryId, archivedAt: archived ? null : { not: null } },
      data: { archivedAt },
    });
    return { ok: true };
  },
});

/** For an entry that is named. What comes with `content/` is changed there. */
function kept(entryId: string) {
  const standing = async (person: Person): Promise<Standing<undefined> | Refused> => {
    const found = await database().misconception.findUnique({
      where: { id: entryId },
      select: { ownerId: true, courseId: true, fromFile: true },
    });
    if (found === null || found.fromFile) return refuse('notFound', 'entryId');
    // what is a course's is its editors' own
    const edits = found.courseId !== null && (await toCourse(person, found.courseId)).edits === true;
    return { relation: { own: edits || found.ownerId === person.id, edits }, found: undefined };
  };
  return { action: 'misconception.keep' as const, standing };
}
