/**
 * Brings `content/` into the database: courses, levels, places, and the lessons that are written. A file is loaded once;
 * an edit made in the classroom afterwards stays until the file itself changes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Database, database } from '../../db/client.ts';
import { type Course, readCourse } from '../../domain/lesson/course.ts';
import type { LessonProblem } from '../../domain/lesson/problems.ts';
import { hashOf, publishLesson } from './publish.ts';

export interface LoadedContent {
  lessons: number;
  changed: number;
}

/** @throws Error that names file and line of the first problem */
export async function loadContent(folder: string): Promise<LoadedContent> {
  const total: LoadedContent = { lessons: 0, changed: 0 };
  const courses = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of courses) {
    const file = path.join(folder, name, 'course.yaml');
    const read = readCourse(readFileSync(file, 'utf8'), path.relative(process.cwd(), file));
    if (!read.ok) throw broken(read.problems);
    await loadCourse(database(), name, path.join(folder, name), read.course, total);
  }
  return total;
}

async function loadCourse(
  db: Database,
  slug: string,
  folder: string,
  course: Course,
  total: LoadedContent,
): Promise<void> {
  const { title, description } = course;
  const { id: courseId } = await db.course.upsert({
    where: { slug },
    create: { slug, title, description },
    update: {},
  });
  for (const level of course.levels) {
    const { id: levelId } = await db.level.upsert({
      where: { courseId_number: { courseId, number: level.number } },
      create: { courseId, number: level.number, slug: level.slug, title: level.title },
      update: {},
    });
    for (const place of level.places) {
      const lessonSlug = place.lesson?.slug ?? `${level.slug}-${String(place.number).padStart(2, '0')}`;
      const { id } = await db.lesson.upsert({
        where: { levelId_place: { levelId, place: place.number } },
        create: { levelId, place: place.number, slug: lessonSlug, title: place.title },
        update: {},
        select: { id: true },
      });
      if (place.lesson === null) continue;
      total.lessons++;
      const file = path.join(folder, place.lesson.file);
      const source = readFileSync(file, 'utf8');
      const known = await db.lessonVersion.count({ where: { lessonId: id, sourceHash: hashOf(source) } });
      if (known > 0) continue;
      await db.lesson.update({ where: { id }, data: { slug: lessonSlug } });
      const published = await publishLesson(null, { id, file: path.relative(process.cwd(), file), source });
      if (!published.ok) throw broken(published.problems ?? []);
      total.changed++;
    }
  }
}

function broken(problems: readonly LessonProblem[]): Error {
  const [first] = problems;
  const where = first === undefined ? '' : ` ${first.file}:${first.line}`;
  return new Error(`A lesson does not compile:${where}. "npm run lesson -- check" tells what is wrong.`);
}
