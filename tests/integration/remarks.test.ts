/** Remarks: who may say and read them, what they are about, and how both sides hear of them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { database, pool } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { type Hint, listen } from '../../db/notify.ts';
import { selectFeedback, selectRemarkCounts } from '../../db/remarks.ts';
import { insertSubmission } from '../../db/submissions.ts';
import { insertUser } from '../../db/users.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Person } from '../../domain/people/person.ts';
import { MOST_PHRASES, type RemarkThread } from '../../domain/remarks/remark.ts';
import { change, noteRead, say, withdraw } from '../../server/features/remarks/commands.ts';
import { dropPhrase, keepPhrase, readPhrases } from '../../server/features/remarks/phrases.ts';
import { readOwnRemarks, readRemarks, readReplies } from '../../server/features/remarks/reading.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { PATIENT } from '../support/guard.ts';

const CODE: Answer = { kind: 'function', code: 'def double(x):\n    return x + 2\n' };
let cast: Cast;
let versionId: string;
let assistant: Person;
let question: string;

beforeAll(async () => {
  cast = await makeCast();
  const lesson = await selectOptionalPublished(database(), { id: cast.lessonId });
  if (lesson === undefined) throw new Error('the lesson is published');
  versionId = lesson.versionId;
  question = lesson.content.questions[0]?.id ?? '';
  assistant = await personOf('assistant');
  await database().classAssistant.create({ data: { classId: cast.classId, userId: assistant.id } });
});
afterAll(dismissCast);

const personOf = (login: string, role: 'student' | 'teacher' = 'student'): Promise<Person> =>
  insertUser(database(), { name: `The ${login}`, login: `remarks-${login}`, role, passwordHash: null });

async function studentOf(login: string): Promise<Person> {
  const person = await personOf(login);
  await database().enrolment.create({ data: { classId: cast.classId, userId: person.id, role: 'student' } });
  return person;
}

async function handIn(
  person: Person,
  answer: Answer = CODE,
  purpose: 'submit' | 'practice' = 'submit',
): Promise<string> {
  const of = { lessonId: cast.lessonId, lessonVersionId: versionId, questionId: question };
  const more = { clientId: randomUUID(), seed: 's', purpose, answer };
  return (await insertSubmission(database(), { userId: person.id, ...of, ...more })).id;
}

interface Said {
  line?: number | null;
  text?: string;
  classId?: string;
  remark?: string;
}

/** Says something; the outcome, and the id of what was said. */
async function says(person: Person, submissionId: string, said: Said = {}) {
  const remark = said.remark ?? randomUUID();
  const { line = null, text = 'Why?', classId = cast.classId } = said;
  const outcome = await say(person, { classId, submissionId, remark, line, text });
  return { remark, outcome, refused: outcome.ok ? undefined : outcome.refused };
}

async function thread(person: Person, submission: string, classId = cast.classId): Promise<RemarkThread> {
  const read = await readRemarks(person, { classId, submissions: [submission] });
  if (!read.ok || read.threads[0] === undefined) throw new Error('there is a thread');
  return read.threads[0];
}
const texts = async (person: Person, submission: string): Promise<string[]> =>
  (await thread(person, submission)).remarks.map(({ text }) => text);

it('is read by the desk of the class and by the student whose work it is, each line where it belongs', async () => {
  const ann = await studentOf('ann');
  const work = await handIn(ann);
  await says(cast.teacher, work, { text: 'Nearly: $2x$, not $x + 2$.' });
  await says(assistant, work, { line: 2, text: 'This line.' });
  await says(ann, work, { line: 2, text: 'Oh!' });
  for (const who of [cast.teacher, assistant, ann, cast.admin])
    expect((await thread(who, work)).remarks.map(({ side, by, line, own }) => [side, by, line, own])).toEqual([
      ['desk', 'The teacher', null, who === cast.teacher],
      ['desk', 'The assistant', 2, who === assistant],
      ['student', 'The ann', 2, who === ann],
    ]);
  const own = await readOwnRemarks(ann, { lessonId: cast.lessonId, questionId: question });
  expect(own).toMatchObject({
    ok: true,
    answers: [{ submissionId: work, answer: CODE, threads: [{ className: 'own' }] }],
  });
});

