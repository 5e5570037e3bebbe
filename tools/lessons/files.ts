/** The files of content/: courses and their lessons, read from the disk. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCatalogue } from '../../domain/lesson/catalogue.ts';
import type { LessonProblem } from '../../domain/lesson/problems.ts';

const ROOT = path.join(import.meta.dirname, '../..');

export interface SourceFile {
  /** relative to the project, with `/` */
  file: string;
  text: string;
}

const read = (file: string): SourceFile => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') });

export function courseFiles(): SourceFile[] {
  return globSync('content/*/course.yaml', { cwd: ROOT }).sort().map(read);
}

/** The lessons of the courses, and the exercises of the front page, which are written alike. */
export function lessonFiles(): SourceFile[] {
  return globSync(['content/*/**/*.md', 'content/front-page.md'], { cwd: ROOT }).sort().map(read);
}

/** A lesson by a path as people type it, from where they are. */
export function lessonFile(typed: string): SourceFile {
  return read(path.relative(ROOT, path.resolve(typed)).replaceAll(path.sep, '/'));
}

/** The ids of all misconceptions that courses have in their catalogues, and what is wrong with these. */
export function misconceptionsOfFiles(): { known: string[]; problems: LessonProblem[] } {
  const read = globSync('content/*/misconceptions.yaml', { cwd: ROOT })
    .sort()
    .map((file) => readCatalogue(readFileSync(path.join(ROOT, file), 'utf8'), file));
  return {
    known: read.flatMap((one) => (one.ok ? one.entries.map(({ code }) => code) : [])),
    problems: read.flatMap((one) => (one.ok ? [] : one.problems)),
  };
}
