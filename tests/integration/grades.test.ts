/** The grade book against the database: what counts, what is set up, one cell's history, what students are told; out as files and in. */
import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/universal';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { workbookOf } from '../../app/api/reports/[session]/workbook.ts';
import { database, disconnect, pool } from '../../db/client.ts';
import { gradeSheet, moodleSheet, shownToStudents } from '../../domain/activities/grade-sheets.ts';
import { openGrades, totalOfRow } from '../../domain/activities/gradebook-wire.ts';
import { type ActivitySettings, USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { readGradeFile } from '../../domain/exchange/grades/read.ts';
import { csvOf } from '../../domain/exchange/sheets/csv.ts';
import type { Person } from '../../domain/people/person.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { release, takeBack } from '../../server/features/activities/commands.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { setOutside } from '../../server/features/activities/other.ts';
import { excuse, setOverride } from '../../server/features/activities/overrides.ts';
import { setPoints } from '../../server/features/activities/points.ts';
import { bringIn, undoBringIn } from '../../server/features/grades/bring-in.ts';
import { readCell } from '../../server/features/grades/cell.ts';
import { fillTable, lookAtPoints } from '../../server/features/grades/files.ts';
import { readOwnGrades } from '../../server/features/grades/own.ts';
import { gradesOf, readGrades } from '../../server/features/grades/read.ts';
import { setUp } from '../../server/features/grades/set-up.ts';
import { CHOICE, handInGraded, makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

const DAY = 86_400_000;

let room: RegradeClass;
beforeEach(async () => {
  room = await makeRegradeClass();
});
afterAll(async () => {
  await compiler.close();
  await disconnect();
});

async function dbTime(later: number): Promise<string> {
  const { rows } = await pool().query<{ now: Date }>('select clock_timestamp() as now');
  return new Date((rows[0]?.now.getTime() ?? 0) + later).toISOString();
}
async function give(rules: Partial<ActivitySettings> = {}): Promise<string> {
  const { classId, lessonId } = room;
  const given = await giveActivity(room.teacher, { ...USUAL_SETTINGS, ...rules, classId, lessonId });
  if (!given.ok) throw new Error(given.refused);
  return given.activityId;
}
async function outside(title: string, maxPoints: number, dueAt: string | null = null): Promise<string> {
  const made = await setOutside(room.teacher, { classId: room.classId, title, maxPoints, dueAt });
  if (!made.ok) throw new Error(made.refused);
  return made.activityId;
}
const points = (activityId: string, who: Person, value: number | null, asIs?: boolean) =>
  setPoints(room.teacher, {
    ...{ classId: room.classId, activityId },
    points: [{ userId: who.id, points: value, ...(asIs === undefined ? {} : { asIs }) }],
  });
/** By title what somebody has in each column, as a page shows it. */
async function rowOf(who: Person) {
  const read = await readGrades(room.teacher, { classId: room.classId });
  if (!read.ok) throw new Error(read.refused);
  const row = openGrades(read.grades).find(({ id }) => id === who.id);
  if (row === undefined) throw new Error('no such row');
  const cells = Object.fromEntries(read.grades.columns.map(({ title }, at) => [title, row.cells[at]]));
  return { cells, total: totalOfRow(row, read.grades.columns, read.grades.categories).share };
}
const LESSON = 'Gradients & Derivatives';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a grade book', () => {
  it('shows of each student what counts, late and by hand, and says what differs for them', async () => {
    const dueAt = await dbTime(-1.5 * DAY);
    const activityId = await give({ dueAt, late: 'deducted', questions: [CHOICE] });
    const oral = await outside('Oral', 10);
    await handInGraded(room, room.ada);
    expect((await rowOf(room.ada)).cells[LESSON]).toMatchObject({ state: 'done', points: 0.8, days: 2, counts: true });
    expect((await rowOf(room.ben)).cells[LESSON]).toMatchObject({ state: 'nothing', points: null, counts: false });
    await points(oral, room.ada, 6);
    expect(await rowOf(room.ada)).toMatchObject({
      total: 0.7,
      cells: { Oral: { points: 6, maxPoints: 10, given: 6 } },
    });
    // a teacher's points are late too, unless that is lifted in the cell; what was there comes back
    expect(await points(activityId, room.ada, 0.5)).toEqual({
      ok: true,
      back: [{ userId: room.ada.id, points: null, asIs: false, ifStill: { points: 0.5, asIs: false } }],
      kept: [],
    });
    expect((await rowOf(room.ada)).cells[LESSON]).toMatchObject({ points: 0.4, given: 0.5 });
    await points(activityId, room.ada, 0.5, true);
    expect((await rowOf(room.ada)).cells[LESSON]).toMatchObject({ points: 0.5, given: 0.5 });
    expect(await points(activityId, room.ada, null)).toMatchObject({ back: [{ points: 0.5, asIs: true }] });
    expect((await rowOf(room.ada)).cells[LESSON]).toMatchObject({ points: 0.8, given: null });
    await excuse(room.teacher, { classId: room.classId, activityId, userId: room.ada.id, excused: true });
    expect(await rowOf(room.ada)).toMatchObject({
      total: 0.6,
      cells: { [LESSON]: { state: 'excused', differs: true } },
    });
  });

  it('excuses without touching what else differs, and leaves no trace of nothing', async () => {
    const oral = await outside('Oral', 10);
    const activityId = await give();
    const of = { classId: room.classId, userId: room.ben.id };
    const until = await dbTime(DAY);
    const more = { timeFactor: null, more: 2, waived: true, reason: 'was ill' };
    await setOverride(room.teacher, { ...of, activityId, until, excused: false, ...more });
    await excuse(room.teacher, { ...of, activityId, excused: true });
    await excuse(room.teacher, { ...of, activityId, excused: false });
    const kept = await database().activityOverride.findFirstOrThrow({ where: { activityId } });
    expect(kept).toMatchObject({ more: 2, waived: true, reason: 'was ill', excused: false });
    expect(kept.until?.toISOString()).toBe(until);
    // what was said of it comes back with it
    const back = await excuse(room.teacher, { ...of, activityId, excused: true, reason: 'is ill again' });
    expect(back).toMatchObject({ ok: true, back: { reason: 'was ill' } });
    expect(await excuse(room.teacher, { ...of, activityId, excused: false })).toMatchObject({
      ok: true,
      back: { reason: 'is ill again' },
    });
    // with nothing left that differs the reason goes, and comes back with what it was for
    await excuse(room.teacher, { ...of, activityId: oral, excused: true, reason: 'moved house' });
    const ended = await excuse(room.teacher, { ...of, activityId: oral, excused: false });
    if (!ended.ok) throw new Error(ended.refused);
    expect(await excuse(room.teacher, { ...of, activityId: oral, ...ended.back })).toMatchObject({ kept: null });
    expect(await database().activityOverride.findFirst({ where: { activityId: oral } })).toMatchObject({
      reason: 'moved house',
    });
    await database().activityOverride.deleteMany({ where: { activityId: oral } });
    await database().activityChange.deleteMany({ where: { activityId: oral, what: 'override' } });
    await excuse(room.teacher, { ...of, activityId: oral, excused: false });
    expect(await database().activityChange.count({ where: { activityId: oral, what: 'override' } })).toBe(0);
    await excuse(room.teacher, { ...of, activityId: oral, excused: true });
    await excuse(room.teacher, { ...of, activityId: oral, excused: false });
    expect(await database().activityOverride.count({ where: { activityId: oral } })).toBe(0);
    expect(await excuse(room.teacher, { ...of, userId: room.teacher.id, activityId, excused: true })).toMatchObject({
      refused: 'notFound',
    });
  });

  it('reads some students anew, and nobody of another class', async () => {
    await outside('Oral', 10);
    const some = await readGrades(room.teacher, { classId: room.classId, students: [room.ben.id, room.teacher.id] });
    expect(some.ok && some.grades.students).toEqual([[room.ben.id, 'Turner, Ben']]);
  });
});

