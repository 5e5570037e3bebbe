/** A whole course that somebody brings in as a zip: looked at, and made as a new one, all of it or nothing. */
import { z } from 'zod';
import { insertAllBanked, insertBankedVersion } from '../../../db/bank.ts';
import { database, type Queryable } from '../../../db/client.ts';
import { lockCourses } from '../../../db/course-sync.ts';
import { insertEntry } from '../../../db/misconceptions.ts';
import type { CourseFile } from '../../../domain/exchange/own/course-read.ts';
import { isRemark, type Remark, remark } from '../../../domain/exchange/remark.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { courseLookedThrough, picturesOf } from '../../importing/course-look-through.ts';
import { readCourseInTurn } from '../../importing/importer.ts';
import { command } from '../contract.ts';
import { storeNewLesson } from '../courses/publish.ts';
import { note } from '../courses/tree.ts';
import { bytesOf, file, LARGEST } from './commands.ts';
import { type PreparedCourse, type PreparedPlace, preparedCourse } from './course-prepare.ts';
import type { PreparedQuestion } from './course-questions.ts';
import { isAmong, knownPictures, Overtaken, QuotaReached, type ReadyPicture, readAll, storeReady } from './pictures.ts';

/** Far more than a course of 200 lessons takes. */
const LONG = { maxWait: 60_000, timeout: 120_000 };

/** A place as a page shows it. */
export interface SeenPlace {
  title: string;
  slug: string;
  /** the address that it has elsewhere, and that is taken here */
  wanted: string | null;
  state: 'unwritten' | 'written' | 'faulty';
  /** the file that it comes from */
  file: string | null;
  questions: number;
  problems: readonly LessonProblem[];
  remarks: readonly Remark[];
}
export interface SeenCourse {
  title: string;
  description: string;
  slug: string;
  wanted: string | null;
  levels: { number: number; slug: string; title: string; places: SeenPlace[] }[];
  questions: Pick<PreparedQuestion, 'file' | 'title' | 'state' | 'remarks'>[];
  pictures: number;
  misconceptions: number;
  seen: string;
}

/** What would come of a file, lesson by lesson; nothing is written. */
export const lookAtCourse = command({
  input: z.strictObject({ file }),
  allow: 'course.manage',
  largest: LARGEST,
  run: async (person, input): Promise<Outcome<{ looked: SeenCourse | { refused: Remark } }>> => {
    const read = await readCourseInTurn(bytesOf(input.file));
    if (read === null) return refuse('tooMany');
    if ('refused' in read) return { ok: true, looked: read };
    const course = await lookedThrough(read.course);
    const made = await preparedCourse(person, course, null);
    return { ok: true, looked: isRemark(made) ? { refused: made } : seenOf(made, course) };
  },
});

/**
 * Makes the course of a file. A lesson that cannot be published as it is becomes a place, and its text the draft of whoever brings
 * it in.
 * @param seen what the page was shown: if it would become another one by now, nothing is made
 * @returns with `left` the titles of those that wait as drafts
 */
export const takeCourse = command({
  input: z.strictObject({ file, seen: storable.max(100) }),
  allow: 'course.manage',
  largest: LARGEST,
  run: async (person, input): Promise<Outcome<{ courseId: string; left: string[] } | { told: Remark }>> => {
    const read = await readCourseInTurn(bytesOf(input.file));
    if (read === null) return refuse('tooMany');
    if ('refused' in read) return refuse('changedMeanwhile', 'file');
    const course = await lookedThrough(read.course);
    const pictures = await readAll(picturesOf(course));
    if (isRemark(pictures)) return { ok: true, told: pictures };
    const made = await preparedCourse(person, course, pictures);
    if (isRemark(made)) return { ok: true, told: made };
    if (made.seen !== input.seen) return refuse('changedMeanwhile', 'file');
    try {
      await database().$transaction((tx) => write(tx, person, made, [...pictures.values()]), LONG);
    } catch (error) {
      if (error instanceof Overtaken) return refuse('changedMeanwhile', 'file');
      if (error instanceof QuotaReached) return { ok: true, told: remark('pictureCannot.quota') };
      throw error;
    }
    const places = made.levels.flatMap((level) => level.places);
    return { ok: true, courseId: made.id, left: places.flatMap(({ draft, title }) => (draft === null ? [] : [title])) };
  },
});

const lookedThrough = async (course: CourseFile): Promise<CourseFile> =>
  courseLookedThrough(course, isAmong(await knownPictures(picturesOf(course))));

async function write(
  tx: Queryable,
  person: Person,
  course: PreparedCourse,
  pictures: readonly ReadyPicture[],
): Promise<void> {
  await lockCourses(tx);
  for (const slugs of course.slugs) if (!(await slugs.areFree(tx))) throw new Overtaken();
  const { id: courseId, title, slug, description, levels, questions, catalogue } = course;
  await tx.course.create({ data: { id: courseId, title, slug, description } });
  await storeReady(tx, person, pictures);
  for (const { code, name, words, html } of catalogue)
    await insertEntry(tx, { courseId, ownerId: null, code, name, words, html });
  await writeQuestions(tx, person, courseId, questions);
  for (const { places, ...level } of levels) {
    await tx.level.create({ data: { ...level, courseId } });
    for (const [index, { id, title: named, slug: address, ready, draft }] of places.entries())
      await storeNewLesson(tx, person, {
        id,
        levelId: level.id,
        place: index + 1,
        title: named,
        slug: address,
        ready,
        draft,
      });
  }
  await note(tx, person, 'import', { id: courseId });
}

async function writeQuestions(
  tx: Queryable,
  person: Person,
  courseId: string,
  questions: readonly PreparedQuestion[],
): Promise<void> {
  const made = questions.flatMap(({ pin, said, source, pictures, tags }) =>
    pin === null || said === null
      ? []
      : [{ id: pin.ref, version: pin.version, said, source, pictures, tags, createdById: person.id }],
  );
  await insertAllBanked(
    tx,
    { courseId },
    made.filter(({ version }) => version === 1),
  );
  for (const { id, version, ...said } of made)
    if (version > 1) await insertBankedVersion(tx, id, version, { ...said, correction: false });
}

function seenOf(course: PreparedCourse, read: CourseFile): SeenCourse {
  const { title, description, slug, wanted, levels, questions, catalogue, seen } = course;
  const hashes = new Set(picturesOf(read).map(({ bytes }) => bytes));
  return {
    title,
    description,
    slug,
    wanted,
    levels: levels.map(({ id: _id, places, ...level }) => ({ ...level, places: places.map(seenPlace) })),
    questions: questions.map(({ file, title, state, remarks }) => ({ file, title, state, remarks })),
    pictures: hashes.size,
    misconceptions: catalogue.length,
    seen,
  };
}

function seenPlace({ title, slug, wanted, file, ready, problems, remarks }: PreparedPlace): SeenPlace {
  const state = file === null ? 'unwritten' : ready === null ? 'faulty' : 'written';
  const questions = ready?.content.questions.length ?? 0;
  return { title, slug, wanted, state, file, questions, problems, remarks };
}
