/** What is new for somebody follows from what happened; and a mail a day says so, by a real mail server on this machine. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import pino from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { selectGiven } from '../../db/activity-given.ts';
import { database, pool } from '../../db/client.ts';
import { selectDueDigests } from '../../db/mail.ts';
import { countNotices, selectNotices } from '../../db/notices.ts';
import { insertSubmission } from '../../db/submissions.ts';
import { insertUser } from '../../db/users.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { standingOf } from '../../domain/activities/standing.ts';
import type { Person } from '../../domain/people/person.ts';
import { release, takeBack } from '../../server/features/activities/commands.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { invite } from '../../server/features/classes/invitations.ts';
import { ask, noteRead as noteInquiryRead, say as sayToInquiry } from '../../server/features/inquiries/commands.ts';
import { openSession } from '../../server/features/live/commands.ts';
import { handOver } from '../../server/features/live/hand-over.ts';
import {
  chooseDigest,
  chooseKind,
  confirm,
  giveAddress,
  noteSeen,
  unsubscribe,
} from '../../server/features/notices/commands.ts';
import { readNotices } from '../../server/features/notices/reading.ts';
import { noteRead, say } from '../../server/features/remarks/commands.ts';
import { sendDigest } from '../../server/mail/digest.ts';
import { type Mailer, MailFault, makeMailer } from '../../server/mail/transport.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';

const QUESTION = 'jacobian';
const DAY_MS = 86_400_000;
let cast: Cast;

const URL = 'http://nabla.school.example';
const PASSWORD = 'secret-password';
const log = pino({ level: 'silent' });
const SENDS = { url: URL, log };
let server: SMTPServer;
let mailer: Mailer;
let received: { to: string[]; text: string; user: string | undefined }[] = [];
/** What the mail server says instead of taking a mail. */
let refuses: number | undefined;
let smtpAddress = '';

