/**
 * Lessons and quizzes that a class is given: who reads them and when, what counts, what a time limit does, and when answers are
 * told. Every moment is the database's.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { database, disconnect, pool } from '../../db/client.ts';
import { selectLessonPoints } from '../../db/levels.ts';
import { selectItems, selectOptionalQuiz } from '../../db/quizzes.ts';
import { type ActivitySettings, USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import type { Person } from '../../domain/people/person.ts';
import type { PracticeState } from '../../domain/practice.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { begin, takeVersion, withdraw } from '../../server/features/activities/commands.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { settle, settleEnded } from '../../server/features/activities/settle.ts';
import { readBoard } from '../../server/features/board/queries.ts';
import { revealHint, saveDraft, submit } from '../../server/features/practice/commands.ts';
import { readLessonNow, readQuestion, readVerdict } from '../../server/features/practice/queries.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { followCorrections } from '../../server/features/questions/corrections.ts';
import { makeQuiz, saveQuiz } from '../../server/features/quizzes/commands.ts';
import { readRegradeOffer } from '../../server/features/regrading/queries.ts';
import { boardOf } from '../support/board-of.ts';
import { grade, makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

const MINUTE = 60_000;
const SECRETS = /Because of the sign|"correct"|Not that way/;

let room: RegradeClass;
let quizId: string;
beforeEach(async () => {
  room = await makeRegradeClass();
  quizId = await quizOf('Homework', 'Up', 'Down', 'Sideways');
});
afterEach(() => void vi.useRealTimers());
afterAll(async () => {
  await compiler.close();
  await disconnect();
});

const source = (title: string): string =>
  `::::check[${title}]{attempts=2}\nWhich way?\n\n- [x] one\n- [ ] two\n  > Not that way.\n- [ ] three\n- [ ] four\n\n:::explanation\nBecause of the sign.\n:::\n::::\n`;

async function quizOf(title: string, ...titles: string[]): Promise<string> {
  const questions = [];
  for (const one of titles) {
    const made = await makeQuestion(room.teacher, { source: source(one), courseId: null });
    if (!made.ok) throw new Error(JSON.stringify(made));
    questions.push({ name: null, ref: made.questionId, version: 1, seconds: null, points: null });
  }
  const quiz = await makeQuiz(room.teacher, { title, questions });
  if (!quiz.ok) throw new Error(JSON.stringify(quiz));
  return quiz.quizId;
}

async function give(
  rules: Partial<ActivitySettings> = {},
  { by = room.teacher, lessonId = quizId }: { by?: Person; lessonId?: string } = {},
): Promise<string> {
  const given = await giveActivity(by, { ...USUAL_SETTINGS, ...rules, classId: room.classId, lessonId });
  if (!given.ok) throw new Error(`${given.refused} ${given.field}`);
  return given.activityId;
}

/** This moment by the database's clock, and so many ms later. */
async function dbTime(later = 0): Promise<string> {
  const { rows } = await pool().query<{ now: Date }>('select clock_timestamp() as now');
  return new Date((rows[0]?.now.getTime() ?? 0) + later).toISOString();
}

const answerOf = (letter: string) => ({ kind: 'choice', choices: [letter] });
const send = (who: Person, letter: string, questionId = 'q1', clientId: string = randomUUID(), lessonId = quizId) =>
  submit(who, { lessonId, questionId, answer: answerOf(letter), purpose: 'submit', clientId });
const type = (who: Person, letter: string, questionId = 'q1') =>
  saveDraft(who, { lessonId: quizId, questionId, answer: answerOf(letter) });
