/** What is unique in all of content/ beside ids of questions: slugs (pages are named by them) and ids of lessons. */
import type { LessonProblem } from '../../domain/lesson/problems.ts';
import { START } from '../../domain/lesson/problems.ts';
import type { CompiledFiles } from './links.ts';

export function repeated(file: string, all: CompiledFiles): LessonProblem[] {
  const compiled = all.get(file);
  if (!compiled?.ok) return [];
  const { slug } = compiled.lesson;
  const twin = [...all].find(([name, one]) => name !== file && one.ok && one.lesson.slug === slug);
  const sameSlug = twin ? [{ file, ...START, code: 'check.sameSlug', params: { slug, other: twin[0] } }] : [];
  const lesson = [...all].find(([name, one]) => name !== file && one.ok && one.id === compiled.id);
  const sameLesson =
    lesson && !twin
      ? [{ file, ...START, code: 'check.sameLesson', params: { id: compiled.id, other: lesson[0] } }]
      : [];
  return [...sameSlug, ...sameLesson];
}
