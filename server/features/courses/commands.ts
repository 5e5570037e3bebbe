/** Use cases of the lesson editor: see what a source would look like, publish it as the next version. */
import { z } from 'zod';
import { endAuthorDraft } from '../../../db/author-drafts.ts';
import { database } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { type Checked, checkQuestions } from '../../../domain/lesson/check/check-lesson.ts';
import { type LessonContent, splitLesson } from '../../../domain/lesson/compiled.ts';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { looking } from '../questions/proving.ts';
import { countOutdated } from '../regrading/queries.ts';
import { compileFor } from './compile-for.ts';
import { lookAround, publishedBefore, publishLesson } from './publish.ts';
import { ofLesson } from './standing.ts';

export const LONGEST_SOURCE = 200_000;
export const lessonSource = z.strictObject({ lessonId: z.uuid(), source: storable.max(LONGEST_SOURCE) });

export interface Preview {
  problems: readonly LessonProblem[];
  /** what may well be meant, and should be looked at */
  notes: readonly LessonProblem[];
  /** null: it does not compile */
  content: LessonContent | null;
}

/** Compiles without storing anything: the page's public half, and all that is wrong with line and column. No code is run. */
export const previewLesson = command({
  input: lessonSource,
  allow: ofLesson('course.edit'),
  run: async (person, input): Promise<Outcome<{ preview: Preview }>> => {
    const { lessonId: id, source } = input;
    const compiled = await compileFor(person, { id, source, file: await fileOf(id) }, person.id);
    if (compiled === 'replaced') return refuse('replaced');
    if (!compiled.ok) return { ok: true, preview: { problems: compiled.problems, notes: [], content: null } };
    const { problems, notes } = await lookAround({ id, file: await fileOf(id) }, compiled);
    return { ok: true, preview: { problems, notes, content: splitLesson(compiled.lesson).content } };
  },
});

/** Runs the code of what is published, where no pool answered when it was. @returns what is wrong, and what could not be run */
export const proveLesson = command({
  input: z.strictObject({ lessonId: z.uuid() }),
  allow: ofLesson('course.edit'),
  run: async (person, { lessonId: id }): Promise<Outcome<Pick<Checked, 'problems' | 'unproved'>>> => {
    const before = await publishedBefore(id);
    if (before === undefined) return refuse('notFound', 'lessonId');
    const written = { id, file: await fileOf(id), source: before.source };
    const compiled = await compileFor(person, written, null);
    if (compiled === 'replaced') return refuse('unavailable');
    if (!compiled.ok) return { ok: true, problems: compiled.problems, unproved: [] };
    const { spots, pins, lesson } = compiled;
    const own = lesson.questions.filter((question) => pins[question.id] === undefined);
    const { problems, unproved } = await checkQuestions({ ...written, spots }, own, await looking());
    return { ok: true, problems, unproved };
  },
});

/** @returns with `toRegrade`: how many answers were graded by another wording or key than is published now */
export const publishEdited = command({
  input: z.strictObject({
    ...lessonSource.shape,
    /** the version that it was made of, 0 of none; a page from before this was asked names none */
    base: z.number().int().min(0).optional(),
  }),
  allow: ofLesson('course.edit'),
  run: async (
    person,
    input,
  ): Promise<Outcome<{ number: number; changed: boolean; unproved: readonly string[]; toRegrade: number }>> => {
    const { lessonId, source, base } = input;
    const asked = await databaseNow(database());
    const lesson = { id: lessonId, file: await fileOf(lessonId), source };
    const published = await publishLesson(person, lesson, { base });
    if (!published.ok) return published;
    // what was typed while it was being published stays
    await endAuthorDraft(database(), { userId: person.id, questionId: null, lessonId, newId: null }, asked);
    return { ...published, toRegrade: await countOutdated({ lessonId, classId: null }) };
  },
});

/** One that was published, as it is told in a list. */
export interface ToldVersion {
  number: number;
  at: string;
  /** null: it came with `content/`, followed a correction, or its author's account is gone */
  by: string | null;
}

/** More than somebody looks through. */
const MOST_VERSIONS = 200;

/** What was published of a lesson, the newest first. */
export const readVersions = command({
  input: z.strictObject({ lessonId: z.uuid() }),
  allow: ofLesson('course.edit'),
  run: async (_person, { lessonId }): Promise<Outcome<{ versions: ToldVersion[] }>> => {
    const rows = await database().lessonVersion.findMany({
      where: { lessonId },
      orderBy: { number: 'desc' },
      take: MOST_VERSIONS,
      select: { number: true, createdAt: true, createdBy: { select: { name: true } } },
    });
    const versions = rows.map(({ number, createdAt, createdBy }) => ({
      number,
      at: createdAt.toISOString(),
      by: createdBy?.name ?? null,
    }));
    return { ok: true, versions };
  },
});

/** What a version of a lesson said, and the one before it; null: it was the first. */
export const readVersion = command({
  input: z.strictObject({ lessonId: z.uuid(), number: z.number().int().min(1) }),
  allow: ofLesson('course.edit'),
  run: async (_person, { lessonId, number }): Promise<Outcome<{ source: string; before: string | null }>> => {
    const rows = await database().lessonVersion.findMany({
      where: { lessonId, number: { in: [number, number - 1] } },
      select: { number: true, source: true },
    });
    const source = rows.find((one) => one.number === number)?.source;
    if (source === undefined) return refuse('notFound', 'number');
    return { ok: true, source, before: rows.find((one) => one.number === number - 1)?.source ?? null };
  },
});

/** What an older version says is said again, by a version of its own. What somebody types meanwhile stays theirs. */
export const publishAgain = command({
  input: z.strictObject({
    lessonId: z.uuid(),
    number: z.number().int().min(1),
    /** what is published, as whoever asks knows it */
    base: z.number().int().min(0),
  }),
  allow: ofLesson('course.edit'),
  run: async (person, { lessonId, number, base }): Promise<Outcome<{ number: number }>> => {
    const version = await database().lessonVersion.findUnique({ where: { lessonId_number: { lessonId, number } } });
    if (version === null) return refuse('notFound', 'number');
    const lesson = { id: lessonId, file: await fileOf(lessonId), source: version.source };
    const done = await publishLesson(person, lesson, { base });
    return done.ok ? { ok: true, number: done.number } : done;
  },
});

/** The name that problems are told under, and that the lesson's slug is read from. */
export async function fileOf(lessonId: string): Promise<string> {
  const lesson = await database().lesson.findUnique({ where: { id: lessonId }, select: { slug: true } });
  return `${lesson?.slug ?? 'lesson'}.md`;
}
