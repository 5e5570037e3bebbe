/** The pool is fair: one student's many, endless loops and code for which others wait do not hold up a class. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { handIn, SAMPLES, type Sample, studentIds } from '../faults/hand-in.ts';
import { makeDatabase } from '../support/database.ts';
import { GUARD_MS } from '../support/guard.ts';
import { type RunningProcess, startWorkers } from '../support/processes.ts';

let url: string;
let workers: RunningProcess | undefined;
let students: string[];

beforeEach(async () => {
  url = await makeDatabase();
  connect(url, { connections: 6 });
  students = await studentIds();
});
afterEach(async () => {
  // in order it would first finish the loops, of which nobody wants to know any more
  await workers?.kill('SIGKILL');
  workers = undefined;
  await disconnect();
});

function sample(name: string): Sample {
  const found = SAMPLES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no sample is called ${name}`);
  return found;
}
const student = (index: number): string => students[index] ?? '';

/**
 * Waits for the verdicts of all, and gives the submissions in the order in which they were graded.
 * @param beside has its place in it as far as it is graded by then; nobody waits for the end of an endless loop
 */
async function order(ids: readonly string[], beside: readonly string[] = []): Promise<string[]> {
  for (const end = Date.now() + GUARD_MS; Date.now() < end; ) {
    const verdicts = await database().verdict.findMany({
      where: { submissionId: { in: [...ids, ...beside] } },
      orderBy: { createdAt: 'asc' },
      select: { submissionId: true },
    });
    const graded = verdicts.map((verdict) => verdict.submissionId);
    if (ids.every((id) => graded.includes(id))) return graded;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('not all were graded in time');
}

test('fifty submissions of one student do not delay another who comes after them', async () => {
  const many: string[] = [];
  for (let count = 0; count < 50; count++) many.push(await handIn(sample('right JavaScript'), student(0)));
  const other = await handIn(sample('right JavaScript'), student(1));
  workers = await startWorkers(url);
  // not the first: the second sandbox may still be starting while the first one grades
  expect((await order([other], many)).indexOf(other)).toBeLessThan(12);
});

test('an endless loop takes one slot: code of others goes through the second one while it runs', async () => {
  const loops = [
    await handIn(sample('an endless loop in Python'), student(0)),
    await handIn(sample('an endless loop in Python'), student(0)),
  ];
  workers = await startWorkers(url, { NABLA_SLOTS: '2' });
  await beingGraded(1);
  const others: string[] = [];
  for (let count = 1; count < students.length; count++)
    others.push(await handIn(sample('right JavaScript'), student(count)));
  const graded = await order(others, loops);
  // all of them while the first loop ran, and with it the second one waited
  expect(new Set(graded.slice(0, others.length))).toEqual(new Set(others));
});

test('what needs no sandbox does not wait for one, when every slot is taken by an endless loop', async () => {
  const loops: string[] = [];
  for (let count = 0; count < 4; count++) loops.push(await handIn(sample('an endless loop in Python'), student(count)));
  workers = await startWorkers(url, { NABLA_SLOTS: '2' });
  await beingGraded(2);
  const quick: string[] = [];
  for (let count = 0; count < 10; count++)
    quick.push(
      await handIn(sample(count % 2 === 0 ? 'right maths' : 'right choice'), student(count % students.length)),
    );
  // when they are graded the last loop is not: they went past those that wait for a slot
  expect(await order(quick, loops)).not.toContain(loops[3]);
});

test('a long queue waits in the database: the workers hold no more than they grade', async () => {
  const waiting: string[] = [];
  for (let count = 0; count < 4; count++)
    waiting.push(
      ...(await Promise.all(
        Array.from({ length: 50 }, (_, index) => handIn(sample('right choice'), student(index % students.length))),
      )),
    );
  workers = await startWorkers(url, { NABLA_SLOTS: '2' });
  let most = 0;
  const looking = setInterval(() => void held().then((count) => (most = Math.max(most, count))), 10);
  await order(waiting);
  clearInterval(looking);
  expect(most).toBeGreaterThan(0);
  // two of code and two beside, and as many that are done and not yet taken out
  expect(most).toBeLessThanOrEqual(8);
});

/** Waits until so many jobs are held by a worker. */
async function beingGraded(count: number): Promise<void> {
  for (const end = Date.now() + GUARD_MS; Date.now() < end; ) {
    if ((await held()) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the workers did not begin');
}

async function held(): Promise<number> {
  const [row] = await database().$queryRaw<{ held: number }[]>`
    select count(*)::int as held from graphile_worker._private_jobs where locked_by is not null`;
  return row?.held ?? 0;
}
