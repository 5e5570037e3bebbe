/** The board: every state of a cell as it is stored, and after the first time only what changed, also what commits late. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteOldBoardChanges } from '../../db/board.ts';
import { database, pool } from '../../db/client.ts';
import { publishVersion, selectOptionalPublished, selectQuestions } from '../../db/lessons.ts';
import { insertSubmission, insertVerdict, upsertDraft } from '../../db/submissions.ts';
import { insertUser } from '../../db/users.ts';
import type { AnswerOf } from '../../domain/answer.ts';
import { splitLesson } from '../../domain/lesson/compiled.ts';
import type { Person } from '../../domain/people/person.ts';
import { type Board, type BoardChanges, cellOf, withChanges } from '../../domain/results/board-wire.ts';
import type { Verdict } from '../../domain/results/verdict.ts';
import { decide } from '../../server/features/board/commands.ts';
import { readBoard, readWrong } from '../../server/features/board/queries.ts';
import { markSaid, readSaid } from '../../server/features/board/said.ts';
import { publishEdited } from '../../server/features/courses/commands.ts';
import { boardOf } from '../support/board-of.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { GUARD_MS } from '../support/guard.ts';

let cast: Cast;
let versionId: string;
let questions: string[];
let ben: Person;

beforeAll(async () => {
  cast = await makeCast();
  const lesson = await selectOptionalPublished(database(), { id: cast.lessonId });
  if (lesson === undefined) throw new Error('the lesson is published');
  versionId = lesson.versionId;
  questions = lesson.content.questions.map(({ id }) => id);
  ben = await joined('ben', 'Ben');
});
afterAll(dismissCast);

async function joined(login: string, name: string): Promise<Person> {
  const person = await insertUser(database(), { name, login: `board-${login}`, role: 'student', passwordHash: null });
  await database().enrolment.create({ data: { classId: cast.classId, userId: person.id, role: 'student' } });
  return person;
}

const of = () => ({ classId: cast.classId, lessonId: cast.lessonId });
const question = (at: number): string => questions[at] ?? '';

let made = 0;
async function handIn(person: Person, at: number, code = 'x = 1'): Promise<string> {
  const { id } = await insertSubmission(database(), {
    userId: person.id,
    lessonId: cast.lessonId,
    lessonVersionId: versionId,
    questionId: question(at),
    purpose: 'submit',
    clientId: `board-${++made}`,
    answer: { kind: 'function', code },
    seed: 's',
  });
  return id;
}

function verdictOf(result: Verdict['result'], more: Partial<Verdict> = {}): Verdict {
  return {
    outcome: 'graded',
    result,
    points: result === 'pass' ? 1 : 0,
    maxPoints: 1,
    tests: [],
    feedback: [{ code: 'feedback.wrongShape', params: {} }],
    signature: result,
    slips: [],
    ...more,
  };
}

async function grade(person: Person, at: number, submission: string, verdict: Verdict): Promise<void> {
  await insertVerdict(
    database(),
    {
      id: submission,
      userId: person.id,
      lessonId: cast.lessonId,
      lessonVersionId: versionId,
      questionId: question(at),
      purpose: 'submit',
    },
    verdict,
    'test',
  );
}

const draft = (person: Person, at: number) =>
  upsertDraft(database(), {
    userId: person.id,
    lessonId: cast.lessonId,
    questionId: question(at),
    versionId,
    answer: { kind: 'function', code: 'x' },
    claimedAt: null,
  });

async function changesSince(cursor: string): Promise<BoardChanges> {
  const read = await readBoard(cast.teacher, { ...of(), since: cursor });
  if (!read.ok || 'students' in read.board) throw new Error('only what changed was asked for');
  return read.board;
}

/**
 * The board, read while nobody's transaction is open, also in the databases of other tests: what was changed before is not
 * told again since then.
 */
async function quietBoard(): Promise<Board> {
  for (const deadline = Date.now() + GUARD_MS; Date.now() < deadline; ) {
    const board = await boardOf(cast.teacher, of());
    if ((await changesSince(board.cursor)).changed.length === 0) return board;
  }
  throw new Error('it never was quiet');
}

