import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applied, type ClassNow, changesIn, type Lines } from './changes.ts';
import type { StudentAtWork } from './work.ts';

const student = (id: string, tries: number): StudentAtWork => ({
  ...{ id, name: id, login: id, sort: id, at: null, typed: null, last: null, hand: null },
  tries,
});
const linesOf = (all: readonly StudentAtWork[]): Lines =>
  new Map(all.map((one) => [one.id, { text: JSON.stringify(one), student: one }]));
const whole = (reading: string, students: StudentAtWork[]): ClassNow => ({ reading, now: 1, students, hour: null });
const anyClass = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  .chain((ids) => fc.tuple(...ids.map((id) => fc.nat(2).map((tries) => student(id, tries)))));

describe('what changed in a class', () => {
  it('makes of what was read before what is there now, whoever came, went or did something', () => {
    fc.assert(
      fc.property(anyClass, anyClass, (before, now) => {
        const changes = changesIn(linesOf(before), linesOf(now));
        const told = { ...whole('2', changes.students), after: '1', gone: changes.gone };
        const after = applied(whole('1', [...before]), told);
        expect(after?.students.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          now.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
        expect(after?.reading).toBe('2');
      }),
    );
  });

  it('is nobody who is as before, and everybody where nothing is known of before', () => {
    const [ada, ben] = [student('ada', 0), student('ben', 1)];
    const now = linesOf([ada, { ...ben, tries: 2 }]);
    expect(changesIn(linesOf([ada, ben]), now)).toEqual({ students: [{ ...ben, tries: 2 }], gone: [] });
    expect(changesIn(undefined, now).students).toHaveLength(2);
  });

  it('goes on from the reading that it names and from no other', () => {
    const changes = { ...whole('3', [student('ben', 1)]), after: '2', gone: [] };
    expect(applied(whole('1', []), changes)).toBeNull();
    expect(applied(whole('1', [student('ada', 0)]), { ...changes, after: null })?.students).toEqual([
      student('ben', 1),
    ]);
  });
});