it('is neither said nor read by anybody else', async () => {
  const work = await handIn(await studentOf('bea'));
  const other = await studentOf('other');
  await says(cast.teacher, work);
  for (const who of [cast.colleague, other, cast.stranger]) {
    expect((await says(who, work)).refused).toBe('notAllowed');
    expect(await readRemarks(who, { classId: cast.classId, submissions: [work] })).toMatchObject({
      refused: 'notAllowed',
    });
    const own = await readOwnRemarks(who, { lessonId: cast.lessonId, questionId: question });
    expect(own).toEqual({ ok: true, answers: [] });
  }
  // nor by way of a class of one's own, in which that student does not sit
  const elsewhere = { classId: cast.otherClassId };
  expect((await says(cast.colleague, work, elsewhere)).refused).toBe('notFound');
  expect(await readRemarks(cast.colleague, { ...elsewhere, submissions: [work] })).toMatchObject({
    refused: 'notFound',
  });
  const upTo = (await thread(cast.teacher, work)).remarks[0]?.id ?? '';
  const note = { ...elsewhere, submissionId: work, upTo };
  expect(await noteRead(cast.colleague, note)).toMatchObject({ refused: 'notFound' });
  // nor with work of one's own beside it
  const mine = await handIn(other);
  const both = { classId: cast.classId, submissions: [mine, work] };
  expect(await readRemarks(other, both)).toMatchObject({ refused: 'notAllowed' });
});

it('stays in the class where it was said, also where another class has the same student', async () => {
  const cas = await studentOf('cas');
  await database().enrolment.create({ data: { classId: cast.otherClassId, userId: cas.id, role: 'student' } });
  const work = await handIn(cas);
  await says(cast.teacher, work, { text: 'Here.' });
  await says(cast.colleague, work, { text: 'There.', classId: cast.otherClassId });
  expect((await thread(cast.colleague, work, cast.otherClassId)).remarks.map(({ text }) => text)).toEqual(['There.']);
  expect(await texts(cast.teacher, work)).toEqual(['Here.']);
  const own = await readOwnRemarks(cas, { lessonId: cast.lessonId, questionId: question });
  expect(own.ok && own.answers[0]?.threads.map(({ className, remarks }) => [className, remarks.length])).toEqual([
    ['own', 1],
    ['other', 1],
  ]);
  // a class that is deleted takes nothing of it away from the student
  const later = await database().class.create({ data: { name: 'Gone', courseId: cast.courseId } });
  await database().enrolment.create({ data: { classId: later.id, userId: cas.id, role: 'student' } });
  await says(cast.admin, work, { text: 'Kept.', classId: later.id });
  await database().class.delete({ where: { id: later.id } });
  const kept = await readOwnRemarks(cas, { lessonId: cast.lessonId, questionId: question });
  expect(kept.ok && kept.answers[0]?.threads.at(-1)).toMatchObject({
    classId: null,
    open: false,
    remarks: [{ text: 'Kept.' }],
  });
});

it('is answered by its student, who does not begin: and nobody speaks of what a student keeps to themselves', async () => {
  const dan = await studentOf('dan');
  const work = await handIn(dan);
  expect((await says(dan, work)).refused).toBe('notFound');
  expect((await thread(dan, work)).open).toBe(false);
  await says(cast.teacher, work);
  expect((await says(dan, work)).outcome).toEqual({ ok: true });
  const practised = await handIn(dan, CODE, 'practice');
  expect((await says(cast.teacher, practised)).refused).toBe('notFound');
  expect(await readRemarks(cast.teacher, { classId: cast.classId, submissions: [practised] })).toMatchObject({
    refused: 'notFound',
  });
});

it('says nothing more of an assistant who was removed, nor of a student who has left, who reads on', async () => {
  const [eva, helper] = [await studentOf('eva'), await personOf('helper', 'teacher')];
  await database().classAssistant.create({ data: { classId: cast.classId, userId: helper.id } });
  const work = await handIn(eva);
  const { remark } = await says(helper, work, { text: 'From me.' });
  await database().classAssistant.deleteMany({ where: { userId: helper.id } });
  expect((await says(helper, work)).refused).toBe('notAllowed');
  expect(await change(helper, { remark, text: 'Other' })).toMatchObject({ refused: 'notAllowed' });
  expect(await withdraw(helper, { remark, withdrawn: true })).toMatchObject({ refused: 'notAllowed' });
  expect(await readRemarks(helper, { classId: cast.classId, submissions: [work] })).toMatchObject({
    refused: 'notAllowed',
  });
  await database().enrolment.deleteMany({ where: { userId: eva.id } });
  expect(await thread(eva, work)).toMatchObject({ open: false, remarks: [{ text: 'From me.' }] });
  expect((await says(eva, work)).refused).toBe('notAllowed');
  expect((await says(cast.teacher, work)).refused).toBe('notFound');
});