describe('what is undone', () => {
  const colleague = async (): Promise<Person> => {
    const { id } = await database().user.create({ data: { login: 'colleague', name: 'Col League', role: 'teacher' } });
    await database().enrolment.create({ data: { classId: room.classId, userId: id, role: 'teacher' } });
    return { ...room.teacher, id, name: 'Col League' };
  };
  const ofCell = (activityId: string) => ({ classId: room.classId, activityId, userId: room.ada.id });

  it('leaves points that a colleague has given meanwhile, and says whose they are', async () => {
    const other = await colleague();
    const oral = await outside('Oral', 10);
    const of = { classId: room.classId, activityId: oral };
    const given = await setPoints(room.teacher, {
      ...of,
      points: [
        { userId: room.ada.id, points: 5 },
        { userId: room.ben.id, points: 6 },
      ],
    });
    if (!given.ok) throw new Error(given.refused);
    await setPoints(other, { ...of, points: [{ userId: room.ada.id, points: 8 }] });
    const undone = await setPoints(room.teacher, { ...of, points: given.back });
    expect(undone).toMatchObject({ ok: true, kept: [{ userId: room.ada.id, by: 'Col League' }] });
    expect((await rowOf(room.ada)).cells.Oral).toMatchObject({ given: 8 });
    expect((await rowOf(room.ben)).cells.Oral).toMatchObject({ given: null });
    // what was undone is done again, by the same way
    const again = undone.ok ? undone.back : [];
    expect(again).toEqual([{ userId: room.ben.id, points: 6, asIs: false, ifStill: { points: null, asIs: false } }]);
    expect(await setPoints(room.teacher, { ...of, points: again })).toMatchObject({ kept: [] });
    expect((await rowOf(room.ben)).cells.Oral).toMatchObject({ given: 6 });
    // so does a tick alone
    const ticked = await setPoints(room.teacher, { ...of, points: [{ userId: room.ben.id, points: 7 }] });
    await setPoints(other, { ...of, points: [{ userId: room.ben.id, points: 7, asIs: true }] });
    expect(await setPoints(room.teacher, { ...of, points: ticked.ok ? ticked.back : [] })).toMatchObject({
      kept: [{ by: 'Col League' }],
    });
  });

  it('leaves what a colleague has excused or set for a student meanwhile', async () => {
    const other = await colleague();
    const activityId = await give();
    const of = ofCell(activityId);
    const excused = await excuse(room.teacher, { ...of, excused: true });
    if (!excused.ok) throw new Error(excused.refused);
    await excuse(other, { ...of, excused: true, reason: 'was at a funeral' });
    expect(await excuse(room.teacher, { ...of, ...excused.back })).toMatchObject({ kept: { by: 'Col League' } });
    expect(await database().activityOverride.findFirst({ where: { activityId } })).toMatchObject({
      ...{ excused: true, reason: 'was at a funeral' },
    });
    const wanted = { until: null, excused: false, timeFactor: null, more: 1, waived: false, reason: '' };
    const set = await setOverride(room.teacher, { ...of, ...wanted });
    if (!set.ok) throw new Error(set.refused);
    expect(set.back).toMatchObject({ excused: true, reason: 'was at a funeral', ifStill: wanted });
    await setOverride(other, { ...of, ...wanted, more: 3 });
    expect(await setOverride(room.teacher, { ...of, ...set.back })).toMatchObject({ kept: { by: 'Col League' } });
    expect(await database().activityOverride.findFirst({ where: { activityId } })).toMatchObject({ more: 3 });
    // and where nobody has, it is as it was
    const mine = await setOverride(room.teacher, { ...of, ...wanted, waived: true, until: await dbTime(DAY) });
    if (!mine.ok) throw new Error(mine.refused);
    expect(await setOverride(room.teacher, { ...of, ...mine.back })).toMatchObject({ kept: null });
    expect(await database().activityOverride.findFirst({ where: { activityId } })).toMatchObject({
      more: 3,
      until: null,
    });
  });

  it('leaves what a colleague has said of what counts, and brings back the category of what was taken back', async () => {
    const other = await colleague();
    const [oral, gone] = [await outside('Oral', 10), await outside('Gone', 10)];
    const tests = { id: randomUUID(), name: 'Tests', weight: 2, dropLowest: 0 };
    const usual = { classId: room.classId, gradesAs: 'percent' as const, scale: null };
    const inTests = [oral, gone].map((id) => ({ id, categoryId: tests.id, weight: 1, hidden: false }));
    await setUp(room.teacher, { ...usual, categories: [tests], removed: [], columns: inTests });
    await takeBack(room.teacher, { classId: room.classId, activityId: gone, withdrawn: true });
    const columns = [{ id: oral, categoryId: null, weight: 1, hidden: false }];
    const removal = { ...usual, categories: [], removed: [tests.id], columns };
    const removed = await setUp(room.teacher, removal);
    if (!removed.ok) throw new Error(removed.refused);
    const of = async () => (await database().activity.findUniqueOrThrow({ where: { id: gone } })).categoryId;
    expect(await of()).toBeNull();
    const back = await setUp(room.teacher, { classId: room.classId, ...removed.back });
    expect(back).toMatchObject({ ok: true, kept: null });
    expect([await of(), (await gradesOf(room.classId)).categories]).toEqual([tests.id, [tests]]);
    // done again, then changed by somebody else: their scale stays
    const again = await setUp(room.teacher, { classId: room.classId, ...(back.ok ? back.back : removed.back) });
    expect([await of(), again.ok && again.kept]).toEqual([null, null]);
    await setUp(other, { ...usual, gradesAs: 'points', categories: [], removed: [], columns: [] });
    expect(
      await setUp(room.teacher, { classId: room.classId, ...(again.ok ? again.back : removed.back) }),
    ).toMatchObject({
      kept: { by: 'Col League' },
    });
    expect(await gradesOf(room.classId)).toMatchObject({ gradesAs: 'points', categories: [] });
  });
});

