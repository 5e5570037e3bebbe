/**
 * Brings `content/` into the database: courses, levels, places, and the lessons that are written. A lesson is found by its id, wherever
 * it stands. What is new is taken over; what has changed is shown first and waits for an admin, or for whoever has said that it need
 * not; what was changed in the classroom too always waits (domain/courses/content-state.ts).
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
import { broken, type CourseFiles, type LessonFile, readContent } from './content-files.ts';
import { changesOf, isAddingOnly, planOf } from './list-changes.ts';
import { hashOf, publishLesson } from './publish.ts';

/** `new`: what has changed waits to be looked at; `all`: it is taken over, where nobody has changed it here. */
export type Taking = 'new' | 'all';

export interface LoadedContent {
  lessons: number;
  taken: number;
  /** what has changed in files alone and was not taken over: courses and lessons, by their titles */
  shown: string[];
  /** what was changed here and there */
  waiting: string[];
}

/** A transaction of all places: longer than an ordinary one is given. */
const LONG = { maxWait: 60_000, timeout: 120_000 };

/** @throws Error that names file and line of the first problem */
export async function loadContent(folder: string, taking: Taking): Promise<LoadedContent> {
  const total: LoadedContent = { lessons: 0, taken: 0, shown: [], waiting: [] };
  const note = (state: ContentState, taken: boolean, title: string): void => {
    if (state === 'both') total.waiting.push(title);
    else if (state !== 'same' && !taken) total.shown.push(title);
  };
  const takes = (state: ContentState): boolean => (taking === 'all' ? isSafe(state) : state === 'new');
  for (const course of readContent(folder)) {
    const adds = isAddingOnly(await changesOf(course));
    const takesList = (state: ContentState): boolean => takes(state) || (state === 'changed' && adds);
    const list = await takeList(course, takesList);
    note(list, takesList(list), course.course.title);
    for (const { file, state } of await filesOf(course)) {
      total.lessons++;
      note(state, takes(state), file.title);
      if (!takes(state)) continue;
      await takeFile(file);
      total.taken++;
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
