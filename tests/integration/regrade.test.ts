/** Regrades: against a corrected lesson, graded by real workers (also killed ones), reported first, applied once. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import type { Person } from '../../domain/person.ts';
import { readHistory } from '../../server/commands/board.ts';
import { publishEdited } from '../../server/commands/edit-lesson.ts';
import { submit } from '../../server/commands/practice.ts';
import { readPractice } from '../../server/commands/read-practice.ts';
import { readRegrade, readRegradeOffer } from '../../server/commands/read-regrade.ts';
import { applyRegrade, startRegrade } from '../../server/commands/regrade.ts';
import { makeDatabase } from '../support/database.ts';
import { type RunningProcess, startWorkers } from '../support/processes.ts';

const CHOICE = 'why-subtract';

let url: string;
let workers: RunningProcess | undefined;
let lessonId: string;
let classId: string;
let admin: Person;
let teacher: Person;
let ada: Person;
let ben: Person;
let chiara: Person;

beforeEach(async () => {
  await disconnect();
  url = await makeDatabase();
  connect(url, { connections: 6 });
  [admin, teacher, ada, ben, chiara] = (await Promise.all(
    (['admin', 'teacher', 'ada', 'ben', 'chiara'] as const).map(personOf),
  )) as [Person, Person, Person, Person, Person];
  lessonId = (await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-and-derivatives' } })).id;
  classId = (await database().class.findFirstOrThrow()).id;
  workers = await startWorkers(url);
});
afterEach(async () => {
  await workers?.kill('SIGTERM');
  workers = undefined;
});
afterAll(disconnect);

async function personOf(login: string): Promise<Person> {
  const { id, name, role } = await database().user.findUniqueOrThrow({ where: { login } });
  return { id, name, login, role };
}

let made = 0;
async function handIn(person: Person, questionId: string, answer: object): Promise<string> {
  const sent = await submit(person, { lessonId, questionId, answer, purpose: 'submit', clientId: `client-${++made}` });
  if (!sent.ok) throw new Error(`refused: ${sent.refused}`);
  return sent.submission;
}

async function until<T>(read: () => Promise<T | undefined>, limit = 60_000): Promise<T> {
  for (const end = Date.now() + limit; Date.now() < end; ) {
    const found = await read();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error('did not happen in time');
}

const graded = (ids: readonly string[]): Promise<true> =>
  until(async () =>
    (await database().verdict.groupBy({ by: ['submissionId'], where: { submissionId: { in: [...ids] } } })).length ===
    ids.length
      ? (true as const)
      : undefined,
  );

/** Publishes the lesson with another text in places of it. */
async function correct(...places: [from: string | RegExp, to: string][]): Promise<void> {
  const { published } = await database().lesson.findUniqueOrThrow({
    where: { id: lessonId },
    select: { published: { select: { source: true } } },
  });
  let source = published?.source ?? '';
  for (const [from, to] of places) {
    expect(source).toMatch(from);
    source = source.replace(from, to);
  }
  expect(await publishEdited(admin, { lessonId, source })).toMatchObject({ ok: true, changed: true });
}

/** D is right from now on, and A is wrong. */
const otherKey = (): Promise<void> =>
  correct(
    ['- [x] To move toward lower loss', '- [ ] To move toward lower loss\n  > Not any more.'],
    [/- \[ \] It's just a convention\n {2}> .*/, "- [x] It's just a convention"],
  );

async function start(questionIds: string[] = [CHOICE]): Promise<string> {
  const started = await startRegrade(teacher, { lessonId, classId, questionIds });
  if (!started.ok) throw new Error(started.refused);
  return started.regrade;
}

const view = async (regrade: string) => {
  const read = await readRegrade(teacher, { regrade });
  if (!read.ok) throw new Error(read.refused);
  return read.view;
};
const ready = (regrade: string) =>
  until(async () => {
    const seen = await view(regrade);
    return seen.state === 'ready' ? seen : undefined;
  });

const scoreOf = (person: Person, questionId = CHOICE) =>
  database().score.findUnique({
    where: { userId_lessonId_questionId: { userId: person.id, lessonId, questionId } },
  });

describe('a regrade', () => {
  it('reports first, counts for nothing until it is applied, and keeps the old verdicts as history', async () => {
    const ids = [
      await handIn(ada, CHOICE, { choices: ['A'] }),
      await handIn(ben, CHOICE, { choices: ['D'] }),
      await handIn(chiara, CHOICE, { choices: ['B'] }),
    ];
    await graded(ids);
    await otherKey();
    expect(await readRegradeOffer(teacher, { lessonId, classId })).toMatchObject({
      ok: true,
      offer: {
        questions: expect.arrayContaining([expect.objectContaining({ id: CHOICE, submissions: 3, changed: 3 })]),
      },
    });
    const regrade = await start();
    const { report } = await ready(regrade);
    expect(report).toMatchObject({
      counts: { unchanged: 1, more: 1, fewer: 1, undecided: 0 },
      changes: [
        { student: ada.name, kind: 'fewer', before: { points: 1 }, after: { points: 0 } },
        { student: ben.name, kind: 'more', before: { points: 0 }, after: { points: 1 } },
      ],
    });
    expect(await scoreOf(ada)).toMatchObject({ points: 1 });
    expect(await database().verdict.count()).toBe(3);

    expect(await applyRegrade(teacher, { regrade })).toEqual({ ok: true });
    expect(await scoreOf(ada)).toMatchObject({ points: 0, result: 'fail' });
    expect(await scoreOf(ben)).toMatchObject({ points: 1, result: 'pass' });
    expect(await database().verdict.count()).toBe(6);
    expect((await view(regrade)).report).toEqual(report);
    expect(await database().auditEvent.count({ where: { action: 'regrade.apply', subject: regrade } })).toBe(1);
    const lesson = await selectOptionalPublished(database(), { id: lessonId });
    if (lesson === undefined) throw new Error('it is published');
    expect((await readPractice(ben, lesson))[CHOICE]).toMatchObject({
      bestPoints: 1,
      attemptsUsed: 1,
      regradedAt: expect.any(String),
      last: { verdict: { result: 'pass' } },
    });
    expect(await readHistory(teacher, { classId, lessonId, userId: ben.id, questionId: CHOICE })).toMatchObject({
      history: [{ verdict: { points: 1 }, earlier: [{ points: 0 }] }],
    });
  });
});