async function isWholeSince(cursor: string): Promise<boolean> {
  const read = await readBoard(cast.teacher, { ...of(), since: cursor });
  if (!read.ok) throw new Error(read.refused);
  return 'students' in read.board;
}

/** Without the cursors, which move on. */
const shown = ({ cursor: _cursor, changedBy: _with, ...board }: Board): object => board;

describe('the board', () => {
  it('shows each cell as it is stored', async () => {
    const [passed, waits, failed] = [await handIn(ben, 0), await handIn(ben, 1), await handIn(ben, 2)];
    await grade(ben, 0, passed, verdictOf('pass'));
    await grade(ben, 2, failed, verdictOf('error', { outcome: 'failed' }));
    await draft(ben, 3);
    const board = await boardOf(cast.teacher, of());
    const states = [0, 1, 2, 3, 4].map((at) => cellOf(board, ben.id, question(at))?.state);
    expect(states).toEqual(['right', 'grading', 'failed', 'draft', 'untouched']);
    expect(board.students.find(({ id }) => id === ben.id)?.points).toBe(1);
    expect([...board.failed]).toEqual([[ben.id, 1]]);
    // the newest one counts
    await grade(ben, 1, waits, verdictOf('fail'));
    await handIn(ben, 1);
    expect(cellOf(await boardOf(cast.teacher, of()), ben.id, question(1))).toEqual({
      state: 'grading',
      points: 0,
      attempts: 1,
    });
  });

  it('tells only what changed since it was read, and with it is what it is when read anew', async () => {
    let board = await quietBoard();
    const submission = await handIn(cast.student, 2);
    await grade(cast.student, 2, submission, verdictOf('partial', { points: 0.5 }));
    await draft(cast.student, 4);
    const changes = await changesSince(board.cursor);
    expect(changes.changed.map(([id, cells]) => [id, cells.length / 2])).toEqual([[cast.student.id, 2]]);
    board = withChanges(board, changes);
    expect(cellOf(board, cast.student.id, question(2))).toEqual({ state: 'partly', points: 0.5, attempts: 1 });
    expect(shown(board)).toEqual(shown(await boardOf(cast.teacher, of())));
    // what a teacher decides, and what is taken back
    expect(await decide(cast.teacher, { submission, points: 1 })).toEqual({ ok: true });
    await database().draft.deleteMany({ where: { userId: cast.student.id } });
    board = withChanges(board, await changesSince(board.cursor));
    expect(cellOf(board, cast.student.id, question(2))?.state).toBe('right');
    expect(cellOf(board, cast.student.id, question(4))?.state).toBe('untouched');
    expect(shown(board)).toEqual(shown(await boardOf(cast.teacher, of())));
  });

  it('does not miss a transaction that began before it was read and commits after', async () => {
    const late = new pg.Client({ connectionString: cast.url });
    await late.connect();
    try {
      await late.query('begin');
      await late.query(
        `insert into drafts (user_id, lesson_id, question_id, answer) values ($1, $2, $3, '{"code":"late"}')`,
        [cast.student.id, cast.lessonId, question(5)],
      );
      // somebody begins later and is done sooner, and the board is read up to there
      await draft(ben, 5);
      let board = await boardOf(cast.teacher, of());
      expect(cellOf(board, ben.id, question(5))?.state).toBe('draft');
      await draft(ben, 6);
      board = withChanges(board, await changesSince(board.cursor));
      expect(cellOf(board, ben.id, question(6))?.state).toBe('draft');
      expect(cellOf(board, cast.student.id, question(5))?.state).toBe('untouched');
      await late.query('commit');
      board = withChanges(board, await changesSince(board.cursor));
      expect(cellOf(board, cast.student.id, question(5))?.state).toBe('draft');
      expect(shown(board)).toEqual(shown(await boardOf(cast.teacher, of())));
    } finally {
      await late.end();
    }
  });

  it('is told whole where what changed cannot be told', async () => {
    const { cursor } = await boardOf(cast.teacher, of());
    expect(await isWholeSince(cursor)).toBe(false);
    const [from, at, mark] = cursor.split('.');
    for (const strange of ['', 'nothing', `${from}.1.${mark}`, `${from}.${at}.${'0'.repeat(32)}`, '9'.repeat(99)])
      expect([strange, await isWholeSince(strange)]).toEqual([strange, true]);
    await joined('emil', 'Emil');
    expect(await isWholeSince(cursor)).toBe(true);
    const renamed = (await boardOf(cast.teacher, of())).cursor;
    await database().user.update({ where: { id: ben.id }, data: { name: 'Benedikt' } });
    expect(await isWholeSince(renamed)).toBe(true);
  });

  it('tells nothing of students of another class', async () => {
    const { cursor } = await quietBoard();
    await draft(cast.stranger, 0);
    expect(await changesSince(cursor)).toMatchObject({ changed: [] });
  });

  it('is told whole once another version is published', async () => {
    const { cursor } = await boardOf(cast.teacher, of());
    const lesson = await selectOptionalPublished(database(), { id: cast.lessonId });
    if (lesson === undefined) throw new Error('the lesson is published');
    const kept = [...(await selectQuestions(database(), versionId)).values()].slice(0, 3);
    await publishVersion(database(), cast.lessonId, {
      source: 'shorter',
      sourceHash: 'shorter',
      title: lesson.title,
      ...splitLesson({ ...lesson.content, questions: kept }),
      pins: {},
      pictures: [],
      createdById: null,
    });
    expect(await isWholeSince(cursor)).toBe(true);
    expect((await boardOf(cast.teacher, of())).questions).toHaveLength(3);
  });

  it('forgets what changed long ago, and only that', async () => {
    await pool().query(
      `update board_changes set at = at - interval '2 hours' where id in (select min(id) from board_changes)`,
    );
    expect(await deleteOldBoardChanges(pool())).toBe(1);
    expect(await deleteOldBoardChanges(pool())).toBe(0);
  });
});

