/** Who may regrade and grade again, and what is refused: each by every kind of person, no worker needed. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { database, disconnect, type Queryable } from '../../db/client.ts';
import { gradeFailedAgain } from '../../db/failures.ts';
import { type Hint, listen } from '../../db/notify.ts';
import { updateItem } from '../../db/regrades.ts';
import { updateScores } from '../../db/scores.ts';
import { insertVerdict } from '../../db/submissions.ts';
import { insertUser } from '../../db/users.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { GRADER_VERSION, type Verdict } from '../../domain/results/verdict.ts';
import { decide } from '../../server/features/board/commands.ts';
import { applyRegrade, cancelRegrade, startRegrade } from '../../server/features/regrading/commands.ts';
import { gradeAgain, readFailures } from '../../server/features/regrading/grade-again.ts';
import { readRegrade, readRegradeOffer } from '../../server/features/regrading/queries.ts';
import { createGrader } from '../../workers/grade.ts';
import { regradeJob } from '../../workers/job.ts';
import { makeLog } from '../../workers/log.ts';
import { GUARD_MS } from '../support/guard.ts';
import {
  CHOICE,
  grade,
  handIn,
  handInGraded,
  makeRegradeClass,
  otherKey,
  type RegradeClass,
  scoreOf,
  start,
  viewOf,
} from '../support/regrading.ts';

let room: RegradeClass;
/** a teacher of another class, and a student of none */
let colleague: Person;
let stranger: Person;

beforeEach(async () => {
  room = await makeRegradeClass();
  const db = database();
  colleague = await insertUser(db, { name: 'C', login: 'colleague', role: 'teacher', passwordHash: null });
  stranger = await insertUser(db, { name: 'S', login: 'stranger', role: 'student', passwordHash: null });
});
afterAll(disconnect);

const FAILED: Partial<Verdict> = {
  outcome: 'failed',
  result: 'error',
  points: 0,
  feedback: [{ code: 'feedback.graderFailed', params: { reference: 'abcd1234' } }],
};
const WRONG: Verdict = {
  outcome: 'graded',
  result: 'fail',
  points: 0,
  maxPoints: 1,
  tests: [],
  feedback: [],
  signature: 'wrong',
  slips: [],
};

/** What a worker does with an item. */
const propose = (regrade: string, submission: string, verdict: Verdict = WRONG): Promise<boolean> =>
  updateItem(database(), { regrade, submission }, { verdict, grader: GRADER_VERSION });

/** A submission that was right, in a regrade by which it is wrong. */
async function reported(): Promise<{ submission: string; regrade: string }> {
  const submission = await handInGraded(room, room.ada);
  await otherKey(room);
  const regrade = await start(room);
  expect(await propose(regrade, submission)).toBe(true);
  return { submission, regrade };
}

type Who = 'admin' | 'teacher' | 'colleague' | 'student' | 'stranger';
const EVERYBODY: Who[] = ['admin', 'teacher', 'colleague', 'student', 'stranger'];
const people = (): Record<Who, Person> => ({ ...room, student: room.ada, colleague, stranger });

/** The database, and how many statements were sent by way of it. */
function counting(): { counted: Queryable; statements(): number } {
  let count = 0;
  const counted = database().$extends({
    query: {
      $allOperations({ args, query }) {
        count += 1;
        return query(args);
      },
    },
  });
  return { counted: counted as unknown as Queryable, statements: () => count };
}

