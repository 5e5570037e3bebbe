/** What a class has understood: misconceptions by weeks, how questions went, and practice for those whom it concerns. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { measureQuestions } from '../../db/bank-measures.ts';
import { database, disconnect, pool } from '../../db/client.ts';
import { selectFirstAnswers } from '../../db/question-measures.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import type { Person } from '../../domain/people/person.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { withdraw } from '../../server/features/activities/commands.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { givePractice } from '../../server/features/insight/practice.ts';
import { readMisreadAnswers, readMisreadMap, readPracticeFor } from '../../server/features/insight/queries.ts';
import { changeSeat } from '../../server/features/live/commands.ts';
import { saveMisconception } from '../../server/features/misconceptions/commands.ts';
import { submit } from '../../server/features/practice/commands.ts';
import { makeQuestion } from '../../server/features/questions/commands.ts';
import { readMeasured } from '../../server/features/questions/measured.ts';
import { makeQuiz } from '../../server/features/quizzes/commands.ts';
import { measureRooms } from '../../server/live/measure.ts';
import { createGrader } from '../../workers/grade.ts';
import { gradeJob } from '../../workers/job.ts';
import type { Log } from '../../workers/log.ts';
import { playSession } from '../support/played-session.ts';
import { makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
let questionId: string;
let quizId: string;
/** as the quiz calls it */
let name: string;
const grader = createGrader();
const quiet: Log = { debug: () => undefined, error: (...said: unknown[]) => console.error(...said) } as unknown as Log;

const QUESTION = `::::check[Mean]
What is the mean of 2 and 4?

- [x] 3
- [ ] 6
- [ ] 8

\`\`\`yaml misconceptions
- { id: sums, option: B }
\`\`\`

:::explanation
Add and halve.
:::
::::
`;

beforeEach(async () => {
  room = await makeRegradeClass();
  const entry = { entryId: null, courseId: null, code: 'sums', name: 'Sums, and does not halve', words: 'You summed.' };
  expect(await saveMisconception(room.teacher, entry)).toEqual({ ok: true });
  const made = await makeQuestion(room.teacher, { source: QUESTION, courseId: null });
  if (!made.ok) throw new Error(made.refused);
  questionId = made.questionId;
  const pin = { name: null, ref: questionId, version: 1, seconds: null, points: null };
  const quiz = await makeQuiz(room.teacher, { title: 'Means', questions: [pin] });
  if (!quiz.ok) throw new Error(quiz.refused);
  quizId = quiz.quizId;
  const asked = await database().lessonQuestion.findFirstOrThrow({ where: { lessonVersion: { lessonId: quizId } } });
  name = asked.name;
  const given = await giveActivity(room.teacher, { ...USUAL_SETTINGS, classId: room.classId, lessonId: quizId });
  if (!given.ok) throw new Error(given.refused);
});
afterAll(async () => {
  await grader.close();
  await compiler.close();
  await disconnect();
});

const choice = (letter: string) => ({ kind: 'choice' as const, choices: [letter] });
async function atHome(person: Person, letter: string): Promise<void> {
  const work = { lessonId: quizId, questionId: name, answer: choice(letter), purpose: 'submit' as const };
  const sent = await submit(person, { ...work, clientId: randomUUID() });
  if (!sent.ok) throw new Error(sent.refused);
  await gradeJob(database(), grader, sent.submission, quiet);
}
async function inRoom(letters: [Person | string, string][], classId: string | null = room.classId): Promise<void> {
  const answers = letters.map(([, letter], by) => ({ by, answer: choice(letter), tookMs: 1000 * (by + 1) }));
  const seats = letters.map(([who]) => who);
  await playSession(room.teacher, { lessonId: quizId, classId }, seats, [{ questionId: name, answers }]);
  await measureRooms(pool());
}
async function map() {
  const read = await readMisreadMap(room.teacher, { classId: room.classId });
  if (!read.ok) throw new Error(read.refused);
  return read.map;
}
async function thisMonday(): Promise<string> {
  const text = `select to_char(date_trunc('week', now() at time zone 'UTC'), 'YYYY-MM-DD') as week`;
  return (await pool().query<{ week: string }>(text)).rows[0]?.week ?? '';
}