/** Hands in, and grades as a worker would. */
async function handIn(who: Person, letter: string, questionId = 'q1', lessonId = quizId): Promise<string> {
  const sent = await send(who, letter, questionId, randomUUID(), lessonId);
  if (!sent.ok) throw new Error(sent.refused);
  await grade(sent.submission, letter === 'A' ? {} : { result: 'fail', points: 0, signature: letter });
  return sent.submission;
}
async function stateOf(who: Person, questionId = 'q1', lessonId = quizId): Promise<PracticeState> {
  const read = await readQuestion(who, { lessonId, questionId });
  if (!read.ok) throw new Error(read.refused);
  return read.state;
}
const cellOf = async (who: Person, at = 0, lessonId = quizId) => {
  const board = await boardOf(room.teacher, { classId: room.classId, lessonId });
  return board.students.find(({ id }) => id === who.id)?.cells[at];
};
const purposes = async (who: Person) =>
  (
    await database().submission.findMany({
      where: { userId: who.id, lessonId: quizId },
      orderBy: { createdAt: 'asc' },
      select: { purpose: true, answer: true, questionId: true, createdAt: true, clientId: true },
    })
  ).map((one) => ({ ...one, letter: JSON.stringify(one.answer).match(/"([A-F])"/)?.[1] }));
/** As if the student had begun so long ago. */
const begunAgo = (activityId: string, ms: number) =>
  pool().query(
    `update sittings set begun_at = clock_timestamp() - $2 * interval '1 millisecond' where activity_id = $1`,
    [activityId, ms],
  );

describe('a quiz as homework', () => {
  it('is read, answered and counted, and stands on the board of its class', async () => {
    expect(await readLessonNow(room.ada, { lessonId: quizId })).toMatchObject({ refused: 'lessonNotWritten' });
    await give();
    const read = await readLessonNow(room.ada, { lessonId: quizId });
    expect(read).toMatchObject({
      ok: true,
      now: { questions: [{ title: 'Up' }, { title: 'Down' }, { title: 'Sideways' }] },
    });
    expect(JSON.stringify(read)).not.toMatch(SECRETS);
    await handIn(room.ada, 'B');
    await handIn(room.ada, 'A');
    expect(await stateOf(room.ada)).toMatchObject({
      attemptsUsed: 2,
      bestPoints: 1,
      explanationHtml: expect.stringContaining('Because'),
    });
    expect(await cellOf(room.ada)).toMatchObject({ state: 'right', attempts: 2, points: 1 });
    expect(await cellOf(room.ben)).toMatchObject({ state: 'untouched' });
    // and its answers can be graded again as those of a lesson
    expect(await readRegradeOffer(room.teacher, { classId: room.classId, lessonId: quizId })).toMatchObject({
      offer: { questions: [{ id: 'q1' }, { id: 'q2' }, { id: 'q3' }] },
    });
  });

  it('is there for its class alone: not for a student outside, not for a teacher of another class', async () => {
    await give();
    const person = async (login: string, role: 'student' | 'teacher'): Promise<Person> =>
      database().user.create({
        data: { name: login, login, role },
        select: { id: true, name: true, login: true, role: true },
      });
    const [outside, colleague] = [await person('outside', 'student'), await person('colleague', 'teacher')];
    for (const who of [outside, colleague, room.admin]) {
      expect(await readLessonNow(who, { lessonId: quizId }), who.login).toMatchObject({ refused: 'lessonNotWritten' });
      expect(await send(who, 'A'), who.login).toMatchObject({ refused: 'lessonNotWritten' });
    }
    const other = await database().class.create({
      data: {
        name: 'Other',
        courseId: (await database().course.findFirstOrThrow()).id,
        enrolments: { create: { userId: colleague.id, role: 'teacher' } },
      },
    });
    expect(await readBoard(colleague, { classId: other.id, lessonId: quizId })).toMatchObject({
      refused: 'lessonNotWritten',
    });
    const rules = { ...USUAL_SETTINGS, lessonId: quizId };
    expect(await giveActivity(colleague, { ...rules, classId: other.id })).toMatchObject({ refused: 'notFound' });
    // who teaches the class beside its owner changes its dates
    await database().enrolment.create({ data: { classId: room.classId, userId: colleague.id, role: 'teacher' } });
    expect(await giveActivity(colleague, { ...rules, classId: room.classId, attempts: 1 })).toMatchObject({ ok: true });
    // an archived class is over
    await database().class.update({ where: { id: room.classId }, data: { archivedAt: new Date() } });
    expect(await readLessonNow(room.ada, { lessonId: quizId })).toMatchObject({ refused: 'lessonNotWritten' });
  });

  it('is refused where its rules do not fit together, it asks nothing, or they are rules of quizzes for a lesson', async () => {
    const [now, later] = [await dbTime(), await dbTime(MINUTE)];
    const rules = { ...USUAL_SETTINGS, classId: room.classId, lessonId: quizId };
    const refused = (more: Partial<ActivitySettings & { lessonId: string }>) =>
      giveActivity(room.teacher, { ...rules, ...more });
    expect(await refused({ opensAt: later, closesAt: now })).toMatchObject({
      refused: 'badInput',
      field: 'closesAt',
    });
    expect(await refused({ dueAt: later, closesAt: now })).toMatchObject({ refused: 'badInput', field: 'dueAt' });
    expect(await refused({ answers: 'afterDue' })).toMatchObject({ refused: 'badInput', field: 'answers' });
    expect(await refused({ lessonId: room.lessonId, minutes: 5 })).toMatchObject({ refused: 'badInput' });
    const empty = await makeQuiz(room.teacher, { title: 'Empty', questions: [] });
    expect(await refused({ lessonId: empty.ok ? empty.quizId : '' })).toMatchObject({ refused: 'nothingToAsk' });
    expect(await database().activity.count({ where: { lessonId: quizId } })).toBe(0);
  });

  it('that is taken back is gone with its board line, and comes back with all that was done', async () => {
    const activityId = await give({ minutes: 30 });
    await begin(room.ada, { activityId });
    const { begunAt } = await database().sitting.findFirstOrThrow({ where: { activityId } });
    await handIn(room.ada, 'A');
    expect(await withdraw(room.teacher, { classId: room.classId, lessonId: quizId })).toEqual({ ok: true, activityId });
    expect(await readLessonNow(room.ada, { lessonId: quizId })).toMatchObject({ refused: 'lessonNotWritten' });
    expect(await begin(room.ada, { activityId })).toMatchObject({ refused: 'notAllowed' });
    expect(await give({ minutes: 30 })).toBe(activityId);
    expect(await stateOf(room.ada)).toMatchObject({ bestPoints: 1 });
    expect(await database().sitting.findFirstOrThrow({ where: { activityId } })).toMatchObject({ begunAt });
  });
});