it('is closed in a class that was put aside, and its students read on', async () => {
  const fay = await studentOf('fay');
  const work = await handIn(fay);
  const { remark } = await says(cast.teacher, work);
  const answered = await says(fay, work, { text: 'Thanks.' });
  await database().class.update({ where: { id: cast.classId }, data: { archivedAt: new Date() } });
  try {
    for (const who of [cast.teacher, assistant, cast.admin, fay])
      expect((await says(who, work)).refused).toBe('notAllowed');
    expect(await change(fay, { remark: answered.remark, text: 'x' })).toMatchObject({ refused: 'notAllowed' });
    expect(await withdraw(cast.teacher, { remark, withdrawn: true })).toMatchObject({ refused: 'notAllowed' });
    expect(await thread(fay, work)).toMatchObject({ open: false, remarks: [{}, { text: 'Thanks.' }] });
  } finally {
    await database().class.update({ where: { id: cast.classId }, data: { archivedAt: null } });
  }
});

it('is about a line that is there, of what was written in lines', async () => {
  const gil = await studentOf('gil');
  const work = await handIn(gil);
  expect((await says(cast.teacher, work, { line: 4 })).outcome).toEqual({
    ok: false,
    refused: 'badInput',
    field: 'line',
  });
  expect((await says(cast.teacher, work, { line: 2 })).outcome).toEqual({ ok: true });
  const maths = await handIn(gil, { kind: 'maths', parts: { dx: '2xy' } });
  expect((await says(cast.teacher, maths, { line: 1 })).outcome).toMatchObject({ refused: 'badInput' });
});

it('is one remark however often it is sent, and takes the id of no other', async () => {
  const hal = await studentOf('hal');
  const [work, later] = [await handIn(hal), await handIn(hal)];
  const { remark } = await says(cast.teacher, work, { text: 'Once.' });
  expect((await says(cast.teacher, work, { remark, text: 'Once.' })).outcome).toEqual({ ok: true });
  expect(await texts(hal, work)).toEqual(['Once.']);
  expect((await says(cast.teacher, later, { remark })).refused).toBe('badInput');
  expect((await says(assistant, work, { remark })).refused).toBe('badInput');
});

it('is said otherwise and taken back by its author alone, who can put it back', async () => {
  const ivy = await studentOf('ivy');
  const work = await handIn(ivy);
  const { remark } = await says(cast.teacher, work, { text: 'Wrnog.' });
  for (const who of [assistant, cast.admin, ivy]) {
    expect(await change(who, { remark, text: 'Mine now.' })).toMatchObject({ refused: 'notAllowed' });
    expect(await withdraw(who, { remark, withdrawn: true })).toMatchObject({ refused: 'notAllowed' });
  }
  await change(cast.teacher, { remark, text: 'Wrong.' });
  const [shown] = (await thread(ivy, work)).remarks;
  expect(shown).toMatchObject({ text: 'Wrong.', editedAt: expect.any(String) });
  await withdraw(cast.teacher, { remark, withdrawn: true });
  expect(await texts(ivy, work)).toEqual([]);
  expect(await texts(assistant, work)).toEqual([]);
  expect((await thread(cast.teacher, work)).remarks).toMatchObject([{ text: 'Wrong.', withdrawn: true }]);
  expect(await change(cast.teacher, { remark, text: 'Other.' })).toMatchObject({ refused: 'notFound' });
  await withdraw(cast.teacher, { remark, withdrawn: false });
  expect(await texts(ivy, work)).toEqual(['Wrong.']);
});

it('is new to the other side until it is read, up to what was shown', async () => {
  const jon = await studentOf('jon');
  const work = await handIn(jon);
  const first = await says(cast.teacher, work, { text: 'First.' });
  await aMoment();
  await says(cast.teacher, work, { text: 'Second.' });
  const counts = async () =>
    (await selectRemarkCounts(database(), { userId: jon.id, lessonId: cast.lessonId }))[question];
  const feedback = () => selectFeedback(database(), { userId: jon.id, days: 30, most: 5 });
  expect(await counts()).toEqual({ count: 2, fresh: 2 });
  expect(await feedback()).toMatchObject([{ submissionId: work, text: 'Second.', fresh: true, by: 'The teacher' }]);
  const read = { classId: cast.classId, submissionId: work };
  await noteRead(jon, { ...read, upTo: first.remark });
  expect(await counts()).toEqual({ count: 2, fresh: 1 });
  const newest = (await thread(jon, work)).remarks.at(-1)?.id ?? '';
  await noteRead(jon, { ...read, upTo: newest });
  // what was read stays read
  await noteRead(jon, { ...read, upTo: first.remark });
  expect(await counts()).toEqual({ count: 2, fresh: 0 });
  expect(await feedback()).toMatchObject([{ fresh: false }]);
});