describe('the misconceptions of a class', () => {
  it('are counted by people, at home and in rooms, of its students alone', async () => {
    expect(await map()).toEqual({ weeks: [], rows: [], students: 4, uncounted: [] });
    await atHome(room.ada, 'B');
    await atHome(room.ben, 'C');
    await inRoom([
      [room.ada, 'B'],
      [room.chiara, 'B'],
      ['Guest', 'B'],
    ]);
    const week = await thisMonday();
    const sums = { code: 'sums', name: 'Sums, and does not halve' };
    expect(await map()).toEqual({
      weeks: [week],
      students: 4,
      uncounted: [],
      rows: [{ ...sums, people: 2, weeks: [2] }],
    });
    // what was handed in three weeks ago stands there
    await pool().query(`update submissions set created_at = created_at - interval '21 days'`);
    expect(await map()).toMatchObject({ rows: [{ people: 2, weeks: [1, 0, 0, 2] }] });
  });

  it('lead to the answers that showed them, in a week or ever', async () => {
    await atHome(room.ada, 'B');
    await inRoom([[room.chiara, 'B']]);
    const asked = { classId: room.classId, code: 'sums' };
    const week = await thisMonday();
    expect(await readMisreadAnswers(room.teacher, { ...asked, week })).toMatchObject({
      people: [
        {
          name: 'Ada Lovelace',
          answers: [
            { title: 'Mean', text: 'B', options: [{ letter: 'B', html: expect.stringContaining('6') }], live: false },
          ],
        },
        { name: 'Chiara Rossi', answers: [{ title: 'Mean', text: 'B', live: true }] },
      ],
    });
    expect(await readMisreadAnswers(room.teacher, { ...asked, week: '2020-01-06' })).toEqual({ ok: true, people: [] });
    expect(await readMisreadAnswers(room.teacher, { ...asked, week: null })).toMatchObject({ people: [{}, {}] });
  });

  it('are those of what was given to just these students, by the clock of the class', async () => {
    await atHome(room.ada, 'B');
    await atHome(room.ben, 'B');
    const people = async () => (await map()).rows[0]?.people ?? 0;
    expect(await people()).toBe(2);
    const rules = { ...USUAL_SETTINGS, classId: room.classId, lessonId: quizId };
    await giveActivity(room.teacher, { ...rules, students: [room.ada.id] });
    expect(await people()).toBe(1);
    await withdraw(room.teacher, { classId: room.classId, lessonId: quizId });
    expect(await people()).toBe(0);
    await giveActivity(room.teacher, rules);
    // Sunday evening in London is Monday in Auckland
    await pool().query(`update submissions set created_at = '2026-11-29T20:00:00Z'`);
    const week = async (zone: string) => {
      await database().class.update({ where: { id: room.classId }, data: { timeZone: zone } });
      return (await map()).weeks;
    };
    expect([await week('Europe/London'), await week('Pacific/Auckland')]).toEqual([['2026-11-23'], ['2026-11-30']]);
    // a month as well
    await pool().query(`update submissions set created_at = '2026-11-30T20:00:00Z'`);
    const all = [room.ada, room.ben, room.chiara, room.deniz];
    for (const person of all.slice(2)) await atHome(person, 'A');
    await pool().query(`update submissions set created_at = '2026-11-30T20:00:00Z'`);
    const first = (await selectFirstAnswers(pool(), { questionId, personId: room.teacher.id })).map(
      ({ month }) => month,
    );
    expect(new Set(first)).toEqual(new Set(['2026-12']));
    // what was graded otherwise since shows nothing any more
    const { id } = await database().submission.findFirstOrThrow({ where: { userId: room.ada.id } });
    await pool().query(
      `insert into verdicts (submission_id, lesson_version_id, grader, outcome, result, points, max_points, signature, detail)
       select submission_id, lesson_version_id, '99', outcome, 'pass', max_points, max_points, signature, detail - 'misconceptions'
       from verdicts where submission_id = $1`,
      [id],
    );
    expect(await people()).toBe(1);
  });

  it('are told of everybody, of each the newest, however much others have answered; and which room is not in them yet', async () => {
    await atHome(room.chiara, 'B');
    await atHome(room.ada, 'B');
    // as many as a class of eager people has
    await pool().query(
      `with copied as (
        insert into submissions (user_id, lesson_id, lesson_version_id, question_id, purpose, client_id, answer, seed)
        select s.user_id, s.lesson_id, s.lesson_version_id, s.question_id, s.purpose, 'copy ' || n, s.answer, s.seed
        from (select * from submissions where user_id = $1 limit 1) s, generate_series(1, 320) n returning id, lesson_version_id)
      insert into verdicts (submission_id, lesson_version_id, grader, outcome, result, points, max_points, signature, detail, misconceptions)
      select c.id, c.lesson_version_id, v.grader, v.outcome, v.result, v.points, v.max_points, v.signature, v.detail, v.misconceptions
      from copied c, (select v.* from verdicts v join submissions s on s.id = v.submission_id where s.user_id = $1 limit 1) v`,
      [room.ada.id],
    );
    const read = await readMisreadAnswers(room.teacher, { classId: room.classId, code: 'sums', week: null });
    expect(read.ok && read.people.map(({ name: who, count, answers }) => [who, count, answers.length])).toEqual([
      ['Ada Lovelace', 321, 3],
      ['Chiara Rossi', 1, 1],
    ]);
    await inRoom([[room.ben, 'B']]);
    expect((await map()).uncounted).toEqual([]);
    await database().measuredRoom.deleteMany({});
    expect((await map()).uncounted).toHaveLength(1);
  });

  it('are practised by those whom they concern: homework of a quiz of its own, that nobody else has', async () => {
    const asked = { classId: room.classId, code: 'sums' };
    expect(await readPracticeFor(room.teacher, asked)).toMatchObject({
      questions: [{ id: questionId, title: 'Mean', kind: 'choice' }],
    });
    const wanted = { classId: room.classId, title: 'Practise: sums', questions: [questionId], students: [room.ada.id] };
    const given = await givePractice(room.teacher, wanted);
    expect(given).toMatchObject({ ok: true });
    const activityId = given.ok ? given.activityId : '';
    const activity = await database().activity.findUniqueOrThrow({
      where: { id: activityId },
      include: { students: true },
    });
    expect(activity).toMatchObject({ forSome: true, students: [{ userId: room.ada.id }] });
    const before = await database().lesson.count();
    expect(await givePractice(room.teacher, { ...wanted, students: [room.teacher.id] })).toMatchObject({
      refused: 'badInput',
      field: 'students',
    });
    expect(await givePractice(room.teacher, { ...wanted, questions: [randomUUID()] })).toMatchObject({
      refused: 'notFound',
    });
    // nothing is left of what was refused
    expect(await database().lesson.count()).toBe(before);
  });
});