describe('the version of a quiz', () => {
  const of = () => ({ classId: room.classId, lessonId: quizId });
  const pinsOf = async () =>
    (await selectItems(database(), (await selectOptionalQuiz(database(), quizId))?.published?.id ?? '')).map(
      ({ name, ref, version }) => ({ name, ref, version, seconds: null, points: null }),
    );
  const save = (base: number, questions: Parameters<typeof saveQuiz>[1]['questions']) =>
    saveQuiz(room.teacher, { quizId, base, title: 'Homework', questions });
  const askedOf = async (who: Person) => {
    const read = await readLessonNow(who, { lessonId: quizId });
    if (!read.ok) throw new Error(read.refused);
    return Object.keys(read.now.states);
  };
  const keptNow = async () => {
    const { version } = await database().activity.findFirstOrThrow({
      where: of(),
      select: { version: { select: { number: true, basedOn: true } } },
    });
    return version;
  };
  /** Another key for a question that the quiz asks. */
  const correct = async (name: string) => {
    const ref = (
      await database().lessonQuestion.findFirstOrThrow({
        where: { name, lessonVersion: { lessonId: quizId } },
        select: { questionVersion: { select: { questionId: true } } },
      })
    ).questionVersion.questionId;
    const corrected = source('Up').replace('- [x] one\n- [ ] two\n  > Not that way.', '- [ ] one\n- [x] two');
    return changeQuestion(room.teacher, { questionId: ref, base: 1, source: corrected, correction: true });
  };

  it('that a class was given stays with it, with all that is counted, until its teacher takes another one', async () => {
    await give();
    await handIn(room.ada, 'A', 'q1');
    const pins = await pinsOf();
    expect(await save(1, pins.slice(1))).toEqual({ ok: true, version: 2 });
    expect(await askedOf(room.ada)).toEqual(['q1', 'q2', 'q3']);
    expect(await handIn(room.ben, 'B', 'q1')).toEqual(expect.any(String));
    expect((await boardOf(room.teacher, of())).questions.map(({ title }) => title)).toEqual(['Up', 'Down', 'Sideways']);
    // by other rules it is the same homework
    await give({ attempts: 3 });
    expect(await askedOf(room.ada)).toHaveLength(3);
    expect(await takeVersion(room.teacher, { ...of(), number: 2 })).toEqual({ ok: true, before: 1 });
    expect(await askedOf(room.ada)).toEqual(['q2', 'q3']);
    expect((await boardOf(room.teacher, of())).questions.map(({ title }) => title)).toEqual(['Down', 'Sideways']);
    expect(await send(room.ada, 'A', 'q1')).toMatchObject({ ok: false });
    expect(await selectLessonPoints(database(), room.ada.id, [quizId])).toEqual(new Map());
    // nothing was lost: it can be given back
    expect(await takeVersion(room.teacher, { ...of(), number: 1 })).toEqual({ ok: true, before: 2 });
    expect(await stateOf(room.ada, 'q1')).toMatchObject({ bestPoints: 1 });
    expect(await cellOf(room.ada)).toMatchObject({ points: 1 });
    expect(await selectLessonPoints(database(), room.ada.id, [quizId])).toEqual(new Map([[quizId, 1]]));
  });

  it('asks nothing by the name of another question: scores hang on names', async () => {
    const [up, ...others] = await pinsOf();
    if (up === undefined) throw new Error('the quiz asks nothing');
    await save(1, others);
    const extra = await makeQuestion(room.teacher, { source: source('Extra'), courseId: null });
    if (!extra.ok) throw new Error(extra.refused);
    const fresh = { name: null, ref: extra.questionId, version: 1, seconds: null, points: null };
    await save(2, [fresh, ...others, { ...up, name: null }]);
    expect((await pinsOf()).map(({ name }) => name)).toEqual(['q4', 'q2', 'q3', 'q1']);
  });

  it('says what attempts cost: a newer one with other costs re-scores nobody who has not got it', async () => {
    await give();
    const [up, ...others] = await pinsOf();
    if (up === undefined) throw new Error('the quiz asks nothing');
    const dearer = source('Up').replace('{attempts=2}', '{attempts=2 attempt-cost=1}');
    const change = { questionId: up.ref, base: 1, source: dearer, correction: false };
    expect(await changeQuestion(room.teacher, change)).toMatchObject({ ok: true });
    await save(1, [{ ...up, version: 2 }, ...others]);
    await handIn(room.ada, 'B', 'q1');
    await handIn(room.ada, 'A', 'q1');
    expect(await cellOf(room.ada)).toMatchObject({ points: 1 });
  });

  it('is the newest where it is given now, or given again after it was taken back', async () => {
    await give();
    const pins = await pinsOf();
    await save(1, pins.slice(0, 1));
    expect(await keptNow()).toMatchObject({ number: 1 });
    await withdraw(room.teacher, of());
    await give();
    expect(await keptNow()).toMatchObject({ number: 2 });
    expect(await askedOf(room.ada)).toEqual(['q1']);
  });

  it('is put right by a correction where its class has the newest, and its work waits for a regrade', async () => {
    await give();
    await handIn(room.ada, 'A', 'q1');
    expect(await correct('q1')).toMatchObject({ ok: true, followed: ['Homework'] });
    expect(await keptNow()).toEqual({ number: 2, basedOn: null });
    expect(await stateOf(room.ada, 'q1')).toMatchObject({ bestPoints: 1 });
    const offer = await readRegradeOffer(room.teacher, of());
    expect(offer.ok && offer.offer.questions.map(({ id, changed }) => [id, changed])).toContainEqual(['q1', 1]);
  });

  it('that is older than the newest is put right for its class, and is else what it was', async () => {
    await give();
    const pins = await pinsOf();
    await save(1, pins.slice(0, 2));
    expect(await correct('q1')).toMatchObject({ ok: true, followed: ['Homework'] });
    expect(await selectOptionalQuiz(database(), quizId)).toMatchObject({ published: { number: 3 } });
    expect(await keptNow()).toEqual({ number: 4, basedOn: 1 });
    expect(await askedOf(room.ada)).toEqual(['q1', 'q2', 'q3']);
    await handIn(room.ada, 'B', 'q1');
    expect((await pinsOf()).map(({ name, version }) => [name, version])).toEqual([
      ['q1', 2],
      ['q2', 1],
    ]);
    // corrected once more, it is still what the first version says
    expect(await followCorrections(room.teacher)).toEqual({ followed: [], left: [] });
    expect(await save(3, pins.slice(1))).toEqual({ ok: true, version: 5 });
  });

  it('is taken by who teaches the class and may play the quiz, and is one that asks something', async () => {
    await give();
    const pins = await pinsOf();
    await save(1, pins.slice(1));
    expect(await takeVersion(room.ben, { ...of(), number: 2 })).toMatchObject({ ok: false });
    expect(await takeVersion(room.teacher, { ...of(), number: 9 })).toMatchObject({ refused: 'notFound' });
    await save(2, []);
    expect(await takeVersion(room.teacher, { ...of(), number: 3 })).toMatchObject({ refused: 'nothingToAsk' });
    const other = { classId: room.classId, lessonId: room.lessonId, number: 1 };
    expect(await takeVersion(room.teacher, other)).toMatchObject({ refused: 'notFound' });
    expect(await keptNow()).toMatchObject({ number: 1 });
  });
});

