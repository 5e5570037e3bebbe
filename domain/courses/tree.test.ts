import { describe, expect, it } from 'vitest';
import { droppedAt, placeOf, stepOf, withLesson, withLevel } from './tree.ts';

const level = (id: string, ...lessons: string[]) => ({ id, lessons: lessons.map((one) => ({ id: one })) });
const TREE = [level('A', 'a1', 'a2'), level('B'), level('C', 'c1')];
const shown = (tree: readonly { id: string; lessons: readonly { id: string }[] }[]): string =>
  tree.map(({ id, lessons }) => `${id}:${lessons.map((one) => one.id).join()}`).join(' ');

describe('a lesson that is moved', () => {
  it('stands where it was put, and is put back by its place of before', () => {
    const moved = withLesson(TREE, 'a1', { levelId: 'C', before: 'c1' });
    expect(shown(moved)).toBe('A:a2 B: C:a1,c1');
    expect(shown(withLesson(moved, 'a1', placeOf(TREE, 'a1') ?? { levelId: '', before: null }))).toBe(shown(TREE));
  });
  it('stays where another one is not there, and a course without it stays as it is', () => {
    expect(withLesson(TREE, 'a1', { levelId: 'C', before: 'gone' })).toBe(TREE);
    expect(withLesson(TREE, 'a1', { levelId: 'gone', before: null })).toBe(TREE);
    expect(withLesson(TREE, 'gone', { levelId: 'C', before: null })).toBe(TREE);
  });
  it('goes by keys from its place to the next, over heads and through empty levels, to the ends', () => {
    const seen: string[] = [];
    let tree: readonly (typeof TREE)[number][] = TREE;
    for (let to = stepOf(tree, 'a1', 1); to !== undefined; to = stepOf(tree, 'a1', 1)) {
      tree = withLesson(tree, 'a1', to);
      seen.push(shown(tree));
    }
    expect(seen).toEqual(['A:a2,a1 B: C:c1', 'A:a2 B:a1 C:c1', 'A:a2 B: C:a1,c1', 'A:a2 B: C:c1,a1']);
    for (let to = stepOf(tree, 'a1', -1); to !== undefined; to = stepOf(tree, 'a1', -1))
      tree = withLesson(tree, 'a1', to);
    expect(shown(tree)).toBe(shown(TREE));
  });
});

it('a level that is moved takes its lessons along', () => {
  expect(shown(withLevel(TREE, 'C', 'A'))).toBe('C:c1 A:a1,a2 B:');
  expect(shown(withLevel(TREE, 'A', null))).toBe('B: C:c1 A:a1,a2');
  expect(withLevel(TREE, 'gone', null)).toBe(TREE);
});

describe('a lesson that is let go', () => {
  const rows = TREE.flatMap(({ id: levelId, lessons }) => [
    { levelId, lessonId: null },
    ...lessons.map(({ id: lessonId }) => ({ levelId, lessonId })),
  ]);
  const drop = (from: string, to: number): string => {
    const at = droppedAt(
      rows,
      rows.findIndex(({ lessonId }) => lessonId === from),
      to,
    );
    return at === undefined ? 'nowhere' : shown(withLesson(TREE, from, at));
  };
  it('is in the level whose head stands above it', () => {
    // rows: A a1 a2 B C c1
    expect(drop('c1', 0)).toBe('A:c1,a1,a2 B: C:');
    expect(drop('c1', 1)).toBe('A:c1,a1,a2 B: C:');
    expect(drop('c1', 2)).toBe('A:a1,c1,a2 B: C:');
    expect(drop('c1', 3)).toBe('A:a1,a2,c1 B: C:');
    expect(drop('c1', 4)).toBe('A:a1,a2 B:c1 C:');
    expect(drop('a1', 2)).toBe('A:a2,a1 B: C:c1');
    expect(drop('a1', 5)).toBe('A:a2 B: C:c1,a1');
  });
  it('is no head', () => {
    expect(droppedAt(rows, 0, 3)).toBeUndefined();
  });
});
