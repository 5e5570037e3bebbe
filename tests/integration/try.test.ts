/** An answer that is tried and not handed in: after all that was, one at a time of each, its examples only, and kept by nobody. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeBackup } from '../../db/backup/write.ts';
import { database, disconnect, pool } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import { deleteOldTries, selectOptionalTry } from '../../db/tries.ts';
import { NewerDocument } from '../../domain/documents/format.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Verdict } from '../../domain/results/verdict.ts';
import { readTry, tryOut } from '../../server/features/trying/commands.ts';
import { readAsStranger, tryAsStranger } from '../../server/features/trying/front-page.ts';
import { handIn, SAMPLES, studentIds } from '../faults/hand-in.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { type RunningProcess, startWorkers } from '../support/processes.ts';
import { untilThere } from '../support/waiting.ts';

const STEP = 'gradient-descent-step-js';
const RIGHT = { code: 'function gradientDescentStep(x, y, lr = 0.1) { return [x - lr * 2 * x, y - lr * 2 * y]; }' };
const ENDLESS = { code: 'function gradientDescentStep() { for (;;); }' };

let cast: Cast;
let lessonId: string;
let workers: RunningProcess | undefined;

beforeEach(async () => {
  cast = await makeCast();
  ({ id: lessonId } = await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-in-code' } }));
});
afterEach(async () => {
  await workers?.kill('SIGKILL');
  workers = undefined;
  await disconnect();
});

async function start(person: Person, answer: object = RIGHT, questionId = STEP): Promise<string> {
  const started = await tryOut(person, { lessonId, questionId, answer });
  if (!started.ok) throw new Error(started.refused);
  return started.try;
}

/** Asks as the page does. */
async function resultOf(person: Person, id: string): Promise<Verdict | string> {
  return untilThere(async () => {
    const read = await readTry(person, { try: id });
    return read.ok ? (read.verdict ?? undefined) : read.refused;
  }, 'the result of a try');
}

async function graded(ids: readonly string[]): Promise<number> {
  return database().verdict.count({ where: { submissionId: { in: [...ids] } } });
}

const [JAVASCRIPT] = SAMPLES.filter(({ name }) => name === 'right JavaScript');
async function handInMany(count: number): Promise<string[]> {
  if (JAVASCRIPT === undefined) throw new Error('no such sample');
  const students = await studentIds();
  const ids: string[] = [];
  for (let at = 0; at < count; at++) ids.push(await handIn(JAVASCRIPT, students[at % students.length] ?? ''));
  return ids;
}

it('a try waits for all that was handed in, before it and after it, however much of that one student has waiting', async () => {
  const before = await handInMany(20);
  const tried = await start(cast.student);
  const after = await handInMany(20);
  workers = await startWorkers(cast.url, { NABLA_SLOTS: '1' });
  expect(await resultOf(cast.student, tried)).toMatchObject({ result: 'pass' });
  // one slot: whatever was taken before has been graded by then
  expect(await graded([...before, ...after])).toBe(40);
});

it('its result holds the visible examples and nothing of a hidden test', async () => {
  workers = await startWorkers(cast.url);
  const wrong = { code: 'function gradientDescentStep(x, y, lr = 0.1) { return [x, y]; }' };
  const result = await resultOf(cast.student, await start(cast.student, wrong));
  const { publishedId } = await database().lesson.findUniqueOrThrow({ where: { id: lessonId } });
  const question = (await selectQuestions(database(), publishedId ?? '')).get(STEP);
  if (question?.kind !== 'function' || typeof result === 'string') throw new Error('no result of a function');
  const hidden = question.key.tests.filter((test) => !test.visible);
  const visible = question.key.tests.filter((test) => test.visible);
  expect(hidden.length).toBeGreaterThan(0);
  expect(result.tests.map(({ id }) => id)).toEqual(visible.map(({ id }) => id));
  expect(result).toMatchObject({ result: 'fail', signature: '' });
  const told = JSON.stringify(result);
  for (const { id, name, hintHtml } of hidden)
    for (const secret of [`"${id}"`, name, hintHtml ?? name]) expect(told).not.toContain(secret);
  expect(told).not.toContain(question.key.solution.slice(0, 40));
});