describe('dates', () => {
  it('keep everything back until it opens, by the database’s clock, whatever the server’s says', async () => {
    const hint = { lessonId: quizId, questionId: 'q1' };
    await give({ opensAt: await dbTime(5 * MINUTE) });
    for (const off of [0, 10 * MINUTE]) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + off });
      for (const refused of [
        await readLessonNow(room.ada, { lessonId: quizId }),
        await readQuestion(room.ada, hint),
        await revealHint(room.ada, hint),
        await type(room.ada, 'A'),
        await send(room.ada, 'A'),
      ])
        expect(refused).toEqual({ ok: false, refused: 'notOpenYet' });
      vi.useRealTimers();
    }
    expect(await purposes(room.ada)).toEqual([]);
    await pool().query(`update activities set opens_at = clock_timestamp() where lesson_id = $1`, [quizId]);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 10 * MINUTE });
    expect(await readLessonNow(room.ada, { lessonId: quizId })).toMatchObject({ ok: true });
    vi.useRealTimers();
  });

  it('close a lesson that its class was given, and a lesson that opens later is read by other classes', async () => {
    const { lessonId } = room;
    const questionId = 'why-subtract';
    await give({ opensAt: await dbTime(MINUTE) }, { lessonId });
    expect(await readLessonNow(room.ada, { lessonId })).toMatchObject({ refused: 'notOpenYet' });
    expect(await readLessonNow(room.teacher, { lessonId })).toMatchObject({ ok: true });
    await give({ closesAt: await dbTime(MINUTE) }, { lessonId });
    await handIn(room.ada, 'B', questionId, lessonId);
    await pool().query(
      `update activities set closes_at = clock_timestamp() - interval '1 millisecond' where lesson_id = $1`,
      [lessonId],
    );
    await handIn(room.ada, 'A', questionId, lessonId);
    expect(await stateOf(room.ada, questionId, lessonId)).toMatchObject({
      bestPoints: 0,
      attemptsUsed: 1,
      given: { takes: 'practice' },
      last: { practice: true, verdict: { result: 'pass' } },
    });
  });

  it('make practice of what comes after closing: graded, told, and counted nowhere', async () => {
    await give({ closesAt: await dbTime(10 * MINUTE), attempts: 1 });
    await handIn(room.ada, 'B');
    expect(await send(room.ada, 'A')).toMatchObject({ refused: 'noAttemptsLeft' });
    // this moment is its last one
    await pool().query(`update activities set closes_at = clock_timestamp() where lesson_id = $1`, [quizId]);
    await pool().query('select pg_sleep(0.002)');
    // as often as one likes
    const later = [await handIn(room.ada, 'C'), await handIn(room.ada, 'A'), await handIn(room.ben, 'A')];
    expect((await purposes(room.ada)).map(({ purpose, letter }) => [purpose, letter])).toEqual([
      ['submit', 'B'],
      ['practice', 'C'],
      ['practice', 'A'],
    ]);
    expect(await stateOf(room.ada)).toMatchObject({ bestPoints: 0, attemptsUsed: 1, last: { practice: true } });
    expect(await stateOf(room.ada)).toMatchObject({ last: { verdict: { result: 'pass' } } });
    expect(await cellOf(room.ada)).toMatchObject({ state: 'wrong', attempts: 1, points: 0 });
    // something is typed there, and nothing of it counts
    expect(await cellOf(room.ben)).toMatchObject({ state: 'draft', attempts: 0, points: 0 });
    expect(await database().score.count({ where: { lessonId: quizId, userId: room.ben.id } })).toBe(0);
    expect(await readVerdict(room.ada, { submission: later[1] ?? '' })).toMatchObject({ verdict: { result: 'pass' } });
  });
});

