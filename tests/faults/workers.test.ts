/** Workers killed with `kill -9` while a class hands in: nothing lost, nothing graded twice, every result the right one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { POOL_LOCKS } from '../../db/queue.ts';
import { countingVerdict } from '../../db/submissions.ts';
import { scoreOf } from '../../domain/results/score.ts';
import { makeDatabase } from '../support/database.ts';
import { GUARD_MS } from '../support/guard.ts';
import { type RunningProcess, startWorkers } from '../support/processes.ts';
import { handIn, type Sample, samples, studentIds } from './hand-in.ts';
import { SIZE } from './size.ts';

let url: string;
let pools: RunningProcess[] = [];

beforeAll(async () => {
  url = await makeDatabase();
  connect(url, { connections: 6 });
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.kill('SIGTERM')));
  await disconnect();
});

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The jobs that somebody holds, with the time since when; `orphaned`: only those whose holder has no lock any more. */
async function held(orphaned = false): Promise<Map<string, string>> {
  const rows = await database().$queryRaw<{ id: bigint; since: Date; by: string }[]>`
    select id, locked_at as since, locked_by as by from graphile_worker._private_jobs
    where locked_by is not null and (not ${orphaned} or not exists (
      select 1 from pg_locks where locktype = 'advisory' and granted and classid = ${POOL_LOCKS}::int
        and objid::bigint = hashtext(locked_by)::bigint & 4294967295))`;
  return new Map(rows.map(({ id, since, by }) => [String(id), `${by} ${since.toISOString()}`]));
}

/** Milliseconds until none of the jobs held at a kill is held by the same holder since the same time. */
async function timeToGiveBack(before: Map<string, string>): Promise<number> {
  const killed = performance.now();
  for (;;) {
    const now = await held();
    if (![...before].some(([id, holder]) => now.get(id) === holder)) return performance.now() - killed;
    if (performance.now() - killed > GUARD_MS) throw new Error('the jobs of a killed worker were never given back');
    await rest(50);
  }
}

test(`${SIZE.submissions} submissions while workers are killed ${SIZE.workerKills} times: none lost, none graded twice`, async () => {
  const students = await studentIds();
  pools = await Promise.all([startWorkers(url), startWorkers(url)]);
  const sent = new Map<string, Sample>();
  let sending = true;
  const handingIn = (async () => {
    for (const [index, sample] of samples(SIZE.submissions).entries()) {
      sent.set(await handIn(sample, students[index % students.length] ?? ''), sample);
      await rest(25);
    }
  })().finally(() => {
    sending = false;
  });

  const givenBackMs: number[] = [];
  const part = SIZE.submissions / (SIZE.workerKills + 1);
  for (let kill = 1; kill <= SIZE.workerKills; kill++) {
    // spread over the run, and only while something is being graded: killing an idle worker would prove nothing
    while (sending && sent.size < kill * part) await rest(20);
    const victim = kill % pools.length;
    let before = await held();
    while (before.size < pools.length && (await waiting(sent.size)) > 0) {
      await rest(5);
      before = await held();
    }
    await pools[victim]?.kill('SIGKILL');
    const still = await held(true);
    // the other pool's go on by themselves
    givenBackMs.push(await timeToGiveBack(new Map([...before].filter(([id, holder]) => still.get(id) === holder))));
    pools[victim] = await startWorkers(url);
  }
  await handingIn;
  for (const end = Date.now() + 900_000; (await waiting(sent.size)) > 0 && Date.now() < end; ) await rest(200);

  const rows = await database().submission.findMany({
    where: { id: { in: [...sent.keys()] } },
    include: { verdicts: { orderBy: { createdAt: 'asc' } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const lost = rows.filter((row) => row.verdicts.length === 0);
  const twice = rows.filter((row) => row.verdicts.length > 1);
  const wrong = rows.filter((row) => !sent.get(row.id)?.results.some((result) => result === row.verdicts[0]?.result));
  process.stdout.write(
    `${JSON.stringify({
      soak: 'workers',
      submissions: sent.size,
      kills: givenBackMs.length,
      lost: lost.length,
      gradedTwice: twice.length,
      wrongResult: wrong.length,
      givenBackMs: givenBackMs.map(Math.round),
    })}\n`,
  );
  expect(sent.size).toBe(SIZE.submissions);
  expect(lost).toEqual([]);
  expect(twice).toEqual([]);
  // how soon is printed: a busy machine takes its time, and `timeToGiveBack` its guard at most, the queue itself four hours
  expect(givenBackMs).toHaveLength(SIZE.workerKills);
  expect(wrong.map((row) => [sent.get(row.id)?.name, row.verdicts[0]?.result])).toEqual([]);
  // the queue is empty, and the scores are those of the verdicts
  expect(await database().$queryRaw`select count(*)::int as jobs from graphile_worker._private_jobs`).toEqual([
    { jobs: 0 },
  ]);
  for (const score of await database().score.findMany()) {
    const mine = rows.filter((row) => row.userId === score.userId && row.questionId === score.questionId);
    const graded = mine.flatMap((row) => {
      const verdict = countingVerdict(row.verdicts);
      return verdict === undefined ? [] : [{ submissionId: row.id, ...verdict }];
    });
    expect(score).toMatchObject(scoreOf(graded) ?? {});
  }
});

async function waiting(sent: number): Promise<number> {
  return sent - (await database().verdict.count());
}