it('nothing of it is kept: no submission, no verdict, no draft, no score, and neither code nor result once it is read', async () => {
  workers = await startWorkers(cast.url);
  const id = await start(cast.student);
  const row = await untilThere(async () => {
    const found = await database().triedAnswer.findUniqueOrThrow({ where: { id } });
    return found.verdict === null ? undefined : found;
  }, 'the result');
  expect(row.payload).toBeNull();
  expect(await readTry(cast.stranger, { try: id })).toEqual({ ok: false, refused: 'tryGone' });
  expect(await readTry(cast.student, { try: id })).toMatchObject({ ok: true, verdict: { result: 'pass' } });
  expect(await readTry(cast.student, { try: id })).toEqual({ ok: false, refused: 'tryGone' });
  const db = database();
  const userId = cast.student.id;
  const left = [
    db.triedAnswer.count(),
    db.submission.count({ where: { userId } }),
    db.draft.count({ where: { userId } }),
    db.score.count({ where: { userId } }),
  ];
  expect(await Promise.all(left)).toEqual([0, 0, 0, 0]);
  // the job goes a moment after its result is there
  await untilThere(async () => ((await jobs()) === 0 ? true : undefined), 'its job to be gone');
});

it('a result that nobody fetches, and a try that nobody grades, are swept out; others stay', async () => {
  const [waiting, unread] = [await start(cast.student), await start(cast.stranger)];
  await pool().query(`update tries set created_at = now() - interval '5 minutes'`);
  await pool().query(`update tries set verdict = '{}', payload = null where id = $1`, [unread]);
  expect(await deleteOldTries(database())).toBe(1);
  expect(await readTry(cast.student, { try: waiting })).toEqual({ ok: true, verdict: null });
  await pool().query(`update tries set created_at = now() - interval '1 hour'`);
  expect(await deleteOldTries(database())).toBe(1);
});

it('of one account one waits: a newer one takes its place, and its page is told', async () => {
  const first = await start(cast.student);
  const second = await start(cast.student);
  expect(await jobs()).toBe(1);
  expect(await readTry(cast.student, { try: first })).toEqual({ ok: false, refused: 'tryGone' });
  workers = await startWorkers(cast.url);
  expect(await resultOf(cast.student, second)).toMatchObject({ result: 'pass' });
});

it('of one account one runs, and tries together leave a slot to what is handed in', async () => {
  const first = await start(cast.student, ENDLESS);
  await start(cast.stranger, ENDLESS);
  await start(cast.teacher, ENDLESS);
  workers = await startWorkers(cast.url, { NABLA_SLOTS: '2' });
  await untilThere(async () => ((await held()) >= 1 ? true : undefined), 'the first loop');
  const again = await start(cast.student);
  const [handed] = await handInMany(1);
  let most = 0;
  await untilThere(async () => {
    most = Math.max(most, await heldTries());
    return (await graded([handed ?? ''])) === 1 ? true : undefined;
  }, 'what was handed in, while loops run');
  expect(most).toBe(1);
  const open = await pool().query('select 1 from tries where verdict is null');
  expect(open.rowCount).toBeGreaterThan(0);
  expect(await readTry(cast.student, { try: first })).toEqual({ ok: false, refused: 'tryGone' });
  expect(await resultOf(cast.student, again)).toMatchObject({ result: 'pass' });
});

it('a killed pool loses nobody: the next one runs it', async () => {
  const id = await start(cast.student, ENDLESS);
  workers = await startWorkers(cast.url);
  await untilThere(async () => ((await held()) >= 1 ? true : undefined), 'the loop');
  await workers.kill('SIGKILL');
  workers = await startWorkers(cast.url);
  expect(await resultOf(cast.student, id)).toMatchObject({ result: 'timeout' });
});

it('an author runs what stands in the editor, published or not, and whoever may not edit does not', async () => {
  workers = await startWorkers(cast.url);
  const source = `---
title: A title
description: A sentence.
---

::::exercise[Double it]{#double kind=function entry=double}
Write it.

\`\`\`javascript starter
function double(x) {}
\`\`\`

\`\`\`javascript solution
function double(x) { return 2 * x; }
\`\`\`

\`\`\`yaml tests
- name: Three
  call: [3]
  expect: 6
- name: Another
  hidden: true
  call: [4]
  expect: 8
  hint: Twice?
\`\`\`

:::explanation
Twice a number.
:::
::::
`;
  const input = { lessonId: cast.unwrittenId, source, questionId: 'double' };
  const code = 'function double(x) { return x + 3; }';
  const started = await tryOut(cast.admin, { ...input, answer: { kind: 'function', code } });
  if (!started.ok) throw new Error(started.refused);
  expect(await resultOf(cast.admin, started.try)).toMatchObject({ result: 'pass', tests: [{ name: 'Three' }] });
  expect(await tryOut(cast.teacher, { ...input, answer: { kind: 'function', code } })).toEqual({
    ok: false,
    refused: 'notAllowed',
  });
  const broken = { ...input, source: source.replace('solution', 'nonsense'), answer: { kind: 'function', code } };
  expect(await tryOut(cast.admin, broken)).toEqual({ ok: false, refused: 'lessonBroken' });
});

