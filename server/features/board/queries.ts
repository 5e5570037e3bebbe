/** Reads the board of a class for one lesson: all of it, what changed since, and what the wrong answers do. */
import { z } from 'zod';
import {
  type BoardMark,
  type BoardScope,
  cellsIn,
  factsIn,
  type Misread,
  selectBoard,
  selectBoardChanges,
  selectMisread,
  selectWrong,
} from '../../../db/board.ts';
import { database, pool } from '../../../db/client.ts';
import { selectFailed } from '../../../db/failures.ts';
import type { AskedLesson } from '../../../db/lessons.ts';
import { storable } from '../../../domain/kinds/common/storable.ts';
import { sortByName, sortInLists } from '../../../domain/people/name-order.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { groupWrong, type WrongGroup } from '../../../domain/results/board.ts';
import { type BoardChanges, KindTable, type WholeBoard } from '../../../domain/results/board-wire.ts';
import { OneForAll } from '../../one-for-all.ts';
import { selectOptionalOfClass } from '../activities/of-class.ts';
import { command } from '../contract.ts';
import { ofClass } from '../standing.ts';

/** Up to where a board was read (`BoardMark`), as a page keeps it: `from.at.of`. */
const CURSOR = /^(\d{1,19})\.(\d{1,11})\.([0-9a-f]{32})$/;
const boardInput = z.strictObject({
  classId: z.uuid(),
  lessonId: z.uuid(),
  /** the cursor of a board that was read before: then only what changed since is told, where that is known */
  since: z.string().max(100).optional(),
});
const wrongInput = z.strictObject({ classId: z.uuid(), lessonId: z.uuid(), questionId: storable.max(100) });
/** The board: all of it, or what changed since `since`. */
export const readBoard = command({
  input: boardInput,
  allow: ofClass('class.results'),
  run: async (_person, input): Promise<Outcome<{ board: WholeBoard | BoardChanges }>> => {
    const lesson = await selectOptionalOfClass(input);
    if (lesson === undefined) return refuse('lessonNotWritten');
    const { classId } = input;
    const asked = lesson.content.questions.map(({ id }) => id);
    const scope = { classId, lessonId: lesson.id, versionId: lesson.versionId, questions: asked };
    const since = input.since === undefined ? undefined : markFrom(input.since);
    const changes = since === undefined ? undefined : await readChanges(scope, since);
    const key = `${classId} ${lesson.versionId}`;
    return { ok: true, board: changes ?? (await whole.do(key, () => readWhole(lesson, scope))) };
  },
});

/** All teachers of a class see the same board: who load it at once load it once. */
const whole = new OneForAll<WholeBoard>();

async function readWhole(lesson: AskedLesson, scope: BoardScope): Promise<WholeBoard> {
  const [{ mark, lines }, failed] = await Promise.all([selectBoard(pool(), scope), readFailed(scope)]);
  const table = new KindTable();
  const placeOf = kindReader(table);
  const sorted = sortInLists(lines);
  const { id, title, slug } = lesson;
  return {
    cursor: cursorOf(mark),
    lesson: { id, title, slug },
    questions: lesson.content.questions.map((one) => {
      const { id: question, role, number, title: name, points } = one;
      return { id: question, role, number, title: name, points };
    }),
    students: sorted.map((line) => [line.id, line.name]),
    cells: sorted.map((line) => {
      const places = scope.questions.map(() => 0);
      for (const [at, facts] of cellsIn(line.cells)) places[at] = placeOf(facts);
      return places.join(',');
    }),
    kinds: table.kinds,
    failed,
  };
}

/** Undefined where what changed cannot be told. */
async function readChanges(scope: BoardScope, since: BoardMark): Promise<BoardChanges | undefined> {
  const [changes, failed] = await Promise.all([selectBoardChanges(pool(), scope, since), readFailed(scope)]);
  if (changes === undefined) return undefined;
  const table = new KindTable();
  const placeOf = kindReader(table);
  const changed = changes.lines.map(({ id, cells }): [string, number[]] => [
    id,
    cellsIn(cells).flatMap(([at, facts]) => [at, placeOf(facts)]),
  ]);
  return { cursor: cursorOf(changes.mark), kinds: table.kinds, changed, failed };
}

/** How many answers of which student the grader failed on. */
async function readFailed({ classId, lessonId }: BoardScope): Promise<[string, number][]> {
  const failures = await selectFailed(database(), { classId, lessonId });
  return [...Map.groupBy(failures, (one) => one.userId)].map(([id, some]) => [id, some.length]);
}

function cursorOf({ from, at, of }: BoardMark): string {
  return `${from}.${at}.${of}`;
}

/** Undefined: no cursor of ours. */
function markFrom(cursor: string): BoardMark | undefined {
  const [, from, at, of] = CURSOR.exec(cursor) ?? [];
  return from === undefined || at === undefined || of === undefined ? undefined : { from, at: Number(at), of };
}

/** Reads what is stored of a cell; of thousands of cells most are alike, and each kind is read once. */
function kindReader(table: KindTable): (facts: string) => number {
  const known = new Map<string, number>();
  return (facts) => {
    const before = known.get(facts);
    if (before !== undefined) return before;
    const place = table.place(factsIn(facts));
    known.set(facts, place);
    return place;
  };
}

/** So many groups of wrong answers are shown. */
const GROUPS = 50;

/** The wrong answers to one question, grouped by what they do; the newest of each student counts. */
export const readWrong = command({
  input: wrongInput,
  allow: ofClass('class.results'),
  run: async (_person, { questionId, ...of }): Promise<Outcome<{ groups: WrongGroup[]; more: number }>> => {
    const rows = await selectWrong(pool(), { ...of, questionId });
    const groups = groupWrong(sortByName(rows).map(({ id, answer, verdict }) => ({ studentId: id, answer, verdict })));
    return { ok: true, groups: groups.slice(0, GROUPS), more: Math.max(0, groups.length - GROUPS) };
  },
});

/** Which misconceptions the class shows in a lesson, those of most students first. */
export const readMisread = command({
  input: z.strictObject({ classId: z.uuid(), lessonId: z.uuid() }),
  allow: ofClass('class.results'),
  run: async (_person, of): Promise<Outcome<{ misread: Misread[] }>> => ({
    ok: true,
    misread: await selectMisread(pool(), of),
  }),
});
