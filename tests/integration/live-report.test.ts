/** What is told of live sessions that were played: to who teaches there, as a table and as files. */
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { workbookOf } from '../../app/api/reports/[session]/workbook.ts';
import { database, disconnect, pool } from '../../db/client.ts';
import { selectPlayedBy, selectSessionsOf } from '../../db/live-list.ts';
import { csvOf } from '../../domain/exchange/sheets/csv.ts';
import { type SheetWords, sheetsOf, wholeSheet } from '../../domain/live/report/sheets.ts';
import type { Person } from '../../domain/people/person.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { handOver } from '../../server/features/live/hand-over.ts';
import {
  readReplay,
  readReport,
  readReportedAnswers,
  readReportedQuestion,
} from '../../server/features/live/report.ts';
import { readOwnReview } from '../../server/features/live/review.ts';
import { type PlayedRound, playSession } from '../support/played-session.ts';
import { CHOICE, makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
beforeEach(async () => {
  room = await makeRegradeClass();
});
afterAll(async () => {
  await compiler.close();
  await disconnect();
});

const choose = (by: number, letter: string, tookMs = 4_000) => ({
  ...{ by, tookMs },
  answer: { kind: 'choice' as const, choices: [letter] },
});
const TWICE: PlayedRound[] = [
  { questionId: CHOICE, again: true, answers: [choose(0, 'B'), choose(1, 'B'), choose(2, 'A')] },
  { questionId: CHOICE, answers: [choose(0, 'A', 2_500), choose(1, 'B'), choose(2, 'A')] },
];
const play = (classId: string | null = room.classId, host: Person = room.teacher) =>
  playSession(host, { lessonId: room.lessonId, classId }, [room.ada, room.ben, '=1+1'], TWICE);
async function reportFor(person: Person, session: string) {
  const read = await readReport(person, { session });
  if (!read.ok) throw new Error(read.refused);
  return read.report;
}

const WORDS: SheetWords = {
  ...{ name: 'Name', alias: 'Room', right: 'Right', answered: 'Answered', answer: 'answer', first: 'first' },
  seconds: 'seconds',
  total: (max) => `of ${max}`,
  question: ({ number }) => `Q${number}`,
  points: (max) => `points of ${max}`,
  about: ['Number', 'Title', 'Points', 'Answered', 'Right', 'Share', 'Median', 'Open'],
};

describe('the report of a room', () => {
  it('calls students by their names, guests by what they called themselves, and says who was not there', async () => {
    const { session } = await play();
    const { rows, absent, questions, points } = await reportFor(room.teacher, session);
    expect(rows.map(({ name, points: earned, right }) => [name, earned, right])).toEqual([
      ['Ada Lovelace', 1, 1],
      ['Ben Turner', 0, 0],
      ['=1+1', 1, 1],
    ]);
    expect(absent).toEqual(['Chiara Rossi', 'Deniz Yılmaz']);
    expect(points).toBe(1);
    expect(questions).toMatchObject([{ votes: 2, answered: 3, right: 2, medianMs: 4_000 }]);
  });

  it('names nobody of a class to a host who does not teach it, and is closed to who neither hosts nor teaches', async () => {
    const { session } = await play();
    const other = { ...room.deniz, role: 'teacher' as const };
    await database().user.update({ where: { id: other.id }, data: { role: 'teacher' } });
    await database().enrolment.deleteMany({ where: { userId: other.id } });
    expect(await readReport(other, { session })).toMatchObject({ refused: 'notAllowed' });
    await database().liveSession.update({ where: { id: session }, data: { hostId: other.id } });
    const { rows, absent } = await reportFor(other, session);
    expect(rows.map(({ name }) => name)).toEqual(['=1+1', 'N0 Ada Lovelace', 'N1 Ben Turner']);
    expect(absent).toEqual([]);
    // who may open no rooms any more has hosted none
    expect(await readReport({ ...other, role: 'student' }, { session })).toMatchObject({ refused: 'notAllowed' });
  });

  it('is kept as it is once its class was put aside, for who teaches there', async () => {
    const { session } = await play();
    const before = await reportFor(room.teacher, session);
    await database().class.update({ where: { id: room.classId }, data: { archivedAt: new Date() } });
    expect(await reportFor(room.teacher, session)).toEqual(before);
    // by who does not host it, too; and by nobody else
    const other = { ...room.deniz, role: 'teacher' as const };
    await database().user.update({ where: { id: other.id }, data: { role: 'teacher' } });
    await database().enrolment.updateMany({ where: { userId: other.id }, data: { role: 'teacher' } });
    expect((await reportFor(other, session)).rows).toEqual(before.rows);
    await database().enrolment.deleteMany({ where: { userId: other.id } });
    expect(await readReport(other, { session })).toMatchObject({ refused: 'notAllowed' });
  });

  it('is there of a room without a class, and of one that is still being played', async () => {
    const { session } = await play(null);
    expect((await reportFor(room.teacher, session)).rows).toHaveLength(3);
    const where = { lessonId: room.lessonId, classId: null, over: false };
    const running = await playSession(room.teacher, where, ['Eve', 'Bo', 'Cy'], TWICE.slice(0, 1));
    expect((await reportFor(room.teacher, running.session)).questions).toHaveLength(1);
  });

  it('has each question with both votes and whose answers they are, and each player with all answers', async () => {
    const { session, players } = await play();
    const read = await readReportedQuestion(room.teacher, { session, question: CHOICE });
    expect(read).toMatchObject({
      question: {
        distribution: [
          { label: 'A', count: 2, correct: true },
          { label: 'B', count: 1 },
          { label: 'C', count: 0 },
          { label: 'D', count: 0 },
        ],
        before: [{ count: 1 }, { count: 2 }, { count: 0 }, { count: 0 }],
        answers: [
          { player: players[1], mark: 'wrong', text: 'B', first: { text: 'B' } },
          { player: players[0], mark: 'right', text: 'A', tookMs: 2_500, first: { mark: 'wrong', text: 'B' } },
          { player: players[2], mark: 'right' },
        ],
      },
    });
    expect(await readReportedQuestion(room.teacher, { session, question: 'none' })).toMatchObject({
      refused: 'notFound',
    });
    const [ada = ''] = players;
    expect(await readReportedAnswers(room.teacher, { session, player: ada })).toMatchObject({
      answers: [{ player: ada, given: [{ text: 'A', first: 'B', mark: 'right' }] }],
    });
  });

  it('says the same once a guest has lost their name', async () => {
    const { session, players } = await play(null);
    await database().player.update({ where: { id: players[2] ?? '' }, data: { nickname: 'Guest 12345678' } });
    const { rows } = await reportFor(room.teacher, session);
    expect(rows.find(({ userId }) => userId === null)).toMatchObject({ name: 'Guest 12345678', points: 1, right: 1 });
  });
});

describe('quizzes that were played', () => {
  const listed = async (of: Person, shelf: 'all' | 'running' | 'over' = 'all', search = '') => {
    const { rows } = await selectSessionsOf(pool(), { search, page: 1 }, { personId: of.id, shelf });
    return rows;
  };

  it('are listed for who leads them and who teaches their class; what runs first, with who handed it over', async () => {
    const { session } = await play();
    const where = { lessonId: room.lessonId, classId: null, over: false };
    const running = await playSession(room.admin, where, ['Eve', 'Bo', 'Cy'], TWICE.slice(0, 1));
    const open = await playSession(room.admin, { ...where, over: true }, [], [{ questionId: CHOICE, answers: [] }]);
    expect((await listed(room.teacher)).map(({ id }) => id)).toEqual([session]);
    expect(await handOver(running.session, room.teacher.login)).toEqual({ ok: true });
    expect(await listed(room.teacher)).toMatchObject([
      { id: running.session, class: null, over: false, host: null, from: 'Robin Admin', players: 3, questions: 1 },
      { id: session, class: 'ML-05 · Tuesday group', over: true, host: null, from: null, players: 3, questions: 1 },
    ]);
    expect((await listed(room.teacher, 'running')).map(({ id }) => id)).toEqual([running.session]);
    expect((await listed(room.teacher, 'over', 'tuesday')).map(({ id }) => id)).toEqual([session]);
    expect((await listed(room.admin)).map(({ id }) => id)).toEqual([open.session]);
    // a colleague who teaches the class sees whose it is
    await database().enrolment.create({ data: { classId: room.classId, userId: room.admin.id, role: 'teacher' } });
    expect((await listed(room.admin)).find(({ id }) => id === session)).toMatchObject({ host: 'Emmy Noether' });
  });

  it('are there for who played with an account: with their own answers, the right ones, and nobody else', async () => {
    const { session } = await play();
    const played = async ({ id }: Person) => (await selectPlayedBy(pool(), { search: '', page: 1 }, id)).rows;
    expect(await played(room.ada)).toMatchObject([{ id: session, answered: 1, questions: 1 }]);
    expect(await played(room.chiara)).toEqual([]);
    const review = await readOwnReview(room.ben, session);
    expect(review?.me.review).toMatchObject([
      { answer: { choices: ['B'] }, result: { share: 0 }, reveal: { correct: ['A'] } },
    ]);
    expect(JSON.stringify(review)).not.toContain('=1+1');
    expect(await readOwnReview(room.chiara, session)).toBeUndefined();
    const where = { lessonId: room.lessonId, classId: room.classId, over: false };
    const running = await playSession(room.teacher, where, [room.ada, room.ben, 'Eve'], TWICE.slice(0, 1));
    expect(await readOwnReview(room.ada, running.session)).toBeUndefined();
    // who was taken out has no seat
    await database().player.updateMany({ where: { userId: room.ben.id }, data: { removedAt: new Date() } });
    expect(await readOwnReview(room.ben, session)).toBeUndefined();
    expect(await played(room.ben)).toEqual([]);
  });

  it('are stepped through as their wall showed them, by who sees the report', async () => {
    const { session } = await play();
    const at = async (step: number, who = room.teacher) => readReplay(who, { session, step });
    expect(await at(0)).toMatchObject({ replay: { step: 0, steps: 6, view: { phase: 'question', reveal: null } } });
    expect(await at(99)).toMatchObject({ replay: { step: 5, view: { phase: 'podium', names: [] } } });
    expect(await at(0, room.ada)).toMatchObject({ refused: 'notAllowed' });
  });
});

describe('a file of a report', () => {
  async function told() {
    const { session } = await play();
    const report = await reportFor(room.teacher, session);
    const read = await readReportedAnswers(room.teacher, { session, player: null, whole: true });
    return { report, answers: read.ok ? read.answers : [], words: WORDS };
  }

  it('is read again from Excel: numbers as numbers, and nothing that would run', async () => {
    const { points, answers, first, seconds, questions } = sheetsOf(await told());
    const bytes = await workbookOf([
      { name: 'Points', rows: points },
      { name: 'Answers?', rows: answers },
      { name: 'First', rows: first ?? [] },
      { name: 'Seconds', rows: seconds },
      { name: 'Questions', rows: questions },
    ]);
    const sheets = (await readExcelFile(bytes)).map(({ data }) => data);
    expect(sheets[0]).toEqual([
      ['Name', 'Room', 'Q1: points of 1', 'of 1', 'Right', 'Answered'],
      ['Ada Lovelace', 'N0 Ada Lovelace', 1, 1, 1, 1],
      ['Ben Turner', 'N1 Ben Turner', 0, 0, 0, 1],
      ['=1+1', null, 1, 1, 1, 1],
    ]);
    expect(sheets[1]?.at(1)).toEqual(['Ada Lovelace', 'N0 Ada Lovelace', 'A']);
    expect(sheets[2]?.at(1)).toEqual(['Ada Lovelace', 'N0 Ada Lovelace', 'B']);
    expect(sheets[3]?.at(1)).toEqual(['Ada Lovelace', 'N0 Ada Lovelace', 2.5]);
    expect(sheets[4]?.at(1)).toMatchObject([1, expect.any(String), 1, 3, 2, 0.6667, 4, 20]);
    expect(bytes.toString('latin1')).not.toContain('<f>');
  });

  it('is read again from CSV, in the form of a country with a decimal comma', async () => {
    const file = csvOf(wholeSheet(await told()), { separator: ';', decimal: ',' });
    const [head, ada, , guest] = parse(file, { bom: true, delimiter: ';' });
    expect(head).toEqual([
      ...['Name', 'Room', 'of 1', 'Right', 'Answered'],
      ...['Q1: points of 1', 'Q1: answer', 'Q1: first', 'Q1: seconds'],
    ]);
    expect(ada).toEqual(['Ada Lovelace', 'N0 Ada Lovelace', '1', '1', '1', '1', 'A', 'B', '2,5']);
    expect(guest?.[0]).toBe("'=1+1");
  });
});
