/** The way of a submission: endpoint → queue → real worker → verdict → score; and workers killed in the middle. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import type { Person } from '../../domain/people/person.ts';
import { decide } from '../../server/features/board/commands.ts';
import { readBoard, readWrong } from '../../server/features/board/queries.ts';
import { saveDraft, submit } from '../../server/features/practice/commands.ts';
import { readPractice } from '../../server/features/practice/queries.ts';
import { makeDatabase } from '../support/database.ts';
import { GUARD_MS } from '../support/guard.ts';
import { type RunningProcess, startWorkers } from '../support/processes.ts';

let url: string;
let workers: RunningProcess | undefined;
let ada: Person;
let teacher: Person;
let lessonId: string;
let classId: string;

async function personOf(login: string): Promise<Person> {
  const { id, name, role } = await database().user.findUniqueOrThrow({ where: { login } });
  return { id, name, login, role };
}

beforeAll(async () => {
  url = await makeDatabase();
  connect(url, { connections: 6 });
  ada = await personOf('ada');
  teacher = await personOf('teacher');
  lessonId = (await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-and-derivatives' } })).id;
  classId = (await database().class.findFirstOrThrow()).id;
});
afterAll(async () => {
  await workers?.kill('SIGTERM');
  await disconnect();
});

let made = 0;
async function handIn(person: Person, questionId: string, answer: object): Promise<string> {
  const sent = await submit(person, { lessonId, questionId, answer, purpose: 'submit', clientId: `client-${++made}` });
  if (!sent.ok) throw new Error(`refused: ${sent.refused}`);
  return sent.submission;
}

async function verdictOf(submission: string, limit = GUARD_MS) {
  for (const deadline = Date.now() + limit; Date.now() < deadline; ) {
    const rows = await database().verdict.findMany({ where: { submissionId: submission } });
    if (rows.length > 0) return rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no verdict in time');
}

async function stateOf(person: Person, questionId: string) {
  const lesson = await selectOptionalPublished(database(), { id: lessonId });
  if (lesson === undefined) throw new Error('the lesson is published');
  return (await readPractice(person, lesson))[questionId];
}

const LOOP = 'def jacobian(f, x, h=1e-5):\n    while True:\n        pass\n';

describe('a submission', () => {
  it('waits in the queue while nobody grades, and is graded once a worker comes', async () => {
    const id = await handIn(ada, 'manual-gradients', {
      kind: 'maths',
      parts: { dx: '2xy', dy: 'x^2 + z^3', dz: '3yz^2' },
    });
    expect(await stateOf(ada, 'manual-gradients')).toMatchObject({ last: { id, verdict: null }, bestPoints: null });
    workers = await startWorkers(url);
    expect(await verdictOf(id)).toMatchObject([{ outcome: 'graded', result: 'pass' }]);
    expect(await stateOf(ada, 'manual-gradients')).toMatchObject({ attemptsUsed: 1, bestPoints: 3 });
  });

  it('is one submission although its request arrives twice', async () => {
    const input = {
      lessonId,
      questionId: 'why-subtract',
      answer: { kind: 'choice', choices: ['A'] },
      purpose: 'submit' as const,
      clientId: 'sent-twice',
    };
    const [first, second] = [await submit(ada, input), await submit(ada, input)];
    expect(first).toEqual(second);
    expect(await database().submission.count({ where: { clientId: 'sent-twice' } })).toBe(1);
  });

  it('keeps the best score, and counts what each attempt was', async () => {
    await verdictOf(
      await handIn(ada, 'gradient-descent-step', { kind: 'blanks', gaps: { grad_x: '2*x', grad_y: '2*y' } }),
    );
    await verdictOf(await handIn(ada, 'gradient-descent-step', { kind: 'blanks', gaps: { grad_x: 'x', grad_y: 'y' } }));
    const state = await stateOf(ada, 'gradient-descent-step');
    expect(state).toMatchObject({ attemptsUsed: 2 });
    expect(state?.bestPoints).toBeGreaterThan(0);
    expect(state?.last?.verdict?.points).toBeLessThan(state?.bestPoints ?? 0);
    expect(state?.solutionHtml).not.toBeNull();
  });

  it('never shows a student the inputs of hidden tests, nor what was printed in them', async () => {
    const spy =
      'import numpy as np\ndef linear_layer_backward(x, w, b, grad_output):\n    print("SEEN", x, w)\n    return x, w, b\n';
    await verdictOf(await handIn(ada, 'linear-layer-backward', { code: spy }));
    const state = await stateOf(ada, 'linear-layer-backward');
    const hidden = state?.last?.verdict?.tests.filter((test) => !test.visible) ?? [];
    expect(hidden.length).toBeGreaterThan(0);
    for (const test of hidden) expect(JSON.stringify(test)).not.toMatch(/SEEN|"call"|"got"|"expected"/);
  });

  it('is refused with a name when it does not fit its question', async () => {
    const base = { lessonId, purpose: 'submit' as const, clientId: 'does-not-fit' };
    expect(
      await submit(ada, { ...base, questionId: 'manual-gradients', answer: { kind: 'maths', parts: { dq: '1' } } }),
    ).toEqual({
      ok: false,
      refused: 'badInput',
      field: 'dq',
    });
    expect(
      await submit(ada, { ...base, questionId: 'no-such-question', answer: { kind: 'function', code: '' } }),
    ).toEqual({
      ok: false,
      refused: 'notFound',
    });
    expect(
      await saveDraft(ada, {
        lessonId,
        questionId: 'jacobian',
        answer: { kind: 'function', code: 'x'.repeat(60_000) },
      }),
    ).toMatchObject({ ok: false, refused: 'badInput' });
  });

  it('shows on the board, wrong ones grouped by what they do, and a teacher can decide', async () => {
    const [ben, chiara] = [await personOf('ben'), await personOf('chiara')];
    const wrong = { kind: 'maths', parts: { dx: '2xy', dy: 'x^2', dz: '3yz^2' } };
    const [first] = await Promise.all(
      [handIn(ben, 'manual-gradients', wrong), handIn(chiara, 'manual-gradients', wrong)].map(async (sent) => {
        const id = await sent;
        await verdictOf(id);
        return id;
      }),
    );
    const read = await readWrong(teacher, { classId, lessonId, questionId: 'manual-gradients' });
    expect(read).toMatchObject({ ok: true, groups: [{ count: 2 }], more: 0 });
    expect(await readBoard(ben, { classId, lessonId })).toEqual({ ok: false, refused: 'notAllowed' });
    expect(await decide(ben, { submission: first ?? '', points: 3 })).toEqual({ ok: false, refused: 'notAllowed' });
    expect(await decide(teacher, { submission: first ?? '', points: 99 })).toMatchObject({
      ok: false,
      refused: 'badInput',
    });
    expect(await decide(teacher, { submission: first ?? '', points: 3 })).toEqual({ ok: true });
    expect(await stateOf(ben, 'manual-gradients')).toMatchObject({ bestPoints: 3 });
  });
});

describe('a worker killed with kill -9', () => {
  it('loses nothing: what it was grading is graded by another, once', async () => {
    const ids = [await handIn(ada, 'jacobian', { code: LOOP })];
    for (let count = 0; count < 6; count++)
      ids.push(await handIn(ada, 'partial-derivative', { kind: 'choice', choices: ['A'] }).catch(() => ''));
    // the endless loop is being graded now
    await new Promise((resolve) => setTimeout(resolve, 700));
    await workers?.kill('SIGKILL');
    workers = await startWorkers(url);
    const verdicts = await Promise.all(ids.filter((id) => id !== '').map((id) => verdictOf(id)));
    // the queue by itself would wait for four hours
    for (const rows of verdicts) expect(rows).toHaveLength(1);
    expect(verdicts[0]).toMatchObject([{ outcome: 'graded', result: 'timeout' }]);
  });
});