/** A mail server on this machine, and where it is. */
async function openMailServer(): Promise<string> {
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.password === PASSWORD ? done(null, { user: auth.username ?? '' }) : done(new Error('no')),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refuses !== undefined) return done(Object.assign(new Error('no'), { responseCode: refuses }));
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts)
            .toString('utf8')
            .replaceAll('=\r\n', '')
            .replaceAll(/\r\n[ \t]+/g, ' '),
          user: session.user,
        });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  return `smtp://nabla:${PASSWORD}@127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

beforeAll(async () => {
  cast = await makeCast();
  const smtpUrl = await openMailServer();
  smtpAddress = smtpUrl;
  mailer = makeMailer({ smtpUrl, from: 'Nabla <nabla@school.example>', url: URL });
  vi.stubEnv('DATABASE_URL', cast.url);
  vi.stubEnv('NABLA_SECRET', 'a secret of at least 32 characters');
  vi.stubEnv('NABLA_SMTP_URL', smtpUrl);
  vi.stubEnv('NABLA_MAIL_FROM', 'Nabla <nabla@school.example>');
  vi.stubEnv('NABLA_PUBLIC_URL', URL);
  // what was there before somebody came is no news to them
  await database().enrolment.updateMany({ data: { joinedAt: new Date(Date.now() - DAY_MS) } });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await dismissCast();
});

async function studentOf(login: string): Promise<Person> {
  const person = await insertUser(database(), { name: `The ${login}`, login, role: 'student', passwordHash: null });
  const joinedAt = new Date(Date.now() - DAY_MS);
  await database().enrolment.create({ data: { classId: cast.classId, userId: person.id, role: 'student', joinedAt } });
  return person;
}
const told = async (who: Person): Promise<[string, string | null, boolean][]> =>
  (await readNotices(who)).map(({ kind, href, fresh }) => [kind, href, fresh]);
const kinds = async (who: Person): Promise<string[]> => (await told(who)).map(([kind]) => kind).toSorted();
const count = (who: Person): Promise<number> => countNotices({ db: database(), pool: pool() }, who.id);
const seeAll = async (who: Person): Promise<void> => {
  const [newest] = await readNotices(who);
  if (newest !== undefined) await noteSeen(who, { upTo: newest.at });
};
const give = async (rules: Partial<typeof USUAL_SETTINGS> & { students?: string[] } = {}): Promise<string> => {
  const given = await giveActivity(cast.teacher, {
    ...USUAL_SETTINGS,
    ...{ classId: cast.classId, lessonId: cast.lessonId },
    ...rules,
  });
  if (!given.ok) throw new Error(given.refused);
  return given.activityId;
};
async function handIn(person: Person): Promise<string> {
  const lesson = await database().lesson.findUniqueOrThrow({ where: { id: cast.lessonId } });
  const of = { lessonId: cast.lessonId, lessonVersionId: lesson.publishedId ?? '', questionId: QUESTION };
  const more = { clientId: randomUUID(), seed: 's', purpose: 'submit' as const };
  const answer = { kind: 'function' as const, code: 'def f(x):\n    return x\n' };
  return (await insertSubmission(database(), { userId: person.id, ...of, ...more, answer })).id;
}
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('what is new', () => {
  it('is what was given, due, released, said and asked, to whom it is about and to nobody else', async () => {
    const ann = await studentOf('ann');
    const activity = await give({ dueAt: inHours(20), answers: 'onRelease', students: [ann.id] });
    expect(await told(ann)).toEqual([
      ['due', '/lessons/gradients-and-derivatives', true],
      ['given', '/lessons/gradients-and-derivatives', true],
    ]);
    expect(await kinds(cast.student)).toEqual([]);
    const work = await handIn(ann);
    await release(cast.teacher, { classId: cast.classId, activityId: activity, released: true });
    const remark = randomUUID();
    const on = { classId: cast.classId, submissionId: work };
    await say(cast.teacher, { ...on, remark, line: null, text: 'A secret **remark**.' });
    const inquiry = randomUUID();
    const at = { classId: cast.classId, lessonId: cast.lessonId, questionId: QUESTION, answer: null };
    await ask(ann, { ...at, inquiry, text: 'Why?' });
    expect(await told(cast.teacher)).toEqual([['asked', `/classes/${cast.classId}/asked?inquiry=${inquiry}`, true]]);
    await sayToInquiry(cast.teacher, { inquiry, message: randomUUID(), text: 'So.' });
    expect(await told(cast.teacher)).toEqual([]);
    expect(await kinds(ann)).toEqual(['answer', 'due', 'given', 'released', 'remark']);
    expect((await told(ann)).find(([kind]) => kind === 'remark')?.[1]).toBe(
      `/lessons/gradients-and-derivatives#${QUESTION}.remarks`,
    );
    // words of others, and what was typed, are in none of it
    expect(JSON.stringify(await readNotices(ann))).not.toMatch(/secret|So\./);
    expect(await count(ann)).toBe(5);
    // read where it stands it is no news
    await noteRead(ann, { ...on, upTo: remark });
    expect(await count(ann)).toBe(4);
    await say(ann, { ...on, remark: randomUUID(), line: null, text: 'Oh.' });
    expect(await kinds(cast.teacher)).toEqual(['reply']);
    await seeAll(ann);
    expect(await count(ann)).toBe(0);
    expect((await told(ann)).every(([, , fresh]) => !fresh)).toBe(true);
    for (const who of [cast.student, cast.stranger, cast.colleague]) expect(await kinds(who)).toEqual([]);
    await database().activity.deleteMany({});
  });

  it('leaves out what somebody has turned off, and comes back as it was', async () => {
    const bea = await studentOf('bea');
    await give({ dueAt: inHours(20), students: [bea.id] });
    // two at the same moment are both done
    await Promise.all(
      (['given', 'remark', 'answer'] as const).map((kind) => chooseKind(bea, { kind, where: 'app', on: false })),
    );
    expect((await database().noticeSetting.findUniqueOrThrow({ where: { userId: bea.id } })).off.toSorted()).toEqual([
      'answer',
      'given',
      'remark',
    ]);
    for (const kind of ['remark', 'answer'] as const) await chooseKind(bea, { kind, where: 'app', on: true });
    await chooseKind(bea, { kind: 'due', where: 'mail', on: false });
    expect(await kinds(bea)).toEqual(['due']);
    await chooseKind(bea, { kind: 'given', where: 'app', on: true });
    expect(await kinds(bea)).toEqual(['due', 'given']);
    const unmailed = await selectNotices(database(), bea.id, { which: 'unmailed', most: 10 });
    expect(unmailed.map(({ kind }) => kind)).toEqual(['given']);
    await database().activity.deleteMany({});
  });

  it('is due within a day of the date that holds for this student, and not once all is handed in or excused', async () => {
    const cas = await studentOf('cas');
    const activityId = await give({ dueAt: inHours(40), students: [cas.id] });
    expect(await kinds(cas)).toEqual(['given']);
    const set = (data: { until?: Date; excused?: boolean }) =>
      database().activityOverride.upsert({
        where: { activityId_userId: { activityId, userId: cas.id } },
        create: { activityId, userId: cas.id, ...data },
        update: data,
      });
    await set({ until: new Date(inHours(10)) });
    expect(await kinds(cas)).toEqual(['due', 'given']);
    await set({ excused: true });
    expect(await kinds(cas)).toEqual(['given']);
    await set({ excused: false });
    await database().activity.update({ where: { id: activityId }, data: { questions: [QUESTION] } });
    expect(await kinds(cas)).toEqual(['due', 'given']);
    await handIn(cas);
    expect(await kinds(cas)).toEqual(['given']);
    await database().activity.deleteMany({});
  });

  it('is work again that was taken back and is given again, told once; to undo the taking back tells nothing', async () => {
    const xara = await studentOf('xara');
    const activityId = await give({ students: [xara.id] });
    expect(await told(xara)).toEqual([['given', '/lessons/gradients-and-derivatives', true]]);
    await seeAll(xara);
    const of = { classId: cast.classId, activityId };
    await takeBack(cast.teacher, { ...of, withdrawn: true });
    expect(await kinds(xara)).toEqual([]);
    await takeBack(cast.teacher, { ...of, withdrawn: false });
    expect(await told(xara)).toEqual([['given', '/lessons/gradients-and-derivatives', false]]);
    await takeBack(cast.teacher, { ...of, withdrawn: true });
    expect(await give({ students: [xara.id] })).toBe(activityId);
    expect(await told(xara)).toEqual([['given', '/lessons/gradients-and-derivatives', true]]);
    expect(await count(xara)).toBe(1);
    await seeAll(xara);
    // other rules are no new work
    await give({ students: [xara.id], attempts: 3 });
    expect(await count(xara)).toBe(0);
    await database().activity.deleteMany({});
  });

  it('says that answers can be seen when they open for this student, as their page does', async () => {
    const yves = await studentOf('yves');
    const activityId = await give({ students: [yves.id] });
    await handIn(yves);
    const at = (hours: number | undefined) => (hours === undefined ? null : new Date(inHours(hours)));
    type Case = {
      answers: string;
      late?: string;
      due?: number;
      closes?: number;
      released?: number;
      until?: number;
      excused?: boolean;
    };
    const cases: [Case, boolean][] = [
      [{ answers: 'atOnce', due: -2 }, false],
      [{ answers: 'never', due: -2, closes: -1 }, false],
      [{ answers: 'onRelease', due: -2 }, false],
      [{ answers: 'onRelease', due: 5, released: -1 }, true],
      // a release is for everybody
      [{ answers: 'onRelease', due: -2, released: -1, until: 5 }, true],
      [{ answers: 'afterDue', due: 1 }, false],
      [{ answers: 'afterDue', due: -1 }, true],
      [{ answers: 'afterDue', due: -1, until: 1 }, false],
      [{ answers: 'afterDue', due: -5, until: -1 }, true],
      // a date of their own takes the place of the others' also where it is earlier
      [{ answers: 'afterDue', due: 2, until: -1 }, true],
      [{ answers: 'afterClosing', due: -5, closes: 1 }, false],
      [{ answers: 'afterClosing', due: -5, closes: -1 }, true],
      [{ answers: 'afterClosing', due: -5, closes: -1, until: 1 }, false],
      [{ answers: 'afterClosing', due: -5, closes: 1, until: -1 }, false],
      // what takes nothing late closes when it is due
      [{ answers: 'afterClosing', late: 'closed', due: -1 }, true],
      [{ answers: 'afterClosing', late: 'closed', due: -1, closes: 5 }, true],
      [{ answers: 'afterClosing', late: 'closed', due: -2, until: 1 }, false],
      [{ answers: 'afterClosing', late: 'closed', due: 5, closes: 6, until: -1 }, true],
      // who is excused hears of it with the others, not before
      [{ answers: 'afterDue', due: 1, excused: true }, false],
      [{ answers: 'afterDue', due: -1, excused: true }, true],
      [{ answers: 'afterDue', due: -1, until: 1, excused: true }, false],
    ];
    for (const [{ answers, late = 'accepted', due, closes, released, until, excused = false }, expected] of cases) {
      await database().activity.update({
        where: { id: activityId },
        data: { answers, late, dueAt: at(due), closesAt: at(closes), releasedAt: at(released) },
      });
      const override = { until: at(until), excused };
      await database().activityOverride.upsert({
        where: { activityId_userId: { activityId, userId: yves.id } },
        create: { activityId, userId: yves.id, ...override },
        update: override,
      });
      const { given, now } = await selectGiven(database(), { userId: yves.id, lessonId: cast.lessonId });
      const seen = { told: (await kinds(yves)).includes('released'), page: standingOf(given, now).released };
      const of = JSON.stringify({ answers, late, due, closes, released, until, excused });
      expect({ of, ...seen }).toEqual({ of, told: expected, page: expected });
    }
    await database().activity.deleteMany({});
  });

  it('says nothing of answers that another class of theirs keeps still', async () => {
    const zita = await studentOf('zita');
    await give({ students: [zita.id], answers: 'afterDue', dueAt: inHours(1) });
    await handIn(zita);
    await database().activity.updateMany({ data: { dueAt: new Date(inHours(-1)) } });
    expect(await kinds(zita)).toContain('released');
    const joinedAt = new Date(Date.now() - DAY_MS);
    await database().enrolment.create({
      data: { classId: cast.otherClassId, userId: zita.id, role: 'student', joinedAt },
    });
    const stricter = {
      classId: cast.otherClassId,
      lessonId: cast.lessonId,
      answers: 'onRelease',
      questions: [QUESTION],
    };
    await database().activity.create({ data: stricter });
    expect(await kinds(zita)).not.toContain('released');
    await database().activity.updateMany({ where: { classId: cast.otherClassId }, data: { releasedAt: new Date() } });
    expect((await kinds(zita)).filter((kind) => kind === 'released')).toHaveLength(2);
    await database().activity.deleteMany({});
  });

  it('tells an invitation until it is answered, and a running quiz until it is over', async () => {
    const dan = await studentOf('dan');
    await invite(cast.colleague, { classId: cast.otherClassId, login: dan.login, as: 'student' });
    const lesson = await database().lesson.findUniqueOrThrow({ where: { id: cast.lessonId } });
    const room = await database().liveSession.create({
      data: {
        ...{ code: '123456', hostId: cast.teacher.id, classId: cast.classId, lessonId: cast.lessonId, state: {} },
        lessonVersionId: lesson.publishedId ?? '',
      },
    });
    expect(await kinds(dan)).toEqual(['invited', 'live']);
    expect((await told(dan)).find(([kind]) => kind === 'live')?.[1]).toMatch(/^\/join\/123456/);
    await database().liveSession.update({ where: { id: room.id }, data: { endedAt: new Date() } });
    await database().classInvitation.updateMany({ data: { answeredAt: new Date(), accepted: false } });
    expect(await kinds(dan)).toEqual([]);
  });

  it('tells a host whose room it has become, until it is over or somebody else’s', async () => {
    const [tess, tom] = await Promise.all(
      ['tess', 'tom'].map((login) =>
        insertUser(database(), { name: `The ${login}`, login, role: 'teacher', passwordHash: null }),
      ),
    );
    if (tess === undefined || tom === undefined) throw new Error('no teachers');
    const opened = await openSession(cast.teacher, { lessonId: cast.lessonId, classId: cast.classId });
    if (!opened.ok) throw new Error(opened.refused);
    const room = { id: opened.session };
    expect(await handOver(room.id, 'tess')).toEqual({ ok: true });
    expect(await told(tess)).toEqual([['hosting', `/live/${room.id}/host`, true]]);
    expect((await readNotices(tess))[0]).toMatchObject({
      who: cast.teacher.name,
      title: expect.stringContaining('Gradients'),
    });
    expect(await count(tess)).toBe(1);
    expect(await selectNotices(database(), tess.id, { which: 'unmailed', most: 9 })).toEqual([]);
    expect(await kinds(cast.teacher)).not.toContain('hosting');
    expect(await handOver(room.id, 'tom')).toEqual({ ok: true });
    expect(await kinds(tess)).toEqual([]);
    expect(await kinds(tom)).toEqual(['hosting']);
    await database().liveSession.update({ where: { id: room.id }, data: { endedAt: new Date() } });
    expect(await kinds(tom)).toEqual([]);
  });

  it('tells who teaches what waits for a decision, and an assistant only where they may decide', async () => {
    const eva = await studentOf('eva');
    await give({ students: [eva.id] });
    const submissionId = await handIn(eva);
    const of = { userId: eva.id, lessonId: cast.lessonId, questionId: QUESTION, submissionId };
    await database().$executeRaw`
      insert into scores (user_id, lesson_id, question_id, points, max_points, result, attempts, submission_id)
      values (${of.userId}::uuid, ${of.lessonId}::uuid, ${of.questionId}, 0, 3, 'undecided', 1, ${of.submissionId}::uuid)`;
    const helper = await insertUser(database(), { name: 'H', login: 'helper', role: 'student', passwordHash: null });
    await database().classAssistant.create({ data: { classId: cast.classId, userId: helper.id } });
    expect((await readNotices(cast.teacher)).filter(({ kind }) => kind === 'undecided')).toMatchObject([{ count: 1 }]);
    expect(await kinds(helper)).not.toContain('undecided');
    await database().classAssistant.updateMany({ data: { mayGrade: true } });
    expect(await kinds(helper)).toContain('undecided');
    await database().activity.deleteMany({});
  });
});

