/** Misconceptions: kept in catalogues, named by questions, told to students in words, counted for their teachers. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { database, disconnect } from '../../db/client.ts';
import { syncCatalogue } from '../../db/misconceptions.ts';
import type { Person } from '../../domain/people/person.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { readHistory } from '../../server/features/board/commands.ts';
import { readMisread } from '../../server/features/board/queries.ts';
import {
  archiveMisconception,
  readCatalogue,
  saveMisconception,
} from '../../server/features/misconceptions/commands.ts';
import { readLessonNow } from '../../server/features/practice/queries.ts';
import { makeQuestion } from '../../server/features/questions/commands.ts';
import { copyQuestion, shareQuestion } from '../../server/features/questions/sharing.ts';
import { previewQuestion } from '../../server/features/questions/trying.ts';
import { makeQuiz } from '../../server/features/quizzes/commands.ts';
import { shareQuiz } from '../../server/features/quizzes/sharing.ts';
import { createGrader } from '../../workers/grade.ts';
import { gradeJob } from '../../workers/job.ts';
import type { Log } from '../../workers/log.ts';
import { correct, handIn, makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
const grader = createGrader();
const quiet: Log = { debug: () => undefined, error: (...said: unknown[]) => console.error(...said) } as unknown as Log;

beforeEach(async () => {
  room = await makeRegradeClass();
});
afterAll(async () => {
  await grader.close();
  await compiler.close();
  await disconnect();
});

const NEW = { entryId: null, courseId: null, name: 'Sums', words: 'You **summed**.' };
const own = async (person: Person) => {
  const read = await readCatalogue(person, {});
  return read.ok ? read.entries.filter(({ mine }) => mine) : [];
};
const QUESTION = (row: string): string => `::::check[Mean]
What is the mean of 2 and 4?

- [x] 3
- [ ] 6

\`\`\`yaml misconceptions
- ${row}
\`\`\`

:::explanation
Add and halve.
:::
::::
`;

async function graded(person: Person, questionId: string, given: object): Promise<void> {
  await gradeJob(database(), grader, await handIn(room, person, questionId, given), quiet);
}
const answer = (person: Person, questionId: string, choice: string): Promise<void> =>
  graded(person, questionId, { kind: 'choice', choices: [choice] });
async function told(person: Person, questionId: string): Promise<string[]> {
  const read = await readLessonNow(person, { lessonId: room.lessonId });
  return read.ok ? (read.now.states[questionId]?.misread ?? []) : [];
}
async function counted(): Promise<unknown> {
  const read = await readMisread(room.teacher, { classId: room.classId, lessonId: room.lessonId });
  return read.ok && read.misread;
}

describe('a catalogue', () => {
  it('is kept by its owner: ids stand once and stay, words are checked, what is put aside comes back', async () => {
    expect(await saveMisconception(room.teacher, { ...NEW, code: 'sums' })).toEqual({ ok: true });
    expect(await saveMisconception(room.teacher, { ...NEW, code: 'sums' })).toMatchObject({ refused: 'codeTaken' });
    expect(await saveMisconception(room.admin, { ...NEW, code: 'sums' })).toEqual({ ok: true });
    const broken = await saveMisconception(room.teacher, { ...NEW, code: 'other', words: '$\\frac{1$' });
    expect(broken).toMatchObject({ refused: 'lessonBroken', problems: [{ code: 'maths' }] });
    const [entry] = await own(room.teacher);
    expect(entry).toMatchObject({ code: 'sums', html: '<p>You <strong>summed</strong>.</p>', questions: 0 });
    const changed = { entryId: entry?.id ?? '', courseId: null, code: 'renamed', name: 'Sums it', words: '' };
    expect(await saveMisconception(room.teacher, changed)).toEqual({ ok: true });
    expect(await own(room.teacher)).toMatchObject([{ code: 'sums', name: 'Sums it', html: '' }]);
    const aside = { entryId: entry?.id ?? '', archived: true };
    expect(await archiveMisconception(room.teacher, aside)).toEqual({ ok: true });
    expect((await own(room.teacher)).map(({ archived }) => archived)).toEqual([true]);
    expect(await archiveMisconception(room.teacher, { ...aside, archived: false })).toEqual({ ok: true });
    expect((await own(room.teacher)).map(({ archived }) => archived)).toEqual([false]);
  });

  it('of a course that comes with files is changed by its file alone, and what it says no more is put aside', async () => {
    const of = { course: { isNot: null }, code: 'gradient-flipped' };
    const { id, courseId } = await database().misconception.findFirstOrThrow({ where: of });
    const asked = { entryId: id, courseId: null, code: 'gradient-flipped', name: 'Mine now', words: '' };
    expect(await saveMisconception(room.admin, asked)).toMatchObject({ refused: 'notFound' });
    if (courseId === null) throw new Error('it is of no course');
    const before = await database().misconception.count({ where: { courseId, archivedAt: null } });
    await syncCatalogue(database(), courseId, [
      { code: 'gradient-flipped', name: 'New', words: 'w', html: '<p>w</p>' },
    ]);
    const left = await database().misconception.findMany({ where: { courseId, archivedAt: null } });
    expect(before).toBeGreaterThan(1);
    expect(left).toMatchObject([{ id, name: 'New', html: '<p>w</p>' }]);
  });
});

describe('a question', () => {
  it('names what its catalogues have, or has words of its own; anything else is told at its line', async () => {
    const make = (row: string) => makeQuestion(room.teacher, { source: QUESTION(row), courseId: null });
    const refused = await make('{ id: sums, option: B }');
    expect(refused).toMatchObject({ problems: [{ line: 8, code: 'misconception.unknown', params: { id: 'sums' } }] });
    await saveMisconception(room.teacher, { ...NEW, code: 'sums' });
    expect(await make('{ id: sums, option: B }')).toMatchObject({ ok: true });
    // of the course, and its own words
    expect(await make('{ id: gradient-flipped, option: B }')).toMatchObject({ ok: true });
    expect(await make('{ id: nobodys, option: B, words: You did. }')).toMatchObject({ ok: true });
    expect((await own(room.teacher)).map(({ questions }) => questions)).toEqual([1]);
  });

  it('takes what it names along when it is copied', async () => {
    await saveMisconception(room.teacher, { ...NEW, code: 'sums' });
    const made = await makeQuestion(room.teacher, { source: QUESTION('{ id: sums, option: B }'), courseId: null });
    if (!made.ok) throw new Error(made.refused);
    const { id } = await database().user.update({ where: { login: 'deniz' }, data: { role: 'teacher' } });
    const colleague: Person = { ...room.deniz, id, role: 'teacher' };
    await shareQuestion(room.teacher, { questionId: made.questionId, login: 'deniz', may: 'copy' });
    expect(await copyQuestion(colleague, { questionId: made.questionId })).toMatchObject({ ok: true });
    expect(await own(colleague)).toMatchObject([{ code: 'sums', name: 'Sums', questions: 1 }]);
  });
});

const END = 'Next: the same ideas as programs';
const LENGTH = `::::check[Length]{#length kind=number}
How long is $(3, 4)$?

\`\`\`yaml answer
value: 5
\`\`\`

\`\`\`yaml misconceptions
- { id: number-or-vector, answer: 7 }
- { id: gradient-flipped, slip: sign, words: "It is *never* negative." }
\`\`\`

:::explanation
By Pythagoras.
:::
::::
`;

describe('a colleague with whom a quiz is shared', () => {
  it('may name what its questions name: they look as they do for their owner', async () => {
    await saveMisconception(room.teacher, { ...NEW, code: 'sums' });
    const source = QUESTION('{ id: sums, option: B }');
    const made = await makeQuestion(room.teacher, { source, courseId: null });
    if (!made.ok) throw new Error(made.refused);
    await database().user.update({ where: { login: 'deniz' }, data: { role: 'teacher' } });
    const colleague: Person = { ...room.deniz, role: 'teacher' };
    const problems = async () => {
      const looked = await previewQuestion(colleague, { source });
      return looked.ok && looked.preview.problems.map(({ code }) => code);
    };
    expect(await problems()).toEqual(['misconception.unknown']);
    const asked = { name: null, ref: made.questionId, version: 1, seconds: null, points: null };
    const quiz = await makeQuiz(room.teacher, { title: 'Shared', questions: [asked] });
    if (!quiz.ok) throw new Error(quiz.refused);
    await shareQuiz(room.teacher, { quizId: quiz.quizId, login: 'deniz', may: 'look' });
    expect(await problems()).toEqual([]);
  });
});

describe('a wrong answer', () => {
  it('is told in the words of the catalogue as they are now, or in those of its question', async () => {
    await correct(room, [END, `${LENGTH}\n${END}`]);
    const give = (person: Person, value: string) => graded(person, 'length', { kind: 'number', value });
    await database().misconception.updateMany({ where: { code: 'number-or-vector' }, data: { html: '<p>Newer.</p>' } });
    await give(room.ada, '7,0');
    await give(room.ben, '-5');
    await give(room.chiara, '6');
    const all = await Promise.all([room.ada, room.ben, room.chiara].map((person) => told(person, 'length')));
    expect(all).toEqual([['<p>Newer.</p>'], ['<p>It is <em>never</em> negative.</p>'], []]);
  });

  it('that is named by a newer version needs no regrade: no points depend on it', async () => {
    await answer(room.ada, 'partial-derivative', 'C');
    await correct(room, [
      'option: C }\n```\n\n:::explanation\nTreat',
      'option: C, words: Held. }\n```\n\n:::explanation\nTreat',
    ]);
    expect(await told(room.ada, 'partial-derivative')).toEqual(['<p>Held.</p>']);
    const read = await readLessonNow(room.ada, { lessonId: room.lessonId });
    expect(read.ok && read.now.states['partial-derivative']).toMatchObject({ attemptsUsed: 1, earlier: null });
  });

  it('is told in the words of the catalogue, and counted for the class until a better one comes', async () => {
    await answer(room.ada, 'partial-derivative', 'C');
    await answer(room.ben, 'partial-derivative', 'C');
    await answer(room.chiara, 'partial-derivative', 'B');
    // this option has words of its own: nothing is said twice
    expect(await told(room.ada, 'partial-derivative')).toEqual([]);
    expect(await counted()).toEqual([
      {
        code: 'other-variables-not-constant',
        name: expect.stringContaining('other variables'),
        students: 2,
        questions: ['partial-derivative'],
      },
    ]);
    const { classId, lessonId } = room;
    const asked = { classId, lessonId, userId: room.ben.id, questionId: 'partial-derivative' };
    const history = await readHistory(room.teacher, asked);
    expect(history.ok && history.history.map(({ misread }) => misread)).toEqual([
      [expect.stringContaining('other variables')],
    ]);
    await answer(room.ben, 'partial-derivative', 'A');
    expect(await counted()).toMatchObject([{ students: 1 }]);
    const stored = await database().verdict.findMany({ where: { misconceptions: { isEmpty: false } } });
    expect(stored.map(({ misconceptions }) => misconceptions)).toEqual([
      ['other-variables-not-constant'],
      ['other-variables-not-constant'],
    ]);
  });
});