interface Row {
  may: Who[];
  send(person: Person): Promise<Outcome<object>>;
}
const ofClass: Who[] = ['admin', 'teacher'];
const scope = () => ({ lessonId: room.lessonId, classId: room.classId });
const everywhere = () => ({ lessonId: room.lessonId, classId: null });
const wider = async () => start(room, [CHOICE], room.admin, null);
const table: Record<string, Row> = {
  offer: { may: ofClass, send: (who) => readRegradeOffer(who, scope()) },
  'offer of all classes': { may: ['admin'], send: (who) => readRegradeOffer(who, everywhere()) },
  start: { may: ofClass, send: (who) => startRegrade(who, { ...scope(), questionIds: [CHOICE] }) },
  'start for all classes': { may: ['admin'], send: (who) => startRegrade(who, { ...everywhere(), questionIds: [] }) },
  read: { may: ofClass, send: async (who) => readRegrade(who, { regrade: await start(room) }) },
  'read one of all classes': { may: ['admin'], send: async (who) => readRegrade(who, { regrade: await wider() }) },
  cancel: { may: ofClass, send: async (who) => cancelRegrade(who, { regrade: await start(room) }) },
  'cancel one of all classes': { may: ['admin'], send: async (who) => cancelRegrade(who, { regrade: await wider() }) },
  apply: {
    may: ofClass,
    send: async (who) => applyRegrade(who, { regrade: (await withItems(await start(room))).regrade }),
  },
  'apply one of all classes': {
    may: ['admin'],
    send: async (who) => applyRegrade(who, { regrade: (await withItems(await wider())).regrade }),
  },
  failures: { may: ofClass, send: (who) => readFailures(who, scope()) },
  'failures of all classes': { may: ['admin'], send: (who) => readFailures(who, { lessonId: null, classId: null }) },
  gradeAgain: { may: ofClass, send: (who) => gradeAgain(who, { ...scope(), submission: null }) },
  'gradeAgain of all classes': {
    may: ['admin'],
    send: (who) => gradeAgain(who, { lessonId: null, classId: null, submission: null }),
  },
};

/** All of its items have a verdict. */
async function withItems(regrade: string): Promise<{ regrade: string }> {
  for (const { submissionId } of await database().regradeItem.findMany({ where: { regradeId: regrade } }))
    await propose(regrade, submissionId);
  return { regrade };
}

describe('who may send which command', () => {
  for (const [command, { may, send }] of Object.entries(table))
    it(`${command}: ${may.join(', ')}, and nobody else`, async () => {
      const [right, failed] = [await handInGraded(room, room.ada), await handInGraded(room, room.ben, FAILED)];
      await otherKey(room);
      const done: Who[] = [];
      for (const who of EVERYBODY) {
        const outcome = await send(people()[who]);
        if (outcome.ok) done.push(who);
        else expect([who, outcome.refused]).toEqual([who, 'notAllowed']);
        // for the next one it is as it was
        await database().regrade.deleteMany();
        await database().verdict.deleteMany();
        await grade(right);
        await grade(failed, FAILED);
      }
      expect(done).toEqual(may);
    });
});

const firstVersion = () =>
  database().lessonVersion.findFirstOrThrow({ where: { lessonId: room.lessonId, number: 1 }, select: { id: true } });

