/** A course as it is shown to be arranged: how it looks once something in it is moved, before the server says so. Pure. */
import { putBefore } from './arrange.ts';

interface Listed {
  id: string;
}
export interface Branch<L extends Listed> extends Listed {
  lessons: readonly L[];
}

/** Before whom a lesson stands, in which level: what undoes a move. */
export function placeOf<L extends Listed>(
  levels: readonly Branch<L>[],
  lessonId: string,
): { levelId: string; before: string | null } | undefined {
  for (const { id: levelId, lessons } of levels) {
    const at = lessons.findIndex(({ id }) => id === lessonId);
    if (at >= 0) return { levelId, before: lessons[at + 1]?.id ?? null };
  }
  return undefined;
}

/** A lesson before another one of some level, or at its end; as it was, where that cannot be. */
export function withLesson<L extends Listed, B extends Branch<L>>(
  levels: readonly B[],
  lessonId: string,
  to: { levelId: string; before: string | null },
): readonly B[] {
  const lesson = levels.flatMap(({ lessons }) => lessons).find(({ id }) => id === lessonId);
  if (lesson === undefined) return levels;
  let isThere = false;
  const moved = levels.map((level): B => {
    const rest = level.lessons.filter(({ id }) => id !== lessonId);
    if (level.id !== to.levelId) return rest.length === level.lessons.length ? level : { ...level, lessons: rest };
    const order = putBefore(
      rest.map(({ id }) => id),
      lessonId,
      to.before,
    );
    if (order === undefined) return level;
    isThere = true;
    const known = new Map([...rest, lesson].map((one) => [one.id, one]));
    return { ...level, lessons: order.flatMap((id) => known.get(id) ?? []) };
  });
  return isThere ? moved : levels;
}

/** A level before another one, or at the end. */
export function withLevel<B extends Listed>(
  levels: readonly B[],
  levelId: string,
  before: string | null,
): readonly B[] {
  const order = putBefore(
    levels.map(({ id }) => id),
    levelId,
    before,
  );
  const known = new Map(levels.map((one) => [one.id, one]));
  return order === undefined || !known.has(levelId) ? levels : order.flatMap((id) => known.get(id) ?? []);
}

/** One step up or down by keys: over the head of a level into the one before or after; undefined where it goes no further. */
export function stepOf<L extends Listed>(
  levels: readonly Branch<L>[],
  lessonId: string,
  by: -1 | 1,
): { levelId: string; before: string | null } | undefined {
  const at = levels.findIndex(({ lessons }) => lessons.some(({ id }) => id === lessonId));
  const level = levels[at];
  if (level === undefined) return undefined;
  const { id: levelId, lessons } = level;
  const place = lessons.findIndex(({ id }) => id === lessonId);
  if (by === -1 && place > 0) return { levelId, before: lessons[place - 1]?.id ?? null };
  if (by === 1 && place < lessons.length - 1) return { levelId, before: lessons[place + 2]?.id ?? null };
  const next = levels[at + by];
  if (next === undefined) return undefined;
  return { levelId: next.id, before: by === -1 ? null : (next.lessons[0]?.id ?? null) };
}

/**
 * Where a lesson is let go among all rows of the course, the heads of levels among them: in the level whose head stands above.
 * @param rows from top to bottom as they stood; a head is its level's id and no lesson
 */
export function droppedAt(
  rows: readonly { levelId: string; lessonId: string | null }[],
  from: number,
  to: number,
): { levelId: string; before: string | null } | undefined {
  const dragged = rows[from];
  if (dragged?.lessonId == null) return undefined;
  const rest = rows.toSpliced(from, 1);
  // above the first head is as good as below it
  const above = rest[Math.max(0, to - 1)];
  if (above === undefined) return undefined;
  const next = rest[Math.max(1, to)];
  return { levelId: above.levelId, before: next?.levelId === above.levelId ? next.lessonId : null };
}
