/** Question ids are unique in all of content/: `npm run grade` finds exercises by them. */
import type { LessonProblem } from '../../domain/lesson/problems.ts';
import { START } from '../../domain/lesson/problems.ts';
import type { CompiledFiles } from './links.ts';

export function sameIds(file: string, all: CompiledFiles): LessonProblem[] {
  const compiled = all.get(file);
  if (!compiled?.ok) return [];
  return compiled.lesson.questions.flatMap(({ id }): LessonProblem[] => {
    const other = [...all].find(
      ([name, one]) => name !== file && one.ok && one.lesson.questions.some((question) => question.id === id),
    );
    if (!other) return [];
    return [{ file, ...(compiled.spots[id] ?? START), code: 'check.sameId', params: { id, other: other[0] } }];
  });
}