it('what cannot be run is refused by its reason', async () => {
  const { id: other } = await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-and-derivatives' } });
  const refusal = async (input: Parameters<typeof tryOut>[1]) => {
    const started = await tryOut(cast.student, input);
    return started.ok ? started : started.refused;
  };
  const maths = { lessonId: other, questionId: 'manual-gradients', answer: { kind: 'maths', parts: { dx: '2xy' } } };
  expect(await refusal(maths)).toBe('nothingToRun');
  expect(await refusal({ lessonId, questionId: STEP, answer: { kind: 'choice', choices: ['A'] } })).toBe('badInput');
  expect(await refusal({ lessonId, questionId: STEP, answer: RIGHT, as: cast.teacher.id })).toBe('wrongAccount');
  expect(await refusal({ lessonId, questionId: 'no-such', answer: RIGHT })).toBe('notFound');
});

it('all strangers together are one, come last of all, and only so many wait; each reads their own result once', async () => {
  vi.stubEnv('DATABASE_URL', cast.url);
  vi.stubEnv('NABLA_SECRET', 'a-secret-of-this-test-and-of-nothing-else');
  const maths = {
    exercise: 'steepness',
    answer: { kind: 'maths', parts: { slope: '3x^2 + 2', bend: '6x', there: '4' } },
  };
  const begun = [];
  for (let at = 0; at < 20; at++) begun.push(await tryAsStranger(maths, { address: `192.0.2.${at}` }));
  expect(begun.map((one) => one.ok)).toEqual(begun.map(() => true));
  expect(await tryAsStranger(maths, { address: '192.0.2.99' })).toEqual({ ok: false, refused: 'tryFull' });
  const [first] = begun;
  if (first?.ok !== true) throw new Error('nothing was begun');
  const own = await start(cast.student);
  const { rows } = await pool().query<{ of: string }>(
    `select distinct coalesce(key, flags::text) as of from graphile_worker._private_jobs where priority =
       (select max(priority) from graphile_worker._private_jobs)`,
  );
  expect(rows.map((row) => Object.keys(JSON.parse(row.of)).toSorted())).toEqual([['code:strangers', 'try']]);
  expect(await readTry(cast.student, { try: first.try })).toEqual({ ok: false, refused: 'tryGone' });
  expect(await readAsStranger({ try: own })).toEqual({ ok: false, refused: 'tryGone' });
  workers = await startWorkers(cast.url);
  const verdict = await untilThere(async () => {
    const read = await readAsStranger({ try: first.try });
    return read.ok ? (read.verdict ?? undefined) : undefined;
  }, 'what a stranger tried');
  expect(verdict).toMatchObject({ outcome: 'graded', result: 'partial', points: 2 });
  expect(await readAsStranger({ try: first.try })).toEqual({ ok: false, refused: 'tryGone' });
});

it('no backup holds what is tried', async () => {
  await start(cast.student);
  const { PassThrough } = await import('node:stream');
  const file = new PassThrough().resume();
  const written = await writeBackup(cast.url, file, null);
  expect(Object.keys(written.tables)).not.toContain('tries');
  expect(written.jobs).toBe(0);
});

async function count(condition: string): Promise<number> {
  const { rows } = await pool().query<{ jobs: number }>(
    `select count(*)::int as jobs from graphile_worker._private_jobs where ${condition}`,
  );
  return rows[0]?.jobs ?? 0;
}
const jobs = (): Promise<number> => count('true');
const held = (): Promise<number> => count('locked_by is not null');
const heldTries = (): Promise<number> => count(`locked_by is not null and flags ? 'try'`);

it('waits as a document with its version: one of a later Nabla is not guessed at', async () => {
  const id = await start(cast.student);
  const waiting = async () => selectOptionalTry(database(), id);
  const { publishedId } = await database().lesson.findUniqueOrThrow({ where: { id: lessonId } });
  expect((await waiting())?.question).toEqual((await selectQuestions(database(), publishedId ?? '')).get(STEP));
  await pool().query(`update tries set payload = jsonb_set(payload, '{question,schemaVersion}', '99') where id = $1`, [
    id,
  ]);
  await expect(waiting()).rejects.toThrow(NewerDocument);
});
