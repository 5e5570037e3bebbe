/** What the queue promises of one job: made with its submission, run again at once when its worker dies, its verdict written once. */
import pino from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { insertSubmission, insertVerdict, selectOptionalToGrade } from '../../db/submissions.ts';
import { GRADER_VERSION, type Verdict } from '../../domain/results/verdict.ts';
import type { Grader } from '../../workers/grade.ts';
import { gradeJob } from '../../workers/job.ts';
import { handIn, SAMPLES, type Sample, studentIds } from '../faults/hand-in.ts';
import { makeDatabase } from '../support/database.ts';
import { GUARD_MS } from '../support/guard.ts';
import { type RunningProcess, SOONER, startWorkers } from '../support/processes.ts';

let url: string;
let students: string[];
let workers: RunningProcess[] = [];

beforeAll(async () => {
  url = await makeDatabase();
  connect(url, { connections: 6 });
  students = await studentIds();
});
afterEach(async () => {
  await Promise.all(workers.map((one) => one.kill('SIGTERM')));
  workers = [];
});
afterAll(() => disconnect());

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const student = (index: number): string => students[index % students.length] ?? '';
function sample(name: string): Sample {
  const found = SAMPLES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no sample is called ${name}`);
  return found;
}

const rowsOf = (submissionId: string) => database().verdict.findMany({ where: { submissionId } });
/** The job of a submission: who holds it, since when, and how often it was begun. */
async function jobOf(submission: string): Promise<{ by: string | null; attempts: number } | undefined> {
  const [row] = await database().$queryRaw<{ by: string | null; attempts: number }[]>`
    select locked_by as by, attempts::int as attempts from graphile_worker._private_jobs
    where payload->>'submission' = ${submission}`;
  return row;
}
async function until(done: () => Promise<boolean>, what: string): Promise<void> {
  const start = performance.now();
  while (!(await done())) {
    if (performance.now() - start > GUARD_MS) throw new Error(`it never came: ${what}`);
    await rest(20);
  }
}

const RIGHT: Verdict = {
  outcome: 'graded',
  result: 'pass',
  points: 3,
  maxPoints: 3,
  tests: [],
  feedback: [],
  signature: '',
  slips: [],
};
/** A grader that fails so often, by a fault of ours, before it grades. */
function failing(times: number): { grader: Grader; asked: () => number } {
  let asked = 0;
  const grader: Grader = {
    grade: async () => {
      asked++;
      if (asked <= times) throw new Error('the sandbox does not start');
      return RIGHT;
    },
    warm: async () => undefined,
    close: async () => undefined,
  };
  return { grader, asked: () => asked };
}
const silent = pino({ level: 'silent' });

test('a submission that is not stored after all leaves no job', async () => {
  const { lesson, question, answer } = sample('right maths');
  const { id: lessonId, publishedId } = await database().lesson.findUniqueOrThrow({ where: { slug: lesson } });
  let made = '';
  const storing = database().$transaction(async (tx) => {
    const row = { userId: student(0), lessonId, lessonVersionId: publishedId ?? '', questionId: question, answer };
    made = (await insertSubmission(tx, { ...row, purpose: 'submit', clientId: 'rolled-back', seed: 'a' })).id;
    throw new Error('the connection is lost');
  });
  await expect(storing).rejects.toThrow('the connection is lost');
  expect(made).not.toBe('');
  expect(await jobOf(made)).toBeUndefined();
  expect(await database().submission.count({ where: { id: made } })).toBe(0);
});

test('a verdict is written once for a submission, its lesson version and a grader version, whoever comes again', async () => {
  const id = await handIn(sample('right maths'), student(1));
  const submission = await selectOptionalToGrade(database(), id);
  if (submission === undefined) throw new Error('it is there');
  const write = (grader: string, points: number): Promise<boolean> =>
    database().$transaction((tx) => insertVerdict(tx, submission, { ...RIGHT, points }, grader));
  const written = await Promise.all([1, 2, 3].map((points) => write(GRADER_VERSION, points)));
  expect(written.filter(Boolean)).toHaveLength(1);
  const [first, ...others] = await rowsOf(id);
  expect(others).toEqual([]);
  expect(await write(GRADER_VERSION, 0)).toBe(false);
  expect(await rowsOf(id)).toEqual([first]);
  // another grader may say something else; what the first said stays
  expect(await write('another', 1)).toBe(true);
  expect((await rowsOf(id)).map(({ grader }) => grader).sort()).toEqual([GRADER_VERSION, 'another'].sort());
});

test('a fault of ours is tried three times, and only then told as ours', async () => {
  const [healed, told] = [
    await handIn(sample('right maths'), student(2)),
    await handIn(sample('right maths'), student(3)),
  ];
  const twice = failing(2);
  await gradeJob(database(), twice.grader, healed, silent);
  expect(twice.asked()).toBe(3);
  expect(await rowsOf(healed)).toMatchObject([{ outcome: 'graded', points: 3 }]);
  const always = failing(Number.POSITIVE_INFINITY);
  await gradeJob(database(), always.grader, told, silent);
  expect(always.asked()).toBe(3);
  const [row, ...others] = await rowsOf(told);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ outcome: 'failed', points: 0 });
  expect(JSON.stringify(row?.detail)).toMatch(/"feedback\.graderFailed","params":\{"reference":"[0-9a-f]{8}"\}/);
  // the job comes again after all (its worker died before it could say so): nothing changes
  await gradeJob(database(), failing(0).grader, told, silent);
  expect(await rowsOf(told)).toEqual([row]);
});

test('the jobs of a killed worker run again in another, long before the queue itself would give them back', async () => {
  const loop = await handIn(sample('an endless loop in Python'), student(4));
  const first = await startWorkers(url, { NABLA_SLOTS: '1' });
  workers.push(first);
  await until(async () => (await jobOf(loop))?.by != null, 'the loop is being graded');
  const holder = (await jobOf(loop))?.by;
  // it shall not come to its end before the other one is there
  process.kill(first.pid, 'SIGSTOP');
  workers.push(await startWorkers(url, { NABLA_SLOTS: '1' }, SOONER));
  await first.kill('SIGKILL');
  workers.shift();
  // the queue waits four hours, this a minute
  await until(async () => {
    const job = await jobOf(loop);
    return job !== undefined && job.by !== null && job.by !== holder;
  }, 'another worker has it');
  expect((await jobOf(loop))?.attempts, 'to be killed is no attempt').toBe(1);
  await until(async () => (await jobOf(loop)) === undefined, 'it is graded');
  expect(await rowsOf(loop)).toMatchObject([{ outcome: 'graded', result: 'timeout' }]);
});

test('a job whose workers were killed hundreds of times is run again like any other', async () => {
  const id = await handIn(sample('right maths'), student(5));
  await database().$executeRaw`
    update graphile_worker._private_jobs set attempts = 900, locked_by = 'a worker that is gone', locked_at = now()
    where payload->>'submission' = ${id}`;
  workers.push(await startWorkers(url, { NABLA_SLOTS: '1' }));
  // after so many attempts the queue would wait for hours
  await until(async () => (await rowsOf(id)).length > 0, 'it is graded');
  expect(await rowsOf(id)).toMatchObject([{ outcome: 'graded', result: 'pass' }]);
});
