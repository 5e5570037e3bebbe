/** Use cases of the course tree: its parts are made, renamed, moved, archived and copied, get addresses of their own, and editors. */
import { z } from 'zod';
import { database, type Queryable } from '../../../db/client.ts';
import { lockCourses } from '../../../db/course-sync.ts';
import {
  noteArranged,
  type StoredThing,
  selectLessonOrder,
  selectLevelOrder,
  selectOptionalThing,
  selectSlugsLike,
  updateEditor,
  updateLessonOrder,
  updateLevelOrder,
  updateSlug,
} from '../../../db/course-tree.ts';
import { insertAudit, selectOptionalByLogin } from '../../../db/users.ts';
import { MOST_IN_LIST, numbered, putBefore, whereItWas } from '../../../domain/courses/arrange.ts';
import { withTitle } from '../../../domain/courses/copies.ts';
import type { TreeRefusal } from '../../../domain/courses/refusals.ts';
import { freeSlug, type Sort, slugOf } from '../../../domain/courses/slug.ts';
import { thing } from '../../../domain/courses/thing.ts';
import { slug } from '../../../domain/courses/typed-slug.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { title } from '../../../domain/lesson/title.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { publishLesson } from './publish.ts';
import { ofCourse, ofLevel, ofThing } from './standing.ts';

export const treeTitle = storable.trim().pipe(title).pipe(z.string().max(200));
/** Longer than an ordinary one is given: courses are changed one at a time. */
const LONG = { maxWait: 60_000, timeout: 60_000 };

/** Told in words of the tree's own pages. */
export function refuseInTree(why: TreeRefusal): Refused {
  return refuse('treeRefused', why);
}

/** One at a time, so that no two stand at one place. What is refused has written nothing. */
export function arranging<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
  return database().$transaction(async (tx) => {
    await lockCourses(tx);
    return work(tx);
  }, LONG);
}

/** An empty course. */
export const makeCourse = command({
  input: z.strictObject({ title: treeTitle }),
  allow: 'course.manage',
  run: (person, { title }): Promise<Outcome<{ courseId: string }>> =>
    arranging(async (tx) => {
      const slug = await newSlug(tx, title, { of: 'course', courseId: null });
      const { id } = await tx.course.create({ data: { title, slug }, select: { id: true } });
      await note(tx, person, 'make', { id });
      return { ok: true as const, courseId: id };
    }),
});

/** An empty level, after the others. */
export const makeLevel = command({
  input: z.strictObject({ courseId: z.uuid(), title: treeTitle }),
  allow: ofCourse('course.edit'),
  run: (person, { courseId, title }): Promise<Outcome<{ levelId: string }>> =>
    arranging(async (tx) => {
      const order = await selectLevelOrder(tx, courseId);
      if (order.length >= MOST_IN_LIST) return refuseInTree('full');
      const slug = await newSlug(tx, title, { of: 'level', courseId });
      const number = (order.at(-1)?.number ?? 0) + 1;
      const { id } = await tx.level.create({ data: { courseId, title, slug, number }, select: { id: true } });
      await noteArranged(tx, courseId);
      await note(tx, person, 'make', { id });
      return { ok: true as const, levelId: id };
    }),
});

/** A place at the end of a level, which waits to be written. */
export const makeLesson = command({
  input: z.strictObject({ levelId: z.uuid(), title: treeTitle }),
  allow: ofLevel('course.edit'),
  run: (person, { levelId, title }, { courseId }): Promise<Outcome<{ lessonId: string }>> =>
    arranging(async (tx) => {
      const order = await selectLessonOrder(tx, levelId);
      if (order.length >= MOST_IN_LIST) return refuseInTree('full');
      const slug = await newSlug(tx, title, { of: 'lesson', courseId });
      const place = (order.at(-1)?.number ?? 0) + 1;
      const { id } = await tx.lesson.create({ data: { levelId, title, slug, place }, select: { id: true } });
      await noteArranged(tx, courseId);
      await note(tx, person, 'make', { id });
      return { ok: true as const, lessonId: id };
    }),
});