describe('the mail of a day', () => {
  beforeEach(() => {
    received = [];
    refuses = undefined;
  });

  /** What stands behind the link of the newest mail. */
  const linkOf = (): string => /\/mail\/confirm\/([\w-]+)/.exec(received.at(-1)?.text ?? '')?.[1] ?? '';
  const settings = (who: Person) => database().noticeSetting.findUniqueOrThrow({ where: { userId: who.id } });

  /** Somebody with an address that they have confirmed. */
  async function reader(login: string): Promise<Person> {
    const person = await studentOf(login);
    await giveAddress(person, { address: `${login}@school.example` });
    await confirm({ token: linkOf() });
    received = [];
    return person;
  }

  it('goes nowhere until an address was given and confirmed by its link, once', async () => {
    const fay = await studentOf('fay');
    await chooseDigest(fay, { on: true });
    expect(await database().noticeSetting.count({ where: { userId: fay.id, digest: true } })).toBe(0);
    expect(await giveAddress(fay, { address: 'fay@school.example' })).toEqual({ ok: true });
    expect(received).toMatchObject([{ to: ['fay@school.example'], user: 'nabla' }]);
    const link = linkOf();
    expect(received[0]?.text).toContain(`${URL}/mail/confirm/${link}`);
    expect(received[0]?.text).toContain('signs in to Nabla as fay');
    expect(JSON.stringify(await database().mailConfirmation.findMany())).not.toContain(link);
    expect(await confirm({ token: 'another one' })).toMatchObject({ refused: 'linkUsed' });
    expect(await confirm({ token: link })).toEqual({ ok: true });
    expect(await confirm({ token: link })).toMatchObject({ refused: 'linkUsed' });
    expect(await settings(fay)).toMatchObject({ mailAddress: 'fay@school.example', digest: true });
    refuses = 550;
    expect(await giveAddress(fay, { address: 'none@school.example' })).toMatchObject({ refused: 'mailNotTaken' });
    expect(await database().mailConfirmation.count({ where: { userId: fay.id } })).toBe(0);
    for (let tried = 0; tried < 4; tried++) await giveAddress(fay, { address: 'other@school.example' });
    expect(await giveAddress(fay, { address: 'other@school.example' })).toMatchObject({ refused: 'tooMany' });
    await giveAddress(fay, { address: null });
    expect(await settings(fay)).toMatchObject({ mailAddress: null, digest: false, mailToken: null });
  });

  it('says what is new and where, once a day, and nothing of what was said', async () => {
    const gil = await reader('gil');
    const day = { user: gil.id, day: '2026-12-01' };
    await sendDigest(database(), mailer, day, SENDS);
    expect(received).toEqual([]);
    await give({ dueAt: inHours(20), students: [gil.id] });
    const work = await handIn(gil);
    const on = { classId: cast.classId, submissionId: work, line: null };
    await say(cast.teacher, { ...on, remark: randomUUID(), text: 'A secret remark.' });
    await sendDigest(database(), mailer, { ...day, day: '2026-12-02' }, SENDS);
    await sendDigest(database(), mailer, { ...day, day: '2026-12-02' }, SENDS);
    expect(received).toHaveLength(1);
    const { mailToken } = await settings(gil);
    const [mail] = received;
    expect(mail?.to).toEqual(['gil@school.example']);
    for (const part of [
      /^Subject: 3 things are new in Nabla/m,
      new RegExp(`^Message-ID: <digest-${gil.id}-2026-12-02@nabla\\.school\\.example>`, 'm'),
      new RegExp(`^List-Unsubscribe: <${URL}/api/unsubscribe/${mailToken}>`, 'm'),
      /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m,
      /^Auto-Submitted: auto-generated/m,
      /- New work: Gradients & Derivatives \(own\)/,
      /- One remark on your work/,
      /Gradients &amp; Derivatives/,
      new RegExp(`${URL}/notices`),
    ])
      expect(mail?.text).toMatch(part);
    expect(mail?.text).not.toMatch(/secret|jacobian/i);
    // the next day there is nothing more
    await sendDigest(database(), mailer, { ...day, day: '2026-12-03' }, SENDS);
    expect(received).toHaveLength(1);
    // what was seen in the app is in no mail
    await say(cast.teacher, { ...on, remark: randomUUID(), text: 'More.' });
    await seeAll(gil);
    await sendDigest(database(), mailer, { ...day, day: '2026-12-04' }, SENDS);
    expect(received).toHaveLength(1);
    await database().activity.deleteMany({});
  });

  it('is tried again where the mail server did not take it, and says of that no password', async () => {
    const hal = await reader('hal');
    await give({ students: [hal.id] });
    const job = { user: hal.id, day: '2026-12-01' };
    refuses = 451;
    const fault = await sendDigest(database(), mailer, job, SENDS).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(MailFault);
    expect(String(fault)).toMatch(/451/);
    // others may be taken: they are not kept waiting by it
    expect(fault).toMatchObject({ isOfAddress: true, isForGood: false });
    const away = makeMailer({ smtpUrl: `smtp://nabla:${PASSWORD}@127.0.0.1:1`, from: 'n@s.example', url: URL });
    const gone = await sendDigest(database(), away, job, SENDS).catch((error: unknown) => error);
    expect(String(gone)).toMatch(/ECONNREFUSED|ESOCKET|ECONNECTION/);
    expect(gone).toMatchObject({ isOfAddress: false });
    const wrong = smtpAddress.replace(PASSWORD, 'another-one');
    const shut = makeMailer({ smtpUrl: wrong, from: 'n@s.example', url: URL });
    const unknown = await sendDigest(database(), shut, job, SENDS).catch((error: unknown) => error);
    expect(String(unknown)).toMatch(/EAUTH/);
    expect(unknown).toMatchObject({ isOfAddress: false, isForGood: false });
    for (const one of [fault, gone, unknown])
      expect(JSON.stringify([one, String(one), Object.entries(one ?? {})])).not.toMatch(/secret-password|another-one/);
    refuses = undefined;
    await sendDigest(database(), mailer, job, SENDS);
    expect(received).toHaveLength(1);
    await database().activity.deleteMany({});
  });

  it('is not sent twice that day by a process that was killed, and the next one tells what it would have told', async () => {
    const ivy = await reader('ivy');
    await give({ students: [ivy.id] });
    // taken on, and killed before the mail server had it
    const killed: Mailer = { send: () => new Promise(() => undefined), close: () => undefined };
    void sendDigest(database(), killed, { user: ivy.id, day: '2026-12-01' }, SENDS);
    await expect.poll(async () => (await settings(ivy)).mailedOn).not.toBeNull();
    await sendDigest(database(), mailer, { user: ivy.id, day: '2026-12-01' }, SENDS);
    expect(received).toEqual([]);
    await sendDigest(database(), mailer, { user: ivy.id, day: '2026-12-02' }, SENDS);
    expect(received[0]?.text).toMatch(/New work/);
    await database().activity.deleteMany({});
  });

  it('is due from a time of the day on by the clock of the school, one job for each who wants it', async () => {
    await database().noticeSetting.updateMany({ data: { mailedOn: null } });
    const wanted = await database().noticeSetting.count({ where: { digest: true } });
    expect(wanted).toBeGreaterThan(0);
    const { rows } = await pool().query<{ hour: number }>(
      `select extract(hour from now() at time zone 'UTC')::int as hour`,
    );
    const hour = rows[0]?.hour ?? 0;
    // a zone in which it is noon, and one in which it is a minute past midnight or later and long before that time
    const noon = hour <= 12 ? `Etc/GMT-${12 - hour}` : `Etc/GMT+${hour - 12}`;
    const due = (from: string) => selectDueDigests(database(), { zone: noon, from, most: 100 });
    expect(await due('23:00')).toEqual([]);
    const all = await due('08:00');
    expect(all).toHaveLength(wanted);
    // who is left alone for a while is not among them
    const [one = { user: '' }, ...others] = all;
    const but = [one.user];
    expect(await selectDueDigests(database(), { zone: noon, from: '08:00', most: 100, but })).toEqual(others);
    for (const one of all) await sendDigest(database(), mailer, one, SENDS);
    expect(await due('08:00')).toEqual([]);
  });

  it('is not tried again that day where its address is refused for good, and nobody else waits for it', async () => {
    const liv = await reader('liv');
    await give({ students: [liv.id] });
    refuses = 550;
    await sendDigest(database(), mailer, { user: liv.id, day: '2026-12-01' }, SENDS);
    refuses = undefined;
    await sendDigest(database(), mailer, { user: liv.id, day: '2026-12-01' }, SENDS);
    expect(received).toEqual([]);
    await sendDigest(database(), mailer, { user: liv.id, day: '2026-12-02' }, SENDS);
    expect(received).toHaveLength(1);
    await database().activity.deleteMany({});
  });

  it('is turned off by its link without signing in, and by nobody else’s', async () => {
    const jon = await reader('jon');
    const { mailToken } = await settings(jon);
    expect(await unsubscribe({ token: 'another-token' })).toMatchObject({ refused: 'linkUsed' });
    expect(await unsubscribe({ token: mailToken ?? '' })).toEqual({ ok: true });
    expect(await settings(jon)).toMatchObject({ digest: false, mailAddress: 'jon@school.example' });
    await give({ students: [jon.id] });
    await sendDigest(database(), mailer, { user: jon.id, day: '2026-12-01' }, SENDS);
    expect(received).toEqual([]);
    await database().activity.deleteMany({});
  });

  it.each([
    'a@b.example, c@d.example',
    'a@b.example\nBcc: c@d.example',
    '"x" <a@b.example>',
    'nobody',
    '<script>@b.example',
  ])('takes no address like %j', (address) => {
    expect(giveAddress.input.safeParse({ address }).success).toBe(false);
  });

  it('reads an answer that was read as no news', async () => {
    const kim = await reader('kim');
    const inquiry = randomUUID();
    const at = { classId: cast.classId, lessonId: cast.lessonId, questionId: QUESTION, answer: null };
    await ask(kim, { ...at, inquiry, text: 'Why?' });
    const message = randomUUID();
    await sayToInquiry(cast.teacher, { inquiry, message, text: 'So.' });
    await noteInquiryRead(kim, { inquiry, upTo: message });
    await sendDigest(database(), mailer, { user: kim.id, day: '2026-12-01' }, SENDS);
    expect(received).toEqual([]);
  });
});
