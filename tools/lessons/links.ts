/** What one file cannot know of itself: the lessons beside it, and the places of a course. */
import path from 'node:path';
import { type Around, anchorsOf } from '../../domain/lesson/check/around.ts';
import type { Compiled } from '../../domain/lesson/compile.ts';
import { readCourse } from '../../domain/lesson/course.ts';
import type { LessonProblem } from '../../domain/lesson/problems.ts';
import type { SourceFile } from './files.ts';

export type CompiledFiles = ReadonlyMap<string, Compiled>;

/** What stands beside a lesson's file, which links lead to and ids have to differ from. */
export function aroundFile(file: string, all: CompiledFiles): Around {
  return {
    anchorsAt(href) {
      const other = all.get(path.posix.join(path.posix.dirname(file), href));
      if (other === undefined) return null;
      return other.ok ? anchorsOf(other) : 'unread';
    },
    // of all courses: `npm run grade` finds exercises by their ids
    takenBy: (id) =>
      [...all].find(
        ([name, one]) => name !== file && one.ok && one.lesson.questions.some((question) => question.id === id),
      )?.[0],
  };
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
