/**
 * A course, level or lesson once more: its levels and lessons as they are listed, each lesson with what it says now. Questions of banks
 * are pinned by the copy too; those that stand in the text are the copy's own, with a history of their own. Nothing of students goes along.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { database, type Queryable } from '../../../db/client.ts';
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
import { slugOf } from '../../../domain/courses/slug.ts';
import { type Thing, thing } from '../../../domain/courses/thing.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import { command } from '../contract.ts';
import { FreeSlugs } from './free-slugs.ts';
import { readyLesson, storeNewLesson } from './publish.ts';
import { ofThing } from './standing.ts';
import { arranging, note, refuseInTree, treeTitle } from './tree.ts';

/** Somebody may take an address while the texts are compiled: then all of it is done again. */
const MOST_TRIES = 3;

/** A lesson that is copied. */
interface Copied {
  from: { id: string; slug: string; title: string; source: string | null };
  id: string;
  title: string;
  slug: string;
  /** what is published of it; null: nothing */
  ready: Extract<Awaited<ReturnType<typeof readyLesson>>, { ok: true }>['ready'] | null;
  /** its text, where it does not compile as it stands */
  draft: string | null;
}
/** What is made of one, with everything in it; nothing of it is stored yet. */
interface Copy {
  course: { id: string; title: string; slug: string; description: string } | null;
  level: { id: string; title: string; slug: string; number: number; lessons: Copied[] }[];
  /** of one lesson by itself */
  lesson: Copied | null;
  slugs: FreeSlugs[];
}

/**
 * All of it in one transaction, once its texts are compiled: where the server is killed meanwhile, nothing is made.
 * @returns the copy, and with `left` the lessons whose text does not compile (any more): it lies in the editor of their copies as a
 * draft of whoever copied them
 */
export const duplicate = command({
  input: z.strictObject({ thing, title: treeTitle }),
  allow: ({ thing: { of } }) => (of === 'course' ? 'course.manage' : ofThing('course.edit')),
  run: async (person, { thing, title }): Promise<Outcome<{ thing: Thing; left: string[] }>> => {
    for (let tried = 0; tried < MOST_TRIES; tried++) {
      const from = await selectOptionalThing(database(), thing);
      if (from === undefined) return refuse('notFound', 'thing');
      const copy = await copied(person, from, title);
      const made = await arranging((tx) => store(tx, person, from, copy));
      if (made === 'overtaken') continue;
      if (!made.ok) return made;
      const left = lessonsOf(copy).flatMap((one) => (one.draft === null ? [] : [one.from.title]));
      return { ok: true, thing: made.thing, left };
    }
    return refuse('changedMeanwhile', 'thing');
  },
});

const lessonsOf = ({ level, lesson }: Copy): Copied[] => [
  ...level.flatMap(({ lessons }) => lessons),
  ...(lesson === null ? [] : [lesson]),
];

/** The copy with its texts, each as it says what the first one says. */
async function copied(person: Person, from: StoredThing, title: string): Promise<Copy> {
  const copy = await places(from, title);
  const lessons = lessonsOf(copy);
  const slugs = new Map(lessons.map(({ from: first, slug }) => [first.slug, slug]));
  for (const one of lessons) {
    if (one.from.source === null) continue;
    const source = copyOf(one.from.source, { slugs, ...(one === copy.lesson ? { title } : {}) });
    const done = await readyLesson(person, { id: one.id, file: `${one.slug}.md`, source, like: one.from.id });
    if (done.ok) one.ready = done.ready;
    else one.draft = source;
  }
  return copy;
}

