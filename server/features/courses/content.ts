/** What `content/` would change of the courses here: looked at before it is done, and decided where both sides have changed. */
import { z } from 'zod';
import { database } from '../../../db/client.ts';
import { selectCourseOfContent, selectLessons, updateList } from '../../../db/course-sync.ts';
import { insertAudit } from '../../../db/users.ts';
import { type ContentState, listState } from '../../../domain/courses/content-state.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { compareNames } from '../../../domain/people/name-order.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { type CourseFiles, contentFolder, readContent } from './content-files.ts';
import { filesOf, noteFile, planOf, takeFile, takeList } from './load-content.ts';

/** What a list would do: lessons by their titles. */
interface ListChanges {
  added: string[];
  moved: string[];
  /** out of the list, with what is in them */
  archived: string[];
  /** places without anything in them */
  removed: string[];
  /** other titles, descriptions and numbers than here: of the course or its levels, as the file has them */
  told: string[];
}
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
    list: { state, hash, changes: await changesOf(files, known) },
    files: (await filesOf(files)).map(({ file: { written, ...file }, state: stands }) => ({
      ...file,
      file: written.file,
      state: stands,
    })),
  };
}

async function changesOf(
  { course, places }: CourseFiles,
  known: Awaited<ReturnType<typeof selectCourseOfContent>>,
): Promise<ListChanges> {
  const db = database();
  const stored = await selectLessons(db);
  const plan = planOf(stored, known?.id ?? null, places);
  const titles = new Map(stored.map(({ id, title }) => [id, title]));
  const before = new Map(stored.map((one) => [one.id, one]));
  const named = (ids: readonly string[]): string[] => ids.map((id) => titles.get(id) ?? '');
  const levels = await db.level.findMany({
    where: { courseId: known?.id ?? '00000000-0000-0000-0000-000000000000' },
    select: { contentId: true, title: true, number: true, archivedAt: true },
  });
  const levelOf = new Map(levels.map((level) => [level.contentId, level]));
  return {
    added: plan.lessons.filter(({ id }) => id === null).map(({ listedTitle }) => listedTitle),
    moved: plan.lessons.flatMap(({ id, level, place }) => {
      const stands = before.get(id ?? '');
      if (stands === undefined) return [];
      const isThere = !stands.archived && stands.level === level && stands.place === place;
      return isThere ? [] : [stands.title];
    }),
    archived: named(plan.archive),
    removed: named(plan.remove),
    told: [
      ...(known !== undefined && (known.title !== course.title || known.description !== course.description)
        ? [course.title]
        : []),
      ...course.levels.flatMap(({ slug, title, number }) => {
        const stands = levelOf.get(slug);
        const isSame =
          stands !== undefined && stands.title === title && stands.number === number && stands.archivedAt === null;
        return isSame ? [] : [title];
      }),
    ],
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
  if (take) await takeList(course, () => true);
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
