/**
 * The board as it travels: cells are numbers of a table of the few kinds of cell there are, in the order of students and
 * questions; and once a board was read, only the cells that changed since. Pure.
 */
import { type BoardCell, boardCell, type CellFacts, type CellState } from './board.ts';

export interface BoardQuestion {
  id: string;
  role: 'exercise' | 'check';
  number: number;
  title: string;
  points: number;
}

type Kind = [state: CellState, points: number, attempts: number];

/** Who has answers that the grader failed on, by faults of ours, and how many. */
type Failed = [studentId: string, count: number][];

/** All of a board. */
export interface WholeBoard {
  /** up to where it was read: with it, the changes since are asked for */
  cursor: string;
  lesson: { id: string; title: string; slug: string };
  questions: BoardQuestion[];
  students: [id: string, name: string][];
  kinds: Kind[];
  /**
   * of each student, for each question its place in `kinds`, with commas between: as text, since a page that is made of
   * data looks at every number of a list, twice
   */
  cells: string[];
  failed: Failed;
}

/** What changed since a board was read, of the same students and questions. */
export interface BoardChanges {
  cursor: string;
  kinds: Kind[];
  /** of each student concerned pairs of a question's place and a kind's */
  changed: [studentId: string, cells: number[]][];
  failed: Failed;
}

export interface BoardRow {
  id: string;
  name: string;
  /** for each question */
  cells: readonly BoardCell[];
  points: number;
}

/** A board as it is shown. */
export interface Board {
  cursor: string;
  lesson: WholeBoard['lesson'];
  questions: readonly BoardQuestion[];
  /** in the order of their names; one whose cells did not change is the same object as before */
  students: readonly BoardRow[];
  /** of each question the cursor of the reading that last changed one of its cells */
  changedBy: readonly string[];
  /** how many answers of which student the grader failed on */
  failed: ReadonlyMap<string, number>;
}

/** Numbers the kinds of cell as they come up; the first is the one in which nothing is. */
export class KindTable {
  readonly kinds: Kind[] = [];
  readonly #places = new Map<string, number>();

  constructor() {
    this.place({ score: undefined, last: 'none', draft: false });
  }

  /** @returns its place in `kinds` */
  place(facts: CellFacts): number {
    const { state, points, attempts } = boardCell(facts);
    const name = `${state} ${points} ${attempts}`;
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.kinds.length);
    return this.kinds.push([state, points, attempts]) - 1;
  }
}

const UNTOUCHED: BoardCell = { state: 'untouched', points: 0, attempts: 0 };

function opened(kinds: readonly Kind[]): (place: number) => BoardCell {
  const cells = kinds.map(([state, points, attempts]): BoardCell => ({ state, points, attempts }));
  return (place) => cells[place] ?? UNTOUCHED;
}

function sum(cells: readonly BoardCell[]): number {
  return cells.reduce((total, cell) => total + cell.points, 0);
}

/** A board that has arrived. */
export function openBoard({ kinds, students, cells, failed, ...rest }: WholeBoard): Board {
  const cellAt = opened(kinds);
  return {
    ...rest,
    changedBy: rest.questions.map(() => rest.cursor),
    failed: new Map(failed),
    students: students.map(([id, name], at): BoardRow => {
      const places = (cells[at] ?? '').split(',');
      const own = rest.questions.map((_, column) => cellAt(Number(places[column] ?? 0)));
      return { id, name, cells: own, points: sum(own) };
    }),
  };
}

/** The same board with what changed since. */
export function withChanges(board: Board, { cursor, kinds, changed, failed }: BoardChanges): Board {
  const cellAt = opened(kinds);
  const changes = new Map(changed);
  const changedBy = [...board.changedBy];
  const students = board.students.map((student): BoardRow => {
    const pairs = changes.get(student.id);
    if (pairs === undefined) return student;
    const cells = [...student.cells];
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const column = pairs[at] ?? 0;
      cells[column] = cellAt(pairs[at + 1] ?? 0);
      changedBy[column] = cursor;
    }
    return { ...student, cells, points: sum(cells) };
  });
  return { ...board, cursor, students, changedBy, failed: new Map(failed) };
}

/** One cell, by the names of its student and question. */
export function cellOf(board: Board, studentId: string, questionId: string): BoardCell | undefined {
  const at = board.questions.findIndex((question) => question.id === questionId);
  return board.students.find((student) => student.id === studentId)?.cells[at];
}