it('lists to the desk what students have answered, until one has read it or somebody has answered', async () => {
  const [kim, lee] = [await studentOf('kim'), await studentOf('lee')];
  const works = [await handIn(kim), await handIn(lee)] as const;
  for (const work of works) await says(cast.teacher, work);
  await aMoment();
  await says(kim, works[0], { text: 'Because\nof this.' });
  await says(lee, works[1], { text: 'Is it?' });
  const listed = async (who: Person) => {
    const read = await readReplies(who, { classId: cast.classId });
    return read.ok ? read.replies.filter(({ studentId }) => [kim.id, lee.id].includes(studentId)) : [];
  };
  expect((await listed(assistant)).map(({ text }) => text).toSorted()).toEqual(['Because of this.', 'Is it?']);
  expect((await listed(cast.teacher))[0]).toMatchObject({
    questionId: question,
    questionTitle: expect.stringMatching(/./),
  });
  const upTo = (await thread(cast.teacher, works[0])).remarks.at(-1)?.id ?? '';
  await noteRead(cast.teacher, { classId: cast.classId, submissionId: works[0], upTo });
  expect((await listed(cast.teacher)).map(({ text }) => text)).toEqual(['Is it?']);
  await aMoment();
  await says(assistant, works[1], { text: 'It is.' });
  expect(await listed(cast.teacher)).toEqual([]);
  expect((await listed(assistant)).map(({ text }) => text)).toEqual(['Because of this.']);
  expect(await readReplies(cast.colleague, { classId: cast.classId })).toMatchObject({ refused: 'notAllowed' });
});

it('tells both sides as it is stored, and nobody where nothing was', async () => {
  const mia = await studentOf('mia');
  const work = await handIn(mia);
  const heard: Hint[] = [];
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const listener = listen(cast.url, (hint) => hint.about === 'remark' && heard.push(hint), open);
  try {
    await opened;
    const { remark } = await says(cast.teacher, work);
    await says(cast.teacher, work, { remark });
    await says(cast.colleague, work);
    await change(cast.teacher, { remark, text: 'Why?' });
    await change(cast.teacher, { remark, text: 'Why not?' });
    await expect.poll(() => heard.length, PATIENT).toBe(2);
    const of = { class: cast.classId, student: mia.id, lesson: cast.lessonId, question, submission: work };
    expect(heard).toEqual([
      { about: 'remark', ...of },
      { about: 'remark', ...of },
    ]);
  } finally {
    await listener.close();
  }
});

it('is kept as it was typed, whatever is in it', async () => {
  const ned = await studentOf('ned');
  const work = await handIn(ned);
  const text = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) ![y](/z.png) $\\href{javascript:alert(1)}{x}$';
  await says(cast.teacher, work, { text });
  expect(await texts(ned, work)).toEqual([text]);
});

it('keeps phrases of each account, once each and so many, and gives a dropped one back', async () => {
  const read = async (who: Person) => {
    const told = await readPhrases(who, {});
    return told.ok ? told.phrases : [];
  };
  await keepPhrase(cast.teacher, { text: 'Well done.' });
  await keepPhrase(cast.teacher, { text: 'Well done.' });
  await keepPhrase(cast.teacher, { text: 'Check the sign.' });
  expect((await read(cast.teacher)).map(({ text }) => text)).toEqual(['Check the sign.', 'Well done.']);
  expect(await read(cast.colleague)).toEqual([]);
  const [first] = await read(cast.teacher);
  await dropPhrase(cast.colleague, { phrase: first?.id ?? '' });
  expect(await read(cast.teacher)).toHaveLength(2);
  await dropPhrase(cast.teacher, { phrase: first?.id ?? '' });
  await keepPhrase(cast.teacher, { text: first?.text ?? '' });
  expect(await read(cast.teacher)).toHaveLength(2);
  const many = Array.from({ length: MOST_PHRASES }, (_, at) => ({ userId: cast.colleague.id, text: `${at}` }));
  await database().remarkPhrase.createMany({ data: many });
  expect(await keepPhrase(cast.colleague, { text: 'One more' })).toEqual({ ok: true, kept: false });
  expect(await keepPhrase(cast.colleague, { text: '7' })).toEqual({ ok: true, kept: true });
});

/** Moments are stored to the millisecond: what is said next is later than what was said. */
async function aMoment(): Promise<void> {
  await pool().query('select pg_sleep(0.003)');
}
