/** What `content/` would change of the courses here: looked at before it is done, and decided where both sides have changed. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { selectCourseOfContent, updateList } from '../../../db/course-sync.ts';
import { insertAudit } from '../../../db/users.ts';
import { type ContentState, listState } from '../../../domain/courses/content-state.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { compareNames } from '../../../domain/people/name-order.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { type CourseFiles, contentFolder, readContent } from './content-files.ts';
import { changesOf, type ListChanges } from './list-changes.ts';
import { filesOf, noteFile, takeFile, takeList } from './load-content.ts';

export interface ContentCourse {
  contentId: string;
  title: string;
  list: { state: ContentState; hash: string; changes: ListChanges };
  files: { contentId: string; title: string; file: string; lessonId: string; state: ContentState; hash: string }[];
}

/** How the courses of `content/` stand to those here; nothing is written. */
export async function lookAtContent(courses: readonly CourseFiles[]): Promise<ContentCourse[]> {
  const all = await Promise.all(courses.map(lookAt));
  return all.toSorted((one, other) => compareNames(one.title, other.title));
}

async function lookAt(files: CourseFiles): Promise<ContentCourse> {
  const { contentId, course, listHash: hash } = files;
  const known = await selectCourseOfContent(database(), contentId);
  const state = listState(hash, known ?? { known: null, arranged: false });
  return {
    contentId,
    title: course.title,
    list: { state, hash, changes: await changesOf(files) },
    files: (await filesOf(files)).map(({ file: { written, ...file }, state: stands }) => ({
      ...file,
      file: written.file,
      state: stands,
    })),
  };
}

const decision = z.strictObject({
  /** the folder of the course */
  course: storable.max(200),
  /** the lesson's file, by who it is; null: the list of the course */
  file: storable.max(200).nullable(),
  /** of what was looked at */
  hash: storable.max(100),
  /** false: what stands here stays, until the file changes again */
  take: z.boolean(),
});

/** What the file of a lesson says, and what is published of it here; null: nothing is. */
export const readContentFile = command({
  input: z.strictObject({ course: storable.max(200), file: storable.max(200) }),
  allow: 'course.manage',
  run: (_person, input): Promise<Outcome<ContentTexts>> => textsIn(contentFolder(), input),
});

interface ContentTexts {
  file: string;
  here: string | null;
}

/** The same for another folder. */
export async function textsIn(
  folder: string,
  { course: contentId, file }: { course: string; file: string },
): Promise<Outcome<ContentTexts>> {
  const course = readContent(folder).find((one) => one.contentId === contentId);
  const found = course && (await filesOf(course)).find((one) => one.file.contentId === file)?.file;
  if (found === undefined) return refuse('notFound', 'file');
  const lesson = await database().lesson.findUnique({
    where: { id: found.lessonId },
    select: { published: { select: { source: true } } },
  });
  return { ok: true, file: found.written.source, here: lesson?.published?.source ?? null };
}

/** Takes over a list or a file as it was looked at, or leaves what stands here. */
export const decideContent = command({
  input: decision,
  allow: 'course.manage',
  run: (person, input): Promise<Outcome<object>> => decideIn(contentFolder(), person, input),
});

/** The same for another folder. */
export async function decideIn(
  folder: string,
  person: Person,
  { course: contentId, file, hash, take }: z.infer<typeof decision>,
): Promise<Outcome<object>> {
  const course = readContent(folder).find((one) => one.contentId === contentId);
  if (course === undefined) return refuse('notFound', 'course');
  const details = { file: file ?? '', take };
  if (file !== null) {
    const found = (await filesOf(course)).find((one) => one.file.contentId === file)?.file;
    if (found === undefined) return refuse('notFound', 'file');
    if (found.hash !== hash) return refuse('changedMeanwhile', 'hash');
    if (take) await takeFile(found);
    else await noteFile(found.lessonId, hash);
    return noted(person, found.lessonId, details);
  }
  if (course.listHash !== hash) return refuse('changedMeanwhile', 'hash');
  if (take) {
    await takeList(course, () => true);
    // what it adds is there as a whole
    for (const { file: added, state } of await filesOf(course)) if (state === 'new') await takeFile(added);
  }
  const known = await selectCourseOfContent(database(), contentId);
  if (known === undefined) return refuse('notFound', 'course');
  if (!take) await updateList(database(), contentId, hash);
  return noted(person, known.id, details);
}

async function noted(
  { id: actorId }: Person,
  subject: string,
  details: Record<string, string | boolean>,
): Promise<{ ok: true }> {
  await insertAudit(database(), { actorId, action: 'course.content', subject, details });
  return { ok: true };
}
