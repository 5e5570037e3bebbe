/** Courses, levels, lessons and their versions. Keys leave this file only through `selectQuestions`. */

import { LRUCache } from 'lru-cache';
import { lessonDocument } from '../domain/documents/formats.ts';
import type { LessonContent, LessonKeys } from '../domain/lesson/compiled.ts';
import type { PlacedPin } from '../domain/lesson/pin-lines.ts';
import type { Question, QuestionKey } from '../domain/question.ts';
import type { Queryable } from './client.ts';
import { toJson } from './json.ts';
import { notify } from './notify.ts';
import { noteLessonPictures } from './pictures.ts';
import { pinQuestions, selectPinned, selectPinnedViews } from './questions.ts';

/** Versions never change: those that are asked for are kept. */
const VERSIONS_KEPT = 200;
const questionsByVersion = new LRUCache<string, ReadonlyMap<string, Question>>({ max: VERSIONS_KEPT });

/** The questions of a version with their keys: for server and workers. Versions never change, so they are kept. */
export async function selectQuestions(db: Queryable, versionId: string): Promise<ReadonlyMap<string, Question>> {
  const kept = questionsByVersion.get(versionId);
  if (kept !== undefined) return kept;
  const questions = await selectPinned(db, versionId);
  // a lesson may ask nothing; a version that is not there is a fault
  if (questions.size === 0)
    await db.lessonVersion.findUniqueOrThrow({ where: { id: versionId }, select: { id: true } });
  questionsByVersion.set(versionId, questions);
  return questions;
}

/** A lesson or a quiz, as it is asked. */
export interface AskedLesson {
  id: string;
  slug: string;
  title: string;
  place: number;
  versionId: string;
  content: LessonContent;
  /** whose quiz it is; null: a lesson of a course */
  ownerId: string | null;
}

export interface PublishedLesson extends AskedLesson {
  level: { id: string; number: number; title: string; slug: string };
  course: { id: string; slug: string; title: string };
}

const contentByVersion = new LRUCache<string, LessonContent>({ max: VERSIONS_KEPT });

/** A lesson as anybody may read it; undefined where none is published under that slug. */
export async function selectOptionalPublished(
  db: Queryable,
  where: { slug: string } | { id: string },
): Promise<PublishedLesson | undefined> {
  const found = await selectOptionalAsked(db, where);
  // a quiz is asked in rooms and as homework: nobody reads it as a lesson
  return found === undefined || !('level' in found) ? undefined : found;
}

/**
 * A lesson or a quiz; who calls this has to ask who may read it.
 * @param at a version of it that somebody has; left out: as it is published
 */
export async function selectOptionalAsked(
  db: Queryable,
  where: { slug: string } | { id: string },
  at?: string,
): Promise<AskedLesson | PublishedLesson | undefined> {
  const lesson = await db.lesson.findUnique({
    where,
    select: {
      id: true,
      slug: true,
      title: true,
      place: true,
      publishedId: true,
      ownerId: true,
      level: {
        select: {
          id: true,
          number: true,
          title: true,
          slug: true,
          course: { select: { id: true, slug: true, title: true } },
        },
      },
    },
  });
  if (lesson === null || lesson.publishedId === null) return undefined;
  const { level: place, publishedId, ...rest } = lesson;
  const versionId = at ?? publishedId;
  let content = contentByVersion.get(versionId);
  if (content === undefined) {
    const row = await db.lessonVersion.findUniqueOrThrow({ where: { id: versionId }, select: { content: true } });
    const questions = await selectPinnedViews(db, versionId);
    content = { ...lessonDocument.read(row.content), questions };
    contentByVersion.set(versionId, content);
  }
  const asked = { ...rest, versionId, content };
  if (place === null) return asked;
  const { course, ...level } = place;
  return { ...asked, level, course };
}

/** What a room on a lesson or quiz plays; `ownerId`: whose quiz it is. Undefined where nothing is written. */
export async function selectOptionalPlayed(
  db: Queryable,
  id: string,
): Promise<{ ownerId: string | null; versionId: string } | undefined> {
  const found = await db.lesson.findUnique({ where: { id }, select: { ownerId: true, publishedId: true } });
  return found === null || found.publishedId === null
    ? undefined
    : { ownerId: found.ownerId, versionId: found.publishedId };
}

