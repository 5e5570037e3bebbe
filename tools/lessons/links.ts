/** Checks what one file cannot know of itself: links to other lessons, and the places of a course. */
import path from 'node:path';
import type { Compiled } from '../../domain/lesson/compile.ts';
import { readCourse } from '../../domain/lesson/course.ts';
import type { LessonProblem } from '../../domain/lesson/problems.ts';
import type { SourceFile } from './files.ts';

export type CompiledFiles = ReadonlyMap<string, Compiled>;

/** Links of a lesson that lead to no lesson, or to no heading of it. */
export function brokenLinks(file: string, all: CompiledFiles): LessonProblem[] {
  const compiled = all.get(file);
  if (!compiled?.ok) return [];
  return compiled.links.flatMap(({ href, at }): LessonProblem[] => {
    const [target = '', anchor] = href.split('#');
    const other = all.get(path.posix.join(path.posix.dirname(file), target));
    if (!other) return [{ file, ...at, code: 'link.file', params: { href } }];
    const found = anchor === undefined || !other.ok || anchorsOf(other).has(anchor);
    return found ? [] : [{ file, ...at, code: 'link.otherAnchor', params: { href } }];
  });
}

function anchorsOf(compiled: Extract<Compiled, { ok: true }>): Set<string> {
  const { toc, questions } = compiled.lesson;
  return new Set([...toc, ...questions].map(({ id }) => id));
}

/** Places that name no file, and files that have no place. */
export function brokenPlaces({ file, text }: SourceFile, all: CompiledFiles): LessonProblem[] {
  const read = readCourse(text, file);
  if (!read.ok) return read.problems;
  const folder = path.posix.dirname(file);
  const places = read.course.levels.flatMap((level) => level.places);
  const named = new Set<string>();
  const missing = places.flatMap(({ title, lesson }): LessonProblem[] => {
    if (lesson === null) return [];
    const target = path.posix.join(folder, lesson.file);
    named.add(target);
    if (all.has(target)) return [];
    return [{ file, line: 1, column: 1, code: 'course.noLesson', params: { title, file: lesson.file } }];
  });
  const lost = [...all.keys()].filter((lesson) => lesson.startsWith(`${folder}/`) && !named.has(lesson));
  return [
    ...missing,
    ...lost.map((lesson) => ({ file: lesson, line: 1, column: 1, code: 'course.noPlace', params: { course: file } })),
  ];
}