describe('wrong answers', () => {
  it('are those of the newest submissions, grouped, the biggest group first and with many the rest counted', async () => {
    const at = { ...of(), questionId: question(1) };
    const [first, second] = [await handIn(ben, 1, 'y = 2'), await handIn(cast.student, 1, 'y = 3')];
    await grade(ben, 1, first, verdictOf('fail'));
    await grade(cast.student, 1, second, verdictOf('fail'));
    expect(await readWrong(cast.teacher, at)).toMatchObject({
      ok: true,
      groups: [{ signature: 'fail', count: 2, specimen: 'y = 2', feedback: [{ code: 'feedback.wrongShape' }] }],
      more: 0,
    });
    await grade(ben, 1, await handIn(ben, 1), verdictOf('pass'));
    expect(await readWrong(cast.teacher, at)).toMatchObject({ groups: [{ count: 1, studentIds: [cast.student.id] }] });
    for (let n = 0; n < 51; n++) {
      const person = await joined(`many-${n}`, `Many ${n}`);
      await grade(person, 1, await handIn(person, 1), verdictOf('fail', { signature: `way ${n}` }));
    }
    const many = await readWrong(cast.teacher, at);
    expect(many).toMatchObject({ ok: true, more: 2 });
    expect(many.ok && many.groups.length).toBe(50);
  });
});

