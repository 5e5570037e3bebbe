/**
 * Brings `content/` into the database: courses, levels, places, and the lessons that are written. A lesson is found by its id, wherever
 * it stands. What was changed in the classroom and in the files waits until an admin says which one holds (domain/courses/content-state.ts).
 */
import { database } from '../../../db/client.ts';
import {
  applyPlan,
  lockCourses,
  selectCourseOfContent,
  selectLessons,
  selectTexts,
  syncLevels,
  upsertCourse,
} from '../../../db/course-sync.ts';
import { syncCatalogue } from '../../../db/misconceptions.ts';
import { type ContentState, fileState, isSafe, listState } from '../../../domain/courses/content-state.ts';
import { slugOf } from '../../../domain/courses/slug.ts';
import { type CoursePlan, planCourse, type StoredLesson } from '../../../domain/lesson/course-plan.ts';
import { broken, type CourseFiles, type LessonFile, readContent } from './content-files.ts';
import { hashOf, publishLesson } from './publish.ts';

export interface LoadedContent {
  lessons: number;
  changed: number;
  /** what was changed here and there: courses and lessons, by their titles */
  waiting: string[];
}

/** A transaction of all places: longer than an ordinary one is given. */
const LONG = { maxWait: 60_000, timeout: 120_000 };

/** @throws Error that names file and line of the first problem */
export async function loadContent(folder: string): Promise<LoadedContent> {
  const total: LoadedContent = { lessons: 0, changed: 0, waiting: [] };
  for (const course of readContent(folder)) {
    const list = await takeList(course, isSafe);
    if (list === 'both') total.waiting.push(course.course.title);
    for (const { file, state } of await filesOf(course)) {
      total.lessons++;
      if (state === 'both') total.waiting.push(file.title);
      if (!isSafe(state)) continue;
      await takeFile(file);
      total.changed++;
    }
  }
  return total;
}

/** A lesson of a course's list, with the file that it comes from. */
export interface ListedFile {
  contentId: string;
  lessonId: string;
  /** in the list */
  title: string;
  written: LessonFile;
  hash: string;
}

/** The files of a course whose lessons are there, and how they stand to them. */
export async function filesOf({ places }: CourseFiles): Promise<{ file: ListedFile; state: ContentState }[]> {
  const written = places.flatMap(({ lesson, written, title }) =>
    lesson === null || written === null
      ? []
      : [{ contentId: lesson.contentId, title, written, hash: hashOf(written.source) }],
  );
  const texts = await selectTexts(database(), written);
  return written.flatMap((file) => {
    const text = texts.get(file.contentId);
    if (text === undefined) return [];
    return [{ file: { ...file, lessonId: text.lessonId }, state: fileState(file.hash, text) }];
  });
}

/** Publishes what a file says. @throws Error where it does not compile */
export async function takeFile({ lessonId, written, hash }: ListedFile): Promise<void> {
  const published = await publishLesson(null, { id: lessonId, ...written });
  if (!published.ok) throw broken(published.problems ?? []);
  await noteFile(lessonId, hash);
}

/** What a file says is known: it was taken over, or is left aside for what stands here. */
export async function noteFile(lessonId: string, fileHash: string): Promise<void> {
  await database().lesson.update({ where: { id: lessonId }, data: { fileHash } });
}

/**
 * Puts every lesson where the list has it, in one transaction; what was made in the classroom stays, after it.
 * @param when in which state it is done
 * @returns how the list stood
 */
export function takeList(files: CourseFiles, when: (state: ContentState) => boolean): Promise<ContentState> {
  const { contentId, course, catalogue, places, listHash } = files;
  const { title, description, levels } = course;
  return database().$transaction(async (tx) => {
    await lockCourses(tx);
    const known = await selectCourseOfContent(tx, contentId);
    const state = listState(listHash, known ?? { known: null, arranged: false });
    // before lessons are compiled, which refer to them; what comes from files is changed there alone
    if (known !== undefined) await syncCatalogue(tx, known.id, catalogue);
    if (!when(state)) return state;
    const courseId = await upsertCourse(tx, { contentId, title, description, listHash });
    if (known === undefined) await syncCatalogue(tx, courseId, catalogue);
    const levelIds = await syncLevels(tx, courseId, levels);
    await applyPlan(tx, planOf(await selectLessons(tx), courseId, places), { courseId, levels: levelIds });
    return state;
  }, LONG);
}

/** What the list asks of the lessons that are stored; those that were made in the classroom are left where they are. */
export function planOf(
  stored: readonly (StoredLesson & { courseId: string })[],
  courseId: string | null,
  places: CourseFiles['places'],
): CoursePlan {
  const isListed = (lesson: StoredLesson & { courseId: string }): boolean =>
    lesson.courseId === courseId && (lesson.contentId !== null || lesson.listedTitle !== null);
  return planCourse(
    places,
    stored.filter(isListed),
    stored.filter((lesson) => !isListed(lesson)),
    (written) => slugOf(written, 'lesson'),
  );
}