describe('what counts', () => {
  const category = (name: string, weight: number, dropLowest = 0) => ({ id: randomUUID(), name, weight, dropLowest });

  it('is set in one: categories, weights, what is hidden and a scale; and is as it was when that is set again', async () => {
    const [oral, test] = [await outside('Oral', 10), await outside('Test', 20)];
    await points(oral, room.ada, 5);
    await points(test, room.ada, 20);
    expect((await rowOf(room.ada)).total).toBe(0.75);
    const [a, b] = [category('Tests', 3), category('Oral work', 1)];
    const scale = [
      { name: 'good', from: 80 },
      { name: 'poor', from: 0 },
    ];
    const wanted = {
      ...{ classId: room.classId, categories: [a, b], removed: [], gradesAs: 'marks' as const, scale },
      columns: [
        { id: oral, categoryId: b.id, weight: 1, hidden: false },
        { id: test, categoryId: a.id, weight: 1, hidden: true },
      ],
    };
    expect(await setUp(room.teacher, wanted)).toMatchObject({ ok: true });
    expect((await rowOf(room.ada)).total).toBe(0.875);
    const grades = await gradesOf(room.classId);
    expect(grades).toMatchObject({ gradesAs: 'marks', scale, categories: [a, b] });
    // in the order of their categories
    expect(grades.columns.map(({ title }) => title).slice(0, 2)).toEqual(['Test', 'Oral']);
    const noted = await database().activityChange.findMany({ where: { what: 'rules', activityId: test } });
    expect(noted.map(({ after }) => after)).toEqual([{ weight: 1, hidden: true, category: 'Tests' }]);
    const columns = wanted.columns.map((one) => ({ ...one, categoryId: null, hidden: false }));
    expect(
      await setUp(room.teacher, {
        ...wanted,
        columns,
        categories: [],
        removed: [a.id, b.id],
        gradesAs: 'percent',
        scale: null,
      }),
    ).toMatchObject({
      ok: true,
    });
    expect((await rowOf(room.ada)).total).toBe(0.75);
    expect(await gradesOf(room.classId)).toMatchObject({ gradesAs: 'percent', scale: null, categories: [] });
  });

  it('leaves alone what somebody else has set meanwhile', async () => {
    const [oral, test] = [await outside('Oral', 10), await outside('Test', 20)];
    const [a, b] = [category('Tests', 3), category('Oral work', 1)];
    const usual = { classId: room.classId, removed: [], gradesAs: 'percent' as const, scale: null };
    await setUp(room.teacher, {
      ...{ ...usual, categories: [a], columns: [{ id: test, categoryId: a.id, weight: 1, hidden: true }] },
    });
    // from a page that knew nothing of that
    await setUp(room.teacher, {
      ...{ ...usual, categories: [b], columns: [{ id: oral, categoryId: b.id, weight: 1, hidden: false }] },
    });
    const { categories, columns } = await gradesOf(room.classId);
    expect(categories.map(({ name }) => name).toSorted()).toEqual(['Oral work', 'Tests']);
    expect(columns.find(({ id }) => id === test)).toMatchObject({ categoryId: a.id, hidden: true });
  });

  it('is refused whole where something of it cannot be', async () => {
    const oral = await outside('Oral', 10);
    const usual = {
      classId: room.classId,
      categories: [],
      removed: [],
      columns: [],
      gradesAs: 'percent' as const,
      scale: null,
    };
    const wrong = [
      [{ gradesAs: 'marks' as const }, 'scale'],
      [{ scale: [{ name: 'all', from: 10 }] }, 'scale'],
      [{ columns: [{ id: oral, categoryId: randomUUID(), weight: 1, hidden: false }] }, 'columns'],
      [{ columns: [{ id: randomUUID(), categoryId: null, weight: 1, hidden: false }] }, 'columns'],
    ] as const;
    for (const [part, field] of wrong)
      expect(await setUp(room.teacher, { ...usual, ...part } as never)).toMatchObject({ ok: false, field });
    const one = category('Tests', 1);
    expect(await setUp(room.teacher, { ...usual, categories: [one, { ...one, name: 'Again' }] })).toMatchObject({
      field: 'categories',
    });
    expect(await database().gradeCategory.count()).toBe(0);
    // a category of another class is not taken over
    const other = await database().class.create({ data: { name: 'Other', courseId: (await anyCourse()).id } });
    const theirs = await database().gradeCategory.create({ data: { classId: other.id, name: 'Theirs', place: 0 } });
    const taken = [{ id: theirs.id, name: 'Mine', weight: 1, dropLowest: 0 }];
    expect(await setUp(room.teacher, { ...usual, categories: taken })).toMatchObject({ refused: 'notFound' });
    expect(await database().gradeCategory.findFirstOrThrow()).toMatchObject({ name: 'Theirs', classId: other.id });
  });
});
const anyCourse = () => database().course.findFirstOrThrow();

