import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CoursePlan, planCourse, type StoredLesson, type WantedPlace } from './course-plan.ts';

const slugOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-');

/** `Title` is a place without a file, `Title|id` one with a file of that id. */
function listed(...places: string[]): WantedPlace[] {
  return places.map((written, index) => {
    const [title = '', id] = written.split('|');
    const lesson = id === undefined ? null : { contentId: id, slug: id };
    return { level: 'one', place: index + 1, title, lesson };
  });
}

/** What is stored once a plan has been done. */
function done(plan: CoursePlan, own: readonly StoredLesson[], isUsed = (_: string): boolean => false): StoredLesson[] {
  const before = new Map(own.map((lesson) => [lesson.id, lesson]));
  const there = plan.lessons.map((lesson): StoredLesson => {
    const named = `new:${lesson.contentId ?? lesson.listedTitle}`;
    const id = lesson.id ?? (before.has(named) ? `${named}:${crypto.randomUUID()}` : named);
    const old = before.get(id);
    const used = old?.used === true || lesson.contentId !== null || isUsed(lesson.listedTitle);
    return { ...lesson, id, title: old?.title ?? lesson.listedTitle, used, archived: false };
  });
  const archived = own.filter(
    (one) => plan.archive.includes(one.id) || (one.archived && !there.some((t) => t.id === one.id)),
  );
  const slugs = new Map(plan.renamed.map(({ id, slug }) => [id, slug]));
  return [...there, ...archived.map((one) => ({ ...one, archived: true, slug: slugs.get(one.id) ?? one.slug }))];
}
const load = (places: WantedPlace[], own: StoredLesson[] = [], isUsed?: (title: string) => boolean): StoredLesson[] =>
  done(planCourse(places, own, [], slugOf), own, isUsed);
const at = (lessons: StoredLesson[]): string[] =>
  lessons
    .filter((one) => !one.archived)
    .toSorted((a, b) => a.place - b.place)
    .map((one) => one.id);

describe('the plan of a course', () => {
  const before = load(listed('A|a', 'B|b', 'Empty', 'C|c'));

  it('keeps every lesson of a file with its id when another one is put between', () => {
    const after = load(listed('A|a', 'X|x', 'B|b', 'Empty', 'C|c'), before);
    expect(at(after)).toEqual(['new:a', 'new:x', 'new:b', 'new:Empty', 'new:c']);
  });

  it('leaves a lesson the address that was chosen for it here, until its file has another name', () => {
    const [first, ...rest] = before as [StoredLesson, ...StoredLesson[]];
    const chosen = [{ ...first, slug: 'chosen', left: ['a'] }, ...rest];
    const slugs = (places: WantedPlace[]): string[] => load(places, chosen).map(({ slug }) => slug);
    expect(slugs(listed('A|a', 'B|b', 'Empty', 'C|c'))[0]).toBe('chosen');
    // what it has left another one may have
    expect(slugs(listed('A|a', 'B|b', 'A', 'C|c')).slice(0, 3)).toEqual(['chosen', 'b', 'empty']);
    const renamed = listed('A|a').map((place) => ({ ...place, lesson: { contentId: 'a', slug: 'new-name' } }));
    expect(slugs(renamed)[0]).toBe('new-name');
  });

  it('follows lessons that are swapped, moved, or moved to another level', () => {
    expect(at(load(listed('C|c', 'Empty', 'B|b', 'A|a'), before))).toEqual(['new:c', 'new:Empty', 'new:b', 'new:a']);
    const [first, ...rest] = listed('A|a', 'B|b', 'Empty', 'C|c');
    const moved = rest.map((place, index) => ({ ...place, place: index + 1 }));
    const plan = planCourse([...moved, { ...(first as WantedPlace), level: 'two', place: 1 }], before, [], slugOf);
    expect(plan).toMatchObject({ archive: [], remove: [] });
    expect(plan.lessons.at(-1)).toMatchObject({ id: 'new:a', level: 'two' });
  });

  it('archives a lesson that is taken out, removes an empty place, and finds the lesson again', () => {
    const plan = planCourse(listed('A|a', 'C|c'), before, [], slugOf);
    expect(plan).toMatchObject({ archive: ['new:b'], remove: ['new:Empty'] });
    const back = load(listed('A|a', 'C|c', 'B|b'), done(plan, before));
    expect(at(back)).toEqual(['new:a', 'new:c', 'new:b']);
    expect(back.every((one) => !one.archived)).toBe(true);
  });

  it('keeps what was written in the classroom at a place without a file: moved, retitled, and when a file comes', () => {
    const written = load(listed('A|a', 'Empty', 'Last'), [], (title) => title === 'Empty');
    expect(at(load(listed('New', 'A|a', 'Last', 'Empty'), written))).toEqual([
      'new:New',
      'new:a',
      'new:Last',
      'new:Empty',
    ]);
    const retitled = planCourse(listed('A|a', 'Emptied', 'Last'), written, [], slugOf);
    expect(retitled.lessons[1]).toMatchObject({ id: 'new:Empty', listedTitle: 'Emptied' });
    const filed = planCourse(listed('A|a', 'Empty|e', 'Last'), written, [], slugOf);
    expect(filed.lessons[1]).toMatchObject({ id: 'new:Empty', contentId: 'e', slug: 'e' });
    expect(planCourse(listed('A|a', 'Last'), written, [], slugOf)).toMatchObject({ archive: ['new:Empty'] });
  });

  it('gives a file its slug, also where another lesson has it', () => {
    const old = load(listed('Chain|old'));
    const taken = old.map((one) => ({ ...one, slug: 'chain' }));
    const plan = planCourse(listed('Chain two|chain'), taken, [], slugOf);
    expect(plan.lessons).toMatchObject([{ id: null, slug: 'chain' }]);
    expect(plan.renamed).toEqual([{ id: 'new:old', slug: 'chain-2' }]);
    expect(planCourse(listed('Chain'), [], taken, slugOf).lessons[0]?.slug).toBe('chain-2');
  });

  it('keeps every file with its lesson and every slug apart, over any list after any list', () => {
    const file = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const place = fc.oneof(
      file.map((id) => `Title ${id}|${id}`),
      fc.constantFrom('Empty', 'Other', 'A', 'B'),
    );
    const list = fc.uniqueArray(place, { minLength: 1, maxLength: 7 }).map((places) => listed(...places));
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 5 }), (lists) => {
        let stored: StoredLesson[] = [];
        const firstId = new Map<string, string>();
        for (const wanted of lists) {
          const plan = planCourse(wanted, stored, [], slugOf);
          const before = stored;
          stored = done(plan, stored);
          expect(new Set(stored.map((one) => one.slug)).size).toBe(stored.length);
          expect(new Set(stored.map((one) => one.id)).size).toBe(stored.length);
          for (const { contentId, id } of stored) {
            if (contentId === null) continue;
            if (!firstId.has(contentId)) firstId.set(contentId, id);
            expect(id).toBe(firstId.get(contentId));
          }
          // nothing with work in it is ever dropped
          for (const old of before) if (old.used) expect(stored.some((one) => one.id === old.id)).toBe(true);
          // the same list again changes nothing
          expect(planCourse(wanted, stored, [], slugOf)).toMatchObject({ archive: [], remove: [], renamed: [] });
          expect(load(wanted, stored).filter((one) => !one.archived)).toEqual(stored.filter((one) => !one.archived));
        }
      }),
    );
  });
});