/** Whether a version, published or not any more, is one of that lesson. */
export async function isVersionOf(db: Queryable, lessonId: string, versionId: string): Promise<boolean> {
  return (await db.lessonVersion.count({ where: { id: versionId, lessonId } })) === 1;
}

/**
 * Adds a version and publishes it, with the hint to open pages; one with the same source as what is published changes nothing.
 * Classes keep the version of a quiz that they have; only what puts an error right comes to them.
 * @returns `overtaken`: another version than `over`, or than that of number `base`, is published by now
 */
export async function publishVersion(
  db: Queryable,
  lessonId: string,
  version: {
    source: string;
    sourceHash: string;
    title: string;
    content: LessonContent;
    keys: LessonKeys;
    /** which of its questions are those of a bank */
    pins: Readonly<Record<string, PlacedPin>>;
    /** those that its source may name */
    pictures: readonly string[];
    createdById: string | null;
    over?: string | undefined;
    /** the number of the version that it was made of; 0: of none */
    base?: number | undefined;
    /** it puts an error of this version right, for classes that have that one */
    corrects?: string | undefined;
  },
): Promise<{ versionId: string; number: number; changed: boolean } | 'overtaken'> {
  // one at a time per lesson, so that numbers follow each other
  await db.$executeRaw`select 1 from lessons where id = ${lessonId}::uuid for update`;
  const lesson = await db.lesson.findUniqueOrThrow({ where: { id: lessonId }, include: { published: true } });
  const { corrects } = version;
  const basedOn = corrects === undefined || corrects === lesson.publishedId ? null : await selectBase(db, corrects);
  // a version that classes have, and that is not the newest any more, is put right beside it
  if (basedOn !== null && !(await isWithClasses(db, corrects))) return 'overtaken';
  if (version.over !== undefined && lesson.publishedId !== version.over) return 'overtaken';
  if (version.base !== undefined && (lesson.published?.number ?? 0) !== version.base) return 'overtaken';
  if (basedOn === null && lesson.published?.sourceHash === version.sourceHash)
    return { versionId: lesson.published.id, number: lesson.published.number, changed: false };
  const last = await db.lessonVersion.aggregate({ where: { lessonId }, _max: { number: true } });
  const { questions, ...frame } = version.content;
  const created = await db.lessonVersion.create({
    data: {
      lessonId,
      number: (last._max.number ?? 0) + 1,
      basedOn,
      source: version.source,
      sourceHash: version.sourceHash,
      content: toJson(lessonDocument.write(frame)),
      points: questions.reduce((sum, one) => sum + one.points, 0),
      questionCount: questions.length,
      createdById: version.createdById,
    },
  });
  await pinQuestions(db, {
    lessonId,
    lessonVersionId: created.id,
    createdById: version.createdById,
    questions: questions.map((view) => ({ view, key: keyOf(version.keys, view.id), pin: version.pins[view.id] })),
  });
  await noteLessonPictures(db, created.id, version.pictures);
  if (basedOn === null)
    await db.lesson.update({ where: { id: lessonId }, data: { publishedId: created.id, title: version.title } });
  if (corrects !== undefined)
    await db.activity.updateMany({ where: { lessonVersionId: corrects }, data: { lessonVersionId: created.id } });
  await notify(db, { about: 'lesson', lesson: lessonId });
  return { versionId: created.id, number: created.number, changed: true };
}

/** The number of what a version says, errors aside that were put right for classes that have it. */
async function selectBase(db: Queryable, versionId: string): Promise<number> {
  const { number, basedOn } = await db.lessonVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { number: true, basedOn: true },
  });
  return basedOn ?? number;
}

async function isWithClasses(db: Queryable, lessonVersionId: string | undefined): Promise<boolean> {
  return lessonVersionId !== undefined && (await db.activity.count({ where: { lessonVersionId } })) > 0;
}

function keyOf(keys: LessonKeys, name: string): QuestionKey {
  const key = keys[name];
  if (key === undefined) throw new Error(`the question ${name} has no key`);
  return key;
}
