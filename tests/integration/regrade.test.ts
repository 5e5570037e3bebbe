/** Regrades: against a corrected lesson, graded by real workers (also killed ones), reported first, applied once. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database, disconnect } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { NewerDocument } from '../../domain/documents/format.ts';
import { readHistory } from '../../server/features/board/commands.ts';
import { readPractice } from '../../server/features/practice/queries.ts';
import { applyRegrade, cancelRegrade } from '../../server/features/regrading/commands.ts';
import { readRegradeOffer } from '../../server/features/regrading/queries.ts';
import { handIn as handInSample, SAMPLES } from '../faults/hand-in.ts';
import { type RunningProcess, startWorkers } from '../support/processes.ts';
import {
  CHOICE,
  correct,
  graded,
  handIn,
  handInGraded,
  makeRegradeClass,
  otherKey,
  type RegradeClass,
  ready,
  scoreOf,
  start,
  until,
  viewOf,
} from '../support/regrading.ts';

const LOOP = 'def jacobian(f, x, h=1e-5):\n    while True:\n        pass\n';

let room: RegradeClass;
let workers: RunningProcess | undefined;

beforeEach(async () => {
  room = await makeRegradeClass();
});
afterEach(async () => {
  // in order it would first finish the loops, of which nobody wants to know any more
  await workers?.kill('SIGKILL');
  workers = undefined;
});
afterAll(disconnect);

describe('a regrade', () => {
  it('reports first, counts for nothing until it is applied, and keeps the old verdicts as history', async () => {
    workers = await startWorkers(room.url);
    const { teacher, ada, ben, chiara, classId, lessonId } = room;
    await graded([
      await handIn(room, ada, CHOICE, { kind: 'choice', choices: ['A'] }),
      await handIn(room, ben, CHOICE, { kind: 'choice', choices: ['D'] }),
      await handIn(room, chiara, CHOICE, { kind: 'choice', choices: ['B'] }),
    ]);
    await otherKey(room);
    expect(await readRegradeOffer(teacher, { lessonId, classId })).toMatchObject({
      offer: {
        questions: expect.arrayContaining([expect.objectContaining({ id: CHOICE, submissions: 3, changed: 3 })]),
      },
    });
    const regrade = await start(room);
    const { report } = await ready(room, regrade);
    expect(report).toMatchObject({
      counts: { unchanged: 1, more: 1, fewer: 1, undecided: 0 },
      changes: [
        { student: ada.name, kind: 'fewer', before: { points: 1 }, after: { points: 0 } },
        { student: ben.name, kind: 'more', before: { points: 0 }, after: { points: 1 } },
      ],
    });
    expect(await scoreOf(room, ada)).toMatchObject({ points: 1 });
    expect(await database().verdict.count()).toBe(3);

    expect(await applyRegrade(teacher, { regrade })).toEqual({ ok: true });
    expect(await scoreOf(room, ada)).toMatchObject({ points: 0, result: 'fail' });
    expect(await scoreOf(room, ben)).toMatchObject({ points: 1, result: 'pass' });
    expect(await database().verdict.count()).toBe(6);
    expect((await viewOf(room, regrade)).report).toEqual(report);
    expect(await database().auditEvent.count({ where: { action: 'regrade.apply', subject: regrade } })).toBe(1);
    const lesson = await selectOptionalPublished(database(), { id: lessonId });
    if (lesson === undefined) throw new Error('it is published');
    expect((await readPractice(ben, lesson))[CHOICE]).toMatchObject({
      bestPoints: 1,
      // it was an attempt at the question before its key was put right
      attemptsUsed: 0,
      regradedAt: expect.any(String),
      last: { verdict: { result: 'pass' } },
    });
    expect(await readHistory(teacher, { classId, lessonId, userId: ben.id, questionId: CHOICE })).toMatchObject({
      history: [{ verdict: { points: 1 }, regradedAt: expect.any(String), others: [{ points: 0, counted: true }] }],
    });
    // nothing is left to do
    expect(await readRegradeOffer(teacher, { lessonId, classId })).toMatchObject({
      offer: { questions: expect.not.arrayContaining([expect.objectContaining({ submissions: 1 })]) },
    });
  });

  it('is exact: with the seed of the submission the hidden inputs are the same, and so is every word of the verdict', async () => {
    workers = await startWorkers(room.url);
    const wrong = 'import numpy as np\ndef linear_layer_backward(x, w, b, grad_output):\n    return x, w, b\n';
    const id = await handIn(room, room.ada, 'linear-layer-backward', { code: wrong });
    await graded([id]);
    await correct(room, ['Why do we subtract', 'Why does one subtract']);
    const regrade = await start(room, ['linear-layer-backward']);
    expect((await ready(room, regrade)).report?.counts).toMatchObject({ unchanged: 1 });
    const [verdict, item] = await Promise.all([
      database().verdict.findFirstOrThrow({ where: { submissionId: id } }),
      database().regradeItem.findFirstOrThrow({ where: { submissionId: id } }),
    ]);
    expect(JSON.stringify(verdict.detail)).toMatch(/"got"/);
    expect(item.proposed).toEqual(verdict.detail);
  });

  it('leaves what a corrected lesson does not ask any more, or asks in other parts, and says so', async () => {
    workers = await startWorkers(room.url);
    const parts = { dx: '2xy', dy: 'x^2 + z^3', dz: '3yz^2' };
    await graded([
      await handIn(room, room.ada, 'manual-gradients', { parts }),
      await handIn(room, room.ada, CHOICE, { kind: 'choice', choices: ['A'] }),
    ]);
    await correct(room, ['{#why-subtract}', '{#why-minus}'], ['  dz: { by: z }', '  d_z: { by: z }']);
    const regrade = await start(room, []);
    const { progress, report } = await ready(room, regrade);
    expect(progress).toEqual({ items: 2, waiting: 0, errors: { questionGone: 1, answerDoesNotFit: 1 } });
    expect(report?.changes).toEqual([]);
    expect(await applyRegrade(room.teacher, { regrade })).toEqual({ ok: true });
    expect(await scoreOf(room, room.ada, 'manual-gradients')).toMatchObject({ points: 3 });
    expect(await scoreOf(room, room.ada)).toMatchObject({ points: 1 });
  });

  it('comes after all homework, and holds one slot only', async () => {
    const old: string[] = [];
    for (let count = 0; count < 4; count++)
      old.push(await handInGraded(room, room.ada, {}, 'jacobian', { code: LOOP }));
    await correct(room, ['Why do we subtract', 'Why does one subtract']);
    const regrade = await start(room, ['jacobian']);
    workers = await startWorkers(room.url, { NABLA_SLOTS: '2' });
    // an endless loop of the regrade is being graded
    await until(async () => (await held()) > 0);
    const fresh = await Promise.all(
      [room.ben, room.chiara, room.deniz].map((person) =>
        handIn(room, person, 'gradient-descent-step', { kind: 'blanks', gaps: { grad_x: '2*x', grad_y: '2*y' } }),
      ),
    );
    let most = 0;
    const looking = setInterval(() => void held().then((count) => (most = Math.max(most, count))), 50);
    await graded(fresh);
    clearInterval(looking);
    // however slow the machine is: the loops go one after the other, and homework does not wait for them
    expect((await viewOf(room, regrade)).progress.waiting).toBeGreaterThan(old.length / 2);
    expect(most).toBe(1);
  });

  it('is not even begun while homework waits, though it was there first and there is one slot', async () => {
    for (let count = 0; count < 3; count++) await handInGraded(room, room.ada, {}, 'jacobian', { code: LOOP });
    await correct(room, ['Why do we subtract', 'Why does one subtract']);
    const regrade = await start(room, ['jacobian']);
    const fresh = [
      await handIn(room, room.ben, 'gradient-descent-step', { kind: 'blanks', gaps: { grad_x: '2*x', grad_y: '2*y' } }),
      await handIn(room, room.ben, 'gradient-descent-step', { kind: 'blanks', gaps: { grad_x: 'x', grad_y: 'y' } }),
    ];
    workers = await startWorkers(room.url, { NABLA_SLOTS: '1' });
    await graded(fresh);
    expect((await viewOf(room, regrade)).progress.waiting).toBe(3);
  });

  it('goes on where workers were killed with kill -9: every item is graded, once', async () => {
    const right = SAMPLES.find((sample) => sample.name === 'right JavaScript');
    if (right === undefined) throw new Error('there is such a sample');
    const students = [room.ada, room.ben, room.chiara, room.deniz];
    const code = await database().lesson.findUniqueOrThrow({ where: { slug: right.lesson } });
    workers = await startWorkers(room.url);
    const ids: string[] = [];
    for (let count = 0; count < 60; count++)
      ids.push(await handInSample(right, students[count % students.length]?.id ?? ''));
    await graded(ids);
    await workers.kill('SIGTERM');
    const other = { ...room, lessonId: code.id };
    await correct(other, [/(#gradient-descent-step-js[\s\S]*?)expect: \[2.4, 3.2\]/, '$1expect: [3.6, 4.8]']);
    await recordWrites();
    const regrade = await start(other, [right.question]);
    for (const share of [0.8, 0.5]) {
      workers = await startWorkers(room.url);
      await until(async () => {
        const { waiting } = (await viewOf(other, regrade)).progress;
        return waiting < ids.length * share && (await held()) > 0;
      });
      await workers.kill('SIGKILL');
      expect((await viewOf(other, regrade)).state).toBe('grading');
      expect(await applyRegrade(room.teacher, { regrade })).toEqual({ ok: false, refused: 'regradeRunning' });
    }
    workers = await startWorkers(room.url);
    expect((await ready(other, regrade)).report?.counts).toMatchObject({ fewer: students.length });
    const writes = await database().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from regrade_writes group by submission_id`;
    expect(writes.map(({ count }) => count)).toEqual(ids.map(() => 1));
    expect(await applyRegrade(room.teacher, { regrade })).toEqual({ ok: true });
    expect(await database().verdict.count({ where: { regradeId: regrade } })).toBe(ids.length);
  });

  it('stops when it is cancelled: what waits is dropped, nothing can be applied, and a new one can be made', async () => {
    for (let count = 0; count < 3; count++) await handInGraded(room, room.ada, {}, 'jacobian', { code: LOOP });
    await correct(room, ['Why do we subtract', 'Why does one subtract']);
    const regrade = await start(room, ['jacobian']);
    workers = await startWorkers(room.url);
    await until(async () => (await held()) > 0);
    expect(await cancelRegrade(room.teacher, { regrade })).toEqual({ ok: true });
    await until(async () => (await jobs()) === 0);
    expect(await viewOf(room, regrade)).toMatchObject({ state: 'cancelled', progress: { waiting: 3 }, report: null });
    expect(await applyRegrade(room.teacher, { regrade })).toEqual({ ok: false, refused: 'regradeEnded' });
    expect(await cancelRegrade(room.teacher, { regrade })).toEqual({ ok: false, refused: 'regradeEnded' });
    expect(await start(room, ['jacobian'])).not.toBe(regrade);
  });

  it('is not reported by guesses where a later version of Nabla has graded for it', async () => {
    const submission = await handInGraded(room, room.ada);
    await otherKey(room);
    const regrade = await start(room);
    const { detail } = await database().verdict.findFirstOrThrow({ where: { submissionId: submission } });
    const proposed = { ...(detail as object), schemaVersion: 99 };
    await database().regradeItem.updateMany({ data: { proposed, grader: 'later' } });
    await expect(viewOf(room, regrade)).rejects.toThrow(NewerDocument);
  });
});

async function held(): Promise<number> {
  const [row] = await database().$queryRaw<{ held: number }[]>`
    select count(*)::int as held from graphile_worker._private_jobs
    where locked_by is not null and payload->>'regrade' is not null`;
  return row?.held ?? 0;
}

async function jobs(): Promise<number> {
  const [row] = await database().$queryRaw<{ jobs: number }[]>`
    select count(*)::int as jobs from graphile_worker._private_jobs`;
  return row?.jobs ?? 0;
}

/** Notes each time an item is written, by the database itself. */
async function recordWrites(): Promise<void> {
  const db = database();
  await db.$executeRaw`create table regrade_writes (submission_id uuid)`;
  await db.$executeRawUnsafe(`create function note_write() returns trigger language plpgsql as
    $$ begin insert into regrade_writes values (new.submission_id); return new; end $$`);
  await db.$executeRaw`create trigger note_writes after update on regrade_items for each row execute function note_write()`;
}
