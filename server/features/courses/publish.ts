/** Compiling a lesson and publishing it as a new version. */
import { createHash } from 'node:crypto';
import { database } from '../../../db/client.ts';
import { publishVersion, selectOptionalPlayed, selectQuestions } from '../../../db/lessons.ts';
import { insertAudit } from '../../../db/users.ts';
import { gradesAlike } from '../../../domain/judging/regrade.ts';
import type { Compiled } from '../../../domain/lesson/compile.ts';
import { splitLesson } from '../../../domain/lesson/compiled.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import { problemsOfVariants } from '../../compiling/variants.ts';
import { usablePictures } from '../pictures/usable.ts';
import { problemsOfCode } from '../questions/proving.ts';
import { compileFor, type Written } from './compile-for.ts';

export type Published = { ok: true; number: number; changed: boolean } | (Refused & { problems?: LessonProblem[] });

/**
 * @param by null for lessons that come with `content/`
 * @param made of which version it was made, by id or number, where it must not be put over another one; of which it puts an error
 * right, for classes that have that one
 */
export async function publishLesson(
  by: Person | null,
  lesson: Written,
  made: { over?: string | undefined; base?: number | undefined; corrects?: string | undefined } = {},
): Promise<Published> {
  if ((await database().lesson.count({ where: { id: lesson.id } })) === 0) return refuse('notFound', 'lessonId');
  const compiled = await compileFor(by, lesson, null);
  if (compiled === 'replaced') return refuse('unavailable');
  if (!compiled.ok) return { ...refuse('lessonBroken'), problems: compiled.problems };
  const wrong = by === null ? [] : await problemsBefore(lesson, compiled);
  if (wrong.length > 0) return { ...refuse('lessonBroken'), problems: wrong };
  const { content, keys } = splitLesson(compiled.lesson);
  const { pins } = compiled;
  const pictures = Object.keys(await usablePictures(by, lesson.source, lesson.like ?? lesson.id));
  return database().$transaction(async (tx) => {
    const published = await publishVersion(tx, lesson.id, {
      ...made,
      source: lesson.source,
      sourceHash: hashOf(lesson.source),
      title: content.title,
      content,
      keys,
      pins,
      pictures,
      createdById: by?.id ?? null,
    });
    if (published === 'overtaken') return refuse(made.base === undefined ? 'replaced' : 'changedMeanwhile', 'base');
    const { number, changed } = published;
    if (changed && by !== null)
      await insertAudit(tx, {
        actorId: by.id,
        action: 'lesson.publish',
        subject: lesson.id,
        details: { version: number },
      });
    return { ok: true as const, number, changed };
  });
}

/** What only shows with values drawn, and by running code: of what was published so before, that is known. */
async function problemsBefore(
  { id, file, source }: Written,
  { lesson, spots, pins }: Extract<Compiled, { ok: true }>,
): Promise<LessonProblem[]> {
  const drawn = await problemsOfVariants(lesson.questions, file, spots);
  if (drawn.length > 0) return drawn;
  const before = await selectOptionalPlayed(database(), id);
  const known = before === undefined ? undefined : await selectQuestions(database(), before.versionId);
  const fresh = lesson.questions.filter((question) => {
    const old = known?.get(question.id);
    return pins[question.id] === undefined && (old === undefined || !gradesAlike(old, question));
  });
  return problemsOfCode(fresh, { source, file, spots });
}

export function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