/** Its levels and lessons as they are listed, under addresses that are free. */
async function places(from: StoredThing, title: string): Promise<Copy> {
  const db = database();
  const ofLessons = new FreeSlugs('lesson');
  const lesson = async (
    first: { id: string; slug: string; title: string; published: { source: string } | null },
    called: string,
  ): Promise<Copied> => ({
    from: { id: first.id, slug: first.slug, title: first.title, source: first.published?.source ?? null },
    id: randomUUID(),
    title: called,
    slug: await ofLessons.free(db, slugOf(called, 'lesson')),
    ready: null,
    draft: null,
  });
  if (from.of === 'lesson') return { course: null, level: [], lesson: await lesson(from, title), slugs: [ofLessons] };
  const listed = await db.level.findMany({
    where: from.of === 'level' ? { id: from.id } : { courseId: from.id, archivedAt: null },
    orderBy: { number: 'asc' },
    include: {
      lessons: {
        where: { archivedAt: null },
        orderBy: { place: 'asc' },
        select: { id: true, slug: true, title: true, published: { select: { source: true } } },
      },
    },
  });
  const level: Copy['level'] = [];
  for (const { lessons: inside, title: named, slug, number } of listed) {
    const lessons: Copied[] = [];
    for (const one of inside) lessons.push(await lesson(one, one.title));
    level.push({ id: randomUUID(), title: named, slug, number, lessons });
  }
  if (from.of === 'level') {
    const ofLevels = new FreeSlugs('level', from.courseId);
    const slug = await ofLevels.free(db, slugOf(title, 'level'));
    const renamed = level.map((one) => ({ ...one, title, slug }));
    return { course: null, level: renamed, lesson: null, slugs: [ofLessons, ofLevels] };
  }
  const ofCourses = new FreeSlugs('course');
  const slug = await ofCourses.free(db, slugOf(title, 'course'));
  const { description } = await db.course.findUniqueOrThrow({
    where: { id: from.id },
    select: { description: true },
  });
  return {
    course: { id: randomUUID(), title, slug, description },
    level,
    lesson: null,
    slugs: [ofLessons, ofCourses],
  };
}

type Stored = { ok: true; thing: Thing } | Refused | 'overtaken';

async function store(tx: Queryable, person: Person, from: StoredThing, copy: Copy): Promise<Stored> {
  const now = await selectOptionalThing(tx, from);
  if (now === undefined) return refuse('notFound', 'thing');
  for (const slugs of copy.slugs) if (!(await slugs.areFree(tx))) return 'overtaken';
  const made = await stored(tx, person, now, copy);
  if (typeof made !== 'string' && made.ok) {
    if (from.of !== 'course') await noteArranged(tx, now.courseId);
    await note(tx, person, 'duplicate', made.thing, { from: from.id });
  }
  return made;
}

async function stored(tx: Queryable, person: Person, from: StoredThing, copy: Copy): Promise<Stored> {
  const { course, level: levels, lesson } = copy;
  if (course !== null) {
    await tx.course.create({ data: course });
    for (const { lessons, ...level } of levels) {
      await tx.level.create({ data: { ...level, courseId: course.id } });
      await storeLessons(tx, person, level.id, lessons);
    }
    return { ok: true, thing: { of: 'course', id: course.id } };
  }
  const [level] = levels;
  if (level !== undefined) {
    const { lessons, ...rest } = level;
    const order = await selectLevelOrder(tx, from.courseId);
    if (order.length >= MOST_IN_LIST) return refuseInTree('full');
    const number = (order.at(-1)?.number ?? 0) + 1;
    await tx.level.create({ data: { ...rest, number, courseId: from.courseId } });
    const ids = putBefore([...order.map((one) => one.id), rest.id], rest.id, after(order, from.id)) ?? [];
    await updateLevelOrder(tx, from.courseId, numbered(ids, order[0]?.number ?? 1));
    await storeLessons(tx, person, rest.id, lessons);
    return { ok: true, thing: { of: 'level', id: rest.id } };
  }
  const levelId = from.levelId ?? '';
  const order = await selectLessonOrder(tx, levelId);
  if (order.length >= MOST_IN_LIST || lesson === null) return refuseInTree('full');
  await storeNewLesson(tx, person, { levelId, place: (order.at(-1)?.number ?? 0) + 1, ...lesson });
  const ids = putBefore([...order.map((one) => one.id), lesson.id], lesson.id, after(order, from.id)) ?? [];
  await updateLessonOrder(tx, levelId, numbered(ids, 1));
  return { ok: true, thing: { of: 'lesson', id: lesson.id } };
}

/** Who comes after one: its copy stands between; null: it is the last, or is not listed. */
function after(order: readonly { id: string }[], id: string): string | null {
  const at = order.findIndex((one) => one.id === id);
  return at < 0 ? null : (order[at + 1]?.id ?? null);
}

async function storeLessons(tx: Queryable, person: Person, levelId: string, lessons: readonly Copied[]): Promise<void> {
  for (const [index, one] of lessons.entries()) await storeNewLesson(tx, person, { levelId, place: index + 1, ...one });
}
