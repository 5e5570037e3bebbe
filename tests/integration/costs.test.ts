/** What attempts and hints cost: stored with each submission, and the same on the card, the board and in the scores. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { insertVerdict, selectOptionalToGrade } from '../../db/submissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { cellOf } from '../../domain/results/board-wire.ts';
import type { Verdict } from '../../domain/results/verdict.ts';
import { revealHint, submit } from '../../server/features/practice/commands.ts';
import { readPractice } from '../../server/features/practice/queries.ts';
import { boardOf } from '../support/board-of.ts';
import { makeDatabase } from '../support/database.ts';

/** One point; an attempt costs 0.5, a hint 0.25; two attempts. */
const QUESTION = 'one-step';
let lessonId: string;
let teacher: Person;

async function personOf(login: string): Promise<Person> {
  const { id, name, role } = await database().user.findUniqueOrThrow({ where: { login } });
  return { id, name, login, role };
}

beforeAll(async () => {
  connect(await makeDatabase(), { connections: 4 });
  teacher = await personOf('teacher');
  lessonId = (await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-in-code' } })).id;
});
afterAll(disconnect);

const verdict = (change: Partial<Verdict>): Verdict => ({
  outcome: 'graded',
  result: 'fail',
  points: 0,
  maxPoints: 1,
  tests: [],
  feedback: [],
  signature: 's',
  slips: [],
  ...change,
});
const RIGHT = verdict({ result: 'pass', points: 1 });

let made = 0;
async function handIn(person: Person, given: Verdict | null) {
  const clientId = `client-${++made}`;
  const sent = await submit(person, {
    lessonId,
    questionId: QUESTION,
    answer: { kind: 'number', value: '1' },
    purpose: 'submit',
    clientId,
  });
  if (!sent.ok) return sent.refused;
  const row = await selectOptionalToGrade(database(), sent.submission);
  if (row === undefined) throw new Error('the submission is stored');
  if (given !== null) await insertVerdict(database(), row, given, 'test');
  return 'taken';
}

async function cardOf(person: Person) {
  const lesson = await selectOptionalPublished(database(), { id: lessonId });
  const state = lesson && (await readPractice(person, lesson))[QUESTION];
  return [state?.bestPoints, state?.attemptsUsed];
}

async function boardCellOf(person: Person) {
  const { id: classId } = await database().class.findFirstOrThrow();
  const cell = cellOf(await boardOf(teacher, { classId, lessonId }), person.id, QUESTION);
  return [cell?.points, cell?.attempts];
}

describe('attempts and hints', () => {
  it('cost what the lesson says, on the card and on the board alike', async () => {
    const ada = await personOf('ada');
    await handIn(ada, verdict({}));
    expect(await cardOf(ada)).toEqual([0, 1]);
    await revealHint(ada, { lessonId, questionId: QUESTION });
    await handIn(ada, RIGHT);
    // one point, less one attempt, less one hint
    expect(await cardOf(ada)).toEqual([0.25, 2]);
    expect(await boardCellOf(ada)).toEqual([0.25, 2]);
    expect(await database().score.findFirst({ where: { userId: ada.id, questionId: QUESTION } })).toMatchObject({
      points: 0.25,
      result: 'pass',
    });
    expect(await handIn(ada, null)).toBe('noAttemptsLeft');
  });

  it('are spent by nothing that could not be read, is undecided, or failed by our fault', async () => {
    const ben = await personOf('ben');
    for (const given of [
      verdict({ outcome: 'invalid', result: 'error' }),
      verdict({ outcome: 'failed', result: 'error' }),
      verdict({ result: 'undecided' }),
    ])
      expect(await handIn(ben, given)).toBe('taken');
    expect(await cardOf(ben)).toEqual([0, 0]);
    expect(await handIn(ben, RIGHT)).toBe('taken');
    expect(await cardOf(ben)).toEqual([1, 1]);
    expect(await boardCellOf(ben)).toEqual([1, 1]);
  });

  it('are spent once by the last one sent again, which gets its own answer, also when it is sent twice at once', async () => {
    const deniz = await personOf('deniz');
    expect(await handIn(deniz, verdict({}))).toBe('taken');
    const last = {
      lessonId,
      questionId: QUESTION,
      answer: { kind: 'number', value: '2' },
      purpose: 'submit',
      clientId: 'the-last-one',
    };
    const sent = await Promise.all([1, 2, 3].map(() => submit(deniz, { ...last, purpose: 'submit' })));
    expect(new Set(sent.map((one) => (one.ok ? one.submission : one.refused))).size).toBe(1);
    expect(sent[0]).toMatchObject({ ok: true });
    const row = await selectOptionalToGrade(database(), sent[0]?.ok === true ? sent[0].submission : '');
    if (row === undefined) throw new Error('the submission is stored');
    await insertVerdict(database(), row, verdict({}), 'test');
    // also after it was graded; what is new is refused
    expect(await submit(deniz, { ...last, purpose: 'submit' })).toEqual(sent[0]);
    expect(await handIn(deniz, null)).toBe('noAttemptsLeft');
  });

  it('take nothing away when a hint is opened after the answer', async () => {
    const chiara = await personOf('chiara');
    await handIn(chiara, RIGHT);
    await revealHint(chiara, { lessonId, questionId: QUESTION });
    await handIn(chiara, verdict({}));
    expect(await cardOf(chiara)).toEqual([1, 2]);
    expect(await boardCellOf(chiara)).toEqual([1, 2]);
  });
});
