/** The board as it travels: what is packed comes out, and with its changes a board is what it is when read anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoardScore, boardCell, type CellFacts } from './board.ts';
import { cellOf, KindTable, openBoard, type WholeBoard, withChanges } from './board-wire.ts';
import { RESULTS } from './verdict.ts';

const STUDENTS = 5;
const QUESTIONS = 4;
const questions = Array.from({ length: QUESTIONS }, (_, at) => ({
  id: `q${at}`,
  role: 'check' as const,
  number: at + 1,
  title: `Question ${at}`,
  points: 2,
}));

const score: fc.Arbitrary<BoardScore> = fc.record({
  result: fc.constantFrom(...RESULTS),
  points: fc.constantFrom(0, 0.5, 1, 2),
  attempts: fc.nat(3),
});
const facts: fc.Arbitrary<CellFacts> = fc.record({
  score: fc.option(score, { nil: undefined }),
  last: fc.constantFrom('none', 'waits', 'graded', 'invalid', 'failed'),
  draft: fc.boolean(),
});
const grid = fc.array(fc.array(facts, { minLength: QUESTIONS, maxLength: QUESTIONS }), {
  minLength: STUDENTS,
  maxLength: STUDENTS,
});

function packed(cells: readonly (readonly CellFacts[])[], cursor: string): WholeBoard {
  const table = new KindTable();
  return {
    cursor,
    lesson: { id: 'l', title: 'L', slug: 'l' },
    questions,
    students: cells.map((_, at) => [`s${at}`, `Student ${at}`]),
    cells: cells.map((row) => row.map((one) => table.place(one)).join(',')),
    kinds: table.kinds,
    failed: [],
  };
}

describe('a board that has arrived', () => {
  it('has the cell of every student at every question, and the sum of their points', () => {
    fc.assert(
      fc.property(grid, (cells) => {
        const board = openBoard(packed(cells, '1'));
        for (const [at, row] of cells.entries()) {
          for (const [column, one] of row.entries())
            expect(cellOf(board, `s${at}`, `q${column}`)).toEqual(boardCell(one));
          const points = row.reduce((sum, one) => sum + boardCell(one).points, 0);
          expect(board.students[at]?.points).toBe(points);
        }
      }),
    );
  });

  it('is with its changes what it is when read anew, and leaves alone whoever has none', () => {
    const change = fc.tuple(fc.nat(STUDENTS - 1), fc.nat(QUESTIONS - 1), facts);
    fc.assert(
      fc.property(grid, fc.array(change, { maxLength: 6 }), (cells, changes) => {
        const before = openBoard(packed(cells, '1'));
        const table = new KindTable();
        const now = cells.map((row) => [...row]);
        const pairs = new Map<string, number[]>();
        for (const [student, column, one] of changes) {
          (now[student] ?? [])[column] = one;
          pairs.set(`s${student}`, [...(pairs.get(`s${student}`) ?? []), column, table.place(one)]);
        }
        const after = withChanges(before, {
          cursor: '2',
          kinds: table.kinds,
          changed: [...pairs],
          failed: [['s1', 2]],
        });
        const anew = openBoard({ ...packed(now, '2'), failed: [['s1', 2]] });
        expect(after.students).toEqual(anew.students);
        expect(after).toMatchObject({ cursor: '2', failed: anew.failed });
        const touched = new Set(changes.map(([, column]) => column));
        expect(after.changedBy).toEqual(questions.map((_, column) => (touched.has(column) ? '2' : '1')));
        for (const [at, row] of after.students.entries()) expect(row === before.students[at]).toBe(!pairs.has(row.id));
      }),
    );
  });
});

it('a cell in which nothing is comes first, and cells that are alike are one kind', () => {
  const table = new KindTable();
  const passed: CellFacts = { score: { result: 'pass', points: 2, attempts: 1 }, last: 'graded', draft: false };
  expect([table.place(passed), table.place({ ...passed, draft: true })]).toEqual([1, 1]);
  expect(table.place({ score: undefined, last: 'none', draft: false })).toBe(0);
  expect(table.kinds).toEqual([
    ['untouched', 0, 0],
    ['right', 2, 1],
  ]);
});