/** Another title. Of a lesson that is written it stands in its text: that is published anew with it. */
export const rename = command({
  input: z.strictObject({ thing, title: treeTitle }),
  allow: ofThing('course.edit'),
  run: async (person, { thing, title }, found): Promise<Outcome<object>> => {
    if (found.title === title) return { ok: true };
    if (found.published !== null) {
      const source = withTitle(found.published.source, title);
      const lesson = { id: found.id, file: `${found.slug}.md`, source };
      const done = await publishLesson(person, lesson, { over: found.published.id });
      if (done.ok) return { ok: true };
      return done.refused === 'replaced' ? refuse('changedMeanwhile', 'title') : done;
    }
    return arranging(async (tx) => {
      const now = await selectOptionalThing(tx, thing);
      if (now === undefined || now.published !== null) return refuse('changedMeanwhile', 'title');
      const { id } = now;
      if (now.of === 'course') await tx.course.update({ where: { id }, data: { title } });
      else if (now.of === 'level') await tx.level.update({ where: { id }, data: { title } });
      else await tx.lesson.update({ where: { id }, data: { title } });
      await noteArranged(tx, now.courseId);
      await note(tx, person, 'rename', now);
      return { ok: true as const };
    });
  },
});

/** What a course is about. */
export const describeCourse = command({
  input: z.strictObject({ courseId: z.uuid(), description: storable.trim().max(2_000) }),
  allow: ofCourse('course.edit'),
  run: (person, { courseId, description }): Promise<Outcome<object>> =>
    arranging(async (tx) => {
      await tx.course.update({ where: { id: courseId }, data: { description } });
      await noteArranged(tx, courseId);
      await note(tx, person, 'describe', { id: courseId });
      return { ok: true as const };
    }),
});

/**
 * An address of its own choosing; the one of before leads to it.
 * @param undo the one of before was chosen just now, by mistake: it leads to where it led
 * @returns with `led` what the new one led to before, by its title: old links to that lead here now; null: to nothing
 */
export const changeAddress = command({
  input: z.strictObject({ thing, slug, undo: z.boolean().optional() }),
  allow: ofThing('course.edit'),
  run: (person, { thing, slug, undo = false }): Promise<Outcome<{ slug: string; led: string | null }>> =>
    arranging(async (tx) => {
      const now = await selectOptionalThing(tx, thing);
      if (now === undefined) return refuse('notFound', 'thing');
      const changed = await updateSlug(tx, now, slug, undo);
      if (changed === 'taken') return refuseInTree('address');
      await note(tx, person, 'address', now);
      return { ok: true as const, slug, led: changed.led };
    }),
});

/**
 * Puts a level or lesson before another one, or at the end; a lesson into another level of its course as well. It stays who it is,
 * with its work, its address and what it asks.
 */
export const move = command({
  input: z.strictObject({
    thing,
    /** of a lesson: the level that it goes to; of a level nothing */
    levelId: z.uuid().nullable(),
    /** null: at the end */
    before: z.uuid().nullable(),
  }),
  allow: ofThing('course.edit'),
  run: (person, { thing, levelId, before }): Promise<Outcome<object>> =>
    arranging(async (tx) => {
      const now = await selectOptionalThing(tx, thing);
      if (now === undefined || now.archivedAt !== null || now.of === 'course') return refuse('notFound', 'thing');
      const done = now.of === 'level' ? await moveLevel(tx, now, before) : await moveLesson(tx, now, levelId, before);
      if (!done.ok) return done;
      await noteArranged(tx, now.courseId);
      await note(tx, person, 'move', now);
      return done;
    }),
});

async function moveLevel(tx: Queryable, { id, courseId }: StoredThing, before: string | null) {
  const order = await selectLevelOrder(tx, courseId);
  const ids = putBefore(
    order.map((one) => one.id),
    id,
    before,
  );
  if (ids === undefined) return refuse('notFound', 'before');
  await updateLevelOrder(tx, courseId, numbered(ids, order[0]?.number ?? 1));
  return { ok: true as const };
}

async function moveLesson(tx: Queryable, lesson: StoredThing, levelId: string | null, before: string | null) {
  const to = levelId === null ? undefined : await selectOptionalThing(tx, { of: 'level', id: levelId });
  // within its course: who edits it, who learns by it and where it comes from are the course's
  if (to === undefined || to.courseId !== lesson.courseId || to.archivedAt !== null)
    return refuse('notFound', 'levelId');
  const order = (await selectLessonOrder(tx, to.id)).map((one) => one.id);
  const ids = putBefore(order, lesson.id, before);
  if (ids === undefined) return refuse('notFound', 'before');
  if (ids.length > MOST_IN_LIST) return refuseInTree('full');
  await updateLessonOrder(tx, to.id, numbered(ids, 1));
  if (lesson.levelId !== null && lesson.levelId !== to.id) await closeGap(tx, lesson.levelId);
  return { ok: true as const };
}

