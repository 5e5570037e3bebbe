/**
 * A course, level or lesson once more: its levels and lessons as they are listed, each lesson with what it says now. Questions of banks
 * are pinned by the copy too; those that stand in the text are the copy's own, with a history of their own. Nothing of students goes along.
 */
import { z } from 'zod';
import { upsertAuthorDraft } from '../../../db/author-drafts.ts';
import { database, type Queryable } from '../../../db/client.ts';
import { databaseNow } from '../../../db/clock.ts';
import {
  noteArranged,
  type StoredThing,
  selectLessonOrder,
  selectLevelOrder,
  selectOptionalThing,
  updateLessonOrder,
  updateLevelOrder,
} from '../../../db/course-tree.ts';
import { MOST_IN_LIST, numbered, putBefore } from '../../../domain/courses/arrange.ts';
import { copyOf } from '../../../domain/courses/copies.ts';
import { type Thing, thing } from '../../../domain/courses/thing.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { publishLesson } from './publish.ts';
import { ofThing } from './standing.ts';
import { arranging, newSlug, note, refuseInTree, treeTitle } from './tree.ts';

/** A lesson that is copied, and the place that waits for its text. */
interface Copied {
  from: string;
  to: string;
  slug: string;
  /** under another title than the first one's */
  title: string | undefined;
}
type Made = { ok: true; thing: Thing; lessons: Copied[] } | Refused;

/**
 * @returns the copy, and with `left` the lessons whose text does not compile (any more): it lies in the editor of their copies as a
 * draft of whoever copied them
 */
export const duplicate = command({
  input: z.strictObject({ thing, title: treeTitle }),
  allow: ({ thing: { of } }) => (of === 'course' ? 'course.manage' : ofThing('course.edit')),
  run: async (person, { thing, title }): Promise<Outcome<{ thing: Thing; left: string[] }>> => {
    const made = await arranging(async (tx): Promise<Made> => {
      const from = await selectOptionalThing(tx, thing);
      if (from === undefined) return refuse('notFound', 'thing');
      const copied = await places(tx, from, title);
      if (!copied.ok) return copied;
      if (from.of !== 'course') await noteArranged(tx, from.courseId);
      await note(tx, person, 'duplicate', copied.thing, { from: from.id });
      return copied;
    });
    return made.ok ? { ok: true, thing: made.thing, left: await written(person, made.lessons) } : made;
  },
});

/** The places of the copy, in their order, without anything written yet. */
async function places(tx: Queryable, from: StoredThing, title: string): Promise<Made> {
  const { courseId } = from;
  if (from.of === 'course') {
    const slug = await newSlug(tx, title, { of: 'course', courseId: null });
    const { description } = await tx.course.findUniqueOrThrow({
      where: { id: from.id },
      select: { description: true },
    });
    const { id } = await tx.course.create({ data: { title, slug, description }, select: { id: true } });
    const lessons: Copied[] = [];
    for (const { id: levelId } of await selectLevelOrder(tx, from.id)) {
      const level = await tx.level.findUniqueOrThrow({
        where: { id: levelId },
        select: { title: true, slug: true, number: true },
      });
      const made = await tx.level.create({ data: { ...level, courseId: id }, select: { id: true } });
      lessons.push(...(await lessonsOf(tx, levelId, { id: made.id, courseId: id })));
    }
    return { ok: true, thing: { of: 'course', id }, lessons };
  }
  if (from.of === 'level') {
    const order = await selectLevelOrder(tx, courseId);
    if (order.length >= MOST_IN_LIST) return refuseInTree('full');
    const slug = await newSlug(tx, title, { of: 'level', courseId });
    const number = (order.at(-1)?.number ?? 0) + 1;
    const { id } = await tx.level.create({ data: { courseId, title, slug, number }, select: { id: true } });
    const ids = putBefore([...order.map((one) => one.id), id], id, after(order, from.id)) ?? [];
    await updateLevelOrder(tx, courseId, numbered(ids, order[0]?.number ?? 1));
    return { ok: true, thing: { of: 'level', id }, lessons: await lessonsOf(tx, from.id, { id, courseId }) };
  }
  const levelId = from.levelId ?? '';
  const order = await selectLessonOrder(tx, levelId);
  if (order.length >= MOST_IN_LIST) return refuseInTree('full');
  const slug = await newSlug(tx, title, { of: 'lesson', courseId });
  const place = (order.at(-1)?.number ?? 0) + 1;
  const { id } = await tx.lesson.create({ data: { levelId, title, slug, place }, select: { id: true } });
  const ids = putBefore([...order.map((one) => one.id), id], id, after(order, from.id)) ?? [];
  await updateLessonOrder(tx, levelId, numbered(ids, 1));
  return { ok: true, thing: { of: 'lesson', id }, lessons: [{ from: from.id, to: id, slug, title }] };
}

/** Who comes after one: its copy stands between; null: it is the last, or is not listed. */
function after(order: readonly { id: string }[], id: string): string | null {
  const at = order.findIndex((one) => one.id === id);
  return at < 0 ? null : (order[at + 1]?.id ?? null);
}

async function lessonsOf(tx: Queryable, from: string, to: { id: string; courseId: string }): Promise<Copied[]> {
  const lessons: Copied[] = [];
  for (const [index, { id }] of (await selectLessonOrder(tx, from)).entries()) {
    const { title } = await tx.lesson.findUniqueOrThrow({ where: { id }, select: { title: true } });
    const slug = await newSlug(tx, title, { of: 'lesson', courseId: to.courseId });
    const made = await tx.lesson.create({
      data: { levelId: to.id, title, slug, place: index + 1 },
      select: { id: true },
    });
    lessons.push({ from: id, to: made.id, slug, title: undefined });
  }
  return lessons;
}

/** Writes each copy. @returns the titles of those that do not compile as they stand */
async function written(person: Person, lessons: readonly Copied[]): Promise<string[]> {
  const db = database();
  const before = await db.lesson.findMany({
    where: { id: { in: lessons.map(({ from }) => from) } },
    select: { id: true, slug: true, title: true, published: { select: { source: true } } },
  });
  const known = new Map(before.map((one) => [one.id, one]));
  const slugs = new Map(lessons.map(({ from, slug }) => [known.get(from)?.slug ?? '', slug]));
  const left: string[] = [];
  for (const { from, to, slug, title } of lessons) {
    const lesson = known.get(from);
    if (lesson?.published == null) continue;
    const source = copyOf(lesson.published.source, { slugs, ...(title === undefined ? {} : { title }) });
    const done = await publishLesson(person, { id: to, file: `${slug}.md`, source, like: from });
    if (done.ok) continue;
    left.push(lesson.title);
    const place = { userId: person.id, questionId: null, lessonId: to };
    await upsertAuthorDraft(db, place, { source, base: 0, at: await databaseNow(db), follows: null });
  }
  return left;
}
