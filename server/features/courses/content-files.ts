/** What lies in `content/`: the list of each course, its places, and the lessons that are written. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type FileEntry, readCatalogue } from '../../../domain/lesson/catalogue.ts';
import { type Course, readCourse } from '../../../domain/lesson/course.ts';
import type { WantedPlace } from '../../../domain/lesson/course-plan.ts';
import { lessonId } from '../../../domain/lesson/front-matter.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';

export interface LessonFile {
  /** as problems name it */
  file: string;
  source: string;
}
export interface CourseFiles {
  /** its folder */
  contentId: string;
  course: Course;
  /** its misconceptions */
  catalogue: FileEntry[];
  /** every place in order; those that are written with their file */
  places: (WantedPlace & { written: LessonFile | null })[];
  /** of what the list says, files aside */
  listHash: string;
}

/** As it comes with this version. */
export function contentFolder(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), 'content');
}

/** @throws Error that names file and line of the first problem */
export function readContent(folder: string): CourseFiles[] {
  const courses = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFiles(name, path.join(folder, name)));
  refuseTwins(courses.flatMap(({ places }) => places));
  return courses;
}

function readFiles(contentId: string, folder: string): CourseFiles {
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
  const { title, description, levels } = read.course;
  const said = [
    title,
    description,
    levels.map(({ slug, number, title: named }) => [slug, number, named]),
    places.map(({ level, title: listed, lesson }) => [level, listed, lesson?.contentId, lesson?.slug]),
  ];
  const listHash = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return { contentId, course: read.course, catalogue: readEntries(folder, named), places, listHash };
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

/** A sentence about the first problem, and how to see all of them. */
export function broken(problems: readonly LessonProblem[]): Error {
  const [first] = problems;
  const where = first === undefined ? '' : ` ${first.file}:${first.line}`;
  return new Error(`A lesson does not compile:${where}. "npm run lesson -- check" tells what is wrong.`);
}