describe('applying', () => {
  it("keeps a teacher's decision, made before or after the report, and tells so", async () => {
    const [early, late] = [await handInGraded(room, room.ada), await handInGraded(room, room.ben)];
    expect(await decide(room.teacher, { submission: early, points: 0.5 })).toEqual({ ok: true });
    await otherKey(room);
    const regrade = await start(room);
    for (const submission of [early, late]) await propose(regrade, submission);
    expect((await viewOf(room, regrade)).report).toMatchObject({ kept: 1, counts: { unchanged: 1, fewer: 1 } });
    expect(await decide(room.teacher, { submission: late, points: 1 })).toEqual({ ok: true });
    expect((await viewOf(room, regrade)).report).toMatchObject({ kept: 2, counts: { unchanged: 2, fewer: 0 } });
    expect(await applyRegrade(room.teacher, { regrade })).toEqual({ ok: true });
    expect(await scoreOf(room, room.ada)).toMatchObject({ points: 0.5 });
    expect(await scoreOf(room, room.ben)).toMatchObject({ points: 1 });
    // what the grader says now is there all the same
    expect(await database().verdict.count({ where: { regradeId: regrade } })).toBe(2);
  });

  it('is done once, also when two teachers press at the same time', async () => {
    const { regrade } = await reported();
    const both = await Promise.all([
      applyRegrade(room.teacher, { regrade }),
      applyRegrade(room.admin, { regrade }),
      applyRegrade(room.teacher, { regrade }),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.flatMap((one) => (one.ok ? [] : one.refused))).toEqual(['regradeEnded', 'regradeEnded']);
    expect(await applyRegrade(room.teacher, { regrade })).toEqual({ ok: false, refused: 'regradeEnded' });
    expect(await database().verdict.count({ where: { regradeId: regrade } })).toBe(1);
    expect(await database().auditEvent.count({ where: { action: 'regrade.apply' } })).toBe(1);
    expect(await scoreOf(room, room.ada)).toMatchObject({ points: 0, attempts: 1 });
  });

  it('takes a score away where nothing can be read any more', async () => {
    const submission = await handInGraded(room, room.ada);
    await otherKey(room);
    const regrade = await start(room);
    await propose(regrade, submission, { ...WRONG, outcome: 'invalid', result: 'error' });
    expect(await applyRegrade(room.teacher, { regrade })).toEqual({ ok: true });
    expect(await scoreOf(room, room.ada)).toBeNull();
  });

  it('grades against the version of the report, though another one is published meanwhile, and says so', async () => {
    const { regrade, submission } = await reported();
    const { id } = await database().lessonVersion.findFirstOrThrow({
      where: { lessonId: room.lessonId, number: 2 },
    });
    await database().$executeRaw`update lessons set published_id =
      (select id from lesson_versions v where v.lesson_id = lessons.id and number = 1) where id = ${room.lessonId}::uuid`;
    expect(await viewOf(room, regrade)).toMatchObject({ version: 2, published: 1 });
    expect(await applyRegrade(room.teacher, { regrade })).toEqual({ ok: true });
    const verdicts = await database().verdict.findMany({ where: { submissionId: submission, regradeId: regrade } });
    expect(verdicts.map((one) => one.lessonVersionId)).toEqual([id]);
  });

  it('is refused while something is not graded yet, and once another regrade has changed what it reports', async () => {
    const submission = await handInGraded(room, room.ada);
    await otherKey(room);
    const [narrow, wide] = [await start(room), await wider()];
    expect(await applyRegrade(room.teacher, { regrade: narrow })).toEqual({ ok: false, refused: 'regradeRunning' });
    await propose(narrow, submission);
    await propose(wide, submission);
    expect(await applyRegrade(room.admin, { regrade: wide })).toEqual({ ok: true });
    expect(await applyRegrade(room.teacher, { regrade: narrow })).toEqual({ ok: false, refused: 'regradeOutdated' });
    expect(await cancelRegrade(room.teacher, { regrade: narrow })).toEqual({ ok: true });
  });

  it('writes an item once, and nothing into a regrade that has ended', async () => {
    const { regrade, submission } = await reported();
    expect(await propose(regrade, submission, { ...WRONG, points: 1, result: 'pass' })).toBe(false);
    expect((await viewOf(room, regrade)).report?.counts).toMatchObject({ fewer: 1 });
    await handInGraded(room, room.ben);
    await database().verdict.updateMany({ data: { lessonVersionId: (await firstVersion()).id } });
    expect(await cancelRegrade(room.teacher, { regrade })).toEqual({ ok: true });
    const next = await start(room);
    expect(await cancelRegrade(room.teacher, { regrade: next })).toEqual({ ok: true });
    expect(await propose(next, submission)).toBe(false);
  });
});

describe('starting', () => {
  it('is refused where nothing was handed in before, where one is open, and for questions that do not exist', async () => {
    expect(await startRegrade(room.teacher, { ...scope(), questionIds: [] })).toMatchObject({
      refused: 'nothingToRegrade',
    });
    expect(await database().regrade.count()).toBe(0);
    const { regrade } = await reported();
    expect(await startRegrade(room.teacher, { ...scope(), questionIds: [CHOICE] })).toMatchObject({
      refused: 'regradeOpen',
    });
    expect(await startRegrade(room.teacher, { ...scope(), questionIds: ['no-such'] })).toMatchObject({
      refused: 'badInput',
    });
    expect(await applyRegrade(room.teacher, { regrade })).toEqual({ ok: true });
    expect(await startRegrade(room.teacher, { ...scope(), questionIds: [] })).toMatchObject({
      refused: 'nothingToRegrade',
    });
  });

  it('leaves out what is being graded and what comes later, counts it, and takes no other class', async () => {
    await handInGraded(room, room.ada);
    await handInGraded(room, stranger);
    await handIn(room, room.ben, CHOICE, { kind: 'choice', choices: ['A'] });
    await otherKey(room);
    const regrade = await start(room);
    await withItems(regrade);
    await handIn(room, room.chiara, CHOICE, { kind: 'choice', choices: ['A'] });
    expect(await viewOf(room, regrade)).toMatchObject({ progress: { items: 1 }, leftOut: 2 });
  });
});

describe('what the grader failed on', () => {
  it('is listed with its reference, graded again without an attempt spent, once, and told in the audit', async () => {
    const submission = await handInGraded(room, room.ada, FAILED);
    expect(await readFailures(room.teacher, scope())).toMatchObject({
      failures: [{ submission, student: room.ada.name, reference: 'abcd1234', question: { id: CHOICE } }],
    });
    const both = await Promise.all([
      gradeAgain(room.teacher, { ...scope(), submission }),
      gradeAgain(room.admin, { lessonId: null, classId: null, submission: null }),
    ]);
    expect(both.filter((one) => one.ok)).toEqual([{ ok: true, again: 1 }]);
    expect(both.flatMap((one) => (one.ok ? [] : one.refused))).toEqual(['notFailed']);
    const jobs = await database().$queryRaw`
      select task.identifier as task from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id where payload->>'submission' = ${submission}`;
    expect(jobs).toEqual([{ task: 'grade' }]);
    expect(await database().verdict.count()).toBe(0);
    expect(await database().auditEvent.count({ where: { action: 'verdict.gradeAgain', subject: submission } })).toBe(1);
  });

  it('is left alone where a teacher has decided, and what was graded is never graded again', async () => {
    const [decided, done] = [await handInGraded(room, room.ada, FAILED), await handInGraded(room, room.ben)];
    expect(await decide(room.teacher, { submission: decided, points: 1 })).toEqual({ ok: true });
    for (const submission of [decided, done, null])
      expect(await gradeAgain(room.teacher, { ...scope(), submission })).toEqual({ ok: false, refused: 'notFailed' });
  });

  it('is taken back only where it is a failure that counts, whatever was read before', async () => {
    const [done, failed, decided] = [
      await handInGraded(room, room.ada),
      await handInGraded(room, room.ben, FAILED),
      await handInGraded(room, room.chiara, FAILED),
    ];
    expect(await decide(room.teacher, { submission: decided, points: 1 })).toEqual({ ok: true });
    expect(await gradeFailedAgain(database(), [done, failed, decided])).toEqual([failed]);
    expect(await gradeFailedAgain(database(), [done, failed, decided])).toEqual([]);
  });

  it('of several at once goes into the queue in one statement, each with what it needs, and is told in one', async () => {
    const code = { kind: 'function', code: 'def jacobian(x, y, z):\n    return 0\n' };
    const failed = [
      await handInGraded(room, room.ada, FAILED),
      await handInGraded(room, room.ada, FAILED, 'jacobian', code),
      await handInGraded(room, room.ben, FAILED),
      await handInGraded(room, room.chiara, FAILED, 'jacobian', code),
    ];
    const told: Hint[] = [];
    const listening = Promise.withResolvers<void>();
    const listener = listen(room.url, (hint) => told.push(hint), listening.resolve);
    await listening.promise;
    const { counted, statements } = counting();
    expect((await gradeFailedAgain(counted, failed)).toSorted()).toEqual(failed.toSorted());
    // taken back, put into the queue, told: of four as of one
    expect(statements()).toBe(3);
    const jobs = await database().$queryRaw<{ submission: string; flags: object | null; priority: number }[]>`
      select payload->>'submission' as submission, flags, priority from graphile_worker._private_jobs`;
    const of = (submission: string | undefined) => jobs.filter((one) => one.submission === submission);
    const flags = (who: Person) => ({ code: true, [`code:${who.id}`]: true });
    // who has more waiting comes after who has less
    expect(failed.map(of)).toEqual([
      [{ submission: failed[0], flags: null, priority: 12 }],
      [{ submission: failed[1], flags: flags(room.ada), priority: 12 }],
      [{ submission: failed[2], flags: null, priority: 11 }],
      [{ submission: failed[3], flags: flags(room.chiara), priority: 11 }],
    ]);
    await expect.poll(() => told.filter((one) => one.about === 'verdict')).toHaveLength(4);
    expect(told.filter((one) => one.about === 'board')).toHaveLength(3);
    await listener.close();
  });

  it('is not reached through a class in which the student does not sit', async () => {
    const submission = await handInGraded(room, stranger, FAILED);
    expect(await readFailures(room.teacher, scope())).toMatchObject({ failures: [] });
    expect(await gradeAgain(room.teacher, { ...scope(), submission })).toMatchObject({ refused: 'notFailed' });
    expect(await gradeAgain(room.admin, { classId: null, lessonId: null, submission })).toEqual({ ok: true, again: 1 });
  });
});

it('scores of several are computed at once, in as many statements as one: made, changed, and gone where nothing counts', async () => {
  const people = [room.ada, room.ben, room.chiara, room.deniz];
  const [ada, ben, chiara] = await Promise.all([
    handInGraded(room, room.ada),
    handInGraded(room, room.ben, { result: 'partial', points: 0.25 }),
    handInGraded(room, room.chiara),
  ]);
  await database().score.delete({
    where: { userId_lessonId_questionId: { userId: room.ada.id, lessonId: room.lessonId, questionId: CHOICE } },
  });
  await database().score.updateMany({
    where: { userId: room.ben.id },
    data: { points: 1, attempts: 9, updatedAt: new Date(0) },
  });
  await database().verdict.updateMany({ where: { submissionId: chiara }, data: { outcome: 'invalid' } });
  const places = people.map(({ id: userId }) => ({ userId, questionId: CHOICE }));
  const { counted, statements } = counting();
  await updateScores(counted, room.lessonId, places);
  const several = statements();
  const scores = await Promise.all(people.map((one) => scoreOf(room, one)));
  expect(scores).toMatchObject([
    { submissionId: ada, result: 'pass', points: 1, maxPoints: 1, attempts: 1 },
    { submissionId: ben, result: 'partial', points: 0.25, maxPoints: 1, attempts: 1 },
    null,
    null,
  ]);
  expect(scores[1]?.updatedAt.getTime()).toBeGreaterThan(Date.now() - GUARD_MS);
  await updateScores(counted, room.lessonId, places.slice(0, 1));
  // what is gone is one more
  expect(several).toBe(statements() - several + 1);
});

it('an answer that was graded before one was asked is read as it was then, and one that could not be read is asked about', async () => {
  const parts = { dx: '4/2xy', dy: 'x^2 + z^3', dz: '3yz^2' };
  const before: Record<string, Partial<Verdict>> = {
    graded: { ...WRONG, result: 'pass', points: 3, maxPoints: 3 },
    invalid: { ...WRONG, outcome: 'invalid', result: 'error', maxPoints: 3 },
  };
  const made = await Promise.all(
    Object.entries(before).map(async ([outcome, verdict], index) => {
      const who = [room.ada, room.ben][index] ?? room.ada;
      const id = await handIn(room, who, 'manual-gradients', { parts });
      const submission = await database().submission.findUniqueOrThrow({ where: { id } });
      await insertVerdict(database(), submission, { ...WRONG, ...verdict }, '3');
      return { id, outcome };
    }),
  );
  const regrade = await start(room, ['manual-gradients']);
  const grader = createGrader();
  const log = makeLog('test', 'silent');
  for (const { id } of made) await regradeJob(database(), grader, { regrade, submission: id }, log);
  await grader.close();
  for (const { id, outcome } of made) {
    const item = await database().regradeItem.findFirstOrThrow({ where: { submissionId: id } });
    expect(item.proposed).toMatchObject({ outcome });
  }
});
