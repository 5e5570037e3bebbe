/** Compiling a lesson and publishing it as a new version. */
import { createHash } from 'node:crypto';
import { database } from '../../../db/client.ts';
import { publishVersion } from '../../../db/lessons.ts';
import { insertAudit } from '../../../db/users.ts';
import { compileLesson } from '../../../domain/lesson/compile.ts';
import { splitLesson } from '../../../domain/lesson/compiled.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import { compiler } from '../../compiling/compiler.ts';

export type Published = { ok: true; number: number; changed: boolean } | (Refused & { problems?: LessonProblem[] });

/** `by` is null for lessons that come with `content/`: they are compiled here, before anybody is served. */
export async function publishLesson(
  by: Person | null,
  lesson: { id: string; file: string; source: string },
): Promise<Published> {
  if ((await database().lesson.count({ where: { id: lesson.id } })) === 0) return refuse('notFound', 'lessonId');
  const compiled = await (by === null
    ? compileLesson(lesson.source, lesson.file)
    : compiler.compile(lesson.source, lesson.file, null));
  if (compiled === 'replaced') return refuse('unavailable');
  if (!compiled.ok) return { ...refuse('lessonBroken'), problems: compiled.problems };
  const { content, keys } = splitLesson(compiled.lesson);
  return database().$transaction(async (tx) => {
    const { number, changed } = await publishVersion(tx, lesson.id, {
      source: lesson.source,
      sourceHash: hashOf(lesson.source),
      title: content.title,
      content,
      keys,
      createdById: by?.id ?? null,
    });
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

export function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
