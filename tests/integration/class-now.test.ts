/** A class at this moment: where people are, the hour that is led, raised hands, what is typed, and what is kept of it to be shown. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database, pool } from '../../db/client.ts';
import {
  deleteOldPresences,
  leavePresence,
  type SaidPresence,
  selectWatchers,
  upsertPresences,
} from '../../db/presences.ts';
import { insertUser } from '../../db/users.ts';
import { HOUR_LASTS_MS } from '../../domain/class-now/hour.ts';
import type { StudentAtWork } from '../../domain/class-now/work.ts';
import type { Person } from '../../domain/people/person.ts';
import { openDraft } from '../../server/features/now/drafts.ts';
import { lowerHand, raiseHand } from '../../server/features/now/hands.ts';
import { beginHour, bringClass, endHour, pauseHour } from '../../server/features/now/lead.ts';
import { readNow, readOwnHours } from '../../server/features/now/read.ts';
import { readSnapshot, takeSnapshot } from '../../server/features/now/snapshots.ts';
import { saveDraft } from '../../server/features/practice/commands.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { freePort } from '../support/free-port.ts';
import { PATIENT } from '../support/guard.ts';
import { cookieOf, LiveClient } from '../support/live-client.ts';
import { startServer } from '../support/processes.ts';

const QUESTION = 'manual-gradients';
const TYPED = { kind: 'maths', parts: { dx: '2xy' } } as const;
let cast: Cast;
let assistant: Person;
let second: Person;
const ofClass = () => ({ classId: cast.classId });
const asked = () => ({ lessonId: cast.lessonId, questionId: QUESTION });

beforeAll(async () => {
  cast = await makeCast();
  const person = (login: string): Promise<Person> =>
    insertUser(database(), { name: `The ${login}`, login: `now-${login}`, role: 'student', passwordHash: null });
  [assistant, second] = [await person('assistant'), await person('second')];
  await database().classAssistant.create({ data: { ...ofClass(), userId: assistant.id } });
  await database().enrolment.create({ data: { ...ofClass(), userId: second.id, role: 'student' } });
  await give();
}, PATIENT.timeout);
afterAll(dismissCast);

const give = (): Promise<unknown> => database().activity.create({ data: { ...ofClass(), lessonId: cast.lessonId } });

const place = (person: Person, at: Partial<SaidPresence> = {}): SaidPresence => ({
  ...{ userId: person.id, lessonId: cast.lessonId, questionId: QUESTION, section: null, away: false },
  connection: `of ${person.login}`,
  ...at,
});
const is = (...said: Parameters<typeof place>): Promise<void> => upsertPresences(pool(), [place(...said)]);

async function seen(person: Person = cast.student, by: Person = cast.teacher): Promise<StudentAtWork> {
  const read = await readNow(by, ofClass());
  const found = read.ok ? read.students.find(({ id }) => id === person.id) : undefined;
  if (found === undefined) throw new Error('they sit in the class');
  return found;
}

describe('where somebody is', () => {
  it('is told to who sees the class, with what they have typed there', async () => {
    expect((await seen()).at).toBeNull();
    await is(cast.student, { section: 'rules' });
    await saveDraft(cast.student, { ...asked(), answer: TYPED });
    const { at, typed, last, tries } = await seen(cast.student, assistant);
    expect(at).toMatchObject({
      lesson: cast.lessonId,
      question: QUESTION,
      reading: false,
      section: 'rules',
      left: false,
    });
    expect(typed).toBeGreaterThan(0);
    expect({ last, tries }).toEqual({ last: null, tries: 0 });
  });

  it('keeps the question that was left to look something up, and since when', async () => {
    await is(cast.student);
    const before = (await seen()).at;
    await is(cast.student, { questionId: null });
    expect((await seen()).at).toMatchObject({ question: QUESTION, reading: true, since: before?.since });
    await is(cast.student, { questionId: 'another' });
    expect((await seen()).at?.question).toBe('another');
    expect((await seen()).at?.since).toBeGreaterThan(before?.since ?? Number.POSITIVE_INFINITY);
    await is(cast.student);
  });

  it('ends with the connection, unless another one has come since', async () => {
    await is(cast.student, { connection: 'an older one' });
    await is(cast.student);
    await leavePresence(pool(), { userId: cast.student.id, connection: 'an older one' });
    await is(cast.student, { connection: 'an older one', away: true });
    expect((await seen()).at?.left).toBe(false);
    await leavePresence(pool(), { userId: cast.student.id, connection: 'of cast-student' });
    expect((await seen()).at?.left).toBe(true);
    await is(cast.student);
    expect((await seen()).at?.left).toBe(false);
  });

  it('is told of the window that they moved in last, and of the other one once that is closed', async () => {
    await is(cast.student, { questionId: 'another', connection: 'a second window' });
    expect((await seen()).at?.question).toBe('another');
    // the first one says that it is still there: nobody has moved
    await is(cast.student);
    expect((await seen()).at?.question).toBe('another');
    await leavePresence(pool(), { userId: cast.student.id, connection: 'a second window' });
    expect((await seen()).at).toMatchObject({ question: QUESTION, left: false });
  });

  it('is noted of nobody who learns in no class that was given the lesson, and told to no other class', async () => {
    await is(cast.stranger);
    await is(cast.teacher);
    const stored = await database().presence.findMany({ select: { userId: true } });
    expect([...new Set(stored.map(({ userId }) => userId))]).toEqual([cast.student.id]);
    await database().enrolment.create({
      data: { classId: cast.otherClassId, userId: cast.student.id, role: 'student' },
    });
    const other = await readNow(cast.colleague, { classId: cast.otherClassId });
    expect(other.ok && other.students[0]?.at).toBeNull();
    expect(await readNow(cast.colleague, ofClass())).toMatchObject({ refused: 'notAllowed' });
    await database().enrolment.deleteMany({ where: { classId: cast.otherClassId, userId: cast.student.id } });
  });

  it('is sent anew of those alone who have changed since a reading that the page names', async () => {
    const whole = await readNow(cast.teacher, ofClass());
    if (!whole.ok) throw new Error('they teach it');
    expect(whole).toMatchObject({ after: null, gone: [] });
    const since = async (reading: string, classId = cast.classId) => {
      const read = await readNow(cast.teacher, { classId, after: reading });
      if (!read.ok) throw new Error('they teach it');
      return { ...read, students: read.students.map(({ id }) => id) };
    };
    expect(await since(whole.reading)).toMatchObject({ after: whole.reading, students: [], gone: [] });
    await is(second, { section: 'rules' });
    expect(await since(whole.reading)).toMatchObject({ after: whole.reading, students: [second.id] });
    await database().enrolment.deleteMany({ where: { ...ofClass(), userId: second.id } });
    expect(await since(whole.reading)).toMatchObject({ students: [], gone: [second.id] });
    await database().enrolment.create({ data: { ...ofClass(), userId: second.id, role: 'student' } });
    // of a server that was started anew, nothing is known
    const unknown = await since('another-1');
    expect(unknown).toMatchObject({ after: null, students: expect.arrayContaining([cast.student.id, second.id]) });
  });

  it('is noted of many at once as it is of each', async () => {
    await is(second);
    const since = (await seen(second)).at?.since;
    await upsertPresences(pool(), [
      place(cast.student, { questionId: 'another' }),
      place(cast.stranger),
      place(second, { questionId: null, section: 'rules', away: true }),
    ]);
    expect((await seen()).at).toMatchObject({ question: 'another', reading: false, left: false });
    expect((await seen(second)).at).toMatchObject({
      question: QUESTION,
      reading: true,
      section: 'rules',
      since,
      left: true,
    });
    expect(await database().presence.count({ where: { userId: cast.stranger.id } })).toBe(0);
    await is(cast.student);
  });

  it('is forgotten after a day', async () => {
    await is(second);
    await pool().query(`update presences set seen_at = now() - interval '25 hours' where user_id = $1`, [second.id]);
    expect(await deleteOldPresences(pool())).toBe(1);
    expect((await seen(second)).at).toBeNull();
  });
});

describe('an hour', () => {
  it('is one, whoever begins it, and ends with its hands', async () => {
    expect(await pauseHour(cast.teacher, { ...ofClass(), paused: true })).toMatchObject({ refused: 'noHour' });
    const [one, other] = await Promise.all([beginHour(cast.teacher, ofClass()), beginHour(cast.admin, ofClass())]);
    if (!one.ok || !other.ok || one.hour === null) throw new Error('it was begun');
    expect(other.hour?.id).toBe(one.hour.id);
    await raiseHand(cast.student, { hourId: one.hour.id });
    expect((await seen()).hand).not.toBeNull();
    expect(await endHour(cast.teacher, ofClass())).toEqual({ ok: true, hour: null });
    expect((await seen()).hand).toBeNull();
    expect(await raiseHand(cast.student, { hourId: one.hour.id })).toMatchObject({ refused: 'noHour' });
    expect(await readOwnHours(cast.student, {})).toEqual({ ok: true, hours: [] });
  });

  it('is led by who teaches the class alone', async () => {
    for (const who of [assistant, cast.student, cast.colleague, second])
      expect(await beginHour(who, ofClass())).toMatchObject({ refused: 'notAllowed' });
  });

  it('brings everybody to a place of something that the class has, and says how long ago', async () => {
    await beginHour(cast.teacher, ofClass());
    const to = { ...ofClass(), lessonId: cast.lessonId };
    expect(await bringClass(cast.teacher, { ...to, section: 'no-such-place' })).toMatchObject({ refused: 'notFound' });
    expect(await bringClass(cast.teacher, { ...to, lessonId: cast.unwrittenId, section: null })).toMatchObject({
      refused: 'notFound',
    });
    expect(await bringClass(cast.teacher, { ...to, section: QUESTION })).toMatchObject({ ok: true });
    const own = await readOwnHours(cast.student, {});
    const [first] = own.ok ? own.hours : [];
    expect(first?.hour.place).toMatchObject({ lesson: cast.lessonId, section: QUESTION });
    expect(first?.hour.place?.path).toMatch(/^\/lessons\//);
    expect(first?.hour.place?.heading).toBeTruthy();
    expect(first?.placedAgo).toBeGreaterThanOrEqual(0);
    expect(await readOwnHours(cast.stranger, {})).toEqual({ ok: true, hours: [] });
    await endHour(cast.teacher, ofClass());
  });

  it('is over by itself, and another one can be begun then', async () => {
    const begun = await beginHour(cast.teacher, ofClass());
    await raiseHand(cast.student, { hourId: (begun.ok && begun.hour?.id) || '' });
    await pool().query("update class_hours set changed_at = now() - $1 * interval '1 ms' where ended_at is null", [
      HOUR_LASTS_MS + 1_000,
    ]);
    expect(await readOwnHours(cast.student, {})).toEqual({ ok: true, hours: [] });
    // with the hands that were up
    expect((await seen()).hand).toBeNull();
    const next = await beginHour(cast.teacher, ofClass());
    expect(next.ok && begun.ok && next.hour?.id !== begun.hour?.id).toBe(true);
    await endHour(cast.teacher, ofClass());
  });
});

describe('hands', () => {
  it('stand in the order in which they were raised, once each, and go down by their owner or the desk', async () => {
    const begun = await beginHour(cast.teacher, ofClass());
    const hourId = (begun.ok && begun.hour?.id) || '';
    const [first] = [await raiseHand(second, { hourId }), await raiseHand(cast.student, { hourId })];
    expect(await raiseHand(second, { hourId })).toEqual(first);
    const own = async (who: Person) => {
      const read = await readOwnHours(who, {});
      return read.ok ? read.hours[0]?.hand : undefined;
    };
    expect(await own(cast.student)).toMatchObject({ before: 1 });
    expect(await raiseHand(cast.stranger, { hourId })).toMatchObject({ refused: 'noHour' });
    const hand = (first.ok && first.hand?.id) || '';
    for (const who of [cast.student, cast.colleague, cast.stranger])
      expect(await lowerHand(who, { hand })).toMatchObject({ refused: 'notAllowed' });
    expect(await lowerHand(assistant, { hand })).toEqual({ ok: true });
    expect(await own(second)).toBeNull();
    const mine = await own(cast.student);
    expect(mine).toMatchObject({ before: 0 });
    expect(await lowerHand(cast.student, { hand: mine?.id ?? '' })).toEqual({ ok: true });
    expect(await own(cast.student)).toBeNull();
    await endHour(cast.teacher, ofClass());
  });
});

describe('what somebody is typing', () => {
  const of = (more: object = {}) => ({
    ...ofClass(),
    ...asked(),
    userId: cast.student.id,
    opening: randomUUID(),
    ...more,
  });
  const openings = () => database().auditEvent.count({ where: { action: 'draft.opened', subject: cast.student.id } });

  it('is opened by who teaches, and by an assistant who was allowed to; each opening is noted once', async () => {
    await saveDraft(cast.student, { ...asked(), answer: TYPED });
    const before = await openings();
    const one = of();
    const opened = await openDraft(cast.teacher, one);
    expect(opened.ok && opened.opened.typed?.answer).toEqual(TYPED);
    // never the key
    expect(JSON.stringify(opened)).not.toContain('"key"');
    await openDraft(cast.teacher, one);
    expect(await openings()).toBe(before + 1);
    for (const who of [assistant, cast.colleague, cast.stranger, second])
      expect(await openDraft(who, of())).toMatchObject({ refused: 'notAllowed' });
    expect(await openings()).toBe(before + 1);
    expect(await selectWatchers(database(), { userId: cast.student.id, lessonId: cast.lessonId })).toEqual([
      cast.teacher.name,
    ]);
    await database().classAssistant.updateMany({ where: { userId: assistant.id }, data: { mayDrafts: true } });
    expect(await openDraft(assistant, of())).toMatchObject({ ok: true });
    expect(await openings()).toBe(before + 2);
    expect(await selectWatchers(database(), { userId: cast.student.id, lessonId: cast.lessonId })).toEqual([
      assistant.name,
      cast.teacher.name,
    ]);
    await database().classAssistant.updateMany({ where: { userId: assistant.id }, data: { mayDrafts: false } });
  });

  it('is of nobody outside the class, of nothing that the class was not given, and of no question that is not asked', async () => {
    for (const more of [{ userId: cast.stranger.id }, { lessonId: cast.unwrittenId }, { questionId: 'none' }])
      expect(await openDraft(cast.teacher, of(more))).toMatchObject({ refused: 'notFound' });
    await database().activity.updateMany({ where: ofClass(), data: { withdrawnAt: new Date() } });
    expect(await openDraft(cast.teacher, of())).toMatchObject({ refused: 'notFound' });
    expect(await selectWatchers(database(), { userId: cast.student.id, lessonId: cast.lessonId })).toEqual([]);
    await database().activity.updateMany({ where: ofClass(), data: { withdrawnAt: null } });
  });

  it('is kept as it was to be shown, without whoever has typed nothing', async () => {
    const students = [second.id, cast.student.id, cast.stranger.id];
    expect(await takeSnapshot(cast.teacher, { ...ofClass(), ...asked(), students: [second.id] })).toMatchObject({
      refused: 'nothingTyped',
    });
    const taken = await takeSnapshot(cast.teacher, { ...ofClass(), ...asked(), students });
    await saveDraft(cast.student, { ...asked(), answer: { kind: 'maths', parts: { dx: 'x' } } });
    const snapshot = (taken.ok && taken.snapshot) || '';
    const read = await readSnapshot(cast.teacher, { snapshot });
    expect(read.ok && read.shown.answers.map(({ name, answer }) => [name, answer])).toEqual([
      [cast.student.name, TYPED],
    ]);
    expect(JSON.stringify(read)).not.toContain('"key"');
    for (const who of [assistant, cast.colleague, cast.student])
      expect(await readSnapshot(who, { snapshot })).toMatchObject({ refused: 'notAllowed' });
    expect(await readSnapshot(cast.teacher, { snapshot: randomUUID() })).toMatchObject({ refused: 'notFound' });
  });
});

describe('over the sockets', () => {
  it(
    'a class hears of the hour at once, a place is noted while its page is there, and nobody else hears anything',
    PATIENT,
    async () => {
      const port = await freePort();
      const server = await startServer(cast.url, port);
      const address = `http://127.0.0.1:${port}`;
      const clients = await Promise.all(
        [cast.student, cast.stranger].map(async ({ id }) => new LiveClient(address, { cookie: await cookieOf(id) })),
      );
      const [student, stranger] = clients;
      if (student === undefined || stranger === undefined) throw new Error('there are two');
      const heard: unknown[] = [];
      stranger.socket.on('hour', (news) => heard.push(news));
      for (const client of clients) expect(await client.ask('follow', {})).toMatchObject({ ok: true });
      const told = new Promise((resolve) => student.socket.once('hour', resolve));
      await beginHour(cast.teacher, ofClass());
      expect(await told).toMatchObject({ class: cast.classId, learns: true, hour: { paused: false, place: null } });
      const paused = new Promise((resolve) => student.socket.once('hour', resolve));
      await pauseHour(cast.teacher, { ...ofClass(), paused: true });
      expect(await paused).toMatchObject({ hour: { paused: true } });
      // their other windows are closed
      await database().presence.deleteMany({ where: { userId: cast.student.id } });
      await student.ask('at', { lesson: cast.lessonId, question: QUESTION, section: null, away: false });
      expect((await seen()).at).toMatchObject({ left: false });
      student.socket.disconnect();
      await expect.poll(async () => (await seen()).at?.left).toBe(true);
      expect(heard).toEqual([]);
      stranger.socket.disconnect();
      await server.kill('SIGTERM');
    },
  );

  it(
    'places that are said within a moment are stored together, each of whoever may; a sign-in that has ended says nothing',
    PATIENT,
    async () => {
      const port = await freePort();
      const server = await startServer(cast.url, port);
      const address = `http://127.0.0.1:${port}`;
      const people = [cast.student, second];
      const [one, two] = await Promise.all(
        people.map(async ({ id }) => new LiveClient(address, { cookie: await cookieOf(id) })),
      );
      const nobody = new LiveClient(address);
      if (one === undefined || two === undefined) throw new Error('there are two');
      await database().presence.deleteMany();
      const at = (question: string) => ({ lesson: cast.lessonId, question, section: null, away: false });
      // of one page the second is not lost, and comes after the first
      const replies = await Promise.all([
        one.ask('at', at('first')),
        one.ask('at', at('then')),
        two.ask('at', at(QUESTION)),
        nobody.ask('at', at(QUESTION)),
      ]);
      expect(replies).toMatchObject([{ ok: true }, { ok: true }, { ok: true }, { ok: false, refused: 'notAllowed' }]);
      expect((await seen()).at?.question).toBe('then');
      expect((await seen(second)).at?.question).toBe(QUESTION);
      // said, and gone or signed out before that moment was over
      const said = one.ask('at', at('last'));
      said.catch(() => undefined);
      await database().signIn.deleteMany({ where: { userId: second.id } });
      const late = two.ask('at', at('late'));
      one.socket.disconnect();
      expect(await late).toMatchObject({ ok: false, refused: 'notAllowed' });
      await expect.poll(async () => (await seen()).at).toMatchObject({ question: 'last', left: true });
      expect((await seen(second)).at?.question).toBe(QUESTION);
      for (const client of [two, nobody]) client.socket.disconnect();
      await server.kill('SIGTERM');
    },
  );

  it(
    'a server that is stopped in an orderly way stores what was said to it, and that they have left',
    PATIENT,
    async () => {
      const port = await freePort();
      const server = await startServer(cast.url, port);
      const client = new LiveClient(`http://127.0.0.1:${port}`, { cookie: await cookieOf(cast.student.id) });
      await client.ask('follow', {});
      await database().presence.deleteMany();
      client.socket.emit('at', { lesson: cast.lessonId, question: 'at the end', section: null, away: false });
      // what is asked after it is answered at once: the place has come, and waits for others
      await client.ask('clock', {});
      expect(await database().presence.count()).toBe(0);
      await server.kill('SIGTERM');
      client.socket.disconnect();
      expect((await seen()).at).toMatchObject({ question: 'at the end', left: true });
    },
  );
});
