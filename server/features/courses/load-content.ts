/**
 * Brings `content/` into the database: courses, levels, places, and the lessons that are written. A lesson is found by
 * its id, wherever it stands. A file is loaded once; an edit made in the classroom afterwards stays until the file
 * itself changes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { slug as slugOf } from 'github-slugger';
import { database } from '../../../db/client.ts';
import { applyPlan, lockCourses, selectLessons, syncLevels, upsertCourse } from '../../../db/course-sync.ts';
import { syncCatalogue } from '../../../db/misconceptions.ts';
import { type FileEntry, readCatalogue } from '../../../domain/lesson/catalogue.ts';
import { type Course, readCourse } from '../../../domain/lesson/course.ts';
import { planCourse, type WantedPlace } from '../../../domain/lesson/course-plan.ts';
import { lessonId } from '../../../domain/lesson/front-matter.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import { hashOf, publishLesson } from './publish.ts';

export interface LoadedContent {
  lessons: number;
  changed: number;
}

interface LessonFile {
  /** as problems name it */
  file: string;
  source: string;
}
interface CourseFiles {
  slug: string;
  course: Course;
  catalogue: FileEntry[];
  /** every place in order; those that are written with their file */
  places: (WantedPlace & { written: LessonFile | null })[];
}

/** A transaction of all places: longer than an ordinary one is given. */
const LONG = { maxWait: 60_000, timeout: 120_000 };

/** @throws Error that names file and line of the first problem */
export async function loadContent(folder: string): Promise<LoadedContent> {
  const courses = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFiles(name, path.join(folder, name)));
  refuseTwins(courses.flatMap(({ places }) => places));
  const total: LoadedContent = { lessons: 0, changed: 0 };
  for (const course of courses) {
    const ids = await syncCourse(course);
    for (const [index, { written }] of course.places.entries()) {
      const id = ids[index];
      if (written === null || id === undefined) continue;
      total.lessons++;
      const known = await database().lessonVersion.count({
        where: { lessonId: id, sourceHash: hashOf(written.source) },
      });
      if (known > 0) continue;
      const published = await publishLesson(null, { id, ...written });
      if (!published.ok) throw broken(published.problems ?? []);
      total.changed++;
    }
  }
  return total;
}

function readFiles(slug: string, folder: string): CourseFiles {
  const named = (file: string): string => path.relative(process.cwd(), file);
  const list = path.join(folder, 'course.yaml');
  const read = readCourse(readFileSync(list, 'utf8'), named(list));
  if (!read.ok) throw broken(read.problems);
  const places = read.course.levels.flatMap((level) =>
    level.places.map(({ number, title, lesson }) => {
      const place = { level: level.slug, place: number, title };
      if (lesson === null) return { ...place, lesson: null, written: null };
      const file = path.join(folder, lesson.file);
      const source = readFileSync(file, 'utf8');
      const written = { file: named(file), source };
      return { ...place, lesson: { contentId: lessonId(source, file), slug: lesson.slug }, written };
    }),
  );
  return { slug, course: read.course, catalogue: readEntries(folder, named), places };
}

/** A course may do without. */
function readEntries(folder: string, named: (file: string) => string): FileEntry[] {
  const file = path.join(folder, 'misconceptions.yaml');
  if (!existsSync(file)) return [];
  const read = readCatalogue(readFileSync(file, 'utf8'), named(file));
  if (!read.ok) throw broken(read.problems);
  return read.entries;
}

/** Two lessons that would be one, or that one page would have to show. */
function refuseTwins(places: CourseFiles['places']): void {
  for (const name of ['contentId', 'slug'] as const) {
    const seen = new Map<string, string>();
    for (const { lesson, written } of places) {
      if (lesson === null || written === null) continue;
      const twin = seen.get(lesson[name]);
      if (twin !== undefined)
        throw new Error(
          `${twin} and ${written.file} are both called “${lesson[name]}”: ${name === 'slug' ? 'rename one of the files' : 'give one of them an id of its own (a line “id: …” in its front matter)'}.`,
        );
      seen.set(lesson[name], written.file);
    }
  }
}

/** Puts every lesson where the list has it, in one transaction. The id of each place, in order. */
function syncCourse({ slug, course, catalogue, places }: CourseFiles): Promise<string[]> {
  const { title, description, levels } = course;
  return database().$transaction(async (tx) => {
    await lockCourses(tx);
    const courseId = await upsertCourse(tx, { slug, title, description });
    // before lessons are compiled, which refer to them
    await syncCatalogue(tx, courseId, catalogue);
    const levelIds = await syncLevels(tx, courseId, levels);
    const stored = await selectLessons(tx);
    const isOwn = (lesson: { courseId: string }): boolean => lesson.courseId === courseId;
    const plan = planCourse(
      places,
      stored.filter(isOwn),
      stored.filter((lesson) => !isOwn(lesson)),
      (written) => slugOf(written) || 'lesson',
    );
    return applyPlan(tx, plan, levelIds);
  }, LONG);
}

function broken(problems: readonly LessonProblem[]): Error {
  const [first] = problems;
  const where = first === undefined ? '' : ` ${first.file}:${first.line}`;
  return new Error(`A lesson does not compile:${where}. "npm run lesson -- check" tells what is wrong.`);
}