describe('what was said to a question without a key', () => {
  const source = `---
title: Open
description: Three questions without a key.
---

::::check[Think]{#think kind=open}
What did you think?
::::

::::check[Word]{#word kind=open form=cloud}
Which word?
::::

::::check[Next]{#next kind=open}
What next?

- [ ] Descent
- [ ] Ascent
::::

::::check[Sure]{#sure}
Sure?

- [x] Yes
- [ ] No

:::explanation
Yes.
:::
::::
`;
  const asked = (questionId: string) => ({ classId: cast.classId, lessonId: cast.unwrittenId, questionId });
  let version: string;
  beforeAll(async () => {
    const done = await publishEdited(cast.admin, { lessonId: cast.unwrittenId, source });
    expect(done).toMatchObject({ ok: true });
    version = (await selectOptionalPublished(database(), { id: cast.unwrittenId }))?.versionId ?? '';
  });

  type Part = Partial<AnswerOf<'open'>>;
  async function say(person: Person, questionId: string, part: Part): Promise<void> {
    const answer = { kind: 'open' as const, choices: [], text: '', words: [], ...part };
    const of = { userId: person.id, lessonId: cast.unwrittenId, lessonVersionId: version, questionId };
    const sent = { ...of, purpose: 'submit' as const };
    const { id } = await insertSubmission(database(), { ...sent, clientId: `said-${++made}`, answer, seed: 's' });
    await insertVerdict(database(), { id, ...sent }, verdictOf('received', { maxPoints: 0, feedback: [] }), 'test');
  }
  type Order = Parameters<typeof markSaid>[1]['order'];
  const mark = (questionId: string, order: Order) => markSaid(cast.teacher, { ...asked(questionId), order });
  const said = async (questionId: string) => {
    const read = await readSaid(cast.teacher, asked(questionId));
    return read.ok ? read.said : read;
  };

  it('is read together, the newest of each student, as it came', async () => {
    await say(cast.student, 'think', { text: 'Too fast.' });
    await say(ben, 'think', { text: 'Fine.' });
    await say(cast.student, 'think', { text: ' Better now. ' });
    await say(ben, 'word', { words: ['Slope', 'descent'] });
    await say(cast.student, 'word', { words: ['slope '] });
    await say(ben, 'next', { choices: ['B'] });
    const plain = { hidden: false, group: null };
    expect(await said('think')).toEqual({
      as: 'cards',
      entries: [
        { key: ben.id, text: 'Fine.', count: 1, by: [ben.id], ...plain },
        { key: cast.student.id, text: 'Better now.', count: 1, by: [cast.student.id], ...plain },
      ],
    });
    expect(await said('word')).toMatchObject({
      as: 'cloud',
      entries: [
        { text: 'Slope', count: 2, by: [ben.id, cast.student.id] },
        { text: 'descent', count: 1 },
      ],
    });
    expect(await said('next')).toMatchObject({ as: 'poll', options: [{ count: 0 }, { letter: 'B', count: 1 }] });
  });

  it('stays hidden and together whatever is handed in after it, for all who look, and can be let out again', async () => {
    const [key, other] = [cast.student.id, ben.id];
    await mark('think', { type: 'hideSaid', round: 0, key, hidden: true });
    await mark('think', { type: 'groupSaid', round: 0, name: 'Pace', keys: [key, other] });
    await say(cast.student, 'think', { text: 'Something rude.' });
    const entries = async () => {
      const read = await readSaid(cast.admin, asked('think'));
      return read.ok && read.said !== null && 'entries' in read.said ? read.said.entries : [];
    };
    expect(await entries()).toMatchObject([
      { key: other, hidden: false, group: 'Pace' },
      { key, text: 'Something rude.', hidden: true, group: 'Pace' },
    ]);
    await mark('think', { type: 'hideSaid', round: 0, key, hidden: false });
    await mark('think', { type: 'ungroupSaid', round: 0, name: 'Pace' });
    expect((await entries()).map(({ hidden, group }) => [hidden, group])).toEqual([
      [false, null],
      [false, null],
    ]);
  });

  it('is marked by two at once, and nothing of either is lost', async () => {
    const keys = Array.from({ length: 6 }, (_, at) => `word-${at}`);
    await Promise.all(keys.map((key) => mark('word', { type: 'hideSaid', round: 0, key, hidden: true })));
    expect(await database().saidMark.count({ where: { questionId: 'word', hidden: true } })).toBe(6);
  });

  it('is nothing where a question has a key, or is not there; and what is counted is not marked', async () => {
    expect(await said('sure')).toBeNull();
    expect(await said('gone')).toBeNull();
    const order = { type: 'hideSaid', round: 0, key: 'a', hidden: true } as const;
    for (const one of ['sure', 'gone', 'next']) expect(await mark(one, order)).toMatchObject({ refused: 'notFound' });
    expect(await mark('think', { type: 'ungroupSaid', round: 0, name: 'No such' })).toMatchObject({ ok: false });
  });
});