describe('one cell', () => {
  it('tells what it is made of and all that happened with it, newest first', async () => {
    const activityId = await give({ dueAt: await dbTime(-DAY / 2), late: 'deducted', questions: [CHOICE] });
    await handInGraded(room, room.ada);
    await handInGraded(room, room.ada, { result: 'fail', points: 0 });
    await points(activityId, room.ada, 0.25);
    const of = { classId: room.classId, activityId, userId: room.ada.id };
    const read = await readCell(room.teacher, of);
    if (!read.ok) throw new Error(read.refused);
    const { cell } = read;
    expect(cell.given).toMatchObject({ points: 0.25, asIs: false, by: room.teacher.name });
    expect(cell.follows).toMatchObject({ points: 0.9, earned: 1, days: 1 });
    expect(cell.parts).toMatchObject([{ name: CHOICE, points: 0.9, maxPoints: 1, handedIn: true, days: 1 }]);
    expect(cell.events.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['points', 'handedIn', 'handedIn', 'rules']),
    );
    expect(cell.events[0]).toMatchObject({ what: 'points', by: room.teacher.name });
    expect(cell.events.map(({ at }) => at)).toEqual(
      cell.events
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(cell.events.filter(({ counts }) => counts)).toHaveLength(1);
    // and what was said to it in this class, as long as it is said
    const { id: submissionId } = await database().submission.findFirstOrThrow({ where: { userId: room.ada.id } });
    const remark = { submissionId, classId: room.classId, authorId: room.teacher.id, text: 'Look at **b** again.' };
    await database().remark.createMany({
      data: [
        remark,
        { ...remark, text: 'Taken back', withdrawnAt: new Date() },
        { ...remark, classId: null, text: 'Elsewhere' },
      ],
    });
    const again = await readCell(room.teacher, of);
    expect(again.ok && again.cell.said).toMatchObject([{ text: remark.text, by: room.teacher.name, line: null }]);
    expect(await readCell(room.teacher, { ...of, userId: room.teacher.id })).toMatchObject({ refused: 'notFound' });
  });
});