describe('who is taken out of a room that is over', () => {
  it('is in no figure of it any more', async () => {
    await inRoom([
      [room.ada, 'B'],
      [room.chiara, 'A'],
    ]);
    const { id: sessionId } = await database().liveSession.findFirstOrThrow({ where: { classId: room.classId } });
    const seat = await database().player.findFirstOrThrow({ where: { sessionId, userId: room.ada.id } });
    const tries = async () => (await database().liveMeasure.findFirstOrThrow({ where: { sessionId } })).tries;
    expect([await tries(), await database().liveMisread.count()]).toEqual([2, 1]);
    for (const [removed, figures] of [
      [true, [1, 0]],
      [false, [2, 1]],
    ] as const) {
      expect(await changeSeat(sessionId, seat.id, removed)).toEqual({ ok: true });
      await measureRooms(pool());
      expect([await tries(), await database().liveMisread.count()]).toEqual(figures);
    }
  });
});

describe('how a question went', () => {
  const measured = async (who: Person = room.teacher) => {
    const read = await readMeasured(who, { questionId });
    return read.ok ? read.measured : read.refused;
  };

  it('is told of first answers at home and of rooms apart, of one’s own classes alone', async () => {
    for (const [who, letter] of [
      [room.ada, 'B'],
      [room.ben, 'A'],
      [room.chiara, 'A'],
      [room.deniz, 'C'],
    ] as const)
      await atHome(who, letter);
    await atHome(room.ada, 'A');
    const guests = ['A', 'A', 'A', 'B', 'A'].map((letter, at): [string, string] => [`Guest ${at}`, letter]);
    await inRoom(guests, null);
    await inRoom([[room.ada, 'A']]);
    expect(await measured()).toMatchObject({
      rows: [
        // four are too few to say a share of
        { class: expect.any(String), where: 'home', answers: 4, right: null, tells: { rest: null } },
        { class: expect.any(String), where: 'room', answers: 1, rooms: 1, right: null },
        { class: null, where: 'room', answers: 5, right: 0.8, medianMs: 3_000, tells: { rest: null, paired: 0 } },
      ],
      wrong: [
        { label: 'B', home: 1, room: 1 },
        { label: 'C', home: 1, room: 0 },
      ],
      counted: { home: 4, room: 6 },
    });
    // who teaches none of these classes has no figures of them
    expect(await measured(room.admin)).toEqual({ rows: [], months: [], wrong: [], counted: { home: 0, room: 0 } });
    // the list of the bank counts all of it, as before
    await measureQuestions(pool(), null);
    const index = await database().questionIndex.findUniqueOrThrow({ where: { questionId } });
    expect([index.firstTries, index.firstRight]).toEqual([10, 7]);
  });

  it('is told of questions of lessons as well, to who finds them in the bank', async () => {
    const asked = await database().lessonQuestion.findFirstOrThrow({
      where: { lessonVersion: { lessonId: room.lessonId } },
      select: { questionVersion: { select: { questionId: true } } },
    });
    const of = { questionId: asked.questionVersion.questionId };
    expect(await readMeasured(room.teacher, of)).toMatchObject({ ok: true, measured: { rows: [] } });
    expect(await readMeasured(room.ada, of)).toMatchObject({ ok: false });
    expect(await readMeasured(room.teacher, { questionId: randomUUID() })).toMatchObject({ refused: 'notFound' });
  });

  it('says nothing of answers to what it said before', async () => {
    const guests = ['A', 'B', 'B', 'B', 'C'].map((letter, at): [string, string] => [`Guest ${at}`, letter]);
    await inRoom(guests, null);
    expect(await measured()).toMatchObject({ wrong: [{ label: 'B', room: 3 }, { label: 'C' }] });
    await pool().query(
      `insert into question_versions (question_id, number, document, key, source)
       select question_id, 2, document, key, source from question_versions where question_id = $1`,
      [questionId],
    );
    await pool().query('update question_index set version = 2 where question_id = $1', [questionId]);
    expect(await measured()).toMatchObject({ rows: [{ answers: 5, right: 0.2 }], wrong: [] });
  });
});
