/** Lessons for tests: small sources, and what compiling them gives. */
import { compileLesson } from './compile.ts';
import type { CompiledLesson } from './compiled.ts';
import type { LessonProblem } from './problems.ts';

export const FRONT = '---\ntitle: A lesson\ndescription: About something.\n---\n';
/** The number of the first line below the front matter. */
const FIRST_LINE = 5;

export function lessonOf(body: string): string {
  return `${FRONT}${body}\n`;
}

/** A lesson with this body, compiled. @throws Error where it has problems */
export async function compiled(body: string): Promise<CompiledLesson> {
  const result = await compileLesson(lessonOf(body), 'level-01/02-a-lesson.md');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.lesson;
}

/** What is wrong with a source, if anything. */
export async function problemsOf(source: string): Promise<LessonProblem[]> {
  const result = await compileLesson(source, 'lesson.md');
  return result.ok ? [] : result.problems;
}

/** Problems as `code@line`, for short expectations; lines count from the first below the front matter. */
export async function told(body: string): Promise<string[]> {
  const problems = await problemsOf(lessonOf(body));
  return problems.map(({ code, line }) => `${code}@${line - FIRST_LINE + 1}`);
}

export const EXPLAINED = ':::explanation\nBecause.\n:::';

export function check(inside: string, head = '[Title]{#some-check}'): string {
  return `::::check${head}\n${inside}\n\n${EXPLAINED}\n::::`;
}

export function exercise(inside: string, attributes: string): string {
  return `::::exercise[Title]{${attributes}}\nDo it.\n\n${inside}\n\n${EXPLAINED}\n::::`;
}

export function fence(head: string, content: string): string {
  return `\`\`\`${head}\n${content}\n\`\`\``;
}