describe('a column of its own', () => {
  it('is hidden before its points are typed, and shown once somebody says so', async () => {
    const made = await setOutside(room.teacher, {
      ...{ classId: room.classId, title: 'Test', maxPoints: 10, dueAt: null, hidden: true },
    });
    if (!made.ok) throw new Error(made.refused);
    const of = { classId: room.classId, activityId: made.activityId };
    await points(made.activityId, room.ada, 9);
    const told = async () => {
      const [one] = await readOwnGrades(room.ada);
      return one?.grades.some(({ column, cell }) => column.id === made.activityId && cell?.points === 9);
    };
    expect(await told()).toBe(false);
    // changing what it is called shows nothing
    await setOutside(room.teacher, { ...of, title: 'Test 1', maxPoints: 10, dueAt: null });
    expect(await told()).toBe(false);
    expect(await release(room.teacher, { ...of, released: true })).toEqual({ ok: true });
    expect(await told()).toBe(true);
    const read = await readCell(room.teacher, { ...of, userId: room.ada.id });
    expect(read.ok && read.cell.events[0]?.fields).toEqual([
      { name: 'hidden', before: { yes: true }, after: { yes: false } },
    ]);
    await release(room.teacher, { ...of, released: false });
    expect(await told()).toBe(false);
  });
});

describe('a class that was put aside', () => {
  it('has a grade book that is read, and not changed', async () => {
    const oral = await outside('Oral', 10);
    await points(oral, room.ada, 4);
    await database().class.update({ where: { id: room.classId }, data: { archivedAt: new Date() } });
    expect((await rowOf(room.ada)).cells.Oral).toMatchObject({ given: 4 });
    expect(
      await readCell(room.teacher, { classId: room.classId, activityId: oral, userId: room.ada.id }),
    ).toMatchObject({
      ok: true,
    });
    expect(await readCell(room.ada, { classId: room.classId, activityId: oral, userId: room.ada.id })).toMatchObject({
      refused: 'notAllowed',
    });
    expect(await points(oral, room.ada, 5)).toMatchObject({ refused: 'notAllowed' });
    expect(
      await excuse(room.teacher, { classId: room.classId, activityId: oral, userId: room.ada.id, excused: true }),
    ).toMatchObject({ refused: 'notAllowed' });
  });
});

describe('a student', () => {
  const own = async (who: Person) => {
    const [one] = await readOwnGrades(who);
    return Object.fromEntries(
      (one?.grades ?? [])
        .filter(({ column }) => column.title !== 'Gradients in code')
        .map(({ column, cell }) => [column.title, cell?.points ?? cell]),
    );
  };

  it('is told what is told by now: nothing hidden, and nothing that waits for its release', async () => {
    const activityId = await give({ answers: 'onRelease', questions: [CHOICE] });
    const oral = await outside('Oral', 10);
    await handInGraded(room, room.ada);
    await points(oral, room.ada, 7);
    expect(await own(room.ada)).toEqual({ [LESSON]: null, Oral: 7 });
    await release(room.teacher, { classId: room.classId, activityId, released: true });
    expect(await own(room.ada)).toEqual({ [LESSON]: 1, Oral: 7 });
    const columns = [{ id: oral, categoryId: null, weight: 1, hidden: true }];
    await setUp(room.teacher, {
      classId: room.classId,
      categories: [],
      removed: [],
      columns,
      gradesAs: 'percent',
      scale: null,
    });
    expect(await own(room.ada)).toEqual({ [LESSON]: 1, Oral: null });
    // and of nobody else
    expect(JSON.stringify(await readOwnGrades(room.ada))).not.toContain(room.ben.id);
    expect(await readOwnGrades(room.teacher)).toEqual([]);
  });

  it('of what never tells its answers hears the points once it has closed', async () => {
    await give({ answers: 'never', questions: [CHOICE], closesAt: await dbTime(DAY) });
    await handInGraded(room, room.ada);
    expect(await own(room.ada)).toEqual({ [LESSON]: null });
    await database()
      .$executeRaw`update activities set closes_at = now() + interval '10 ms' where lesson_id is not null`;
    await new Promise((done) => setTimeout(done, 50));
    expect(await own(room.ada)).toEqual({ [LESSON]: 1 });
  });
});