/** Places of a level go on without gaps. */
async function closeGap(tx: Queryable, levelId: string): Promise<void> {
  const rest = (await selectLessonOrder(tx, levelId)).map((one) => one.id);
  await updateLessonOrder(tx, levelId, numbered(rest, 1));
}

/** Out of the list, or back to where it stood: nothing of it is lost, and who was given it keeps it. */
export const archive = command({
  input: z.strictObject({ thing, archived: z.boolean() }),
  allow: ({ thing: { of } }) => (of === 'course' ? 'course.manage' : ofThing('course.edit')),
  run: (person, { thing, archived }): Promise<Outcome<object>> =>
    arranging(async (tx) => {
      const now = await selectOptionalThing(tx, thing);
      if (now === undefined) return refuse('notFound', 'thing');
      if ((now.archivedAt !== null) === archived) return { ok: true as const };
      const done = archived ? await putAside(tx, now) : await bringBack(tx, now);
      if (!done.ok) return done;
      if (now.of !== 'course') await noteArranged(tx, now.courseId);
      await note(tx, person, archived ? 'archive' : 'restore', now);
      return done;
    }),
});

async function putAside(tx: Queryable, { of, id, courseId, levelId }: StoredThing) {
  if (of === 'course') {
    await tx.$executeRaw`update courses set archived_at = now() where id = ${id}::uuid`;
  } else if (of === 'level') {
    const order = await selectLevelOrder(tx, courseId);
    const rest = order.map((one) => one.id).filter((one) => one !== id);
    await updateLevelOrder(tx, courseId, numbered(rest, order[0]?.number ?? 1));
  } else if (levelId !== null) {
    const order = await selectLessonOrder(tx, levelId);
    const rest = order.map((one) => one.id).filter((one) => one !== id);
    await updateLessonOrder(tx, levelId, numbered(rest, 1));
  }
  return { ok: true as const };
}

async function bringBack(tx: Queryable, { of, id, courseId, levelId, number }: StoredThing) {
  if (of === 'course') {
    await tx.course.update({ where: { id }, data: { archivedAt: null } });
    return { ok: true as const };
  }
  const order = of === 'level' ? await selectLevelOrder(tx, courseId) : await selectLessonOrder(tx, levelId ?? '');
  if (order.length >= MOST_IN_LIST) return refuseInTree('full');
  const ids =
    putBefore(
      order.map((one) => one.id),
      id,
      whereItWas(order, number),
    ) ?? [];
  if (of === 'lesson') await updateLessonOrder(tx, levelId ?? '', numbered(ids, 1));
  // where the first of them was archived, it is the first again
  else await updateLevelOrder(tx, courseId, numbered(ids, Math.min(number, order[0]?.number ?? number)));
  return { ok: true as const };
}

/** Gives a course to somebody to edit, whatever their account is, or takes it back. */
export const setEditor = command({
  input: z.strictObject({ courseId: z.uuid(), login: storable.max(100), edits: z.boolean() }),
  allow: 'course.manage',
  run: (person, { courseId, login, edits }): Promise<Outcome<object>> =>
    arranging(async (tx) => {
      if ((await tx.course.count({ where: { id: courseId } })) === 0) return refuse('notFound', 'courseId');
      const found = await selectOptionalByLogin(tx, login);
      if (found === undefined || (edits && found.disabledAt !== null)) return refuseInTree('login');
      const changed = await updateEditor(tx, { courseId, userId: found.id, givenById: person.id, edits });
      if (changed) await note(tx, person, 'editor', { id: courseId }, { userId: found.id, edits });
      return { ok: true as const };
    }),
});

/** A slug of a title that leads nowhere yet, and led nowhere before. */
async function newSlug(tx: Queryable, title: string, where: { of: Sort; courseId: string | null }): Promise<string> {
  const made = slugOf(title, where.of);
  const taken = await selectSlugsLike(tx, where, made.slice(0, 60));
  return freeSlug(made, (one) => taken.has(one));
}

export function note(
  tx: Queryable,
  { id: actorId }: Person,
  what: string,
  { id: subject }: { id: string },
  details: Record<string, string | boolean> = {},
): Promise<void> {
  return insertAudit(tx, { actorId, action: `course.${what}`, subject, details });
}
