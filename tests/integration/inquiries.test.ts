/** What students ask at a question: who may ask whom, who reads and answers, and how both sides hear of it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { database, pool } from '../../db/client.ts';
import { countOpenInquiries, selectInquiryCounts } from '../../db/inquiries.ts';
import { type Hint, listen } from '../../db/notify.ts';
import { insertUser } from '../../db/users.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Person } from '../../domain/people/person.ts';
import { ask, change, noteRead, say, settle, take, withdraw } from '../../server/features/inquiries/commands.ts';
import { openInquiry, readAsking, readOwnInquiries, readQueue } from '../../server/features/inquiries/reading.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { PATIENT } from '../support/guard.ts';

const QUESTION = 'jacobian';
const CODE: Answer = { kind: 'function', code: 'def jacobian(f, x):\n    return 0\n' };
let cast: Cast;
let assistant: Person;

beforeAll(async () => {
  cast = await makeCast();
  assistant = await personOf('assistant');
  await database().classAssistant.create({ data: { classId: cast.classId, userId: assistant.id } });
});
afterAll(dismissCast);

const personOf = (login: string, role: 'student' | 'teacher' = 'student'): Promise<Person> =>
  insertUser(database(), { name: `The ${login}`, login: `inquiries-${login}`, role, passwordHash: null });

async function studentOf(login: string, ...classes: string[]): Promise<Person> {
  const person = await personOf(login);
  const data = [cast.classId, ...classes].map((classId) => ({ classId, userId: person.id, role: 'student' as const }));
  await database().enrolment.createMany({ data });
  return person;
}

interface Asked {
  classId?: string;
  inquiry?: string;
  text?: string;
  answer?: unknown;
  questionId?: string;
}

async function asks(person: Person, asked: Asked = {}) {
  const { classId = cast.classId, inquiry = randomUUID(), text = 'Why is it 0?', answer = CODE } = asked;
  const { questionId = QUESTION } = asked;
  const outcome = await ask(person, { classId, lessonId: cast.lessonId, questionId, inquiry, text, answer });
  return { inquiry, outcome, refused: outcome.ok ? undefined : outcome.refused };
}

async function answers(person: Person, inquiry: string, text = 'Because of $h$.') {
  const message = randomUUID();
  const outcome = await say(person, { inquiry, message, text });
  return { message, outcome, refused: outcome.ok ? undefined : outcome.refused };
}

async function queueOf(person: Person, classId = cast.classId) {
  const read = await readQueue(person, { classId });
  return read.ok ? read.queue : read.refused;
}
async function inQueue(person: Person, inquiry: string) {
  const queue = await queueOf(person);
  return typeof queue === 'string' ? queue : queue.find(({ id }) => id === inquiry);
}
async function own(person: Person) {
  const read = await readOwnInquiries(person, { lessonId: cast.lessonId, questionId: QUESTION });
  return read.ok ? read.inquiries : [];
}
const texts = async (person: Person): Promise<string[][]> =>
  (await own(person)).map(({ messages }) => messages.map(({ text }) => text));

it('goes to the desk of the class with the answer as it was typed, and is answered beside it', async () => {
  const ann = await studentOf('ann');
  const { inquiry } = await asks(ann, { text: 'Why is it **0**?' });
  for (const who of [cast.teacher, assistant, cast.admin]) {
    expect(await inQueue(who, inquiry)).toMatchObject({ student: 'The ann', text: 'Why is it 0?', state: 'open' });
    expect(await openInquiry(who, { inquiry })).toMatchObject({
      ok: true,
      opened: { answer: CODE, during: null, changed: false, question: { id: QUESTION, kind: 'function' } },
    });
  }
  expect(JSON.stringify(await openInquiry(cast.teacher, { inquiry }))).not.toContain('"key"');
  await aMoment();
  await answers(assistant, inquiry);
  expect(await inQueue(cast.teacher, inquiry)).toMatchObject({ state: 'answered', answeredBy: 'The assistant' });
  expect(await own(ann)).toMatchObject([
    { state: 'answered', open: true, answer: CODE, messages: [{ side: 'student' }, { side: 'desk', fresh: true }] },
  ]);
  const counts = () => selectInquiryCounts(database(), { userId: ann.id, lessonId: cast.lessonId });
  expect(await counts()).toEqual({ [QUESTION]: { count: 1, fresh: 1 } });
  const upTo = (await own(ann))[0]?.messages.at(-1)?.id ?? '';
  await noteRead(ann, { inquiry, upTo });
  await noteRead(ann, { inquiry, upTo: inquiry });
  expect(await counts()).toEqual({ [QUESTION]: { count: 1, fresh: 0 } });
  // what is said further waits again
  await aMoment();
  await answers(ann, inquiry, 'And then?');
  expect(await inQueue(cast.teacher, inquiry)).toMatchObject({ state: 'open', text: 'And then?', answeredBy: null });
});

it('is neither asked, read, answered, settled nor taken by anybody else, forged ids or not', async () => {
  const bea = await studentOf('bea');
  const other = await studentOf('other', cast.otherClassId);
  const { inquiry } = await asks(bea);
  const { message } = await answers(cast.teacher, inquiry);
  for (const who of [cast.colleague, other, cast.stranger]) {
    expect(await openInquiry(who, { inquiry })).toMatchObject({ refused: 'notAllowed' });
    expect((await answers(who, inquiry)).refused).toBe('notAllowed');
    expect(await settle(who, { inquiry, settled: true })).toMatchObject({ refused: 'notAllowed' });
    expect(await take(who, { inquiry, taken: true })).toMatchObject({ refused: 'notAllowed' });
    expect(await noteRead(who, { inquiry, upTo: inquiry })).toMatchObject({ refused: 'notAllowed' });
    for (const one of [inquiry, message]) {
      expect(await change(who, { message: one, text: 'Mine' })).toMatchObject({ refused: 'notAllowed' });
      expect(await withdraw(who, { message: one, withdrawn: true })).toMatchObject({ refused: 'notAllowed' });
    }
    expect(await queueOf(who)).toBe('notAllowed');
    expect(await own(who)).toEqual([]);
  }
  expect(await openInquiry(cast.teacher, { inquiry: randomUUID() })).toMatchObject({ refused: 'notFound' });
  // a class in which one does not learn, or that has not got it, and no desk, is asked
  for (const [who, classId] of [
    [bea, cast.otherClassId],
    [cast.stranger, cast.classId],
    [cast.teacher, cast.classId],
    [assistant, cast.classId],
  ] as const)
    expect((await asks(who, { classId })).refused).toBe('notAllowed');
  // nor is an id of somebody else's taken over, nor a question asked that is not there
  expect((await asks(other, { inquiry })).refused).toBe('badInput');
  expect((await asks(bea, { questionId: 'none' })).refused).toBe('notFound');
  expect((await asks(bea, { answer: { kind: 'choice', choices: ['A'] } })).refused).toBe('badInput');
});

it('goes to the class that was chosen, and the other one of the same student reads nothing', async () => {
  const cas = await studentOf('cas', cast.otherClassId);
  const asking = await readAsking(cas, { lessonId: cast.lessonId, questionId: QUESTION });
  expect(asking.ok && asking.classes.map(({ name }) => name)).toEqual(['other', 'own']);
  const { inquiry } = await asks(cas, { classId: cast.otherClassId, text: 'There?' });
  expect(await inQueue(cast.teacher, inquiry)).toBeUndefined();
  expect(await openInquiry(cast.teacher, { inquiry })).toMatchObject({ refused: 'notAllowed' });
  expect(await openInquiry(cast.colleague, { inquiry })).toMatchObject({ ok: true });
});

it('is one question however often it is sent, also where its answer was given meanwhile', async () => {
  const dan = await studentOf('dan');
  const { inquiry } = await asks(dan);
  await answers(cast.teacher, inquiry);
  expect((await asks(dan, { inquiry })).outcome).toEqual({ ok: true });
  expect(await texts(dan)).toEqual([['Why is it 0?', 'Because of $h$.']]);
  const message = randomUUID();
  for (const _ of [1, 2]) await say(cast.teacher, { inquiry, message, text: 'Once.' });
  expect((await texts(dan))[0]).toHaveLength(3);
  expect(await say(assistant, { inquiry, message, text: 'Mine.' })).toMatchObject({ refused: 'badInput' });
});

it('is answered when the desk says so, and done with when its student says that it helped; or waits again', async () => {
  const eva = await studentOf('eva');
  const { inquiry } = await asks(eva);
  const open = await countOpenInquiries(database(), cast.classId);
  await settle(cast.teacher, { inquiry, settled: true });
  expect(await inQueue(assistant, inquiry)).toMatchObject({ state: 'answered', answeredBy: 'The teacher' });
  expect(await countOpenInquiries(database(), cast.classId)).toBe(open - 1);
  await settle(eva, { inquiry, settled: false });
  expect(await inQueue(assistant, inquiry)).toMatchObject({ state: 'open', answeredBy: null });
  await settle(eva, { inquiry, settled: true });
  expect(await inQueue(assistant, inquiry)).toMatchObject({ state: 'helped' });
  expect(await countOpenInquiries(database(), cast.classId)).toBe(open - 1);
});

it('shows colleagues that somebody is answering, until that is done or some minutes have gone', async () => {
  const fay = await studentOf('fay');
  const { inquiry } = await asks(fay);
  await take(cast.teacher, { inquiry, taken: true });
  expect(await inQueue(assistant, inquiry)).toMatchObject({ taken: { by: 'The teacher', own: false } });
  expect(await inQueue(cast.teacher, inquiry)).toMatchObject({ taken: { own: true } });
  // a colleague does not give back what is not theirs
  await take(assistant, { inquiry, taken: false });
  expect(await inQueue(assistant, inquiry)).toMatchObject({ taken: { by: 'The teacher' } });
  await database()
    .$executeRaw`update inquiries set taken_at = now() - interval '11 minutes' where id = ${inquiry}::uuid`;
  expect(await inQueue(assistant, inquiry)).toMatchObject({ taken: null });
  await take(assistant, { inquiry, taken: true });
  await answers(assistant, inquiry);
  expect(await inQueue(cast.teacher, inquiry)).toMatchObject({ taken: null, state: 'answered' });
});

it('is taken back as a whole by its author alone, and put back', async () => {
  const gil = await studentOf('gil');
  const { inquiry } = await asks(gil);
  const { message } = await answers(cast.teacher, inquiry);
  expect(await withdraw(cast.admin, { message: inquiry, withdrawn: true })).toMatchObject({ refused: 'notAllowed' });
  await change(gil, { message: inquiry, text: 'Why 0?' });
  expect((await own(gil))[0]?.messages[0]).toMatchObject({ text: 'Why 0?', editedAt: expect.any(String) });
  await withdraw(gil, { message: inquiry, withdrawn: true });
  expect(await inQueue(cast.teacher, inquiry)).toBeUndefined();
  const counts = await selectInquiryCounts(database(), { userId: gil.id, lessonId: cast.lessonId });
  expect(counts[QUESTION]?.count).toBe(0);
  expect(await openInquiry(cast.teacher, { inquiry })).toMatchObject({ refused: 'notFound' });
  expect((await answers(cast.teacher, inquiry)).refused).toBe('notFound');
  expect((await own(gil))[0]?.messages).toMatchObject([{ withdrawn: true }, { side: 'desk' }]);
  await withdraw(gil, { message: inquiry, withdrawn: false });
  expect(await inQueue(cast.teacher, inquiry)).toMatchObject({ state: 'answered' });
  // an answer that is taken back was none
  await withdraw(cast.teacher, { message, withdrawn: true });
  expect(await inQueue(cast.teacher, inquiry)).toMatchObject({ state: 'open' });
  expect(await texts(gil)).toEqual([['Why 0?']]);
  // and put back it is one again, as it is where a further word of the student was taken back
  await withdraw(cast.teacher, { message, withdrawn: false });
  expect(await inQueue(assistant, inquiry)).toMatchObject({ state: 'answered', answeredBy: 'The teacher' });
  const more = randomUUID();
  await say(gil, { inquiry, message: more, text: 'And then?' });
  expect(await inQueue(assistant, inquiry)).toMatchObject({ state: 'open', answeredBy: null });
  await withdraw(gil, { message: more, withdrawn: true });
  expect(await inQueue(assistant, inquiry)).toMatchObject({ state: 'answered', answeredBy: 'The teacher' });
  await withdraw(gil, { message: more, withdrawn: false });
  expect(await inQueue(assistant, inquiry)).toMatchObject({ state: 'open', answeredBy: null });
});

it('leaves the queue with a student who leaves, who reads on, and is there again when they are back', async () => {
  const hal = await studentOf('hal');
  const { inquiry } = await asks(hal);
  await answers(cast.teacher, inquiry);
  await database().enrolment.deleteMany({ where: { userId: hal.id } });
  expect(await inQueue(cast.teacher, inquiry)).toBeUndefined();
  expect((await answers(cast.teacher, inquiry)).refused).toBe('notFound');
  expect((await answers(hal, inquiry)).refused).toBe('notAllowed');
  expect((await asks(hal)).refused).toBe('notAllowed');
  expect(await own(hal)).toMatchObject([{ open: false, messages: [{}, { text: 'Because of $h$.' }] }]);
  await database().enrolment.create({ data: { classId: cast.classId, userId: hal.id, role: 'student' } });
  expect(await inQueue(cast.teacher, inquiry)).toMatchObject({ state: 'answered' });
});

it('is closed in a class that was put aside, and stays with its student when the class is deleted', async () => {
  const { id: classId } = await database().class.create({ data: { name: 'Old', courseId: cast.courseId } });
  const ivy = await studentOf('ivy', classId);
  const { inquiry } = await asks(ivy, { classId });
  await database().class.update({ where: { id: classId }, data: { archivedAt: new Date() } });
  expect((await asks(ivy, { classId })).refused).toBe('notAllowed');
  for (const who of [ivy, cast.admin]) {
    expect((await answers(who, inquiry)).refused).toBe('notAllowed');
    expect(await settle(who, { inquiry, settled: true })).toMatchObject({ refused: 'notAllowed' });
  }
  expect(await change(ivy, { message: inquiry, text: 'x' })).toMatchObject({ refused: 'notAllowed' });
  expect(await own(ivy)).toMatchObject([{ className: 'Old', open: false }]);
  await database().class.delete({ where: { id: classId } });
  expect(await own(ivy)).toMatchObject([{ className: null, open: false, messages: [{ text: 'Why is it 0?' }] }]);
});

it('says that it was asked under a time limit, and is not a way to fill a queue', async () => {
  const jon = await studentOf('jon');
  const made = await database().activity.create({
    data: { classId: cast.classId, lessonId: cast.lessonId, minutes: 30, forSome: true },
  });
  await database().activityStudent.create({ data: { activityId: made.id, userId: jon.id } });
  await database().sitting.create({ data: { activityId: made.id, userId: jon.id } });
  const { inquiry } = await asks(jon, { answer: null });
  expect(await openInquiry(cast.teacher, { inquiry })).toMatchObject({ opened: { during: 'timed', answer: null } });
  await database().activity.delete({ where: { id: made.id } });
  const refusals: (string | undefined)[] = [];
  for (let at = 0; at < 15; at++) refusals.push((await asks(jon)).refused);
  expect(refusals.at(-1)).toBe('tooMany');
  expect(refusals.at(0)).toBeUndefined();
});

it('is kept as it was typed, whatever is in it, and told to both sides as it is stored', async () => {
  const kim = await studentOf('kim');
  const heard: Hint[] = [];
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const listener = listen(cast.url, (hint) => hint.about === 'inquiry' && heard.push(hint), open);
  try {
    await opened;
    const text = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) $\\href{javascript:alert(1)}{x}$';
    const { inquiry } = await asks(kim, { text });
    await asks(kim, { inquiry });
    await asks(cast.stranger);
    await answers(cast.teacher, inquiry, text);
    expect(await texts(kim)).toEqual([[text, text]]);
    await expect.poll(() => heard.length, PATIENT).toBe(2);
    const of = { class: cast.classId, student: kim.id, lesson: cast.lessonId, question: QUESTION, inquiry };
    expect(heard).toEqual([
      { about: 'inquiry', ...of },
      { about: 'inquiry', ...of },
    ]);
  } finally {
    await listener.close();
  }
});

/** Moments are stored to the millisecond: what is said next is later than what was said. */
async function aMoment(): Promise<void> {
  await pool().query('select pg_sleep(0.003)');
}
