/** A class that has handed in, a lesson that is corrected, and a regrade of it: for the tests of regrades. */
import { expect } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { insertVerdict } from '../../db/submissions.ts';
import type { RegradeView } from '../../domain/judging/regrade-views.ts';
import type { Person } from '../../domain/people/person.ts';
import { GRADER_VERSION, type Verdict } from '../../domain/results/verdict.ts';
import { publishEdited } from '../../server/features/courses/commands.ts';
import { submit } from '../../server/features/practice/commands.ts';
import { drafts, draws, submissions } from '../../server/features/practice/rates.ts';
import { startRegrade } from '../../server/features/regrading/commands.ts';
import { readRegrade } from '../../server/features/regrading/queries.ts';
import { makeDatabase } from './database.ts';
import { GUARD_MS } from './guard.ts';

/** Where A is right until `otherKey`, and D from then on. */
export const CHOICE = 'why-subtract';

export interface RegradeClass {
  url: string;
  lessonId: string;
  classId: string;
  admin: Person;
  teacher: Person;
  ada: Person;
  ben: Person;
  chiara: Person;
  deniz: Person;
}

/**
 * The demo class in a database of its own; this process is connected to it.
 * @param from the address of one that was made like this: with all that was put there since
 */
export async function makeRegradeClass(from?: string): Promise<RegradeClass> {
  await disconnect();
  const url = await makeDatabase(from);
  connect(url, { connections: 8 });
  const lesson = await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-and-derivatives' } });
  // the same people in each of these databases: what they did in another one is none of this one's
  for (const { id } of await database().user.findMany({ select: { id: true } }))
    for (const rate of [submissions, drafts, draws]) await rate.delete(id);
  return {
    url,
    lessonId: lesson.id,
    classId: (await database().class.findFirstOrThrow()).id,
    admin: await personOf('admin'),
    teacher: await personOf('teacher'),
    ada: await personOf('ada'),
    ben: await personOf('ben'),
    chiara: await personOf('chiara'),
    deniz: await personOf('deniz'),
  };
}

async function personOf(login: string): Promise<Person> {
  const { id, name, role } = await database().user.findUniqueOrThrow({ where: { login } });
  return { id, name, login, role };
}

let made = 0;
/** Hands in through the command; graded by workers, where some run. */
export async function handIn(room: RegradeClass, person: Person, questionId: string, answer: object): Promise<string> {
  const sent = await submit(person, {
    lessonId: room.lessonId,
    questionId,
    answer,
    purpose: 'submit',
    clientId: `client-${++made}`,
  });
  if (!sent.ok) throw new Error(`refused: ${sent.refused}`);
  return sent.submission;
}

/** Hands in and grades at once, with no worker: for what is not about grading. */
export async function handInGraded(
  room: RegradeClass,
  person: Person,
  verdict: Partial<Verdict> = {},
  questionId = CHOICE,
  answer: object = { kind: 'choice', choices: ['A'] },
): Promise<string> {
  const id = await handIn(room, person, questionId, answer);
  await grade(id, verdict);
  return id;
}

/** Writes the verdict that a worker would write. */
export async function grade(id: string, verdict: Partial<Verdict> = {}): Promise<void> {
  const submission = await database().submission.findUniqueOrThrow({ where: { id } });
  await insertVerdict(database(), submission, { ...PASSED, ...verdict }, GRADER_VERSION);
  // its job is done
  await database().$executeRaw`
    delete from graphile_worker._private_jobs where payload->>'submission' = ${id} and payload->>'regrade' is null`;
}
const PASSED: Verdict = {
  outcome: 'graded',
  result: 'pass',
  points: 1,
  maxPoints: 1,
  tests: [],
  feedback: [],
  signature: 'right',
  slips: [],
};

/** Asks until there is something; fails after the guard. */
export async function until<T>(read: () => Promise<T | undefined | false>, limit = GUARD_MS): Promise<T> {
  for (const end = Date.now() + limit; Date.now() < end; ) {
    const found = await read();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error('did not happen in time');
}

export const graded = (ids: readonly string[]): Promise<true> =>
  until(async () => {
    const of = await database().verdict.groupBy({ by: ['submissionId'], where: { submissionId: { in: [...ids] } } });
    return of.length === ids.length;
  });

/** Publishes the lesson with another text in places of it. */
export async function correct(room: RegradeClass, ...places: [from: string | RegExp, to: string][]): Promise<void> {
  const { published } = await database().lesson.findUniqueOrThrow({
    where: { id: room.lessonId },
    select: { published: { select: { source: true } } },
  });
  let source = published?.source ?? '';
  for (const [from, to] of places) {
    expect(source).toMatch(from);
    source = source.replace(from, to);
  }
  const sent = await publishEdited(room.admin, { lessonId: room.lessonId, source });
  expect(sent).toMatchObject({ ok: true, changed: true });
}

/** D is right from now on, and A is wrong. */
export const otherKey = (room: RegradeClass): Promise<void> =>
  correct(
    room,
    ['- [x] To move toward lower loss', '- [ ] To move toward lower loss\n  > Not any more.'],
    [/- \[ \] It's just a convention\n {2}> .*/, "- [x] It's just a convention"],
  );

export async function start(
  room: RegradeClass,
  questionIds: string[] = [CHOICE],
  by: Person = room.teacher,
  classId: string | null = room.classId,
): Promise<string> {
  const started = await startRegrade(by, { lessonId: room.lessonId, classId, questionIds });
  if (!started.ok) throw new Error(started.refused);
  return started.regrade;
}

export async function viewOf(room: RegradeClass, regrade: string): Promise<RegradeView> {
  const read = await readRegrade(room.admin, { regrade });
  if (!read.ok) throw new Error(read.refused);
  return read.view;
}

export const ready = (room: RegradeClass, regrade: string): Promise<RegradeView> =>
  until(async () => {
    const seen = await viewOf(room, regrade);
    return seen.state === 'ready' && seen;
  });

export const scoreOf = (room: RegradeClass, person: Person, questionId = CHOICE) =>
  database().score.findUnique({
    where: { userId_lessonId_questionId: { userId: person.id, lessonId: room.lessonId, questionId } },
  });