describe('attempts', () => {
  it.each([
    [null, 2],
    [1, 1],
    [3, 3],
  ])('of %s allow %s at each question, in two windows too', async (attempts, allowed) => {
    await give({ attempts });
    const read = await readLessonNow(room.ada, { lessonId: quizId });
    expect(read.ok && read.now.questions.map((one) => one.attempts)).toEqual([allowed, allowed, allowed]);
    for (let used = 1; used < allowed; used++) await handIn(room.ada, 'B');
    const both = await Promise.all([send(room.ada, 'B'), send(room.ada, 'C')]);
    expect(both.map((one) => one.ok || one.refused).toSorted()).toEqual(['noAttemptsLeft', true]);
    expect(await send(room.ada, 'A', 'q2')).toMatchObject({ ok: true });
  });

  it('without a limit are as many as one likes', async () => {
    await give({ attempts: 0 });
    for (const letter of ['B', 'C', 'D', 'A']) await handIn(room.ada, letter);
    expect(await stateOf(room.ada)).toMatchObject({ attemptsUsed: 4, bestPoints: 1 });
  });
});

describe('a time limit', () => {
  it('shows nothing before Begin, and has one clock on all devices', async () => {
    const activityId = await give({ minutes: 10 });
    expect(await readLessonNow(room.ada, { lessonId: quizId })).toEqual({ ok: false, refused: 'notOpenYet' });
    expect(await send(room.ada, 'A')).toEqual({ ok: false, refused: 'notOpenYet' });
    expect(await begin(room.teacher, { activityId })).toMatchObject({ refused: 'notAllowed' });
    const twice = await Promise.all([begin(room.ada, { activityId }), begin(room.ada, { activityId })]);
    expect(twice).toEqual([{ ok: true }, { ok: true }]);
    const first = await database().sitting.findMany({ where: { activityId } });
    expect(first).toHaveLength(1);
    await begunAgo(activityId, 5 * MINUTE);
    const { begunAt } = await database().sitting.findFirstOrThrow({ where: { activityId } });
    expect(await begin(room.ada, { activityId })).toEqual({ ok: true });
    expect((await database().sitting.findFirstOrThrow({ where: { activityId } })).begunAt).toEqual(begunAt);
    expect(await readLessonNow(room.ada, { lessonId: quizId })).toMatchObject({ ok: true });
    // another student has not begun by that
    expect(await readLessonNow(room.ben, { lessonId: quizId })).toMatchObject({ refused: 'notOpenYet' });
    await give({});
    expect(await begin(room.ben, { activityId })).toEqual({ ok: false, refused: 'notFound' });
  });

  it('hands in at its end what is typed and not sent, once, and not what was sent already or emptied', async () => {
    const activityId = await give({ minutes: 10, attempts: 1 });
    await begin(room.ada, { activityId });
    await type(room.ada, 'A');
    await handIn(room.ada, 'B', 'q2');
    await type(room.ada, 'C', 'q3');
    await saveDraft(room.ada, { lessonId: quizId, questionId: 'q3', answer: { kind: 'choice', choices: [] } });
    await begunAgo(activityId, 10 * MINUTE + 500);
    // what was received before the end has a moment to be stored
    expect(await settleEnded()).toEqual({ settled: 0, faults: [] });
    await begunAgo(activityId, 10 * MINUTE + 5_000);
    const one = { activityId, userId: room.ada.id, lessonId: quizId };
    await Promise.all([settleEnded(), settle(one), settle(one)]);
    const sent = await purposes(room.ada);
    expect(sent.map(({ questionId, letter, purpose }) => [questionId, letter, purpose])).toEqual([
      ['q1', 'A', 'submit'],
      ['q2', 'B', 'submit'],
    ]);
    const { begunAt } = await database().sitting.findFirstOrThrow({ where: { activityId } });
    expect(sent[0]?.createdAt.getTime()).toBe(begunAt.getTime() + 10 * MINUTE);
    expect(await cellOf(room.ada)).toMatchObject({ state: 'grading' });
  });

  it('counts what the outbox brings within a minute if it was there as a draft, and nothing else', async () => {
    const activityId = await give({ minutes: 10, answers: 'never' });
    await begin(room.ada, { activityId });
    await type(room.ada, 'A');
    await begunAgo(activityId, 10 * MINUTE + 1_000);
    // typed on, and brought before anybody has looked at the clock: what was there at the end is what counts
    expect(await type(room.ada, 'D')).toMatchObject({ ok: true });
    const same = await send(room.ada, 'A');
    const [counted] = await purposes(room.ada);
    expect(counted).toMatchObject({ letter: 'A', purpose: 'submit' });
    const { id } = await database().submission.findFirstOrThrow({ where: { lessonId: quizId, userId: room.ada.id } });
    expect(same).toEqual({ ok: true, submission: id });
    expect(await send(room.ada, 'B')).toMatchObject({ refused: 'activityClosed' });
    expect(await purposes(room.ada)).toHaveLength(1);
    // what was written is kept all the same
    expect(await stateOf(room.ada)).toMatchObject({ draft: answerOf('B'), given: { takes: 'nothing' } });
    await begunAgo(activityId, 12 * MINUTE);
    expect(await send(room.ada, 'A')).toMatchObject({ refused: 'activityClosed' });
  });

  it('is over for one student while another one works, and is practice then where answers are told', async () => {
    const activityId = await give({ minutes: 10, closesAt: await dbTime(60 * MINUTE) });
    await begin(room.ada, { activityId });
    await begin(room.ben, { activityId });
    await pool().query(`update sittings set begun_at = begun_at - interval '11 minutes' where user_id = $1`, [
      room.ada.id,
    ]);
    await settleEnded();
    await handIn(room.ada, 'A');
    await handIn(room.ben, 'A');
    expect([(await purposes(room.ada))[0]?.purpose, (await purposes(room.ben))[0]?.purpose]).toEqual([
      'practice',
      'submit',
    ]);
  });

  it('leaves more time to who has it, and ends with the activity for who began late', async () => {
    const activityId = await give({ minutes: 10 });
    await database().enrolment.updateMany({ where: { userId: room.ada.id }, data: { timeFactor: 2 } });
    for (const who of [room.ada, room.ben]) await begin(who, { activityId });
    await begunAgo(activityId, 15 * MINUTE);
    for (const who of [room.ada, room.ben]) await handIn(who, 'A');
    expect([(await purposes(room.ada))[0]?.purpose, (await purposes(room.ben))[0]?.purpose]).toEqual([
      'submit',
      'practice',
    ]);
    await give({ minutes: 10, closesAt: await dbTime(MINUTE) });
    await begin(room.chiara, { activityId });
    await type(room.chiara, 'A');
    await pool().query(`update activities set closes_at = clock_timestamp() - interval '3 seconds' where id = $1`, [
      activityId,
    ]);
    expect(await settleEnded()).toMatchObject({ faults: [] });
    expect(await purposes(room.chiara)).toMatchObject([{ letter: 'A', purpose: 'submit' }]);
  });
});

