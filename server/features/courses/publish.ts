/** Compiling a lesson and publishing it as a new version. */
import { createHash } from 'node:crypto';
import { upsertAuthorDraft } from '../../../db/author-drafts.ts';
import { database, type Queryable } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { publishVersion, selectQuestions } from '../../../db/lessons.ts';
import { insertAudit } from '../../../db/users.ts';
import type { Around } from '../../../domain/lesson/check/around.ts';
import { type Before, type Checked, checkAround, checkLesson } from '../../../domain/lesson/check/check-lesson.ts';
import type { Compiled } from '../../../domain/lesson/compile.ts';
import { splitLesson } from '../../../domain/lesson/compiled.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Refused, refuse } from '../../../domain/refusal.ts';
import { usablePictures } from '../pictures/usable.ts';
import { looking } from '../questions/proving.ts';
import { aroundLesson } from './around.ts';
import { compileFor, type Written } from './compile-for.ts';

/** `unproved`: titles of questions whose code was not run, since no pool answered */
export type Published =
  | { ok: true; number: number; changed: boolean; unproved: readonly string[] }
  | (Refused & { problems?: LessonProblem[] });

/** What is stored of a lesson that was compiled. */
export type ReadyLesson = Omit<Parameters<typeof publishVersion>[2], keyof MadeOf>;
/**
 * Of which version it was made, by id or number, where it must not be put over another one; of which it puts an error right, for
 * classes that have that one.
 */
interface MadeOf {
  over?: string | undefined;
  base?: number | undefined;
  corrects?: string | undefined;
}

/**
 * @param by null for lessons that come with `content/`
 * @param made left out: it is put over whatever is published
 */
export async function publishLesson(by: Person | null, lesson: Written, made: MadeOf = {}): Promise<Published> {
  if ((await database().lesson.count({ where: { id: lesson.id } })) === 0) return refuse('notFound', 'lessonId');
  const ready = await readyLesson(by, lesson);
  if (!ready.ok) return ready;
  const { unproved } = ready;
  const done = await database().$transaction((tx) => storeLesson(tx, by, lesson.id, { ...made, ...ready.ready }));
  return done.ok ? { ok: true, number: done.number, changed: done.changed, unproved } : done;
}

/** Compiles a lesson with all that is asked of what is published; nothing is stored. It need not be there yet. */
export async function readyLesson(
  by: Person | null,
  lesson: Written,
): Promise<{ ok: true; ready: ReadyLesson; unproved: string[] } | (Refused & { problems?: LessonProblem[] })> {
  const compiled = await compileFor(by, lesson, null);
  if (compiled === 'replaced') return refuse('unavailable');
  if (!compiled.ok) return { ...refuse('lessonBroken'), problems: compiled.problems };
  // what comes with files was checked where they were written
  const { problems, unproved } = by === null ? UNCHECKED : await checked(lesson, compiled);
  if (problems.length > 0) return { ...refuse('checksFail'), problems };
  const { content, keys } = splitLesson(compiled.lesson);
  const usable = await usablePictures(by, lesson.source, lesson.like ?? lesson.id);
  const ready: ReadyLesson = {
    source: lesson.source,
    sourceHash: hashOf(lesson.source),
    title: content.title,
    content,
    keys,
    pins: compiled.pins,
    pictures: [...new Set([...Object.keys(usable), ...Object.keys(lesson.along?.pictures ?? {})])],
    createdById: by?.id ?? null,
  };
  return { ok: true, ready, unproved };
}

/** Stores what was compiled as the next version, in the caller's transaction. */
export async function storeLesson(
  tx: Queryable,
  by: Person | null,
  lessonId: string,
  ready: ReadyLesson & MadeOf,
): Promise<{ ok: true; versionId: string; number: number; changed: boolean } | Refused> {
  const published = await publishVersion(tx, lessonId, ready);
  if (published === 'overtaken') return refuse(ready.base === undefined ? 'replaced' : 'changedMeanwhile', 'base');
  const { versionId, number, changed } = published;
  if (changed && by !== null)
    await insertAudit(tx, {
      actorId: by.id,
      action: 'lesson.publish',
      subject: lessonId,
      details: { version: number },
    });
  return { ok: true, versionId, number, changed };
}

/** A place of a lesson that is made with what it says. */
export interface NewLesson {
  id: string;
  levelId: string;
  place: number;
  title: string;
  slug: string;
  /** what is published of it; null: nothing */
  ready: ReadyLesson | null;
  /** a text that cannot be published as it is: it waits in the editor of whoever makes it */
  draft: string | null;
}

/** In the caller's transaction. */
export async function storeNewLesson(
  tx: Queryable,
  by: Person,
  { id, levelId, place, title, slug, ready, draft }: NewLesson,
): Promise<void> {
  await tx.lesson.create({ data: { id, levelId, title, slug, place } });
  if (ready !== null) {
    const done = await storeLesson(tx, by, id, ready);
    if (!done.ok) throw new Error(`a lesson that was just made is ${done.refused}`);
  }
  if (draft === null) return;
  const of = { userId: by.id, questionId: null, lessonId: id, newId: null };
  await upsertAuthorDraft(tx, of, { source: draft, base: 0, at: await databaseNow(tx), follows: null });
}

const UNCHECKED: Checked = { problems: [], notes: [], unproved: [] };

/** What is asked of what is published: all of what is new in it. */
async function checked(written: Written, compiled: Extract<Compiled, { ok: true }>): Promise<Checked> {
  const { like, along } = written;
  const looks = await looking();
  if (like === undefined && along === undefined)
    return checkLesson(
      written,
      compiled,
      { ...looks, around: await aroundLesson(written, compiled) },
      await publishedBefore(written.id),
    );
  // a copy says what ran before, and links to what is copied with it; of a hundred lessons of a zip no code is run while somebody waits
  const copied = await checkLesson(written, compiled, { answers: looks.answers, run: null, around: ANYWHERE });
  return { ...copied, unproved: [] };
}

/** What a lesson cannot know of itself, and what may well be meant: cheap enough to be asked while somebody writes. */
export async function lookAround(
  written: Pick<Written, 'id' | 'file'>,
  compiled: Extract<Compiled, { ok: true }>,
): Promise<Pick<Checked, 'problems' | 'notes'>> {
  const [around, before] = await Promise.all([aroundLesson(written, compiled), publishedBefore(written.id)]);
  return checkAround(written.file, compiled, around, before);
}

const ANYWHERE: Around = { anchorsAt: () => 'unread', takenBy: () => undefined };

/** What is published of a lesson now; undefined: nothing. */
export async function publishedBefore(id: string): Promise<Before | undefined> {
  const lesson = await database().lesson.findUnique({
    where: { id },
    select: { published: { select: { id: true, source: true } } },
  });
  if (lesson?.published == null) return undefined;
  const { id: versionId, source } = lesson.published;
  return { source, questions: await selectQuestions(database(), versionId) };
}

export function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