describe('grades as files', () => {
  const WORDS = {
    ...{ name: 'Name', login: 'Signs in as', total: 'Total', mark: 'Mark', excused: 'excused' },
    category: (name: string) => name,
    column: (title: string, max: number) => `${title} (${max})`,
  };

  it('come back from each of them as they were', async () => {
    const oral = await outside('=Oral, "first"', 10);
    await points(oral, room.ada, 7.25);
    await excuse(room.teacher, { classId: room.classId, activityId: oral, userId: room.ben.id, excused: true });
    const grades = await gradesOf(room.classId);
    const sheet = gradeSheet(grades, WORDS);
    const at = sheet[0]?.indexOf('=Oral, "first" (10)') ?? -1;
    const lines = (text: string, delimiter: string): string[][] => parse(text, { bom: true, delimiter });
    const comma = lines(csvOf(sheet), ',');
    expect(comma.find(([name]) => name === 'Lovelace, Ada')?.slice(0, 3)).toEqual(['Lovelace, Ada', 'ada', '72.5']);
    expect(comma[0]?.[at]).toBe(`'=Oral, "first" (10)`);
    const semicolon = lines(csvOf(sheet, { separator: ';', decimal: ',' }), ';');
    expect(semicolon.find(([name]) => name === 'Lovelace, Ada')?.[at]).toBe('7,25');
    expect(semicolon.find(([name]) => name === 'Turner, Ben')?.[at]).toBe('excused');
    const bytes = await workbookOf([{ name: 'Grades', rows: sheet }]);
    const [book] = await readWorkbook(new Uint8Array(bytes).buffer);
    expect(book?.data.find(([name]) => name === 'Lovelace, Ada')).toEqual(
      sheet.find(([name]) => name === 'Lovelace, Ada'),
    );
    const moodle = lines(csvOf(moodleSheet(grades)), ',');
    const inMoodle = moodle[0]?.indexOf(`'=Oral, "first"`) ?? -1;
    expect(moodle.find(([login]) => login === 'ada')?.[inMoodle]).toBe('7.25');
    // and into a class again
    const looked = await look(csvOf(moodleSheet(grades)), null, inMoodle);
    expect(looked.lines.find(({ login }) => login === 'ada')).toMatchObject({
      points: 7.25,
      state: 'set',
      by: 'login',
    });
    expect(looked.lines.find(({ login }) => login === 'ben')).toMatchObject({ state: 'none' });
  });

  it('bring back who is excused, and tell columns of one name apart', async () => {
    const [first, second] = [await outside('Test', 10), await outside('Test', 10)];
    await points(first, room.ada, 3);
    await points(second, room.ada, 9);
    await excuse(room.teacher, { classId: room.classId, activityId: second, userId: room.ben.id, excused: true });
    const canvas = [
      'Student,ID,SIS User ID,SIS Login ID,Section,Test (157892)',
      '"Lovelace, Ada",10001,A16,ada,8a,',
      '"Turner, Ben",10002,A17,ben,8a,',
    ].join('\r\n');
    const fill = async (file: string) => {
      const done = await fillTable(room.teacher, { classId: room.classId, file: base64(file) });
      if (!done.ok || 'refused' in done.filled) throw new Error(JSON.stringify(done));
      const rows: string[][] = parse(done.filled.text, { bom: true });
      return { text: done.filled.text, rows: rows.map((row) => row.slice(5, 7)) };
    };
    const filled = await fill(canvas);
    expect(filled.rows).toEqual([
      ['Test (157892)', 'Test – 2'],
      ['3', '9'],
      ['', 'EX'],
    ]);
    // filled once more, with the ids that Canvas has given meanwhile: each into its own, whatever order they stand in here
    await setOutside(room.teacher, {
      ...{ classId: room.classId, activityId: second, title: 'Test', maxPoints: 10, dueAt: await dbTime(-DAY) },
    });
    expect((await gradesOf(room.classId)).columns[0]?.id).toBe(second);
    expect((await fill(filled.text.replace('Test – 2', 'Test – 2 (157893)'))).rows).toEqual([
      ['Test – 2 (157893)', 'Test (157892)'],
      ['9', '3'],
      ['EX', ''],
    ]);
    const third = await outside('Third', 10);
    // ids are numbers, and no points: they are neither guessed nor offered
    const guessed = await look(filled.text, third, null);
    expect([guessed.column, guessed.columns.map(({ title }) => title)]).toEqual([5, ['Test (157892)', 'Test – 2']]);
    const looked = await look(filled.text, third, 6);
    expect(looked.lines.map(({ state, points: one }) => [state, one])).toEqual([
      ['set', 9],
      ['excuse', null],
    ]);
    expect((await look(filled.text, second, 6)).lines.map(({ state }) => state)).toEqual(['same', 'same']);
    // as this grade book itself writes it
    const sheet = csvOf(gradeSheet(await gradesOf(room.classId), WORDS));
    const heads: string[] = parse(sheet, { bom: true })[0] ?? [];
    const own = await look(sheet, third, heads.indexOf('Test (10)'));
    expect(own.lines.find(({ login }) => login === 'ben')?.state).toBe('excuse');
  });

  it('are taken in one: the column, points and who is excused, or nothing; and back, but for what others changed', async () => {
    const of = { classId: room.classId };
    const into = { title: 'Viva', maxPoints: 10, dueAt: null, hidden: true };
    const ada = { userId: room.ada.id, points: 4, before: null };
    const ben = { userId: room.ben.id, excused: true as const };
    const count = () => database().activity.count();
    const before = await count();
    expect(
      await bringIn(room.teacher, { ...of, into, lines: [ada, { ...ada, userId: room.teacher.id }] }),
    ).toMatchObject({
      field: 'userId',
    });
    expect(await bringIn(room.teacher, { ...of, into, lines: [ada, { ...ada, before: 3 }] })).toMatchObject({
      ok: false,
    });
    expect(await bringIn(room.teacher, { ...of, into, lines: [{ ...ada, before: 3 }] })).toMatchObject({
      refused: 'pointsChanged',
    });
    expect(await count()).toBe(before);
    const taken = await bringIn(room.teacher, { ...of, into, lines: [ada, ben] });
    if (!taken.ok) throw new Error(taken.refused);
    const { activityId } = taken.back;
    expect((await gradesOf(room.classId)).columns.find(({ id }) => id === activityId)).toMatchObject({ hidden: true });
    expect((await rowOf(room.ben)).cells.Viva).toMatchObject({ state: 'excused' });
    // somebody has given points since the lines were shown
    expect(await bringIn(room.teacher, { ...of, into: { activityId }, lines: [{ ...ada, points: 9 }] })).toMatchObject({
      refused: 'pointsChanged',
    });
    const other = await bringIn(room.teacher, {
      ...{ ...of, into: { activityId } },
      lines: [
        { ...ada, points: 6, before: 4 },
        { userId: room.chiara.id, points: 1, before: null },
      ],
    });
    if (!other.ok) throw new Error(other.refused);
    expect(await undoBringIn(room.teacher, { ...of, ...taken.back })).toMatchObject({
      kept: [{ userId: room.ada.id, by: room.teacher.name }],
    });
    expect((await rowOf(room.ben)).cells.Viva).toMatchObject({ state: 'nothing' });
    expect((await rowOf(room.ada)).cells.Viva).toMatchObject({ given: 6 });
    expect(await undoBringIn(room.teacher, { ...of, ...other.back })).toMatchObject({ kept: [] });
    // a column that holds nothing any more goes with it
    await setPoints(room.teacher, { ...of, activityId, points: [{ userId: room.ada.id, points: null }] });
    expect(await undoBringIn(room.teacher, { ...of, activityId, made: true, points: [], excused: [] })).toMatchObject({
      ok: true,
    });
    expect((await gradesOf(room.classId)).columns.some(({ id }) => id === activityId)).toBe(false);
  });

  it('are a line more where somebody says who it is about', async () => {
    const oral = await outside('Oral', 10);
    const text = 'Name;Oral\nLovelace, Ada;5\nBenny;7';
    const asked = { classId: room.classId, file: base64(text), column: null, activityId: oral };
    const read = async (byHand: { at: number; userId: string }[]) => {
      const looked = await lookAtPoints(room.teacher, { ...asked, byHand });
      if (!looked.ok || 'refused' in looked.looked) throw new Error(JSON.stringify(looked));
      return looked.looked;
    };
    const { lines, students } = await read([]);
    expect(lines.map(({ state }) => state)).toEqual(['set', 'nobody']);
    expect(students.map(({ name }) => name)).toContain('Ben Turner');
    expect((await read([{ at: 3, userId: room.ben.id }])).lines[1]).toMatchObject({
      ...{ state: 'set', points: 7, by: 'hand', userId: room.ben.id },
    });
    // nobody of another class, and nobody twice
    expect((await read([{ at: 3, userId: room.teacher.id }])).lines[1]).toMatchObject({ state: 'nobody' });
    expect((await read([{ at: 3, userId: room.ada.id }])).lines[1]).toMatchObject({ state: 'twice' });
  });

  async function look(text: string, activityId: string | null, column: number | null = null) {
    const looked = await lookAtPoints(room.teacher, { classId: room.classId, file: base64(text), column, activityId });
    if (!looked.ok || 'refused' in looked.looked) throw new Error(JSON.stringify(looked));
    return looked.looked;
  }

  it('are looked at line by line before anything is written', async () => {
    const oral = await outside('Oral', 10);
    await points(oral, room.chiara, 4);
    const text = [
      'Name;Username;Remark;Oral',
      ['Lovelace, Ada;;good;7,5', 'Turner, Ben;ben;;-', ';chiara;;4', 'Deniz Yılmaz;;;lots', 'Nobody Here;;;3'].join(
        '\n',
      ),
      'Ada Lovelace;;;9',
    ].join('\n');
    const { lines, columns } = await look(text, oral, 3);
    expect(columns.map(({ title }) => title)).toEqual(['Remark', 'Oral']);
    expect(lines.map(({ state, points: one, by }) => [state, one, by])).toEqual([
      ['set', 7.5, 'name'],
      ['none', null, 'login'],
      ['same', 4, 'login'],
      ['bad', null, 'name'],
      ['nobody', 3, null],
      ['twice', 9, 'name'],
    ]);
    expect(await database().activityPoints.count()).toBe(1);
    // a wrong number is one line's, and names are not needed where sign-in names stand
    const few = await look('Login;Punkte\nada;abc\nben;3', null);
    expect(few.lines.map(({ state, points: one }) => [state, one])).toEqual([
      ['bad', null],
      ['set', 3],
    ]);
    // who is excused keeps that
    await excuse(room.teacher, { classId: room.classId, activityId: oral, userId: room.ben.id, excused: true });
    expect((await look('Login;Punkte\nada;1\nben;3', oral)).lines.map(({ state }) => state)).toEqual([
      'set',
      'excused',
    ]);
    for (const [file, code] of [
      ['', 'file.empty'],
      ['1;2\n3;4', 'grades.header'],
    ] as const) {
      const read = await lookAtPoints(room.teacher, {
        ...{ classId: room.classId, file: base64(file), column: null, activityId: null },
      });
      expect(read).toMatchObject({ ok: true, looked: { refused: { code } } });
    }
  });

  it('for other programs hold nothing that students are not told yet', async () => {
    const activityId = await give({ answers: 'onRelease' });
    await outside('Oral', 10);
    const heads = async () => moodleSheet(shownToStudents(await gradesOf(room.classId)))[0];
    expect(await heads()).not.toContain(LESSON);
    expect(await heads()).toContain('Oral');
    await release(room.teacher, { classId: room.classId, activityId, released: true });
    expect(await heads()).toContain(LESSON);
  });

  it('fill the table that Canvas exports, with its own ids', async () => {
    const [oral, test] = [await outside('Oral', 10), await outside('Test', 24)];
    await points(oral, room.ada, 7.5);
    await points(test, room.ada, 20);
    await excuse(room.teacher, { classId: room.classId, activityId: test, userId: room.ben.id, excused: true });
    const canvas = [
      'Student,ID,SIS User ID,SIS Login ID,Section,Test (157892),Final Score',
      ',,,,,Manual Posting,',
      '    Points Possible,,,,,24.00,(read only)',
      '"Lovelace, Ada",10001,A16,ada,8a,,61.00',
      '"Turner, Ben",10002,A17,,8a,,63.00',
      '"Else, Somebody",10003,A18,else,8a,17,63.00',
      // of the same name as somebody above: nobody's points go to two people
      '"Lovelace, Ada",10004,A19,,8b,3,61.00',
    ].join('\r\n');
    const done = await fillTable(room.teacher, { classId: room.classId, file: base64(canvas) });
    if (!done.ok || 'refused' in done.filled) throw new Error(JSON.stringify(done));
    const { text, missed, absent, from } = done.filled;
    expect([from, missed, absent]).toEqual([
      'canvas',
      ['Else, Somebody', 'Lovelace, Ada'],
      ['Rossi, Chiara', 'Yılmaz, Deniz'],
    ]);
    const rows: string[][] = parse(text, { bom: true });
    const [head = [], , possible, ada, ben, other] = rows;
    const [o, t] = [head.indexOf('Oral'), head.indexOf('Test (157892)')];
    expect(head.slice(0, 5)).toEqual(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']);
    expect([possible?.[o], possible?.[t]]).toEqual(['10', '24']);
    expect([ada?.slice(0, 5), ada?.[o], ada?.[t]]).toEqual([
      ['Lovelace, Ada', '10001', 'A16', 'ada', '8a'],
      '7.5',
      '20',
    ]);
    expect([ben?.[o], ben?.[t]]).toEqual(['', 'EX']);
    expect([other?.[1], other?.[o], other?.[t]]).toEqual(['10003', '', '17']);
    // what it makes is read again as what it is
    expect(await readGradeFile(new TextEncoder().encode(text))).toMatchObject({ from: 'canvas' });
  });
});