describe('an order of one’s own', () => {
  it('is the same each time, and other students’ are others; answers mean what they meant', async () => {
    await give({ shuffleQuestions: true, shuffleOptions: true });
    const seen = async (who: Person): Promise<string> => {
      const read = await readLessonNow(who, { lessonId: quizId });
      if (!read.ok) throw new Error(read.refused);
      expect(JSON.stringify(read)).not.toMatch(SECRETS);
      return read.now.questions
        .map((one) => `${one.id} ${one.kind === 'choice' ? one.options.map(({ letter }) => letter).join('') : ''}`)
        .join();
    };
    const orders = [];
    for (const who of [room.ada, room.ben, room.chiara, room.deniz]) orders.push(await seen(who));
    expect(await seen(room.ada)).toBe(orders[0]);
    expect(new Set(orders).size).toBeGreaterThan(2);
    const { seed } = await database().activity.findFirstOrThrow({ where: { lessonId: quizId } });
    const read = await readLessonNow(room.ada, { lessonId: quizId });
    expect(JSON.stringify(read)).not.toContain(seed);
    await handIn(room.ada, 'A');
    expect(await cellOf(room.ada)).toMatchObject({ state: 'right' });
  });
});

describe('answers', () => {
  it('that come after closing are told to nobody before: not in the state, the verdict or the points', async () => {
    await give({ closesAt: await dbTime(60 * MINUTE), answers: 'afterClosing' });
    const submission = await handIn(room.ada, 'B');
    const before = await stateOf(room.ada);
    expect(before).toMatchObject({ bestPoints: null, last: { verdict: null, untold: true }, attemptsUsed: 1 });
    expect(JSON.stringify(before)).not.toMatch(SECRETS);
    await handIn(room.ada, 'A');
    expect(await stateOf(room.ada)).toMatchObject({ bestPoints: null, explanationHtml: null, choice: null });
    expect(await readVerdict(room.ada, { submission })).toEqual({ ok: true, verdict: null });
    // whoever teaches it reads it, and the board has it
    expect(await readVerdict(room.teacher, { submission })).toMatchObject({ verdict: { result: 'fail' } });
    expect(await cellOf(room.ada)).toMatchObject({ state: 'right', points: 1 });
    expect(await selectLessonPoints(database(), room.ada.id, [quizId])).toEqual(new Map());
    await pool().query(
      `update activities set closes_at = clock_timestamp() - interval '1 second' where lesson_id = $1`,
      [quizId],
    );
    expect(await stateOf(room.ada)).toMatchObject({ bestPoints: 1, last: { verdict: { result: 'pass' } } });
    expect(await readVerdict(room.ada, { submission })).toMatchObject({ verdict: { result: 'fail' } });
    expect(await selectLessonPoints(database(), room.ada.id, [quizId])).toEqual(new Map([[quizId, 1]]));
    // they are told to who handed in nothing, too
    expect((await stateOf(room.ben)).explanationHtml).toContain('Because');
  });

  it('that are kept back are not told by a lesson that asks the same question either', async () => {
    const { lessonId } = room;
    const { publishedId } = await database().lesson.findUniqueOrThrow({ where: { id: lessonId } });
    const item = (await selectItems(database(), publishedId ?? '')).find(({ name }) => name === 'why-subtract');
    const pin = { name: null, ref: item?.ref ?? '', version: item?.version ?? 1, seconds: null, points: null };
    const made = await makeQuiz(room.teacher, { title: 'Of the lesson', questions: [pin] });
    if (!made.ok) throw new Error(made.refused);
    await handIn(room.ada, 'A', 'why-subtract', lessonId);
    const opensAt = await dbTime(MINUTE);
    await give({ answers: 'never', opensAt }, { lessonId: made.quizId });
    expect(await stateOf(room.ada, 'why-subtract', lessonId)).toMatchObject({ bestPoints: 1 });
    await give({ answers: 'never' }, { lessonId: made.quizId });
    const kept = await stateOf(room.ada, 'why-subtract', lessonId);
    expect(kept).toMatchObject({ bestPoints: null, choice: null, explanationHtml: null, last: { untold: true } });
    // other questions of the lesson are told as before
    expect((await stateOf(room.ada, 'manual-gradients', lessonId)).given?.untold).toBeUndefined();
  });
});
