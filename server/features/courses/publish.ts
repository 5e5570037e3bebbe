/** Compiling a lesson and publishing it as a new version. */
import { createHash } from 'node:crypto';
import { upsertAuthorDraft } from '../../../db/author-drafts.ts';
import { database, type Queryable } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
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

/** What is stored of a lesson that was compiled. */
type Ready = Omit<Parameters<typeof publishVersion>[2], keyof MadeOf>;
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
  return database().$transaction((tx) => storeLesson(tx, by, lesson.id, { ...made, ...ready.ready }));
}

/** Compiles a lesson with all that is asked of what is published; nothing is stored. It need not be there yet. */
export async function readyLesson(
  by: Person | null,
  lesson: Written,
): Promise<{ ok: true; ready: Ready } | (Refused & { problems?: LessonProblem[] })> {
  const compiled = await compileFor(by, lesson, null);
  if (compiled === 'replaced') return refuse('unavailable');
  if (!compiled.ok) return { ...refuse('lessonBroken'), problems: compiled.problems };
  const wrong = by === null ? [] : await problemsBefore(lesson, compiled);
  if (wrong.length > 0) return { ...refuse('lessonBroken'), problems: wrong };
  const { content, keys } = splitLesson(compiled.lesson);
  const usable = await usablePictures(by, lesson.source, lesson.like ?? lesson.id);
  const ready: Ready = {
    source: lesson.source,
    sourceHash: hashOf(lesson.source),
    title: content.title,
    content,
    keys,
    pins: compiled.pins,
    pictures: [...new Set([...Object.keys(usable), ...Object.keys(lesson.along?.pictures ?? {})])],
    createdById: by?.id ?? null,
  };
  return { ok: true, ready };
}

/** Stores what was compiled as the next version, in the caller's transaction. */
async function storeLesson(
  tx: Queryable,
  by: Person | null,
  lessonId: string,
  ready: Ready & MadeOf,
): Promise<Published> {
  const published = await publishVersion(tx, lessonId, ready);
  if (published === 'overtaken') return refuse(ready.base === undefined ? 'replaced' : 'changedMeanwhile', 'base');
  const { number, changed } = published;
  if (changed && by !== null)
    await insertAudit(tx, {
      actorId: by.id,
      action: 'lesson.publish',
      subject: lessonId,
      details: { version: number },
    });
  return { ok: true, number, changed };
}

/** A place of a lesson that is made with what it says. */
export interface NewLesson {
  id: string;
  levelId: string;
  place: number;
  title: string;
  slug: string;
  /** what is published of it; null: nothing */
  ready: Ready | null;
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
  const of = { userId: by.id, questionId: null, lessonId: id };
  await upsertAuthorDraft(tx, of, { source: draft, base: 0, at: await databaseNow(tx), follows: null });
}

/** What only shows with values drawn, and by running code: of what was published so before, that is known. */
async function problemsBefore(
  { id, file, source, like, along }: Written,
  { lesson, spots, pins }: Extract<Compiled, { ok: true }>,
): Promise<LessonProblem[]> {
  const drawn = await problemsOfVariants(lesson.questions, file, spots);
  // a copy says what ran before; of a hundred lessons of a zip no code is run while somebody waits
  if (drawn.length > 0 || like !== undefined || along !== undefined) return drawn;
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
